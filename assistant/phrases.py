"""The phrase bank as people own it: opened with a unit's own folder, looked into, and added to.

One decision: nothing a person wrote into a bank may stop the assistant. A folder that cannot be used is left out and
said so; a phrase that is saved has been read back before it is written.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from assistant.phrase_proposal import PhraseProposal, propose_phrase
from assistant.phrase_saving import save_phrase
from phrasebank.bank import Bank, load_bank
from phrasebank.fragment import Fragment
from phrasebank.phrase import Phrase, SlotForm, Variant
from phrasebank.uses import limits, never_used, when_used
from report.problem import InputProblem

SAMPLE = Fragment("12")
"""Number shown in examples."""


def open_bank(folders: Sequence[Path]) -> tuple[Bank, str]:
    """The bank with a unit's folders over it, and a notice when one of them cannot be used (empty otherwise)."""
    try:
        return load_bank(folders), ""
    except InputProblem as why:
        return load_bank(), f"本单位短语暂时没有用上，先用自带的短语。{why}改好后重新打开即可。"


class PhraseRow(msgspec.Struct, frozen=True):
    """One line of ``phrases list``."""

    id: str
    field: str
    themes: tuple[str, ...]
    claims: str
    variants: int

    def as_json(self) -> dict[str, Any]:
        """The shape of ``--json``."""
        return {
            "id": self.id,
            "field": self.field,
            "themes": list(self.themes),
            "claims": self.claims,
            "variants": self.variants,
        }

    def cells(self) -> tuple[str, ...]:
        """The fields of a line."""
        return self.id, self.field, "、".join(self.themes) or "—", self.claims, str(self.variants)


def listed(bank: Bank, theme: str = "", field: str = "") -> tuple[PhraseRow, ...]:
    """The phrases of one theme, of one field of the notes, or all.

    Raises:
        InputProblem: there is no such theme or field; with a guess.
    """
    from phrasebank.bank_check import PLACES, guess  # noqa: PLC0415  only these commands check names

    if theme and theme not in bank.themes:
        raise InputProblem(
            f"没有“{theme}”这个主题", right=guess(theme, bank.themes) or "短语库的主题，如 政策解读"
        )
    if field and field not in PLACES:
        raise InputProblem(
            f"没有“{field}”这个小节", right=guess(field, PLACES) or "、".join(PLACES) + " 之一"
        )
    return tuple(
        PhraseRow(phrase.id, phrase.form.field, phrase.form.themes, phrase.form.claims, len(phrase.variants))
        for phrase in bank.phrases.values()
        if (not theme or theme in phrase.form.themes) and (not field or field == phrase.form.field)
    )


def shown(bank: Bank, phrase_id: str) -> str:
    """One phrase for a person to read.

    Raises:
        InputProblem: there is no such phrase; with a guess.
    """
    from phrasebank.bank_check import guess  # noqa: PLC0415

    phrase = bank.phrases.get(phrase_id)
    if phrase is None:
        raise InputProblem(
            f"没有编号为“{phrase_id}”的短语",
            right=guess(phrase_id, bank.phrases) or "见 nianbao phrases list",
        )
    form = phrase.form
    rows = [
        ("编号", form.id),
        ("小节", form.field),
        ("主题", "、".join(form.themes)),
        ("说的是", form.claims),
        ("要有的词", "；".join(" 或 ".join(group) for group in form.keywords)),
        ("要的数", "；".join(_need(name, slot) for name, slot in form.needs.items())),
        ("程序填", "、".join(form.given)),
        ("限制", "；".join(limits(form))),
        ("依据", form.law),
        ("写在", str(phrase.place)),
        ("什么时候用", "" if form.given else when_used(form)),
        ("用不上", never_used(phrase, load_bank().phrases) if phrase.own else ""),
    ]
    lines = [f"{label}：{value}" for label, value in rows if value]
    for index, variant in enumerate(phrase.variants, 1):
        length = {"short": "（简）", "long": "（详）"}.get(variant.length, "")
        lines.append(f"说法{index}{length}：{readable(variant.text)}")
    return "\n".join([*lines, f"例：{example(phrase, phrase.variants[0])}"]) + "\n"


def _need(name: str, slot: SlotForm) -> str:
    units = "、".join(unit or "不带量词" for unit in slot.units)
    told = [units, "可以没有" if slot.optional else "", f"数的是{'、'.join(slot.of)}" if slot.of else ""]
    inside = "，".join(filter(None, told))
    return f"{name}（{inside}）" if inside else name


def readable(text: str) -> str:
    """A wording with its slots as a person reads them: 〔次数〕, and what depends on one in 〔有…时：…〕."""
    text = re.sub(r"\{\{\s*(\w+)\s*\}\}", r"〔\1〕", text)
    text = re.sub(r"\{%\s*if (.+?)\s*%\}", r"〔有\1时：", text)
    text = re.sub(r"\{%\s*else\s*%\}", "；没有时：", text)
    return re.sub(r"\{%\s*endif\s*%\}", "〕", text)


def example(phrase: Phrase, variant: Variant) -> str:
    """A wording with sample values: numbers where the phrase takes numbers, the slot's name where the plan fills it."""
    form = phrase.form
    common = {"我": "我局", "时": "全年", "年": "2024年", "域": "全县"}
    slots = {name: Fragment(common.get(name, f"〔{name}〕")) for name in variant.slots}
    for name, slot in form.needs.items():
        unit = slot.say or next((each for each in slot.units if each), "")
        slots[name] = SAMPLE + unit
    for name, words in form.flags.items():
        slots[name] = Fragment(words[0] if words else name)
    return variant.render(slots).text + "。"


__all__ = ["PhraseProposal", "PhraseRow", "listed", "open_bank", "propose_phrase", "save_phrase", "shown"]
