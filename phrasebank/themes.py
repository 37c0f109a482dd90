"""The 89 themes a note may speak of, as data: their words, their homes, when they are offered for ticking.

One decision: a theme is named by a word that is its own, or by a rule that joins general words; a general word alone
names nothing. Words are compared with the tokens of a clause, so a longer word hides the shorter one inside it.
"""

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec.structs import replace

from phrasebank.protect import read_lexicon
from phrasebank.rules import Rule, RuleBook, Words, parse_rule
from report.document import ASPECTS, NOTE_FIELDS
from report.unit import UnitKind
from report.yamlfile import YamlFile, convert

REPORTS, DIGESTS = 16, 106
"""How many full reports and how many excerpts the counts in ``seen`` were taken from."""

MOST_TICKS = 20
"""More than this nobody reads through."""


class _ThemeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    homes: tuple[str, ...]
    seen: tuple[int, int]
    strong: str | tuple[str, ...]
    rules: tuple[str, ...] = ()
    soft: str | tuple[str, ...] = ()
    soft_rules: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    general: bool = False
    follows: bool = False
    sector: bool = False
    channel: bool = False
    years: tuple[int, int] = (0, 9999)
    kinds: tuple[UnitKind, ...] = ()
    tick: bool = True


class _ThemesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    themes: tuple[_ThemeEntry, ...]
    not_signals: str | tuple[str, ...]
    asides: str | tuple[str, ...]
    groups: dict[str, str | tuple[str, ...]] = {}


class Theme(msgspec.Struct, frozen=True):
    """One theme of the corpus."""

    name: str
    homes: tuple[str, ...]
    """Fields it is written in, the usual one first (`report.document.NOTE_FIELDS`)."""
    strong: tuple[str, ...]
    soft: tuple[str, ...]
    """Words that name it only when no other theme is named."""
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
    tick: bool
    """It may be offered for ticking at all: not what the tables tell, not a bare field of administration."""

    @property
    def frequency(self) -> float:
        """Share of the corpus's units in whose report it was seen; excerpts show the first screen only, so it is a floor."""
        return sum(self.seen) / (REPORTS + DIGESTS)


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
        rules: list[Rule] = []
        groups = {name: frozenset(_lower(words)) for name, words in shape.groups.items()}
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
            for key, written in (("rules", entry.rules), ("soft_rules", entry.soft_rules)):
                soft = entry.general or key == "soft_rules"
                for place, rule in enumerate(written):
                    where = f"{at}.{key}[{place}]"
                    parts, beaten = parse_rule(source, rule, where, groups)
                    if beaten - names:
                        wrong = min(beaten - names)
                        raise source.problem(f"没有主题“{wrong}”", where, "本文件里某个主题的 name")
                    rules.append(Rule(entry.name, soft, parts, beaten))
            found[entry.name] = Theme(
                entry.name, entry.homes, _lower(entry.strong), _lower(entry.soft), entry.over, entry.yields,
                entry.general, entry.follows, entry.sector, entry.channel, entry.seen, entry.years, entry.kinds, entry.tick,
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
        self._rules = RuleBook(tuple(rules), self.hidden)
        self.words = frozenset(self._by_word) | self.hidden | self.asides | self._rules.words

    def is_aside(self, text: str) -> bool:
        """Whether a clause speaks of private matters or to a colleague (食堂换了桌椅, 数字再核一下)."""
        return any(word in text for word in self.asides)

    def find(self, words: Words, titles: Mapping[str, int]) -> tuple[str, ...]:
        """The themes of one clause, in the order they are named, at most three.

        Args:
            words: The clause's own words.
            titles: Words that stand inside 《titles》: they help a rule, but name nothing by themselves.
        """
        if any(word in self.asides for word in words.tokens):
            return ()
        own: dict[str, int] = {}
        soft: dict[str, int] = {}
        for word, start in words.tokens.items():
            for name, is_own in self._by_word.get(word, ()):
                names = own if is_own else soft
                names[name] = min(start, names.get(name, start))
        wide = replace(words, tokens={**titles, **words.tokens})
        beaten: set[str] = set()
        for rule, at in self._rules.held(wide):
            if rule.theme in beaten:  # of two that deny each other the first in the file is meant
                continue
            names = soft if rule.soft else own
            beaten |= rule.over
            if rule.theme not in own:
                names.setdefault(rule.theme, at)
        for name in beaten:
            own.pop(name, None)
            soft.pop(name, None)
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
        if not all(self.by_name[name].general for name in kept):
            kept = [name for name in kept if not self.by_name[name].general]
        kept.sort(key=lambda name: (self.by_name[name].channel, starts[name], self._order[name]))
        return tuple(kept[:3])


def _lower(words: str | tuple[str, ...]) -> tuple[str, ...]:
    """Words in lower case; in one text they stand apart by blanks (one value, which YAML reads far sooner)."""
    return tuple(words.lower().split()) if isinstance(words, str) else tuple(word.lower() for word in words)


@cache
def shipped_themes() -> Themes:
    """The themes of the shipped ``lexicon/themes.yaml``."""
    return Themes(read_lexicon("themes.yaml"))


def load_themes() -> Mapping[str, Theme]:
    """All themes by name, in the order of the corpus."""
    return shipped_themes().by_name


def ticks(field: str, year: int, kind: UnitKind) -> tuple[Theme, ...]:
    """What units of this kind commonly do in that year, for one field of the notes.

    Args:
        field: One of `report.document.NOTE_FIELDS`; a theme is offered in its usual home only.
        year: The report's year.
        kind: The kind of unit.

    Returns:
        At most `MOST_TICKS` themes, the most frequent first.
    """
    offered = [
        theme
        for theme in load_themes().values()
        if theme.tick
        and field == theme.homes[0]
        and theme.years[0] <= year <= theme.years[1]
        and (not theme.kinds or kind in theme.kinds)
    ]
    # What only such units have (规章 for governments) is never crowded out by what everybody has.
    kept = sorted(offered, key=lambda theme: (not theme.kinds, -theme.frequency))[:MOST_TICKS]
    return tuple(sorted(kept, key=lambda theme: -theme.frequency))
