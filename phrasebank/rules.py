"""Rules that join general words into a theme: 网站 + 改版, 申请 + a quantity in 件 + jotted under 依申请公开.

One decision: a rule is looked at only when one of the words it begins with stands in the clause; a clause has few words,
so hundreds of rules cost next to nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from phrasebank.reading import Quantity
from report.document import NOTE_FIELDS
from report.yamlfile import YamlFile


class Part(msgspec.Struct, frozen=True):
    """One condition of a rule; it holds when one of its alternatives does."""

    words: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    """Units a quantity of the clause may have; ``*`` is any, ``-`` none."""
    fields: frozenset[str] = frozenset()
    absent: bool = False
    """None of the words may be there."""
    negated: bool | None = None

    @property
    def names_words(self) -> bool:
        """Whether it can only be met by a word that is there."""
        return bool(self.words) and not self.units and not self.absent


class Rule(msgspec.Struct, frozen=True):
    """One rule of a theme."""

    theme: str
    soft: bool
    """It names its theme only when no other theme is named."""
    parts: tuple[Part, ...]
    over: frozenset[str] = frozenset()
    """Themes that are not meant where this rule holds (人工智能产业政策 speaks of no question-answering machine)."""


class Words(msgspec.Struct, frozen=True):
    """What rules are held against: the words of one clause and what else is known of it."""

    tokens: Mapping[str, int]
    """Word → where it first stands, in lower case."""
    quantities: tuple[Quantity, ...]
    negated: bool
    field: str


class RuleBook:
    """All rules, found by the words that can start them."""

    def __init__(self, rules: tuple[Rule, ...], hidden: frozenset[str]) -> None:
        """Index the rules by the words of that naming part which has the fewest.

        Args:
            rules: In the order of the file.
            hidden: Words that hold a signal word by accident; they match only themselves.
        """
        self.rules = rules
        self.hidden = hidden
        self.words = frozenset(word for rule in rules for part in rule.parts for word in part.words)
        self._starting: dict[str, list[int]] = {}
        self._always: list[int] = []
        self._inside: dict[str, tuple[str, ...]] = {}
        for index, rule in enumerate(rules):
            naming = [part for part in rule.parts if part.names_words]
            if not naming:
                self._always.append(index)
                continue
            for word in min(naming, key=lambda part: len(part.words)).words:
                self._starting.setdefault(word, []).append(index)

    def held(self, words: Words) -> list[tuple[Rule, int]]:
        """The rules that hold and where the first word of each stands, in the order of the file."""
        present: dict[str, int] = {}
        for token, start in words.tokens.items():
            for word in self._words_in(token):
                present[word] = min(start, present.get(word, start))
        candidates = {index for word in present for index in self._starting.get(word, ())}
        found: list[tuple[Rule, int]] = []
        for index in sorted(candidates.union(self._always)):
            where = _holds(self.rules[index].parts, present, words)
            if where is not None:
                found.append((self.rules[index], where))
        return found

    def _words_in(self, token: str) -> tuple[str, ...]:
        """The rule words that a token is, begins or ends with; a single character counts only by itself.

        What stands in the middle belongs to neither side: 公开标准 opens no bids (开标).
        """
        known = self._inside.get(token)
        if known is None:
            inner = {
                token[start:end]
                for start in range(len(token))
                for end in range(start + 2, len(token) + 1)
                if token not in self.hidden and (start == 0 or end == len(token))
            }
            known = tuple(sorted((inner | {token}) & self.words))
            self._inside[token] = known
        return known


Groups = Mapping[str, frozenset[str]]
"""Sets of words that many rules share (``$领导``)."""


def parse_rule(
    source: YamlFile, rule: str, at: str, groups: Groups | None = None
) -> tuple[tuple[Part, ...], frozenset[str]]:
    """Read one rule (``a|b + #条 + @主动公开 + !微博``).

    Returns:
        Its parts, and the names of the themes that are not meant where it holds.

    Raises:
        InputProblem: an unknown field or group, an empty alternative, or nothing that has to be there.
    """
    written = [text.strip() for text in rule.split(" + ")]
    over = frozenset(name for text in written if text.startswith("!") for name in text[1:].split("|"))
    parts = tuple(_part(source, text, at, groups or {}) for text in written if not text.startswith("!"))
    if not any((part.words or part.units) and not part.absent for part in parts):
        raise source.problem(f"规则“{rule}”没有要出现的词", at, "a|b + c，至少一处是要出现的词或 #")
    return parts, over


def _part(source: YamlFile, text: str, at: str, groups: Groups) -> Part:
    if text.startswith("@"):
        fields = text[1:].split("|")
        if wrong := [name for name in fields if name not in NOTE_FIELDS]:
            raise source.problem(f"没有“{wrong[0]}”这一栏", at, "、".join(NOTE_FIELDS) + " 之一")
        return Part(fields=frozenset(fields))
    if text in ("=0", "=1"):
        return Part(negated=text == "=0")
    pieces = [piece.strip().lower() for piece in text.removeprefix("-").split("|")]
    if not all(pieces):
        raise source.problem(f"规则里“{text}”有空的一项", at, "a|b，竖线两边都有词")
    words = frozenset(piece for piece in pieces if piece[0] not in "$#")
    for piece in pieces if "$" in text else ():
        if piece[0] == "$":
            if piece[1:] not in groups:
                right = "、".join(f"${name}" for name in groups) or "groups 里写过的一组词"
                raise source.problem(f"没有“{piece}”这一组词", at, right)
            words |= groups[piece[1:]]
    return Part(
        words=words,
        units=frozenset(piece[1:] or "*" for piece in pieces if piece[0] == "#")
        if "#" in text
        else frozenset(),
        absent=text.startswith("-"),
    )


def _holds(parts: Iterable[Part], present: Mapping[str, int], words: Words) -> int | None:
    """Where the rule's first met word or number stands, or None when the rule does not hold."""
    first: int | None = None
    naming: list[frozenset[str]] = []
    for part in parts:
        where = _part_holds(part, present, words)
        if where is None:
            return None
        if first is None and where >= 0:
            first = where
        if part.names_words:
            naming.append(part.words & present.keys())
    return (first or 0) if _each_its_own(naming, frozenset()) else None


def _each_its_own(naming: Sequence[frozenset[str]], used: frozenset[str]) -> bool:
    """Whether every part is met by a word of its own: 答复 alone is not 登记|答复 + 答复|归档."""
    if not naming:
        return True
    return any(_each_its_own(naming[1:], used | {word}) for word in naming[0] - used)


def _part_holds(part: Part, present: Mapping[str, int], words: Words) -> int | None:
    """Where the part is met; -1 when it is met by no word; None when it is not met."""
    if part.fields:
        return -1 if words.field in part.fields else None
    if part.negated is not None:
        return -1 if words.negated == part.negated else None
    found = [present[word] for word in part.words & present.keys()]
    if part.units and not found:
        found = [
            quantity.start
            for quantity in words.quantities
            if "*" in part.units or (quantity.unit or "-") in part.units
        ]
    if part.absent:
        return None if found else -1
    return min(found, default=None)
