"""What a sentence leaves open is asked next, in its words; what was half said is said back; a change is told."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.views import Outcome
from tests.assistant.clerk import town


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    """A new town's report, asked about its requests."""
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "2", "", "", "", "跳过", "跳过"):
            opened.reply(reply)
        yield opened


def say(assistant: Assistant, typed: str) -> Outcome:
    """A reply as the screen sends it: proposed, and confirmed when it says more than was asked."""
    proposal = assistant.propose(typed)
    return assistant.confirm(proposal) if proposal else assistant.reply(typed)


def now(assistant: Assistant) -> tuple[str, str]:
    """The open question, and what is asked first there."""
    question = assistant.question()
    assert question is not None
    return question.id, question.pending.partition("（")[0]


def test_what_was_announced_is_asked(assistant: Assistant) -> None:
    """还要问… is followed by that question; each short answer settles one, and the form's balance the last."""
    outcome = say(assistant, "收到6件，5件个人1件公司，公开了4件，1件不归我们管，1件还在办")
    first = now(assistant)
    say(assistant, "都是个人")
    second = now(assistant)
    say(assistant, "也是个人")
    value = assistant.figures.value

    assert outcome.said == "记下了。还有 3 处要问。"
    assert first == ("table.T3", "“予以公开 4 件”是谁申请的")
    assert second == ("table.T3", "“不掌握 1 件”是谁申请的")
    assert [value(f"T3.{cell}") for cell in ("R03.C1", "R13.C1", "R25.C2")] == [4, 1, 1]
    assert now(assistant)[0] == "request.main"


def test_an_answer_is_read_with_the_first_word_of_its_sentence(assistant: Assistant) -> None:
    """有，7件… was typed where it was asked whether there were any; read again it means the same, and what is left follows."""
    say(assistant, "有，7件，6件个人1件公司，公开5件，1件不归我们管，1件还在办")
    say(assistant, "都是个人")
    say(assistant, "个人")

    assert assistant.figures.value("T3.R25.C2") == Decimal(1)
    assert now(assistant)[0] == "request.main"


def test_a_bare_no_to_what_is_asked_is_shown_before_the_table_is_closed(assistant: Assistant) -> None:
    """没有, asked whose requests they were, could mean either: what it would do is shown for Enter."""
    say(assistant, "收到6件，5件个人1件公司，公开了4件")
    proposal = assistant.propose("没有")
    assert proposal is not None
    before = assistant._state.answers["gate.T3"]

    assert [line.text for line in proposal.lines] == ["表三 改为没有，已填的 2 格先收着 ← “没有”"]
    assert before is True
    assert assistant.confirm(proposal).said == "表三改为没有，已填的 2 格先收着，改回“有”就都在。"


def test_words_noted_already_do_not_stand_in_the_way_of_an_answer(assistant: Assistant) -> None:
    """A sentence with words nobody understood is read on with the answer, and they are noted once."""
    say(assistant, "今年就收了2个，老李也来问过")
    say(assistant, "都是村民")

    assert assistant.figures.value("T3.R01.C1") == Decimal(2)
    assert assistant.open_question("request.more").lines == ("老李也来问过",)


def test_what_is_to_be_asked_outlives_a_restart_and_is_undone_with_its_sentence(tmp_path: Path) -> None:
    """The words are in the journal with the sentence that left them open."""
    database = tmp_path / "nianbao.db"
    with Assistant.open(database) as first:
        first.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "2", "", "", "", "跳过", "跳过"):
            first.reply(reply)
        say(first, "收到8件")
    with Assistant.open(database) as second:
        second.select(second.reports()[0].id)
        asked = now(second)
        second.undo()
        undone = now(second)
        second.redo()
        say(second, "个人5件、公司3件")

        assert asked == ("table.T3", "“新收 8 件”是谁申请的")
        assert undone == ("gate.T3", "")
        assert [second.figures.value(f"T3.R01.C{column}") for column in (1, 2, 3)] == [5, 3, 0]
        assert now(second) == ("request.main", "")


