"""A sentence that a reviewer rewrote, offered as a phrase of the unit's own bank.

One decision: a phrase is only offered when the same note would give the same sentence next time: every number of the
sentence is a number of the note, and the note's own words are the keywords. Nothing is written before it was read back.
"""

import hashlib
import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import msgspec
import yaml
from msgspec.structs import replace

from assistant.drafting import Draft
from phrasebank.bank import Bank, bank_files, lay_over, load_bank
from phrasebank.matching import residual
from phrasebank.phrase import SlotForm
from phrasebank.reading import Quantity
from report.document import Sentence
from report.problem import InputProblem
from report.writers.files import write_file

OWN_FILE = "own.yaml"
"""The file that saved phrases go to; people may edit it."""

_NAMES = {
    "人次": "人数",
    "名": "人数",
    "场次": "场数",
    "万元": "金额",
    "元": "金额",
    "亿元": "金额",
    "%": "比例",
}
_CLASSIFIER = re.compile(r"人次|条次|家次|场次|班次|万元|亿元|[条件篇次场期个份名人册处轮项起家户批部天元%]")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


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

    def as_yaml(self, indent: str = "  ") -> str:
        """The entry of a bank's file."""
        needs = {
            name: {"units": list(slot.units), **({"of": list(slot.of)} if slot.of else {}), **({"say": slot.say} if slot.say else {})}
            for name, slot in self.needs.items()
        }  # fmt: skip
        values = {
            "id": self.id,
            "field": self.field,
            "themes": list(self.themes),
            "claims": f"原话“{self.note}”",
            "order": self.order,
            "keywords": [list(group) for group in self.keywords],
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
    clauses = [clause for clause in draft.narrative.clauses if clause.text in told.sources]
    themes = tuple(dict.fromkeys(theme for clause in clauses for theme in clause.themes))
    if not clauses or not themes:
        raise InputProblem(
            "没有看出这句话出自哪条原话，不能存为短语", right="由一条原话写成、看得出主题的句子"
        )
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
    if left := _DIGITS.search(re.sub(r"\{\{.*?\}\}", "", text)):
        raise InputProblem(f"数字“{left.group()}”不在这条原话里，不能存为短语", right="句中的数字都来自原话")
    keywords = tuple((word,) for clause in clauses for word in residual(clause))
    if not keywords:
        raise InputProblem("原话里没有可以认出这句话的词，不能存为短语", right="写明做了什么的原话")
    field, note = clauses[0].field or clauses[0].note.field, "，".join(clause.text for clause in clauses)
    replaced = bank.phrases.get(told.phrase) if bank else None
    order = replaced.form.order if replaced else 50
    return named(PhraseProposal("", field, themes, keywords, needs, text, note, order))


def named(proposal: PhraseProposal) -> PhraseProposal:
    """The proposal under the id that its content gives; the same content has the same id."""
    content = f"{proposal.themes}{proposal.keywords}{proposal.text}"
    return replace(proposal, id=f"own.{hashlib.sha256(content.encode()).hexdigest()[:8]}")


def _origin(draft: Draft, paragraph_id: str, text: str) -> Sentence:
    """The generated sentence that the reviewer's replaces: the one most like it."""
    paragraph = next((one for one in draft.narrative.paragraphs if one.id == paragraph_id), None)
    sentences = paragraph.sentences if paragraph else ()
    if not sentences:
        raise InputProblem("这一段没有可以存为短语的句子", right="由原话写成的段落")
    return max(sentences, key=lambda one: SequenceMatcher(None, one.text, text, autojunk=False).ratio())


def _with_slot(text: str, quantity: Quantity, needs: dict[str, SlotForm]) -> str:
    """The wording with one number turned into a slot; its slot is added to ``needs``."""
    digits = re.match(r"[0-9][0-9,.]*", quantity.text)
    wanted = digits.group().replace(",", "") if digits else quantity.value
    found = re.search(
        rf"(?:近|约|超过)?(?<![0-9.]){re.escape(wanted)}(?![0-9.])[万亿]?余?(?P<unit>{_CLASSIFIER.pattern})?",
        text,
    )
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


def save_phrase(proposal: PhraseProposal, folder: Path) -> Path:
    """Add a phrase to ``own.yaml`` of the unit's folder, whole or not at all; the file is returned.

    Raises:
        InputProblem: the file as it would be cannot be read; nothing was written.
        OutputProblem: it could not be written.
    """
    path = folder / OWN_FILE
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    if path.exists() and proposal.id in load_bank((folder,)).phrases:
        return path
    after = _added(before, proposal)
    with tempfile.TemporaryDirectory() as scratch:
        trial = Path(scratch) / OWN_FILE
        trial.write_bytes(after.encode())
        lay_over(load_bank(), _replaced(bank_files(folder), path, trial))
    folder.mkdir(parents=True, exist_ok=True)
    write_file(path, after.encode())
    return path


def _replaced(files: Sequence[Path], path: Path, trial: Path) -> list[Path]:
    return [*(file for file in files if file != path), trial]


def _added(text: str, proposal: PhraseProposal) -> str:
    """The file with one entry more at the end of its ``phrases``; what people wrote in it stays as it is."""
    if text and not text.endswith("\n"):
        text += "\n"
    node = yaml.compose(text, Loader=yaml.SafeLoader) if text.strip() else None
    entries = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    there = entries.get("phrases")
    if there is None:
        return f"{text}phrases:\n{proposal.as_yaml()}"
    if not isinstance(there, yaml.SequenceNode) or there.flow_style or not there.value:
        raise InputProblem(
            f"{OWN_FILE} 的 phrases 不是每行一个“- ”的列表，没有写入", right="phrases 下每条短语以 - 开头"
        )
    lines = text.splitlines(keepends=True)
    at = there.end_mark.line
    entry = proposal.as_yaml(" " * there.start_mark.column)
    return "".join([*lines[:at], entry, *lines[at:]])
