"""Where a phrase is used, told to whoever wrote it: in general, and in one report, with the reason where it was not.

One decision: the reason is found by asking the matcher itself (`phrasebank.matching.fitting_slots`) with one demand after
another taken away, so that what is told here cannot drift from what is done there.
"""

import re
from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from phrasebank.bank import Bank
from phrasebank.matching import denies, fitting_slots, residual
from phrasebank.material import Material, Narrative
from phrasebank.phrase import Phrase, PhraseForm, SlotForm
from phrasebank.reading import Clause
from report.document import Sentence
from report.unit import KIND_LABELS

_NOT_LOOKED_UP = ("存在问题", "改进情况", "编制说明", "总起")
"""Places whose sentences are made in another way than by looking up a phrase for a clause."""


class Use(msgspec.Struct, frozen=True):
    """What became of one phrase in one report."""

    phrase: Phrase
    sentences: tuple[str, ...]
    """The printed sentences it worded."""
    why_not: str
    """Why it was not used; empty where it was."""


def when_used(form: PhraseForm) -> str:
    """When a phrase words a clause, in one Chinese sentence without its full stop."""
    demands = [f"属于“{'”或“'.join(form.themes)}”" if form.themes else ""]
    if form.tick:
        return f"写在“{form.field}”；勾选了“{'”或“'.join(form.themes)}”时用"
    demands += [f"有“{'”或“'.join(group)}”" for group in form.keywords]
    demands += [
        f"带{name}（{'、'.join(filter(None, slot.units)) or '什么量词都行'}）"
        for name, slot in form.needs.items()
        if not slot.optional
    ]
    demands += ["说的是没有" if form.zero else "", "除了认得的词没有别的话"]
    return f"写在“{form.field}”；原话{'，'.join(filter(None, demands))}时用"


def limits(form: PhraseForm) -> list[str]:
    """To which years, units and forms it is limited, one Chinese phrase each."""
    told = []
    if form.since or form.until < 9999:
        first = str(form.since) if form.since else ""
        last = str(form.until) if form.until < 9999 else ""
        told.append(f"{first}年" if first == last else f"{first}—{last}年" if first and last else f"{first}年起" if first else f"到{last}年")  # fmt: skip
    if form.kinds:
        told.append("只用于" + "、".join(KIND_LABELS[kind] for kind in form.kinds))
    if form.editions:
        told.append("只用于" + "、".join(f"{edition}年格式" for edition in form.editions))
    if form.zero:
        told.append("只用于没有发生")
    return told


def never_used(phrase: Phrase, shipped: Collection[str]) -> str:
    """Why a phrase of a unit's own can never be used, or empty.

    Args:
        phrase: The phrase.
        shipped: Ids of the shipped bank: what replaces one of them is used where that one was.
    """
    form = phrase.form
    if form.id in shipped:
        return ""
    if form.given:
        return "写了 given 的短语由程序按编号取用，只有换掉自带的同名短语才用得上"
    if form.field in _NOT_LOOKED_UP:
        return f"“{form.field}”的话不按短语查找，只有换掉自带的同名短语才用得上"
    if not form.themes and not form.keywords:
        return "themes 和 keywords 都没有写，程序认不出什么时候用"
    return ""


def uses(narrative: Narrative, material: Material, bank: Bank, shipped: Collection[str]) -> tuple[Use, ...]:
    """What became of every phrase of the unit's own, in the order of its files."""
    sentences = tuple(sentence for paragraph in narrative.paragraphs for sentence in paragraph.sentences)
    told = []
    for phrase in bank.phrases.values():
        if not phrase.own:
            continue
        mine = tuple(one.text for one in sentences if phrase.id in _ids(one))
        why = "" if mine else never_used(phrase, shipped) or _why_not(phrase, narrative, material, bank)
        told.append(Use(phrase, mine, why))
    return tuple(told)


def _ids(sentence: Sentence) -> set[str]:
    return {name.partition("#")[0] for name in (sentence.phrase, *sentence.wordings)}


def _why_not(phrase: Phrase, narrative: Narrative, material: Material, bank: Bank) -> str:
    form = phrase.form
    if not phrase.suits(material.year, material.unit.kind, material.edition.id):
        return f"有限制：{'；'.join(limits(form))}，这份报告是{material.year}年、{KIND_LABELS[material.unit.kind]}"
    near = [clause for clause in narrative.clauses if _speaks_of(form, clause)]
    meant = [clause for clause in narrative.clauses if form.keywords and _has_keywords(form, clause)]
    if not near or (meant and not any(_has_keywords(form, clause) for clause in near)):
        return _nothing_near(form, meant)
    told = [(*_misfit(phrase, clause), clause) for clause in near]
    _, reason, clause = max(told, key=lambda one: one[0])
    if reason:
        return f"原话“{clause.text}”：{reason}"
    printed = (sentence for paragraph in narrative.paragraphs for sentence in paragraph.sentences)
    by = next((one for one in printed if clause.text in one.sources), None)
    if by is None:
        return f"原话“{clause.text}”说的数写在表里，由表成句"
    other = f"短语 {by.phrase} " if by.phrase in bank.phrases else "通用的写法"
    return f"原话“{clause.text}”已由{other}写成“{by.text}”"


