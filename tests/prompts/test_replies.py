"""Replies as people type them, and the sentences they get when they cannot be read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.commands import Command, read_command
from prompts.interview import Interview
from prompts.numbers import Number, NumberRule, read_number
from prompts.question import Question, Value, load_questions
from prompts.replies import Accepted, Refused, Reply, parse, read_cell
from prompts.state import State
from report.edition import load_edition
from report.numerals import write_chinese

_INTERVIEW = Interview()
_FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")


def _question(question_id: str) -> Question:
    return _INTERVIEW.question(question_id)


def _parse(question_id: str, typed: str, answers: dict[str, Value] | None = None) -> Reply:
    return parse(_question(question_id), typed, _INTERVIEW.state(answers or {}))


_WHOLE_NAME = "这里只写单位全称，情况后面再问，例如：忠县扶贫开发办公室。"
_SHORT = "自称写 2 到 6 个汉字，不带数字和标点，例如：我办。"
_CONTACT = "忠县忠州街道中博大道1号，404300，023-54230000，www.zhongxian.gov.cn"


@pytest.mark.parametrize(
    ("typed", "value", "said"),
    [
        ("124", "124", ""),
        ("124件", "124", ""),
        (" 124 件。", "124", "124（一百二十四件）"),
        ("１２４", "124", "124（一百二十四件）"),
        ("1,234", "1234", "1234（一千二百三十四件）"),
        ("１，２３４", "1234", "1234（一千二百三十四件）"),
        ("一百二十四件", "124", "124（一百二十四件）"),
        ("两百零三个", "203", "203（二百零三个）"),
        ("1.2万", "12000", "12000（一万二千件）"),
        ("3千", "3000", "3000（三千件）"),
        ("没有", "0", "0（零件）"),
        ("无。", "0", "0（零件）"),
        ("零", "0", "0（零件）"),
        ("没", "0", "0（零件）"),
        ("0", "0", ""),
    ],
)
def test_numbers_are_read_and_shown(typed: str, value: str, said: str) -> None:
    """A count is read in any form, and shown as read whenever it was not typed as plain digits."""
    reply = _parse("fee.notices", typed)

    assert reply == Accepted({"FEE6.notices": Decimal(value)}, said)


@pytest.mark.parametrize(
    ("question", "typed", "sentence"),
    [
        ("fee.notices", "十几", "“十几”不够准，这里要确切的数，例如：3。"),
        ("fee.notices", "100多件", "“100多件”不够准，这里要确切的数，例如：3。"),
        ("fee.notices", "1,234.5．6。", "这里要填一个数（件），例如：3。"),
        ("fee.notices", "三五件", "这里要填一个数（件），例如：3。"),
        ("fee.notices", "很多", "“很多”不够准，这里要确切的数，例如：3。"),
        ("fee.notices", "看着办", "这里要填一个数（件），例如：3。"),
        ("fee.notices", "12.5", "这里要整数，不带小数，例如：3。"),
        ("fee.notices", "-3", "这里不能是负数，没有就填 0，例如：3。"),
        ("fee.notices", "3元", "这里按件填，不是元，例如：3。"),
        ("fee.notices", "9" * 20, f"“{'9' * 20}”太大了，请核对，例如：3。"),
        ("fee.notices", "", "请填一个答案，例如：3；现在答不了，可以写“跳过”。"),
        ("fee.notified", "十几万", "“十几万”不够准，这里要确切的数，例如：1450。"),
        ("fee.notified", "3件", "这里按元填，不是件，例如：1450。"),
        ("year", "1890", "这里要填 2019 到 2099 之间的四位数年份，例如：2025。"),
        ("year", "去年", "这里要填 2019 到 2099 之间的四位数年份，例如：2025。"),
        ("year", "2025元", "这里要填 2019 到 2099 之间的四位数年份，例如：2025。"),
        ("year", "跳过", "后面都要用到这一项，请先填上，例如：2025。"),
        ("year", "", "请填一个答案，例如：2025。"),
        ("unit.name", "12", "这里要写文字，例如：忠县扶贫开发办公室。"),
        ("unit.name", "无", "这里要写文字，例如：忠县扶贫开发办公室。"),
        ("unit.name", "局" * 61, "这里只写一个名称，不超过 60 个字，例如：忠县扶贫开发办公室。"),
        (
            "unit.kind",
            "6",
            (
                "请从这几个里选一个，写号码就行：1 县级以上政府部门、2 乡镇政府、3 街道办事处、4 县级以上人民政府、"
                "5 国务院部门，例如：1。"
            ),
        ),
        ("unit.rules", "也许", "“也许”还拿不准：先写“跳过”，问清了再答；确定的话，答“有”或“没有”。"),
        ("unit.name", "2025", "“2025”是年度，下一问再填；这里只写单位全称，例如：忠县扶贫开发办公室。"),
        (
            "unit.name",
            "2025年度",
            "“2025年度”是年度，下一问再填；这里只写单位全称，例如：忠县扶贫开发办公室。",
        ),
        ("unit.name", "今年公开124条", f"这像是一句话。{_WHOLE_NAME}"),
        ("unit.name", "没有收到申请", f"这像是一句话。{_WHOLE_NAME}"),
        ("unit.name", "忠县财政局，公开了3条", f"这像是一句话。{_WHOLE_NAME}"),
        ("unit.short", "2025今年公开124条，网站119条", _SHORT),
        ("unit.short", "我", _SHORT),
        ("unit.short", "我局2", _SHORT),
        ("unit.short", "今年没有", _SHORT),
        ("unit.short", "忠县扶贫开发办公室", _SHORT),
        ("unit.short", "[/]", _SHORT),
        ("unit.superiors", "2025年", "这里写名称，几个之间用顿号隔开，例如：县委、县政府。"),
        ("unit.superiors", "没有收到申请", "这里写名称，几个之间用顿号隔开，例如：县委、县政府。"),
        ("unit.contact", "今年公开124条", f"“今年公开124条”不像地址、邮编、电话或网址，例如：{_CONTACT}。"),
        ("unit.contact", "县委县政府", f"“县委县政府”不像地址、邮编、电话或网址，例如：{_CONTACT}。"),
        ("unit.contact", "我局", f"“我局”不像地址、邮编、电话或网址，例如：{_CONTACT}。"),
        ("unit.superiors", "3", "这里写名称，几个之间用顿号隔开，例如：县委、县政府。"),
        (
            "unit.contact",
            "13800000000",
            (
                "“13800000000”是手机号，这里只写办公室的联系方式，请换成座机，例如：忠县忠州街道中博大道1号，404300，023-54230000，"
                "www.zhongxian.gov.cn。"
            ),
        ),
        ("gate.T3", "3件", "请答“有”或“没有”，写 1 或 2 也行，例如：没有。"),
        ("table.T3", "好的", "请先填报告年度，再填这张表，例如：2025。"),
    ],
)
def test_refusals_say_what_would_be_right(question: str, typed: str, sentence: str) -> None:
    """What cannot be read gets one sentence for this very question."""
    reply = _parse(question, typed)

    assert reply == Refused(sentence)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("跳过", "skip"),
        ("/跳过", "skip"),
        ("／跳过", "skip"),
        ("返回", "back"),
        ("／返回", "back"),
        ("？", "help"),
        ("?", "help"),
        ("/？", "help"),
        ("帮助", "help"),
        ("同上年", "same"),
        ("/同上年", "same"),
        ("同上年。", "same"),
    ],
)
@pytest.mark.parametrize("question", ["fee.notices", "active.total", "gate.T3", "table.T3", "unit.short"])
def test_commands_work_everywhere(question: str, typed: str, name: str) -> None:
    """Commands are understood at every question, with a slash in either width or none."""
    reply = _parse(question, typed)

    assert isinstance(reply, Command)
    assert reply.name == name


_OPEN = (
    "不知道",
    "不知道，问下小王再说",
    "要问小王",
    "等小王回来再填",
    "这个我不清楚",
    "先空着",
    "回头再补",
    "记不清了",
)
_SAME = ("跟去年一样", "还是跟去年一样", "照去年的", "按去年的填", "与上年一致", "去年一样")
_TELLING = (
    "跟去年差不多",
    "去年3件",
    "查处3起",
    "找领导审核再报",
    "要查阅的群众多",
    "问政平台上线",
    "核对了目录",
    "写错3处，当天改了",
)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *((typed, "skip") for typed in _OPEN),
        *((typed, "same") for typed in _SAME),
        *((typed, "") for typed in _TELLING),
    ],
)
def test_commands_as_people_say_them(typed: str, name: str) -> None:
    """不知道 leaves a question open, 跟去年一样 takes last year's answer; what tells something is no command."""
    command = read_command(typed)

    assert (command.name if command else "") == name


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        *((typed, True) for typed in ("有", "有。", "是", "对", "y", "Y", "1", "１", "收到过")),
        *(
            (typed, False)
            for typed in (
                "没有",
                "无",
                "不是",
                "n",
                "N",
                "2",
                "0",
                "零",
                "没有。",
                "未收到",
                "没有了",
                "真没有",
                "一件都没有",
                "全年都没有",
                "都是0",
                "都是０",
            )
        ),
    ],
)
def test_yes_and_no(typed: str, answer: bool) -> None:  # noqa: FBT001  a row of the table
    """Yes and no in the ways people say them."""
    reply = _parse("gate.T3", typed)

    assert isinstance(reply, Accepted)
    assert reply.values == {"gate.T3": answer}


