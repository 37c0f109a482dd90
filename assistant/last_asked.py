"""Which of last year's problems is still asked about, and a plain reply (已改，每周推3次) as the answer to it.

One decision: only a line that opens with whether it was mended is taken for an answer to last year's problem; it is kept with that
problem named, so that the text and whoever reads the answers know which one is meant.
"""

from typing import TYPE_CHECKING

from report.lazily import pattern

if TYPE_CHECKING:
    from assistant.drafting import Draft

MEASURES = "measure.main"
"""The question under which it is answered."""
_ASKED = pattern("【待补：上年“(?P<problem>.+)”问题的整改情况】")
_MENDED = pattern(
    r"(?:这个|那个|它)?(?:问题)?(?:都|也|已经?|基本上?|全部?|现在|今年)*(?:改了|改好了?|改过来了?|改完了?|整改了?|解决了?|落实了?|改|好多了)(?=[，,。；;：:\s]|$)"
)
"""Opens a reply that says whether it was mended."""
_MARKS = "，,。；;：: \u3000"


def still_asked(draft: "Draft") -> tuple[str, ...]:
    """Last year's problems, in the person's words, of which nobody said what became of them."""
    gaps = (one.text for paragraph in draft.document.paragraphs for one in paragraph.sentences if one.is_gap)
    return tuple(found["problem"] for text in gaps if (found := _ASKED.fullmatch(text)))


def asks(problems: tuple[str, ...]) -> str:
    """The question about the first of them; empty where there is none."""
    return f"上年的“{problems[0]}”这个问题改了吗？怎么改的？写“已改，……”就行。" if problems else ""


def about_it(said: str, problem: str) -> str:
    """The lines as they were said, those that say only that it was mended with the problem named before them."""
    return "\n".join(_named(line, problem) for line in said.split("\n"))


def _named(line: str, problem: str) -> str:
    found = _MENDED.match(line.strip())
    if not found:
        return line
    rest = line.strip()[found.end() :].strip(_MARKS)
    return f"去年说{problem}，已经改了" + (f"，{rest}" if rest else "")
