"""Every result of table three in the words clerks have for it: in any order, with its number before or behind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest

from assistant.assistant import Assistant
from report.yamlfile import convert, read_yaml


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row and what it is called."""

    row: str
    words: tuple[str, ...]


ROWS = convert(read_yaml(Path(__file__).with_name("results_said.yaml")), tuple[Said, ...])
FRAMES = (
    ("收到1件，个人的，{}", "C1", 1),
    ("收到2件，都是个人，都{}", "C1", 2),
    ("收到5件，都是个人，{other}3件，2件{}", "C1", 2),
    ("收到5件，都是个人，{other}3件，{}2件", "C1", 2),
    ("收到5件，都是个人，{other}3件，{bare}的2件", "C1", 2),
    ("收到3件，都是个人，2件{other}，有1件{}", "C1", 1),
    ("收到2件，1件个人1件公司，个人的{other}，公司那件{}", "C2", 1),
    ("收到２件，１件个人１件公司；公司那件{}，个人那件{other}", "C2", 1),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A town at table three; nothing is recorded."""
    path = tmp_path_factory.mktemp("said") / "nianbao.db"
    with Assistant.open(path, who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        for reply in ("柳溪县青禾镇人民政府", "2", "", "2025", "", ""):
            opened.reply(reply)
        opened.open_question("gate.T3")
        opened.reply("有")
        opened.open_question("table.T3")
        yield opened


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame[0])
@pytest.mark.parametrize("one", ROWS, ids=lambda one: one.row)
def test_everyday_words_name_their_row(assistant: Assistant, one: Said, frame: tuple[str, str, int]) -> None:
    """The number lands in the row that is meant, nothing is asked and nothing left over."""
    sentence, column, number = frame
    other = "给了" if one.row != "R03" else "撤回"
    wrong = []
    for words in one.words:
        said = sentence.format(words, other=other, bare=words.removesuffix("的"))
        proposal = assistant.propose(said)
        taken = proposal.values.get(f"T3.{one.row}.{column}") if proposal else None
        asked = [line.text for line in proposal.lines if line.question or line.hint] if proposal else []
        if taken != number or asked or (proposal and proposal.rest):
            wrong.append((said, taken, asked))
    assert not wrong


@pytest.mark.parametrize(
    "said",
    [
        "没有超期",
        "还没统计",
        "没有该公开没公开的",
        "这个没数",
        "信访办转来的",
        "让他去问别人",
        "我们开会讨论了",
        "3件都答复得很快",
    ],
)
def test_words_that_name_no_row_fill_nothing(assistant: Assistant, said: str) -> None:
    """A family of words is no net for everything that looks like it."""
    proposal = assistant.propose(said)
    assert not [slot for slot in (proposal.values if proposal else {}) if slot.startswith("T3.")]
