"""The text under review: paragraphs with their origins, a person's edits, wordings that stay, and the file."""

from pathlib import Path

from assistant import desk
from assistant.origins import Origins
from assistant.session import Session
from assistant.views import ParagraphView
from report.writers.files import write_file


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

    def _keep_wording(self) -> None:
        """From the first edit or export on, a draft is under review: no other answer or larger bank rewords it."""
        self._store.save_choices(self._report, self.draft().narrative.choices)

    def suggested_name(self, form: str = "md") -> str:
        """A file name for the document; it says 草稿 while something is open."""
        return desk.file_name(self.draft(), form)