@pytest.mark.parametrize("typed", ["2", "２", "乡镇政府", "乡镇", "乡", "镇", "township"])
def test_choices_by_number_word_or_beginning(typed: str) -> None:
    """A choice is made by number, by label, by its beginning, or by an everyday word."""
    reply = _parse("unit.kind", typed)

    assert isinstance(reply, Accepted)
    assert reply.values == {"unit.kind": "township"}
    assert reply.said == ("" if typed == "乡镇政府" else "乡镇政府")


def test_ambiguous_beginning_chooses_nothing() -> None:
    """Two options begin with 县级以上: neither is chosen for the person."""
    reply = _parse("unit.kind", "县级以上")

    assert isinstance(reply, Refused)


@pytest.mark.parametrize(
    ("typed", "said"), [("2025", ""), ("2025年", ""), ("2025年度", ""), ("二〇二五", "2025年")]
)
def test_years(typed: str, said: str) -> None:
    """A year with or without 年, in digits or characters."""
    reply = _parse("year", typed)

    assert reply == Accepted({"year": Decimal(2025)}, said)


def test_a_report_is_about_a_year_that_has_come() -> None:
    """A year still to come is refused with the years that would be right."""
    reply = parse(_question("year"), "2031", State({}), this_year=2026)

    assert reply == Refused("这里要填 2019 到 2026 之间的四位数年份，例如：2025。")


