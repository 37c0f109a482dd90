"""Numbers asked beside a tick: each way of filling the blanks becomes a line that the text takes whole."""

import pytest

from assistant.drafting import make_draft
from assistant.jotting import note_of
from assistant.tick_asks import is_told, load_tick_asks, told
from phrasebank.bank import load_bank
from phrasebank.material import Material
from phrasebank.themes import load_themes
from report.cells import Cells
from report.edition import edition_for
from report.tables import compute
from report.unit import Unit

ASKS = load_tick_asks()
FILLED = [
    pytest.param(theme, count, id=f"{number:02}-{count}")
    for number, (theme, asks) in enumerate(ASKS.items())
    for count in range(1, len(asks) + 1)
]


@pytest.mark.parametrize(("theme", "count"), FILLED)
def test_what_is_filled_in_stands_in_the_text(theme: str, count: int) -> None:
    """Every number asked beside a tick is worded, none is left to the reviewer."""
    numbers = ("64", "23", "17")[:count]
    line = told(ASKS[theme], " ".join(numbers))
    edition = edition_for(2024)[0]
    material = Material(
        unit=Unit("忠县教育局", "我局", "department"),
        year=2024,
        edition=edition,
        figures=compute(edition, Cells()),
        notes=(note_of(line, load_bank().themes[theme].field),),
        last_year=None,
        choices={},
    )
    draft = make_draft(material)
    text = "".join(sentence.text for sentence in draft.sentences if numbers[0] in sentence.text)

    assert draft.unread == ()
    assert [number for number in numbers if number not in text] == []


def test_asked_themes_can_be_ticked() -> None:
    """Every theme with a question stands on a tick list."""
    themes = load_themes()

    assert [name for name in ASKS if name not in themes or not themes[name].tick] == []


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("2 60", "培训2次，参训60人次"),
        ("２，６０", "培训2次，参训60人次"),
        ("2", "培训2次"),
        ("2 60 7", ""),
        ("两次", ""),
        ("举办2次", ""),
        ("", ""),
    ],
)
def test_only_plain_numbers_fill_the_blanks(typed: str, line: str) -> None:
    """Numbers go into the blanks in their order; anything else is the person's own line."""
    asks = ("培训__次", "参训__人次")

    assert line == told(asks, typed)
    assert not line or is_told(asks, line)
