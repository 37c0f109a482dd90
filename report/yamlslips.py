"""What a Chinese input method puts where YAML wants a half-width mark, found before it is told as something else.

One decision: a full-width colon is no mistake to YAML, it makes a text of what was meant as a name and a value, and the
complaint comes lines later about a name that is missing. So the lines of a person's file are looked at first, for marks
that stand where only the form can stand: before a name we know, around a whole value, in front of a list's item. What
could be somebody's own words is left alone unless the file could not be read anyway (``broken``).
"""

import re
from collections.abc import Collection, Iterator

import msgspec

from report.lazily import pattern
from report.problem import InputProblem, Place

_BLOCK = pattern(r"(?:\A|[:\-]) *[|>][+\-0-9]* *(?:#.*)?\Z")
"""A line after which the indented ones are text as it stands."""
_HEAD = pattern(r"(?P<dash>-[ \u3000]+)?(?P<name>[\w.]+)(?P<gap>[ \u3000]*)(?P<colon>[:：])(?P<after>.*)\Z")
_WRAPPED = pattern(r"[“”][^“”]*[“”]|[‘’][^‘’]*[‘’]")
_IN_BRACKETS = {"：": ": ", "，": ", ", "［": "[", "］": "]", "｛": "{", "｝": "}", "【": "[", "】": "]"}
_BLANKS = {"\u3000": "全角空格", "\u00a0": "不换行空格", "\t": "制表符（Tab）"}


class Slip(msgspec.Struct, frozen=True):
    """One mark that is not the one YAML needs; line and column count from 1."""

    line: int
    column: int
    what: str
    right: str

    def problem(self, name: str) -> InputProblem:
        """The same as a problem of the file ``name``."""
        return InputProblem(self.what, place=Place(name, self.line, self.column), right=self.right)


class Names(msgspec.Struct, frozen=True):
    """Which words at the beginning of a line are names of a file's own form."""

    known: Collection[str]
    shape: str = ""
    """What names look like besides the known ones (``T3``, ``R01``), as a pattern."""
    free: Collection[str] = ()
    """Names whose values are a person's words: quotes around them are theirs."""
    items: bool = False
    """Names may follow a list's dash, and a list's items are values of ours too."""

    def holds(self, word: str) -> bool:
        """Whether it is one of them."""
        return word in self.known or bool(self.shape and re.fullmatch(self.shape, word))


def first_slip(text: str, names: Names, *, broken: bool = False) -> Slip | None:
    """The first wrong mark of a file.

    Args:
        text: The whole file.
        names: Its names.
        broken: It could not be read: then marks count that would else be taken as a person's words.
    """
    for number, line in _lines(text):
        found = _slip(line, names, broken=broken)
        if found:
            column, what, right = found
            return Slip(number, column + 1, what, right)
    return None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, without comments and without text that stands as it is."""
    within: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.lstrip(" \t\u3000\u00a0")
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(bare)
        if within is not None and indent > within:
            continue
        within = indent if _BLOCK.search(line.rstrip()) else None
        yield number, line.rstrip()


_Found = tuple[int, str, str] | None


def _slip(line: str, names: Names, *, broken: bool) -> _Found:
    bare = line.lstrip(" \t\u3000\u00a0")
    indent = len(line) - len(bare)
    head = _HEAD.match(bare)
    if head and (not names.holds(head["name"]) or (head["dash"] and not names.items)):
        head = None
    formal = bool(head) or bare.startswith("-")
    if formal or broken:
        for column, character in enumerate(line[:indent]):
            if character in _BLANKS:
                return column, f"行首的缩进里有{_BLANKS[character]}", "缩进只用半角空格，同一层的各行对齐"
    found = _at_front(bare, names) or (_after_name(head, names) if head else None)
    if not found and broken:
        found = (_unquoted(bare) if names.items else None) or _in_value(bare)
    return (indent + found[0], *found[1:]) if found else None


def _at_front(bare: str, names: Names) -> _Found:
    """What is wrong with the mark that opens a line."""
    if bare.startswith("＃"):
        return 0, "行首是全角井号“＃”", "说明文字以半角井号 # 开头"
    if bare.startswith("－"):
        return 0, "行首是全角的“－”", "列表的每一项以半角减号加空格“- ”开头"
    if bare.startswith(("-\u3000", "-\u00a0")):
        return 1, "“-”后面是全角空格", "“-”后面空一个半角空格"
    if re.match(r"-[^\s\-0-9]", bare):
        return 1, "“-”后面没有空格，会和上一行连成一句", "“-”后面空一个半角空格"
    if names.items and bare.startswith("- ") and _WRAPPED.fullmatch(bare[2:].strip()):
        return _quotes(len(bare) - len(bare[2:].lstrip()))
    return None


def _after_name(head: re.Match[str], names: Names) -> _Found:
    """What is wrong between a name and its value."""
    name, after = head["name"], head["after"]
    if head["colon"] == "：":
        return head.start("colon"), f"“{name}”后面是全角冒号“：”", f"“{name}: …”，冒号用半角，后面空一格"
    if after[:1] in {"\u3000", "\u00a0"}:
        return head.start("after"), f"“{name}:”后面是全角空格", f"“{name}: …”，冒号后面空一个半角空格"
    if after and not after[0].isspace():
        return head.start("after"), f"“{name}:”后面没有空格", f"“{name}: …”，冒号后面空一格"
    value = after.strip()
    if name not in names.free and _WRAPPED.fullmatch(value):
        return _quotes(head.end() - len(after.lstrip()))
    return None


def _quotes(column: int) -> _Found:
    return column, "两头是全角引号“”，会当成文字的一部分", '去掉引号，或者用半角引号 " "'


def _unquoted(bare: str) -> _Found:
    """A wording that opens with a brace and is read as one of YAML's own."""
    opened = re.search(r"(?:\A- +|: +)(\{[{%])", bare)
    if not opened:
        return None
    return opened.start(1), "以花括号开头的说法没有加引号", '整句加半角引号，如 "{{ 次数 }}…"'


def _in_value(bare: str) -> _Found:
    """What is wrong inside a value of a file that could not be read."""
    opened = re.search(r"[:：\-] *([\[{［｛【])|\A([\[{])", bare)
    if opened:
        for column in range(opened.end() - 1, len(bare)):
            if bare[column] in _IN_BRACKETS and bare[:column].count('"') % 2 == 0:
                mark = bare[column]
                return column, f"括号里有全角的“{mark}”", f"半角的“{_IN_BRACKETS[mark]}”"
    value = re.search(r'[:\-] +("|[“”])', bare)
    if value:
        begin, end = bare[value.start(1)], bare[-1]
        if begin == '"' and end in "“”" and bare.count('"') == 1:
            return len(bare) - 1, "开头的引号是半角，末尾的引号是全角", '前后都用半角引号 " "'
        if begin in "“”" and end == '"' and bare.count('"') == 1:
            return value.start(1), "开头的引号是全角，末尾的引号是半角", '前后都用半角引号 " "'
    return None


__all__ = ["Names", "Slip", "first_slip"]