@pytest.mark.parametrize("typed", ["我局", "本机关", "本级政府", "区管委会"])
def test_short_names_are_taken(typed: str) -> None:
    """Every usual way of calling oneself is taken as it stands."""
    assert _parse("unit.short", typed) == Accepted({"unit.short": typed})


def test_enter_takes_the_kind_the_name_tells() -> None:
    """A name that ends in 镇人民政府 is a township by one Enter; a name that tells nothing has to be answered."""
    told = _parse("unit.kind", "", {"unit.name": "甲县乙镇人民政府"})
    silent = _parse("unit.kind", "", {"unit.name": "甲县第十师"})

    assert told == Accepted({"unit.kind": "township"}, said="乡镇政府")
    assert isinstance(silent, Refused)


def test_enter_takes_what_the_name_tells_about_rules() -> None:
    """A county makes no 规章, a province does; of a city nobody can tell by its name."""
    county = _parse("unit.rules", "", {"unit.name": "甲县人民政府"})
    province = _parse("unit.rules", "", {"unit.name": "甲省人民政府"})
    city = _parse("unit.rules", "", {"unit.name": "甲市人民政府"})

    assert county == Accepted({"unit.rules": False}, said="没有")
    assert province == Accepted({"unit.rules": True}, said="有")
    assert isinstance(city, Refused)


def test_enter_takes_the_derived_short_name() -> None:
    """Enter takes over the derived short name and says which."""
    reply = _parse("unit.short", "", {"unit.name": "甲县财政局", "unit.kind": "department"})

    assert reply == Accepted({"unit.short": "我局"}, said="我局")


def test_enter_leaves_an_optional_question_open() -> None:
    """Enter at an optional question leaves it open."""
    assert _parse("active.more", "") == Command("skip")


@pytest.mark.parametrize(
    ("typed", "items", "said"),
    [
        ("县委、县政府", ("县委", "县政府"), ""),
        ("县委，县政府", ("县委", "县政府"), "县委、县政府"),
        ("没有", (), "没有"),
    ],
)
def test_lists(typed: str, items: tuple[str, ...], said: str) -> None:
    """A list is split at the marks people use, and shown when it was not typed so."""
    assert _parse("unit.superiors", typed) == Accepted({"unit.superiors": items}, said)


