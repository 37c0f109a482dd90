"""The 89 themes a note may speak of, as data: their words, their homes, when they are offered for ticking.

One decision: a theme is named by a word that is its own, or by a rule that joins general words; a general word alone
names nothing. Words are compared with the tokens of a clause, so a longer word hides the shorter one inside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from phrasebank.protect import read_lexicon
from phrasebank.reading import Quantity
from report.document import ASPECTS, NOTE_FIELDS
from report.unit import UnitKind
from report.yamlfile import YamlFile, convert

REPORTS, DIGESTS = 16, 106
"""How many full reports and how many excerpts the counts in ``seen`` were taken from."""


class _ThemeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    homes: tuple[str, ...]
    seen: tuple[int, int]
    strong: tuple[str, ...]
    rules: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    soft_rules: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    general: bool = False
    follows: bool = False
    sector: bool = False
    channel: bool = False
    years: tuple[int, int] = (0, 9999)
    kinds: tuple[UnitKind, ...] = ()


class _ThemesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    themes: tuple[_ThemeEntry, ...]
    not_signals: tuple[str, ...]
    asides: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """One condition of a rule; it holds when one of its alternatives does."""

    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """Units a quantity of the clause may have; ``*`` is any, ``-`` none."""
    fields: tuple[str, ...] = ()
    absent: bool = False
    """None of the words may be there."""
    negated: bool | None = None


@dataclass(frozen=True)
class Theme:
    """One theme of the corpus."""

    name: str
    homes: tuple[str, ...]
    """Fields it is written in, the usual one first (`report.document.NOTE_FIELDS`)."""
    strong: tuple[str, ...]
    soft: tuple[str, ...]
    """Words that name it only when no other theme is named."""
    rules: tuple[tuple[Part, ...], ...]
    soft_rules: tuple[tuple[Part, ...], ...]
    over: tuple[str, ...]
    """Themes that are not meant when this one is named."""
    yields: tuple[str, ...]
    """Themes that a clause which continues one of them speaks of instead (热线47件，**满意率98%**)."""
    general: bool
    """All its words are soft."""
    follows: bool
    """Inside a sentence it is written where the sentence began, not in its home."""
    sector: bool
    """A field of administration (教育, 交通…): what was published, not how; in 依申请公开 it would tell a case."""
    channel: bool
    """Where something was published (官网, 公众号): named after what was published."""
    seen: tuple[int, int]
    """In how many full reports and in how many excerpts it occurs."""
    years: tuple[int, int]
    """First and last report year it is offered for ticking."""
    kinds: tuple[UnitKind, ...]
    """Kinds of unit it is offered to; empty means all."""

    @property
    def frequency(self) -> float:
        """Share of units that report it; excerpts show the first screen only, so the larger share counts."""
        return max(self.seen[0] / REPORTS, self.seen[1] / DIGESTS)


@dataclass(frozen=True)
class Words:
    """What a rule is held against: the words of one clause and what else is known of it."""

    tokens: Mapping[str, int]
    """Word → where it first stands, in lower case."""
    hidden: frozenset[str]
    """Words that hold a signal word by accident; they match only themselves."""
    quantities: tuple[Quantity, ...]
    negated: bool
    field: str

    def at(self, word: str) -> int | None:
        """Where ``word`` stands, alone or inside a longer word of the dictionary; None when it does not."""
        exact = self.tokens.get(word)
        if exact is not None or len(word) == 1:
            return exact
        return next(
            (start for token, start in self.tokens.items() if word in token and token not in self.hidden),
            None,
        )


class Themes:
    """The theme lexicon of one ``themes.yaml``."""

    def __init__(self, source: YamlFile) -> None:
        """Read and check the file.

        Raises:
            InputProblem: an unknown home, a theme named in ``over`` that is not one, a rule that cannot be read, a
                name given twice.
        """
        shape = convert(source, _ThemesFile)
        names = {entry.name for entry in shape.themes}
        found: dict[str, Theme] = {}
        for index, entry in enumerate(shape.themes):
            at = f"$.themes[{index}]"
            if entry.name in found:
                raise source.problem(f"主题“{entry.name}”写了两次", f"{at}.name", "每个主题只写一次")
            for place, home in enumerate(entry.homes):
                if home not in NOTE_FIELDS:
                    raise source.problem(
                        f"没有“{home}”这一栏", f"{at}.homes[{place}]", "、".join(NOTE_FIELDS) + " 之一"
                    )
            for place, other in enumerate(entry.over):
                if other not in names:
                    raise source.problem(
                        f"没有主题“{other}”", f"{at}.over[{place}]", "本文件里某个主题的 name"
                    )
            rules = tuple(_rule(source, rule, f"{at}.rules[{i}]") for i, rule in enumerate(entry.rules))
            soft = tuple(
                _rule(source, rule, f"{at}.soft_rules[{i}]") for i, rule in enumerate(entry.soft_rules)
            )
            found[entry.name] = Theme(
                entry.name, entry.homes, _lower(entry.strong), _lower(entry.soft), rules, soft, entry.over, entry.yields,
                entry.general, entry.follows, entry.sector, entry.channel, entry.seen, entry.years, entry.kinds,
            )  # fmt: skip
        self.by_name: Mapping[str, Theme] = found
        self._order = {name: index for index, name in enumerate(found)}
        self._by_word: dict[str, list[tuple[str, bool]]] = {}
        for theme in found.values():
            for word in theme.strong:
                self._by_word.setdefault(word, []).append((theme.name, not theme.general))
            for word in theme.soft:
                self._by_word.setdefault(word, []).append((theme.name, False))
        self.hidden = frozenset(_lower(shape.not_signals))
        self.asides = frozenset(_lower(shape.asides))
        self.words = frozenset(self._by_word) | self.hidden | self.asides | {
            word
            for theme in found.values()
            for rule in (*theme.rules, *theme.soft_rules)
            for part in rule
            for word in part.words
        }  # fmt: skip

    def find(self, words: Words, titles: Mapping[str, int]) -> tuple[str, ...]:
        """The themes of one clause, in the order they are named, at most three.

        Args:
            words: The clause's own words.
            titles: Words that stand inside 《titles》: they help a rule, but name nothing by themselves.
        """
        own: dict[str, int] = {}
        soft: dict[str, int] = {}
        for word, start in words.tokens.items():
            for name, is_own in self._by_word.get(word, ()):
                names = own if is_own else soft
                names[name] = min(start, names.get(name, start))
        wide = Words({**titles, **words.tokens}, self.hidden, words.quantities, words.negated, words.field)
        for theme in self.by_name.values():
            by_rule = soft if theme.general else own
            if theme.name not in by_rule and (at := _first(theme.rules, wide)) is not None:
                by_rule[theme.name] = at
            if (
                theme.name not in own
                and theme.name not in soft
                and (at := _first(theme.soft_rules, wide)) is not None
            ):
                soft[theme.name] = at
        if any(word in self.asides for word in words.tokens):
            return ()
        return self._settle(self._fitting(own, words.field)) or self._settle(self._fitting(soft, words.field))

    def _fitting(self, starts: Mapping[str, int], field: str) -> Mapping[str, int]:
        """Where fields of administration and ways of working compete, the note's field decides between them."""
        sectors = {name: at for name, at in starts.items() if self.by_name[name].sector}
        others = {name: at for name, at in starts.items() if name not in sectors}
        if field == "依申请公开":
            return others
        if field not in ASPECTS or not sectors or not others:
            return starts
        if field == "主动公开":
            return {
                name: at
                for name, at in starts.items()
                if name in sectors or self.by_name[name].channel or field in self.by_name[name].homes
            }
        return others if any(field in self.by_name[name].homes for name in others) else starts

    def _settle(self, starts: Mapping[str, int]) -> tuple[str, ...]:
        beaten = {other for name in starts for other in self.by_name[name].over}
        kept = [name for name in starts if name not in beaten] or list(starts)
        kept.sort(key=lambda name: (self.by_name[name].channel, starts[name], self._order[name]))
        return tuple(kept[:3])


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _first(rules: tuple[tuple[Part, ...], ...], words: Words) -> int | None:
    return next((at for rule in rules if (at := _holds(rule, words)) is not None), None)


