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
from phrasebank.wording import printed
from report.lazily import pattern

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
_RIGHT = "{{ 名称 }} 或 {% if 名称 %}…{% endif %}"
_BRACES = pattern(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPENED = pattern(r"\{\{[^{}]*\}?|\{%[^{}]*\}?")
"""Braces up to where they close, or should have."""
_TAG = pattern(r"\{%[-+]?\s*(\w+)")
_ALONE = {"if": "{}{{% endif %}}", "elif": "", "else": "", "endif": ""}
"""What a tag needs around it to be read alone; empty: it cannot be."""
_NAMES = {"\u3000": "全角空格"}
_FULL_WIDTH = pattern(r"[，。；：！？（）｛｝“”‘’＞＜＝＋－＊／％｜［］　、]")


class TemplateMistakeError(Exception):
    """A template that may not be used; ``what`` and ``right`` are Chinese, for the author of a bank."""

    def __init__(self, what: str, right: str = "", word: str = "", offset: int = 0) -> None:
        """Keep the parts of the message; whoever knows the file adds the place.

        Args:
            what: What is wrong.
            right: What would be right.
            word: The wrong word of the template; empty when it is the whole template.
            offset: Where in the template the word begins.
        """
        self.what, self.right, self.word, self.offset = what, right, word, offset
        super().__init__(what)


def _finalize(value: object) -> str:
    """Print a value of a template."""
    return str(value) if isinstance(value, Undefined) else printed(value).marked()


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
    _refuse_marks(text)
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as why:
        raise _syntax_mistake(text, why) from why
    if (what := _refused(tree)) is not None:
        word, offset = _first(text, _does_too_much)
        raise TemplateMistakeError(
            what, "数字由程序算好再填，短语里只写 {{ 名称 }} 或 {% if 名称 %}…{% endif %}", word, offset
        )
    outside = _outside(text)
    if run := DIGITS.search(outside):
        raise TemplateMistakeError(
            f"短语里直接写了数字“{run.group()}”",
            "数字一律用花括号里的名称，如 {{ 件数 }}",
            run.group(),
            run.start(),
        )
    if brace := re.search(r"[{}]", outside):
        raise TemplateMistakeError(f"多了一个“{brace.group()}”", _RIGHT, brace.group(), brace.start())
    return frozenset(node.name for node in tree.find_all(nodes.Name))


def _refuse_marks(text: str) -> None:
    """What is wrong with single characters, before Jinja is asked."""
    if mark := MARKS.search(text):
        raise TemplateMistakeError(
            "短语里有不能出现的字符（私用区字符）", "只用普通文字", mark.group(), mark.start()
        )
    if brace := re.search(r"[｛｝]+", text):
        raise TemplateMistakeError(
            f"花括号“{brace.group()}”是全角的", "半角的花括号，如 {{ 件数 }}", brace.group(), brace.start()
        )
    for opened in _OPENED.finditer(text):
        if wide := _FULL_WIDTH.search(opened.group()):
            raise TemplateMistakeError(
                f"花括号里有全角符号“{_NAMES.get(wide.group(), wide.group())}”",
                "花括号里只用半角符号，如 {{ 件数 }}",
                wide.group(),
                opened.start() + wide.start(),
            )


def _syntax_mistake(text: str, why: TemplateSyntaxError) -> TemplateMistakeError:
    word, offset = _first(text, _does_not_parse)
    if not word:
        word, offset = _unpaired(text)
    return TemplateMistakeError(f"短语的花括号写法不对（{_explain(why)}）", _RIGHT, word, offset)


def _refused(tree: nodes.Template) -> str | None:
    """What a template does that it may not, or None."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            return next(
                (said for kind, said in _REFUSED.items() if isinstance(node, kind)), "花括号里的写法不支持"
            )
    return None


def _first(text: str, wrong: Callable[[str], bool]) -> tuple[str, int]:
    """The first pair of braces that is wrong by itself, and where it stands; empty when none is."""
    for brace in _BRACES.finditer(text):
        tag = _TAG.match(brace.group())
        alone = _ALONE.get(tag[1], "{}").format(brace.group()) if tag else brace.group()
        if alone and wrong(alone):
            return brace.group(), brace.start()
    return "", 0


def _does_not_parse(template: str) -> bool:
    try:
        _ENVIRONMENT.parse(template)
    except TemplateSyntaxError:
        return True
    return False


def _does_too_much(template: str) -> bool:
    return _does_not_parse(template) or _refused(_ENVIRONMENT.parse(template)) is not None


def _unpaired(text: str) -> tuple[str, int]:
    """The mark that has no partner: an if without endif, an endif without if, braces that are not closed."""
    waiting: list[tuple[str, int]] = []
    for brace in _BRACES.finditer(text):
        tag = _TAG.match(brace.group())
        if tag and tag[1] == "if":
            waiting.append((brace.group(), brace.start()))
        elif tag and tag[1] == "endif":
            if not waiting:
                return brace.group(), brace.start()
            waiting.pop()
    if waiting:
        return waiting[-1]
    loose = re.search(r"\{[{%]|[%}]\}", _outside(text))
    return (loose.group(), loose.start()) if loose else ("", 0)


def _outside(text: str) -> str:
    """The text with its braces blanked out: what stands between them, in its place."""
    return _BRACES.sub(lambda brace: " " * len(brace.group()), text)


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


__all__ = ["TemplateMistakeError", "UndefinedError", "compile_template", "slots_of"]
