"""YAML with positions: every mistake in a data file is answered with file, line and the right form.

PyYAML parses (its C loader where there is one); we keep its node tree instead of its values, because only the
nodes know where they stand. Plain scalars follow YAML 1.2's core rules, not 1.1's (``no`` and ``012`` stay text);
decimals become `Decimal`, never float (an amount must come out as it was typed). A repeated key is a mistake,
not a silent overwrite. msgspec checks the shape against frozen structs.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from report.problem import InputProblem, Place


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # one of two, by the machine
    """Nodes without tags: what a scalar is, `_value` decides."""

    def resolve(self, *_: object) -> str:
        """No tag, at no cost."""
        return ""


_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z", re.ASCII)
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+\Z", re.ASCII)
_WORDS: Mapping[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}

T = TypeVar("T")

Position = tuple[int, int]
"""Line and column, both from 1."""


class YamlFile(msgspec.Struct, frozen=True, eq=False):
    """The values of one YAML file and where each of them stands.

    ``positions`` is keyed by msgspec's path notation (``$.tables.T3.R01[2]``); the path of a mapping entry points
    to its value, the same path with ``#`` appended points to its key.
    """

    name: str
    data: Any
    positions: Mapping[str, Position]
    text: str = ""
    """The file itself, for those who show the lines around a mistake."""

    def place(self, path: str = "$") -> Place:
        """Where ``path`` stands; the nearest enclosing value if the path itself is not in the file."""
        while path not in self.positions and len(path) > 1:
            path = path[: max(path.rfind("."), path.rfind("["))]
        line, column = self.positions.get(path, (0, 0))
        return Place(self.name, line, column)

    def problem(self, what: str, path: str = "$", right: str = "") -> InputProblem:
        """An `InputProblem` that points to ``path`` in this file."""
        return InputProblem(what, place=self.place(path), right=right)


def read_yaml(path: Path, *, name: str | None = None) -> YamlFile:
    """Read one YAML file (UTF-8).

    Raises:
        InputProblem: the file is missing, not UTF-8, or not well-formed YAML.
    """
    shown = name or path.name
    return parse_yaml(read_text(path, name=shown), name=shown)


def read_text(path: Path, *, name: str | None = None) -> str:
    """The text of a file (UTF-8, with or without a mark at its beginning).

    Raises:
        InputProblem: the file is missing or not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as why:
        raise InputProblem(
            "文件不是 UTF-8 编码", place=Place(name or path.name), right="另存为 UTF-8 编码后再读"
        ) from why
    except OSError as why:
        raise InputProblem(f"文件读不到（{_refusal(why)}）", place=Place(str(path))) from why


def _refusal(why: OSError) -> str:
    """Why the system did not give the file, in words."""
    if isinstance(why, FileNotFoundError | NotADirectoryError):
        return "没有这个文件"
    if isinstance(why, IsADirectoryError):
        return "这是文件夹，不是文件"
    return "没有读它的权限" if isinstance(why, PermissionError) else "系统不让读"


