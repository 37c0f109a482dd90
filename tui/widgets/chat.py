"""The conversation as blocks: what was asked and answered stays, dimmed; the question that is open comes last."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from assistant.desk_views import LOOK
from assistant.views import Exchange, Proposal, ProposalLine, QuestionView
from phrasebank.reading import final_words
from report.lazily import pattern
from tui.widgets.lines import Block
from tui.widgets.wrap import Run


def conversation(
    exchanges: Sequence[Exchange],
    question: QuestionView | None,
    said: Mapping[str, str],
    points: str = "",
) -> tuple[Block, ...]:
    """Everything that was said so far.

    Args:
        exchanges: Answered questions, in asking order.
        question: The open question, or None when all is answered.
        said: Question id → what the assistant said to the answer, for answers of this sitting.
        points: What stands open in the text (``1 处待核 · 2 处待补``), told when all is answered.
    """
    blocks: list[Block] = []
    part, parts, opened = "", set[str](), None
    for exchange in exchanges:
        again = question is not None and exchange.id == question.id
        opened = exchange if again else opened
        if exchange.part != part:
            part = exchange.part
            parts.add(part)
            blocks.append(_part(part))
        news = "" if again else _news(said.get(exchange.id, ""), exchange.answer)
        if news and exchange.carried:  # of a name there is nothing to check
            news = "请核对去年的还对不对。" if any(map(str.isdigit, exchange.answer)) else ""
        blocks += _answered(exchange, news, again=again)
    if question is None:
        blocks.append(_all_done(points))
    else:
        if opened is not None:
            blocks.append(_part(_again(opened, question)))
        elif question.part != part:
            blocks.append(_part(f"接着问 {question.part}" if question.part in parts else question.part))
        blocks += _open(question, again=opened is not None)
    return tuple(blocks)


def _again(opened: Exchange, question: QuestionView) -> str:
    if question.kind == "ticks":
        return "接着勾选这一题"
    return "补上这一题" if opened.skipped else "改这一题"


def _news(said: str, answer: str) -> str:
    """What was said to an answer, if it says more than that it was taken (the mark says so already).

    What was still to be asked then is asked below, or was asked meanwhile.
    """
    said = _TO_ASK.sub("", said)
    return (
        ""
        if answer in {"", "跳过"} or said in {"记下了。", f"记下了：{answer}", f"记下了：{answer}。"}
        else said
    )


_TO_ASK = pattern(r"还有 \d+ 处要问。")


def _part(label: str) -> Block:
    return Block("", (Run(f"── {label} ──", "title"),), gap=1)


def _answered(exchange: Exchange, said: str, *, again: bool) -> list[Block]:
    answer = "（跳过）" if exchange.skipped else exchange.answer or "（空）"
    taken = Run("  （沿用去年）") if exchange.carried else Run("")
    state = Run("  （正在下面改）", "accent") if again else Run("")
    under = (Run(f"> {answer}", "strong"), taken, state)
    asked = (Run(f"✓ {exchange.ask}"),)
    blocks = [Block(exchange.id, asked, under=under, indent=2, style="dim", gap=0 if said else 1)]
    if said:
        blocks.append(Block("", (Run(said, "good"),), lead=2, gap=1))
    return blocks


def _open(question: QuestionView, *, again: bool) -> list[Block]:
    asked = f"还要问：{question.pending}" if question.pending else question.ask
    blocks = [Block("", (Run("● ", "accent"), Run(asked, "strong")), indent=2)]
    if question.remark:
        blocks.append(Block("", (Run(question.remark),), lead=2))
    if question.last_year:
        blocks.append(Block("", (Run("去年（F6 沿用）：", "dim"), Run(question.last_year, "dim")), lead=2))
    if question.wording:
        blocks += [
            Block("", (Run(f"{number} ", "accent"), Run(offer)), lead=2, indent=2)
            for number, offer in enumerate(question.offers, 1)
        ]  # a single offer stands in the prompt
    elif question.current:
        words = "原来的回答：" if again else "现在的回答："
        blocks.append(Block("", (Run(words, "dim"), Run(_on_one_line(question.current))), lead=2))
    elif question.example and not question.options:
        blocks.append(Block("", (Run(f"例：{question.example}", "dim"),), lead=2, indent=4))
    return blocks


def _on_one_line(answer: str) -> str:
    """An answer of several lines, without the mark that has a line printed as it stands."""
    lines = [final_words(line) or line for line in answer.split("\n")]
    return "；".join(line.rstrip("。；") for line in lines) if len(lines) > 1 else lines[0]


def _all_done(points: str) -> Block:
    left: tuple[Run, ...] = (Run("没有待处理的。按 F4 把成文看一遍、改一改，按 F5 导出。"),)
    if points.endswith(LOOK) and "·" not in points:
        left = (Run("可以定稿。有 "), Run(points), Run("：按 F5 看过就导出；按 F4 把成文看一遍。"))
    elif points:
        left = (Run("还有 "), Run(points, "warn"), Run("：按 F5 逐处去改，改完导出；按 F4 把成文看一遍。"))
    again = Run("要改哪一问，按 ↑ 选中后回车。")
    return Block("", (Run("● ", "accent"), Run("都问完了。", "strong"), *left, again), indent=2)


def proposal_blocks(proposal: Proposal | None) -> tuple[Block, ...]:
    """What a sentence was taken to say, value by value with the words it came from, before it is recorded."""
    if proposal is None:
        return ()
    taken = [line for line in proposal.lines if not line.question and not line.hint]
    width = max((cell_len(line.label) for line in taken), default=0)
    blocks = [Block("", ())]
    if taken:
        title = "我这样理解：" if proposal.values else "看懂的是："
        blocks.append(Block("", (Run(title, "good"),), lead=2))
        blocks += [_taken(line, width) for line in taken]
    for line in proposal.lines:
        if not (line.question or line.hint):
            continue
        mark = f"！{line.label}：" if line.question else "请看一眼："
        words = (Run(mark + line.value, "warn"), Run(f"  ← “{line.words}”", "dim"))
        blocks.append(Block("", words, lead=4, indent=2))
    closing = "对就回车，不对就改。" if proposal.values else "请先把这一处写清楚。"
    if proposal.values and proposal.questions:
        closing = (
            "有 ！ 的回车后接着问，其余的对就回车，不对就改。"
            if taken
            else "对就回车，有 ！ 的接着问；也可以直接写回答。"
        )
    return (*blocks, Block("", (Run(closing, "strong"),), lead=2))


def _taken(line: ProposalLine, width: int) -> Block:
    pad = " " * (width - cell_len(line.label) + 2)
    runs = (Run(f"{line.label}{pad}"), Run(line.value, "strong"), Run(f"  ← “{line.words}”", "dim"))
    return Block("", runs, lead=4, indent=min(width + 2, 12))
