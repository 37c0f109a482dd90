"""The 89 themes a note may speak of, as data: their words and their homes.

One decision: a theme is named by a word that is its own, or by a rule that joins general words; a general word alone
names nothing. Words are compared with the tokens of a clause, so a longer word hides the shorter one inside it.
"""

from collections.abc import Mapping
from functools import cache

import msgspec
from msgspec.structs import replace

from phrasebank.protect import read_lexicon
from phrasebank.rules import Groups, Rule, RuleBook, Words, parse_rule
from report.document import ASPECTS, NOTE_FIELDS
from report.unit import UnitKind
from report.yamlfile import YamlFile, convert

REPORTS, DIGESTS = 16, 106
"""How many full reports and how many excerpts the counts in ``seen`` were taken from."""

_KEEPING = (*ASPECTS[1:], "存在问题", "改进情况", "其他事项")
"""Fields where one tells how the work was done, not what was published."""

_ASIDE = ""
"""The theme of a rule that says that no theme is meant."""


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
    place: bool = False
    years: tuple[int, int] = (0, 9999)
    kinds: tuple[UnitKind, ...] = ()
    tick: bool = True


class _ThemesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    themes: tuple[_ThemeEntry, ...]
    not_signals: str | tuple[str, ...]
    asides: str | tuple[str, ...]
    aside_rules: tuple[str, ...] = ()
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
    place: bool
    """A channel that only says where something hung (贴在村公开栏): not meant where a field of administration is told."""
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
            rules += _rules_of(source, entry, at, names, groups)
            found[entry.name] = Theme(
                entry.name, entry.homes, _lower(entry.strong), _lower(entry.soft), entry.over, entry.yields,
                entry.general, entry.follows, entry.sector, entry.channel, entry.place, entry.seen, entry.years, entry.kinds, entry.tick,
            )  # fmt: skip
        self.by_name: Mapping[str, Theme] = found
        self._order = {name: index for index, name in enumerate(found)}
        self._by_word: dict[str, list[tuple[str, bool]]] = {}
        for theme in found.values():
            for word in theme.strong:
                self._by_word.setdefault(word, []).append((theme.name, not theme.general))
            for word in theme.soft:
                self._by_word.setdefault(word, []).append((theme.name, False))
        for place, rule in enumerate(shape.aside_rules):
            parts, _ = parse_rule(source, rule, f"$.aside_rules[{place}]", groups)
            rules.append(Rule(_ASIDE, soft=False, parts=parts))
        self._publishing = tuple(word for word in groups.get("公布", ()) if len(word) > 1)
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
        held = self._rules.held(wide)
        if any(rule.theme == _ASIDE for rule, _ in held):
            return ()
        for rule, at in held:
            if rule.theme in beaten:  # of two that deny each other the first in the file is meant
                continue
            names = soft if rule.soft else own
            beaten |= rule.over
            if rule.theme not in own:
                names.setdefault(rule.theme, at)
        for name in beaten:
            own.pop(name, None)
            soft.pop(name, None)
        return self._settle(self._fitting(self._unbeaten(own), words)) or self._settle(
            self._fitting(self._unbeaten(soft), words)
        )

    def _fitting(self, starts: Mapping[str, int], words: Words) -> Mapping[str, int]:
        """Where several themes compete, the note's field decides between them.

        Where one tells how the work was done, a field of administration is meant only if something was published:
        消防演练 under 监督保障 speaks of none.
        """
        field, themes = words.field, self.by_name
        if field in ASPECTS and any(field in themes[name].homes for name in starts):
            told = any(themes[name].sector and field in themes[name].homes for name in starts)
            return {
                name: at
                for name, at in starts.items()
                if (field in themes[name].homes or (themes[name].channel and field != "依申请公开"))
                and not (told and themes[name].place)
            }
        if field == "依申请公开" or (field in _KEEPING and not self._publishes(words)):
            return {name: at for name, at in starts.items() if not themes[name].sector}
        return starts

    def _publishes(self, words: Words) -> bool:
        return any(word in token for token in words.tokens for word in self._publishing)

    def _unbeaten(self, starts: Mapping[str, int]) -> Mapping[str, int]:
        beaten = {other for name in starts for other in self.by_name[name].over}
        return {name: at for name, at in starts.items() if name not in beaten} or starts

    def _settle(self, starts: Mapping[str, int]) -> tuple[str, ...]:
        kept = list(starts)
        if not all(self.by_name[name].general for name in kept):
            kept = [name for name in kept if not self.by_name[name].general]
        kept.sort(key=lambda name: (self.by_name[name].channel, starts[name], self._order[name]))
        return tuple(kept[:3])


def _rules_of(source: YamlFile, entry: _ThemeEntry, at: str, names: set[str], groups: Groups) -> list[Rule]:
    rules: list[Rule] = []
    for key, written in (("rules", entry.rules), ("soft_rules", entry.soft_rules)):
        soft = entry.general or key == "soft_rules"
        for place, rule in enumerate(written):
            where = f"{at}.{key}[{place}]"
            parts, beaten = parse_rule(source, rule, where, groups)
            if beaten - names:
                wrong = min(beaten - names)
                raise source.problem(f"没有主题“{wrong}”", where, "本文件里某个主题的 name")
            rules.append(Rule(entry.name, soft, parts, beaten))
    return rules


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