def _rule(source: YamlFile, rule: str, at: str) -> tuple[Part, ...]:
    parts = tuple(_part(source, text.strip(), at) for text in rule.split(" + "))
    if not any((part.words and not part.absent) or part.units for part in parts):
        raise source.problem(f"规则“{rule}”没有要出现的词", at, "a|b + c，至少一处是要出现的词或 #")
    return parts


def _part(source: YamlFile, text: str, at: str) -> Part:
    if text.startswith("@"):
        fields = tuple(text[1:].split("|"))
        if wrong := [field for field in fields if field not in NOTE_FIELDS]:
            raise source.problem(f"没有“{wrong[0]}”这一栏", at, "、".join(NOTE_FIELDS) + " 之一")
        return Part(fields=fields)
    if text in ("=0", "=1"):
        return Part(negated=text == "=0")
    absent = text.startswith("-")
    pieces = tuple(piece.strip().lower() for piece in text.removeprefix("-").split("|"))
    if not all(pieces):
        raise source.problem(f"规则里“{text}”有空的一项", at, "a|b，竖线两边都有词")
    words = tuple(piece for piece in pieces if not piece.startswith("#"))
    units = tuple(piece[1:] or "*" for piece in pieces if piece.startswith("#"))
    return Part(words=words, units=units, absent=absent)


def _holds(rule: tuple[Part, ...], words: Words) -> int | None:
    """Where the rule's first word stands, or None when the rule does not hold."""
    first: int | None = None
    for part in rule:
        where = _part_holds(part, words)
        if where is None:
            return None
        if first is None and where >= 0:
            first = where
    return 0 if first is None else first


def _part_holds(part: Part, words: Words) -> int | None:
    """Where the part is met; -1 when it is met by no word; None when it is not met."""
    if part.fields:
        return -1 if words.field in part.fields else None
    if part.negated is not None:
        return -1 if words.negated == part.negated else None
    found = [at for word in part.words if (at := words.at(word)) is not None]
    units = [
        quantity.start
        for quantity in words.quantities
        if "*" in part.units or (quantity.unit or "-") in part.units
    ]
    if part.absent:
        return None if found or units else -1
    return min(found) if found else units[0] if units else None


@cache
def shipped_themes() -> Themes:
    """The themes of the shipped ``lexicon/themes.yaml``."""
    return Themes(read_lexicon("themes.yaml"))


def load_themes() -> Mapping[str, Theme]:
    """All themes by name, in the order of the corpus."""
    return shipped_themes().by_name


def ticks(field: str, year: int, kind: UnitKind) -> tuple[Theme, ...]:
    """What units of this kind commonly do in that year, for one field of the notes, the most frequent first."""
    offered = [
        theme
        for theme in load_themes().values()
        if field in theme.homes
        and theme.years[0] <= year <= theme.years[1]
        and (not theme.kinds or kind in theme.kinds)
    ]
    return tuple(sorted(offered, key=lambda theme: (theme.homes.index(field), -theme.frequency)))
