"""Where a sentence of the draft comes from, as lines: the answer, the cells behind its numbers, the wording, the article."""

from collections.abc import Sequence

from rich.cells import cell_len

from assistant.views import SentenceView
from tui.core import Core
from tui.widgets.lines import Block
from tui.widgets.wrap import Run


def sentence_blocks(core: Core, spot: str) -> list[Block]:
    """The origin of one sentence of the draft.

    Args:
        core: The core.
        spot: ``<paragraph>#<number>``, or ``table:<id>``.
    """
    if spot.startswith("table:"):
        return [Block("", (Run("这张表按您填的数排，合计由程序算。"), Run("  回车 去填表", "dim")))]
    paragraph, _, number = spot.partition("#")
    sentence = core.paragraph(paragraph).sentences[int(number)]
    goes = "去填表" if sentence.goes_to in core.edition else "去这一问" if sentence.goes_to else "去审改"
    goes = "写成一句" if sentence.text.startswith("【待核") and sentence.goes_to else goes
    return [Block("", (Run(f"回车 {goes}   ↑↓ 换一句   Esc 回去", "dim"),)), *origin_of(sentence)]


def origin_of(sentence: SentenceView) -> list[Block]:
    """Each answer, number, wording and article behind a sentence, one line each."""
    origin = [("根据", _once(sentence.sources))] if sentence.sources else []
    origin += [(digits, where) for digits, where in sentence.numbers]
    if sentence.edited:
        origin.append(("写法", "审改人写的；P 存为本单位短语"))
    elif sentence.ways:
        more = f"（共 {sentence.ways} 种，F8 换）" if sentence.ways > 1 else "，只有这一种"
        origin.append(("写法", f"{sentence.claims}：第 {sentence.variant + 1} 种{more}"))
    if sentence.phrase == OWN:
        origin.append(("写法", "照写：照您写的原样印"))
    if sentence.text.startswith("【待核") and sentence.goes_to:
        origin.append(("回车", "照原话拟一句，改好就写进报告；不写的去掉"))
    if sentence.law:
        origin.append(("依据", sentence.law))
    if not origin:
        origin = [("来历", "还没有回答" if GAP in sentence.text else "格式里固定的话")]
    return [
        Block("", (Run(f"{name}  ", "accent"), Run(words, "dim")), lead=2, indent=cell_len(name) + 2)
        for name, words in origin
    ]


OWN = "own"
"""Phrase of a sentence that a person wrote for the report (`phrasebank.plan.finals`)."""
GAP = "【待补"
"""Begins what stands in the draft for an answer that is still open."""
_TAKEN = "（沿用去年）"


def _once(sources: Sequence[str]) -> str:
    """The sources in one line; that all of them were taken over from last year is said once."""
    if len(sources) > 1 and all(source.endswith(_TAKEN) for source in sources):
        return "；".join(source.removesuffix(_TAKEN) for source in sources) + _TAKEN
    return "；".join(sources)
