"""Phrases are templates, and templates may only place what they are given: no arithmetic, no defaults, no globals.

Everything a template may contain is a short list (`_ALLOWED`); whatever else it holds is refused when the bank is
loaded, with the words a bank's author needs. Values arrive as `Fragment` and are printed between private-use marks,
which are read out again, so that every digit of the finished wording still knows its origin.
"""

import re
from collections.abc import Callable, Mapping

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from phrasebank.fragment import DIGITS, MARKS, Fragment, read_marked

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
_REFUSED: Mapping[type[nodes.Node], str] = {
    nodes.BinExpr: "花括号里有算式",
    nodes.UnaryExpr: "花括号里有算式",
    nodes.Filter: "花括号里用了过滤器（|…）",
    nodes.Call: "花括号里调用了函数",
    nodes.Getattr: "花括号里用了点号",
    nodes.Getitem: "花括号里用了方括号",
    nodes.Const: "花括号里直接写了数字或引号文字",
    nodes.Compare: "花括号里有比较",
    nodes.For: "短语里有循环",
    nodes.Assign: "短语里给名称赋值",
    nodes.Test: "花括号里用了 is",
}
_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_FULL_WIDTH = re.compile(r"[，。；：！？（）｛｝“”‘’＞＜＝＋－＊／％｜［］　、]")


class TemplateMistakeError(Exception):
    """A template that may not be used; ``what`` and ``right`` are Chinese, for the author of a bank."""

    def __init__(self, what: str, right: str = "", word: str = "") -> None:
        """Keep the parts of the message; whoever knows the file adds the place."""
        self.what, self.right, self.word = what, right, word
        super().__init__(what)


class UntracedDigitError(Exception):
    """A digit of a finished sentence has no origin: a mistake of ours, never shown as it is."""


def _finalize(value: object) -> str:
    """Print a value of a template; only wording may be printed, and it must not be empty."""
    if isinstance(value, Undefined):
        return str(value)
    if isinstance(value, Fragment) and value:
        return value.marked()
    raise TypeError(f"a phrase printed {value!r}")


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        finalize=_finalize,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


_ENVIRONMENT = _environment()


def slots_of(text: str) -> frozenset[str]:
    """The names a template uses.

    Raises:
        TemplateMistakeError: the template cannot be parsed, or does more than place values.
    """
    if MARKS.search(text):
        raise TemplateMistakeError("短语里有不能出现的字符（私用区字符）", "只用普通文字")
    for brace in _BRACES.finditer(text):
        if wide := _FULL_WIDTH.search(brace.group()):
            raise TemplateMistakeError(
                f"花括号里有全角符号“{wide.group()}”", "花括号里只用半角符号，如 {{ 件数 }}", brace.group()
            )
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as why:
        raise TemplateMistakeError(
            f"短语的花括号写法不对（{_explain(why)}）", "{{ 名称 }} 或 {% if 名称 %}…{% endif %}"
        ) from why
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            what = next(
                (said for kind, said in _REFUSED.items() if isinstance(node, kind)), "花括号里的写法不支持"
            )
            raise TemplateMistakeError(
                what, "数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}"
            )
    for data in tree.find_all(nodes.TemplateData):
        if run := DIGITS.search(data.data):
            raise TemplateMistakeError(
                f"短语里直接写了数字“{run.group()}”", "数字一律用花括号里的名称，如 {{ 件数 }}", run.group()
            )
    return frozenset(node.name for node in tree.find_all(nodes.Name))


def _explain(why: TemplateSyntaxError) -> str:
    message = str(why.message or "")
    known = {
        "unexpected end of template": "有开头没有结尾",
        "Unexpected end of template": "{% if %} 没有 {% endif %}",
        "unexpected char": "有不认识的符号",
        "unexpected '}'": "花括号没有配对",
        "Encountered unknown tag": "不认识的标签",
        "Expected an expression": "花括号里是空的",
        "expected token": "花括号没有配对，或名称里有空格",
    }
    return next((said for sign, said in known.items() if sign in message), "看不懂")


def compile_template(text: str) -> Callable[[Mapping[str, Fragment]], Fragment]:
    """Compile a checked template once; the result renders it with slots.

    Missing slots raise `UndefinedError`, empty ones `TypeError`: both are mistakes of the caller.
    """
    template: Template = _ENVIRONMENT.from_string(text)

    def render(slots: Mapping[str, Fragment]) -> Fragment:
        return read_marked(template.render(slots))

    return render


__all__ = ["TemplateMistakeError", "UndefinedError", "UntracedDigitError", "compile_template", "slots_of"]
