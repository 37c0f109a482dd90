"""A phrase file to begin with: one shipped phrase copied under a name of the unit's own, each line explained.

One decision: the template is a phrase that works. It takes the theme, the keywords and the numbers of a shipped phrase,
so that changing its wording is all that has to be done; before it is handed out it has been checked as a unit's own.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from phrasebank.bank import Bank, lay_over, load_bank
from phrasebank.bank_check import PLACES, guess
from phrasebank.phrase import PhraseForm, SlotForm, VariantForm
from report.problem import InputProblem

_HEAD = """\
# 本单位自己的短语：{claims}。把 variants 里的话改成本单位的说法，存盘就生效。
# 写得对不对：nianbao phrases check；一份报告里用没用上：nianbao phrases check --case 案卷.yaml
# 冒号、引号、括号都用半角（英文输入法），缩进用空格，# 后面是说明，可以删。
phrases:
"""
_WIDEST = 40
"""Explanations stand beside what is shorter, above what is longer."""


def template_source(bank: Bank, wanted: str = "", theme: str = "") -> PhraseForm:
    """The shipped phrase to copy, or a form to fill in where a theme has none.

    Args:
        bank: The shipped bank.
        wanted: Its id, or empty.
        theme: The theme it should be of where no id was named; empty for an example.

    Raises:
        InputProblem: there is no such phrase or theme, with a guess; or it is one that the program fills itself.
    """
    if wanted:
        if wanted not in bank.phrases:
            right = guess(wanted, bank.phrases) or "见 nianbao phrases list"
            raise InputProblem(f"没有编号为“{wanted}”的短语", right=right)
        phrase = bank.phrases[wanted]
        if phrase.form.given:
            raise InputProblem(
                f"“{wanted}”里的数由程序填，不能抄来当样子",
                right="换一条，如 nianbao phrases new training.count",
            )
        return phrase.form
    if theme and theme not in bank.themes:
        raise InputProblem(
            f"没有“{theme}”这个主题", right=guess(theme, bank.themes) or "见 nianbao phrases list"
        )
    found = [phrase for phrase in bank.by_theme.get(theme or "业务培训", ()) if not phrase.form.tick]
    return max(found, key=lambda phrase: len(phrase.form.needs)).form if found else _blank(theme, bank)


def _blank(theme: str, bank: Bank) -> PhraseForm:
    """A form to fill in, for a theme of which no shipped phrase could be copied; unfilled it is never used."""
    return PhraseForm(
        id=theme,
        field=bank.themes[theme].field,
        claims=f"关于{theme}",
        variants=("把这里换成本单位的说法",),
        themes=(theme,),
        keywords=(("原话里的词",),),
    )


def template(form: PhraseForm) -> str:
    """The text of the file.

    Raises:
        BankProblem: it would not be right (a mistake of ours).
    """
    values: Mapping[str, tuple[str, str]] = {
        "id": (f"own.{form.id}", "编号，自己起；写成自带的编号就换掉那一条"),
        "field": (form.field, "写在哪一节：" + "、".join(PLACES[:5]) + "、其他事项"),
        "themes": (_list(form.themes), '原话读作这些主题才用；一句原话读作什么主题：nianbao match "原话"'),
        "claims": (_scalar(form.claims), "这句话说的是什么，给以后看的人"),
        "order": (str(form.order), "在这一节里的先后，小的在前"),
        "keywords": (_groups(form.keywords), "原话里要有的词：一对 [ ] 里有一个就行，几对 [ ] 都要有"),
        "words": (_list(form.words), "原话里还可以有的词；有别的词就不用这条，免得漏掉"),
        "flags": (_mapping({name: list(words) for name, words in form.flags.items()}), "原话里有其中一个词时才写的"),
        "any_of": (_list(form.any_of), "这些数至少要有一个"),
        "whole": (form.whole, "这个数是总数，别的数不能超过它"),
        "tick": ("true" if form.tick else "", "勾选了主题时写"),
        "law": (_scalar(form.law) if form.law else "", "依据"),
        "since": (str(form.since or ""), "从哪一年度起用"),
        "until": (str(form.until) if form.until < 9999 else "", "用到哪一年度"),
        "kinds": (_list(form.kinds), "只用于这几类单位"),
        "editions": (_list(form.editions), "只用于这一版格式"),
        "zero": ("true" if form.zero else "", "说的是没有发生"),
        "needs": ("" if form.needs else "{}", "原话里要有的数：名称: {units: [量词]}；可以没有的写 optional: true"),
    }  # fmt: skip
    lines: list[str] = []
    for key, (value, why) in values.items():
        if key == "needs":
            lines += _needs(form, why)
        elif value and value not in {"[]", "{}"}:
            lines += _explained(f"{key}: {value}", why)
    lines += _explained(
        "variants:",
        "说法，至少一种，几种就轮着用；数写成 {{ 名称 }}，不一定有的写成 {% if 名称 %}…{% endif %}；末尾不写句号",
    )
    texts = (one.text if isinstance(one, VariantForm) else one for one in form.variants)
    lines += [f"  - {json.dumps(text, ensure_ascii=False)}" for text in texts]
    body = "".join(
        f"{'  - ' if not number else '    '}{line}\n" for number, line in enumerate(_first_bare(lines))
    )
    text = _HEAD.format(claims=form.claims) + body
    _hold(text)
    return text


def _explained(line: str, why: str) -> list[str]:
    if len(line) <= _WIDEST:
        return [f"{line}  # {why}"]
    return [f"# {why}", line]


def _first_bare(lines: Sequence[str]) -> list[str]:
    """The dash of the list stands before a value, never before a remark."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [lines[first], *lines[:first], *lines[first + 1 :]]


def _needs(form: PhraseForm, why: str) -> list[str]:
    if not form.needs:
        return []
    return [*_explained("needs:", why), *(f"  {name}: {_slot(slot)}" for name, slot in form.needs.items())]


def _slot(slot: SlotForm) -> str:
    told: dict[str, object] = {"units": list(slot.units), "of": list(slot.of), "ends": list(slot.ends)}
    told = {key: value for key, value in told.items() if value}
    told |= {"say": slot.say} if slot.say else {}
    told |= {"optional": True} if slot.optional else {}
    return _mapping(told)


def _mapping(values: Mapping[str, object]) -> str:
    inside = ", ".join(f"{key}: {_any(value)}" for key, value in values.items())
    return f"{{{inside}}}"


def _any(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _list(value) if isinstance(value, list) else _scalar(str(value))


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(_scalar, values))}]"


def _groups(groups: Sequence[Sequence[str]]) -> str:
    return f"[{', '.join(map(_list, groups))}]"


def _scalar(value: str) -> str:
    """A value bare where nothing in it means anything to YAML."""
    return value if re.fullmatch(r"[^\W\d][\w]*", value) else json.dumps(value, ensure_ascii=False)


def _hold(text: str) -> None:
    with TemporaryDirectory() as folder:
        trial = Path(folder) / "own.yaml"
        trial.write_bytes(text.encode())
        lay_over(load_bank(), [trial])
