"""The document as it will be printed, as blocks to be drawn: sentences one can point at, tables as tables.

What just changed is marked, gaps (【待补】) and words for the reviewer (【待核】) stand out.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial

from report.document import Document, Paragraph
from report.form import TableForm
from report.lazily import pattern
from report.tables import Figures
from tui.widgets.lines import Block
from tui.widgets.papertable import table_lines
from tui.widgets.wrap import Run, atoms

Spots = tuple[str, ...]

_MARK = pattern(r"【待[补核][^】]*】")


def marked(text: str, style: str = "") -> tuple[Run, ...]:
    """Text with its gaps and doubts standing out."""
    return tuple(_marked(text, style, ""))


def _marked(text: str, style: str, spot: str) -> list[Run]:
    runs: list[Run] = []
    position = 0
    for match in _MARK.finditer(text):
        if match.start() > position:
            runs.append(Run(text[position : match.start()], style, spot))
        runs.append(Run(match[0], "warn", spot))
        position = match.end()
    if position < len(text):
        runs.append(Run(text[position:], style, spot))
    return runs


def paper(document: Document, changed: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """The whole document as blocks; keys are paragraph ids.

    Args:
        document: The draft.
        changed: Paragraph id → the text it had before; words that are new against it are marked.
    """
    before = changed or {}
    blocks = [Block("", (Run(line, "title"),)) for line in document.title]
    blocks.append(Block("", gap=1, runs=()))
    blocks += [_paragraph(paragraph, before) for paragraph in document.opening]
    for section in document.sections:
        blocks.append(Block(f"section:{section.numeral}", (Run(section.heading, "title"),), gap=1))
        blocks += [_paragraph(paragraph, before) for paragraph in section.paragraphs]
        blocks += [_table(document.figures, table) for table in section.tables]
    return tuple(blocks)


def spots_of(blocks: Sequence[Block]) -> Spots:
    """Every sentence and table one can point at, in order."""
    return tuple(dict.fromkeys(run.spot for block in blocks for run in block.runs if run.spot))


def _paragraph(paragraph: Paragraph, before: Mapping[str, str]) -> Block:
    runs = [Run("　　"), Run(paragraph.heading, "strong")] if paragraph.heading else [Run("　　")]
    news = _news(before[paragraph.id], paragraph.body) if paragraph.id in before else ()
    position = 0
    for number, sentence in enumerate(paragraph.sentences):
        spot = f"{paragraph.id}#{number}"
        end = position + len(sentence.text)
        at = position
        for start, stop in news:
            low, high = max(start, at), min(stop, end)
            if low < high:
                runs += _marked(sentence.text[at - position : low - position], "", spot)
                runs += _marked(sentence.text[low - position : high - position], "new", spot)
                at = high
        runs += _marked(sentence.text[at - position :], "", spot)
        position = end
    return Block(paragraph.id, tuple(runs), gap=1)


def _news(before: str, now: str) -> tuple[tuple[int, int], ...]:
    """Stretches of ``now`` (start, end) that were not there before, whole numbers and words at a time."""
    old, new = atoms(before), atoms(now)
    starts = [0]
    for atom in new:
        starts.append(starts[-1] + len(atom))
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        (starts[low], starts[high]) for tag, _, _, low, high in changes if tag != "equal" and low < high
    )


def _table(figures: Figures, table: TableForm) -> Block:
    asked = [cell.id for cell in table.cells if cell.asked]
    known = sum(1 for cell in asked if figures.value(cell) is not None)
    if known < len(asked):
        state = f"还有 {len(asked) - known} 格没填"
    elif figures.is_zero(table.id):
        state = "全部为 0"
    else:
        state = "已填完"
    key = f"table:{table.id}"
    line = Run(f"    ［{table.name}］{state}   F3 看表", "dim", key)
    drawn = partial(table_lines, table, figures, key) if known and not figures.is_zero(table.id) else None
    return Block(key, (line,), gap=1, draw=drawn)


def place_of(blocks: Sequence[Block], part: str) -> int:
    """Index of the block that belongs to a part of the conversation (``（一）主动公开``) or has this key, or -1."""
    keyed = next((index for index, block in enumerate(blocks) if part and block.key == part), -1)
    if keyed >= 0:
        return keyed
    bare = re.sub(r"^[（(][一二三四五六][）)]", "", part)
    if numbered := re.match(r"([一二三四五六])、|表([二三四])", part):
        bare = f"{numbered[1] or numbered[2]}、"
    for index, block in enumerate(blocks):
        head = next((run.text for run in block.runs if run.style in {"strong", "title"}), "")
        if bare and (head.startswith(bare) if bare.endswith("、") else bare in head):
            return index
    return -1
