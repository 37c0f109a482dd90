"""Whether everybody and everything in a wording is still what it was: who does it, when, of whom, how it was done.

One decision: it compares what was jotted with what it became and never mends; a part that plays another role now
(各所队报表 → 报送各所队表, 去年剩下的 → 上年关停) waits for a person.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from phrasebank.grammar.chunks import Chunk, chunks_of
from report import lazily

_PARTS = lazily.pattern("[，；。：]")
_ACTORS = frozenset(("person", "office"))
_OPENING = frozenset(("time", "often", "when", "manner", "quality", "each", "filler"))
_ACTING = frozenset(("verb", "already", "have"))
_LED_IN = lazily.pattern(
    "(?:由|经|与|同|和|跟|对|向|为|给|从|在|、|以|将|其中|邀请|组织|培训|要求|督促|约谈|通报|问责|表扬|安排|抽考|委托|聘请|配备|共有|设有|共|调整|更换|增配|成立|收到|接到|采纳|听取|参加|开展|发布|公布|公开|公示)(?:政府信息公开(?:工作)?)?$"
)
"""What may come before who acts without making him what something is done to, and what is done to people."""
_WHOSE = lazily.pattern("(?:全体|各|该|本|我)+$")
_TIMES = lazily.pattern(
    "^(?:[0-9]{4}年|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:底|初|[上中下]旬|起|前)?|每(?:半年|季度|[年月周日季])度?|年[初中底]|[上下]半年|全年|本?年度?)+"
)


@lru_cache(maxsize=4096)
def changed_role(jotted: str, said: str) -> str:
    """What plays another role in the wording than in what was jotted, or empty.

    Args:
        jotted: The normalised words.
        said: What they are to become.
    """
    if any(
        re.search(was, jotted) and re.search(now, said) and not re.search(unless, jotted)
        for was, now, unless in _TURNED
    ):
        return "意思变了"
    if any(period.group() not in said for period in _DURING.finditer(jotted)):
        return "时间变了"
    if _of_last_year(jotted, said):
        return "时间变了"
    return "谁做的变了" if _moved(jotted, said) else ""


_NEVER = "(?!)"
_TURNED = (
    ("看(?:到|见|得)", "检查(?:到|得)", _NEVER),
    ("(?:人大代表|村民代表|居民代表|企业代表|政协委员|代表委员|群众|居民|村民|市民|企业|记者|媒体|学生|家长|公众(?!号))[^，]{0,8}看", "(?<!查)检查|审核", "检查|审核"),
    ("[0-9](?:天|日|个月|周|小时|年)后才", "^(?!.*(?:才|方|仍))", _NEVER),
    ("(?:到|去|上|往)[^，]{1,10}(?:馆|厅|窗口|中心|[局所站处]|网站|平台|系统|网上)里?查(?:$|的|，)", "检查", _NEVER),
    ("名字", "名称", (
        "(?:单位|网站|栏目|公众号|账号|号|文件|事项|机构|部门|科室|[局站镇村路库栏企]|社区|企业|公司|项目|产品|平台|程序|药|店)的?名字"
        "|名字(?:都|也|已)?(?:换|改|更|对不上|不一致|不一样|相近|差不多|叫)|[换改更新老旧]了?(?:个)?新?名字"
    )),
    ("满意[率度]", "社会评议", "评议"),
    ("[破坏损]", "更新不及时|内容陈旧", "更新|内容|过期|没换"),
    ("(?<![年月周季天日度每各报交送])(?:1|一)次(?:发布|公布|公开|公示)(?:$|[，的了])", "[1一]次", "一次性"),
    ("(?:^|，)[一1][个名人](?:专门?)?(?:管|负责|写|发|审|盯|跑|看|推|登|播|校)", "[一1][个名条次篇](?:$|，)", _NEVER),
    ("(?:^|，)[1一][次场期](?:讲|学|说|教)", "[1一][次场期](?:$|，)", _NEVER),
    ("(?:^|，)一[面边头](?:写|印|列)", "撰写", _NEVER),
    ("核实", "核对", "核对"),
    ("[0-9][条件个处份]并[\u4e00-\u9fff]{2}", "[0-9][条件个处份](?!，|并|均|已)[\u4e00-\u9fff]{2}", _NEVER),
    ("会", "设有[^，]*会[^，]{0,4}[0-9]+次", "设有"),
    ("^(?:暗访|明察|走访|抽查|巡查|清理|关停|收到|接到|查处|采纳)", "^(?:发布|公开|公布|公示|编发|设有)(?:暗访|明察|走访|抽查|巡查|清理|关停|收到|接到|查处|采纳)", _NEVER),
    ("引导|告知|指引", "(?:引导|告知|指引)(?:已|均)?可", _NEVER),
)  # fmt: skip
"""What was said, what it must not become, and what else in the words jotted allows it all the same."""
_DURING = lazily.pattern("[\u4e00-\u9fff]{2}期间")
_LAST = lazily.pattern("(?:去年|上年|前年)(?P<what>[^，的0-9]{1,6})的")


def _of_last_year(jotted: str, said: str) -> bool:
    """去年剩下的2个 of this year's doing became something done last year."""
    found = _LAST.search(jotted)
    if not found or not (at := re.search("[上去前]年", said)):
        return False
    behind = said[at.end() : at.end() + len(found["what"]) + 2]
    return not re.search("的|结转|遗留|未|剩余|留存|转来", behind)


def _moved(jotted: str, said: str) -> bool:
    """Who stood before a verb is now behind one: what it is done to, or whose it is."""
    return any(_stands_behind(who, said) for part in _PARTS.split(jotted) if (who := _who_acts(part)))


def _who_acts(part: str) -> str:
    """Who opens a clause and acts in it: an office or people right before a verb, with when and how between."""
    chunks = [each for each in chunks_of(_PLACE.sub("", part)) or () if each.text != "、"]
    start = next((at for at, each in enumerate(chunks) if not _kinds(each) & _OPENING), len(chunks))
    end = start
    while end < len(chunks) and _may_act(chunks[end]):
        end += 1
    rest = chunks[end:]
    while rest and (_kinds(rest[0]) & (_OPENING | {"count"}) and "verb" not in _kinds(rest[0])):
        rest = rest[1:]
    if end == start or not rest or not _kinds(rest[0]) & _ACTING:
        return ""
    return chunks[end - 1].text


def _may_act(chunk: Chunk) -> bool:
    return any(sense.kind == "noun" and sense.cls in _ACTORS for sense in chunk.senses) or (
        chunk.senses[0].kind == "open" and bool(_BODY.search(chunk.text))
    )


_PLACE = lazily.pattern("^[省市县区镇乡](?=[\u4e00-\u9fff]{1,4}[局委办厅院])")
_BODY = lazily.pattern(
    "(?:(?<!网)(?<!子)(?<!专)[局所队站办科股委会厅司院校]|协会|公司|中心|机构|村|镇|街道|社区)$"
)


def _kinds(chunk: Chunk) -> set[str]:
    return {sense.kind for sense in chunk.senses}


def _stands_behind(who: str, said: str) -> bool:
    names: Sequence[str] = (who, f"{who[0]}级") if who.endswith("里") else (who,)
    for part in _PARTS.split(said):
        at = next((part.find(name) for name in names if name in part), -1)
        before = _WHOSE.sub("", _TIMES.sub("", part[:at])) if at > 0 else ""
        if before and not _LED_IN.search(before) and _does(before):
            return True
    return False


def _does(before: str) -> bool:
    """The words open with something done."""
    return any("verb" in _kinds(chunks[0]) for words in (before, before[:2]) if (chunks := chunks_of(words)))
