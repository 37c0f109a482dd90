"""Trainings and lessons told in everyday words: 6月给村文书培训了一回，讲怎么公开，来了32个人 → 6月组织村文书开展业务培训一次，内容为如何公开，32人参加.

One decision: the line is one matter with its parts (when, who taught, who learnt, how often, what about, how many came);
a piece that is none of them ends it, and what only one piece tells is left to the general readings.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from phrasebank.needs import Patterns
from phrasebank.register.contents import contents
from phrasebank.register.edits import in_whole_words
from phrasebank.register.segments import Segment
from phrasebank.register.telling import ago
from report import lazily
from report.lazily import pattern

_FIELDS = ("监督保障", "平台建设", "政府信息管理", "依申请公开")
_MOST = 5
_TIME = "(?:[0-9]{1,2}月(?:份|底|初|中旬)?|上半年|下半年|年[初中底]|[一二三四]季度|第[一二三四]季度|全年|今年|先后|每年|每季度|每半年)"
_WHEN = rf"(?P<when>(?:{_TIME}(?:[、和]{_TIME})*各?)?)"
_TIMES = r"(?P<times>(?:[0-9]+|一)(?:次|回|期|场|班|轮|批|趟|堂|节|遍|课))"
_MADE = "(?:开展|搞|办|举办|组织|组织开展|做|进行|开|集中|召集)?(?:了|过)?"
_KIND = r"(?P<kind>(?:政务公开|信息公开|政府信息公开)?(?:业务|专题|集中|线上|线下|视频|上岗|岗前|保密)?(?:培训班|培训会|培训|轮训|讲座|辅导))(?:课|会)?"
_WHO_END = (
    "员|人|干部|文书|书记|主任|所长|站长|校长|园长|院长|科长|股长|医生|教师|老师|代理|社区|村|乡镇|镇|街道|所|办|科|股|室|院|站|处|局|"
    "部门|企业|系统|骨干|会计|出纳|内勤|组长|网格长|职工|同志|干事|专干|代表|机构|大队|中队|公司|学校|信息员|单位|窗口"
)
_WHO = rf"(?P<who>[\u4e00-\u9fff、（）]{{0,14}}(?:{_WHO_END}))"
_TEACHER = r"(?P<teacher>[两0-9名位\u4e00-\u9fff、]{0,12}(?:同志|记者|编辑|工程师|科长|股长|主任|局长|老师|讲师|专家|律师|领导|教授|人员|局|办|科|处|中心|法院|检察院|司法所|党校|负责人|骨干|顾问))"
_TAUGHT = (
    "(?:来|过来|到局里|到镇里|给大家|给我们|上门)*(?:讲课|授课|上课|辅导|讲解|培训|讲|作辅导|做辅导|上辅导课)"
)
_HEADS = Patterns(
    (
        rf"{_WHEN}(?:请|邀请|请来|请了|邀请了){_TEACHER}{_TAUGHT}(?:了|过)?(?:{_TIMES}课?)?",
        rf"{_WHEN}(?:给|为|对|组织|把|召集|叫|集中){_WHO}{_MADE}{_KIND}(?:了|过)?{_TIMES}?",
        rf"{_WHEN}(?:给|为|对|组织|召集|把){_WHO}{_MADE}{_TIMES}{_KIND}",
        rf"{_WHEN}(?:给|为|对|向){_WHO}(?:开会|集中|上课)?(?:讲|讲解|讲了|开会讲|培训|辅导)(?:了|过)?(?P<about>(?:怎么|如何|怎样|咋)[^，]{{2,24}})",
        rf"{_WHEN}{_MADE}{_KIND}(?:了|过)?(?P<who>[\u4e00-\u9fff、]{{0,12}}(?:{_WHO_END})){_TIMES}",
        rf"{_WHEN}{_KIND}(?:了|过){_WHO}",
        rf"{_WHEN}{_WHO}{_KIND}(?:了|过|搞了|办了|做了|开展了)?{_TIMES}",
        rf"{_WHEN}{_MADE}{_KIND}(?:搞|办|做|开展|举办)?(?:了|过)?{_TIMES}",
        rf"{_WHEN}(?:给|对|为|向){_WHO}(?:上|讲|授)(?:了|过)?{_TIMES}课?",
        r"(?P<when>[^，]{2,12}各)(?:讲|上)(?:了|过)?(?P<times>(?:[0-9]+|一)(?:堂|节|次)?)课",
        rf"{_WHEN}(?:组织|召集|安排){_WHO}(?P<kind>集中学习|学习)(?:了|过)?{_TIMES}",
        rf"{_WHEN}(?:[乡镇局办所站院]里|机关|单位)?(?P<kind>集中学习|业务学习|专题学习){_TIMES}",
        rf"{_WHEN}{_MADE}{_TIMES}(?P<kind>业务学习|集中学习|专题学习|业务培训|专题培训|培训班|业务培训班|培训会|培训|讲座|业务辅导|辅导|轮训)",
    )
)
_ABOUT = pattern(
    r"(?:主要|重点|专门|内容(?:是|为)?|主要内容(?:是|为)?|着重|都|每场都|每次都|均)*(?:讲的是|讲解了?|讲了?|学的是|学习?了?|培训(?:内容(?:是|为)?|了)|教了?|说的是)(?P<about>[^0-9，]{2,30})"
)
_CAME = lazily.pattern(
    rf"(?:(?P<who>[\u4e00-\u9fff、]{{2,14}}(?:{_WHO_END}))(?:都|一共|共)?)?(?:来|到|到场|有|去|共|一共|总共|合计|参加的有|参加|参训|在线的有|听课的有|来听的有|来参加的有|每次|每期|每场)*了?"
    r"(?P<came>(?:超过|约|近)?[0-9][0-9,]*余?)(?:个)?(?P<unit>人次|人|名|位|家单位|个单位|家企业)(?:来)?(?:听课|听讲|听|参加|参训|来听|到场|上课|受训|与会|参会)?了?"
)
_EXAM = pattern("(?:还|也|最后|结束)?(?:考了试|考了一次试|组织了?考试|做了测试|考试|测试|考了一次)")
_NOT_WHO = pattern(
    "[讲学考搞开去到给把都了过请][^习校]|^[办做搞让]|^(?:今年|全年|一共|主要|我|自己|本)|[0-9]"
)


class _Told(msgspec.Struct):
    """What the pieces say of one training."""

    when: str = ""
    teacher: str = ""
    who: str = ""
    kind: str = ""
    times: str = ""
    about: str = ""
    weight: bool = False
    """It was said that this was dwelt on."""
    came: str = ""
    exam: bool = False


def trainings_of(segments: Sequence[Segment]) -> tuple[str, int] | None:
    """The wording of the training that opens ``segments`` and how many of them it takes (two or more); else None."""
    if not {segments[0].field, segments[0].clauses[0].note.field} & set(_FIELDS):
        return None
    texts = [segments[0].text]
    for segment in segments[1:_MOST]:
        if segment.strong:
            break
        texts.append(segment.text)
    return _worded(tuple(texts))


@lru_cache(maxsize=1024)
def _worded(texts: tuple[str, ...]) -> tuple[str, int] | None:
    told = _head(texts[0])
    if told is None:
        return None
    used = 1
    for text in texts[1:]:
        if not _more(told, text):
            break
        used += 1
    if not (told.teacher or told.who or told.about or told.kind.endswith("学习") or told.when.endswith("各")):
        return None
    return (_said(told), used) if used > 1 or told.teacher or told.about else None


def _head(text: str) -> _Told | None:
    for head in _HEADS.worth(text):
        if found := head.fullmatch(text):
            parts = found.groupdict()
            who = parts.get("who") or ""
            if who and _NOT_WHO.search(who):
                continue
            return _Told(
                ago(parts["when"]),
                parts.get("teacher") or "",
                who,
                parts.get("kind") or "",
                parts.get("times") or "",
                parts.get("about") or "",
            )
    return None


def _more(told: _Told, text: str) -> bool:
    """Whether the piece goes on telling of the same training; noted if so."""
    if not told.came and (found := _CAME.fullmatch(text)):
        who = found["who"] or ""
        if who and _NOT_WHO.search(who):
            return False
        unit = "人" if found["unit"] in ("名", "位") else found["unit"]
        each = re.search("每[次期场]", text[: found.start("came")])
        who = f"{each[0]}{who}" if each else who
        total = "共" if not who and re.search("共|合计", text) else ""
        told.came = f"{in_whole_words(who)}{total}{found['came']}{unit}"
        return True
    if not told.about and (found := _ABOUT.fullmatch(text)):
        told.about = found["about"]
        told.weight = text.startswith(("重点", "着重"))
        return True
    if _EXAM.fullmatch(text) and not told.exam:
        told.exam = True
        return True
    return False


def _said(told: _Told) -> str:
    times = re.sub("[回趟]$", "次", told.times)
    times = re.sub("[堂节课]$", "次", times)
    times = re.sub("^([0-9]+|一)$", r"\1次", times)
    kind = told.kind
    who = in_whole_words(re.sub("^新人$", "新进人员", told.who))
    if told.teacher:
        head = f"邀请{_teacher(told.teacher)}授课{times}"
    elif kind in ("", "培训", "轮训", "辅导"):
        work = {"轮训": "轮训", "辅导": "业务辅导"}.get(kind, "业务培训")
        head = f"组织{who}开展{work}{times}" if who else f"开展{work}{times}"
    elif kind.endswith(("学习", "讲座")):
        kind = "集中学习" if kind == "学习" else kind
        head = f"组织{who}{'开展' if who else ''}{kind}{times}"
    else:
        head = f"举办{who}{kind}{times}"
    about = re.sub("怎么|怎样|咋", "如何", told.about.removesuffix("了"))
    about = contents(told.about.removesuffix("了")) or in_whole_words(about)
    learnt = "学习" if kind.endswith("学习") else "讲解"
    verb = f"重点{learnt}" if told.weight else "内容为"
    pieces = [
        f"{told.when}{head}",
        *([f"{verb}{about}"] if about else []),
        *([f"{told.came}参加"] if told.came else []),
        *(["并组织考试"] if told.exam else []),
    ]
    return "，".join(pieces).replace("，并", "，并")


def _teacher(text: str) -> str:
    """县政府办的同志 → 县政府办公室工作人员, 市里的讲师 → 市级讲师."""
    text = re.sub(r"(?<=[\u4e00-\u9fff])的?同志$", "工作人员", text)
    text = re.sub(r"([省市县区])里的?", r"\1级", text)
    return in_whole_words(text)
