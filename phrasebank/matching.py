"""Which phrase says exactly what a clause says: no content word of the clause left unsaid, every number used.

One decision: a phrase that would drop a fact is never chosen. What a phrase covers is its keywords, its further
words, the clause's numbers, and the few words that carry no fact.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec

from phrasebank.bank import ANY_THEME
from phrasebank.fragment import EMPTY, Fragment, Span, traced
from phrasebank.pen import Pen
from phrasebank.phrase import Phrase, SlotForm
from phrasebank.reading import Clause, Quantity
from report import lazily

_EMPTY_WORDS: tuple[str, ...] = (
    "全年",
    "今年",
    "本年度",
    "本年",
    "年内",
    "一年",
    "总共",
    "一共",
    "共计",
    "累计",
    "合计",
    "我们",
    "咱们",
    "我局",
    "我镇",
    "我街道",
    "我县",
    "我办",
    "情况",
    "工作",
    "方面",
    "一下",
    "了",
    "的",
    "也",
    "共",
    "有",
    "还",
    "又",
    "另",
    "等",
    "把",
    "在",
    "就",
    "已",
    "过",
    "是",
    "和",
    "与",
    "及",
    "其中",
    "做",
    "搞",
    "弄",
    "组织",
    "开展",
)
"""Words without a fact of their own in a jotted clause."""


class Match(msgspec.Struct, frozen=True):
    """A phrase and the values for its slots."""

    phrase: Phrase
    slots: Mapping[str, Fragment]
    themes: tuple[str, ...]


def match_phrase(pen: Pen, clauses: Sequence[Clause]) -> Match | None:
    """The phrase that says all of these neighbouring clauses, or None."""
    material = pen.material
    themes = tuple(dict.fromkeys(theme for clause in clauses for theme in clause.themes))
    best: tuple[int, Match] | None = None
    for theme in (*themes, ANY_THEME):
        for phrase in pen.bank.by_theme.get(theme, ()):
            form = phrase.form
            if not phrase.suits(material.year, material.unit.kind, material.edition.id):
                continue
            if not _at_home(phrase, theme, themes, clauses):
                continue
            slots = fitting_slots(phrase, clauses)
            if slots is None:
                continue
            weight = (
                1000 * phrase.own
                + len(form.needs) * 10
                + len(form.keywords) * 3
                + sum(1 for slot in slots.values() if slot)
            )
            if best is None or weight > best[0]:
                best = (weight, Match(phrase, slots, themes))
    return best[1] if best else None


def _at_home(phrase: Phrase, theme: str, themes: Sequence[str], clauses: Sequence[Clause]) -> bool:
    """Whether a phrase may word these clauses where they are written."""
    form, first = phrase.form, clauses[0]
    if theme == ANY_THEME:
        own = phrase.own and bool(form.keywords)
        return own and form.field in {first.field, first.note.field}
    return len(clauses) > 1 or form.field == first.field or themes[0] in form.themes


def fitting_slots(phrase: Phrase, clauses: Sequence[Clause]) -> dict[str, Fragment] | None:
    """Values for the slots of ``phrase`` if it says all of the clauses, else None."""
    form = phrase.form
    if all(clause.note.ticked for clause in clauses):
        return _unset(phrase) if form.tick and len(clauses) == 1 else None
    if form.zero != any(denies(clause) for clause in clauses):
        return None
    text = "，".join(clause.text for clause in clauses)
    if any(not any(word in text for word in group) for group in form.keywords):
        return None
    slots = _assign(phrase, clauses)
    if slots is None or not _covers(phrase, clauses):
        return None
    for name, known in form.flags.items():
        slots[name] = next((Fragment(word) for word in known if word in text), EMPTY)
    if form.any_of and not any(slots[name] for name in form.any_of):
        return None
    return slots


def denies(clause: Clause) -> bool:
    """Whether a clause says that there was nothing: in words, or with a bare 0 (追责0)."""
    return clause.negated or (bool(clause.quantities) and all(each.number == 0 for each in clause.quantities))


def _unset(phrase: Phrase) -> dict[str, Fragment]:
    return dict.fromkeys([*phrase.form.needs, *phrase.form.flags], EMPTY)


def _assign(phrase: Phrase, clauses: Sequence[Clause]) -> dict[str, Fragment] | None:
    """Give every quantity to exactly one slot; None when one is left over or a needed slot stays empty."""
    needs = phrase.form.needs
    slots: dict[str, Fragment] = {}
    values: dict[str, Decimal] = {}
    for clause in clauses:
        at = 0
        for quantity in sorted(clause.quantities, key=lambda each: each.start):
            if phrase.form.zero and quantity.number == 0:
                continue
            label = clause.text[at : quantity.start] + quantity.of
            at = quantity.end
            name = next(
                (each for each, slot in needs.items() if each not in slots and _takes(slot, quantity, label)),
                "",
            )
            if not name:
                return None
            unit = needs[name].say or quantity.unit or next((each for each in needs[name].units if each), "")
            slots[name] = said(quantity, clause.note.origin, unit)
            values[name] = quantity.number or Decimal(0)
    if any(name not in slots and not slot.optional for name, slot in needs.items()):
        return None
    whole = phrase.form.whole
    if whole and sum((value for name, value in values.items() if name != whole), Decimal(0)) > values[whole]:
        return None
    return {name: slots.get(name, EMPTY) for name in needs}


def _takes(slot: SlotForm, quantity: Quantity, label: str) -> bool:
    if slot.units and quantity.unit not in slot.units:
        return False
    if slot.ends and not label.removesuffix(quantity.of).rstrip("有设配明确定").endswith(slot.ends):
        return False
    return not slot.of or any(word in label for word in slot.of)


_TYPED = lazily.pattern(r"[0-9０-９][0-9０-９,，.．]*\s*[万亿]?")
_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.")


def said(quantity: Quantity, origin: str, unit: str = "") -> Fragment:
    """A quantity as the report writes it: its digits as typed, its 余 or 约, its classifier (``60余人``)."""
    typed = _TYPED.match(quantity.text.lstrip("近约超过大概"))
    digits = quantity.value
    scale = ""
    if typed:
        plain = typed.group().translate(_HALF).replace(",", "").replace("，", "").strip()
        if plain[-1] in "万亿" and not quantity.unit.startswith(plain[-1]):
            digits, scale = plain[:-1], plain[-1]
    classifier = unit or quantity.unit
    before = quantity.qualifier if quantity.qualifier in {"近", "约", "超过"} else ""
    after = "余" if quantity.qualifier == "余" or (quantity.approx and not before) else ""
    if digits.count("-") == 1 and not digits.startswith("-"):
        digits = digits.replace("-", "～")
    number_said = traced(digits, origin)
    return Fragment(before) + number_said + scale + after + classifier


@lru_cache(maxsize=1024)
def _cover_pattern(phrase_id: str, words: tuple[str, ...]) -> re.Pattern[str]:
    del phrase_id
    return re.compile(
        "|".join(
            re.escape(word) for word in sorted({*words, *_EMPTY_WORDS}, key=lambda each: (-len(each), each))
        )
    )


def _covers(phrase: Phrase, clauses: Sequence[Clause]) -> bool:
    form = phrase.form
    known = (
        *form.words,
        *(word for group in form.keywords for word in group),
        *(word for group in form.flags.values() for word in group),
        *(word for slot in form.needs.values() for word in slot.of),
    )
    pattern = _cover_pattern(form.id, known)
    for clause in clauses:
        text = clause.text
        for quantity in sorted(clause.quantities, key=lambda each: -each.start):
            text = text[: quantity.start] + "#" + text[quantity.end :]
        rest = pattern.sub("", text)
        if re.search(r"[^\W_]", rest.replace("#", "")):
            return False
    return True


def residual(clause: Clause) -> tuple[str, ...]:
    """The words of a clause that a phrase must know to say it: without its numbers and the words that carry no fact."""
    text = clause.text
    for quantity in sorted(clause.quantities, key=lambda each: -each.start):
        text = text[: quantity.start] + "#" + text[quantity.end :]
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", _cover_pattern("", ()).sub("#", text))))


__all__ = ["Match", "Span", "denies", "fitting_slots", "match_phrase", "residual", "said"]