def test_contact_in_any_order() -> None:
    """Telephone, postcode, website and address are told apart, with or without labels."""
    reply = _parse("unit.contact", "电话：023-54230000 网址 https://www.a.gov.cn 地址：甲县人民路1号")

    assert isinstance(reply, Accepted)
    assert reply.values == {
        "unit.contact.address": "甲县人民路1号",
        "unit.contact.postcode": "",
        "unit.contact.phone": "023-54230000",
        "unit.contact.website": "https://www.a.gov.cn",
    }
    assert reply.said == "地址 甲县人民路1号，电话 023-54230000，网址 https://www.a.gov.cn"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "青禾镇中心街1号（政府大院3楼），党政办公室，邮编４０４３００，电话：０２３－５４２３００００（工作日）",
            "地址 青禾镇中心街1号（政府大院3楼）党政办公室，邮编 404300，电话 023-54230000（工作日）",
        ),
        ("党政办电话：023-54230000，青禾镇中心街1号", "地址 青禾镇中心街1号，电话 党政办023-54230000"),
        ("电话 023 54230000 转 801", "电话 023-54230000转801"),
        (
            "023-54230000、023-54230001，传真023-54230002，邮箱a@b.com",
            "电话 023-54230000、023-54230001，传真：023-54230002，电子邮箱：a@b.com",
        ),
        ("青禾镇中心街1号邮编404300电话023—54230000", "地址 青禾镇中心街1号，邮编 404300，电话 023-54230000"),
        ("重庆市 忠县 中博大道1号 404300", "地址 重庆市 忠县 中博大道1号，邮编 404300"),
    ],
)
def test_contact_keeps_words_beside_their_number(typed: str, said: str) -> None:
    """Digits become half-width, labels are told apart, the address keeps its order; sent again it is the same."""
    first, again = _parse("unit.contact", typed), _parse("unit.contact", said)

    assert isinstance(first, Accepted)
    assert isinstance(again, Accepted)
    assert (first.said, first.values) == (said, again.values)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "永宁市城南街道人民路６６号，电话 0539-8765432，邮编没查到",
            "地址 永宁市城南街道人民路66号，电话 0539-8765432（邮编先空着，查到了在这一问补上）",
        ),
        (
            "邮编不知道，永宁市城南街道人民路66号",
            "地址 永宁市城南街道人民路66号（邮编先空着，查到了在这一问补上）",
        ),
        (
            "城南街道人民路66号电话0539-8765432邮编忘了",
            "地址 城南街道人民路66号，电话 0539-8765432（邮编先空着，查到了在这一问补上）",
        ),
        (
            "人民路66号，邮编：待查，电话（没查到）",
            "地址 人民路66号（邮编、电话先空着，查到了在这一问补上）",
        ),
        (
            "人民路66号，不知道邮编，0539-8765432",
            "地址 人民路66号，电话 0539-8765432（邮编先空着，查到了在这一问补上）",
        ),
        (
            "人民路66号，276000，没有网址，回头再补",
            "地址 人民路66号，邮编 276000（网址先空着，查到了在这一问补上）",
        ),
    ],
)
def test_contact_leaves_a_missing_part_empty(typed: str, said: str) -> None:
    """没查到 beside a label says that this part is missing; it is no part of the address."""
    reply = _parse("unit.contact", typed)

    assert isinstance(reply, Accepted)
    assert reply.said == said


def test_contact_with_nothing_but_missing_parts_is_no_contact_yet() -> None:
    """邮编没查到 alone gives nothing to print, and is no 没有 either."""
    reply = _parse("unit.contact", "邮编没查到")

    assert isinstance(reply, Refused)
    assert reply.sentence.startswith("有哪样写哪样")


def test_contact_takes_no_person() -> None:
    """A name is refused and the rest is kept."""
    reply = _parse("unit.contact", "中心街1号，联系人：张三，023-54230000")

    assert reply == Refused(
        f"“联系人 张三”是个人，这里只写办公室的联系方式，例如：{_CONTACT}。", "中心街1号，023-54230000"
    )


def test_no_contact() -> None:
    """No contact is an answer too."""
    reply = _parse("unit.contact", "没有")

    assert isinstance(reply, Accepted)
    assert set(reply.values.values()) == {""}


