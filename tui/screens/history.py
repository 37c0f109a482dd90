"""Enter on a sentence of the review desk: who answered what it rests on, when, and what it was before."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from assistant.desk_views import AnswerView
from assistant.views import SentenceView
from tui.screens.over import Over
from tui.widgets.bar import TopBar
from tui.widgets.keybar import KeyBar
from tui.widgets.lines import Block, LinesView
from tui.widgets.origin import GAP, origin_of
from tui.widgets.paper import marked
from tui.widgets.wrap import Run


class AnswerList(LinesView):
    """The answers; Enter goes to the one that holds now."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "去改回答", key_display="回车")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A sentence that rests on no answer leads nowhere."""
        del parameters
        return action != "choose" or bool(self.key)


class HistoryScreen(Over[str]):
    """The answers behind one sentence; what is chosen is the question or the cell to go to (empty: none)."""

    DEFAULT_CSS = """
    HistoryScreen { align: center middle; }
    HistoryScreen > Vertical { width: 92%; max-width: 110; height: 80%; background: $surface; border: round $primary; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "回去", key_display="Esc"),
    ]

    def __init__(self, sentence: SentenceView, answers: Sequence[AnswerView]) -> None:
        super().__init__()
        self.sentence = sentence
        self.answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """Bar, list, keys."""
        with Vertical():
            yield TopBar()
            yield AnswerList()
            yield KeyBar()

    def on_mount(self) -> None:
        """The cursor on the first answer one can go to."""
        self.query_one(TopBar).say("这一句的来历")
        view = self.query_one(LinesView)
        view.show(history_blocks(self.sentence, self.answers))
        view.step(1)
        self.set_focus(view)

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Go there."""
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Esc."""
        self.dismiss("")


_STATES = {"now": ("现在的回答", "good"), "before": ("以前的回答", "dim"), "undone": ("撤销了的回答", "dim")}


def history_blocks(sentence: SentenceView, answers: Sequence[AnswerView]) -> list[Block]:
    """The sentence, its wording and article, and each answer with who and when."""
    blocks = [Block("", marked(sentence.text), gap=1), *origin_of(sentence)]
    told = ""
    for answer in answers:
        if answer.label != told:
            told = answer.label
            blocks += [Block("", ()), Block("", (Run(answer.label, "strong"),))]
        state, style = _STATES[answer.state]
        runs = (
            Run(f"{state}  ", style),
            Run(f"“{answer.said}”"),
            Run(f"  {answer.who}，{answer.when}，{answer.how}", "dim"),
        )
        key = answer.goes_to if answer.state == "now" else ""
        blocks.append(Block(key, runs, lead=2, indent=4))
    known = any(answer.state == "now" and answer.goes_to for answer in answers)
    if sentence.goes_to and not known:
        blocks += [Block("", ()), Block(sentence.goes_to, (Run("去回答这一问", "accent"),), lead=2)]
    if not answers and not sentence.goes_to:
        why = (
            "补上以后，这里就写成句子。" if GAP in sentence.text else "这是格式里固定的话，不出自哪一条回答。"
        )
        blocks += [Block("", ()), Block("", (Run(why, "dim"),))]
    return blocks
