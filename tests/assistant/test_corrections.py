"""A word about an earlier number changes that number, in its cell or inside its note; what is unclear changes nothing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.correcting import changed_anew, correction
from assistant.meant import meant as heard
from assistant.said_over import said_over
from assistant.views import Outcome
from tests.assistant.clerk import town

TOTAL = "全年公开86条，网站60条，公众号26条"
GUARD = "王副镇长负责，培训3次，60人参加，检查2次"
ALL = "收到8件，6件个人2件公司，公开5件都是个人，过程性信息2件是公司，1件个人的不掌握"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """A town with notes and tables filled, asked about its problems."""
    with town(tmp_path / "nianbao.db") as opened:
        for question, typed in (
            ("active.total", TOTAL),
            ("guard.main", GUARD),
            ("gate.T2", "行政许可12件，行政处罚3件，其余0"),
            ("gate.T3", ALL),
            ("gate.T4", "复议1件，维持"),
        ):
            opened.open_question(question)
            say(opened, typed)
        opened.open_question("problem.main")
        yield opened


def say(assistant: Assistant, typed: str) -> Outcome:
    """A reply as the screen sends it."""
    proposal = assistant.propose(typed)
    return assistant.confirm(proposal) if proposal else assistant.reply(typed)


def line(assistant: Assistant, question: str) -> str:
    """The note of a question."""
    value = assistant._state.answers[f"note.{question}"]
    assert isinstance(value, tuple)
    return "\n".join(value)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("更正：网站50条", "全年公开86条，网站50条，公众号26条"),
        ("更正一下，网站是50条", "全年公开86条，网站50条，公众号26条"),
        ("更正：全年85条，网站59条", "全年公开85条，网站59条，公众号26条"),
        ("前面网站写错了，是50条", "全年公开86条，网站50条，公众号26条"),
        ("网站那个数不对，应该50", "全年公开86条，网站50条，公众号26条"),
        ("网站应该是50条", "全年公开86条，网站50条，公众号26条"),
        ("门户网站应为50条", "全年公开86条，网站50条，公众号26条"),
        ("网站不是60，是50", "全年公开86条，网站50条，公众号26条"),
        ("网站是50条，不是60条", "全年公开86条，网站50条，公众号26条"),
        ("不是60条，是50条", "全年公开86条，网站50条，公众号26条"),
        ("把网站的60改成50", "全年公开86条，网站50条，公众号26条"),
        ("网站从60条改为五十条", "全年公开86条，网站五十条，公众号26条"),
        ("６０条改成５０条", "全年公开86条，网站５０条，公众号26条"),
        ("微信写错了，应该是25", "全年公开86条，网站60条，公众号25条"),
        ("公众号多写了，是25条", "全年公开86条，网站60条，公众号25条"),
        ("总数写错了，是85条", "全年公开85条，网站60条，公众号26条"),
        ("前面那个总数不对，应该是85", "全年公开85条，网站60条，公众号26条"),
        ("不好意思，公开的总数搞错了，改成85条", "全年公开85条，网站60条，公众号26条"),
        ("网站改成50条，公众号改成25条，总数改成75条", "全年公开75条，网站50条，公众号25条"),
    ],
)
def test_a_number_inside_a_note_is_changed_there(assistant: Assistant, typed: str, note: str) -> None:
    """The line keeps all its other words; the question that was open is still open."""
    proposal = assistant.propose(typed)
    assert proposal is not None
    before = line(assistant, "active.total")
    outcome = assistant.confirm(proposal)
    question = assistant.question()

    assert before == TOTAL
    assert "原来是 " in proposal.lines[0].value
    assert line(assistant, "active.total") == note
    assert outcome.said.startswith("记下了。")
    assert question is not None
    assert question.id == "problem.main"


@pytest.mark.parametrize(
    ("typed", "cell", "number"),
    [
        ("行政处罚改成4件", "T2.PEN", 4),
        ("更正：行政处罚4件", "T2.PEN", 4),
        ("表二的许可应该是15件", "T2.LIC", 15),
        ("处罚写错了应该是4件", "T2.PEN", 4),
        ("行政处罚不对，4件", "T2.PEN", 4),
        ("罚款3件改成4件", "T2.PEN", 4),
        ("行政强制漏了，更正：强制2件", "", 0),
        ("行政强制写错了，是2件", "T2.COE", 2),
        ("行政许可改成没有", "T2.LIC", 0),
        ("新收的个人改成7件", "T3.R01.C1", 7),
        ("予以公开应该是6件", "T3.R03.C1", 6),
        ("不予公开改成3件", "T3.R10.C2", 3),
        ("不掌握的写错了，是2件", "T3.R13.C1", 2),
        ("复议写错了，是2件", "T4.V1", 2),
    ],
)
def test_a_number_in_a_table_is_changed_there(
    assistant: Assistant, typed: str, cell: str, number: int
) -> None:
    """A row with one number needs no column; undo takes the change back."""
    proposal = assistant.propose(typed)
    if not cell:
        assert proposal is None
        return
    assert proposal is not None
    before = assistant.figures.value(cell)
    assistant.confirm(proposal)
    changed = assistant.figures.value(cell)
    assistant.undo()

    assert changed == Decimal(number) != before
    assert assistant.figures.value(cell) == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("新收改成9件", "“新收”可能是“表三 一、本年新收政府信息公开申请数量（自然人）”6、“表三 一、本年新收政府信息公开申请数量（商业企业）”2：改哪个，连名带数再说一遍。"),
        ("前面公示栏写错了，是5条", "没有找到“公示栏”这个数，现在记着的有"),
        ("更正：抖音号5条", "没有找到“抖音号”这个数，现在记着的有"),
        ("更正：网站60条", "“网站”现在就是 60，没有要改的。"),
        ("2改成3", "“2”可能是"),
    ],
)  # fmt: skip
def test_what_is_not_found_or_could_be_several_is_told_and_changes_nothing(
    assistant: Assistant, typed: str, said: str
) -> None:
    """One sentence shows which numbers there are."""
    before = dict(assistant._state.answers)
    proposal = assistant.propose(typed)

    assert proposal is not None
    assert proposal.values == {}
    assert proposal.lines[0].question
    assert proposal.lines[0].value.startswith(said)
    assert dict(assistant._state.answers) == before


@pytest.mark.parametrize(
    "typed",
    [
        "网站信息更新不及时，错了3处，都改了",
        "栏目名称改成2个",
        "网站栏目由8个改成9个",
        "发现错误信息5条，更正5条",
        "自己改了3处",
        "应该多培训几次",
        "不对外公开的有3件",
        "测评反馈的问题改了11个",
        "问题29个改了27个",
        "错别字改126处",
        "评议意见逐条改，一共26条",
        "公开指南按新职责改了，加了4项，减了2项",
        "上年度报告中的栏目数有误，本年度予以更正",
        "纠正",
        "栏目写错了",
        "网站信息写错了",
    ],
)
def test_an_answer_that_speaks_of_mistakes_is_no_correction(assistant: Assistant, typed: str) -> None:
    """What was corrected in the year's work stays a fact of the report."""
    assert assistant.propose(typed) is None


