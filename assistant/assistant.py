"""The assistant: one class that the screen, the plain interview, the command line and the tests all drive.

It owns no rule of its own. It asks `prompts` what to ask and what a reply means, gives answers to `db` before it says
anything, lets `report` and `phrasebank` work out the rest, and keeps what they worked out until the next answer. Its
rooms: `session` (the open report), `conversation`, `filling` (tables), `review` (the text).
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from assistant import due, showing
from assistant.batch import Job, title_of
from assistant.drafting import Draft
from assistant.filling import Filling
from assistant.named_in_full import NamedInFull
from assistant.review import Review
from assistant.views import Opening, Welcome
from db.store import Entry, Store


class Assistant(NamedInFull, Filling, Review):
    """One database, one report open at a time. Open it with `open`, best in a ``with`` block."""

    def sample(self) -> "Assistant":
        """A finished sample report to look around in, in a database of its own that goes away when it is closed."""
        from assistant.sample import answers_of, sample_case  # noqa: PLC0415  few ask for it

        folder = TemporaryDirectory(prefix="nianbao-")
        assistant = Assistant(Store.open(Path(folder.name) / "sample.db"), self._who, self._today)
        assistant._folder = folder
        assistant._prepared = self._prepared
        report = assistant.create()
        answers = answers_of(sample_case(), self._interview)
        entries = [Entry(slot, "示例", value) for slot, value in answers.items()]
        assistant._store.record(report, entries, self._who, "pasted")
        assistant.select(report)
        return assistant

    def jobs(self, reports: Sequence[int], form: str = "md", *, keep: bool = False) -> tuple[Job, ...]:
        """Documents of several reports, each made when its turn comes; the report that is open stays open.

        Args:
            reports: Their numbers.
            form: ``md``, ``html`` or ``json``.
            keep: A report whose document was written is not reworded from then on, as after `export`.
        """
        other = Assistant(self._store, self._who, self._today, self._phrases)
        other._opened_bank, other._bank_notice = self._bank, self._bank_notice
        rows = {row.id: row for row in self.reports()}
        used: set[str] = set()

        def made(number: int) -> tuple[Draft, str]:
            other.select(number)
            name = other.suggested_name(form)
            if name in used:
                name = f"{name.removesuffix(f'.{form}')}（编号{number}）.{form}"
            used.add(name)
            return other.draft(), name

        written = other._keep_wording if keep else tuple
        return tuple(Job(title_of(rows[number]), partial(made, number), written) for number in reports)

    def opening(self) -> Opening:
        """The first screen, for somebody who has no report yet."""
        return due.opening(self._today(), str(self._store.path))

    def welcome(self, *, counted: bool = True) -> Welcome:
        """The task list a person sees when coming back; what is open is counted once a draft can be had at once."""
        name = self.edition.name if self._state.year else ""
        seen = showing.welcome(self._scene(), name, self.open_points() if counted else None)
        return replace(seen, notice="".join(filter(None, (seen.notice, self._bank_notice))))