def test_what_is_said_behind_an_open_sentence_goes_on_with_it(assistant: Assistant) -> None:
    """收到六个 · 一个不给，别的都给了: the others are what is left of all that came, and each answer settles its part."""
    say(assistant, "有的，收到六个")
    say(assistant, "一个不予公开，别的都给了")
    first = now(assistant)
    say(assistant, "都是个人")
    second = now(assistant)
    say(assistant, "商业秘密")
    value = assistant.figures.value

    assert first == ("table.T3", "“新收 6 件”是谁申请的")
    assert second == ("table.T3", "“不予公开 1 件”是哪一种")
    assert [value(f"T3.{cell}.C1") for cell in ("R01", "R08", "R03")] == [6, 1, 5]
    assert assistant.open_question("request.more").lines == ()


@pytest.mark.parametrize(
    ("first", "then", "cells"),
    [
        ("收到8件", "收到8件，都是个人", {"R01.C1": 8}),
        ("收到8件", "不对，收到9件，都是个人", {"R01.C1": 9}),
        ("收到8件", "没有公司的，都是个人", {"R01.C1": 8, "R01.C2": 0}),
        ("收到8件", "8件里6件个人，2件公司", {"R01.C1": 6, "R01.C2": 2}),
        ("不予公开2件，都是个人", "一个秘密一个隐私", {}),
        ("不予公开2件", "都是个人的，都是国家秘密", {"R05.C1": 2}),
    ],
)
def test_an_answer_may_say_the_whole_again(
    assistant: Assistant, first: str, then: str, cells: dict[str, int]
) -> None:
    """What is said anew stands for what was asked; nothing is counted twice, and nothing of it stays a note."""
    say(assistant, "有")
    assistant.open_question("table.T3")
    say(assistant, first)
    say(assistant, then)

    assert {cell: assistant.figures.value(f"T3.{cell}") for cell in cells} == cells
    assert assistant.open_question("request.more").lines == ()


def test_the_rest_is_0_only_when_what_was_asked_is_known(assistant: Assistant) -> None:
    """收到8件 · 其余0: the eight are asked about first, and with their answer the rest is filled."""
    say(assistant, "收到8件")
    say(assistant, "其余0")
    before = assistant.figures.value("T3.R01.C1")
    say(assistant, "都是个人")

    assert before is None
    assert assistant.figures.value("T3.R01.C1") == Decimal(8)
    assert assistant.figures.known("T3")


def test_a_number_still_asked_about_can_be_put_right(assistant: Assistant) -> None:
    """更正：收到9件 changes the sentence that waits."""
    say(assistant, "收到8件")
    say(assistant, "更正：收到9件")
    asked = now(assistant)
    say(assistant, "个人")

    assert asked == ("table.T3", "“新收 9 件”是谁申请的")
    assert assistant.figures.value("T3.R01.C1") == Decimal(9)


@pytest.mark.parametrize(
    ("answer", "cell"), [("前一种", "W1"), ("后者", "X1"), ("没复议", "W1"), ("都是复议后的", "X1")]
)
def test_one_of_two_is_named_by_its_place(assistant: Assistant, answer: str, cell: str) -> None:
    """没经过复议直接起诉的，还是复议以后起诉的: 前一种 is the first."""
    assistant.open_question("gate.T4")
    say(assistant, "诉讼2件，都赢了")
    say(assistant, answer)

    assert assistant.figures.value(f"T4.{cell}") == Decimal(2)


