"""Who does the work, told in pieces: 局长负总责，办公室3个专职，每个科室定1个信息员.

One decision: each piece names people or offices the trade knows and says what they do or how many they are; a piece
that does anything else leaves the line to the other readings.
"""

import re
from functools import lru_cache

from phrasebank.register.edits import in_whole_words
from phrasebank.register.findings import WHO
from phrasebank.register.telling import WHEN, ago
from phrasebank.register.who_acts import person_of
from report import lazily

_N = r"(?P<n>[0-9]+|[一两])"
_WHO = r"(?P<who>[^，、：0-9由兼]{2,10}?)"
_WORK = "(?:政府信息公开工作|信息公开工作|政务公开工作|信息公开|政务公开|公开工作|公开|这个|这块|这块工作|这项工作|这件事|这事)"
_DUTIES = {
    "负总责": "负总责", "总负责": "负总责", "总管": "负总责", "抓总": "负总责", "总抓": "负总责", "挂帅": "牵头负责", "牵头": "牵头", "牵头抓": "牵头负责", "亲自抓": "牵头负责", "主抓": "牵头负责",
    "分管": "分管", "主管": "分管", "管": "负责", "负责": "负责", "具体抓": "具体负责", "具体管": "具体负责", "具体办": "具体承办", "具体干": "具体负责", "具体负责": "具体负责", "抓落实": "负责落实", "管落实": "负责落实", "跑腿": "具体承办",
    "承办": "承办", "统筹": "统筹", "协调": "协调", "接手": "接手承担", "接着干": "接手承担", "兜底": "统筹负责", "配合": "配合",
}  # fmt: skip
_OF_THE_WORK = ("负责", "牵头负责", "分管", "承办", "统筹", "接手承担", "具体承办")
"""Duties whose object is said where they open the sentence."""
_DUTY = "|".join(sorted(_DUTIES, key=len, reverse=True))
_LEAD = lazily.pattern(
    rf"(?:由|让|是)?(?:{_N}(?:个|名|位))?{_WHO}(?:来)?(?P<duty>{_DUTY})(?:着)?(?P<what>{_WORK})?(?:的)?"
)
_ONE = lazily.pattern(rf"{_WHO}(?:有|就)?(?:一个|1个|1名|1人|一人|一名)(?:管|负责|抓)?{_WORK}?")
_HAS = lazily.pattern(
    rf"{_WHO}(?:里)?(?:一共|共|现有|配有|配备|配了|有|安排|安排了|是)?{_N}(?:个|名|位)?(?P<kind>专职|兼职|专干|工作人员|办事员|联络员|信息员|人|专人)(?:人员)?"
    rf"(?P<way>轮着干|轮流干|轮流|轮班|轮着|兼着|兼着干|兼|专门干|专门管|专门负责|专门做|干|管|负责|做)?(?:{_WORK})?(?:的)?"
)
_EACH_UNITS = "科室|股室|处室|站所|所|科|股|村|社区|学校|医院|单位|部门|乡镇|镇|街道|二级单位|下属单位|局属单位|卫生院|企业|景区|大队|中队|小区|窗口|机构"
_EACH = lazily.pattern(
    rf"(?:(?:每个|每|各个|各|所有)(?P<unit>{_EACH_UNITS})|(?P<units>[0-9]+(?:个|家|所))(?P<unit2>{_EACH_UNITS})|(?P<bare>{_EACH_UNITS}))(?:都|均)?(?P<each>各|分别)?(?:都)?"
    r"(?P<did>定|明确|报|上报|配|配备|有|设|指定|选|确定|出|安排|固定)?(?:了|下)?(?P<m>1|一|两|2)(?:个|名|人|位)(?P<kind>信息员|联络员|联系人|专干|兼职|负责人|管理员|人)?(?:管|负责)?(?:公开)?(?:的)?"
)
_SUM = lazily.pattern(r"(?:一共|共|总共|合计|加起来|全局|全镇)(?:有)?(?P<n>[0-9]+)(?:个|名|人|位)(?:人)?")
_POSTS = lazily.pattern(
    rf"{_WHO}(?:里)?(?:定编|编制|核定编制|定员|定岗)(?:是|为|有)?(?P<n>[0-9]+)(?:人|名|个)(?:，?(?:实有|在岗|实际|现有|到岗)(?:有)?(?P<m>[0-9]+)(?:人|名|个)?)?"
)
_PART = lazily.pattern(
    rf"{_WHO}(?:里)?(?:一共|共|有)?(?P<n>[0-9]+)(?:个|名)?人?(?:里面|里|中|当中)?，?(?:其中|有)*(?:有)?(?:(?P<m>[0-9]+|一|两)(?:个|名)?人?(?:是)?(?:专门|专职|具体)?(?:干|管|负责|做|盯|抓)(?:{_WORK})?(?:的)?"
    rf"|(?:专门|专职|具体)?(?:干|管|负责|做)(?:{_WORK})?的(?:有|是)?(?P<m2>[0-9]+|一|两)(?:个|名)?人?)"
)
_ALSO = lazily.pattern(
    r"(?:另外|另|还)(?:有|配|安排|配了|安排了)?(?P<n>[0-9]+|一|两)(?:个|名)?人(?:专门|具体)?(?:负责|管|做|干|协助)(?P<what>[^，0-9]{2,8})"
)
_BOTH = lazily.pattern(
    r"(?:由)?(?P<who>[^，、：0-9由兼]{2,10}?)兼(?:任|着|做|当|着做|职)?(?P<role>[^，0-9]{2,10})"
)
_ANEW = lazily.pattern(
    rf"(?P<when>{WHEN})?(?:局里|镇里|我们|乡里|街道|单位)?(?:重新|又)?(?:调整|调|排|分|捋|理|明确)(?:了)?(?P<times>一次|一回|1次|一遍)?(?P<what>分工|人员分工|工作分工|职责分工)"
)
_LIST = lazily.pattern(
    rf"(?:(?P<kind>人员?|人|联络员|信息员|干部|领导小组)?名单)(?P<when>{WHEN})?(?:都|已|就)*报(?:给|到|送|去)?(?P<who>[县市区省州]里|上级|[^，0-9]{{2,8}}?)(?:备案)?(?P<done>了|过了|备案了)?"
)


