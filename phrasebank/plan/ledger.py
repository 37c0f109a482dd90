"""What a note says about numbers that stand in the tables: compared, then said from the tables, never twice.

One decision: a clause is taken only if it consists of nothing but words for figures, numbers and fillers; one content
word more, and it is left to the phrases and the register, so that no fact is swallowed. Where note and table differ,
nobody is believed: it becomes a question and the words stay marked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

import msgspec

from phrasebank.fragment import Fragment, listing, traced, words
from phrasebank.matching import said
from phrasebank.material import Conflict
from phrasebank.pen import verbatim
from phrasebank.reading import Clause, Quantity
from report.document import Sentence
from report.tables import Figures
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent.parent / "lexicon" / "figures.yaml"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    words: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fillers: tuple[str, ...]
    denials: tuple[str, ...]
    in_time: tuple[str, ...]
    tails: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[_Entry, ...]]


@dataclass(frozen=True)
class _Lexicon:
    pattern: re.Pattern[str]
    meanings: Mapping[str, str]


@cache
def _lexicon(group: str) -> _Lexicon:
    data = convert(read_yaml(_FILE), _File)
    meanings = dict.fromkeys(data.fillers, "filler")
    meanings |= dict.fromkeys(data.denials, "denial")
    for entry in data.groups[group]:
        meanings |= dict.fromkeys(entry.words, entry.id)
    if group == "requests":
        meanings |= dict.fromkeys(data.in_time, "in_time")
    if group == "documents":
        for tail, known_words in data.tails.items():
            meanings |= dict.fromkeys(known_words, f"tail.{tail}")
    known = sorted(meanings, key=lambda word: (-len(word), word))
    return _Lexicon(re.compile("\x00[0-9]+\x00|\x01|" + "|".join(map(re.escape, known))), meanings)


_RECEIVED = re.compile(
    r"(?P<when>(?:[0-9]{1,2}月)(?:上旬|中旬|下旬|底|末|[0-9]{1,2}[日号])?)(?:才|刚)?收(?:到)?的?"
)
_NOT_DUE = re.compile(r"没到期|未到期|还没到期|期限没到|尚在(?:答复)?期限内|还在期限内")


_PIECES = ("份", "件", "个", "笔", "张", "起", "次")
_SHORT = 14
"""A clause of so many characters that denies a theme says nothing else."""
_NO_FEE = re.compile(
    r"(?:也|都|信息处理费|收费|费用?|处理费|方面|上|：)*(?:没有?|无|未|零|不|从没|一[分笔]|0)+(?:收取?|过|了|费用?|钱|没?有?|信息处理费|收费|的|任何|笔|分|元)*"
)
_NOTHING = re.compile(r"[没无未零0０]|从不")
_DECISIONS = (("许可", "T2.LIC"), ("处罚", "T2.PEN"), ("强制", "T2.COE"))


@dataclass
class Ledger:
    """What the notes of one report say about its tables."""

    figures: Figures
    last_year_known: bool = False
    conflicts: list[Conflict] = field(default_factory=list)
    marked: dict[str, list[Sentence]] = field(default_factory=dict)
    """Note field → clauses whose numbers contradict a table."""
    channels: dict[str, tuple[Quantity | None, str]] = field(default_factory=dict)
    """How requests came: label → its number (None when only the way was said) and the note it stands in."""
    forward_reason: Fragment = field(default_factory=Fragment)
    in_time: bool = False
    before: tuple[str, Decimal] | None = None
    sources: dict[str, list[str]] = field(default_factory=dict)
    """Group of figures → the words that were taken for it."""
    tails: list[str] = field(default_factory=list)
    """What notes add about the documents of table 二 (全部纳入文件库)."""

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

    def take_no_fee(self, clauses: Sequence[Clause]) -> list[Clause]:
        """Without the short clauses of 其他事项 that deny a fee (没收, 无费), where the three cells are 0."""
        if any(self.figures.value(f"FEE6.{part}") != 0 for part in ("notices", "notified", "received")):
            return list(clauses)
        return [
            clause
            for clause in clauses
            if not (
                _NO_FEE.fullmatch(clause.text.strip()) and not any(each.number for each in clause.quantities)
            )
        ]

    def _read(self, clause: Clause, group: str) -> bool | None:
        """True: taken; False: contradicts a table (kept as a question); None: says something else."""
        text = clause.text
        reason: Fragment | None = None
        for index, quantity in sorted(enumerate(clause.quantities), key=lambda each: -each[1].start):
            text = text[: quantity.start] + f"\x00{index}\x00" + text[quantity.end :]
        if group == "requests":
            if when := _RECEIVED.search(text):
                reason = traced("于" + when["when"].replace("号", "日") + "收到", clause.note.origin)
                text = text[: when.start()] + "\x01" + text[when.end() :]
            elif due := _NOT_DUE.search(text):
                reason = words("尚在答复期限内")
                text = text[: due.start()] + "\x01" + text[due.end() :]
        lexicon = _lexicon(group)
        if re.search(r"[^\W_]", lexicon.pattern.sub("", text)):
            return None
        return self._settle(
            clause, [each.group() for each in lexicon.pattern.finditer(text)], lexicon, group, reason
        )

    def _settle(
        self, clause: Clause, pieces: Sequence[str], lexicon: _Lexicon, group: str, reason: Fragment | None
    ) -> bool | None:
        pairs, bare, denied, in_time = _pair(clause, pieces, lexicon)
        if not pairs and not bare and not in_time and reason is None:
            return True if pieces and not clause.quantities else None
        wrong = []
        for figure_id, quantity in pairs:
            verdict = self._compare(
                figure_id or ("T3.R25.C7" if reason is not None else ""), quantity, clause, group
            )
            if verdict is None:
                return None
            if not verdict:
                wrong.append((figure_id, quantity.text))
        for figure_id in bare:
            verdict = self._compare_bare(figure_id, clause, denied=denied)
            if verdict is None:
                return None
            if not verdict:
                wrong.append((figure_id, "没有" if denied else "有"))
        self.in_time = self.in_time or in_time
        if reason is not None and not self.forward_reason:
            self.forward_reason = reason
        if wrong:
            self._ask(clause, wrong)
            return False
        return True

    def _compare(self, figure_id: str, quantity: Quantity, clause: Clause, group: str) -> bool | None:
        number = quantity.number
        if figure_id.startswith("channel."):
            self.channels[figure_id.removeprefix("channel.")] = (quantity, clause.note.origin)
            return True
        if figure_id == "before" and number is not None and number in self._known("T3.R02.C7"):
            return True  # 去年8件 beside the table's carried-over 8: what is left of last year, not last year's total
        if figure_id == "before":
            if number is not None and not quantity.approx:
                self.before = (clause.note.origin, number)
            return True
        if figure_id == "":
            figure_id = {"requests": "T3.R01.C7", "fees": "FEE6.notified|FEE6.received"}.get(group, "?")
            known = self._known(figure_id)
            return True if number in known else None
        if group == "fees" and quantity.unit in _PIECES and figure_id.startswith("FEE6"):
            figure_id = "FEE6.notices"
        known = self._known(figure_id)
        if not known or number is None or quantity.approx:
            return None
        return number in known

    def _compare_bare(self, figure_id: str, clause: Clause, *, denied: bool) -> bool | None:
        if figure_id in {"subject", "before"}:
            return True
        if figure_id.startswith("tail."):
            self.tails.append(figure_id.removeprefix("tail."))
            return True
        if figure_id.startswith("channel."):
            alone = self.figures.value("T3.R01.C7") == 1 or any(word in clause.text for word in "都全均")
            if denied or not alone:
                return None
            self.channels.setdefault(figure_id.removeprefix("channel."), (None, clause.note.origin))
            return True
        known = self._known(figure_id)
        if not known:
            return None
        return all(value == 0 for value in known) if denied else any(value > 0 for value in known)

    def _known(self, figure_ids: str) -> list[Decimal]:
        values = (self.figures.value(each) for each in figure_ids.split("|"))
        return [value for value in values if value is not None]

    def _ask(self, clause: Clause, wrong: Sequence[tuple[str, str]]) -> None:
        cells = tuple(dict.fromkeys(cell for figure_id, _ in wrong for cell in figure_id.split("|") if cell))
        table = {"T2": "表二", "T3": "表三", "T4": "表四", "FEE6": "信息处理费"}[cells[0].split(".")[0]]
        filled = "、".join(dict.fromkeys(f"{value:f}" for cell in cells for value in self._known(cell)))
        question = f"“{clause.text}”与{table}所填的{filled}不一致，请核对哪一个对"
        where = clause.field or clause.note.field
        self.conflicts.append(Conflict(where, question, clause.text, cells))
        self.marked.setdefault(where, []).append(verbatim(clause.text, clause.note.origin, clause.themes))

    def ask(self, where: str, question: str, clauses: Sequence[Clause]) -> None:
        """Put a question to the person and keep the words in doubt, marked, in their aspect."""
        self.conflicts.append(Conflict(where, question, "，".join(clause.text for clause in clauses)))
        for clause in clauses:
            self.marked.setdefault(where, []).append(verbatim(clause.text, clause.note.origin, clause.themes))

    def check_decisions(self, clauses: Sequence[Clause]) -> list[Clause]:
        """Without the clauses whose licences or penalties differ from table 二; those become questions."""
        left = []
        for clause in clauses:
            wrong = []
            at = 0
            for quantity in sorted(clause.quantities, key=lambda each: each.start):
                label = clause.text[at : quantity.start] + quantity.of
                at = quantity.end
                cell = next((cell for word, cell in _DECISIONS if word in label), "")
                known = self.figures.value(cell) if quantity.unit in {"件", "个", "宗", ""} else None
                if known is not None and not quantity.approx and quantity.number not in {None, known}:
                    wrong.append((cell, quantity.text))
            if wrong and not clause.note.ticked:
                self._ask(clause, wrong)
            else:
                left.append(clause)
        return left

    def channel_wording(self, new: Decimal | None) -> Fragment:
        """The ways requests came, listed if their numbers add up to all new requests."""
        counts = [
            (label, quantity, origin) for label, (quantity, origin) in self.channels.items() if quantity
        ]
        if new == 1 and len(self.channels) == 1:
            return words(
                "由申请人"
                + next(iter(self.channels))
                .replace("网络提交", "通过网络提交")
                .replace("信函寄送", "以信函寄送")
            )
        if not counts and new and len(self.channels) == 1:
            return words(f"均为{next(iter(self.channels))}")
        if not counts or new is None:
            return Fragment()
        total = sum((quantity.number or Decimal(0) for _, quantity, _ in counts), Decimal(0))
        if total > new:
            text = "、".join(f"{label}{quantity.value}件" for label, quantity, _ in counts)
            self.conflicts.append(
                Conflict(
                    "依申请公开",
                    f"{text}，合计{total:f}件，比新收的{new:f}件多，请核对",
                    text,
                    ("T3.R01.C7",),
                )
            )
            return Fragment()
        counts.sort(key=lambda each: -(each[1].number or 0))
        listed = listing([words(label) + said(quantity, origin, "件") for label, quantity, origin in counts])
        return listed if total == new else listed + "等"


def _pair(
    clause: Clause, pieces: Sequence[str], lexicon: _Lexicon
) -> tuple[list[tuple[str, Quantity]], list[str], bool, bool]:
    """Give every number the figure word before it, else the one right after it; report the words left alone."""
    pairs: list[tuple[str, Quantity]] = []
    waiting: list[str] = []
    alone: list[str] = []
    open_number: Quantity | None = None
    denied = in_time = False
    for piece in pieces:
        if piece.startswith("\x00"):
            if open_number is not None:
                pairs.append(("", open_number))
                open_number = None
            quantity = clause.quantities[int(piece.strip("\x00"))]
            specific = [word for word in waiting if word != "subject" and not word.startswith("tail.")]
            if specific:
                pairs.append((specific[-1], quantity))
                alone += specific[:-1]
                waiting = []
            else:
                open_number = quantity
            continue
        meaning = "reason" if piece == "\x01" else lexicon.meanings[piece]
        if meaning == "denial":
            denied = True
        elif meaning == "in_time":
            in_time = True
        elif meaning not in {"filler", "reason"}:
            if open_number is not None and meaning != "subject" and not meaning.startswith("tail."):
                pairs.append((meaning, open_number))
                open_number = None
            else:
                waiting.append(meaning)
    if open_number is not None:
        pairs.append(("", open_number))
    return pairs, [*alone, *waiting], denied, in_time
