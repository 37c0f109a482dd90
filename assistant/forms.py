"""Which form a document gets: the one that is named, else the one its file name says; never another than the name says.

A file name is a promise to whoever opens it: Markdown in a file called .docx is an error of ours, not of theirs.
"""

from collections.abc import Mapping
from pathlib import Path

from report.problem import InputProblem

FORMS: Mapping[str, tuple[str, ...]] = {
    "md": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "json": (".json",),
}
"""Form → the endings of file names that promise it, the usual one first."""

FORM_WORDS: Mapping[str, str] = {
    "md": "纯文本，带排版记号",
    "html": "网页，双击就能打开，也能用 Word、WPS 打开",
    "json": "数据，给程序用",
}
"""Form → what it is, for somebody who knows no file formats."""


def form_of(path: Path | None, wanted: str = "") -> str:
    """The form to write.

    Args:
        path: The file, or None for the standard output.
        wanted: The form that was named, empty when none was.

    Raises:
        InputProblem: the ending of the name promises another form, or one that there is not.
    """
    ending = path.suffix.lower() if path else ""
    promised = _form(ending)
    if promised and wanted and promised != wanted:
        raise InputProblem(
            f"文件名“{path.name if path else ''}”是 {promised} 的，要的形式是 {wanted}，两样对不上，没有写",
            right=f"文件名以 {FORMS[wanted][0]} 结尾，或形式写 {promised}",
        )
    if ending and not promised and (not wanted or ending in _OFFICE):
        listed = "、".join(endings[0] for endings in FORMS.values())
        raise InputProblem(f"不能写成 {ending} 文件，没有写", right=f"文件名以 {listed} 之一结尾")
    return promised or wanted or "md"


def _form(ending: str) -> str:
    return next((form for form, endings in FORMS.items() if ending in endings), "")


def form_named(path: Path) -> str:
    """The form a file's name promises, the usual one where we cannot write that."""
    return _form(path.suffix.lower()) or "md"


def promises_a_document(path: Path) -> bool:
    """Whether a name is that of one document by its ending, so that nobody means a folder by it."""
    ending = path.suffix.lower()
    return ending in _OFFICE or bool(_form(ending))


def next_form(path: Path) -> Path:
    """The same file name with the ending of the next form; a name without a known ending gets the first one."""
    usual = [endings[0] for endings in FORMS.values()]
    known = [form for form, endings in FORMS.items() if path.suffix.lower() in endings]
    if not known:
        return path.with_name(f"{path.name}{usual[0]}")
    return path.with_suffix(usual[(list(FORMS).index(known[0]) + 1) % len(usual)])


def free_path(path: Path) -> Path:
    """The path itself, or where a file stands there already one beside it: ``年报（2）.md``; nothing is written over."""
    try:
        there = path.is_file()
    except OSError:  # a name longer than there may be: writing will say so
        there = False
    if not there:
        return path
    others = (path.with_stem(f"{path.stem}（{number}）") for number in range(2, 10_000))
    return next(other for other in others if not other.exists())


_OFFICE = (".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".pdf", ".ofd", ".rtf", ".odt")
"""Endings that promise a form of their own, whatever form is named."""