@lru_cache(maxsize=2048)
def staffed(text: str) -> str | None:
    """Official wording of clauses (joined by ，) that tell who does the work, or None."""
    listed = text.replace("：", "，", 1) if _ANEW.fullmatch(text.split("：", maxsplit=1)[0]) else text
    opening = ""
    if found := _HEADED.match(listed):
        opening, listed = _OPENINGS.get(found["head"], ""), listed[found.end() :]
    pieces = listed.split("，")
    told: list[str] = []
    while pieces:
        said, used = _read(pieces, first=not told)
        if not said:
            return None
        told.append(said.removeprefix("由") if told and told[0].startswith("由") else said)
        del pieces[:used]
    said = opening + "，".join(told)
    return said.replace(_WORK_SAID, "", 1) if said.count(_WORK_SAID) > 1 else said


_WORK_SAID = "政府信息公开工作"


_HEADED = lazily.pattern(
    "(?P<head>人马整合|人员整合|落实人员|人员落实|人员|队伍|人手|机构|机构人员|分工|人员分工|责任|领导|组织)(?:情况)?："
)
_OPENINGS = {"人马整合": "人员整合后，", "人员整合": "人员整合后，"}
"""What a heading before people adds to them; any other only sorts the notes."""


def _read(pieces: list[str], *, first: bool) -> tuple[str, int]:
    """The first piece, or the first two where they are one (办公室4人，其中管公开的1人), and how many they are."""
    if len(pieces) > 1:
        both = "，".join(pieces[:2])
        if said := _posts(both) or _part(both):
            return said, 2
    piece = pieces[0]
    said = _posts(piece) or _part(piece) or _each(piece) or _has(piece) or _one(piece)
    said = (
        said
        or (_kind_only(piece) if not first else "")
        or _also(piece)
        or _anew(piece)
        or _lists(piece)
        or _both(piece)
        or _lead(piece, first=first, several=len(pieces) > 1)
    )
    if not said and not first and (found := _SUM.fullmatch(piece)):
        said = f"共{found['n']}名"
    return said, 1


def _lead(piece: str, *, first: bool, several: bool) -> str:
    found = _LEAD.fullmatch(piece)
    who = person_of(found["who"]) if found else ""
    if found is None or not who:
        return ""
    number = f"{found['n']}名" if found["n"] else ""
    duty = _DUTIES[found["duty"]]
    work = "政府信息公开工作" if found["what"] else ""
    if first and (several or duty not in ("负责", "牵头负责")) and duty in _OF_THE_WORK:
        work = "政府信息公开工作"
    if duty == "协调" and not work:
        return ""
    return f"{'由' if first else ''}{number}{who}{duty}{work}"