def test_notes_keep_every_word() -> None:
    """A note is kept as typed, line by line; 没有 with what there is none of is a statement."""
    lines = _parse("active.total", "  全年１２４条，网站119\n\n公众号[/]推了 ")
    nothing = _parse("request.more", "没有收到")

    assert lines == Accepted({"note.active.total": ("全年１２４条，网站119", "公众号[/]推了")})
    assert nothing == Accepted({"note.request.more": ("没有收到",)})


_T2: dict[str, Value] = {"year": Decimal(2025), "gate.T2": True, "unit.kind": "department"}
_T3: dict[str, Value] = {"year": Decimal(2025), "gate.T3": True}


def test_whole_table_or_rest_is_zero() -> None:
    """A table question understands that all, or what is left, is 0."""
    state: dict[str, Value] = {"year": Decimal(2025), "gate.T4": True, "T4.V1": Decimal(1)}
    left = _parse("table.T4", "其余0", state)
    whole = _parse("table.T4", "都是０", state)

    assert isinstance(left, Accepted)
    assert "T4.V1" not in left.values
    assert left.said == "其余 11 格是 0"
    assert whole == Accepted({"gate.T4": False}, said="整张表都是 0")


@pytest.mark.parametrize(
    "typed", ["其余0", "剩下的都没有", "其他都没有了", "没有别的了", "其余没了", "其余都是０"]
)
def test_the_rest_is_nought_in_any_words(typed: str) -> None:
    """All that nobody answered becomes 0, however it is said."""
    reply = _parse("table.T3", typed, {"year": Decimal(2025), "gate.T3": True})

    assert isinstance(reply, Accepted)
    assert set(reply.values.values()) == {Decimal(0)}


def test_table_by_typing_labels() -> None:
    """Rows are named by label or id, as many numbers as the row has, the rest 0."""
    reply = _parse("table.T2", "行政许可 18，行政处罚：3；NORM 1 2 9，其余0", {**_T2})

    assert isinstance(reply, Accepted)
    assert reply.said == "填了 5 格，其余 2 格是 0"
    assert {cell: str(value) for cell, value in reply.values.items()} == {
        "T2.LIC": "18",
        "T2.PEN": "3",
        "T2.NORM.made": "1",
        "T2.NORM.repealed": "2",
        "T2.NORM.valid": "9",
        "T2.COE": "0",
        "T2.FEE": "0",
    }


def test_table_by_typing_rows_and_cells() -> None:
    """A row by its label without number, a single cell by id or row and column."""
    reply = _parse("table.T3", "予以公开 3 0 0 0 0 0\nR13.C1 2\n重复申请商业企业 一", {**_T3})

    assert isinstance(reply, Accepted)
    assert [reply.values[f"T3.{cell}"] for cell in ("R03.C1", "R13.C1", "R17.C2")] == [3, 2, 1]
    assert reply.said == "填了 8 格，还有 136 格没填，没有的可以写“其余0”"


@pytest.mark.parametrize(
    ("question", "typed", "sentence"),
    [
        (
            "table.T3",
            "予以公开 3",
            (
                "“予以公开”这一行要 6 个数（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他），例如："
                "予以公开 3 0 0 0 0 0。"
            ),
        ),
        (
            "table.T3",
            "公开 3",
            "“公开 3”没看懂是表三的哪一行、多少件，请写行名和数，例如：予以公开3件，都是个人；其余0。",
        ),
        (
            "table.T3",
            "R24 3 0 0 0 0 0",
            "“R24 3 0 0 0 0 0”没看懂是表三的哪一行、多少件，请写行名和数，例如：予以公开3件，都是个人；其余0。",
        ),
        ("table.T2", "行政许可 十几", "“行政许可”后面的“十几”：“十几”不够准，这里要确切的数，例如：3。"),
        (
            "table.T2",
            "行政许可 1，234",
            "“234”没看懂是表二的哪一行、多少件，请写行名和数，例如：行政许可18件，行政处罚3件，其余0。",
        ),
    ],
)
def test_table_by_typing_refuses(question: str, typed: str, sentence: str) -> None:
    """An item that does not fit is refused with the whole reply."""
    answers: dict[str, Value] = {**(_T2 if question == "table.T2" else _T3)}

    assert _parse(question, typed, answers) == Refused(sentence)