def test_the_others_are_what_the_table_leaves(assistant: Assistant) -> None:
    """What came was told before: 别的都给了 is what is left of it, and whose it was follows where all were of one."""
    say(assistant, "收到6件，都是个人，去年没转过来")
    assistant.open_question("table.T3")
    say(assistant, "不掌握2件")
    assistant.open_question("table.T3")
    say(assistant, "别的都给了")
    value = assistant.figures.value

    assert [value(f"T3.{cell}.C1") for cell in ("R13", "R03")] == [2, 4]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("收费3500元", "0.35"),
        ("收费３５８．２万", "358.2"),
        ("收费358.2万元", "358.2"),
        ("行政事业性收费12万5千元", "12.5"),
    ],
)
def test_an_amount_in_another_unit_is_shown_as_it_is_kept(assistant: Assistant, said: str, kept: str) -> None:
    """收费3500元 where 万元 are asked: the line to confirm shows the 万元 that will stand in the table."""
    assistant.open_question("gate.T2")
    proposal = assistant.propose(f"许可18，{said}，其余0")
    assert proposal is not None
    assistant.confirm(proposal)

    assert f"行政事业性收费 {kept} 万元 ← “{said}”" in [line.text for line in proposal.lines]
    assert assistant.figures.value("T2.FEE") == Decimal(kept)


@pytest.mark.parametrize("said", ["收费约358万", "收费358.2万多", "收费三百来万", "收费358.2万没算完"])
def test_words_left_at_a_table_are_no_sentence(assistant: Assistant, said: str) -> None:
    """They wait, are offered to nobody as a sentence, and are gone once the table has the number."""
    assistant.open_question("gate.T2")
    say(assistant, f"许可18，{said}")
    asked = now(assistant)
    waiting = assistant.draft().unread
    assistant.set_cells("T2", {"T2.FEE": "358.2"})
    assistant.fill_rest_zero("T2")

    assert "报告里怎么写" not in asked[1]
    assert waiting == (f"【待核：{said}】",)
    assert assistant.draft().unread == ()
    assert not any("收费" in each.text for each in assistant.draft().sentences)


def test_a_doubtful_amount_is_no_part_of_the_rest(assistant: Assistant) -> None:
    """罚没12件 of which the unit is wrong: 其余0 leaves its cell open."""
    assistant.open_question("gate.T2")
    say(assistant, "许可18，收费3件，其余0")

    assert assistant.figures.value("T2.FEE") is None


def test_a_suit_waits_for_its_number_and_its_kind(assistant: Assistant) -> None:
    """官司是复议过后才告的，还没判: how many is asked, nothing is guessed."""
    assistant.open_question("gate.T4")
    say(assistant, "有")
    assistant.open_question("table.T4")
    say(assistant, "官司是复议过后才告的，还没判")
    asked = now(assistant)
    say(assistant, "1件")

    assert asked == ("table.T4", "“官司是复议过后才告的，还没判”是几件？")
    assert assistant.figures.value("T4.X4") == Decimal(1)


@pytest.mark.parametrize(
    ("question", "typed", "slot", "value"),
    [
        ("gate.T3", "收到1o件，都是个人", "T3.R01.C1", Decimal(10)),
        ("active.total", "网站1OO条", "note.active.total", ("网站100条",)),
        ("active.more", "办培训l次", "note.active.more", ("办培训1次",)),
    ],
)
def test_a_letter_for_a_digit_is_asked_about(
    assistant: Assistant, question: str, typed: str, slot: str, value: object
) -> None:
    """1o 是 10 吗: it is shown as it would be read, and taken with Enter."""
    assistant.open_question(question)
    proposal = assistant.propose(typed)
    assert proposal is not None
    assistant.confirm(proposal)

    assert proposal.typed == typed
    assert "”是 1" in proposal.lines[0].value
    assert assistant._state.answers[slot] == value


def test_words_that_spoke_of_a_table_are_gone_when_the_table_knows_them(assistant: Assistant) -> None:
    """Words left at a table make no sentence: they wait, and are gone when it is filled; other words of the sentence stay."""
    say(assistant, "今年就收了2个都是村民，老李也来问过，2件塞给他们了，2件当场给了")
    before = assistant.draft().unread
    assistant.set_cells("T3", {"T3.R03.C1": "2"})
    assistant.fill_rest_zero("T3")
    after = assistant.draft().unread
    lines = assistant.open_question("request.more").lines

    assert before == ("【待核：老李也来问过】", "【待核：2件塞给他们了】", "【待核：2件当场给了】")
    assert not any("2件" in each.text and "当场" in each.text for each in assistant.draft().sentences)
    assert after == ("【待核：老李也来问过】",)
    assert lines == ("老李也来问过",)


