"""A YAML text as values, and where each of them stands: loaded only when a text was not read before.

PyYAML parses (its C loader where there is one); we keep its node tree instead of its values, because only the
nodes know where they stand. Plain scalars follow YAML 1.2's core rules, not 1.1's (``no`` and ``012`` stay text);
decimals become `Decimal`, never float (an amount must come out as it was typed). A repeated key is a mistake,
not a silent overwrite.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from report.lazily import pattern
from report.problem import InputProblem, Place


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # one of two, by the machine
    """Nodes without tags: what a scalar is, `_value` decides."""

    def resolve(self, *_: object) -> str:
        """No tag, at no cost."""
        return ""


_INTEGER = pattern(r"[-+]?(0|[1-9][0-9]*)\Z", re.ASCII)
_DECIMAL = pattern(r"[-+]?[0-9]+\.[0-9]+\Z", re.ASCII)
_WORDS: Mapping[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}

Position = tuple[int, int]
"""Line and column, both from 1."""


def values(text: str, name: str) -> Any:
    """What the text says; ``name`` is what error messages call it.

    Raises:
        InputProblem: it is not well-formed, or a name stands twice in one mapping.
    """
    node = _tree(text, name)
    return _value(node, name) if node else None


def positions(text: str, name: str) -> Mapping[str, Position]:
    """Where everything of a well-formed text stands, by msgspec's path notation (see `report.yamlfile.YamlFile`)."""
    known: dict[str, Position] = {}
    node = _tree(text, name)
    if node is not None:
        _locate(node, "$", known)
    return known


def _tree(text: str, name: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
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
