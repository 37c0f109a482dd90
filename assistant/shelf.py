"""The database that is worked in: its reports, and all that writing needs, loaded once for every report.

One decision: loading touches no database, so it may run beside the first questions in a thread of its own.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.people import local_name
from assistant.views import ReportRow
from db.store import Store

if TYPE_CHECKING:
    from phrasebank.bank import Bank


class Shelf:
    """One database. Open it with `open`, best in a ``with`` block."""

    def __init__(
        self, store: Store, who: str, today: Callable[[], date], phrases: Sequence[Path] = ()
    ) -> None:
        """Use `open`."""
        self._store = store
        self._who = who
        self._today = today
        self._phrases = tuple(phrases)
        self._opened_bank: Bank | None = None
        self._bank_notice = ""
        self._preparing = Lock()
        self._prepared = False
        self._folder: TemporaryDirectory[str] | None = None
        """Where the database is when it is only to be looked at."""

    @classmethod
    def open(
        cls,
        database: Path,
        who: str = "",
        today: Callable[[], date] = date.today,
        phrases: Sequence[Path] = (),
    ) -> Self:
        """Open a database, made when it is not there.

        Args:
            database: The file.
            who: Who answers; the name of the account if empty.
            today: The clock.
            phrases: Folders of the unit's own phrases; one that cannot be used is left out, and `welcome` says so.

        Raises:
            StoreProblem: it cannot be used.
        """
        return cls(Store.open(database), who or local_name(), today, phrases)

    def close(self) -> None:
        """Let go of the database; everything is on disk already."""
        self._store.close()
        if self._folder is not None:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def reports(self) -> tuple[ReportRow, ...]:
        """What is in the database, the last changed first."""
        return tuple(ReportRow(row.id, row.unit_name, row.year, row.changed) for row in self._store.reports())

    @property
    def ready(self) -> bool:
        """Whether a draft can be had at once, as all that writing needs is loaded."""
        return self._prepared

    def prepare(self) -> None:
        """Load all that writing needs (modules, words, phrases), which takes a part of a second the first time.

        It may run in a thread of its own, for it does not touch the database; a draft asked for meanwhile waits for it.
        """
        import db.migrations  # noqa: F401, PLC0415  the first answer makes the tables
        from assistant.case import draft_case  # noqa: PLC0415  the first question is asked before all this
        from assistant.sample import sample_case  # noqa: PLC0415

        bank = self._bank
        with self._preparing:
            if not self._prepared:
                draft_case(sample_case(), bank)  # one draft has loaded all that any other needs
                self._prepared = True

    @property
    def _bank(self) -> "Bank":
        with self._preparing:
            if self._opened_bank is None:
                from assistant.phrases import open_bank  # noqa: PLC0415

                self._opened_bank, self._bank_notice = open_bank(self._phrases)
            return self._opened_bank

    @property
    def bank_notice(self) -> str:
        """Why the unit's own phrases are not used, or empty."""
        if self._phrases and self._bank:
            return self._bank_notice
        return ""
