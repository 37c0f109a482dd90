"""What was taken over from last year (F6, 同上年): its numbers are last year's until somebody says they are this year's."""

from collections.abc import Container, Iterable, Iterator, Mapping

from msgspec.structs import replace

from assistant.drafting import Draft, mark_of
from assistant.edited import split_sentences
from db.store import Answer, Store
from phrasebank.reading import final_words
from prompts.question import Question
from prompts.state import State
from report.checks.finding import Finding, Place
from report.lazily import pattern

_NUMBER = pattern("[0-9０-９]|[一二两三四五六七八九十百千万]+(?=[条件次期人篇场份个名家项])")
_SECTIONS = {"存在问题": "五", "改进情况": "五", "其他事项": "六"}
_PARAGRAPHS = {"存在问题": "5.problems", "改进情况": "5.measures", "其他事项": "6"}


def with_carried(
    draft: Draft, asked: Iterable[Question], answers: Mapping[str, Answer], checked: Container[str]
) -> Draft:
    """The draft with one warning (``N-LAST``) for every line with a number that was taken over and not answered anew.

    Args:
        draft: The draft of these answers.
        asked: The questions that apply.
        answers: The answers as they stand.
        checked: Marks of what somebody looked at and left as it is.
    """
    figures = draft.document.figures
    new = tuple(one for one in _findings(asked, answers) if mark_of(one, figures) not in checked)
    return replace(draft, findings=(*draft.findings, *new))


def _findings(asked: Iterable[Question], answers: Mapping[str, Answer]) -> Iterator[Finding]:
    for question in asked:
        for slot in question.slots:
            answer = answers.get(slot)
            if answer is None or answer.source != "carried" or not isinstance(answer.value, tuple):
                continue
            for line in answer.value:
                words = (final_words(line) or line).rstrip("。；")
                if _NUMBER.search(words):
                    section = _SECTIONS.get(question.field, "一")
                    place = Place(section=section, aspect=question.field, text=words)
                    said = f"“{words}”是沿用去年的，里面的数今年还是这样吗？请看一眼。"
                    yield Finding("N-LAST", "warning", place, said)


def rewritten_before(store: Store, state: State, question: Question) -> str:
    """What a reviewer wrote last year in the paragraph of a question, which no answer holds; empty where nothing."""
    name, year = state.answers.get("unit.name"), state.year
    before = store.find(name, year - 1) if isinstance(name, str) and year else None
    paragraph = _PARAGRAPHS.get(question.field, f"1.{question.field}")
    edit = store.edits(before).get(paragraph) if before and question.field else None
    if edit is None:
        return ""
    generated = set(split_sentences(edit.base))
    told = "".join(one for one in split_sentences(edit.text) if one not in generated)
    if not told:
        return ""
    return f"去年审改时这一段改成过“{told}”，没有带过来；要用，写成“照写：”加这一句，数换成今年的。"