def test_a_number_that_waits_is_called_wrong_at_its_table(assistant: Assistant) -> None:
    """A sentence whose columns are still asked for can be gone back to as well."""
    assistant.open_question("table.T3")
    say(assistant, "部分公开3件")
    assistant.open_question("problem.main")
    outcome = say(assistant, "刚才部分公开的数写错了")
    now = assistant.question()

    assert outcome.kind == "back"
    assert "部分公开3件" in outcome.said
    assert now is not None
    assert now.id == "table.T3"


def test_the_number_told_last_needs_no_name(assistant: Assistant) -> None:
    """上一问说错了，是7: of one number; of several one goes back to their question."""
    say(assistant, TOTAL)
    several = say(assistant, "上一问说错了，是7")
    assistant.open_question("guard.main")
    say(assistant, "培训3次")
    say(assistant, "上一问说错了，是7")

    assert several.kind == "back"
    assert line(assistant, "guard.main") == "培训7次"


@pytest.mark.parametrize(
    ("typed", "note"),
    [("应该是4次", "培训4次"), ("应该是4件", "培训3次"), ("应该是4", "培训3次")],
)
def test_a_mere_should_be_needs_the_unit_of_the_number_told_last(
    assistant: Assistant, typed: str, note: str
) -> None:
    """Without a word that takes back it may be an answer as well."""
    assistant.open_question("guard.main")
    say(assistant, "培训3次")
    assistant.open_question("request.main")
    say(assistant, typed)

    assert line(assistant, "guard.main") == note


