"""Trainings and checks told in pieces become one sentence each; a piece that is something else leaves the line alone."""

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


TRAININGS = [
    (
        "3月份召集库区移民干事培训了一回，讲怎么登记、怎么归档，来了19个人",
        "3月组织库区移民干事开展业务培训一次，内容为登记方法和归档方法，19人参加",
    ),
    (
        "下半年搞了2场培训，讲保密审查和个人信息保护，一共61人",
        "下半年开展业务培训2场，内容为保密审查和个人信息保护，共61人参加",
    ),
    ("请律师来讲了一课，重点讲依申请答复，31人参加", "邀请律师授课一次，重点讲解依申请答复，31人参加"),
    (
        "3月给股站内勤上了一堂课，讲信息怎么报、哪些能公开，23人听了",
        "3月组织股站内勤开展业务培训1次，内容为信息报送方法和公开范围，23人参加",
    ),
    (
        "10月组织社区干事学习一次，学怎么写解读、怎么遮个人信息，还考了试",
        "10月组织社区干事开展集中学习1次，内容为解读撰写方法和个人信息遮挡方法，并组织考试",
    ),
    (
        "组织各村会计培训两次，教怎么填公示表，37个人",
        "组织各村会计开展业务培训2次，内容为公示表填写方法，37人参加",
    ),
    ("全系统培训3次，共214人次，考了试", "组织全系统开展业务培训3次，共214人次参加，并组织考试"),
    ("请市里的老师讲了3堂课，各镇水利站来了58人", "邀请市级老师授课3次，各镇水利站58人参加"),
    ("8月给各镇文化站开会讲怎么公示，来了14个人", "8月组织各镇文化站开展业务培训，内容为公示方法，14人参加"),
    ("乡里集中学习3次，26个人参加", "组织集中学习3次，26人参加"),
    ("5月、10月各讲了一堂课，一共有90来人听", "5月、10月各开展业务培训1次，共90余人参加"),
    ("培训了食堂师傅，5人", "【培训了食堂师傅】；【5人】"),
]
CHECKS = [
    ("年初、年底各查了一遍公示栏，发现7个组内容旧，已经换了", "年初、年底各检查公示栏一次，发现7个组内容陈旧，已更换"),
    ("区政府办来查过2次，说办事栏目空，后来补了6条", "区政府办公室检查2次，指出办事栏目空白，已补充6条"),
    ("所站之间互相检查2次，挑出毛病13个，改了12个", "组织所站开展互查2次，发现问题13个，整改12个"),
    ("抽查了20个村的村务公开栏，发现3个村更新不及时，限7天改好", "抽查20个村的村务公开栏，发现3个村更新不及时，限期7天整改"),
    ("市里来查了一次，说有2条链接打不开，当天修好", "市级检查1次，指出2条链接无法打开，当日修复"),
    ("上级来了3次督查，提了4条意见，改完了", "上级部门督查3次，提出意见4条，已整改"),
    ("第三方评估1次，挑出问题12个，改了11个，还有1个在改", "第三方评估1次，发现问题12个，整改11个，其余1个正在整改"),
    ("用评分表查了9个所，低于70分的1个，限期半个月改", "对照评分表检查9个所，1个得分低于70分，限期半个月整改"),
    ("保密局查过一次，没发现问题", "保密局检查1次，未发现问题"),
    ("对17家诊所的公开栏检查过2遍，要求整改的4家全改好了", "检查17家诊所的公开栏2次，要求整改的4家均已整改"),
    ("自查3次，市里查2次，问题11个，改了10个，剩1个等经费", "开展自查3次，市级检查2次，发现问题11个，整改10个，其余1个待经费落实后整改"),
    ("委托第三方看了2次，给出9条意见，改了8条，还有1条要镇里定", "委托第三方机构开展检查2次，提出意见9条，整改8条，其余1条待镇里研究确定"),
    ("督查了3次食堂，发现问题2个", "【督查了3次食堂】；【发现问题2个】"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "official"), TRAININGS, ids=[line for line, _ in TRAININGS])
def test_a_training_is_one_sentence(line: str, official: str) -> None:
    """When, whom, what was taught, how many came; what is no training of the trade waits."""
    assert said("监督保障", line) == official


@pytest.mark.parametrize(("line", "official"), CHECKS, ids=[line for line, _ in CHECKS])
def test_a_check_is_one_sentence(line: str, official: str) -> None:
    """Who looked, what was found, what became of it; a check of something else waits."""
    assert said("监督保障", line) == official
