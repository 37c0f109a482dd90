"""Particles and fillers: 了, 过, 着, 得 behind a verb, 太 before a state, and words that only speech needs.

One decision: a particle that says that something is done becomes 已 where a topic stands before its verb, else it goes.
"""

from phrasebank.register.small_words import ADVERBS, AFTER, RESULTS, is_act
from phrasebank.register.wording import one_of

_ONE = frozenset("张个台些块本套份")
"""One of a kind, without a number: 列了张表, 摆了台查询机."""
_SINGLE = frozenset("发搞办开用去做改收报查学办出讲评换调听参")
SPOKEN_ACTS = {
    "发": "发布",
    "看": "查看",
    "更": "更新",
    "贴": "张贴",
    "报": "报送",
    "推": "推送",
    "讲": "讲解",
    "回": "回复",
    "放": "公开",
    "挂": "公开",
}
"""Verbs of one character as people say them, written whole."""
_DEGREES = ("少", "多", "慢", "快", "晚", "早")


def _compared(out: list[str], degree: str) -> bool:
    """发得少 → 发布较少, 公开得少 → 公开较少."""
    if out[-1] in SPOKEN_ACTS and degree in _DEGREES:
        out[-1] = SPOKEN_ACTS[out[-1]]
    elif not is_act(out[-1]):
        return False
    out.append("较")
    return True


def particles(words: list[str], *, planned: bool) -> list[str]:
    """了, 过, 着 after a verb are dropped; at the end of a topic and its verb the verb takes 已 (指南完善了 → 指南已完善)."""
    out: list[str] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in AFTER and out and is_act(out[-1]) and following in ("", "了", "，"):
            continue
        if word == "了" and out and not following.startswith("不"):  # 建了不更新 keeps it
            if following in ("再", "才"):
                out.append("后")
                continue
            if following in ("", "，") and not planned:
                _perfect(out)
            continue
        if word in _ONE and out and index and words[index - 1] == "了":
            continue
        if (
            word == "得"
            and out
            and len(following) == 1
            and following not in "了过个“"
            and _compared(out, following)
        ):
            continue
        if word == "得" and out and is_act(out[-1]):
            continue
        if word == "太" and following and not (out and out[-1].endswith("不")):
            out.append("较" if len(following) == 1 else "较为")
            continue
        if word == "才" and out and out[-1] == "后":
            continue
        if word == "再" and out and out[-1] == "后":
            continue
        if (
            word in ("过", "着")
            and out
            and (is_act(out[-1]) or out[-1] in _SINGLE)
            and out[-1] not in ("超", "通", "经", "不")
        ):
            continue
        out.append(word)
    return out


def _perfect(out: list[str]) -> None:
    """Put 已 before the verb that ends ``out`` where a topic without a verb of its own stands before it."""
    start = max((place + 1 for place, word in enumerate(out) if word == "，"), default=0)
    place = len(out) - 1
    if place <= start or not is_act(out[place]):
        return
    while place > start and (
        out[place - 1] in ADVERBS - {"均"} or (is_act(out[place - 1]) and out[place - 1] in RESULTS)
    ):
        place -= 1
    before = out[start:place]
    said = "".join(before)
    if (
        not before
        or "已" in said
        or before[-1] in ("均", "未", "不", "无", "由", "后")
        or any(map(is_act, before))
    ):
        return
    out.insert(place, "已")


_DROPPED = one_of(
    "也 又 就 还是 呗 啦 哈 哦 嘛 呢 噢 喽 咯 其实 另外 然后 反正 基本上 这块 这一块 儿 咱 咱们 我们 俺"
)


def fillers(words: list[str]) -> list[str]:
    """Words that only speech needs are dropped; 的 at the end goes too."""
    out = [
        word for index, word in enumerate(words) if word not in _DROPPED and not (word == "还" and index == 0)
    ]
    while out and out[-1] == "的":
        out.pop()
    return out
