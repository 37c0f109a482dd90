"""A small core for the screen's tests: real forms, sums and documents, canned questions, nothing on disk.

It is deterministic to the character, so that pictures of screens can be compared; and slow parts of the real core
cannot make the screen's tests slow.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from assistant.batch import Job, title_of
from assistant.desk_views import AnswerView, OpenPoint, PhraseOffer, Reworded
from assistant.drafting import Draft
from assistant.phrase_proposal import PhraseProposal
from assistant.views import (
    CellsOutcome,
    DueView,
    Exchange,
    Opening,
    OptionView,
    Outcome,
    ParagraphView,
    PartView,
    Proposal,
    ProposalLine,
    QuestionView,
    ReportRow,
    SentenceView,
    TickView,
    Welcome,
)
from phrasebank.material import Length
from report.cells import Cells
from report.checks.finding import Finding, Place
from report.document import Document, NumberSource, Paragraph, Sentence, build_document
from report.edition import Edition, load_edition
from report.problem import InputProblem, OutputProblem
from report.tables import Figures, compute
from report.unit import Unit

UNIT = "忠县扶贫开发办公室"
LOOK = "公开总数比去年少了一半，请看一眼。"

TICKS = (
    "政策解读",
    "政务新媒体",
    "财政预决算",
    "重点领域信息公开",
    "业务培训",
    "新闻发布会",
    "民生实事公开",
    "公共资源配置",
)

ASKS = {"业务培训": ("培训__次", "参训__人次"), "新闻发布会": ("召开新闻发布会__场",)}

QUESTIONS: tuple[QuestionView, ...] = (
    QuestionView(
        id="unit.name",
        part="基本情况",
        number=1,
        total=2,
        ask="单位全称是什么？",
        kind="text",
        help="和公章一致的全称，印在报告标题里。",
        law="条例第四十九条",
        example=UNIT,
    ),
    QuestionView(
        id="unit.kind",
        part="基本情况",
        number=2,
        total=2,
        ask="是哪一类单位？",
        kind="choice",
        options=(
            OptionView("县级以上政府部门", "县级以上政府部门"),
            OptionView("乡镇政府", "乡镇政府"),
            OptionView("县级以上人民政府", "县级以上人民政府", "汇总全地区的数"),
        ),
    ),
    QuestionView(
        id="active.total",
        part="（一）主动公开",
        number=1,
        total=2,
        ask="全年主动公开政府信息多少条？网站、公众号等各多少条？",
        kind="note",
        last_year="公开131条，网站125条",
        help="报告年度1月1日至12月31日公开的总数和各渠道的数，怎么顺手怎么写；数字会照原样写进正文。",
        law="条例第十九条、第二十条",
        example="全年124条，网站119条",
        optional=True,
    ),
    QuestionView(
        id="active.more",
        part="（一）主动公开",
        number=2,
        total=2,
        ask="主要公开了哪些内容，还做了什么？可多选，也可以直接写。",
        kind="ticks",
        ticks=tuple(TickView(name, name, asks=ASKS.get(name, ())) for name in TICKS),
        optional=True,
    ),
    QuestionView(
        id="gate.T3",
        part="（二）依申请公开",
        number=1,
        total=2,
        ask="今年收到过政府信息公开申请吗？",
        kind="yesno",
        options=(OptionView("有", "有"), OptionView("没有", "没有")),
        help="当面、邮寄、网上、传真收到的都算；去年结转到今年办的也算有。",
        law="条例第二十七条、第二十九条",
    ),
    QuestionView(
        id="table.T3",
        part="（二）依申请公开",
        number=2,
        total=2,
        ask="请填表三：收到和处理政府信息公开申请情况。",
        kind="table",
        table="T3",
    ),
    QuestionView(
        id="problems",
        part="五、问题与改进",
        number=1,
        total=1,
        ask="工作中还有什么不足？",
        kind="note",
        example="人手少，更新不及时",
    ),
)


@dataclass(frozen=True)
class FakeDraft:
    """A draft made of what was typed."""

    document: Document
    findings: tuple[Finding, ...]
    gaps: tuple[str, ...]
    conflicts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    exit_code: int = 3

    def render(self, form: str, tables: str) -> bytes:
        return f"# 报告 {form} {tables}\n".encode()


@dataclass
class FakeCore:
    """One report whose answers live in a list."""

    unit_name: str = UNIT
    year: int = 2024
    answers: dict[str, str] = field(default_factory=dict)
    past: list[tuple[dict[str, str], dict[str, Decimal]]] = field(default_factory=list)
    future: list[tuple[dict[str, str], dict[str, Decimal]]] = field(default_factory=list)
    numbers: dict[str, Decimal] = field(default_factory=dict)
    last_numbers: dict[str, Decimal] = field(default_factory=dict)
    edits: dict[str, str] = field(default_factory=dict)
    opened: str = ""
    report_id: int | None = 1
    ready: bool = True
    rows: tuple[ReportRow, ...] = ()
    replies: list[str] = field(default_factory=list)
    """Everything that was sent, for the tests to look at."""
    kept: dict[tuple[int, str], str] = field(default_factory=dict)
    """Report and question → what stands typed and unsent."""
    unwritable: bool = False
    closed: bool = False
    generated: dict[str, str] = field(default_factory=dict)
    """Generated text of edited paragraphs, where a test wants it."""
    clashes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Paragraph → what has to be settled in it."""
    length: Length = "中"
    turned: int = 0
    """How many times a sentence was reworded."""
    confirmed: list[str] = field(default_factory=list)
    """Open points said to be right as they are."""
    arranged: list[str] = field(default_factory=list)
    """Paragraphs whose arrangement was turned."""
    while_making: Callable[[], object] = tuple
    """What happens while one document of several is made."""
    kept_wording: list[bool] = field(default_factory=list)
    """One for each document of several that was written: whether its wording is kept."""
    phrases: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """Sentences kept as phrases, with their keywords."""

    # Reports

    def reports(self) -> tuple[ReportRow, ...]:
        return self.rows

    def begin(self) -> None:
        self.report_id = 7
        self.answers, self.numbers = {}, {}

    def select(self, report_id: int) -> None:
        self.report_id = report_id

    def close(self) -> None:
        self.closed = True

    def opening(self) -> Opening:
        due = (DueView("部门", "1月31日", 12), DueView("县级以上人民政府", "3月31日", 71))
        return Opening(self.year, due, "/数据/nianbao.db")

    def prepare(self) -> None:
        self.ready = True

    def welcome(self, *, counted: bool = True) -> Welcome:
        assert self.ready or not counted, "the draft is not to be asked for yet"
        parts: list[PartView] = []
        for label in dict.fromkeys(question.part for question in QUESTIONS):
            mine = [question.id for question in QUESTIONS if question.part == label]
            done = sum(1 for question in mine if question in self.answers)
            if done == len(mine):
                parts.append(PartView(label, label, "done", ""))
            elif done:
                parts.append(PartView(label, label, "open", f"还差 {len(mine) - done} 问"))
            else:
                parts.append(PartView(label, label, "untouched", "未开始"))
        return Welcome(
            unit_name=self.unit_name,
            year=self.year,
            edition_name=self.edition.name,
            last_done="（一）主动公开（1月5日 16:40）" if self.answers else "",
            deadline="1月31日",
            days_left=12,
            parts=tuple(parts),
            notice="",
        )

    # Questions

    def question(self) -> QuestionView | None:
        for question in QUESTIONS:
            if question.id == self.opened or (not self.opened and question.id not in self.answers):
                return self._view(question)
        return None

    def _view(self, question: QuestionView) -> QuestionView:
        current = self.answers.get(question.id, "")
        ticked = set(current.split("；"))
        return replace(
            question,
            current=current,
            ticks=tuple(replace(tick, ticked=tick.theme in ticked) for tick in question.ticks),
            lines=tuple(word for word in current.split("；") if word and word not in TICKS)
            if question.ticks
            else (),
        )

    def transcript(self) -> tuple[Exchange, ...]:
        return tuple(
            Exchange(
                question.id,
                question.part,
                question.ask,
                self.answers[question.id],
                self.answers[question.id] == "跳过",
            )
            for question in QUESTIONS
            if question.id in self.answers
        )

    def questions(self, part: str = "") -> tuple[Exchange, ...]:
        return tuple(
            Exchange(question.id, question.part, question.ask, self.answers.get(question.id, ""))
            for question in QUESTIONS
            if question.part == part or not part
        )

    def open_question(self, question_id: str) -> QuestionView:
        self.opened = question_id
        question = self.question()
        if question is None:
            raise KeyError(question_id)
        return question

    def reply(self, typed: str) -> Outcome:
        self.replies.append(typed)
        question = self.question()
        if question is None:
            return Outcome("done", "都问完了。")
        if not typed and question.current:
            self.opened = ""
            return Outcome("accepted", "没有改动。")
        if question.kind == "yesno" and typed not in {"有", "没有"}:
            return Outcome("refused", f"“{typed}”没有看懂，请回答“有”或“没有”。")
        if question.id == "unit.name":
            self.unit_name = typed
        return self._take(question, typed, f"记下了：{typed}")

    def tick(self, themes: Sequence[str], extra: str = "") -> Outcome:
        question = self.question()
        if question is None:
            return Outcome("done", "")
        said = "；".join([*themes, *extra.splitlines()])
        self.replies.append(said)
        return self._take(question, said, f"记下了 {len(themes)} 项")

    def _take(self, question: QuestionView, said: str, sentence: str) -> Outcome:
        self._remember()
        self.answers[question.id] = said
        self.opened = ""
        changed = ("1.主动公开",) if question.part.endswith("主动公开") else ()
        return Outcome("accepted" if self.question() else "done", sentence, changed)

    def _remember(self) -> None:
        self.past.append((dict(self.answers), dict(self.numbers)))
        self.future.clear()

    def propose(self, typed: str) -> Proposal | None:
        question = self.question()
        if question is None or "没收到申请" not in typed:
            return None
        lines = (
            ProposalLine("公开总数", "124 条", "今年公开124条"),
            ProposalLine("门户网站", "119 条", "网站119条"),
            ProposalLine("表三", "全部为 0", "没收到申请"),
        )
        return Proposal(question.id, typed, lines, "今年公开124条，网站119条", {"gate.T3": False})

    def takes_back(self, typed: str) -> bool:
        del typed
        return False

    def supplement(self, proposal: Proposal, typed: str) -> Proposal | None:
        if not proposal.questions or typed != "都是个人":
            return None
        return replace(proposal, typed=f"{proposal.typed}，{typed}", lines=proposal.lines[:1])

    def confirm(self, proposal: Proposal) -> Outcome:
        self.replies.append(f"confirmed {proposal.typed}")
        self.answers["gate.T3"] = "没有"
        question = next(one for one in QUESTIONS if one.id == proposal.question)
        return self._take(question, proposal.rest, "记下了。")

    def decline(self, proposal: Proposal) -> Outcome:
        return self.reply(proposal.typed)

    def open_part(self, key: str) -> QuestionView | None:
        mine = [question.id for question in QUESTIONS if question.part == key]
        waiting = [question for question in mine if question not in self.answers]
        return self.open_question((waiting or mine)[0]) if mine else None

    def keep_unsent(self, question_id: str, text: str) -> None:
        if self.report_id is not None:
            self.kept[self.report_id, question_id] = text

    def unsent(self, question_id: str) -> str:
        return self.kept.get((self.report_id or 0, question_id), "")

    def sample(self) -> "FakeCore":
        return FakeCore(answers={question.id: "没有" for question in QUESTIONS})

    def can_move(self) -> tuple[bool, bool]:
        return bool(self.past), bool(self.future)

    def undo(self) -> str:
        if not self.past:
            return "没有可以撤销的回答了。"
        self.opened = ""
        self.future.append((self.answers, self.numbers))
        self.answers, self.numbers = self.past.pop()
        return "已撤销上一个回答。"

    def redo(self) -> str:
        if not self.future:
            return "没有可以恢复的回答。"
        self.past.append((self.answers, self.numbers))
        self.answers, self.numbers = self.future.pop()
        return "已恢复。"

    # Tables

    @property
    def edition(self) -> Edition:
        return load_edition("2021" if self.year >= 2021 else "2019")

    @property
    def figures(self) -> Figures:
        return compute(self.edition, Cells(self.numbers))

    @property
    def last_figures(self) -> Figures | None:
        return compute(self.edition, Cells(self.last_numbers)) if self.last_numbers else None

    def set_cells(self, table_id: str, typed: Mapping[str, str]) -> CellsOutcome:
        del table_id
        values, refused = {}, {}
        emptied = {cell for cell, text in typed.items() if not text}
        for cell, text in typed.items():
            if cell in emptied:
                continue
            try:
                values[cell] = Decimal(text)
            except InvalidOperation:
                refused[cell] = f"“{text}”不是数。应为：一个数，如 12。"
        if not refused:
            self._remember()
            kept = {cell: number for cell, number in self.numbers.items() if cell not in emptied}
            self.numbers = {**kept, **values}
        return CellsOutcome(refused, ())

    def fill_rest_zero(self, table_id: str) -> int:
        return self._zero([cell.id for cell in self.figures.missing(table_id)])

    def fill_zero(self, table_id: str, row: str | None) -> int:
        table = self.edition.table(table_id)
        return self._zero([cell.id for cell in table.cells if cell.asked and row in {None, cell.row}])

    def _zero(self, cells: Sequence[str]) -> int:
        self._remember()
        self.numbers = {**self.numbers, **dict.fromkeys(cells, Decimal(0))}
        return len(cells)

    # The text

    def draft(self) -> FakeDraft:
        assert self.ready, "the draft is not to be asked for yet"
        active = self.answers.get("active.total", "")
        sentences: tuple[Sentence, ...]
        if active:
            sentences = (
                Sentence(
                    "全年主动公开各类政府信息124条次，其中通过政府门户网站公开119条次，主要涉及扶贫项目计划安排、"
                    "扶贫资金使用情况、小额信贷贴息、先进表彰和日常工作动态。",
                    "fact",
                    phrase="active.total",
                    numbers=(NumberSource("124", "notes.主动公开"), NumberSource("119", "notes.主动公开")),
                    sources=(active,),
                ),
                Sentence(f"【待核：{active}】", "verbatim", sources=(active,)),
            )
        else:
            sentences = (Sentence("【待补：主动公开】", "gap"),)
        paragraphs = (
            Paragraph(
                "opening",
                (
                    Sentence(
                        f"本报告由{self.unit_name}编制，所列数据的统计期限自{self.year}年1月1日至12月31日。",
                        "frame",
                    ),
                ),
            ),
            Paragraph("1.主动公开", sentences, "一", "主动公开", "（一）主动公开。"),
            Paragraph(
                "1.依申请公开",
                (Sentence("【待补：依申请公开】", "gap"),),
                "一",
                "依申请公开",
                "（二）依申请公开。",
            ),
            Paragraph("5.problems", (Sentence("【待补：存在问题】", "gap"),), "五", "存在问题"),
        )
        shown = tuple(
            replace(paragraph, sentences=(Sentence(self.edits[paragraph.id], "edited"),))
            if paragraph.id in self.edits
            else paragraph
            for paragraph in paragraphs
        )
        unit = Unit(self.unit_name, "我办", "department")
        document = build_document(unit, self.year, self.figures, shown)
        gaps = tuple(
            name
            for name, key in (("主动公开", "active.total"), ("存在问题", "problems"))
            if key not in self.answers
        )
        return FakeDraft(document, self._findings(), gaps)

    def _findings(self) -> tuple[Finding, ...]:
        left, right = self.figures.value("T3.IN.C1"), self.figures.value("T3.OUT.C1")
        if left is None or right is None or left == right:
            return ()
        message = (
            f"表三“自然人”列：第一项加第二项 {left}，第三项加第四项 {right}，相差 {abs(left - right)}。"
            "可能漏填“四、结转下年度继续办理”。"
        )
        cells = ("T3.R25.C1", "T3.R01.C1")
        return (
            Finding(
                "T3-BAL", "error", Place(table="T3", row="R24", column="C1"), message, left, right, cells
            ),
        )

    def paragraph(self, paragraph_id: str) -> ParagraphView:
        for paragraph in self.draft().document.paragraphs:
            if paragraph.id == paragraph_id:
                return ParagraphView(
                    id=paragraph_id,
                    label=paragraph.heading.rstrip("。") or "编制说明",
                    heading=paragraph.heading,
                    text=paragraph.body,
                    generated=self.generated.get(paragraph_id, paragraph.body),
                    edited=paragraph_id in self.edits,
                    conflicts=self.clashes.get(paragraph_id, ()),
                    sentences=tuple(
                        SentenceView(
                            sentence.text,
                            sentence.phrase,
                            sentence.variant,
                            sentence.sources,
                            tuple((number.text, "主动公开的记录") for number in sentence.numbers),
                            goes_to="active.total" if paragraph_id == "1.主动公开" else "",
                            claims="主动公开总数" if sentence.phrase else "",
                            ways=4 if sentence.phrase else 0,
                            edited=sentence.kind == "edited",
                        )
                        for sentence in paragraph.sentences
                    ),
                )
        raise KeyError(paragraph_id)

    def open_points(self) -> tuple[OpenPoint, ...]:
        draft = self.draft()
        errors = [OpenPoint("error", one.message, one.cells[0]) for one in draft.findings]
        unread = [
            OpenPoint("unread", sentence.text, spot=f"{paragraph.id}#{number}")
            for paragraph in draft.document.paragraphs
            for number, sentence in enumerate(paragraph.sentences)
            if sentence.kind == "verbatim"
        ]
        places = {"主动公开": "active.total", "存在问题": "problems"}
        gaps = [OpenPoint("gap", f"【待补：{gap}】", places[gap]) for gap in draft.gaps]
        looks = [] if LOOK in self.confirmed else [OpenPoint("look", LOOK, "T3.R01.C1")]
        return (*errors, *unread, *gaps, *looks)

    def confirmable(self, text: str) -> bool:
        return text == LOOK and text not in self.confirmed

    def confirm_finding(self, text: str) -> str:
        self.confirmed.append(text)
        return "已核对，不再提；数一变就再问。"

    def history(self, paragraph_id: str, sentence: int) -> tuple[AnswerView, ...]:
        del sentence
        answer = self.answers.get("active.total")
        if paragraph_id != "1.主动公开" or answer is None:
            return ()
        ask, who = "全年主动公开政府信息多少条？", "王"
        return (
            AnswerView(ask, answer, who, "1月5日 16:40", "填写", "now", "active.total"),
            AnswerView(ask, "公开123条", who, "1月4日 09:10", "填写", "before", "active.total"),
        )

    def reword(self, paragraph_id: str, sentence: int) -> Reworded:
        if paragraph_id != "1.主动公开" or sentence:
            return Reworded("这一句只有一种说法。", changed=False)
        self.turned += 1
        return Reworded("换了一种说法（共 2 种，现在是第 2 种）；Ctrl+Z 换回。", changed=True)

    def rearrange(self, paragraph_id: str) -> Reworded:
        self.arranged.append(paragraph_id)
        return Reworded("换了一种排法（共 3 种，现在是第 2 种）；Ctrl+Z 换回。", changed=True)

    def offer_phrase(self, paragraph_id: str, sentence: int) -> PhraseOffer:
        if paragraph_id not in self.edits:
            raise InputProblem("这一句您没有改过，没有可存的短语。先按 E 改好，存了再按 P")
        del sentence
        proposal = PhraseProposal("own.1", "监督保障", ("业务培训",), (("培训",),), {}, "", "培训2次")
        return PhraseOffer(
            paragraph_id, self.edits[paragraph_id], "培训〔次数〕", "培训2次", ("培训",), proposal
        )

    def save_phrase(self, offered: PhraseOffer, keywords: Sequence[str]) -> str:
        if not keywords:
            raise InputProblem("没有关键词，程序认不出什么时候用这句话", right="至少一个，如 培训")
        self.phrases.append((offered.sentence, tuple(keywords)))
        return "已存为本单位短语，以后先用它。"

    def set_length(self, length: Length) -> str:
        self.length = length
        return f"全文按“{length}”写；说过的事都在。Ctrl+Z 换回。"

    def edit_paragraph(self, paragraph_id: str, text: str) -> str:
        self.edits[paragraph_id] = text
        return "已记下您改的这一段。"

    def keep_mine(self, paragraph_id: str) -> str:
        del self.clashes[paragraph_id]
        return "已留下您写的。"

    def take_new(self, paragraph_id: str) -> str:
        del self.clashes[paragraph_id]
        self.edits.pop(paragraph_id, None)
        return "已换成新生成的句子。"

    def restore_paragraph(self, paragraph_id: str) -> None:
        self.edits.pop(paragraph_id, None)

    def export(self, path: Path, form: str = "", tables: str = "html") -> Path:
        del form, tables
        if self.unwritable:
            raise OutputProblem(f"文件夹“{path.parent}”写不进去。应为：换一个能写入的文件夹。")
        path.write_text("# 报告\n", encoding="utf-8", newline="\n")
        return path

    def jobs(self, reports: Sequence[int], form: str = "md", *, keep: bool = False) -> tuple[Job, ...]:
        def made(row: ReportRow) -> tuple[Draft, str]:
            self.while_making()
            if not row.unit_name:
                raise InputProblem("还没有单位名称")
            if self.unwritable:
                raise OutputProblem("文件夹“/nowhere”写不进去。")
            return cast("Draft", self.draft()), f"{title_of(row)}.{form}"

        rows = {row.id: row for row in self.rows}
        return tuple(
            Job(title_of(rows[number]), partial(made, rows[number]), partial(self.kept_wording.append, keep))
            for number in reports
        )

    def suggested_name(self, form: str) -> str:
        return f"{self.unit_name}{self.year}年政府信息公开工作年度报告（草稿）.{form}"


def half_done(**changes: object) -> FakeCore:
    """A core in the middle of the interview."""
    core = FakeCore(
        answers={
            "unit.name": UNIT,
            "unit.kind": "县级以上政府部门",
            "active.total": "全年124条，网站119，主要是扶贫项目、资金使用、小额信贷贴息",
        },
        past=[({}, {})],
    )
    for name, value in changes.items():
        setattr(core, name, value)
    return core


def table_numbers() -> dict[str, Decimal]:
    """Table three of a small bureau, half filled, with a column that does not add up."""
    given = {"R01": 3, "R02": 1, "R03": 2, "R04": 1, "R25": 0}
    numbers = {f"T3.{row}.C1": Decimal(value) for row, value in given.items()}
    for number in range(5, 24):
        numbers[f"T3.R{number:02}.C1"] = Decimal(0)
    for row in ("R01", "R02"):
        for column in range(2, 7):
            numbers[f"T3.{row}.C{column}"] = Decimal(0)
    return numbers
