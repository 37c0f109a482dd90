"""Small words of speech and what official prose does with them: companions, 给, classifiers, 没, 都, particles, fillers.

One decision: each edit looks at the words around it and leaves in doubt the word as it was said.
"""

import re

from phrasebank.register.wording import load_wording, one_of

_ALL = ("都", "全都", "全", "全部都", "通通", "统统")
_STATES = one_of(
    "有 是 能 会 要 可 可以 须 应 应当 由 在 按 按期 经 以 为 设有 配有 附有 印有 能够 需 需要 未 无 不 已 没 均 实行 属于 用 可查 做到 执行 具有 面向 "
    "到位 及时 正常 畅通 规范 齐全 清楚 明确 合格 达标 完整 准确 一致 参加 包括 坚持"
)
_RESULTS = one_of(
    "公开 公布 公示 整改 答复 办结 归档 上网 备案 回复 落实 更新 完成 发布 关停 注销 下架 修复 更正 报送 张贴 反馈 标注 补齐 清理 录入 登记 销号 移交 "
    "上网公开 整改到位 认定 覆盖 签订 通过 纳入 公证 建立 明确 更换 印发 配齐 开通 上线"
)
_ADVERBS = one_of("重新 及时 全部 逐条 逐项 逐件 基本 同步 按期 顺利 均 已经 陆续 统一 集中 当日 如期")
_AFTER = one_of("完 好 成 掉 完毕 起来 出来 下来 出去 下去 上去 一遍 一下 下")


def is_act(word: str) -> bool:
    """Whether a word says something of a subject."""
    return word in load_wording().acts


_IN_STEP = frozenset("发审上更公报签出起")
"""What is done at the same time as something else, not together with someone: 解读跟文件一起审."""


def companions(words: list[str]) -> list[str]:
    """跟…一起 → 会同…; 跟, 和 before who takes part → 与; 一起 before a verb → 共同."""
    out = list(words)
    for index, word in enumerate(words):
        if word in ("跟", "同", "和") and "一起" in words[index + 2 : index + 7]:
            partner = words.index("一起", index + 2)
            if word == "跟" or index == 0:
                following = words[partner + 1] if partner + 1 < len(words) else ""
                same = following[:1] in _IN_STEP
                out[index], out[partner] = ("与", "同步") if same else ("会同", "")
        elif word == "跟" or (word == "和" and index == 0):
            out[index] = "与"
        elif word == "一起" and index + 1 < len(words) and "会同" not in out:
            out[index] = "同步" if words[index + 1][0] in _IN_STEP else "共同"
    return [word for word in out if word]


def giving(words: list[str]) -> list[str]:
    """把 → 将; 给 by what follows: 给企业发放 → 向企业发放, 给群众提供 → 为群众提供; 让群众 → 供群众."""
    out = list(words)
    for index, word in enumerate(words):
        rest = words[index + 1 :]
        if word == "把":
            out[index] = "将"
        elif word == "给" and rest:
            towards = any(
                each in ("发放", "推送", "发出", "发送", "通报", "汇报", "讲解", "反馈", "宣讲")
                for each in rest
            )
            spoken = (
                rest[0] in ("了", "的", "，") or rest[0][0].isdigit() or (index and is_act(words[index - 1]))
            )
            out[index] = word if spoken else "向" if towards else "为"
    return out


def classifiers(words: list[str]) -> list[str]:
    """个 → 件, 名, 处 by its noun, also where the noun stands before the number (申请3个)."""
    counts = load_wording().counts
    out = list(words)
    for index, word in enumerate(words):
        if (
            word not in counts
            or index == 0
            or (not words[index - 1][-1:].isdigit() and words[index - 1][-1:] != "余")
        ):
            continue
        after = "".join(words[index + 1 :])
        before = "".join(words[: index - 1])
        if word == "回":
            out[index] = "次"
        if word == "个" and after[:1] == "人" and after[1:2] not in ("大", "员", "民"):
            out[index] = ""  # 3人, never 3名人
            continue
        for say, of in counts[word]:
            near = of.match(after) or (
                (not after.strip("，了") or after[:1] in "，、；") and _ends_with(before, of)
            )
            if near:
                out[index] = say
                break
    return out


def _ends_with(text: str, of: re.Pattern[str]) -> bool:
    return any(match.end() == len(text) for match in of.finditer(text))


_UNDONE = one_of("被 再 因 因为 在 断 中断 变 变化 变动 缴 交 超期 超时 动")
"""Verbs that are no words of the trade; 没 before a thing stays, for what is missing is said in many ways (没灯)."""


def negations(words: list[str]) -> list[str]:
    """没, 没有 before a verb → 未; before anything else → 无."""
    out = list(words)
    for index, word in enumerate(words):
        if word in ("没", "没有", "还没", "没有人"):
            following = words[index + 1] if index + 1 < len(words) else ""
            if following == "有":
                out[index] = "未" if index + 2 < len(words) and is_act(words[index + 2]) else "无"
                out[index + 1] = ""
            elif is_act(following) or following in _UNDONE:
                out[index] = "无人" if word == "没有人" else "尚未" if word == "还没" else "未"
            elif following and word != "没":
                out[index] = "无"
    return [word for word in out if word]


def all_of_them(words: list[str], *, planned: bool) -> list[str]:
    """都 → 均 before what holds, 均已 before what is done (都公示了 → 均已公示, 都有 → 均有)."""
    out = list(words)
    for index, word in enumerate(words):
        if word not in _ALL or (index == 0 and word not in ("都", "全")):
            continue
        run = _run(words, index + 1)
        after = words[index + 1 + len(run) : index + 2 + len(run)]
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == "全" and not run and following not in _STATES:
            continue
        done = after in (["了"], ["过"]) or any(each in _AFTER for each in after)
        bare = not after or after == ["，"]
        if following in _STATES or following == "已":
            out[index] = "均"
        elif run and not planned and (done or (bare and run[-1] in _RESULTS)):
            out[index] = "均已"
        else:
            out[index] = "全部" if word == "全" else "均"
    return out


def _run(words: list[str], start: int) -> list[str]:
    run: list[str] = []
    for word in words[start:]:
        if not (is_act(word) or word in _ADVERBS):
            break
        run.append(word)
    return run


_KEPT_LE = ("为", "除", "末", "终")


_ONE = frozenset("张个台些块本套份")
"""One of a kind, without a number: 列了张表, 摆了台查询机."""
_SINGLE = frozenset("发搞办开用去做改收报查学办出讲评换调听参")


_SPOKEN_ACTS = {
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
_DEGREES = ("少", "多", "慢", "快", "晚", "早")


def _compared(out: list[str], degree: str) -> bool:
    """发得少 → 发布较少, 公开得少 → 公开较少."""
    if out[-1] in _SPOKEN_ACTS and degree in _DEGREES:
        out[-1] = _SPOKEN_ACTS[out[-1]]
    elif not is_act(out[-1]):
        return False
    out.append("较")
    return True


def particles(words: list[str], *, planned: bool) -> list[str]:
    """了, 过, 着 after a verb are dropped; at the end of a topic and its verb the verb takes 已 (指南完善了 → 指南已完善)."""
    out: list[str] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in _AFTER and out and is_act(out[-1]) and following in ("", "了", "，"):
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
        out[place - 1] in _ADVERBS - {"均"} or (is_act(out[place - 1]) and out[place - 1] in _RESULTS)
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
