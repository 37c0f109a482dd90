"""The shapes of the phrase bank: what a YAML file may say, and what the writer works with."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

import msgspec

from phrasebank.fragment import Fragment
from phrasebank.themes import load_themes
from phrasebank.wording import Render, read_wording
from report.document import SentenceKind
from report.problem import Place
from report.unit import UnitKind
from report.yamlfile import YamlFile

Length = Literal["", "short", "long"]
"""``short`` wordings suit the length 简, ``long`` ones 详; empty suits all."""


class SlotForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number a phrase takes from a clause."""

    units: tuple[str, ...] = ()
    """Classifiers it may have; empty means any, and ``""`` in the list means none was said."""
    of: tuple[str, ...] = ()
    """What it may count (part of the word is enough); empty means anything."""
    ends: tuple[str, ...] = ()
    """What must stand right before the number (各 in 各站所各1名)."""
    say: str = ""
    """Classifier to print instead of the one that was said (个 → 件)."""
    optional: bool = False


class VariantForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One wording."""

    text: str
    length: Length = ""


class PhraseForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One phrase as a YAML file writes it."""

    id: str
    field: str
    """Aspect or other note field it is written in."""
    claims: str
    """What it states, in words, for reviewers of the bank."""
    variants: tuple[str | VariantForm, ...]
    themes: tuple[str, ...] = ()
    order: int = 50
    """Place in the aspect's plan, small numbers first."""
    kind: SentenceKind = "fact"
    keywords: tuple[tuple[str, ...], ...] = ()
    """Groups of words; the clause must contain one word of every group."""
    words: tuple[str, ...] = ()
    """Further words of a clause that this phrase says; a clause with any other content word is not worded by it."""
    needs: dict[str, SlotForm] = {}
    flags: dict[str, tuple[str, ...]] = {}
    """Slots that are set when the clause contains one of their words (均 for 都答了); every wording must use them."""
    any_of: tuple[str, ...] = ()
    """Slots of which at least one must be filled, or there is no sentence."""
    whole: str = ""
    """The slot whose number the other numbers are parts of; parts that exceed it refuse the phrase."""
    given: tuple[str, ...] = ()
    """Slots that the plan fills (lists, totals from cells); such a phrase is never looked up by keywords."""
    tick: bool = False
    """It may be written for the theme's bare name, without any number."""
    zero: bool = False
    """It states that something did not happen; used for clauses that deny, or cells that are 0."""
    law: str = ""
    since: int = 0
    until: int = 9999
    kinds: tuple[UnitKind, ...] = ()
    editions: tuple[str, ...] = ()


class ThemeForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one of the corpus's themes is written; its homes, frequency and limits belong to `phrasebank.themes`."""

    name: str
    order: int = 50
    noun: str = ""
    """For themes that are a kind of published information: its name in a list (教育招生)."""

    @property
    def field(self) -> str:
        """The aspect it is usually written in."""
        return load_themes()[self.name].homes[0]

    @property
    def also(self) -> tuple[str, ...]:
        """Other aspects in which it may stay when it was jotted there."""
        return load_themes()[self.name].homes[1:]


class BankFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the bank."""

    phrases: tuple[PhraseForm, ...] = ()
    themes: tuple[ThemeForm, ...] = ()
    spirits: dict[str, str] = {}
    """Report year → the party congress or plenary that its reports usually name."""
    off: tuple[str, ...] = ()
    """Ids of phrases of the shipped bank that a unit's own bank switches off."""


class Variant(msgspec.Struct, frozen=True, dict=True):
    """One wording, read when it is first used: a report needs a third of the bank."""

    text: str
    length: Length

    @cached_property
    def _read(self) -> tuple[frozenset[str], Render]:
        return read_wording(self.text)

    @property
    def slots(self) -> frozenset[str]:
        """The names it uses."""
        return self._read[0]

    def render(self, slots: Mapping[str, Fragment]) -> Fragment:
        """The wording with its slots filled; a missing or an empty printed slot raises."""
        return self._read[1](slots)


class Phrase(msgspec.Struct, frozen=True):
    """One phrase with the place it was written."""

    form: PhraseForm
    variants: tuple[Variant, ...]
    source: YamlFile
    at: str
    """Where it stands in its file, in msgspec's notation."""
    own: bool = False
    """It is a unit's own: where it fits, it goes before the shipped ones."""

    @property
    def place(self) -> Place:
        """Where it was written."""
        return self.source.place(self.at)

    @property
    def id(self) -> str:
        """Its id (``active.total``)."""
        return self.form.id

    def suits(self, year: int, kind: UnitKind, edition: str) -> bool:
        """Whether its limits of year, kind of unit and edition hold."""
        form = self.form
        return (
            form.since <= year <= form.until
            and (not form.kinds or kind in form.kinds)
            and (not form.editions or edition in form.editions)
        )


class Tick(msgspec.Struct, frozen=True):
    """One line of an aspect's tick list."""

    theme: str
    label: str