def test_words_left_at_a_table_can_be_settled_from_the_text(assistant: Assistant) -> None:
    """The place in the text leads to them; the sentence that is written stands in their place."""
    say(assistant, "今年就收了2个都是村民，2件塞给他们了")
    (point,) = [one for one in assistant.open_points() if one.kind == "unread"]
    view = assistant.open_question(point.goes_to)
    assistant.reply("向申请人提供信息2件")

    assert view.wording
    assert assistant.draft().unread == ()
    assert any("向申请人提供信息2件。" in one.text for one in assistant.draft().sentences)


def test_a_number_that_the_table_does_not_know_stays(assistant: Assistant) -> None:
    """罚了9家 beside a table without a 9 is still to be looked at."""
    assistant.open_question("gate.T2")
    say(assistant, "许可12，罚了9家")
    assistant.fill_rest_zero("T2")

    assert assistant.draft().unread == ("【待核：罚了9家】",)


@pytest.mark.parametrize(
    ("question", "typed", "cells"),
    [
        ("fee.notices", "发了3份通知，应收300元", {"notices": 3, "notified": 300}),
        ("fee.notified", "收了400元", {"received": 400}),
        ("fee.notices", "三份通知", {"notices": 3}),
    ],
)
def test_a_sentence_where_one_number_is_asked_is_told_of_all_of_them(
    assistant: Assistant, question: str, typed: str, cells: dict[str, int]
) -> None:
    """At the questions of the fee a sentence fills what it names, after it was shown."""
    assistant.open_question("gate.FEE6")
    say(assistant, "有")
    assistant.open_question(question)
    proposal = assistant.propose(typed)
    assert proposal is not None
    assistant.confirm(proposal)

    assert {cell: assistant.figures.value(f"FEE6.{cell}") for cell in cells} == cells


def test_an_answer_nobody_understands_is_asked_again_and_may_be_left_open(assistant: Assistant) -> None:
    """What would be right is said with the question; 不知道 leaves it to the table."""
    say(assistant, "收到8件")
    unclear = say(assistant, "差不多那样")
    left = say(assistant, "不知道")

    assert unclear.kind == "refused"
    assert unclear.said.startswith("“差不多那样”没看懂。“新收 8 件”是谁申请的")
    assert left.said == "先空着，填表时再填。"
    assert now(assistant) == ("request.main", "")


def test_a_place_filled_meanwhile_is_not_asked_for(assistant: Assistant) -> None:
    """Cells filled in the grid answer what a sentence left open."""
    say(assistant, "收到8件")
    assistant.set_cells("T3", {f"T3.R01.C{column}": "8" if column == 1 else "0" for column in range(1, 7)})

    assert now(assistant)[1] == ""


@pytest.mark.parametrize(
    ("typed", "told", "left"),
    [
        ("许可处罚收费都是0", "行政许可 0、行政处罚 0、行政事业性收费 0", "行政规范性文件、行政强制"),
        ("许可、处罚都没有", "行政许可 0、行政处罚 0", "行政规范性文件、行政强制、行政事业性收费"),
        ("没有许可处罚", "行政许可 0、行政处罚 0", "行政规范性文件、行政强制、行政事业性收费"),
    ],
)
def test_a_question_half_answered_says_what_is_known_and_what_is_not(
    assistant: Assistant, typed: str, told: str, left: str
) -> None:
    """Several names before one value fill all; the question stays open for the rest and says so."""
    assistant.open_question("gate.T2")
    say(assistant, typed)
    assistant.open_question("gate.T2")
    question = assistant.question()
    assert question is not None

    assert question.remark == f"已经记下：{told}。还没说到：{left}。都没有就答“没有”。"
    assert "gate.T2" not in assistant._state.answers


