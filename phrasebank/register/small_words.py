"""Small words of speech and what official prose does with them: companions, 给, classifiers, 没, 都.

One decision: each edit looks at the words around it and leaves in doubt the word as it was said.
"""

import re

from phrasebank.register.wording import load_wording, one_of

_ALL = ("都", "全都", "全", "全部都", "通通", "统统")
_STATES = one_of(
    "有 是 能 会 要 可 可以 须 应 应当 由 在 按 按期 经 以 为 设有 配有 附有 印有 能够 需 需要 未 无 不 已 没 均 实行 属于 用 可查 做到 执行 具有 面向 "
    "到位 及时 正常 畅通 规范 齐全 清楚 明确 合格 达标 完整 准确 一致 参加 包括 坚持"
)
RESULTS = one_of(
    "公开 公布 公示 整改 答复 办结 归档 上网 备案 回复 落实 更新 完成 发布 关停 注销 下架 修复 更正 报送 张贴 反馈 标注 补齐 清理 录入 登记 销号 移交 "
    "上网公开 整改到位 认定 覆盖 签订 通过 纳入 公证 建立 明确 更换 印发 配齐 开通 上线"
)
ADVERBS = one_of("重新 及时 全部 逐条 逐项 逐件 基本 同步 按期 顺利 均 已经 陆续 统一 集中 当日 如期")
AFTER = one_of("完 好 成 掉 完毕 起来 出来 下来 出去 下去 上去 一遍 一下 下")


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
        done = after in (["了"], ["过"]) or any(each in AFTER for each in after)
        bare = not after or after == ["，"]
        if following in _STATES or following == "已":
            out[index] = "均"
        elif run and not planned and (done or (bare and run[-1] in RESULTS)):
            out[index] = "均已"
        else:
            out[index] = "全部" if word == "全" else "均"
    return out


def _run(words: list[str], start: int) -> list[str]:
    run: list[str] = []
    for word in words[start:]:
        if not (is_act(word) or word in ADVERBS):
            break
        run.append(word)
    return run
