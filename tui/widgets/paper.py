"""The draft beside the conversation: the section that is being talked about, as it will be printed.

What just changed is marked, gaps (【待补】) and words for the reviewer (【待核】) stand out.
"""

import re
from collections.abc import Collection, Sequence

from report.document import Document, Paragraph
from report.form import TableForm
from report.tables import Figures
from tui.widgets.lines import Block
from tui.widgets.wrap import Run

_MARK = re.compile(r"【待[补核][^】]*】")


def marked(text: str, style: str = "") -> tuple[Run, ...]:
    """Text with its gaps and doubts standing out."""
    runs: list[Run] = []
    position = 0
    for match in _MARK.finditer(text):
        if match.start() > position:
            runs.append(Run(text[position : match.start()], style))
        runs.append(Run(match[0], "warn"))
        position = match.end()
    if position < len(text):
        runs.append(Run(text[position:], style))
    return tuple(runs)


def paper(document: Document, changed: Collection[str] = ()) -> tuple[Block, ...]:
    """The whole document as blocks; keys are paragraph ids.

    Args:
        document: The draft.
        changed: Ids of the paragraphs to mark as new.
    """
    blocks = [Block("", (Run(line, "title"),)) for line in document.title]
    blocks.append(Block("", gap=1, runs=()))
    blocks += [_paragraph(paragraph, changed) for paragraph in document.opening]
    for section in document.sections:
        blocks.append(Block(f"section:{section.numeral}", (Run(section.heading, "title"),), gap=1))
        blocks += [_paragraph(paragraph, changed) for paragraph in section.paragraphs]
        blocks += [_table(document.figures, table) for table in section.tables]
    return tuple(blocks)


def _paragraph(paragraph: Paragraph, changed: Collection[str]) -> Block:
    head = (Run("　　"), Run(paragraph.heading, "strong")) if paragraph.heading else (Run("　　"),)
    return Block(
        paragraph.id,
        (*head, *marked(paragraph.body)),
        style="new" if paragraph.id in changed else "",
        gap=1,
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
    return Block(f"table:{table.id}", (Run(f"［{table.name}］{state}   F3 看表", "dim"),), lead=4, gap=1)


def place_of(blocks: Sequence[Block], part: str) -> int:
    """Index of the block that belongs to a part of the conversation (``（一）主动公开``), or -1."""
    bare = re.sub(r"^[（(][一二三四五六][）)]", "", part)
    if numbered := re.match(r"([一二三四五六])、|表([二三四])", part):
        bare = f"{numbered[1] or numbered[2]}、"
    for index, block in enumerate(blocks):
        head = next((run.text for run in block.runs if run.style in {"strong", "title"}), "")
        if bare and (head.startswith(bare) if bare.endswith("、") else bare in head):
            return index
    return -1
