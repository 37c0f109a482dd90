"""The phrase bank: the shipped one, and a unit's own folders laid over it.

One decision: the shipped bank is proven by tests, so starting the program only reads it; whatever a unit wrote itself
is checked completely each time it is read (`phrasebank.bank_check`), and after that a phrase can only fail through a
mistake of ours. In a unit's folder a phrase with a known id replaces it, a new id is added, ``off`` switches one off.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from phrasebank.phrase import BankFile, Phrase, ThemeForm, Tick, Variant, VariantForm
from phrasebank.ticks import ticks
from report.problem import InputProblem
from report.unit import UnitKind
from report.yamlfile import YamlFile, convert, read_text, read_yaml

SHIPPED = Path(__file__).parent / "phrases"


class Bank(msgspec.Struct, frozen=True):
    """All phrases in force, by id, in the order of the files."""

    phrases: Mapping[str, Phrase]
    themes: Mapping[str, ThemeForm]
    by_theme: Mapping[str, tuple[Phrase, ...]]
    """Theme → phrases that clauses may pick (those without ``given`` slots); ``""`` → a unit's own without a theme,
    picked by their keywords in their field."""
    spirits: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Report year → the congress or plenary its guiding-thought sentence names."""

    def ticks(self, aspect: str, year: int, kind: UnitKind) -> tuple[Tick, ...]:
        """What units commonly write in an aspect, the most frequent first, limited by year and kind of unit."""
        return tuple(Tick(theme.name, theme.name) for theme in ticks(aspect, year, kind))


class ReadFile(msgspec.Struct, frozen=True):
    """One file of a bank and what it says."""

    source: YamlFile
    content: BankFile


def load_bank(extra: Sequence[Path] = ()) -> Bank:
    """The shipped bank with the folders of ``extra`` laid over it, in their order.

    Raises:
        BankProblem: a file of those folders is wrong; the message names file, line, column and the right form.
    """
    bank = _shipped()
    for folder in extra:
        bank = lay_over(bank, bank_files(folder))
    return bank


def bank_files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder that are a bank's, in order of name; none when there is no such folder."""
    return tuple(sorted(path for path in folder.glob("*.yaml") if path.is_file()))


def lay_over(bank: Bank, paths: Iterable[Path]) -> Bank:
    """A bank with a unit's own files over it.

    Raises:
        BankProblem: one of the files is wrong.
    """
    files = [read_bank_file(path, own=True) for path in paths]
    return _laid(bank, files, checked=True) if files else bank


def read_bank_file(path: Path, *, own: bool = False) -> ReadFile:
    """Read one file and check its shape.

    Args:
        path: The file.
        own: A unit wrote it: marks of an input method that YAML would take for text are looked for first.

    Raises:
        BankProblem: it is not YAML, or not a bank's file.
    """
    text = read_text(path)
    try:
        if own:
            from phrasebank.bank_problem import refuse_slips  # noqa: PLC0415  the shipped bank has none

            refuse_slips(path.name, text)
        source = read_yaml(path)
        return ReadFile(source, convert(source, BankFile) if source.data is not None else BankFile())
    except InputProblem as why:
        from phrasebank.bank_problem import with_lines  # noqa: PLC0415  only a mistake needs it

        raise with_lines(why, text, path.name) from why


ANY_THEME = ""
"""A phrase without themes is recognised by its keywords alone."""


@cache
def _shipped() -> Bank:
    return _laid(Bank({}, {}, {}), [read_bank_file(path) for path in bank_files(SHIPPED)], checked=False)


def check_shipped() -> int:
    """Check the shipped bank as a unit's own is checked, and more strictly; how many phrases it has."""
    files = [read_bank_file(path) for path in bank_files(SHIPPED)]
    return len(_laid(Bank({}, {}, {}), files, checked=True, shipped=True).phrases)


def _laid(bank: Bank, files: Sequence[ReadFile], *, checked: bool, shipped: bool = False) -> Bank:
    phrases, themes, spirits = dict(bank.phrases), dict(bank.themes), dict(bank.spirits)
    for file in files:
        themes |= {theme.name: theme for theme in file.content.themes}
        spirits |= file.content.spirits
    seen: dict[str, str] = {}
    for file in files:
        if checked:
            from phrasebank import bank_check  # noqa: PLC0415  Jinja loads for those who need it

            bank_check.check_file(file.source, file.content, themes, shipped=shipped)
            bank_check.check_ids(file.source, file.content, seen, phrases)
        for index, form in enumerate(file.content.phrases):
            variants = (
                given if isinstance(given, VariantForm) else VariantForm(given) for given in form.variants
            )
            phrases[form.id] = Phrase(
                form,
                tuple(Variant(variant.text, variant.length) for variant in variants),
                file.source,
                f"$.phrases[{index}]",
                own=checked and not shipped,
            )
        for gone in file.content.off:
            del phrases[gone]
    by_theme: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases.values():
        if not phrase.form.given:
            for theme in phrase.form.themes or (ANY_THEME,):
                by_theme[theme] = (*by_theme.get(theme, ()), phrase)
    return Bank(phrases, themes, by_theme, spirits)