def test_a_correction_is_heard_when_everything_is_answered(assistant: Assistant) -> None:
    """At the end nothing is open, and a number can still be put right by saying so."""
    while (question := assistant.question()) is not None:
        assistant.reply({"gate.FEE6": "没有", "year": "2025"}.get(question.id, "跳过"))
    outcome = say(assistant, "行政处罚改成4件")

    assert outcome.kind == "done"
    assert outcome.said == "记下了。"
    assert assistant.figures.value("T2.PEN") == Decimal(4)
    assert assistant.question() is None


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("年份写错了，应该是2024", "year"),
        ("单位名称填错了", "unit.name"),
        ("前面网站写错了", "active.total"),
        ("刚才那个处罚的数不对", "table.T2"),
        ("网站写错了", "active.total"),
        ("行政处罚填错了", "table.T2"),
        ("培训记错了", "guard.main"),
    ],
)
def test_what_is_called_wrong_without_saying_what_is_right_opens_its_question(
    assistant: Assistant, typed: str, question: str
) -> None:
    """The answer stands there to be changed; Enter alone leaves it."""
    outcome = say(assistant, typed)
    now = assistant.question()

    assert outcome.kind == "back"
    assert now is not None
    assert now.id == question


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("公众号8篇，不对是9篇", "公众号9篇"),
        ("网站50条，更正一下，是52条", "网站52条"),
        ("网站50条，写错了应为52条", "网站52条"),
        ("网站50条。写错了，52条。公众号20条", "网站52条。公众号20条"),
        ("公众号8篇错了，是9篇", "公众号9篇"),
        ("公众号8篇（应为9篇）", "公众号9篇"),
        ("公众号8篇，哦不，9篇", "公众号9篇"),
        ("公众号8篇，不，是9篇", "公众号9篇"),
        ("培训3次，说错了，是4次，参加60人", "培训4次，参加60人"),
        ("培训3次，不是3次，是4次", "培训4次"),
        ("培训两次，不对，三次", "培训三次"),
        ("收到申请18件，其实是16件", "收到申请16件"),
        ("网站50条，公众号30条，不对，网站是52条", "网站52条，公众号30条"),
        ("网站50条，公众号30条，前面网站写错了，是52条", "网站52条，公众号30条"),
        ("总共86条，网站60条，总数写错了，应该是85条", "总共85条，网站60条"),
        ("发现错误信息5条，更正5条", ""),
        ("整改问题8个，不对外公开9个", ""),
        ("抽查50条，错了2条，都改了", ""),
        ("计划3次，实际2次", ""),
        ("原来8个栏目，改成9个", ""),
        ("答复10件，申请人说不对3件", ""),
        ("网站50条，公众号20条，不对，培训是4次", ""),
        ("培训3次，不对，是60人", ""),
    ],
)
def test_of_a_number_taken_back_in_its_own_line_only_the_right_one_is_meant(typed: str, meant: str) -> None:
    """What was done about mistakes is no taking back; what it could be said of is not guessed."""
    assert said_over(typed, "主动公开") == (meant or typed)


def test_the_note_and_the_draft_hold_the_number_that_was_meant(assistant: Assistant) -> None:
    """The answer is kept as it was meant, and said back so."""
    assistant.open_question("active.total")
    outcome = say(assistant, "全年公开86条，不对是85条")

    assert outcome.said == "记下了：“全年公开85条”。"
    assert line(assistant, "active.total") == "全年公开85条"
    assert "86" not in next(
        paragraph.text
        for paragraph in assistant.draft().document.paragraphs
        if paragraph.aspect == "主动公开"
    )


