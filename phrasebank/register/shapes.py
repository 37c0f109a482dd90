"""What the register hands to the composer: a worded clause, or the honest refusal to word it.

One decision: wording either succeeds as a whole or is left to a person. There is no half-worded sentence.
"""

import msgspec

from phrasebank.reading import Clause, Tense
from report.unit import Unit


class Voice(msgspec.Struct, frozen=True):
    """Who speaks, and about which year."""

    unit: Unit
    year: int


class Restated(msgspec.Struct, frozen=True):
    """Jotted words in official prose."""

    text: str
    """The wording, without closing mark; may hold commas and at most one semicolon."""
    theme: str
    """The most specific theme of the clauses it covers, or empty."""
    verb_first: bool
    """It opens with a verb (修订…), not with a topic (拟发布的信息，须经…)."""
    subject: str
    """Who acts, where it is not the unit itself (法律顾问, 县司法局); else empty."""
    clauses: tuple[Clause, ...]
    """The clauses it covers, in the order they were jotted."""


class Verbatim(msgspec.Struct, frozen=True):
    """A clause that cannot be worded safely: a reviewer decides."""

    clause: Clause
    reason: str = ""
    """Why, as one of the reject categories (隐私, 问句…), or empty when simply nothing fits."""
    with_before: bool = False
    """It says nothing without the clause before it, which is left too: both are shown as one."""


class Item(msgspec.Struct, frozen=True):
    """One problem or one measure of section 五, without 一是 and without closing mark."""

    text: str
    clauses: tuple[Clause, ...]
    tense: Tense
    kind_id: str = ""
    """Id of the kind of problem (lexicon/problems.yaml); empty when it is none of them."""
    last_year: bool = False
    """It takes up a problem of last year's report; ``text`` is a whole sentence then, with problem and outcome."""
    verbatim: bool = False
    """``text`` is the person's own words, to stand as 【待核：…】."""
    reason: str = ""
    """Why it is verbatim (see `Verbatim.reason`)."""
    names: str = ""
    """Of a measure: the problem that it was jotted to answer, in the person's words (解读单一)."""
    head: str = ""
    """The words that named it, as they were jotted (解读单一的，)."""


class Tick(msgspec.Struct, frozen=True):
    """One kind that can be ticked instead of typed."""

    id: str
    """For a problem its kind (``p12``); for a measure kind and letter (``p12.a``)."""
    label: str
    """The wording that ticking it writes."""
    problem_id: str
    """The kind of problem it belongs to."""