def _speaks_of(form: PhraseForm, clause: Clause) -> bool:
    if form.themes:
        return any(theme in form.themes for theme in clause.themes)
    return form.field in {clause.field, clause.note.field} and _has_keywords(form, clause)


def _has_keywords(form: PhraseForm, clause: Clause) -> bool:
    return all(any(word in clause.text for word in group) for group in form.keywords)


def _nothing_near(form: PhraseForm, meant: Sequence[Clause]) -> str:
    """No clause speaks of its theme; the one that seems to be meant by its words is shown with the themes it has."""
    if not meant:
        if form.themes:
            return f"没有一句原话属于“{'”或“'.join(form.themes)}”"
        words = "，".join(f"有“{'”或“'.join(group)}”" for group in form.keywords)
        return f"“{form.field}”里没有一句原话{words}"
    clause = meant[0]
    if not form.themes:
        return f"原话“{clause.text}”记在“{clause.note.field}”，这条短语写在“{form.field}”"
    read = f"读作“{'”“'.join(clause.themes)}”" if clause.themes else "没有读出主题"
    right = (
        f"themes 改成 [{clause.themes[0]}]，或者去掉 themes"
        if clause.themes
        else "去掉 themes，只留 keywords"
    )
    return f"原话“{clause.text}”{read}，不属于“{'”或“'.join(form.themes)}”；想用在这里就把 {right}"


def _misfit(phrase: Phrase, clause: Clause) -> tuple[int, str]:
    """How far a clause came (the larger the nearer) and what stood against it; an empty reason where it fits."""
    form = phrase.form
    if fitting_slots(phrase, [clause]) is not None:
        return 9, ""
    if clause.note.ticked:
        return 0, "是勾选的，勾选的只用写了 tick: true 的短语"
    missing = [group for group in form.keywords if not any(word in clause.text for word in group)]
    if missing:
        return 1, f"没有 keywords 里的“{'”或“'.join(missing[0])}”"
    if form.zero != denies(clause):
        told = ("说的是有", "写了") if form.zero else ("说的是没有", "没写")
        return 2, f"{told[0]}，这条短语{told[1]} zero: true"
    words = residual(clause)
    wide = _with(phrase, words=(*form.words, *words))
    if fitting_slots(wide, [clause]) is not None:
        left = _left_words(form, words)
        return 5, f"还说了“{'”“'.join(left)}”，这条短语没有提到；不影响意思就写进 words"
    return _misfit_of_numbers(wide, clause)


def _misfit_of_numbers(wide: Phrase, clause: Clause) -> tuple[int, str]:
    needs = wide.form.needs
    loose: Mapping[str, SlotForm] = {name: replace(slot, optional=True) for name, slot in needs.items()}
    open_phrase = _with(wide, needs=loose, any_of=(), whole="")
    slots = fitting_slots(open_phrase, [clause])
    if slots is None:
        numbers = "”“".join(quantity.text for quantity in clause.quantities)
        return 3, f"有数“{numbers}”，没有填空接得住（needs 里的量词对不上，或者少一个填空）"
    lacking = [name for name, slot in needs.items() if not slot.optional and not slots[name]]
    if lacking:
        return 4, f"没有说{'、'.join(lacking)}；可以没有的话在 needs 里写 optional: true"
    return 4, "各个数加起来比总数大" if wide.form.whole else "这条短语要的数一个也没有"


def _with(phrase: Phrase, **changes: object) -> Phrase:
    """The phrase with its demands changed, under another id: what is worked out for an id is remembered."""
    form = replace(phrase.form, **changes)
    return replace(phrase, form=replace(form, id=f"{form.id}?{sorted(changes)}{form.words}"))


def _left_words(form: PhraseForm, words: Sequence[str]) -> list[str]:
    known = {
        *form.words,
        *(word for group in (*form.keywords, *form.flags.values()) for word in group),
        *(word for slot in form.needs.values() for word in slot.of),
    }
    pattern = "|".join(re.escape(word) for word in sorted(known, key=lambda each: (-len(each), each)))
    pieces = [piece for word in words for piece in (re.split(pattern, word) if pattern else [word])]
    return [piece for piece in dict.fromkeys(pieces) if piece] or list(words)
