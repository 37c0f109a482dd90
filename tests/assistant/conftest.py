"""An assistant as far as the first question about the work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.clerk import town


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """A new town's report, asked how much was published."""
    with town(tmp_path / "nianbao.db") as opened:
        yield opened