@pytest.mark.parametrize("typed", ["新收结转都是0", "新收、结转都是0", "没有新收也没有上年结转"])
def test_where_nothing_came_in_the_table_is_nothing(assistant: Assistant, typed: str) -> None:
    """Nothing new and nothing brought over: by the form's balance nothing can have become of it."""
    say(assistant, typed)

    assert assistant.figures.is_zero("T3")
    assert assistant._state.answers["gate.T3"] is False


def test_a_note_left_by_a_sentence_does_not_answer_a_question_that_was_not_asked(
    assistant: Assistant,
) -> None:
    """Words nobody understood are kept where they belong and said back; their question is still asked."""
    proposal = assistant.propose("收到2件，都是个人，村里老李来问过路的事")
    assert proposal is not None
    assistant.confirm(proposal)
    asked = [one.id for one in assistant.transcript()]

    assert proposal.lines[-1].text == "没看懂 原话记在“依申请公开” ← “村里老李来问过路的事”"
    assert "request.more" not in asked
    assert assistant.open_question("request.more").lines == ("村里老李来问过路的事",)


@pytest.mark.parametrize("typed", ["没有", "没有了", "都没有", "今年没有收到", "没收到申请", "真没有"])
def test_with_numbers_that_becomes_without_is_told(assistant: Assistant, typed: str) -> None:
    """有 first and 没有 then: one sentence says so, what was filled in is kept, and comes back with 有 or with undo."""
    say(assistant, "有")
    assistant.set_cells("T3", {"T3.R01.C1": "3", "T3.R03.C1": "2", "T3.R25.C1": "1"})
    assistant.open_question("table.T3")
    outcome = say(assistant, typed)
    zero = assistant.figures.is_zero("T3")
    assistant.open_question("gate.T3")
    again = say(assistant, "有")

    assert (outcome.said, outcome.news) == ("表三改为没有，已填的 3 格先收着，改回“有”就都在。", True)
    assert zero
    assert again.said == "表三改回有，原来填的 3 格都在。"
    assert assistant.figures.value("T3.R01.C1") == Decimal(3)


def test_a_table_said_to_have_numbers_and_left_without_asks_why(assistant: Assistant) -> None:
    """有, and then every cell 0: the question says what does not go together."""
    say(assistant, "有")
    assistant.fill_rest_zero("T3")
    view = assistant.open_question("table.T3")

    assert view.remark == "前面答过“有”，现在表三全是 0：真的都没有，写“没有”；有的话把数填上。"
    assert say(assistant, "没有了").said == "表三改为没有，全部为 0。"


@pytest.mark.parametrize(
    ("first", "then", "cell", "number"),
    [
        ("收到6件，都是个人", "刚才说错了，是7件", "T3.R01.C1", 7),
        ("收到6件，都是个人", "说错了，应该是7件", "T3.R01.C1", 7),
        ("收到6件，都是个人", "刚才不对，7件", "T3.R01.C1", 7),
        ("收到6件，5件个人1件公司", "刚才说错了，收到7件，都是个人", "T3.R01.C1", 7),
    ],
)
def test_a_correction_changes_the_answer_before(
    assistant: Assistant, first: str, then: str, cell: str, number: int
) -> None:
    """刚才说错了 speaks of the last answer, shows what stood there, and is confirmed like anything else."""
    say(assistant, first)
    proposal = assistant.propose(then)
    assert proposal is not None
    before = assistant.figures.value(cell)
    assistant.confirm(proposal)

    assert "原来是 " in proposal.lines[0].text
    assert before != number
    assert assistant.figures.value(cell) == number
    assert now(assistant)[0] == "request.main"


