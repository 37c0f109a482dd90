"""What the general vocabulary made of a measure or a problem may be printed only where nothing moved or broke.

One decision: the words of a sentence no pattern knows stand in the order jotted, no word is cut from inside, and what
still sounds spoken goes to the person. What fails is left whole.
"""

import re
from difflib import SequenceMatcher

from phrasebank.register.wording import cut
from report.lazily import pattern

_MARKS = pattern(r"[，。；：、“”\s]")
_DROPPED = pattern(r"[了的就把得要给是再个张份点出在将会又还去到来起有上一]*")
"""Small words whose loss changes nothing."""
_ADDED = pattern(
    r"(?:坚持|已|将|和|的|等|与|在|对|为|从|以|进行|加强|予以|均|公开|开展|组织|实行|建立|行|发|出|放|布|送|较|工作|信息|"
    r"业务|政策|之|安|立|张|邀|撰|并|微信|账号|通|有|部|用|明|增|注|装|制|开|请|编)*"
)
"""Words the official wording puts in: a light verb, or the second half of a word jotted by its first."""
_TIME = pattern(r"年初|年底前?|每?季度?|月底前?|至少|[0-9]+[名个轮]|先")
"""A time or a count may change its place beside the verb."""
_VERB_FIRST = pattern(r"^(?:公开|报送|发布)|^[0-9]{1,2}月|^月底")
_TWICE = pattern(r"([\u4e00-\u9fff])\1")
_SPOKEN = pattern(
    r"换成|教(?![育师材学])|盯着|过一遍|[定找]了?(?:一?个|1个)人|电话催|[评看念对]一[评看念对]|轮了|学了一|不让|出[^，]*[，、]不出"
    r"|催(?!办)|[对查看审报改]一?[1一](?:回|遍|趟)|老些|事体|人家|似的|教科书|日晒|顾不|没的$|合到一处|[照按着].*线对|先改网站"
    r"|[搭借列弄搞写画][个张](?!人)|借个手|大妈|听不懂"
)
"""Words that only a pattern understands; word by word they come out as something else."""
_BROKEN = pattern(
    r"将将|(?:开设|设置|制作|编制|建立|配备)[个张](?!人)|组织已|较较|并采纳|老历年|邀请(?:律师|法律顾问)$|办理[0-9]+期|专职信息|(?:未|没有|不)$|(?<![核校比面针])对$"
    r"|未[^，]*1处$|(?:不好|难|好|按月|按[^，]{1,4}类别)检查|增配?(?:加)?个"
)


def faithful(jotted: str, said: str) -> bool:
    """Whether ``said`` keeps the order and every word of ``jotted`` and reads as official."""
    if _SPOKEN.search(jotted) or _BROKEN.search(said):
        return False
    source, result = _MARKS.sub("", jotted), _MARKS.sub("", said)
    doubled = _TWICE.search(result)
    if doubled and doubled[0] not in source:
        return False
    edits = [
        edit
        for edit in SequenceMatcher(None, source, result, autojunk=False).get_opcodes()
        if edit[0] != "equal"
    ]
    if any(_inside_a_word(source, start, end) for _, start, end, _, _ in edits):
        return False
    gone = [source[start:end] for kind, start, end, _, _ in edits if kind == "delete"]
    new = [result[start:end] for kind, _, _, start, end in edits if kind == "insert"]
    lost = [each for each in gone if not _small(each, _DROPPED)]
    extra = [each for each in new if not _small(each, _ADDED)]
    moved = bool(gone) and edits[0][0] == "insert" and bool(_VERB_FIRST.search(result))
    return not lost and not extra and (not moved or "把" in source)


def _small(words: str, allowed: re.Pattern[str]) -> bool:
    return bool(allowed.fullmatch(_TIME.sub("", words)))


_LONG = 3
"""A word of so many characters is a set phrase: one changed character makes it another."""


def _inside_a_word(source: str, start: int, end: int) -> bool:
    at = 0
    for each in cut(source):
        after = at + len(each)
        if len(each) >= _LONG and at < start < after and end < after:
            return True
        at = after
    return False
