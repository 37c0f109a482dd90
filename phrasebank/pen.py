"""The pen: turns phrases and slots into sentences, and remembers what this report has already said.

All rules that look at more than one sentence live here: wordings are not repeated, 全年 and 本年度 alternate and stand
at most once a paragraph, no two neighbouring sentences open alike, and no sentence leaves with a digit of unknown
origin.
"""

from collections.abc import Iterable, Mapping

import msgspec

from phrasebank.bank import Bank
from phrasebank.fragment import EMPTY, Fragment, UntracedDigitError, number, traced, words
from phrasebank.material import Material
from phrasebank.phrase import Phrase
from phrasebank.reading import Clause
from phrasebank.variants import drawing_order, drawn_by_length
from report.document import Sentence, SentenceKind

TIME_WORDS: tuple[str, ...] = ("全年", "本年度")
_RARE = ("进一步", "不断", "切实", "扎实", "持续", "着力", "全面", "深入")
"""Words that a reader of these reports is tired of; all of them together stay below five in a report."""


class _MaybeEmpty(Fragment, frozen=True):
    """A slot that may be printed although it is empty (全年 once it has been said in the paragraph)."""

    def __bool__(self) -> bool:
        return True


_NOTHING = _MaybeEmpty()


class Part(msgspec.Struct, frozen=True):
    """Wording that may still be joined with others before it becomes a sentence."""

    wording: Fragment
    phrase: str = ""
    variant: int = 0
    kind: SentenceKind = "fact"
    sources: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    """Names of the choices behind it (`Sentence.wordings`)."""


class Pen(msgspec.Struct):
    """Writes one report; holds the memory of what was written."""

    material: Material
    bank: Bank
    strict: bool = False
    """Raise on a digit of unknown origin (tests); otherwise its sentence is marked for the reviewer."""
    clauses: tuple[Clause, ...] = ()
    """All clauses of the notes; `Clause.parent` counts in them."""
    choices: dict[str, int] = msgspec.field(default_factory=dict)
    _used: dict[str, list[int]] = msgspec.field(default_factory=dict)
    _times: int = 0
    """How many times 全年 or 本年度 has been written; they take turns."""
    _time_free: bool = True
    _last: str = ""
    _opening: str = ""
    """The first two characters of the sentence before."""

    def parent_of(self, clause: Clause) -> Clause | None:
        """The clause whose total or subject ``clause`` details."""
        return self.clauses[clause.parent] if clause.parent is not None else None

    def new_paragraph(self) -> None:
        """Forget what counts only inside one paragraph."""
        self._time_free = True
        self._opening = ""

    def opens_with(self, text: str) -> None:
        """Say how the sentence before opens, where it is not closed yet."""
        self._opening = text[:2]

    def common_slots(self) -> dict[str, Fragment]:
        """The slots every phrase may use."""
        unit, year = self.material.unit, self.material.year
        scope = "全" + unit.short[1:] if unit.kind == "government" and unit.short.startswith("我") else ""
        turns = (scope, scope, *TIME_WORDS) if scope else TIME_WORDS
        return {
            "我": words(unit.short),
            "时": words(turns[self._times % len(turns)]) if self._time_free else _NOTHING,
            "年": number(str(year), "year") + "年",
            "域": words(scope) if scope else _NOTHING,
        }

    def part(
        self,
        phrase_id: str,
        slots: Mapping[str, Fragment] | None = None,
        *,
        sources: tuple[str, ...] = (),
        themes: tuple[str, ...] = (),
    ) -> Part:
        """Word one phrase; the wording may still be joined with others."""
        phrase = self.bank.phrases[phrase_id]
        return self.part_of(phrase, slots or {}, sources=sources, themes=themes)

    def part_of(
        self,
        phrase: Phrase,
        slots: Mapping[str, Fragment],
        *,
        sources: tuple[str, ...] = (),
        themes: tuple[str, ...] = (),
    ) -> Part:
        """Word ``phrase`` with its best wording: the stored one, else the first in drawing order that reads well."""
        filled = (
            self.common_slots()
            | dict.fromkeys([*phrase.form.needs, *phrase.form.flags, *phrase.form.given], EMPTY)
            | dict(slots)
        )
        name = self._choice(phrase)
        index, wording = self._best(phrase, self._candidates(phrase, name), filled)
        self.choices[name] = index
        self._used.setdefault(phrase.id, []).append(index)
        self._remember(wording.text)
        themes = themes or phrase.form.themes
        return Part(wording, phrase.id, index, phrase.form.kind, sources, themes, (name,))

    def _best(
        self, phrase: Phrase, candidates: tuple[int, ...], filled: Mapping[str, Fragment]
    ) -> tuple[int, Fragment]:
        """The cheapest wording, of equals the first; none is cheaper than nothing, so the rest is not written out."""
        best: tuple[int, int, Fragment] | None = None
        for index in candidates:
            wording = phrase.variants[index].render(filled)
            cost = self._cost(wording)
            if best is None or cost < best[0]:
                best = cost, index, wording
            if cost == 0:
                break
        assert best is not None  # noqa: S101  a phrase has a wording
        return best[1], best[2]

    def _choice(self, phrase: Phrase) -> str:
        """The name under which this use of a phrase keeps its wording."""
        before = len(self._used.get(phrase.id, ()))
        return f"{phrase.id}#{before + 1}" if before else phrase.id

    def _candidates(self, phrase: Phrase, name: str) -> tuple[int, ...]:
        material = self.material
        stored = material.choices.get(name)
        if stored is not None and 0 <= stored < len(phrase.variants):
            return (stored,)
        return drawn_by_length(
            material.unit.name,
            material.year,
            phrase.id,
            [variant.length for variant in phrase.variants],
            material.style.length,
            used=self._used.get(phrase.id, ()),
            avoid=material.avoid.get(phrase.id, ()),
        )

    def _cost(self, wording: Fragment) -> int:
        text = wording.text
        cost = 4 if text[:2] == self._opening else 0
        if text.startswith("共") and "共" in self._last:
            cost += 3
        if not self._time_free and any(word in text for word in TIME_WORDS):
            cost += 2
        return cost + sum(text.count(word) for word in _RARE)

    def _remember(self, text: str) -> None:
        self._opening, self._last = text[:2], text
        if text.startswith("全") or any(word in text for word in TIME_WORDS):
            self._time_free = False
            self._times += 1

    def draw(self, name: str, count: int) -> int:
        """One of ``count`` arrangements, drawn and stored like the wordings of a phrase."""
        stored = self.material.choices.get(name)
        if stored is None or not 0 <= stored < count:
            material = self.material
            order = drawing_order(
                material.unit.name, material.year, name, count, avoid=material.avoid.get(name, ())
            )
            stored = order[0]
        self.choices[name] = stored
        return stored

    def sentence(self, *parts: Part, between: str = "，", kind: SentenceKind | None = None) -> Sentence:
        """Close one or more parts into a sentence."""
        wording = parts[0].wording
        for part in parts[1:]:
            wording = wording + between + part.wording
        whole = wording + "。"
        self._opening = whole.text[:2]
        if not self.strict and whole.loose_digits():
            return marked_untraced(whole, _unique(source for part in parts for source in part.sources))
        return settle(
            whole,
            kind=kind or parts[0].kind,
            phrase=parts[0].phrase,
            variant=parts[0].variant,
            sources=_unique(source for part in parts for source in part.sources),
            themes=_unique(theme for part in parts for theme in part.themes),
            wordings=_unique(name for part in parts for name in part.wordings),
        )

    def say(
        self,
        phrase_id: str,
        slots: Mapping[str, Fragment] | None = None,
        *,
        sources: tuple[str, ...] = (),
        themes: tuple[str, ...] = (),
        kind: SentenceKind | None = None,
    ) -> Sentence:
        """One phrase as one sentence."""
        return self.sentence(self.part(phrase_id, slots, sources=sources, themes=themes), kind=kind)

    def restated(self, wording: Fragment, sources: tuple[str, ...], themes: tuple[str, ...] = ()) -> Part:
        """A person's clause in official wording, by the register."""
        self._remember(wording.text)
        return Part(wording, "restated", 0, "fact", sources, themes)


