"""The text under review: paragraphs with their origins, a person's edits, wordings that stay, and the file."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import desk
from assistant.desk_views import AnswerView, OpenPoint, PhraseOffer, Reworded
from assistant.drafting import mark_of
from assistant.forms import form_of
from assistant.history import History
from assistant.ledger import LENGTH, WORDING, kept_name, length_of
from assistant.open_points import open_points
from assistant.session import Session
from assistant.views import ParagraphView
from db.store import Entry
from phrasebank.material import LENGTHS, Length
from report.problem import InputProblem
from report.writers.files import write_file

if TYPE_CHECKING:
    from assistant.rewording import Turned


_DIFFERS: Mapping[Length, str] = {
    "简": "每句用最短的说法，不写依据",
    "中": "用平常的说法，不写依据",
    "详": "用平常的说法，每个小节开头加一句依据",
}
"""Length → what is different in it; numbers and what was said are the same in all."""


class Review(Session):
    """The draft of the open report, as a person reviews it."""

    def paragraph(self, paragraph_id: str) -> ParagraphView:
        """One paragraph with the origin of each sentence.

        Raises:
            KeyError: there is no such paragraph.
        """
        return desk.paragraph_view(self.draft(), paragraph_id, self._answers, self._origins)

    def history(self, paragraph_id: str, sentence: int) -> tuple[AnswerView, ...]:
        """Who answered what a printed sentence (from 0) rests on, and when; earlier answers and taken-back ones too.

        Raises:
            KeyError: there is no such paragraph.
            IndexError: there is no such sentence.
        """
        return History(self._store, self._report, self._origins, self.draft()).of(paragraph_id, sentence)

    def open_points(self) -> tuple[OpenPoint, ...]:
        """What stands open, the gravest first."""
        return open_points(self.draft(), self._origins)

    def edit_paragraph(self, paragraph_id: str, text: str) -> str:
        """Keep what a person wrote over a paragraph."""
        view = self.paragraph(paragraph_id)
        cleaned = "".join(line.strip() for line in text.splitlines())
        if cleaned == view.text:
            return "文字没有变化。"
        self._keep_wording()
        self._store.save_edit(self._report, paragraph_id, view.generated, cleaned, self._who)
        self._draft = None
        doubts = [one.finding for one in self.draft().unheld if one.spot.startswith(f"{paragraph_id}#")]
        if doubts:
            more = f"（共 {len(doubts)} 处，光标移到那一句就看得到）" if len(doubts) > 1 else ""
            return f"已记下您改的“{view.label}”。请看一下：{doubts[0].message}{more}"
        from assistant.text_numbers import no_longer_told  # noqa: PLC0415  reading is loaded when there is something to read

        if gone := no_longer_told(view.text, desk.bodies(self.draft()).values()):
            more = f"等 {len(gone)} 个数" if len(gone) > 1 else "这个数"
            return f"已记下您改的“{view.label}”。全文不再有“{gone[0].said}”{more}：有意删的不用管，要找回按 Ctrl+Z。"
        return f"已记下您改的“{view.label}”；以后数字变了，这一段会跟着更新。"

    def keep_mine(self, paragraph_id: str) -> str:
        """Where a changed answer meets a person's words: theirs stay, and are asked about no more until the next change.

        Raises:
            KeyError: there is no such paragraph.
        """
        return self._decide(paragraph_id, self.paragraph(paragraph_id).text, "留下您写的", kept=True)

    def take_new(self, paragraph_id: str) -> str:
        """The newly generated sentences in place of those in which something clashes; what else was edited stays.

        Raises:
            KeyError: there is no such paragraph.
        """
        text = self.draft().taken.get(paragraph_id, "")
        return self._decide(paragraph_id, text, "换成新生成的句子；您原来的话在来历里还看得到")

    def _decide(self, paragraph_id: str, text: str, said: str, *, kept: bool = False) -> str:
        view = self.paragraph(paragraph_id)
        if not view.conflicts:
            return f"“{view.label}”这一段没有要定的地方。"
        self._keep_wording()
        with self._store.as_one_step():
            if text == view.generated:
                self._store.drop_edit(self._report, paragraph_id, self._who)
            else:
                self._store.save_edit(self._report, paragraph_id, view.generated, text, self._who)
            self._draft = None
            if kept:
                self._looked_at_in(paragraph_id)
        return f"“{view.label}”：已{said}。Ctrl+Z 换回。"

    def _looked_at_in(self, paragraph_id: str) -> None:
        """Whoever keeps their own words has seen that their numbers are not the answers'; the tables still count."""
        draft = self.draft()
        mine = [one.finding for one in draft.unheld if one.spot.startswith(f"{paragraph_id}#") and one.asked]
        marks = {mark_of(one, draft.document.figures): one.message for one in mine}
        if marks:
            self._append([Entry(mark, said, said) for mark, said in marks.items()])

    def restore_paragraph(self, paragraph_id: str) -> None:
        """Back to the generated text; what the person wrote stays in the database."""
        self._store.drop_edit(self._report, paragraph_id, self._who)
        self._draft = None

    def export(self, path: Path, form: str = "", tables: str = "html") -> Path:
        """Write the document, whole or not at all, in the form named or else in the one the file's name says.

        Raises:
            InputProblem: the name promises a form that there is not, or another than the one named.
            OutputProblem: it could not be written.
        """
        write_file(path, self.draft().render(form_of(path, form), tables))
        self._keep_wording()
        return path

    def reword(self, paragraph_id: str, sentence: int) -> Reworded:
        """Another wording of a printed sentence (from 0), or the first again after the last; the numbers stay.

        Raises:
            KeyError: there is no such paragraph.
            IndexError: there is no such sentence.
        """
        from assistant.rewording import turn_sentence  # noqa: PLC0415  it writes, so it loads all of writing

        if self.paragraph(paragraph_id).sentences[sentence].edited:
            said = "这一句是您改写的，用您的话，不换说法；想换，先按 R 恢复成生成的文字。"
            return Reworded(said, changed=False)
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
        mine = "您改写的句子没有动。" if self.paragraph(paragraph_id).edited else ""
        sentence = f"{said}（共 {turned.of} 种，现在是第 {turned.place} 种）；{mine}Ctrl+Z 换回。"
        return Reworded(sentence, changed=True)

    def offer_phrase(self, paragraph_id: str, sentence: int) -> PhraseOffer:
        """A sentence that a person rewrote, as it would be kept among the unit's own phrases; nothing is written.

        Raises:
            InputProblem: it cannot become a phrase; the sentence says why.
        """
        from assistant import own_phrases  # noqa: PLC0415  it writes, so it loads all of writing

        return own_phrases.offer(self.draft(), paragraph_id, sentence, self._material(), self._bank)

    def save_phrase(self, offered: PhraseOffer, keywords: Sequence[str]) -> str:
        """Keep a phrase in the unit's folder; from then on it is used first. Says where it is, and how to be rid of it.

        Raises:
            InputProblem: the keywords do not fit, or the unit's file has a mistake; nothing was written.
            OutputProblem: the file cannot be written.
        """
        if not self._phrases:
            raise InputProblem("示例里不能存短语", right="在自己的报告里改好再存")
        from assistant import own_phrases  # noqa: PLC0415

        proposal = own_phrases.confirmed(offered, keywords, self._material(), self._bank)
        printed = self.paragraph(offered.paragraph).sentences
        path = own_phrases.save_phrase(proposal, self._phrases[-1])
        self._opened_bank, self._draft = None, None
        self._rebase(offered.paragraph, [sentence.text for sentence in printed])
        return f"已存为本单位短语，以后先用它。存在 {path}；不想用了，打开这个文件删去 {proposal.id} 这一条。"

    def _rebase(self, paragraph_id: str, printed: Sequence[str]) -> None:
        """The program writes now what a person wrote: the text stays as printed, and is an edit only where it differs.

        The same sentences in another order are the program's own to arrange.
        """
        generated = {one.id: one for one in self.draft().narrative.paragraphs}[paragraph_id]
        if sorted(printed) == sorted(one.text for one in generated.sentences):
            self._store.drop_edit(self._report, paragraph_id, self._who)
        else:
            self._store.save_edit(self._report, paragraph_id, generated.body, "".join(printed), self._who)
        self._draft = None

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
        now = sum(map(len, desk.bodies(self.draft()).values())) - sum(map(len, before.values()))
        grown = f"（{'多' if now > 0 else '少'} {abs(now)} 字）" if now else ""
        return f"全文按“{length}”写：{_DIFFERS[length]}{grown}；说过的事都在。{again}Ctrl+Z 换回。"

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
