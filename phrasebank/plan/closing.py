"""Section 五: the problems set into their frame, last year's taken up, then this year's measures, each to its problem.

One decision: measures stand in the order of the problems they answer. Where some are done and others planned, each says
which problem it answers; a problem without a measure is asked about, never passed over.
"""

from collections.abc import Sequence

from phrasebank.fragment import Fragment, join, traced, words
from phrasebank.pen import Part, Pen, gap, verbatim
from phrasebank.plan.finals import OWN, final_problems, is_own, with_final_measures
from phrasebank.plan.joins import ACTS
from phrasebank.reading import Clause
from phrasebank.register import Item, Voice
from phrasebank.troubles import each_problem, pair, spoken_of, take_up, word_measures, word_problems
from phrasebank.troubles.about_last_year import as_item
from phrasebank.troubles.pairing import Pairing, as_one, of_problems, score
from report.document import Sentence
from report.lazily import pattern
from report.numerals import write_chinese

_A_STEP = pattern("[^，]{2,10}[前后](?:均|都)?(?:由|须|先|经)|解读配")
"""What opens so names a thing and when (答复发出前由司法局审核), no act."""
_PAST = ("已", "本年度", "本年", "上年提出", "针对", "自")


def closing_of_problems(
    pen: Pen,
    problem_clauses: Sequence[Clause],
    measure_clauses: Sequence[Clause],
    finals: Sequence[Clause] = (),
) -> tuple[list[Sentence], list[Sentence]]:
    """Section 五: the problems; then last year's problems taken up and this year's measures.

    Args:
        pen: Who writes.
        problem_clauses: What was jotted as problems.
        measure_clauses: What was jotted as measures.
        finals: Clauses that a person worded for the report.
    """
    voice = Voice(pen.material.unit, pen.material.year)
    last = each_problem(pen.material.last_year.problems, voice) if pen.material.last_year else ()
    about_problems, problem_clauses = spoken_of(problem_clauses, last)
    about_measures, measure_clauses = spoken_of(measure_clauses, last)
    problems = (*word_problems(problem_clauses, voice), *final_problems(finals))
    worded = [item for item in problems if not item.verbatim]
    measured = with_final_measures(word_measures(measure_clauses, voice), finals)
    taken = take_up((*about_problems, *about_measures), last, measured, worded)
    said = _problems(pen, problems)
    pen.new_paragraph()
    sentences = [
        pen.sentence(Part(_wording(item), "measures.last_year", 0, "measure", _sources([item])))
        for item in taken.sentences
    ]
    mine = of_problems(taken.measures, problems)
    sentences += [
        gap(f"上年“{problem}”问题的整改情况", "last_year.problems")
        for problem in taken.open_ones
        if not any(score(item.text, as_item(problem)) for item in mine.left)  # its measure waits beside it
    ]
    pairing = pair(problems, mine)
    current = _measures(pen, problems, pairing, after_last_year=bool(taken.sentences))
    left = [_left(item) for item in (*taken.left, *mine.left)]
    if not current and not taken.sentences and not left:
        current = [gap("改进情况")]
    else:
        asked = [problems[place] for place in pairing.unanswered if not problems[place].verbatim]
        current += [gap(f"针对“{_own_words(problem)}”的改进措施", "notes.存在问题") for problem in asked]
    return said, [*sentences, *current, *left]


def _own_words(problem: Item) -> str:
    """The problem as the person jotted it; as it is written where it was ticked."""
    return "，".join(dict.fromkeys(clause.text for clause in problem.clauses)) or problem.text


def _problems(pen: Pen, items: Sequence[Item]) -> list[Sentence]:
    worded = [item for item in items if not item.verbatim]
    left = [_left(item) for item in items if item.verbatim]
    if not worded:
        return left or [gap("存在的主要问题")]
    sources = _sources(worded)
    if len(worded) == 1:
        return [pen.say("problems.one", {"问题": _wording(worded[0])}, sources=sources), *left]
    slots = {"几": _count(len(worded)), "问题": _enumerated(worded)}
    return [pen.say("problems.many", slots, sources=sources), *left]


def _measures(
    pen: Pen, problems: Sequence[Item], pairing: Pairing, *, after_last_year: bool
) -> list[Sentence]:
    """This year's measures in the order of the problems."""
    units = [(place, item) for place, items in enumerate(pairing.of_problem) for item in items]
    units = units or [(0, item) for item in pairing.beyond]
    own = [item for _, item in units if is_own(item)]
    units = [(place, item) for place, item in units if not is_own(item)]
    written = [pen.sentence(Part(_wording(item), OWN, 0, "measure", _sources([item]))) for item in own]
    return [*_framed_measures(pen, problems, units, after_last_year=after_last_year), *written]