def test_a_correction_that_could_mean_two_goes_back_to_its_question(assistant: Assistant) -> None:
    """Of several numbers the person says which; nothing changes meanwhile."""
    say(assistant, "收到6件，5件个人1件公司")
    outcome = say(assistant, "刚才说错了，是7件")

    assert (outcome.kind, now(assistant)[0]) == ("back", "table.T3")
    assert assistant.figures.value("T3.R01.C1") == Decimal(5)


def test_undo_of_a_sentence_with_nothing_but_questions_says_so(assistant: Assistant) -> None:
    """Ctrl+Z takes back what was left to be asked, in words and not as a cell that never was."""
    say(assistant, "有")
    assistant.open_question("table.T3")
    say(assistant, "不予公开2件")

    assert assistant.undo() == "已撤销：刚才那一句里要问的。"
    assert assistant.open_question("table.T3").pending == ""


def test_a_total_that_is_not_its_parts_is_asked_until_it_is_or_left(assistant: Assistant) -> None:
    """共办结5件 beside 3, and 其余0: the question is put; the number said right settles it, or the rest said again."""
    say(assistant, "收到3件，都是个人，予以公开3件，都是个人，共办结5件，其余0")
    asked = now(assistant)
    say(assistant, "其余0")

    assert asked == ("table.T3", "您说 5，各项加起来是 3，哪一项不对？")
    assert assistant.figures.known("T3")
    assert now(assistant) == ("request.main", "")


def test_a_line_with_blanks_is_proposed_as_it_was_typed(tmp_path: Path) -> None:
    """What is shown for confirmation is the person's line, so that Enter finds it unchanged."""
    with Assistant.open(tmp_path / "n.db", who="王", today=lambda: date(2026, 1, 19)) as assistant:
        assistant.create()
        for reply in ("柳溪县青禾镇人民政府", "2025", "2", "", "", ""):
            assistant.reply(reply)
        assistant.open_question("gate.T2")
        proposal = assistant.propose("许可12 处罚3 其余都是0")

        assert proposal is not None
        assert proposal.typed == "许可12 处罚3 其余都是0"
        assert assistant.confirm(proposal).kind == "accepted"


def test_what_a_new_sentence_does_not_speak_of_is_still_asked(assistant: Assistant) -> None:
    """One kind is told out of turn, with words nobody reads; the other kinds that were announced come after it."""
    say(assistant, "有，收到9件，都是个人")
    say(assistant, "部分公开3件，不予公开4件，结转下年2件")
    say(assistant, "部分公开的2件个人1件公司，另一头老王说再看看")
    asked = now(assistant)

    assert assistant.figures.value("T3.R04.C1") == Decimal(2)
    assert asked == ("table.T3", "“不予公开 4 件”是哪一种")


def test_back_from_what_is_asked_next_goes_to_what_was_answered(assistant: Assistant) -> None:
    """The question before is the one just answered, not the one that stands before the table."""
    say(assistant, "有，收到9件")
    assert now(assistant)[0] == "table.T3"
    say(assistant, "上一问")

    assert now(assistant)[0] == "gate.T3"


@pytest.mark.parametrize(
    ("gate", "said", "asked"),
    [
        ("gate.T3", "收到3件申请，2件公开了，结转下年1件", "“新收 3 件”是谁申请的"),
        ("gate.T4", "复议2件，1件维持", "“行政复议 2 件”里还有 1 件结果怎样"),
    ],
)
def test_what_is_left_to_ask_is_asked_though_there_was_said_to_be_nothing(
    tmp_path: Path, gate: str, said: str, asked: str
) -> None:
    """没有, and later a sentence that tells of some: 还有 1 处要问 is followed by the question, not by the end."""
    with town(tmp_path / "a.db") as core:
        while (question := core.question()) is not None:
            core.reply("没有" if question.id.startswith("gate.") else "跳过")
        core.open_question(gate)
        proposal = core.propose(said)
        assert proposal is not None
        outcome = core.confirm(proposal)
        following = core.question()

        assert "要问" in outcome.said
        assert following is not None
        assert following.pending.startswith(asked)
        core.undo()

        assert core.open_question(gate).current == "没有"
