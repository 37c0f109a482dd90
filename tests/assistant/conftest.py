"""An assistant as far as the first question about the work."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """A new town's report, asked how much was published."""
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "2", "", "", ""):
            opened.reply(reply)
        yield opened