def parse_yaml(text: str, *, name: str) -> YamlFile:
    """Parse YAML text; ``name`` is what error messages call it."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as why:
        mark = why.problem_mark or why.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        raise InputProblem(
            f"不是完好的 YAML（{_explain(why)}）",
            place=place,
            right="“名称: 值”，冒号后空一格，括号、引号成对",
        ) from why
    except yaml.YAMLError as why:
        raise InputProblem("不是完好的 YAML（有不能出现的字符）", place=Place(name)) from why
    return YamlFile(name, _value(node, name) if node else None, _Positions(node), text)


class _Positions(Mapping[str, Position]):
    """Where everything of a file stands, worked out when it is first asked: most files have no mistakes."""

    def __init__(self, node: yaml.Node | None) -> None:
        """Remember the tree."""
        self._node = node

    @cached_property
    def _known(self) -> dict[str, Position]:
        known: dict[str, Position] = {}
        if self._node is not None:
            _locate(self._node, "$", known)
        return known

    def __getitem__(self, path: str) -> Position:
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _locate(node: yaml.Node, path: str, known: dict[str, Position]) -> None:
    known[path] = _start(node)
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            here = f"{path}.{key_node.value}"
            known[here + "#"] = _start(key_node)
            _locate(value_node, here, known)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _locate(item, f"{path}[{index}]", known)


def _start(node: yaml.Node) -> Position:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _explain(why: yaml.MarkedYAMLError) -> str:
    problem = str(why.problem or "")
    known = {
        "expected ',' or '}'": "花括号 { 没有配对",
        "expected ',' or ']'": "方括号 [ 没有配对",
        "did not find expected ',' or '}'": "花括号 { 没有配对",
        "did not find expected ',' or ']'": "方括号 [ 没有配对",
        "mapping values are not allowed": "一行里有多余的冒号，或缩进不齐",
        "could not find expected ':'": "名称后面缺冒号",
        "found character '\\t'": "缩进用了制表符，应用空格",
        "found character that cannot start": "缩进用了制表符，或有不能开头的字符",
        "did not find expected key": "缩进不齐，或引号没有配对",
        "expected <block end>": "缩进不齐",
        "found unexpected end of stream": "引号没有配对",
    }
    return next((said for sign, said in known.items() if sign in problem), "这一行或上一行的写法不对")


def _value(node: yaml.Node, name: str) -> Any:
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in result:
                raise InputProblem(
                    f"“{key}”写了两次", place=Place(name, *_start(key_node)), right="同一层里每个名称只写一次"
                )
            result[key] = _value(value_node, name)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, name) for item in node.value]
    text = str(node.value)
    if getattr(node, "style", None) not in (None, ""):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return Decimal(text) if _DECIMAL.match(text) else text


_KINDS = {
    "int": "整数",
    "str": "文字",
    "array": "列表（[…] 或每行一个 - ）",
    "object": "“名称: 值”的一组",
    "bool": "true 或 false",
    "decimal": "数字",
    "null": "空",
}


def convert(source: YamlFile, shape: type[T], data: Any = msgspec.UNSET, at: str = "$") -> T:
    """Turn the file's values (or the part ``data`` that stands at ``at``) into ``shape``, a frozen msgspec struct.

    Raises:
        InputProblem: naming file, line, the field, and what would be right; a misspelt field gets a guess.
    """
    try:
        return msgspec.convert(source.data if data is msgspec.UNSET else data, shape, strict=True)
    except msgspec.ValidationError as why:
        raise _translate(source, str(why), shape, at) from why


def _translate(source: YamlFile, message: str, shape: type[Any], at: str) -> InputProblem:
    text, _, where = message.partition(" - at `")
    path = at + where.rstrip("`")[1:]
    path = re.sub(r"\[\.\.\.\]", "", path)
    field_name = path.rpartition(".")[2] if "." in path else ""
    if unknown := re.search(r"unknown field `(.+)`", text):
        word = unknown[1]
        guess = get_close_matches(word, _all_fields(shape), n=1)
        right = f"是不是“{guess[0]}”" if guess else "只能用：" + "、".join(sorted(_all_fields(shape)))
        return source.problem(f"不认识的名称“{word}”", f"{path}.{word}#", right)
    if missing := re.search(r"required field `(.+)`", text):
        return source.problem(f"缺“{missing[1]}”", path, f"补上“{missing[1]}: …”")
    if kinds := re.search(r"Expected `([^`]+)`, got `([^`]+)`", text):
        wanted = "或".join(_KINDS.get(kind, kind) for kind in kinds[1].split(" | "))
        found = _KINDS.get(kinds[2], kinds[2])
        return source.problem(f"“{field_name}”的值是{found}", path, wanted)
    if bad := re.search(r"Invalid enum value (.+)", text):
        return source.problem(f"“{field_name}”不能是 {bad[1]}", path, _choices(shape, field_name))
    return source.problem(f"“{field_name}”的值不对（{text}）", path)


def _walk(shape: Any, seen: set[Any]) -> list[type[msgspec.Struct]]:
    found: list[type[msgspec.Struct]] = []
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct) and shape not in seen:
        seen.add(shape)
        found.append(shape)
        for info in msgspec.structs.fields(shape):
            found += _walk(info.type, seen)
    for inner in getattr(shape, "__args__", ()):
        found += _walk(inner, seen)
    return found


def _all_fields(shape: type[Any]) -> set[str]:
    return {info.encode_name for struct in _walk(shape, set()) for info in msgspec.structs.fields(struct)}


def _choices(shape: type[Any], field_name: str) -> str:
    for struct in _walk(shape, set()):
        for info in msgspec.structs.fields(struct):
            if info.encode_name == field_name:
                values = re.findall(r"'([^']+)'", repr(info.type))
                if values:
                    return "、".join(values) + " 之一"
    return ""
