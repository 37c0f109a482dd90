"""Plain ways to say that there is nothing: 没啥, 暂无, 不用提, 没什么变化, 就这些, 老样子.

One decision: a whole reply says nothing or none of it does. 没啥变化 tells that nothing changed, which is no answer to
whether there was any; so it is nothing to write, and asked back at a yes-or-no question.
"""

import re

from report.lazily import pattern

_WHEN = r"(?:今年|全年|本年度?|这一?年|目前|现在|暂时?|至今|到现在|一直|从来?|这方面|这块|这个|这些|我们|我[局办镇乡委县区处院校会]|咱们?|确实|真的?|其实|反正|基本上?|大体上?|总体上?|也|都|还是|还|就|倒|是|压根儿?|根本|的确)*"
_NO = r"(?:没有|没得|没|无|未|不曾有?|不存在|不涉及)"
_VAGUE = (
    r"(?:什么|甚么|啥子?|任何|多少|多大|太大?|大|别的?|其他|其它|更多|新|特别|特殊|这些|那些|这种|这类)*的?"
)
_END = r"(?:的|了|过|啊|呀|呢|吧|啦|哈|哦|嘛)*"
_BARE = pattern(rf"{_WHEN}{_NO}{_VAGUE}(?:情况|事情?)?{_END}")
"""Nothing, without a word for what."""
_NONE = pattern(
    rf"{_WHEN}(?:{_NO}{_VAGUE}(?:数|发生|有|出现|遇[到上]|碰[到上]|收[到着]?|发|[要可好]?[填报写]的?)|不涉及(?:这些|这个|此项)?){_END}"
)
"""There is none of what was asked about."""
_UNCHANGED = pattern(rf"{_WHEN}(?:没有?|无|未){_VAGUE}(?:变化|变动|改变|变|调整|不同|动静|动){_END}")
_AS_BEFORE = pattern(
    rf"{_WHEN}(?:老样子|(?:跟|和|同|与)?(?:去年|往年|以前|之前)(?:都|也)?(?:差不多|一样|相同|一致|没两样|没差别|没区别)){_END}"
)
_NOTHING_DONE = pattern(
    rf"{_WHEN}{_NO}{_VAGUE}(?:要|可|好|值得|能|需要)?(?:写|填|说|讲|报告?|补充|加|交代|做|干|搞|弄|开展)?(?:过)?"
    rf"(?:什么|啥子?|别的?|其他|其它|新)?(?:的)?(?:事项?|内容|情况|东西|工作|地方|新的)?{_END}"
)
_THAT_IS_ALL = pattern(
    r"(?:暂时|目前)?就?(?:这些|这样|这么多)(?:了|吧|啦)*|(?:没有?|无)(?:别的|其他的?|其它的?|更多的?)(?:要[写说加]的)?(?:了|啦)*"
)
_NOT_WANTED = pattern(
    rf"{_WHEN}(?:不用|不需要?|不必|不要|无需|用不着|没必要|不想?|免)(?:提|写|印|填|说|报|留|列|放|登|加)?(?:这些|这个|它|到)?{_END}"
)
_NOT_TOLD = pattern(
    rf"{_WHEN}(?:去年|上年)?(?:的报告)?(?:里|中)?(?:没有?|未){_VAGUE}(?:写|提|说|列)(?:到|过)?(?:什么|啥)?(?:问题)?{_END}"
)


_BETWEEN = pattern(r"[，,。；;！!\s]+")


def _whole(folded: str, *ways: re.Pattern[str]) -> bool:
    """Whether every part of a reply is said in one of these ways."""
    parts = [part for part in _BETWEEN.split(folded) if part]
    return bool(parts) and all(any(way.fullmatch(part) for way in ways) for part in parts)


def says_no(folded: str) -> bool:
    """Whether a reply to a yes-or-no question says no: 没啥, 暂无, 压根没有, 不涉及, 没发生过."""
    return _whole(folded, _BARE, _NONE)


def says_unchanged(folded: str) -> bool:
    """Whether it only tells that nothing changed: 没啥变化, 老样子, 没动过."""
    return _whole(folded, _UNCHANGED, _AS_BEFORE)


def says_as_before(folded: str) -> bool:
    """Whether it only tells that it is as last year: 老样子, 跟去年差不多."""
    return _whole(folded, _AS_BEFORE)


def says_nothing_to_write(folded: str) -> bool:
    """Whether there is nothing to write of it: 没什么可写的, 没做啥, 没有什么变化，和去年差不多."""
    return _whole(folded, _BARE, _UNCHANGED, _AS_BEFORE, _NOTHING_DONE, _THAT_IS_ALL)


def says_that_is_all(folded: str) -> bool:
    """Whether somebody has no more to say: 就这些, 没别的了."""
    return _whole(folded, _THAT_IS_ALL)


def says_not_wanted(folded: str) -> bool:
    """Whether something is not to stand in the report: 不用提, 不印, 没写过什么问题."""
    return _whole(folded, _BARE, _NOT_WANTED, _NOT_TOLD)
