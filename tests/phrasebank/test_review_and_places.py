"""政府信息管理 and 平台建设: who looks before publication, clearing out, places and accounts, as clerks jot them."""

import pytest

from phrasebank.reading import Note
from phrasebank.register import Restated, Voice, restate_line
from phrasebank.understand import understand
from report.unit import Unit

BUREAU = Voice(Unit("云岭县交通运输局", "我局", "department"), 2024)
KEEPING, PLACES = "政府信息管理", "平台建设"

LINES = (
    (KEEPING, "发稿前科室初审、办公室复审、分管局长终审", "稿件发布前由科室初审、办公室复审、分管局长终审"),
    (KEEPING, "发布前经办人自查、科长审核、办公室发布", "信息发布前由经办人自审、科长审核、办公室发布"),
    (
        KEEPING,
        "上网的稿子过三道：谁写谁查，科长看，办公室放",
        "上网稿件由起草人自审、科长审核、办公室发布",
    ),
    (KEEPING, "公告发布两道关：代理机构初核、中心复核", "公告由代理机构初审、中心复核后发布"),
    (KEEPING, "信息三审：值班长、办公室、局领导", "信息发布须经值班长、办公室和局领导三级审核"),
    (KEEPING, "老信息理下去66条", "撤下历年信息66条"),
    (KEEPING, "规范性文件没有新制定", "规范性文件未新制定"),
    (KEEPING, "机构改革后31个部门名称、职能换完", "机构改革后更换31个部门名称、职能"),
    (PLACES, "在客运站放了一个查阅点，群众可以查阅", "在客运站设置查阅点，可供群众查阅"),
    (PLACES, "网站接入了县政府集约化平台", "网站接入县政府集约化平台"),
    (PLACES, "公众号里加了“查补贴”，报身份证能查", "在微信公众号增加“查补贴”，凭身份证可查询"),
    (PLACES, "新媒体关停并转43个", "关停整合新媒体43个"),
)


def said(field: str, line: str) -> str:
    results = restate_line(understand([Note(line, field)]), BUREAU)
    return "，".join(each.text if isinstance(each, Restated) else "【】" for each in results)


@pytest.mark.parametrize(("field", "line", "official"), LINES, ids=[line for _, line, _ in LINES])
def test_a_jotting_is_written_in_official_words(field: str, line: str, official: str) -> None:
    """Steps in their order, things with their own verb, what may be done with who may do it."""
    assert said(field, line) == official


@pytest.mark.parametrize(
    ("field", "line", "never"),
    [
        (KEEPING, "评标资料涉密柜单管", "测评"),
        (KEEPING, "评标过程不播", "测评"),
        (KEEPING, "旧公告满五年归档，转了3800多条", "转办"),
        (KEEPING, "信息中心挂", "公开信息中心"),
        (PLACES, "点一下就能报", "通报"),
        (PLACES, "发现错链接就改", "收到"),
        (PLACES, "大厅摆放宣传折页500份", "发放"),
        (PLACES, "是查询机？不对，是大屏", "核对"),
    ],
)
def test_a_word_is_not_cut_apart_nor_taken_for_another(field: str, line: str, never: str) -> None:
    """评标 is no 测评, 转 of a file is no 转办: what is not understood is left to a person."""
    assert never not in said(field, line)
