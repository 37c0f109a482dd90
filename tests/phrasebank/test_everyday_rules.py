"""Everyday wording of requests, management and support: families of clauses, not the examples of their rules."""

import pytest

from phrasebank.reading import Note
from phrasebank.register import Restated, Voice, restate_line
from phrasebank.understand import understand
from report.unit import Unit

BUREAU = Voice(Unit("云岭县住房和城乡建设局", "我局", "department"), 2024)


def said(field: str, line: str) -> str:
    results = restate_line(understand([Note(line, field)]), BUREAU)
    return "；".join(
        each.text if isinstance(each, Restated) else f"【{each.clause.text}】" for each in results
    )


LINES = [
    ("依申请公开", "申请可以到综合科递，也能写信", "申请可在综合科当面提交，也可通过信函方式提交"),
    ("依申请公开", "第7个工作日就把答复书寄给申请人了", "第7个工作日向申请人提供答复书"),
    ("依申请公开", "第15天就答复了", "第15天作出答复"),
    ("依申请公开", "跟申请人电话联系了9次", "与申请人电话沟通9次"),
    ("依申请公开", "都没有延期", "无延长答复期限的情形"),
    ("依申请公开", "延期的都发了通知书", "延长答复期限的均出具通知书"),
    ("依申请公开", "平均答复用时8个工作日，上年是10个工作日", "平均答复用时8个工作日，上年为10个工作日"),
    ("政府信息管理", "凡是带住址、手机号码的，上网前一律打码", "涉及住址、手机号码的，上网前均作遮挡处理"),
    ("政府信息管理", "奖补公示满了期的，撤下来36条", "撤下期满的奖补公示36条"),
    ("政府信息管理", "8月把2019年以前的公告理了一遍，删掉52条", "8月清理2019年以前的公告一次，撤下52条"),
    ("政府信息管理", "公开指南按新职责改了，加了4项，减了2项", "按照新职责调整公开指南，增加4项、减少2项"),
    ("政府信息管理", "办事指南3月、9月各更新一次", "3月、9月各更新办事指南1次"),
    ("政府信息管理", "有争议的报局领导拍板", "有争议的报局领导审定"),
    ("监督保障", "指定了3个人专门管公开", "明确3人具体负责"),
    ("监督保障", "8个镇各派一个人", "8个镇各明确一人负责"),
    ("监督保障", "市里测评打了91分", "市级测评得91分"),
    ("监督保障", "每月对各镇打一次分", "每月对各镇评分一次"),
    ("监督保障", "请企业打分，发了80份收回76份，满意74份", "组织企业评议，发放问卷80份，收回76份，满意74份"),
    ("监督保障", "局务会学了3次条例", "局务会议学习《条例》3次"),
    ("监督保障", "分管副局长每周看一次台账", "分管副局长每周查看台账一次"),
    ("依申请公开", "最快的2个工作日就办结了", "答复用时最短为2个工作日"),
    ("依申请公开", "有4件延期，都报分管局长批准", "延长答复期限4件，均经分管局长批准"),
    ("依申请公开", "5件请法律顾问审过才答复", "5件经法律顾问审核后答复"),
    ("依申请公开", "2件提得太笼统，通知申请人补正了", "2件申请内容不明确，告知申请人补正"),
    ("依申请公开", "答复前征求过第三方意见4次", "答复前征求第三方意见4次"),
    ("依申请公开", "村民那件同意公开了", "村民所提申请予以公开"),
    ("政府信息管理", "机构简介改了5天内更新", "机构简介变动后5天内更新"),
    ("政府信息管理", "往图书馆移交政策汇编40册", "向图书馆移交政策汇编40册"),
    ("政府信息管理", "每条都由业务股写、办公室改、分管副局长签", "每条信息由业务股起草、办公室修改、分管副局长签发"),
    ("政府信息管理", "把公示满一年的挪到归档栏目", "将超过一年的公示移至归档栏目"),
    ("监督保障", "局长办公会专门研究过3次政务公开", "局长办公会议研究政府信息公开工作3次"),
    ("监督保障", "每周一查一遍公开栏，有错的马上改", "每周一检查公开栏一次，发现错误立即更正"),
    ("监督保障", "今年没人因为公开工作被问责", "未发生因政府信息公开被追究责任的情形"),
    ("监督保障", "信息公开经费用了12万元", "支出政府信息公开工作经费12万元"),
    ("监督保障", "分三批去省里培训，一共14个人", "分3批赴省级学习，共14人参加"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "line", "official"), LINES, ids=[line for _, line, _ in LINES])
def test_an_everyday_clause_is_written_as_a_colleague_would(field: str, line: str, official: str) -> None:
    """Verb first, nothing lost, nothing told of what an applicant asked for."""
    assert said(field, line) == official


def test_what_applicants_mostly_ask_for_is_left_to_a_person() -> None:
    """It tells the cases (writing craft, 6)."""
    assert said("依申请公开", "问工龄认定的比较多").startswith("【")
