"""From screen to screen: where one can go, and how to get there.

One decision: at most one screen lies over the task list; Esc goes back to where one came from, the task list or the
conversation, and from what was opened in the list of open points to that list. Whatever stands typed and unsent is
remembered before another screen is shown.
"""

from collections.abc import Callable, Sequence

from textual.app import App

from assistant.desk_views import OpenPoint
from phrasebank.material import LENGTHS, Length
from tui.core import Core
from tui.screens.base import CoreScreen
from tui.screens.desk_place import DeskPlace
from tui.screens.talk import TalkScreen
from tui.screens.welcome import WelcomeScreen


class Moving(App[None]):
    """An app one can go about in."""

    core: Core
    desk_place: DeskPlace | None = None
    """Where the review desk was left."""
    clean_desk = False
    """The review desk shows the text as it will be printed, without marks of what was changed."""

    way_back: Callable[[], object] | None = None
    """Where Esc leads from a place that was opened from a list, a sentence or a cell."""
    from_list = False
    """The screen over the task list was come to from there, and not from the conversation."""
    came_from: int | None = None
    """The report that was open when a new one was begun."""

    def _leads_back(self) -> None:
        """Esc will lead back to where one is."""
        if isinstance(self.screen, CoreScreen):
            self.way_back = self.screen.again()

    def go_back(self) -> None:
        """Esc: to where this place was opened from, else to where the key was pressed; from the conversation to the task list."""
        way, self.way_back = self.way_back, None
        if way is not None:
            self.leave_question()
            way()
        elif self.from_list or isinstance(self.screen, TalkScreen):
            self.to_welcome()
        else:
            self.talk()

    def _show(self, screen: CoreScreen) -> None:
        if isinstance(self.screen, TalkScreen | WelcomeScreen):
            self.from_list = isinstance(self.screen, WelcomeScreen)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)

    def has_report(self) -> bool:
        """Whether a report is open; says so when none is."""
        if self.core.report_id is None:
            self.notify("还没有报告。按回车开始做一份。", markup=False)
            return False
        return True

    def talk(self) -> None:
        """To the conversation."""
        if self.has_report() and not isinstance(self.screen, TalkScreen):
            self._show(TalkScreen())

    def new_report(self) -> None:
        """Begin another report."""
        self.came_from = self.core.report_id
        self.core.begin()
        self._show(TalkScreen())

    def to_welcome(self) -> None:
        """To the task list, its cursor where one was; a report that was begun and left untouched gives way to the one before."""
        self.way_back = None
        reports = {row.id for row in self.core.reports()} if self.came_from is not None else set()
        if self.core.report_id not in reports and self.came_from in reports:
            self.core.select(self.came_from)
        home = self.screen_stack[0]
        if len(self.screen_stack) > 1 and isinstance(home, WelcomeScreen):
            home.coming_back = True
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_to_welcome(self) -> None:
        """F10."""
        self.leave_question()
        self.to_welcome()

    def open_table(self, table_id: str, cells: Sequence[str] = ()) -> None:
        """To a table, at the first of these cells that can be filled."""
        if self.has_report():
            edition = self.core.edition
            asked = [cell for cell in cells if cell in edition and not edition.parts(cell)]
            mine = [cell for cell in asked if cell.startswith(f"{table_id}.")]
            from tui.screens.grid import GridScreen

            self.leave_question()
            self._show(GridScreen(table_id, mine[0] if mine else ""))

    def open_paragraph(self, paragraph: str) -> None:
        """To the review desk, at a paragraph (``1.intro``) or at one of its sentences (``1.intro#0``)."""
        if self.has_report():
            from tui.screens.review import ReviewScreen

            self.leave_question()
            self._show(ReviewScreen(paragraph))

    def open_point(self, point: OpenPoint) -> None:
        """To where an open point can be mended: its cell, its question, or its place in the text."""
        if point.goes_to:
            self.open_place(point.goes_to)
        else:
            self._leads_back()
            self.open_paragraph(point.spot)

    def open_place(self, place: str) -> None:
        """To a cell, or to a question."""
        if place in self.core.edition:
            self._leads_back()
            self.open_table(place.split(".", 1)[0], (place,))
        else:
            self._talk_at(lambda: self.core.open_question(place))

    def next_length(self) -> str:
        """The next of the three lengths; what became of it, in a sentence."""
        return self.core.set_length(LENGTHS[(LENGTHS.index(self.core.length) + 1) % len(LENGTHS)])

    def set_length(self, length: Length) -> None:
        """Another length, said on the screen that is shown."""
        screen = self.screen
        if isinstance(screen, CoreScreen):
            said = screen.attempt(lambda: self.core.set_length(length))
            if said is not None:
                screen.refresh_core(said)

    def open_part(self, key: str) -> None:
        """To a part of the task list: its table, its first answer, or what is open."""
        if not self.has_report():
            return
        part = next((part for part in self.core.welcome(counted=False).parts if part.key == key), None)
        if key == "open-points":
            self.action_export(listed=True)
            return
        if key == "tables" and part is not None and part.status == "done":
            self.action_tables()
            return
        ids = [table.id for table in self.core.edition.tables]
        if key in ids:
            self.open_table(key)
            return
        first = next((one for one in self.core.transcript() if part and one.part == part.label), None)
        if part is not None and part.status == "done" and first is not None:
            self._talk_at(lambda: self.core.open_question(first.id))
        else:
            self._talk_at(lambda: self.core.open_part(key))

    def _talk_at(self, move: Callable[[], object]) -> None:
        """To the conversation, at the question that ``move`` opens."""
        self.leave_question()
        if isinstance(self.screen, TalkScreen):
            self.screen.go_to(move)
            return
        self._leads_back()
        if isinstance(self.screen, CoreScreen):
            self.screen.attempt(move)
        self.talk()

    def keep_unsent(self) -> None:
        """What stands typed in the prompt is remembered, and what was ticked."""
        if isinstance(self.screen, TalkScreen):
            self.screen.keep_unsent()

    def leave_question(self) -> None:
        """Before another screen or question: what is typed and ticked is remembered, or counts."""
        if isinstance(self.screen, TalkScreen):
            self.screen.leave_question()

    def action_tables(self) -> None:
        """F3: the table the question speaks of, else the first that is not filled."""
        self.way_back = None
        if not self.has_report():
            return
        question = self.core.question()
        if question is not None and question.table:
            self.open_table(question.table)
            return
        tables = [table for table in self.core.edition.tables if table.grid]
        figures = self.core.figures
        unfilled = (table.id for table in tables if not figures.known(table.id))
        self.open_table(next(unfilled, tables[0].id))

    def action_review(self) -> None:
        """F4: where one was when one left."""
        self.way_back = None
        self.open_paragraph(self.desk_place.again(self.core) if self.desk_place else "")

    def export_many(self) -> None:
        """To the screen that writes several reports at once."""
        from tui.screens.export_many import ExportManyScreen

        self.leave_question()
        self._show(ExportManyScreen())

    def action_export(self, *, listed: bool = False) -> None:
        """F5; ``listed`` to begin in the list of what is open, not at the file's name."""
        self.way_back = None
        if self.has_report():
            from tui.screens.export import ExportScreen

            self.leave_question()
            self._show(ExportScreen(listed=listed))

    def confirm_point(self, text: str) -> None:
        """这样没错: an open point, called by its sentence, is right as it is."""
        screen = self.screen
        if isinstance(screen, CoreScreen):
            said = screen.attempt(lambda: self.core.confirm_finding(text))
            if said is not None:
                screen.refresh_core(f"{said}Ctrl+Z 换回。")
