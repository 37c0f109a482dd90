"""What a note says about numbers that stand in the tables: compared, then said from the tables, never twice.

One decision: a clause is taken only if it consists of nothing but words for figures, numbers and fillers; one content
word more, and it is left to the phrases and the register, so that no fact is swallowed. Where note and table differ,
nobody is believed: it becomes a question and the words stay marked.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from phrasebank.fragment import Fragment, traced, words
from phrasebank.material import Conflict
from phrasebank.pen import verbatim
from phrasebank.plan.comparing import Comparing
from phrasebank.plan.figure_words import (
    Lexicon,
    figure_words,
    named_in,
    numbers_hidden,
    pair_numbers,
    written_out,
)
from phrasebank.plan.redirected import Redirected, redirected_in
from phrasebank.reading import Clause
from report.document import Sentence
from report.lazily import pattern

_RECEIVED = pattern(
    r"(?P<when>(?:[0-9]{1,2}月)(?:上旬|中旬|下旬|底|末|[0-9]{1,2}[日号])?)(?:才|刚)?收(?:到)?的?"
)
_TERM = "(?:答复|办理|法定)?(?:期限|时限|期)"
_NOT_DUE = pattern(
    rf"(?:还|尚|都|均|也)?(?:没有|没|未)(?:有)?(?:到|满)(?:了)?{_TERM}(?:的)?|{_TERM}(?:还|尚|都)?(?:没有|没|未)(?:到|满)"
    rf"|(?:还|尚|都|均|仍)?在(?:法定)?{_TERM}[之以]?内"
    rf"|(?:还|尚|仍)(?:都|均)?(?:处于|在)(?:法定|规定)?(?:的)?(?:{_TERM}|时间|20(?:天|日|个工作日))(?:里头|[里内]|[之以]内)"
    r"|(?:还|尚|仍)(?:都|均)?(?:没有|没|未|不)[超逾]期"
)


_SHORT = 14
"""A clause of so many characters that denies a theme says nothing else."""
_NOTHING = pattern(r"[没无未零0０]|从不")


class Ledger(Comparing):
    """What the notes of one report say about its tables."""

    conflicts: list[Conflict] = msgspec.field(default_factory=list)
    marked: dict[str, list[Sentence]] = msgspec.field(default_factory=dict)
    """Note field → clauses whose numbers contradict a table."""
    forward_reason: Fragment = msgspec.field(default_factory=Fragment)
    in_time: bool = False
    sources: dict[str, list[str]] = msgspec.field(default_factory=dict)
    """Group of figures → the words that were taken for it."""
    redirected: Redirected | None = None
    """Where applicants were sent whose information this unit does not hold."""

    def take(self, clauses: Sequence[Clause], group: str) -> list[Clause]:
        """Take the clauses that only speak of this group's figures; the others come back in their order."""
        left = []
        for clause in clauses:
            reading = None if clause.note.ticked else self._read(clause, group)
            if reading is None:
                left.append(clause)
            elif reading:
                self.sources.setdefault(group, []).append(clause.text)
        return left

    def take_zero(self, clauses: Sequence[Clause], theme: str, cells: Sequence[str]) -> list[Clause]:
        """Without the short clauses that only say of ``theme`` what its cells say: nothing."""
        if any(self.figures.value(cell) != 0 for cell in cells):
            return list(clauses)
        left = []
        for clause in clauses:
            zero = clause.themes[:1] == (theme,) and not clause.note.ticked and len(clause.text) <= _SHORT
            numbers = [quantity.number for quantity in clause.quantities if quantity.number]
            if zero and not numbers and _NOTHING.search(clause.text):
                self.sources.setdefault(theme, []).append(clause.text)
            else:
                left.append(clause)
        return left

    def _read(self, clause: Clause, group: str) -> bool | None:
        """True: taken; False: contradicts a table (kept as a question); None: says something else."""
        text = numbers_hidden(clause, group)
        reason: Fragment | None = None
        if group == "requests":
            if when := _RECEIVED.search(text):
                reason = traced("于" + when["when"].replace("号", "日") + "收到", clause.note.origin)
                text = text[: when.start()] + "\x01" + text[when.end() :]
            elif due := _NOT_DUE.search(text):
                reason = words("尚在答复期限内")
                text = text[: due.start()] + "\x01" + text[due.end() :]
            text = written_out(self._by_year(text))
            if (told := self._formula(text, clause)) is not None:
                return told
        lexicon = figure_words(group)
        if re.search(r"[^\W_]", lexicon.pattern.sub("", text)):
            return None
        return self._settle(
            clause, [each.group() for each in lexicon.pattern.finditer(text)], lexicon, group, reason
        )

    def _by_year(self, text: str) -> str:
        """2023年转来, 转到2025年: the years beside the report's own by their names."""
        return text.replace(f"{self.year - 1}年", "上年").replace(f"{self.year + 1}年", "下年")

    def _formula(self, text: str, clause: Clause) -> bool | None:
        """``新收9→14`` and ``247＋11＝258``: last year and this year, new and carried over; None for anything else."""
        numbers = [quantity.number for quantity in clause.quantities]
        if _GREW.fullmatch(text) and len(numbers) == 2 and numbers[0]:
            if numbers[1] not in self.known("T3.R01.C7"):
                self.contradicts(clause, [("T3.R01.C7", clause.quantities[1].text)])
                return False
            self.before = (clause.note.origin, numbers[0])
            return True
        if _COMPARED.fullmatch(text) and len(numbers) == 2 and None not in numbers:
            return self._compared(numbers[0] or Decimal(0), numbers[1] or Decimal(0), clause) or None
        known = [self.figures.value(each) for each in ("T3.R01.C7", "T3.R02.C7", "T3.IN.C7")]
        return True if _ADDED.fullmatch(text) and numbers == known else None

    def _compared(self, before: Decimal, change: Decimal, clause: Clause) -> bool:
        """比上年26件多11件: what the table's number says beside last year's."""
        new = self.figures.value("T3.R01.C7")
        if new is None or abs(new - before) != change:
            return False
        self.before = (clause.note.origin, before)
        return True

    def take_redirected(self, clauses: Sequence[Clause]) -> list[Clause]:
        """Without the clauses that say where an applicant was sent; a number that is not table 三's is asked about."""
        found = redirected_in(clauses)
        held = self.figures.value("T3.R13.C7")
        if found is None or not held:
            return list(clauses)
        if found.number is not None and found.number != held:
            asked = replace(found.clauses[0], field="依申请公开")
            self.contradicts(asked, [("T3.R13.C7", asked.text)])
        else:
            self.redirected = found
        taken = {id(clause) for clause in found.clauses}
        return [clause for clause in clauses if id(clause) not in taken]

    def _settle(
        self, clause: Clause, pieces: Sequence[str], lexicon: Lexicon, group: str, reason: Fragment | None
    ) -> bool | None:
        pairs, bare, denied, timely = pair_numbers(clause, pieces, lexicon)
        if not pairs and not bare and not timely and reason is None:
            return True if pieces and not clause.quantities else None
        wrong = []
        for figure_id, quantity in pairs:
            figure = figure_id or ("T3.R25.C7" if reason is not None else "")
            verdict = self.compare(figure, quantity, clause, group)
            named = [name for name in named_in(pairs, bare) if name in self.figures.edition.ids]
            if verdict is False and len(clause.quantities) == 1 and len(named) > 1:
                verdict = self.means_one_of(named, quantity)
            if verdict is None:
                return None
            if not verdict:
                wrong.append((figure, quantity.text))
        for figure_id in bare:
            verdict = self.compare_bare(figure_id, clause, denied=denied)
            if verdict is None:
                return None
            if not verdict:
                wrong.append((figure_id, "没有" if denied else "有"))
        self.in_time = self.in_time or timely
        if reason is not None and not wrong and reason.text not in self.forward_reason.text:
            self.forward_reason = self.forward_reason + "，" + reason if self.forward_reason else reason
        if wrong:
            self.contradicts(clause, wrong)
            return False
        return True

    def _unit(self, cell: str) -> str:
        """What a cell counts."""
        money = "元" if cell.startswith("FEE6.") and not cell.endswith("notices") else ""
        return self.figures.unit(cell) or money or ("万元" if cell.startswith("T2.FEE") else "件")

    def contradicts(self, clause: Clause, wrong: Sequence[tuple[str, str]]) -> None:
        """Put a clause beside the cells it differs from: a question to the person, the words stay marked."""
        cells = tuple(dict.fromkeys(cell for figure_id, _ in wrong for cell in figure_id.split("|") if cell))
        table = {"T2": "表二", "T3": "表三", "T4": "表四", "FEE6": "信息处理费"}[cells[0].split(".")[0]]
        filled = "、".join(
            dict.fromkeys(f"{value:f} {self._unit(cell)}" for cell in cells for value in self.known(cell))
        )
        question = f"“{clause.text}”与{table}所填的 {filled}不一致，请核对哪一个对"
        where = clause.field or clause.note.field
        self.conflicts.append(Conflict(where, question, clause.text, cells))
        self.marked.setdefault(where, []).append(verbatim(clause.text, clause.note.origin, clause.themes))

    def ask(self, where: str, question: str, clauses: Sequence[Clause]) -> None:
        """Put a question to the person and keep the words in doubt, marked, in their aspect."""
        self.conflicts.append(Conflict(where, question, "，".join(clause.text for clause in clauses)))
        for clause in clauses:
            self.marked.setdefault(where, []).append(verbatim(clause.text, clause.note.origin, clause.themes))


_GREW = pattern(r"(?:新收|收到?|新来|申请)?\x000\x00(?:件)?(?:→|->|到)\x001\x00(?:件)?")
_COMPARED = pattern(
    r"(?:比|较)(?:去年|上年|上一年)(?:同期)?的?\x000\x00件?(?:多|少|增加|减少|增|减|降|涨)了?\x001\x00件?"
)
_ADDED = pattern(r"\x000\x00[+＋]\x001\x00[=＝]\x002\x00")
