"""The conversation, with the draft growing beside it.

The prompt has the keys all the time; lists under the question are moved from it. Whatever is typed and not yet sent
is kept by question, so that looking at another screen or an earlier answer costs nothing.
"""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Footer, Static, TextArea

from assistant.views import Outcome, QuestionView
from tui.screens.base import CoreScreen
from tui.screens.help import question_help
from tui.screens.welcome import heading
from tui.widgets.bar import Said, TopBar
from tui.widgets.chat import conversation
from tui.widgets.lines import Block, LinesView
from tui.widgets.paper import paper, place_of
from tui.widgets.prompt import Prompt
from tui.widgets.replies import ReplyList, TickChoice, option_blocks, single_keys
from tui.widgets.tasks import task_blocks
from tui.widgets.wrap import Run

_SKIP = "跳过"
_SAME = "同上年"


class TalkScreen(CoreScreen):
    """Questions, answers, and what they become."""

    CSS_PATH = "talk.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "app.help", "为什么问"),
        Binding("f2", "draft", "草稿"),
        Binding("f3", "app.tables", "表格"),
        Binding("f4", "app.review", "审改"),
        Binding("f5", "app.export", "导出"),
        Binding("f6", "take_last_year", "沿用去年", show=False),
        Binding("escape", "back", "清单", key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.question: QuestionView | None = None
        self.ticks = TickChoice()
        self.said: dict[str, str] = {}
        self.changed: tuple[str, ...] = ()
        self.hint = ""
        self.frontier = ""
        """Id of the question one came from when an earlier one was opened."""

    def compose(self) -> ComposeResult:
        """Bar; conversation, draft and task list side by side; keys."""
        yield TopBar()
        with Horizontal(id="columns"):
            with Vertical(id="talk"):
                yield LinesView(id="log")
                yield ReplyList(id="replies")
                yield Said(id="said")
                with Horizontal(id="line"):
                    yield Static(">", id="sign", markup=False)
                    yield Prompt(id="prompt")
                yield Static("", id="hint", markup=False)
            yield LinesView(id="draft")
            yield LinesView(id="parts")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Ask."""
        self.query_one("#parts", LinesView).can_focus = False
        self.prompt.listener = self.hear
        self.refresh_core()
        self.prompt.focus()

    @property
    def prompt(self) -> Prompt:
        """Where people type."""
        return self.query_one("#prompt", Prompt)

    @property
    def log_view(self) -> LinesView:
        """The conversation column."""
        return self.query_one("#log", LinesView)

    @property
    def replies(self) -> ReplyList:
        """Quick replies or ticks."""
        return self.query_one("#replies", ReplyList)

    # Showing

    def refresh_core(self, said: str = "", *, bad: bool = False) -> None:
        """Ask what is to be asked now, and show all that depends on it."""
        previous = self.question.id if self.question else ""
        self.keep_unsent()
        self.question = self.core.question()
        current = self.question.id if self.question else ""
        if current != previous or not self.ticks.ticks:
            self.ticks = _ticks_of(self.question)
        self.log_view.show(conversation(self.core.transcript(), self.question, self.said), end=True)
        self.log_view.cursor = -1
        self._show_replies()
        self._show_bar()
        self._show_draft()
        self.query_one("#parts", LinesView).show(
            [Block("", (Run("清单", "title"),), gap=1), *task_blocks(self.core.welcome().parts, narrow=True)]
        )
        self.query_one(Said).say(said, bad=bad)
        if current != previous:
            self._fill_prompt()
        self._show_hint()

    def _fill_prompt(self) -> None:
        prompt, question = self.prompt, self.question
        prompt.reset()
        if question is None:
            return
        unsent = self.nianbao.unsent.get(self._unsent_key(question.id), "")
        if unsent or (question.current and question.kind in {"text", "number", "note"}):
            prompt.fill(unsent or question.current)
            prompt.history.clear()

    def _show_replies(self) -> None:
        question, view = self.question, self.replies
        self.prompt.single_keys = frozenset()
        if question is not None and question.options:
            self.prompt.single_keys = single_keys(question)
            view.show(option_blocks(question.options, question.current, self.prompt.single_keys))
            view.point(question.current or question.options[0].value)
            if view.cursor < 0:
                view.step(1)
        elif question is not None and question.kind == "ticks":
            view.show(self.ticks.blocks())
        else:
            view.show(())
        view.display = bool(view.blocks)
        self.call_after_refresh(self.log_view.scroll_end, animate=False)

    def _show_bar(self) -> None:
        question = self.question
        where = f"{question.part}  {question.number}/{question.total}" if question else "都问完了"
        self.query_one(TopBar).say(where, heading(self.core.welcome()))

    def _show_draft(self) -> None:
        view = self.query_one("#draft", LinesView)
        draft = self.attempt(self.core.draft)
        if draft is None:
            return
        blocks = paper(draft.document, self.changed)
        view.show(blocks)
        keys = [block.key for block in blocks]
        place = next((keys.index(changed) for changed in self.changed if changed in keys), -1)
        if place < 0 and self.question is not None:
            place = place_of(blocks, self.question.part)
        if place >= 0:
            view.reveal(place, top=True)

    def _show_hint(self) -> None:
        self.prompt.blank_ticks = self._blank_ticks
        hint = _hint(self.question, self.ticks, self.prompt.text)
        if hint != self.hint:
            self.hint = hint
            self.query_one("#hint", Static).update(hint)
        self.prompt.placeholder = _placeholder(self.question)

    # Sending

    def hear(self, message: Message) -> None:
        """What the prompt says, in the order of the keys."""
        if isinstance(message, Prompt.Sent):
            self.on_prompt_sent(message)
        elif isinstance(message, Prompt.Arrow):
            self.on_prompt_arrow(message)
        elif isinstance(message, Prompt.Single):
            self.on_prompt_single(message)
        elif isinstance(message, Prompt.Blank):
            self.tick_here()
        elif isinstance(message, Prompt.Mark):
            self.on_prompt_mark(message)

    def on_prompt_sent(self, event: Prompt.Sent) -> None:
        """Enter in the prompt."""
        text, question = event.text.strip(), self.question
        if question is None:
            self.query_one(Said).say(
                "都问完了。要改哪一问，按 ↑ 选中后回车；F4 审改，F5 导出。", bad=bool(text)
            )
        elif question.kind == "ticks" and (question.ticks or not text):
            self._send_ticks(text)
        elif question.kind == "table" and not text:
            self.nianbao.open_table(question.table)
        elif text:
            self._reply(text)
        elif question.options and self.replies.key:
            self._reply(self.replies.key)
        elif question.optional:
            self._reply(_SKIP)
        else:
            self.query_one(Said).say(
                f"这一问要有回答{_for_example(question)}。一时答不了，写“跳过”。", bad=True
            )

    def _send_ticks(self, text: str) -> None:
        choice = self.ticks
        if not text:
            themes, lines = choice.themes, "\n".join(choice.lines)
            if self.question is not None and self.question.current:
                if choice.untouched:
                    self._reply(self.question.current)
                    return
            elif not themes and not lines:
                self._reply(_SKIP)
                return
            outcome = self.attempt(lambda: self.core.tick(themes, lines))
            self._after(outcome)
            return
        theme = choice.exact(text)
        if not theme and _is_initials(text) and choice.shown:
            theme = self.replies.key or choice.shown[0].theme
        if text in {_SKIP, "返回", _SAME}:
            self._reply(text)
            return
        if theme:
            choice.ticked.add(theme)
        else:
            choice.lines += [line.strip() for line in text.splitlines() if line.strip()]
        self.prompt.reset()
        self._filter("")

    def _reply(self, text: str) -> None:
        """Send; an answer that is sent back unchanged is no new answer."""
        if self.question is not None and self.question.current and text == self.question.current:
            text = ""
        self._after(self.attempt(lambda: self.core.reply(text)))

    def _after(self, outcome: Outcome | None) -> None:
        if outcome is None or self.question is None:
            return
        if outcome.kind == "help":
            self.nianbao.action_help()
            return
        if outcome.kind == "refused":
            self.query_one(Said).say(outcome.said, bad=True)
            self.call_after_refresh(self.log_view.scroll_end, animate=False)
            return
        answered = self.question.id
        self.nianbao.unsent.pop(self._unsent_key(answered), None)
        self.prompt.reset()
        self.changed = outcome.changed
        if outcome.kind == "accepted":
            self.said[answered] = outcome.said
            self.frontier = ""
        self.ticks = TickChoice()
        self.refresh_core(outcome.said if outcome.kind != "accepted" else "")

    # Keys in the prompt

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Typing narrows a tick list."""
        if self.question is not None and self.question.kind == "ticks":
            self._filter(event.text_area.text.strip())
        self._show_hint()

    def _filter(self, wanted: str) -> None:
        self.ticks.wanted = wanted
        view = self.replies
        view.show(self.ticks.blocks())
        view.display = bool(view.blocks)
        if wanted and self.ticks.shown:
            view.point(self.ticks.shown[0].theme)
        self._show_hint()

    def on_prompt_single(self, event: Prompt.Single) -> None:
        """One digit chooses a quick reply; a blank ticks."""
        if self.question is not None and self.question.options:
            self._reply(self.question.options[int(event.key) - 1].value)

    def on_key(self, event: events.Key) -> None:
        """A blank ticks the line under the cursor; typing while the conversation has the focus goes to the prompt."""
        if self.focused is not self.prompt and event.is_printable and event.character:
            event.stop()
            self.prompt.focus()
            if event.character not in {"?", "？", "/", "／", " "}:
                self.prompt.insert(event.character)
            return

    @property
    def _blank_ticks(self) -> bool:
        """In a tick list a blank ticks, unless somebody is writing a sentence of their own."""
        if self.question is None or self.question.kind != "ticks":
            return False
        return not self.prompt.text or bool(self.ticks.shown)

    def tick_here(self) -> bool:
        """Tick or untick where the cursor is; False when a blank is just a blank."""
        if self.question is None or self.question.kind != "ticks":
            return False
        key = self.replies.key
        if not key and not self.prompt.text and self.replies.step(1):
            key = self.replies.key
        if not key:
            return False
        self.ticks.toggle(key)
        if self.prompt.text:
            self.prompt.reset()
            self.ticks.wanted = ""
        self._filter("")
        self.replies.point(key)
        return True

    def on_prompt_arrow(self, event: Prompt.Arrow) -> None:
        """Arrow keys leave the prompt: into the list, or up into the conversation."""
        if self.replies.display and self.replies.step(event.step):
            return
        if event.step < 0 and self.log_view.step(-1):
            self.log_view.focus()

    def on_prompt_mark(self, event: Prompt.Mark) -> None:
        """``？`` and ``／`` in the empty prompt."""
        if event.mark == "?":
            self.nianbao.action_help()
        else:
            self.nianbao.action_commands()

    # The conversation column

    def on_lines_view_moved(self, event: LinesView.Moved) -> None:
        """Past the last answer one is back at the prompt."""
        if event.view is self.log_view and not event.key and event.step > 0:
            self._to_prompt()

    def on_lines_view_chosen(self, event: LinesView.Chosen) -> None:
        """Open an earlier answer, take a quick reply, tick a line, go to a part."""
        if event.view is self.replies:
            self._chosen_reply(event.key)
        elif event.view is self.log_view:
            self.open_question(event.key)
        elif event.view.id == "parts":
            self.nianbao.open_part(event.key)
        elif event.key.startswith("table:"):
            self.nianbao.open_table(event.key.removeprefix("table:"))
        elif not event.key.startswith("section:"):
            self.nianbao.open_paragraph(event.key)

    def _chosen_reply(self, key: str) -> None:
        if self.question is not None and self.question.kind == "ticks":
            self.tick_here()
            self.prompt.focus()
        else:
            self._reply(key)

    def open_question(self, question_id: str) -> None:
        """Go back to an answered question; what was typed meanwhile is kept."""
        self.keep_unsent()
        if self.question is not None and not self.frontier:
            self.frontier = self.question.id
        if self.attempt(lambda: self.core.open_question(question_id)) is not None:
            self.refresh_core()
        self._to_prompt()

    def _to_prompt(self) -> None:
        self.log_view.cursor = -1
        self.prompt.focus()
        self.log_view.scroll_end(animate=False)

    # Actions

    def action_take_last_year(self) -> None:
        """F6: take last year's answer over, by this key only."""
        if self.question is not None and self.question.last_year:
            self._reply(_SAME)
        else:
            self.query_one(Said).say("这一问没有去年的回答。", bad=True)

    def action_nothing(self) -> None:
        """A key that means something elsewhere."""

    def action_undo(self) -> None:
        """In the prompt first what was typed, then the last answer."""
        if self.focused is self.prompt and self.prompt.can_undo:
            self.prompt.undo()
        else:
            super().action_undo()

    def action_redo(self) -> None:
        """The same for what was undone."""
        if self.focused is self.prompt and self.prompt.history.redo_stack:
            self.prompt.redo()
        else:
            super().action_redo()

    def action_draft(self) -> None:
        """F2: in a narrow window show the draft instead of the conversation; else go into the draft."""
        view = self.query_one("#draft", LinesView)
        if self.has_class("-draft") or self.focused is view:
            self.remove_class("-draft")
            self._to_prompt()
            return
        self.add_class("-draft")
        view.focus()
        if view.cursor < 0:
            view.step(1)

    def action_back(self) -> None:
        """Esc: out of the draft, out of an earlier question, or to the task list."""
        if self.has_class("-draft"):
            self.remove_class("-draft")
            self._to_prompt()
        elif self.focused is not self.prompt:
            self._to_prompt()
        elif self.frontier and self.question is not None and self.question.id != self.frontier:
            frontier, self.frontier = self.frontier, ""
            self.attempt(lambda: self.core.open_question(frontier))
            self.refresh_core()
        else:
            self.keep_unsent()
            self.nianbao.to_welcome()

    def keep_unsent(self) -> None:
        """Remember what stands in the prompt, by question."""
        if self.question is None:
            return
        text = self.prompt.text
        key = self._unsent_key(self.question.id)
        if text.strip() and text != self.question.current:
            self.nianbao.unsent[key] = text
        else:
            self.nianbao.unsent.pop(key, None)

    def _unsent_key(self, question_id: str) -> tuple[int | None, str]:
        return self.core.report_id, question_id

    def help_topic(self) -> tuple[str, list[tuple[str, str]]]:
        """Why this question is asked."""
        return "为什么问这个", [
            *question_help(self.question),
            ("这里的键", _KEYS),
        ]


_KEYS = (
    "回车 发送 · ↑↓ 选项、勾选、或往上看以前的回答（回车打开来改） · 空格 勾选 · F6 沿用去年的回答 · "
    "F2 看草稿 · Esc 回清单。也可以写：没有、跳过、返回、同上年。"
)


def _ticks_of(question: QuestionView | None) -> TickChoice:
    if question is None or question.kind != "ticks":
        return TickChoice()
    return TickChoice.of(question.ticks, question.current)


def _is_initials(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _for_example(question: QuestionView) -> str:
    return f"，比如：{question.example}" if question.example else ""


def _placeholder(question: QuestionView | None) -> str:
    if question is None:
        return ""
    by_kind: Mapping[str, str] = {
        "choice": "上下键选，回车定",
        "yesno": "上下键选，回车定",
        "number": "写数字，如 124 或 一百二十四；没有就写 0",
        "note": "有什么写什么，短句、数字都行" + ("；没有就直接回车" if question.optional else ""),
        "ticks": "空格勾选；也可以直接写" if question.ticks else "有什么写什么，短句、数字都行",
        "table": "回车打开表格",
    }
    return by_kind.get(question.kind, "写好后回车")


def _hint(question: QuestionView | None, ticks: TickChoice, typed: str) -> str:
    if question is None:
        return "↑ 改以前的回答"
    if question.kind == "ticks" and question.ticks:
        return ticks.hint(typed.strip())
    if question.options and question.kind not in {"choice", "yesno"}:
        return "回车 就用上面这个   也可以直接写别的   ？ 为什么问"
    if question.options:
        digits = "数字键 " if single_keys(question) else ""
        return f"↑↓ {digits}选   回车 定"
    send = (
        "直接回车 跳过"
        if question.optional and question.kind != "table" and not typed.strip()
        else "回车 发送"
    )
    return f"{send}   ↑ 改以前的回答   ？ 为什么问"
