"""A line with a heading: 公交：新开2条线；票价已公布 tells of 公交, 检查：每月查网站 only says what kind of thing is told.

One decision: a heading that names a thing goes before what is told of it; one that only sorts the notes is dropped.
"""

from phrasebank.grammar.chunks import chunks_of
from report import lazily

_HEADING = lazily.pattern("(?P<head>[\u4e00-\u9fffA-Za-z]{2,8})：(?=[^“《])")
_LABEL = lazily.pattern(
    "(?:主要|具体|有关)?(?:领导|组织|检查|巡查|督查|培训|保密|流程|审核|归档|存档|人员|经办|分管|分工|考核|监督|保障|内容|结果|来源|渠道|方式|"
    "阵地|平台|网站方面|管理|制度|机制|整改|自查|清理|更新|发布|公开|解读|回应|互动|宣传|活动|其他|其它|另外|备注|说明|情况|问题|不足|措施|"
    "改进|打算|计划|下一步|今后|明年|数据|数字|总数|总量|合计|处理|办理|答复|责任|队伍|会议|学习|评议|通报|"
    "存在问题|信息处理费|收费|复议|诉讼|先说总数|执行|指挥|责任|[0-9一二三四五六七八九十两]+[道个级步条项](?:关|手续|程序|环节|流程|审核)?)(?:方面|情况|工作)?"
)
_NO_MATTER = lazily.pattern(
    "^(?:新|作废|废止|删|加|改|停|撤)|(?:流程|程序|时|期|日|月|年|慢|快|多|少|点|个|件|条|次)$"
)
"""Headings that sort notes and name no thing."""


def heading_of(text: str) -> str:
    """The heading that opens a clause, or empty."""
    found = _HEADING.match(text)
    return found["head"] if found else ""


def sorts_only(head: str) -> bool:
    """It names no thing: what stands behind it says everything by itself."""
    return bool(_LABEL.fullmatch(head))


def without_heading(text: str) -> str:
    """The clause as somebody would say it who writes no headings (微博：1个 → 微博1个, 领导：局长抓总 → 局长抓总)."""
    head = heading_of(text)
    if not head:
        return text
    rest = text[len(head) + 1 :]
    counted = rest[:1].isdigit()
    return rest if sorts_only(head) and not counted else head + rest


def names_first(rest: str) -> bool:
    """What stands behind the heading opens with a thing of its own."""
    chunks = chunks_of(rest.split("，", maxsplit=1)[0]) or ()
    return bool(chunks) and chunks[0].senses[0].kind in ("noun", "open", "quality")


def is_about(head: str) -> bool:
    """It names a matter of which one can say 公交方面，…."""
    words = chunks_of(head) or ()
    return (
        bool(words)
        and not sorts_only(head)
        and not _NO_MATTER.search(head)
        and all(
            sense.kind in ("noun", "open", "verb", "quality") for word in words for sense in word.senses[:1]
        )
    )
