"""A sentence that a reviewer rewrote, offered as a phrase of the unit's own bank.

One decision: a phrase is only offered when the same note would give the same sentence next time: every number of the
sentence is a number of the note, and the note's own words are the keywords.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from difflib import SequenceMatcher

import msgspec
from msgspec.structs import replace

from assistant.aligned import behind
from assistant.drafting import Draft
from phrasebank.bank import Bank
from phrasebank.matching import denies as denies_it
from phrasebank.matching import residual
from phrasebank.phrase import SlotForm
from phrasebank.reading import Clause, Quantity
from report.document import Sentence
from report.lazily import pattern
from report.problem import InputProblem

_NAMES = {
    "人次": "人数",
    "名": "人数",
    "场次": "场数",
    "万元": "金额",
    "元": "金额",
    "亿元": "金额",
    "%": "比例",
}
_CLASSIFIER = pattern(r"人次|条次|家次|场次|班次|万元|亿元|[条件篇次场期个份名人册处轮项起家户批部天元%]")
_DIGITS = pattern(r"[0-9]+(?:\.[0-9]+)?")
_SLOT = pattern(r"\{\{.*?\}\}")
_OWN_PLAN: Mapping[str, str] = {
    "opening": "编制说明是格式里定的话",
    "1.intro": "总起这一句由程序按单位和年度写",
    "5.problems": "问题一条一条由程序排成一句",
    "5.measures": "改进措施由程序和问题一条一条对着写",
}
"""Paragraphs that no phrase of one note can word → why."""
_TOTALS = frozenset(
    {"active.total", "active.channel", "active.push", "active.channels", "active.followers", "active.reads"}
)
"""Phrases whose numbers the plan of publication collects from all notes."""


class PhraseProposal(msgspec.Struct, frozen=True):
    """A phrase as it would be saved; what a person may change first, they change with `dataclasses.replace`."""

    id: str
    field: str
    themes: tuple[str, ...]
    keywords: tuple[tuple[str, ...], ...]
    """Groups of words; a note must contain one of each."""
    needs: Mapping[str, SlotForm]
    text: str
    """The wording with its slots."""
    note: str
    """The words it was made from."""
    order: int = 50
    """Its place in the aspect's plan: that of the phrase whose sentence was rewritten."""
    tick: bool = False
    """It words a ticked theme, which has no words to be recognised by but its name."""
    zero: bool = False
    """It says that something did not happen."""

    def as_yaml(self, indent: str = "  ") -> str:
        """The entry of a bank's file."""
        needs = {
            name: {"units": list(slot.units), **({"of": list(slot.of)} if slot.of else {}), **({"say": slot.say} if slot.say else {})}
            for name, slot in self.needs.items()
        }  # fmt: skip
        values = {
            "id": self.id,
            "field": self.field,
            **({"themes": list(self.themes)} if self.themes else {}),
            "claims": f"原话“{self.note}”",
            "order": self.order,
            **({"tick": True} if self.tick else {"keywords": [list(group) for group in self.keywords]}),
            **({"zero": True} if self.zero else {}),
            "needs": needs,
            "variants": [self.text],
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
        return "".join(f"{indent}{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))


def propose_phrase(
    draft: Draft, paragraph_id: str, sentence_text: str, bank: Bank | None = None
) -> PhraseProposal:
    """Make a phrase of a sentence as the reviewer wrote it.

    Args:
        draft: The draft.
        paragraph_id: The paragraph.
        sentence_text: The reviewer's sentence.
        bank: Phrases in force, to keep the place of the one that is replaced.

    Raises:
        InputProblem: the sentence cannot become a phrase; the reason is for the reviewer.
    """
    told = _origin(draft, paragraph_id, sentence_text)
    clauses = _clauses_of(draft, paragraph_id, told)
    themes = tuple(dict.fromkeys(theme for clause in clauses for theme in clause.themes))
    if len(lines := dict.fromkeys(clause.note.text for clause in clauses)) > 1:
        raise InputProblem(
            f"这句话并了 {len(lines)} 条原话（{'；'.join(lines)}），不能存为短语",
            right="只由一条原话写成的句子",
        )
    text = sentence_text.strip().rstrip("。；，、")
    text = text.replace(f"{draft.document.year}年", "{{ 年 }}").replace(draft.document.unit.short, "{{ 我 }}")
    text = re.sub(r"\A(?:全年|本年度)", "{{ 时 }}", text)
    needs: dict[str, SlotForm] = {}
    for clause in clauses:
        for quantity in clause.quantities:
            text = _with_slot(text, quantity, needs)
    if left := _DIGITS.search(_SLOT.sub("", text)):
        raise InputProblem(f"数字“{left.group()}”不在这条原话里，不能存为短语", right="句中的数字都来自原话")
    denies = any(denies_it(clause) for clause in clauses)
    ticked = all(clause.note.ticked for clause in clauses)
    keywords = () if ticked else tuple((word,) for clause in clauses for word in residual(clause))
    if not keywords and not ticked:
        raise InputProblem("原话里没有可以认出这句话的词，不能存为短语", right="写明做了什么的原话")
    field, note = clauses[0].field or clauses[0].note.field, "，".join(clause.text for clause in clauses)
    replaced = bank.phrases.get(told.phrase) if bank else None
    order = replaced.form.order if replaced else 50
    return named(PhraseProposal("", field, themes, keywords, needs, text, note, order, ticked, denies))


def named(proposal: PhraseProposal) -> PhraseProposal:
    """The proposal under the id that its content gives; the same content has the same id."""
    content = f"{proposal.themes}{proposal.keywords}{proposal.text}"
    return replace(proposal, id=f"own.{hashlib.sha256(content.encode()).hexdigest()[:8]}")


def _origin(draft: Draft, paragraph_id: str, text: str) -> Sentence:
    """The generated sentence that the reviewer's replaces: the one in its place; of a text not in the draft, the likest."""
    paragraph = next((one for one in draft.narrative.paragraphs if one.id == paragraph_id), None)
    sentences = paragraph.sentences if paragraph else ()
    if not sentences:
        raise InputProblem("这一段没有可以存为短语的句子", right="由原话写成的段落")
    printed = [
        one.text for each in draft.document.paragraphs if each.id == paragraph_id for one in each.sentences
    ]
    if text in printed:
        old = behind(sentences, printed)[printed.index(text)]
        if len(old) != 1:
            what = f"是由 {len(old)} 句并成的" if old else "是您另加的，没有原话"
            raise InputProblem(f"这句话{what}，不能存为短语", right="由一条原话写成的句子")
        return old[0]
    return max(sentences, key=lambda one: SequenceMatcher(None, one.text, text, autojunk=False).ratio())


def _clauses_of(draft: Draft, paragraph_id: str, told: Sentence) -> list[Clause]:
    """The clauses a sentence was made from, when phrases can word them.

    Raises:
        InputProblem: the program makes such sentences itself; which, is said.
    """
    edition = draft.document.edition
    if paragraph_id in _OWN_PLAN:
        raise InputProblem(
            f"{_OWN_PLAN[paragraph_id]}，不能存为短语；您改的这一句照样留着",
            right="第一部分里由一条原话写成的句子",
        )
    if any(source in edition.ids for source in told.sources):
        raise InputProblem(
            "这句话的数出自表格，每年由程序按表写，不能存为短语；您改的这一句照样留着",
            right="由一条原话写成的句子",
        )
    clauses = [clause for clause in draft.narrative.clauses if clause.text in told.sources]
    if told.phrase.partition("#")[0] in _TOTALS:
        raise InputProblem(
            "公开总数和各渠道的数每年由程序比对、排成句子，不能存为短语；您改的这一句照样留着",
            right="由一条原话写成的别的句子",
        )
    if not clauses:
        raise InputProblem("这句话不是由原话写成的，不能存为短语", right="由一条原话写成的句子")
    return clauses


def _with_slot(text: str, quantity: Quantity, needs: dict[str, SlotForm]) -> str:
    """The wording with one number turned into a slot; its slot is added to ``needs``."""
    digits = re.match(r"[0-9][0-9,.]*", quantity.text)
    wanted = digits.group().replace(",", "") if digits else quantity.value
    unit = f"{re.escape(quantity.unit)}|{_CLASSIFIER.pattern}" if quantity.unit else _CLASSIFIER.pattern
    found = re.search(
        rf"(?:近|约|超过)?(?<![0-9.]){re.escape(wanted)}(?![0-9.])[万亿]?余?(?P<unit>{unit})?",
        text,
    ) or re.search(rf"{re.escape(quantity.text.removesuffix(quantity.unit))}(?P<unit>{unit})", text)
    if found is None:
        raise InputProblem(
            f"原话里的“{quantity.text}”没有写进这句话，不能存为短语", right="原话里的数字都在句中"
        )
    said = found["unit"] or ""
    if said != quantity.unit and not said:
        raise InputProblem(f"“{wanted}”后面没有量词，不能存为短语", right=f"带量词，如 {quantity.text}")
    name = _name(quantity, needs)
    needs[name] = SlotForm(
        units=(quantity.unit,),
        of=(quantity.of,)
        if quantity.of and any(slot.units == (quantity.unit,) for slot in needs.values())
        else (),
        say=said if said != quantity.unit else "",
    )
    return f"{text[: found.start()]}{{{{ {name} }}}}{text[found.end() :]}"


def _name(quantity: Quantity, taken: Mapping[str, SlotForm]) -> str:
    """What a slot is called: 次数, 人数; the next one of its kind 公众号条数, else 条数二."""
    base = _NAMES.get(quantity.unit) or (f"{quantity.unit}数" if quantity.unit else "数")
    names = [base, f"{quantity.of}{base}", *(f"{base}{number}" for number in "二三四五六七八九")]
    return next(name for name in names if name not in taken and name.isidentifier())
