"""A phrase file to begin with: right as it stands, with the words of the phrase it was copied from."""

from pathlib import Path

import pytest

from assistant.phrase_template import template, template_source
from phrasebank.bank import lay_over, load_bank
from phrasebank.phrase import Phrase
from report.problem import InputProblem

BANK = load_bank()


@pytest.mark.parametrize(
    "phrase", [one for one in BANK.phrases.values() if not one.form.given], ids=lambda one: one.form.id
)
def test_every_phrase_can_be_copied(phrase: Phrase, tmp_path: Path) -> None:
    """The copy takes the same clauses and says the same, under a name of its own."""
    form = phrase.form
    path = tmp_path / "own.yaml"
    path.write_text(template(form), encoding="utf-8")
    copied = lay_over(BANK, [path]).phrases[f"own.{form.id}"].form

    ours = (
        "field",
        "themes",
        "keywords",
        "words",
        "needs",
        "flags",
        "zero",
        "tick",
        "since",
        "until",
        "kinds",
    )
    assert [getattr(copied, key) for key in ours] == [getattr(form, key) for key in ours]
    assert len(copied.variants) == len(form.variants)


@pytest.mark.parametrize("theme", BANK.themes)
def test_every_theme_has_a_file_to_begin_with(theme: str) -> None:
    """Copied where it can be, else to be filled in; it is always right."""
    assert f"{theme}" in template(template_source(BANK, theme=theme))


def test_what_the_program_fills_cannot_be_copied() -> None:
    """Totals and lists come from the plan."""
    given = next(one.form.id for one in BANK.phrases.values() if one.form.given)
    with pytest.raises(InputProblem, match="由程序填"):
        template_source(BANK, given)
