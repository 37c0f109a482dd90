"""The unit's own business is not its disclosure: such lines wait for a person instead of being claimed.

A word of the trade is not enough: 培训 of volunteers and 登记 of households are what the unit does all year. They stand
in the report only where the line itself says that something was published, answered or checked as information.
"""

from collections.abc import Sequence

from phrasebank.plan.notes import lines_of
from phrasebank.reading import Clause
from phrasebank.register.rewrite import normalise
from phrasebank.register.safety import refusal
from phrasebank.themes import shipped_themes
from report.lazily import pattern

_TAKEN_BACK = "改口"
"""Kind of the refusals for what was corrected in a way that leaves open what is meant."""
_DISCLOSURE = pattern(
    r"公开|公示|公布|公告|发布|信息|政务|网站|公众号|新媒体|解读|条例|申请|答复|保密|审核|审查|栏目|专区|目录|指南|文件|平台|热线|留言|信箱|"
    r"宣传|考核|评议|测评|评估|监督|问责|追究|通报|监测|读网|培训班|业务培训"
)
_BUSINESS = pattern(
    r"禁烧|巡查|普查登记|入户|走访|排水|秸秆|招商引资|志愿者|广场舞|运动会|团建|爬山|聚餐|体检|植树|栽了?[0-9]|扫雪|献血|党日|空调|旧车|公务车|打印机|饮水机|门锁|"
    r"维稳|信访积案|防汛演练|消防演练|拆违|征兵|慰问|帮扶|救助站"
)
_STAFF = pattern(
    r"信息员|联络员|工作人员|干部|业务员|经办|科室|股室|站所|部门|乡镇|村|社区|校长|单位|全员|人员|骨干"
)
_OUTSIDERS = pattern(
    r"志愿者|农民|学员|企业家|驾驶员|群众|居民|学生|家长|职工|游客|商户|老年人|医护|护士|网格员"
)
_HOUSEHOLDS = pattern(r"[0-9０-９.]+\s*(?:余|多)?\s*(?:万)?(?:户|亩|公里|辆|头|吨|平方米|棵|人次)")
_ASPECTS = ("政府信息管理", "平台建设", "监督保障", "依申请公开")


_NOT_TO_WRITE = pattern(
    r"(?:这[个条事件]|先|就|最好|还是|千万)*(?:不要|不用|不|别)(?:写|提|报|登)(?:进去|上去|出来|进报告|在报告里)?(?:了|吧|为好|算了)*"
)
"""A person says that a line is not for the report (先不写吧): none of it is."""


def is_business(clause: Clause, line: Sequence[Clause]) -> bool:
    """Whether a clause tells the unit's business, and nothing of its line ties it to disclosure."""
    if any(_NOT_TO_WRITE.fullmatch(each.text) for each in line):
        return True
    if clause.note.ticked or clause.field not in {*_ASPECTS, "主动公开"}:
        return False
    text = clause.text
    if any(_DISCLOSURE.search(each.text) for each in line):
        return False
    if "培训" in text:
        return bool(_OUTSIDERS.search(text)) and not _STAFF.search(text.replace("人员", ""))
    if _BUSINESS.search(text) or _is_strange(clause, line):
        return True
    return (
        clause.field in _ASPECTS and not clause.context and bool(_HOUSEHOLDS.search(text)) and _stray(clause)
    )


_OFFICE = pattern(
    r"领导|牵头|负责|分管|专人|会|学|档|稿|审|查|改(?!嫁)|印|报(?!修)|数据|群|屏|栏|号|版|[0-9一]台|督|责任|评|考|签|标|页|链接|图|码|手册|窗口|大厅|"
    r"专区|台账|制度|办法|清单|流程|公文|定|换|设|建|开|放|挂|贴|发|推|看|查阅点|培|教|讲|授|参加|意见|建议|处理|回|答|留|登|记|问|组|员|专职|兼|岗|"
    r"局长|镇长|主任|书记|县长|党组|办公室|遮|删|撤|清|更新|入口|访|[0-9]分|奖|表扬|扣|罚|复议|诉讼|安全|漏洞|密|密码|喇叭|广播|电话|邮箱|短信|政策|服务"
)
_QUARREL = pattern(
    "纠纷|漏雨|漏水|报修|赔|丢|搬家|修理|堵车|停车|车棚|钥匙|锁|食堂|饭|菜|坏|婚|丧|生日|电影票|福利|奖金|晋升|退休"
)
"""What happens in every house and is no part of a report."""


def _is_strange(clause: Clause, line: Sequence[Clause]) -> bool:
    """Nothing in the line belongs to the trade, or it tells what happens in every house (老楼漏雨，报修3次)."""
    themes = shipped_themes().by_name
    if clause.note.field not in _ASPECTS or not all(
        themes[name].sector for each in line for name in each.themes
    ):
        return False
    said = "".join(each.text for each in line)
    return bool(_QUARREL.search(said)) and not _OFFICE.search(_QUARREL.sub("", said))


def _stray(clause: Clause) -> bool:
    """A number of households or people whose theme is not one of the aspects on how disclosure is run."""
    return not clause.themes


def split_business(clauses: Sequence[Clause]) -> tuple[list[Clause], list[Clause]]:
    """The clauses to be worded, and those of the unit's business; a line somebody took back in part waits whole."""
    told: list[Clause] = []
    business: list[Clause] = []
    for line in lines_of(clauses):
        unsettled = any(refusal(normalise(clause.text)) == _TAKEN_BACK for clause in line)
        for clause in line:
            (business if unsettled or is_business(clause, line) else told).append(clause)
    return told, business
