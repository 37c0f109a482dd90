"""How many there were before, and how a tool is used: who follows, asks, comes, and how often it changes.

One decision: a number says what it counts in its own piece; nobody is made a user, or an answer a service, by the tool alone.
"""

import re

from report import lazily

_N = r"(?:超过|约|近)?[0-9][0-9,]*(?:\.[0-9]+)?万?余?"
_BEFORE = lazily.pattern(r"(?:原来|原先|以前|去年)(?:有|是)?(?P<n>[0-9]+)(?:个|块|台|处)?")
_VISITED = lazily.pattern(rf"(?:全年|一年|累计|一共|共)*(?:来|接待|服务)(?:了)?(?P<n>{_N})(?P<u>人次|人)")
_ANSWERED = lazily.pattern(
    rf"(?:全年|一年|累计|一共|共)*(?:应答|答|解答|回答|答复)(?:了)?(?P<n>{_N})(?P<u>次|条|个)"
)
_USED = lazily.pattern(
    rf"(?:全年|累计|已经|已|一共)*(?:用|使用|点|点击|查询|查|打开)(?:过|了)?(?:的)?(?P<who>企业|人|群众)?(?:有|达|达到|已有)?(?P<n>{_N})(?P<u>家|次|人次|人)"
)
_TO_PEOPLE = lazily.pattern(rf"答不(?:上来|了|出)的(?:问题)?(?:都)?转(?:到)?人工(?P<n>{_N})?(?P<u>次|件)?")
_FOLLOWED = lazily.pattern(
    rf"(?:关注|粉丝|关注数|粉丝数|关注量|关注的人|关注人数)(?:有|达|达到|现有)?(?P<n>{_N})(?P<u>人|个)?"
)
_MORE_THAN = lazily.pattern(
    rf"(?:关注|粉丝)?比(?:去年|上年)(?P<way>多|增|涨|少|减|掉)(?:加|少)?了?(?P<n>{_N})(?:人|个)?"
)
_OFTEN = lazily.pattern(
    r"(?:每|一|1)?(?:个)?(?P<span>周|月|天)(?P<least>至少|不少于|最少)?(?:更新?)?(?P<n>[0-9]+|[一两三])(?:更|次|条)(?:以上)?"
)


def used(piece: str) -> str:
    """How often it was used, or by how many: 点击1200次 → 使用1200次, 用过的企业300家 → 使用企业300家."""
    found = _USED.fullmatch(piece)
    if found is None or (found["u"] in ("家", "人") and not found["who"]):
        return ""
    who = "企业" if found["who"] == "企业" else ""
    return f"{who}使用{found['n']}{found['u']}" if not who else f"使用{who}{found['n']}{found['u']}"


def numbers(piece: str) -> str:
    """How many there were, how many people came, how many questions it answered or passed on."""
    if found := _BEFORE.fullmatch(piece):
        return f"原有{found['n']}个"
    if found := _VISITED.fullmatch(piece):
        year = "全年" if re.match("全年|一年", piece) else ""
        return f"{year}接待{found['n']}{found['u']}"
    if found := _ANSWERED.fullmatch(piece):
        span = "累计" if "累计" in piece else "全年" if re.match("全年|一年", piece) else ""
        return f"{span}应答{found['n']}次"
    found = _TO_PEOPLE.fullmatch(piece)
    return f"无法应答的转人工服务{found['n'] or ''}{found['u'] or ''}" if found else ""


def audience(piece: str) -> str:
    """Who follows, how many more than last year, how often it changes."""
    if found := _MORE_THAN.fullmatch(piece):
        return f"比上年{'增加' if found['way'] in '多增涨' else '减少'}{found['n']}人"
    if found := _OFTEN.fullmatch(piece):
        span = {"周": "每周", "月": "每月", "天": "每日"}[found["span"]]
        return f"{span}{'至少' if found['least'] else ''}更新{found['n']}次"
    found = _FOLLOWED.fullmatch(piece)
    return f"关注用户{found['n']}人" if found else ""