def settle(  # noqa: PLR0913  a sentence has these parts
    wording: Fragment,
    *,
    kind: SentenceKind,
    phrase: str = "",
    variant: int = 0,
    sources: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
    wordings: tuple[str, ...] = (),
) -> Sentence:
    """Make the sentence, after holding that every digit knows its origin.

    Raises:
        UntracedDigitError: a digit run without origin; nothing unproven leaves this room.
    """
    if loose := wording.loose_digits():
        raise UntracedDigitError(f"{loose} in {wording.text}")
    return Sentence(wording.text, kind, phrase, variant, wording.numbers(), sources, themes, wordings)


def marked_untraced(wording: Fragment, sources: tuple[str, ...]) -> Sentence:
    """A sentence with a digit of unknown origin, handed to the reviewer instead of being claimed."""
    shown = Fragment("【待核：") + traced(wording.text.rstrip("。"), "unknown") + "】"
    return Sentence(shown.text, "verbatim", numbers=shown.numbers(), sources=sources)


def verbatim(text: str, origin: str, themes: tuple[str, ...] = (), sources: tuple[str, ...] = ()) -> Sentence:
    """A person's words that nobody could word, for the reviewer; ``sources`` where they are several clauses."""
    wording = Fragment("【待核：") + traced(text.strip(), origin) + "】"
    return settle(wording, kind="verbatim", sources=sources or (text,), themes=themes)


def gap(text: str, origin: str = "") -> Sentence:
    """A missing answer; ``origin`` is where the digits in ``text`` come from, if it quotes somebody's words."""
    return settle(traced(f"【待补：{text}】", origin), kind="gap")


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
