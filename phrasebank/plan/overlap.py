"""两边都发的 · 有重复的: that the same information went out by several channels, so that they add up to more than the total."""

from report.lazily import pattern

_THE_SAME = r"(?:同一?条(?:信息|内容|消息)?|同一?批|同样的?(?:信息|内容)?|一样的?(?:信息|内容)?|一条(?:信息|消息)?|(?:有|有的|有些|部分|大部分|多数)(?:信息|内容|条目)?|信息|内容|这些|那些|它们|其中|里面|中间|因为|是|也)*"
_WHERE = r"(?:渠道|(?:两|几|各|多|三)(?:边|处|个?渠道|个?平台|头|个?地方|种渠道)|(?:网站|公众号|微信|微博|公开栏|新媒体)(?:[、和跟与](?:网站|公众号|微信|微博|公开栏|新媒体))+)?(?:上|里)?"
_BOTH = pattern(
    rf"{_THE_SAME}{_WHERE}(?:都|同时|一起|同步|均)+(?:要|会|有)?(?:发布?|推送?|登|挂|公开|转发?|上传?)?(?:了|过|的)*"
    rf"|{_THE_SAME}{_WHERE}(?:之间)?(?:有|是|会)?(?:些|点|部分)?(?:重复|重叠|交叉|重合)(?:发布?|公开|推送?|统计|计算|算|计|登记)?(?:了|过|的|部分|情况)*"
    rf"|{_THE_SAME}{_WHERE}(?:内容|信息)?有?(?:一|小|大)?部分(?:内容|信息)?是(?:重的|重复的|一样的|同样的)"
    r"|(?:重复|同步|同时)(?:发布?|推送?|转发|统计|计算|计)(?:了|过|的)*|一稿多发的?|一条(?:信息)?多发的?|互相转发的?"
)
_SHORT = 2
_LONG = 24
"""Who says only this needs no more characters."""
_ALONE = ("重复", "重叠", "重合")
_NAMED = pattern("边|处|渠道|平台|头|地方|网站|公众号|微信|重复|重叠|交叉|重合|同步|同时|多发|转发")


def says_overlap(text: str) -> bool:
    """Whether a clause says only that some information went out by several channels.

    Args:
        text: One clause without numbers, marks around it allowed.
    """
    bare = text.strip(" ，,。；;！!（）()")
    if not (_SHORT < len(bare) <= _LONG or bare in _ALONE):
        return False
    return _BOTH.fullmatch(bare) is not None and _NAMED.search(bare) is not None
