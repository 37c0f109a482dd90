"""Families of sentences that were once written wrongly: each is written right now, or waits."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from report.cells import Cells
from report.last_year import LastYear
from tests.phrasebank.made import material

BANK = load_bank()


def told(field: str, line: str) -> str:
    paragraphs = compose(material(notes={field: line}), BANK).paragraphs
    return " ".join(each.text for one in paragraphs if one.aspect == field for each in one.sentences)


RIGHT = [
    ("平台建设", "没新建网站", "未新建网站。"),
    ("平台建设", "今年没有再新开别的账号", "未新开账号。"),
    ("平台建设", "网站更新每周3次", "网站每周更新3次。"),
    ("平台建设", "公众号每周更新3次", "公众号每周更新3次。"),
    ("平台建设", "每星期查一次网站，没查出啥大问题", "每周检查网站一次，未发现较大问题。"),
    ("平台建设", "没用的栏目撤了3个", "撤销不再需要的栏目3个。"),
    ("平台建设", "把旧栏目并到新栏目里去了", "将旧栏目归并至新栏目。"),
    ("平台建设", "专区建到了乡镇，19个乡镇都有专区", "19个乡镇均设有专区"),
    ("监督保障", "评议打了95分", "评议得分95分。"),
    ("监督保障", "社会评议得了95分", "社会评议得分95分。"),
    ("监督保障", "把公开纳入到考核里去", "将公开纳入考核。"),
    ("监督保障", "培训了一百五十来人", "开展培训约150人。"),
    ("监督保障", "培训1次，30来人参加", "举办业务培训1次，约30人参加。"),
    ("监督保障", "党组会专题研究2次", "党组会专题研究政府信息公开工作2次。"),
    ("监督保障", "检查：月查网站", "每月检查网站。"),
    ("政府信息管理", "目录也跟着调了", "同步调整目录。"),
    ("政府信息管理", "指南改了", "修订政府信息公开指南。"),
    ("主动公开", "低保名单公示了，16个村都有", "16个村均已公布"),
]
WAITING = [
    ("监督保障", "考核有的"),
    ("主动公开", "全县142个预算单位，一个不少都公开了预决算"),
    ("主动公开", "困难学生资助这一块，政策我们做成了一张图"),
    ("主动公开", "做了政策的解读"),
    ("主动公开", "围绕营商环境"),
    ("政府信息管理", "公示名单身份证号、手机号，一律打星"),
    ("监督保障", "上寨村和下寨村的水源纠纷还没解决"),
    ("平台建设", "分局老楼漏雨，报修三次了"),
    ("平台建设", "公众号接了AI小助手"),
]


@pytest.mark.parametrize(("field", "line", "said"), RIGHT)
def test_it_is_written_right(field: str, line: str, said: str) -> None:
    """The meaning jotted, in official order."""
    assert said in told(field, line)


@pytest.mark.parametrize(("field", "line"), WAITING)
def test_it_waits(field: str, line: str) -> None:
    """What would come out as half a sentence or as something else is shown as it was jotted."""
    said = told(field, line)

    assert f"【待核：{line.split('，', maxsplit=1)[0]}" in said
    assert line[:4] not in said.split("【")[0]


def section_five(notes: dict[str, str], last: tuple[str, ...] = ()) -> list[str]:
    known = LastYear(Cells({}, {}), last) if last else None
    paragraphs = compose(material(notes=notes, last_year=known), BANK).paragraphs
    return [each.text for one in paragraphs if one.id.startswith("5") for each in one.sentences]


@pytest.mark.parametrize(
    "complaint", ["公开内容不够全面", "回应不够及时", "解读形式较为单一", "人员力量不足"]
)
def test_what_is_wrong_now_is_no_step_against_last_years_problem(complaint: str) -> None:
    """It waits with its line instead of standing under a problem of last year."""
    said = section_five({"存在问题": f"去年说的更新不及时已经改了，{complaint}"}, ("信息更新不及时",))

    assert not any(each.startswith("上年提出的") and complaint in each for each in said)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("存在3个问题：一是人手少，二是更新慢，三是解读少", 3),
        ("还存在以下问题，一是人手少，二是更新慢", 2),
        ("一是主动性不够、及时性不够，二是解读形式不多，三是业务水平有待提高", 3),
        ("一是公开不及时、不全面；二是群众看不懂；三是渠道少", 3),
    ],
)
def test_numbered_problems_are_as_many_as_were_numbered(line: str, items: int) -> None:
    """What announces them is none, and what was numbered apart is not joined."""
    said = " ".join(section_five({"存在问题": line}))

    assert f"{'一二三四五'[items - 1]}是" in said
    assert f"{'一二三四五六'[items]}是" not in said
    assert "存在3个问题，" not in said


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        ("存在问题", "公示栏群众看得少", "公示栏群众查看较少"),
        ("存在问题", "网上发得少，预算公开晚", "网上发布较少"),
        ("存在问题", "个别申请答复超期", "个别申请存在超期答复情形"),
        ("改进情况", "明年把公开纳入考核，占3分", "将政府信息公开工作纳入考核，占3分"),
        ("改进情况", "答复发出前由司法局看一遍", "答复发出前由司法局审核"),
    ],
)
def test_section_five_keeps_what_was_jotted(field: str, line: str, said: str) -> None:
    """No half verb, nothing weakened, no other thing put in the place of what was said."""
    assert said in " ".join(section_five({field: line}))


def test_money_alone_is_no_fee() -> None:
    """A line that names money stays where it was jotted."""
    line = "发文前办公室先审核，涉及钱的财政所也要签字"
    paragraphs = compose(material(notes={"政府信息管理": line}), BANK).paragraphs

    assert all("财政所" not in each.text for one in paragraphs if one.id == "6" for each in one.sentences)
