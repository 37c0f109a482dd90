"""YAML with positions: every mistake in a data file is answered with file, line and the right form.

`yamltree` parses, `yamlkept` keeps what the shipped files say, so that they are parsed once and not at every start.
msgspec checks the shape against frozen structs.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from report import yamlkept
from report.problem import InputProblem, Place

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
    text = read_text(path, name=shown)
    kept = yamlkept.kept(path, text)
    if kept is not None:
        return YamlFile(shown, kept.data, _Positions(text, shown), text)
    source = parse_yaml(text, name=shown)
    yamlkept.keep(path, text, source.data)
    return source


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
    from report.yamltree import values  # noqa: PLC0415  most files were parsed at an earlier start

    return YamlFile(name, values(text, name), _Positions(text, name), text)


class _Positions(Mapping[str, Position]):
    """Where everything of a file stands, worked out when it is first asked: most files have no mistakes."""

    def __init__(self, text: str, name: str) -> None:
        """Remember the text."""
        self._text = text
        self._name = name

    @cached_property
    def _known(self) -> Mapping[str, Position]:
        from report.yamltree import positions  # noqa: PLC0415  as above

        return positions(self._text, self._name)

    def __getitem__(self, path: str) -> Position:
        return self._known[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


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