def test_a_table_takes_the_number_that_was_meant(assistant: Assistant) -> None:
    """收到18件，不对，16件 fills 16."""
    assistant.open_question("table.T3")
    say(assistant, "收到18件，不对，16件，都是个人")

    assert assistant.figures.value("T3.R01.C1") == Decimal(16)


@pytest.mark.parametrize("typed", ["不对", "没有", "对", "是", "没有不对", "更新了3次", "改一下", "应该是"])
def test_a_mere_word_is_no_correction(typed: str) -> None:
    """What answers 对吗 or says nothing of a number stays an answer."""
    assert correction(typed) is None


@pytest.mark.parametrize(
    ("typed", "question", "now"),
    [
        ("更正：单位全称是清水镇人民政府", "unit.name", "清水镇人民政府"),
        ("更正：上级机关是县委、县政府", "unit.superiors", "县委、县政府"),
        ("更正一下，简称改成我镇", "unit.short", "我镇"),
    ],
)
def test_words_are_put_right_by_what_they_are_called(
    assistant: Assistant, typed: str, question: str, now: str
) -> None:
    """No number of the work: the answer is replaced at its question, and can be taken back."""
    assert assistant.propose(typed) is None
    assert assistant.reply(typed).kind == "accepted"
    assert assistant.open_question(question).current == now


def test_a_fact_of_the_report_is_changed_by_its_name(assistant: Assistant) -> None:
    """联系方式改成… puts that answer right from anywhere, part by part, and the person stays where they were."""
    assistant.open_question("unit.contact")
    assistant.reply("人民路66号，电话 0539-8765432")
    asked = assistant.question()

    assert (
        assistant.reply("联系方式改成电话 0539-1111111").said == "记下了：地址 人民路66号，电话 0539-1111111"
    )
    assert assistant.question() == asked
    assert not assistant.takes_back("联系方式改成电话 0539-1111111")
    assistant.open_question("unit.short")
    assert assistant.reply("邮编改成276000").said == "记下了：地址 人民路66号，邮编 276000，电话 0539-1111111"
    assistant.reply("年份改成２０２４")
    assert assistant.draft().document.year == 2024


def test_a_telephone_changed_in_the_notes_is_work_that_was_done() -> None:
    """Where the work is jotted, 电话改成… may be what was done with a guide."""
    assert changed_anew("电话改成办公室的", noted=True) == ("", "")
    assert changed_anew("电话改成办公室的", noted=False) == ("unit.contact", "办公室的")
    assert changed_anew("联系方式改成人民路66号", noted=True) == ("unit.contact", "人民路66号")


@pytest.mark.parametrize("typed", ["不对，是２５年", "不对，应该是25年", "不对，2025年"])
def test_the_year_is_put_right_at_the_next_question(tmp_path: Path, typed: str) -> None:
    """不对，是25年 is no answer to what kind of unit it is, but the year asked just before; at that question it is one as well."""
    with Assistant.open(tmp_path / "year.db", who="王", today=lambda: date(2026, 1, 19)) as core:
        core.create()
        core.reply("柳溪县青禾镇人民政府")
        core.reply("2024")
        assert core.reply(typed).said == "记下了：2025年"
        core.open_question("year")
        assert core.reply(typed).kind == "accepted"


def test_applicants_of_one_line_are_counted_alike() -> None:
    """自然人5件，商业企业1个 counts requests; companies told of alone stay as they were said."""
    assert heard("自然人5件，商业企业1个", "依申请公开") == "自然人5件，商业企业1件"
    assert heard("商业企业1个", "依申请公开") == "商业企业1个"
    assert heard("自然人5件，商业企业1个", "监督保障") == "自然人5件，商业企业1个"


def test_a_fact_is_changed_while_words_wait_too(assistant: Assistant) -> None:
    """联系方式改成… is no sentence for the words that are asked about; these are asked about again."""
    assistant.open_question("manage.main")
    assistant.reply("下架三十七条")
    asked = assistant.question()
    assert asked is not None
    assert asked.id == "waits:下架三十七条"

    assistant.reply("联系方式改成人民路66号")
    assert "人民路66号" in assistant.paragraph("opening").sentences[-1].text
    assert "下架三十七条" in " ".join(one.text for one in assistant.paragraph("1.政府信息管理").sentences)