def _one(piece: str) -> str:
    """分管局长一个: one person is in charge."""
    found = _ONE.fullmatch(piece)
    who = found["who"] if found else ""
    if not re.search("(?:长|主任|书记|领导|负责人|委员)$", who):
        return ""
    number = "1" if "1" in piece else "一"
    name = person_of(who) or person_of(re.sub("^(?:分管|主管)的?", "", who))
    return f"由{number}名{name}负责" if name else ""


def _has(piece: str) -> str:
    found = _HAS.fullmatch(piece)
    office = person_of(found["who"]) if found else ""
    if (
        found is None
        or not office
        or not re.search("(?:办|室|科|股|处|中心|站|所|局|组|队|委|(?<!干)部|办公室|镇|乡|街道)$", office)
    ):
        return ""
    number, way = found["n"], found["way"] or ""
    if way.startswith("轮"):
        return f"由{office}{number}人轮流承担具体工作"
    if way.startswith("兼"):
        return f"由{office}{number}人兼职承担具体工作"
    if found["kind"] in ("人", "工作人员") and way:
        return f"由{office}{number}人{'专门' if '专门' in way else ''}负责具体工作"
    kind = {"专职": "专职人员", "兼职": "兼职人员", "人": "工作人员", "专人": "专职人员"}.get(
        found["kind"], found["kind"]
    )
    return f"{office}配备{kind}{number}名"


_KIND_ONLY = lazily.pattern(
    rf"(?:配|配备|有|下面|另有)*(?:了)?{_N}(?:个|名)?(?P<kind>专职|兼职|专干|信息员|联络员|办事员)(?:人员)?(?:具体干|具体办|跑腿|干|做)?"
)


def _kind_only(piece: str) -> str:
    """Behind who is in charge: 两个专干."""
    found = _KIND_ONLY.fullmatch(piece)
    if found is None:
        return ""
    kind = {"专职": "专职人员", "兼职": "兼职人员"}.get(found["kind"], found["kind"])
    return f"配备{kind}{found['n']}名"


def _each(piece: str) -> str:
    found = _EACH.fullmatch(piece)
    if found is None or not (found["each"] or found["did"] or found["kind"] not in (None, "人")):
        return ""
    unit = found["unit"] or found["unit2"] or found["bare"]
    if found["bare"] and not found["each"]:
        return ""
    kind, number = {"兼职": "兼职人员"}.get(found["kind"], found["kind"]), found["m"]
    who = f"{kind}{number}名" if kind not in (None, "人") else f"{number}人"
    return f"{found['units']}{unit}各明确{who}" if found["units"] else f"各{unit}明确{who}"


def _posts(piece: str) -> str:
    found = _POSTS.fullmatch(piece)
    office = person_of(found["who"]) if found else ""
    if found is None or not office:
        return ""
    real = f"，实有{found['m']}名" if found["m"] else ""
    return f"{office}核定编制{found['n']}名{real}"


def _part(piece: str) -> str:
    found = _PART.fullmatch(piece)
    office = person_of(found["who"]) if found else ""
    if found is None or not office:
        return ""
    return f"{office}共{found['n']}人，其中{found['m'] or found['m2']}人负责政府信息公开工作"


def _also(piece: str) -> str:
    found = _ALSO.fullmatch(piece)
    if found is None:
        return ""
    what = in_whole_words(found["what"])
    return "" if re.search("[了过着把的]", what) else f"另有{found['n']}人负责{what}"


def _both(piece: str) -> str:
    found = _BOTH.fullmatch(piece)
    who = person_of(found["who"]) if found else ""
    if found is None or not who:
        return ""
    role = person_of(found["role"]) or person_of(re.sub("^(?:政务公开|信息公开|公开)", "", found["role"]))
    return f"由{who}兼任{in_whole_words(found['role'])}" if role else ""


def _anew(piece: str) -> str:
    found = _ANEW.fullmatch(piece)
    if found is None:
        return ""
    times = "1次" if found["times"] == "1次" else ""
    return f"{ago(found['when'])}{'重新' if '重新' in piece else ''}调整{found['what']}{times}"


def _lists(piece: str) -> str:
    found = _LIST.fullmatch(piece)
    if found is None:
        return ""
    who = WHO.get(found["who"]) or person_of(found["who"])
    kind = {None: "", "人": "人员", "人员": "人员"}.get(found["kind"], found["kind"])
    filed = "备案" if "备案" in piece else ""
    return f"{kind}名单{ago(found['when'])}上报{who}{filed}" if who else ""
