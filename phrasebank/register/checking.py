"""A check told in pieces: who looked at what how often, what was found, what became of it.

县政府办来查过1次，说政策栏目空，后来补了9条 → 县政府办公室检查1次，指出政策栏目空白，已补充9条.

One decision: who checked is never guessed: without one the unit checked itself, and every piece must be the check, a
finding or its mending.
"""

import re
from functools import lru_cache

from phrasebank.register.edits import reword
from phrasebank.register.findings import STATE, STATES, WHO, finding, plain_words
from phrasebank.register.telling import WHEN, ago, several
from phrasebank.register.who_acts import person_of
from report.lazily import pattern

_N = r"[0-9]+|[一两二三四五六七八九十]"
_HIRED = pattern(
    rf"(?P<when>{WHEN})?(?:请|委托|找)了?(?P<who>第三方(?:机构|公司)?|专家|律所|大学|会计师事务所|专业机构)(?:来)?(?P<act>看|检查|查|评估|评|测评|审)了?(?P<n>{_N})?(?P<u>次|回|遍|轮)?"
)
_ASKED = pattern(
    rf"(?P<when>{WHEN})?(?P<thing>[^，0-9请]{{2,16}}?)(?:专门)?(?:请|邀请|委托|找)了?(?P<who>[^，0-9]{{2,14}}?)(?:来)?(?P<act>核查|检查|评估|审核|审计|评查|抽查|复查|查|看)(?:了)?(?:(?P<n>{_N})(?P<u>次|回|遍|轮))?"
)
_COUNTED = pattern(
    r"(?:一共|共)?(?:核查|检查|评估|审核|评查|抽查|查|看|抽)了(?P<n>[0-9]+)(?P<u>家|个|份|件|条|户|处)(?P<what>[^，0-9]{0,8})"
)
_LOOKED = r"检查|督查|督导|调研|抽查|巡查|暗访|查看|抽|看|查|对照检查|考核|测评|评估"
_OUTSIDE = r"[^，0-9]{0,8}?(?:办公室|[县市区省州][政府委]*办公?室?|[县市区省镇乡州]里|上级|上头|上面|纪委|监委|司法局|第三方(?:机构)?|督查组|督导组|检查组|网信办|保密局|党校|人大|政协|审计局|档案局|大学)"
_CAME = pattern(
    rf"(?P<when>{WHEN})?(?P<who>{_OUTSIDE})(?:来|下来|来人|派人)?(?:了)?(?:(?P<n>{_N})(?P<u>次|回|遍|趟|轮)(?P<act2>{_LOOKED})|(?P<act>{_LOOKED})(?:了|过)?(?:(?P<n1>{_N})(?P<u1>次|回|遍|趟|轮))?(?P<thing>[^，0-9次回遍]{{2,12}}?)?(?:(?P<n2>{_N})(?P<u2>次|回|遍|趟|轮))?)"
)
_WENT = pattern(
    rf"(?P<when>(?:{WHEN})(?:、(?:{WHEN}))*)?(?P<each>各)?(?:又|还|再|都)?(?:组织|我们|自己)?(?P<to>把|对)?(?P<thing0>(?:[0-9]+[个家])?[^，0-9把对]{{2,16}}?)?(?P<act>检查|抽查|巡查|自查|排查|查看|清查|查|看|过)(?:了|过)?(?:(?P<n>{_N})(?P<u>次|回|遍|趟|轮))?(?P<thing>[^，0-9了过着]{{2,14}})?"
)
_SOME = pattern(
    rf"(?P<when>{WHEN})?(?:用|按|按照|对照|拿)?(?P<with>[^，0-9]{{2,6}}?表)?(?P<topic>[^，0-9用]{{2,12}}?)?(?P<how>随机|现场|逐个|逐一|入户|上门|线上)?(?P<act>检查|抽查|巡查|抽|查|看|走访)(?:了|过)?(?P<n>[0-9]+)(?P<u>[个家份处件条])(?P<what>[^，0-9]{{1,10}})?"
)
_MUTUAL = pattern(
    rf"(?P<when>{WHEN})?(?P<who>[^，0-9]{{2,8}}?)之间(?:互相|相互|交叉|互)(?:检查|查|看)(?:了|过)?(?P<n>{_N})(?P<u>次|回|遍|轮)"
)
_OURS = pattern(
    "公开|公示|栏|网站|信息|答复|台账|文书|公众号|目录|村务|财务|账目|卫生院|所|站|局|执法|账号|橱窗"
)


_REPORTED = pattern(
    rf"(?P<when>{WHEN})?(?P<who>{_OUTSIDE})通报(?:过|了)?(?:我们|我局|我镇|本单位)?(?:的)?(?P<thing>[^，0-9“”]{{2,10}}?)(?P<state>{STATE})"
)


@lru_cache(maxsize=1024)
def checked(text: str) -> str | None:
    """The wording of clauses (joined by ，) that tell of one check and what came of it, or None."""
    pieces = text.split("，")
    if len(pieces) < 2:
        return None
    event, outside = _event(pieces[0])
    if not event:
        return None
    told = [event]
    for piece in pieces[1:]:
        said = finding(piece, outside=outside, error="错" in told[-1]) or _more(piece)
        if not said:
            return None
        told.append(said)
    return "，".join(told)


