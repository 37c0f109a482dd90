"""The review desk: paragraphs with the origin of their sentences, and what the document will be called."""

import re
from collections.abc import Mapping, Sequence

from assistant.drafting import Draft
from assistant.ledger import LAST_YEAR, LENGTH, WORDING
from assistant.origins import Origins
from assistant.views import ParagraphView, SentenceView
from db.store import Answer
from report.document import Paragraph, Sentence
from report.edition import Edition
from report.lazily import pattern

_LABELS: Mapping[str, str] = {
    "opening": "编制说明",
    "1.intro": "一、总起",
    "5.problems": "五、存在的主要问题",
    "5.measures": "五、改进情况",
    "6": "六、其他需要报告的事项",
}
SUPERIORS = "unit.superiors"
CONTACT: Mapping[str, str] = {
    "unit.contact.address": "地址",
    "unit.contact.postcode": "邮编",
    "unit.contact.phone": "电话",
    "unit.contact.website": "网址",
}
_LED = "intro.led"
"""The phrase that names under whose leadership the work was done."""
_SIGNS = {"/": "÷", "-": "减", "+": "加"}
_WORKED_OUT = pattern("([-/+])")
_UNSAFE = pattern(r'[\\/:*?"<>|\s]+')


def work_of(slot: str) -> str:
    """What a slot that is no answer but a choice about the text was about, in words; empty for all others."""
    return "篇幅" if slot == LENGTH else "换一种说法" if slot.startswith(WORDING) else ""


def edit_of(draft: Draft, paragraphs: Sequence[str]) -> str:
    """What was edited, in words."""
    known = {one.id: label_of(one) for one in draft.document.paragraphs}
    return "、".join(f"改过的“{known.get(name) or name}”这一段" for name in paragraphs)


def bodies(draft: Draft) -> dict[str, str]:
    """Paragraph id → text, for seeing what changed."""
    return {paragraph.id: paragraph.body for paragraph in draft.document.paragraphs}


def paragraph_view(
    draft: Draft, paragraph_id: str, answers: Mapping[str, Answer], origins: Origins
) -> ParagraphView:
    """One paragraph for the review desk; KeyError when there is none."""
    generated = {paragraph.id: paragraph for paragraph in draft.narrative.paragraphs}
    printed = {paragraph.id: paragraph for paragraph in draft.document.paragraphs}[paragraph_id]
    before = generated[paragraph_id]
    return ParagraphView(
        id=paragraph_id,
        label=label_of(printed),
        heading=printed.heading,
        text=printed.body,
        generated=before.body,
        edited=printed.body != before.body,
        conflicts=draft.merge_conflicts.get(paragraph_id, ()),
        sentences=tuple(_sentence(sentence, printed, answers, origins) for sentence in printed.sentences),
    )


def label_of(paragraph: Paragraph) -> str:
    """What a paragraph is called on the screen."""
    return _LABELS.get(paragraph.id) or paragraph.heading.rstrip("。") or paragraph.aspect


def _sentence(
    sentence: Sentence,
    paragraph: Paragraph,
    answers: Mapping[str, Answer],
    origins: Origins,
) -> SentenceView:
    edition = origins.edition

    def words_of(origin: str) -> str:
        taken = "（沿用去年）" if origins.carried(origin) else ""
        return origin_words(origin, edition, answers) + taken

    numbers = tuple(
        (
            number.text,
            _jotted(number.text, sentence, paragraph.aspect, origins) or words_of(number.origin)
            if number.origin.startswith("notes.")
            else words_of(number.origin),
        )
        for number in sentence.numbers
    )
    led = (SUPERIORS,) if sentence.phrase == _LED else ()
    sources = tuple(words_of(source) for source in (*sentence.sources, *led))
    return SentenceView(
        sentence.text,
        sentence.phrase,
        sentence.variant,
        sources,
        numbers,
        law=origins.law(sentence),
        goes_to=origins.goes_to(sentence, paragraph),
        claims=origins.claims(sentence),
        ways=origins.ways(sentence),
        edited=sentence.kind == "edited",
    )


def _jotted(digits: str, sentence: Sentence, field: str, origins: Origins) -> str:
    """The jotted words that hold a number, with who wrote them and when; empty where none holds it so written."""
    holding = re.compile(rf"(?<![0-9.]){re.escape(digits)}(?![0-9])")
    words = next((source for source in sentence.sources if holding.search(source)), "")
    if not words:
        from phrasebank.register.rewrite import normalise  # noqa: PLC0415  一百二十四 and １２４ hold 124

        words = next((source for source in sentence.sources if holding.search(normalise(source))), "")
    words = words or next(iter(sentence.sources), "")
    slot = next(iter(origins.slots_of(words, field)), "") if words else ""
    answer = origins.answers.get(slot)
    return f"“{words}”（{answer.who}，{answer.when[:10]}）" if answer else f"“{words}”" if words else ""


def origin_words(origin: str, edition: Edition, answers: Mapping[str, Answer]) -> str:
    """Where a number or a claim came from, as a person would say it; a person's own words stay as they are."""
    if origin in edition.ids:
        if answer := answers.get(origin):
            return f"{edition.label(origin)}（{answer.who}，{answer.when[:10]}）"
        return edition.label(origin) + ("（程序算得）" if edition.parts(origin) else "（答了没有）")
    if any(table.id == origin for table in edition.tables):
        return edition.table(origin).name
    if told := _computed(origin, edition) or _contact(origin, answers):
        return told
    if origin == SUPERIORS and (answer := answers.get(origin)):
        value = answer.value
        led = "、".join(value) if isinstance(value, tuple) else str(value)
        return f"上级机关：{led}（{answer.who}，{answer.when[:10]}）"
    named = {"year": "报告年度", "edition": "格式规定", "unit": "单位名称", "edited": "审改人手工写入"}
    return named.get(origin) or origin.replace("notes.", "原话：")


def _contact(origin: str, answers: Mapping[str, Answer]) -> str:
    """A part of the contact line; empty for all else."""
    part, given = CONTACT.get(origin, ""), answers.get(origin)
    told = f"（{given.who}，{given.when[:10]}）" if given else ""
    return part and f"联系方式：{part}{told}"


def _computed(origin: str, edition: Edition) -> str:
    """A whole row, or a number worked out of several cells (``T3.S3/T3.R24.C7``), in words; empty for all else."""
    rows = {
        f"{table.id}.{row.id}": f"{table.name} {row.name}" for table in edition.tables for row in table.rows
    }
    if origin in rows:
        return rows[origin]
    words = []
    for piece in _WORKED_OUT.split(origin):
        cell = piece.removeprefix(LAST_YEAR)
        if piece in _SIGNS:
            words.append(_SIGNS[piece])
        elif cell in edition.ids:
            words.append(("去年的" if piece != cell else "") + edition.label(cell))
        elif words and piece.startswith("notes."):
            words.append("去年的件数（原话）")
        else:
            return ""
    return f"{' '.join(words)}（程序算得）"


def file_name(draft: Draft, form: str) -> str:
    """``<unit><year>年政府信息公开工作年度报告.md``; 草稿 stands in it while anything is open."""
    document = draft.document
    unfinished = not draft.is_final
    unit = _UNSAFE.sub("", document.unit.name.replace("【", "").replace("】", "").replace("：", ""))
    return f"{unit}{document.year}年政府信息公开工作年度报告{'（草稿）' if unfinished else ''}.{form}"
