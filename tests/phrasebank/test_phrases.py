"""Every wording of every phrase, with every shape of its slots, is a clean sentence whose digits know their origin."""

import itertools
import re

import pytest

from phrasebank.bank import load_bank
from phrasebank.fragment import EMPTY, Fragment, number, words
from phrasebank.pen import _NOTHING
from phrasebank.phrase import Phrase, Variant

BANK = load_bank()
COMMON = {"我": words("我局"), "年": number("2024", "year") + "年"}
ALWAYS_GIVEN = {"增长", "构成", "关注", "阅读", "缘由", "精神"}
"""Slots of plans that may be empty; every other given slot is always filled."""


def shapes(phrase: Phrase, variant: Variant) -> list[dict[str, Fragment]]:
    """All combinations of set and unset optional slots."""
    form = phrase.form
    optional = [name for name, slot in form.needs.items() if slot.optional] + list(form.flags)
    if form.tick:
        optional += [name for name, slot in form.needs.items() if not slot.optional]
    optional += [name for name in form.given if name in ALWAYS_GIVEN and f"if {name}" in variant.text]
    full = {name: number("17", f"notes.{form.field}") + "件" for name in (*form.needs, *form.given)}
    full |= {name: words("均") for name in form.flags}
    made = []
    wanted = form.any_of or ("",)
    full |= {"": words("—")}
    for unset in itertools.product((False, True), repeat=len(optional)):
        slots = full | {name: EMPTY for name, gone in zip(optional, unset, strict=True) if gone}
        if not any(slots[name] for name in wanted):
            continue
        made += [COMMON | slots | {"时": time, "域": time} for time in (words("全年"), _NOTHING)]
    return made


@pytest.mark.parametrize("phrase", BANK.phrases.values(), ids=lambda phrase: phrase.id)
def test_every_wording_renders_cleanly(phrase: Phrase) -> None:
    """No braces, no doubled marks, no empty sentence, every digit traced, nothing praised."""
    for variant in phrase.variants:
        for slots in shapes(phrase, variant):
            said = variant.render(slots)

            assert said.loose_digits() == ()
            assert not re.search(r"[{}\s]|[，、；：。]{2}|^[，、；：。]|[，、；：]$", said.text), said.text
            assert not re.search(
                r"高度重视|显著|大幅|(?<!现行)有效|切实|扎实|进一步|不断|一致好评|新台阶", said.text
            )


def test_no_two_phrases_share_a_wording() -> None:
    """A wording belongs to one phrase only, and to it once."""
    texts = [variant.text for phrase in BANK.phrases.values() for variant in phrase.variants]

    assert (
        sorted({text for text in texts if texts.count(text) > 1} - {"{{ 情况 }}", "{{ 时 }}{{ 情况 }}"}) == []
    )