@pytest.mark.parametrize(
    ("edition", "cell", "typed", "values", "said"),
    [
        ("2021", "T2.FEE", "72701.2578", {"T2.FEE": Decimal("72701.2578")}, ""),
        ("2021", "T2.FEE", "12.50万元", {"T2.FEE": Decimal("12.50")}, ""),
        ("2019", "T2.LIC.delta", "减少3", {"T2.LIC.delta": Decimal(-3)}, "-3（负三项）"),
        ("2019", "T2.LIC.delta", "-3", {"T2.LIC.delta": Decimal(-3)}, ""),
        ("2019", "T2.LIC.delta", "负3", {"T2.LIC.delta": Decimal(-3)}, "-3（负三项）"),
        ("2019", "T2.LIC.delta", "+2", {"T2.LIC.delta": Decimal(2)}, "2（二项）"),
        (
            "2019",
            "T2.BUY.amount",
            "25.1万元",
            {"T2.BUY.amount": Decimal("25.1"), "T2.BUY.amount.unit": "万元"},
            "",
        ),
        ("2019", "T2.BUY.amount", "0", {"T2.BUY.amount": Decimal(0), "T2.BUY.amount.unit": "元"}, ""),
    ],
)
def test_cells(edition: str, cell: str, typed: str, values: dict[str, Value], said: str) -> None:
    """Cells take the number their kind allows, with the unit where there is a choice."""
    assert read_cell(load_edition(edition).cell(cell), typed) == Accepted(values, said)


@pytest.mark.parametrize(
    ("cell", "typed", "kept", "said"),
    [
        ("T2.FEE", "３５８．２万", "358.2", "358.2万元"),
        ("T2.FEE", "358.2 万", "358.2", "358.2万元"),
        ("T2.FEE", "358.2万元", "358.2", ""),
        ("T2.FEE", "３５８２０００元", "358.2", "358.2万元"),
        ("T2.FEE", "1450元", "0.145", "0.145万元"),
        ("T2.FEE", "12万5千元", "12.5", "12.5万元"),
        ("T2.FEE", "三百五十八万", "358", "358（三百五十八万元）"),
        ("T2.FEE", "2千元", "0.2", "0.2万元"),
        ("T2.FEE", "1,234.5元", "0.12345", "0.12345万元"),
        ("FEE6.notified", "680块钱", "680", "680（六百八十元）"),
        ("FEE6.notified", "0.145万元", "1450", "1450（一千四百五十元）"),
        ("FEE6.notified", "124万", "1240000", "1240000（一百二十四万元）"),
    ],
)
def test_money_is_kept_in_the_unit_of_its_cell(cell: str, typed: str, kept: str, said: str) -> None:
    """However the amount was told; what was converted is said back."""
    assert read_cell(load_edition("2021").cell(cell), typed) == Accepted({cell: Decimal(kept)}, said)


@pytest.mark.parametrize(
    ("edition", "cell", "typed", "sentence"),
    [
        ("2021", "T2.FEE", "约124万", "“约124万”不够准，这里要确切的数，例如：12.5。"),
        ("2021", "T2.FEE", "3件", "这里按万元填，不是件，例如：12.5。"),
        ("2021", "T3.R01.C1", "-1", "这里不能是负数，没有就填 0，例如：3。"),
        ("2021", "T3.R01.C7", "3", "总计由程序加，不用填。"),
        ("2021", "T3.R01.C1", "/", "这里要填一个数（件），例如：3。"),
        ("2019", "T2.BUY.amount", "251000", "请把单位写上（元或万元），例如：251000元 或 25.1万元。"),
        ("2019", "T2.BUY.amount", "不知道", "这里要填金额，写明元或万元，例如：251000元 或 25.1万元。"),
    ],
)
def test_cells_refuse(edition: str, cell: str, typed: str, sentence: str) -> None:
    """A cell says what would be right in it."""
    assert read_cell(load_edition(edition).cell(cell), typed) == Refused(sentence)


@given(
    st.integers(min_value=0, max_value=99_999_999), st.sampled_from(["plain", "chinese", "commas", "wide"])
)
def test_every_count_comes_back(number: int, form: str) -> None:
    """Every count, in each way of writing it, is read as itself."""
    typed = {
        "plain": str(number),
        "chinese": write_chinese(number),
        "commas": f"{number:,}",
        "wide": f"{number:,}".translate(_FULL_WIDTH),
    }[form]
    read = read_number(typed, NumberRule("integer", ("件",)))

    assert isinstance(read, Number)
    assert read.value == number
    assert (read.said == "") == (typed == str(number))


