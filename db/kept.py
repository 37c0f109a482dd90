"""What is kept beside the answers: a person's text over a paragraph, drawn wordings, the bookmark, and unsent words.

Edits are appended like answers; a wording, a bookmark and unsent words are no answers and may change and go.
"""

from collections.abc import Mapping
from typing import Any

from db.rows import Edit
from db.steps import Steps


class Kept(Steps):
    """The tables of the review desk and of the conversation."""

    def save_edit(self, report: int, paragraph: str, base: str, text: str, who: str) -> None:
        """Keep what a person wrote over a paragraph; ``base`` is the generated text they had before them."""
        self._edit(report=report, paragraph=paragraph, base=base, text=text, dropped=0, who=who)

    def drop_edit(self, report: int, paragraph: str, who: str) -> None:
        """Go back to the generated text; the edit stays in the file."""
        self._edit(report=report, paragraph=paragraph, base="", text="", dropped=1, who=who)

    def _edit(self, *, report: int, who: str, **row: str | int) -> None:
        with self._transaction():
            at = self._clock()
            step = self._step(report, who, at)
            self._insert("edits", report=report, who=who, batch=step, **row, at=at)

    def edits(self, report: int) -> Mapping[str, Edit]:
        """The latest edit of each paragraph; those dropped or taken back left out."""
        standing = set(self._stacks(report)[0])
        latest = {row["paragraph"]: row for row in self._edit_rows(report) if _stands(row, standing)}
        return {paragraph: _shape(row) for paragraph, row in latest.items() if not row["dropped"]}

    def edit_history(self, report: int, paragraph: str) -> tuple[Edit, ...]:
        """Every edit of a paragraph, the oldest first, those taken back marked."""
        standing = set(self._stacks(report)[0])
        rows = [row for row in self._edit_rows(report) if row["paragraph"] == paragraph]
        return tuple(_shape(row, undone=not _stands(row, standing)) for row in rows)

    def _edit_rows(self, report: int) -> list[Any]:
        return list(self._rows("SELECT * FROM edits WHERE report = ? ORDER BY id", report))

    def save_choices(self, report: int, choices: Mapping[str, int]) -> None:
        """Remember which wording each phrase got; phrases not named keep theirs, for when they come back."""
        with self._transaction():
            for phrase, variant in sorted(choices.items()):
                self._db.execute(
                    "INSERT INTO choices (report, phrase, variant) VALUES (?, ?, ?)"
                    " ON CONFLICT (report, phrase) DO UPDATE SET variant = excluded.variant",
                    (report, phrase, variant),
                )

    def choices(self, report: int) -> Mapping[str, int]:
        """Wording of each phrase, by phrase id."""
        rows = self._rows("SELECT phrase, variant FROM choices WHERE report = ? ORDER BY phrase", report)
        return {row["phrase"]: row["variant"] for row in rows}

    def save_bookmark(self, report: int, question: str) -> None:
        """Remember the question a person is at."""
        with self._transaction():
            self._db.execute(
                "INSERT INTO bookmarks (report, question, at) VALUES (?, ?, ?)"
                " ON CONFLICT (report) DO UPDATE SET question = excluded.question, at = excluded.at",
                (report, question, self._clock()),
            )

    def bookmark(self, report: int) -> str | None:
        """The question a person stopped at, or None."""
        rows = self._rows("SELECT question FROM bookmarks WHERE report = ?", report)
        return rows[0]["question"] if rows else None

    def save_unsent(self, report: int, question: str, text: str) -> None:
        """Remember what stands typed and unsent at a question; empty text forgets it."""
        with self._transaction():
            self._db.execute("DELETE FROM unsent WHERE report = ? AND question = ?", (report, question))
            if text:
                self._insert("unsent", report=report, question=question, text=text, at=self._clock())

    def unsent(self, report: int) -> Mapping[str, str]:
        """What stands typed and unsent, by question."""
        rows = self._rows("SELECT question, text FROM unsent WHERE report = ? ORDER BY question", report)
        return {row["question"]: row["text"] for row in rows}


def _stands(row: Mapping[str, Any], standing: set[int]) -> bool:
    return row["batch"] is None or row["batch"] in standing


def _shape(row: Mapping[str, Any], *, undone: bool = False) -> Edit:
    return Edit(row["paragraph"], row["base"], row["text"], row["who"], row["at"], undone, row["batch"])