def _more(piece: str) -> str:
    """自查5次，县里查3次: a second check beside the first; 查了133家: how many were looked at."""
    if counted := _COUNTED.fullmatch(piece):
        what = plain_words(counted["what"])
        return f"检查{what}{counted['n']}{counted['u']}" if what or not counted["what"] else ""
    said, outside = _event(piece)
    return said if outside and said[-1] == "次" else ""


def _event(piece: str) -> tuple[str, bool]:
    """The check, and whether somebody from outside did it."""
    if said := _asked(piece) or _hired(piece) or _came(piece) or _reported(piece):
        return said, True
    return _mutual(piece) or _some(piece) or _went(piece), False


def _mutual(piece: str) -> str:
    """Offices look at each other's work."""
    found = _MUTUAL.fullmatch(piece)
    if found is None:
        return ""
    return f"{ago(found['when'])}组织{''.join(reword(found['who']))}开展互查{several(found['n'], found['u'])}"


def _came(piece: str) -> str:
    """Somebody from outside looked."""
    found = _CAME.fullmatch(piece)
    if found is None:
        return ""
    number, unit = found["n"] or found["n1"] or found["n2"], found["u"] or found["u1"] or found["u2"]
    thing = plain_words(found["thing"])
    if (found["thing"] and not thing) or not (number or thing or found["when"]):
        return ""
    act = found["act"] or found["act2"]
    who = WHO.get(found["who"], "".join(reword(found["who"])))
    return f"{ago(found['when'])}{who}{_ACTS.get(act, act)}{thing}{several(number, unit)}"


def _asked(piece: str) -> str:
    """预决算公开情况请财政监督组核查: what somebody else was asked to look at."""
    found = _ASKED.fullmatch(piece)
    if found is None or not _OURS.search(found["thing"]):
        return ""
    thing, who = plain_words(found["thing"]), person_of(re.sub("^([县市区省])里的?", "", found["who"]))
    if not thing or not who:
        return ""
    level = re.match("[县市区省](?=里)", found["who"])
    who = f"{level[0]}级{who}" if level else who
    return f"{ago(found['when'])}邀请{who}{_ACTS.get(found['act'], found['act'])}{thing}{several(found['n'], found['u'])}"


def _hired(piece: str) -> str:
    """Somebody was asked to look."""
    found = _HIRED.fullmatch(piece)
    if found is None:
        return ""
    who = "第三方机构" if found["who"].startswith("第三方") else found["who"]
    act = {"评": "评估", "审": "审核"}.get(found["act"], _ACTS.get(found["act"], found["act"]))
    return f"{ago(found['when'])}委托{who}开展{act}{several(found['n'], found['u'])}"


def _reported(piece: str) -> str:
    """县里通报我们公众号更新慢: what somebody from outside found fault with."""
    found = _REPORTED.fullmatch(piece)
    if found is None:
        return ""
    who = WHO.get(found["who"], "".join(reword(found["who"])))
    thing = plain_words(found["thing"])
    return f"{ago(found['when'])}{who}通报{thing}{STATES[found['state']]}" if thing else ""


def _some(piece: str) -> str:
    """So many of them were looked at."""
    found = _SOME.fullmatch(piece)
    if found is None or not (found["topic"] or found["what"] or found["with"]) or not _OURS.search(piece):
        return ""
    what, topic = plain_words(found["what"]), plain_words(found["topic"])
    if (found["what"] and not what) or (found["topic"] and not topic):
        return ""
    how = found["how"] or ""
    act = "抽查" if how == "随机" or found["act"] == "抽" else _ACTS.get(found["act"], found["act"])
    count = f"{found['n']}{found['u']}"
    thing = f"{count}{what}{'的' if what and topic else ''}{topic}" if what else f"{topic}{count}"
    tool = f"对照{found['with']}" if found["with"] else ""
    return f"{ago(found['when'])}{tool}{how}{act}{thing}"


def _went(piece: str) -> str:
    """The unit itself looked, so often or at such a time."""
    found = _WENT.fullmatch(piece)
    if found is None or not (found["n"] or found["when"]):
        return ""
    before, raw = found["thing0"], found["thing0"] or found["thing"]
    if before and (
        found["thing"]
        or re.search("每|本单位|我们|自己|[有做]$", before)
        or not (found["to"] or len(found["act"]) == 1)
    ):
        return ""  # 个人信息巡查4轮: a thing done, no thing that was looked at
    thing, act = plain_words(raw), _ACTS.get(found["act"], found["act"])
    if (raw and not (thing and _OURS.search(raw))) or not (thing or act == "自查"):
        return ""
    opening = f"{ago(found['when'])}{found['each'] or ''}{'' if thing else '开展'}"
    return f"{opening}{act}{thing}{several(found['n'], found['u'])}"


_ACTS = {"查": "检查", "看": "检查", "过": "检查", "抽": "抽查", "查看": "检查", "对照检查": "检查"}