@given(st.sampled_from([question.id for question in _INTERVIEW.questions]), st.text(max_size=15))
def test_any_text_gets_an_answer(question_id: str, typed: str) -> None:
    """No text breaks a question: it is accepted, a command, or refused in one sentence."""
    reply = parse(_question(question_id), typed, State({}))
    if isinstance(reply, Refused):
        assert reply.sentence.endswith("。")


@pytest.mark.parametrize("typed", ["没有", "无。", "没有变化", "没啥"])
def test_nothing_to_write_is_no_note(typed: str) -> None:
    """A bare 没有 at a question for notes is an answer without lines, never words for the report."""
    question = next(question for question in load_questions() if question.id == "platform.main")

    assert parse(question, typed, State({})) == Accepted({"note.platform.main": ()}, "没有要写的")


def test_nothing_is_no_problem() -> None:
    """Section 五 cannot be left with 没有: the sentence says what is needed."""
    question = next(question for question in load_questions() if question.id == "problem.main")
    sentence = "这一部分要有实际内容，不能只写“没有”，例如：人手少，更新不及时。"

    assert parse(question, "没有", State({})) == Refused(sentence)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        *(
            ("gate.T3", typed)
            for typed in (
                "没啥",
                "暂无",
                "目前没有",
                "压根没有",
                "还是没有",
                "没发生过",
                "没收着",
                "从来没有",
            )
        ),
        *(("gate.T2", typed) for typed in ("没啥好填的", "没有要填的", "不涉及", "没这些")),
        *(("gate.FEE6", typed) for typed in ("没发过", "从来不收", "不收费", "没收过费")),
    ],
)
def test_plain_negatives_say_no(question: str, typed: str) -> None:
    """Nobody has to say just 没有."""
    assert _parse(question, typed) == Accepted({question: False}, said="没有")


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        *(("unit.superiors", typed) for typed in ("不用提", "不用", "不提", "不需要了")),
        *(("last.problems", typed) for typed in ("不用提", "没写", "去年没写过什么问题")),
        *(
            ("platform.main", typed)
            for typed in (
                "没啥变化",
                "没什么变化，和去年一样",
                "老样子",
                "没动过",
                "没有大的变化",
                "没做啥",
                "没啥可写的",
            )
        ),
        *(("active.more", typed) for typed in ("没别的了", "就这些", "没做别的", "没啥了")),
    ],
)
def test_plain_negatives_are_nothing_to_write(question: str, typed: str) -> None:
    """不用提 is no superior organ, 没啥变化 no sentence."""
    reply = _parse(question, typed)

    assert isinstance(reply, Accepted)
    assert set(reply.values.values()) == {()}


@pytest.mark.parametrize(
    "typed", ["没培训", "没有大的变化，换了域名", "没有收到", "无新增栏目", "不要求填报的没有公开"]
)
def test_a_negative_that_tells_something_is_kept(typed: str) -> None:
    """Only a reply that says nothing whatever is nothing to write."""
    assert _parse("platform.main", typed) == Accepted({"note.platform.main": (typed,)})


def test_nothing_changed_is_asked_back_where_there_may_have_been_some() -> None:
    """没啥变化 does not tell whether there were requests; all that was to be reported may be 就这些."""
    assert _parse("gate.T3", "没啥变化") == Refused(
        "“没啥变化”是没有，还是跟去年一样？答“有”或“没有”；一样的写“同上年”。"
    )
    assert _parse("other.main", "就这些") == Accepted({"note.other.main": ("无",)}, said="无")
    assert isinstance(_parse("unit.contact", "不用印"), Accepted)


@pytest.mark.parametrize("typed", ["去年", "去年的", "上一年"])
def test_last_year_is_a_year(typed: str) -> None:
    """In January reports are about the year before."""
    question = _INTERVIEW.question("year")
    state = _INTERVIEW.state({})

    assert parse(question, typed, state, this_year=2026) == Accepted({"year": Decimal(2025)}, said="2025年")


def test_as_last_year_is_nothing_only_where_changes_are_asked_for() -> None:
    """跟去年差不多 at a list means what last year's report says, which is taken over by 同上年."""
    assert isinstance(_parse("active.more", "跟去年差不多"), Refused)
    assert _parse("platform.main", "跟去年差不多") == Accepted({"note.platform.main": ()}, said="没有要写的")
