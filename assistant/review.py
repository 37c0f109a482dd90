"""The text under review: paragraphs with their origins, a person's edits, wordings that stay, and the file."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import desk
from assistant.ledger import LENGTH, WORDING, kept_name, length_of
from assistant.origins import Origins
from assistant.session import Session
from assistant.views import ParagraphView, Reworded
from db.store import Entry
from phrasebank.material import LENGTHS, Length
from report.problem import InputProblem
from report.writers.files import write_file

if TYPE_CHECKING:
    from assistant.rewording import Turned


class Review(Session):
    """The draft of the open report, as a person reviews it."""

    def paragraph(self, paragraph_id: str) -> ParagraphView:
        """One paragraph with the origin of each sentence.

        Raises:
            KeyError: there is no such paragraph.
        """
        origins = Origins(self._interview, self._state, self._answers, self._bank)
        return desk.paragraph_view(self.draft(), paragraph_id, self._answers, origins)

    def edit_paragraph(self, paragraph_id: str, text: str) -> str:
        """Keep what a person wrote over a paragraph."""
        view = self.paragraph(paragraph_id)
        cleaned = "".join(line.strip() for line in text.splitlines())
        if cleaned == view.text:
            return "文字没有变化。"
        self._keep_wording()
        self._store.save_edit(self._report, paragraph_id, view.generated, cleaned, self._who)
        self._draft = None
        return f"已记下您改的“{view.label}”；以后数字变了，这一段会跟着更新。"

    def restore_paragraph(self, paragraph_id: str) -> None:
        """Back to the generated text; what the person wrote stays in the database."""
        self._store.drop_edit(self._report, paragraph_id, self._who)
        self._draft = None

    def export(self, path: Path, form: str = "md", tables: str = "html") -> Path:
        """Write the document, whole or not at all.

        Raises:
            OutputProblem: it could not be written.
        """
        write_file(path, self.draft().render(form, tables))
        self._keep_wording()
        return path

    def reword(self, paragraph_id: str, sentence: int) -> Reworded:
        """Another wording of a printed sentence (from 0), or the first again after the last; the numbers stay.

        Raises:
            KeyError: there is no such paragraph.
            IndexError: there is no such sentence.
        """
        from assistant.rewording import turn_sentence  # noqa: PLC0415  it writes, so it loads all of writing

        turned = turn_sentence(self.draft(), paragraph_id, sentence, self._material(), self._bank)
        if turned is None:
            return Reworded("这一句只有一种说法。", changed=False)
        return self._turned(paragraph_id, turned, "换了一种说法")

    def rearrange(self, paragraph_id: str) -> Reworded:
        """Another order and joining of an aspect's sentences.

        Raises:
            KeyError: there is no such paragraph.
        """
        from assistant.rewording import turn_arrangement  # noqa: PLC0415

        turned = turn_arrangement(self.draft(), paragraph_id, self._material(), self._bank)
        if turned is None:
            label = self.paragraph(paragraph_id).label
            return Reworded(f"“{label}”这一段只有一种排法。", changed=False)
        return self._turned(paragraph_id, turned, "换了一种排法")

    def _turned(self, paragraph_id: str, turned: "Turned", said: str) -> Reworded:
        self._keep_wording()
        self._append(
            [Entry(f"{WORDING}{name}", said, Decimal(index)) for name, index in turned.choices.items()]
        )
        conflict = self.draft().merge_conflicts.get(paragraph_id, "")
        sentence = f"{said}（共 {turned.of} 种，现在是第 {turned.place} 种）；Ctrl+Z 换回。"
        return Reworded(f"{sentence}{conflict}", changed=True, conflict=bool(conflict))

    @property
    def length(self) -> Length:
        """How long the text is asked for: 简, 中 or 详."""
        return length_of(self._state)

    def set_length(self, length: str) -> str:
        """Write the text in another length; everything that was said stays in it. The sentence says what became of it.

        Raises:
            InputProblem: there is no such length.
        """
        if length not in LENGTHS:
            raise InputProblem(f"没有“{length}”这种篇幅", right="、".join(LENGTHS) + " 之一")
        if length == self.length:
            return f"现在就是“{length}”。"
        before = desk.bodies(self.draft())
        edited = [view for view in map(self.paragraph, self._store.edits(self._report)) if view.edited]
        self._append([Entry(LENGTH, length, length)])
        if desk.bodies(self.draft()) == before:
            return f"以后按“{length}”写；现在说过的事不多，文字没有变化。"
        again = f"您改过的 {len(edited)} 段已合到新的文字里，请再看一遍。" if edited else ""
        return f"全文按“{length}”写；说过的事都在。{again}Ctrl+Z 换回。"

    def _keep_wording(self) -> None:
        """From the first edit or export on, a draft is under review: no other answer or larger bank rewords it.

        What a person asked for is in the journal already, so that taking it back brings the drawn wording again.
        """
        length, asked = length_of(self._state), self._state.answers
        drawn = self.draft().narrative.choices.items()
        kept = {kept_name(name, length): index for name, index in drawn if f"{WORDING}{name}" not in asked}
        self._store.save_choices(self._report, kept)

    def suggested_name(self, form: str = "md") -> str:
        """A file name for the document; it says 草稿 while something is open."""
        return desk.file_name(self.draft(), form)
