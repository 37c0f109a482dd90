"""Who looks at a text, what is covered in it and what was gone through, told in everyday words."""

import pytest

from phrasebank.bank import load_bank
from phrasebank.compose import compose
from tests.phrasebank.made import material

BANK = load_bank()


def told(line: str, field: str = "政府信息管理") -> str:
    """The sentences made of this line, wherever they are written."""
    paragraphs = compose(material(notes={field: line}), BANK).paragraphs
    return "".join(
        each.text
        for one in paragraphs
        for each in one.sentences
        if any(source and source in line for source in each.sources)
    )


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("一般信息办公室拟、局长签", "一般信息由办公室起草、局长签发。"),
        (
            "拟公开的信息由业务股提出、办公室核文字、分管领导审定",
            "拟公开信息由业务股提出、办公室核对文字、分管负责人审定。",
        ),
        (
            "预报员写、首席审、台长签，预警15分钟内出",
            "信息由预报员起草、首席审核、台长签发，预警信息15分钟内发布。",
        ),
        ("三审，编辑一遍、股长一遍、局长一遍", "信息依次由编辑、股长、局长审核。"),
        ("答复由承办股室起草、法规股审、分管局长签", "答复由承办股室起草、法规股审核、分管局长签发。"),
        ("信息由各科室报、办公室汇总、局长签发", "信息由各科室报送、办公室汇总、局长签发。"),
        ("两个人看，最后办事处主任点头", "信息由2人审核、办事处主任审定。"),
    ],
)
def test_steps(line: str, official: str) -> None:
    """What goes through the steps is named before them; who acts may be several people or any office."""
    assert told(line) == official


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("写的人、审的人，不能是一个人", "信息起草和审核不得由同一人负责。"),
        ("谁写的不能自己审", "起草人不得审核本人起草的信息。"),
        ("信息谁拟谁核", "信息实行谁起草、谁核对。"),
        ("涉及数据的再由统计股核一道", "涉及数据的信息，再由统计股复核。"),
        ("重大的稿子局长亲自看", "重大信息由局长亲自审核。"),
        ("处罚信息上网前由法规科再看一遍", "处罚信息上网前由法规科复核。"),
        ("险情信息值班长可以先发后补签", "险情信息可由值班长先行发布、事后补办签批手续。"),
        ("没有审核单的信息，办公室不给发", "办公室对无审核单的信息不予发布。"),
        ("没有单子不发", "未履行审批手续的信息不予发布。"),
        ("没有领导签字的一律不上网", "未经领导签字的信息一律不予上网。"),
        ("三审三校照做", "执行“三审三校”制度。"),
        ("敏感词先用系统过滤", "信息发布前使用系统过滤敏感词。"),
        ("每篇稿子有审稿单，审的人签名", "每篇稿件均附审稿单，由审核人签名。"),
        ("涉密不涉密由保密办定", "信息是否涉密由保密办确定。"),
        ("新文件印发5个工作日内上网", "新文件印发后5个工作日内上网公开。"),
        ("信息发之前要问领导", "信息发布前须征求负责人意见。"),
        ("活动信息可以两遍", "活动信息可实行两级审核。"),
        ("信息两个人看", "信息由2人审核。"),
    ],
)
def test_rules_of_the_desk(line: str, official: str) -> None:
    """Who looks when, what must not go out, what may go out first."""
    assert told(line) == official


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("上网前把身份证号遮掉", "信息上网前对身份证号码作遮挡处理。"),
        ("处罚文书公开前把当事人的姓名、住址遮住", "处罚文书公开前对当事人的姓名、住址作遮挡处理。"),
        ("用软件自动给车牌打码", "使用软件自动对车牌号作遮挡处理。"),
        ("公示名单里的身份证号、手机号都打了码", "公示名单中的身份证号码、手机号码均已作遮挡处理。"),
        ("群众电话、门牌，名单里去掉", "名单中删除群众电话、门牌号。"),
        ("典型案例里的人名、地名换成代号", "典型案例中的姓名、地名改为代号。"),
        ("个人健康信息绝对不上网", "个人健康信息一律不上网。"),
    ],
)
def test_what_is_covered(line: str, official: str) -> None:
    """What is covered stands between 对 and 作遮挡处理, never behind it."""
    assert told(line) == official


@pytest.mark.parametrize(
    ("line", "official"),
    [
        ("老信息翻了一遍，撤了过期的90条", "清查历年信息，撤下过期信息90条。"),
        ("8月专门查了一遍老页面，撤下5页", "8月清查旧页面，撤下5页。"),
        ("三家的旧信息归拢，清了210条重复的", "归并3家原有信息，清理重复信息210条。"),
        ("权责清单跟着市里改了1次，减2项", "对照市级清单修订权责清单1次，减少2项。"),
        ("6月对照权力清单梳理目录，新增8项，取消3项", "6月对照权力清单梳理目录，新增8项，取消3项。"),
        ("标准目录对着26个领域核了一遍，镇里用得上18个", "对照26个领域核对标准目录，本镇适用18个。"),
        (
            "老文件里有身份证号的翻出来14份，撤下来处理过再挂",
            "从历年文件中清查出含身份证号码的文件14份，撤下处理后重新发布。",
        ),
        (
            "历年通知清理了两遍，删了重复的61条，过期的88条",
            "清理历年通知两次，删除重复信息61条，过期信息88条。",
        ),
    ],
)
def test_what_was_gone_through(line: str, official: str) -> None:
    """What was gone through, and what became of so many of it."""
    assert told(line) == official


@pytest.mark.parametrize(
    "broken", ["解读稿件的文件由局长不签发", "镇定发布单", "信息上网前作遮挡处理身份证号码"]
)
def test_once_written_wrongly(broken: str) -> None:
    """These came out of the readings before."""
    lines = ("没有解读稿的文件局长不签", "镇里定了发布单，没有单子党政办不给发", "上网前把身份证号遮掉")
    assert all(broken not in told(line) for line in lines)