def _framed_measures(
    pen: Pen, problems: Sequence[Item], units: Sequence[tuple[int, Item]], *, after_last_year: bool
) -> list[Sentence]:
    if not units:
        return []
    tenses = {item.tense for _, item in units}
    if len(tenses) == 1:
        items = _by_problem(units)
        return [_framed(pen, _frame(next(iter(tenses)), after_last_year=after_last_year), items)]
    sure = all(score(item.text, problems[place]) for place, item in units) if problems else False
    named = sure and not any(problem.verbatim for problem in problems)
    if named and len({place for place, _ in units}) > 1:
        return _each_named(pen, units)
    return _one_after_the_other(pen, units)


def _frame(tense: str, *, after_last_year: bool) -> str:
    if tense == "planned":
        return "measures.this_year" if after_last_year else "measures.planned"
    return f"measures.{tense}"


def _by_problem(units: Sequence[tuple[int, Item]]) -> list[Item]:
    """One item per problem; two measures of one problem stand together."""
    places = dict.fromkeys(place for place, _ in units)
    return [as_one([item for home, item in units if home == place]) for place in places]


def _one_after_the_other(pen: Pen, units: Sequence[tuple[int, Item]]) -> list[Sentence]:
    """What was done, or is being done, and then what is planned, of one problem."""
    items = [item for _, item in units]
    planned = [item for item in items if item.tense == "planned"]
    first = [item for item in items if item.tense != "planned"]
    sentences = []
    if first:
        every = all(item.tense == "done" for item in first)
        sentences.append(_framed(pen, "measures.done" if every else "measures.neutral", first))
    if planned:
        sentences.append(_framed(pen, "measures.then" if first else "measures.planned", planned))
    return sentences


def _each_named(pen: Pen, units: Sequence[tuple[int, Item]]) -> list[Sentence]:
    """Some done, some planned: every problem is named by its place and followed by its own measures."""
    sentences: list[Sentence] = []
    places = tuple(dict.fromkeys(place for place, _ in units))
    for place in places:
        mine = [item for home, item in units if home == place]
        said = [_in_its_tense(item) for item in mine]
        first = next((at for at, item in enumerate(mine) if item.tense == "planned"), len(mine))
        steps = [
            words("下一步") + _will(each) + each if at == first else each for at, each in enumerate(said)
        ]
        opening = words(f"{_TOWARDS[len(sentences) % 3]}第{write_chinese(place + 1)}个问题，")
        part = Part(opening + join(steps, "，"), "measures.each", 0, "measure", _sources(mine))
        sentences.append(pen.sentence(part))
    return sentences


_TOWARDS = ("针对", "对", "就")
"""No two neighbouring sentences open alike."""
_ACTS_FIRST = pattern(r"[为由对在按向与每从到就]|邀请|自")


def _will(measure: Fragment) -> Fragment:
    """将 before a measure that opens with what is done; a comma before one that opens with what it is done to."""
    verb_first = ACTS.match(measure.text) or _ACTS_FIRST.match(measure.text)
    return words("将" if verb_first and not measure.text.startswith("将") else "，")


def _in_its_tense(item: Item) -> Fragment:
    return _as_done(item) if item.tense == "done" else _wording(item)


def _framed(pen: Pen, phrase_id: str, items: Sequence[Item]) -> Sentence:
    if len(items) == 1:
        wording = _wording(items[0])
        if phrase_id == "measures.done" and not wording.text.startswith(_PAST):
            wording = words("本年度") + wording
        slots = {"措施": wording, "将": _will(wording)}
        return pen.say(f"{phrase_id}_one", slots, sources=_sources(items))
    return pen.say(phrase_id, {"几": _count(len(items)), "措施": _enumerated(items)}, sources=_sources(items))


def _count(number: int) -> Fragment:
    return words("两" if number == 2 else write_chinese(number))


def _enumerated(items: Sequence[Item]) -> Fragment:
    mixed = len({item.tense == "done" for item in items}) > 1
    return join(
        [
            words(f"{write_chinese(place)}是") + (_as_done(item) if mixed else _wording(item))
            for place, item in enumerate(items, 1)
        ],
        "；",
    )


def _as_done(item: Item) -> Fragment:
    """Among measures of open tense, what was done says so."""
    wording = _wording(item)
    said = item.tense != "done" or "已" in wording.text or wording.text.startswith(_PAST)
    said = said or bool(_A_STEP.match(wording.text))
    return wording if said or not ACTS.match(wording.text) else words("已") + wording


def _wording(item: Item) -> Fragment:
    origin = item.clauses[0].note.origin if item.clauses else "notes.改进情况"
    return traced(item.text.rstrip("。；，"), origin)


def _left(item: Item) -> Sentence:
    origin = item.clauses[0].note.origin if item.clauses else "notes.存在问题"
    return verbatim(item.text, origin, sources=tuple(clause.text for clause in item.clauses))


def _sources(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.text for item in items for clause in item.clauses))
