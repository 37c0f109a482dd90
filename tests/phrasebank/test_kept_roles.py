"""Who does something, when, and of whom stays what was jotted; what would come out otherwise waits."""

import pytest

from phrasebank.register.kept_roles import changed_role
from phrasebank.register.shapes import Voice
from report.unit import Unit
from tests.phrasebank.made import worded

VOICE = Voice(Unit("云岭县某单位", "我局", "department"), 2024)


def written(field: str, line: str) -> str:
    return "；".join(worded(line, field, VOICE))


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("各所队每半年报一次公开自查表", "每半年报送各所队公开自查表一次"),
        ("区司法局每季度报一次执法台账", "每季度报送区司法局执法台账一次"),
        ("县里检查提出5个问题", "检查县级提出问题5个"),
        ("网格员教了1次", "指导网格员1次"),
        ("去年剩下的2个也关了", "上年关停其余子网站2个"),
        ("疫情期间合成一个", "期间疫情已归并一个"),
        ("3天后才看到处罚结果", "3天后才检查到处罚结果"),
        ("3天后才看到处罚结果", "3天后看到处罚结果"),
        ("村民代表4月看过公开专区", "4月由村民代表检查公开专区"),
        ("救助名单：名字留", "救助名单保留名称"),
        ("满意率92%", "社会评议满意度为92%"),
        ("公示栏破旧", "公示栏内容更新不及时"),
        ("反馈1次发布", "反馈发布1次"),
        ("1次讲条例", "讲解《条例》1次"),
        ("招生政策1次发布", "发布招生政策1次"),
        ("告知去档案馆查的2件", "赴2件档案馆检查告知"),
        ("一个管公众号", "管理微信公众号一个"),
        ("收到异议7条并核实", "收到异议7条核对"),
        ("区政府常务会专题1次", "设有区政府常务会专题1次"),
        ("暗访养老院收费公示，8家", "发布暗访养老院收费公示8家"),
    ],
)
def test_another_role_is_seen(jotted: str, said: str) -> None:
    """The wording says of somebody or something what was said of another."""
    assert changed_role(jotted, said)


@pytest.mark.parametrize(
    ("jotted", "said"),
    [
        ("信息员换了2个人", "更换信息员2名"),
        ("居民提了18条建议", "收到居民建议18条"),
        ("各镇每月报一次公开进度", "各镇每月报送公开进度一次"),
        ("公众号每天看", "每日检查微信公众号"),
        ("司法局每月审核", "每月由司法局审核"),
        ("去年停更的2个账号也注销了", "上年已停更的账号2个已注销"),
        ("公众号换了个新名字", "公众号更换名称"),
        ("评议满意率98%", "社会评议满意度为98%"),
        ("每月1次公布", "每月公布1次"),
    ],
)
def test_the_same_in_another_order_is_fine(jotted: str, said: str) -> None:
    """What is done to people, who acts behind 由, and times may change their place."""
    assert not changed_role(jotted, said)


@pytest.mark.parametrize(
    ("field", "line", "said"),
    [
        ("平台建设", "不动产大厅配置自助查档机4台", "在不动产大厅设置自助查档机4台"),
        ("平台建设", "服务中心配备查询机2台", "在服务中心设置查询机2台"),
        ("平台建设", "智能问答接入大模型，答8.3万次，满意率92%", "满意率92%"),
        ("主动公开", "低保对象按月公示；城市1930户，农村2744户", "低保对象按月公开，城市1930户，农村2744户"),
        ("主动公开", "网站更新2100条；月均175条", "更新网站2100条，月均175条"),
        ("监督保障", "市里抽查发现问题3个，都改了", "市里抽查发现问题3个，均已整改"),
        ("监督保障", "县里检查提了5个毛病，月底前全改了", "县级检查指出问题5个，月底前均已整改"),
    ],
)
def test_it_is_written_whole(field: str, line: str, said: str) -> None:
    """No word doubled, nothing added, a number stays beside what it counts."""
    assert said in written(field, line)


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("监督保障", "人大代表9人4月看过公开专区，提了6条，全改了"),
        ("监督保障", "政协委员3人来看过查阅点，说了4条，都采纳了"),
        ("依申请公开", "属不动产登记查询的7件，引导到登记中心窗口查"),
        ("政府信息管理", "救助名单：名字留，身份证后四位、病种遮"),
        ("平台建设", "公众号有俩，疫情期间合成一个"),
    ],
)
def test_what_hangs_on_waiting_words_waits_with_them(field: str, line: str) -> None:
    """No half of a breath is printed alone."""
    assert all(each.startswith("【") for each in worded(line, field, VOICE))
