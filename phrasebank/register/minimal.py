"""A clause in the person's own words and order, with a few safe edits: the way of every line that no rule fits.

One decision: nothing is reordered and nothing is made up. A clause that still sounds like speech after the edits is left
to a person; one that only names a thing must find a neighbour to speak with (`Said.whole`).
"""

import re
from functools import lru_cache

import msgspec

from phrasebank.register.edits import reword
from phrasebank.register.safety import has_verb, keeps_atoms
from phrasebank.register.wording import cut, load_wording, one_of
from report.lazily import pattern

_OPENERS = pattern(
    r"^(?:(?:今年|全年|本年|本年度|这一年|一年来|一年下来|年内|另外|此外|还有就是|还有|然后|其实|目前|现在|主要就是|就是|我们|咱们|咱|"
    r"我(?:局|办|委|镇|乡|街道|县|区|市|部|厅|中心|院|站)|我单位|本单位|本局|本镇|单位里?|同时|并且|而且|也|又|就(?![业近读医诊餐地]))，?)+(?!要闻)"
)
_SOFT = pattern(r"(?:呗|啦|哈|哦|嘛|呢|噢|喽|咯|哟|的了)+$")
_DATED = pattern(r"[0-9]月(?:份|[初中底]|[上中下]旬)?[公挂发报办召印]..?的$")
"""When it was done (预算1月挂的) is said of the thing before it."""
_SPEECH = one_of(
    "没 搞 弄 花 咱 俺 啥 咋 这 那 她 他 它 你 你们 把 给 跟 就 没 太 挺 蛮 忒 喊 哪 怎 吧 呢 啦 嘛 呀 啊 吗 晒 挂 贴 盯 老是 总是 有点 一点 点儿 好多 好几 啥的 什么 怎么 "
    "一块 一下 下来 起来 出来 出去 上去 回来 了 着 反正 其实 可能 估计 大概 好像 凑 瞎 乱 懒 吵 骂 烦 玩 吃 喝 哥 姐 钱 怕 几 几个 好些 这些 那些 这个 那个 人家 大家 自己 别的 "
    "整 扔 堆 塞 混 赶 捋 撸 得 咧 哟 走 摆 说 放 忙 累 催 骗 凭 甩 扯 撑 拼 扛 蹲 跑 挑 抢 拖 闲 木有 没人 都 全都 太多 多搞 多做 多弄 多发 越来越 不行 不成 办 做 懂 随便 上头 底下 里头"
)
_SPOKEN_END = one_of("看 发 改 建 开 管 讲 上 弄 抓 审 过 查 换 收 定 编")
_STRANGE = pattern(r"[^·\u4e00-\u9fff〇0-9A-Za-z，、；：（）《》“”〔〕.%·—+\-/,]|=")
_AMOUNT = pattern(
    r"^(?P<thing>[^，0-9]*?[\u4e00-\u9fffA-Z])(?P<number>(?:超过|约|近)?[0-9][0-9.,]*[万亿]?余?[万亿]?)(?P<unit>[\u4e00-\u9fff]{1,3})$"
)
_BARE = pattern(r"(?:^|[，、])[^，、0-9]*[0-9][0-9.,]*余?(?:$|[，、])")
_PREDICATE = pattern(
    r"(?<=..)(?:不一|[多少高低慢快差弱强旧长短大小难窄全])$|：.|(?<=.)(?:[有为是占达](?!关)|[0-9]余?[\u4e00-\u9fff])"
    r"|[由经按在对向为][\u4e00-\u9fff]{2,}"
)


class Said(msgspec.Struct, frozen=True):
    """A clause in few edits."""

    text: str
    whole: bool
    """It says something; otherwise it only names a thing and needs its neighbours."""


def spoken_words(text: str) -> tuple[str, ...]:
    """The words of a text that are how people talk, not how a report is written."""
    return tuple(dict.fromkeys(word for word in cut(text) if word in _SPEECH - _BEARABLE))


_BEARABLE = one_of("了 着 得 办 做 走 放 几 几个 没 都 就 自己 大家 给 把 跟")
"""Words that hardly any clerk would mind in a sentence of their own."""


def without_speech(text: str) -> str:
    """Without the small words that open and close a spoken clause (今年我们…, …了呗)."""
    return _SOFT.sub("", _OPENERS.sub("", text))


@lru_cache(maxsize=2048)
def minimal(text: str, field: str, *, planned: bool = False) -> Said | None:
    """The clause with the safe edits, or None where it still sounds like speech.

    Args:
        text: Normalised words of one clause.
        field: Where it is to be written.
        planned: It speaks of what is to come; nothing is said to be done.
    """
    text = _NAMED.sub(r"\g<head>包括", text)
    start = without_speech(text)
    if start.endswith("的") and not _DATED.search(start):
        return None  # 是复议之后告的, 没有跨年的: who or what it is was not said
    words = reword(start, planned=planned)
    said = _apart("".join(words).strip("，、"))
    if (
        not 2 <= len(said) <= 110
        or _STRANGE.search(said)
        or not _SPEECH.isdisjoint(words)
        or words[-1] in _SPOKEN_END
    ):
        return None
    if (
        not keeps_atoms(text, said)
        or _BARE.search(said)
        or any(said.count(a) != said.count(b) for a, b in ("（）", "《》", "“”"))
    ):
        return None
    acts = has_verb(said)
    if not acts and (found := _AMOUNT.fullmatch(said)):
        return Said(_with_verb(said, found["thing"], field), whole=True)
    spoken = acts or any(word in load_wording().acts for word in words) or _PREDICATE.search(said)
    return Said(said, whole=bool(spoken))


def _apart(text: str) -> str:
    """Two numbers side by side take a comma: 1期200人 → 1期，200人."""
    return re.sub(
        r"([0-9]余?(?:人次|[次期场批轮件]))((?:超过|约|近)?[0-9][0-9.,]*余?(?:人|名|家|户|万元))",
        r"\1，\2",
        text,
    )


_NAMED = pattern(r"^(?P<head>重点领域|公开重点|重点内容|主要内容|公开内容|内容)：")


_WHEN = pattern(r"上半年|下半年|全年|[一二三四]季度|[0-9]{1,2}月|年[初中底]|每[月季周年](?:度)?")
_WHO = pattern(r"(?:申请人|群众|居民|村民|企业|当事人|网民|用户)来")
"""Who does it is said: 申请人来电咨询23次."""


def _with_verb(said: str, thing: str, field: str) -> str:
    """A thing and its number with the verb of the trade, where there is only one (普查公报10份 → 发布普查公报10份)."""
    for say, of, fields in load_wording().amounts:
        if field in fields and any(match.end() == len(thing) for match in of.finditer(thing)):
            when = _WHEN.match(said)
            opening = when[0] if when else ""
            return said if _WHO.search(thing) else f"{opening}{say}{said.removeprefix(opening)}"
    return _STOCK.sub(r"\g<thing>共\g<number>", said)


_STOCK = pattern(
    r"^(?P<thing>[^，0-9]*(?:点|处|群|栏|站|屏|牌|员|名单|事项|台账|窗口|账号|清单|设备|终端|存量))(?P<number>(?:约|近)?[0-9][0-9.,]*余?(?:个|处|块|台|名|人|份|项|家|条|件))$"
)
"""A stock of things, told without a verb: 地质灾害隐患点63处."""
