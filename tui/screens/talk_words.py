"""What the conversation says about its own keys: the prompt's placeholder, the hint beneath it, and its help."""

from collections.abc import Mapping

from assistant.views import QuestionView
from tui.widgets.replies import digits_of
from tui.widgets.ticklist import tick_hint
from tui.widgets.ticks import TickChoice

GAP = "   "
"""Between two things that keys do; where there is no room for both on a line, the second begins another."""
_KEYS: Mapping[str, str] = {
    "prompt": (
        "回车 发送 · ↑↓ 选项、勾选、或往上看以前的回答 · 数字 选中快捷回答、回车才算 · 空格 勾选 · F6 沿用去年的回答 · "
        "Ctrl+← → 按词移动 · Ctrl+W 删一个词 · Ctrl+Z 撤销 · Ctrl+J 换行 · F2 看草稿 · Esc 回清单。"
        "也可以写：没有、跳过、返回、同上年。"
        "一句话可以答好几问，如“今年公开124条，没收到申请，也没有复议诉讼”：助手先说怎么理解的，您看过再回车。"
    ),
    "log": "↑↓ 一问一问看 · 回车 打开来改，原来的回答留着 · Home End 到头到尾 · Esc 回到输入的地方。直接打字也回到输入的地方。",
    "draft": "↑↓ 一句一句看来历 · 回车 去这一句的问题或表格 · PgUp PgDn 翻页 · F2 或 Esc 回到输入的地方。",
}


def keys_of(place: str) -> str:
    """The keys that work where the focus is (``prompt``, ``log``, ``draft``)."""
    return _KEYS.get(place, _KEYS["prompt"])


def for_example(question: QuestionView) -> str:
    """The example, to be put behind a sentence."""
    return f"，比如：{question.example}" if question.example else ""


def placeholder(question: QuestionView | None, asks: tuple[str, ...] = ()) -> str:
    """What stands in the empty prompt.

    Args:
        question: The open question.
        asks: The numbers a tick just asked for.
    """
    if question is None:
        return ""
    if question.offers:
        return "回车都照写；也可以写 1 3、逐句、都留着"
    if question.pending:
        return f"直接答，如：{question.example}；现在答不了，写“跳过”"
    if asks:
        sample = " ".join(("2", "60", "3")[: len(asks)])
        return f"写数字{'，空格隔开' if len(asks) > 1 else ''}，如 {sample}"
    if question.kind == "number":
        return f"写数字{_like(question)}；没有就写 0" if question.optional else f"写数字{_like(question)}"
    by_kind: Mapping[str, str] = {
        "choice": "↑↓ 选，回车定",
        "yesno": "↑↓ 选，回车定",
        "note": "有什么写什么，短句、数字都行" + ("；没有就直接回车" if question.optional else ""),
        "ticks": "空格勾选；也可以直接写" if question.ticks else "有什么写什么，短句、数字都行",
        "table": "回车打开表格；也可以用话说，如：予以公开3件，都是个人"
        if question.table == "T3"
        else "回车打开表格",
    }
    return by_kind.get(question.kind, "写好后回车")


def _like(question: QuestionView) -> str:
    sample = question.options[0].value if question.options else question.example
    return f"，如 {sample}" if sample else ""


def hint(question: QuestionView | None, ticks: TickChoice, typed: str, key: str = "") -> str:
    """What the keys do now, in a few words.

    Args:
        question: The open question.
        ticks: Its tick list.
        typed: What stands in the prompt.
        key: Where the cursor of the list is.
    """
    if question is None:
        return "↑ 改以前的回答"
    if question.kind == "ticks" and (question.ticks or ticks.lines):
        return tick_hint(ticks, typed.strip(), key)
    if question.wording:
        return OFFERS_HINT if question.offers else f"{_wording_lead(question, typed.strip())}{WORDING_HINT}"
    if question.options:
        digits = "或数字 " if digits_of(question) else ""
        back = "？ 为什么问" if key else "↑ 改以前的回答"
        choose = f"{'↑↓' if key else '↓'} {digits}选   回车 定   {back}"
        typing = "回车 就用上面这个   也可以直接写别的   ？ 为什么问"
        return choose if question.kind in {"choice", "yesno"} else typing
    if question.current and question.kind in TYPED_ANEW and typed.strip():
        return REPLACING_HINT if typed.strip() != question.current else KEEPING_HINT
    lead = "写好后回车"
    if not typed.strip() and question.kind == "table":
        lead = "直接回车 打开表格"
    elif not typed.strip() and question.optional:
        lead = "直接回车 跳过"
    return f"{lead}   ↑ 改以前的回答   ？ 为什么问"


def _wording_lead(question: QuestionView, typed: str) -> str:
    """What Enter and typing do with a sentence that is offered to be printed; one that is to be mended is not offered to Enter."""
    offered = question.current
    if typed and typed == offered:
        return "←→ 改好再回车   直接打字 另写" if question.remark else "回车 就这样写   直接打字 另写   ←→ 改"
    back = "   Ctrl+Z 拿回原来那句" if offered else ""
    return f"回车 就这样写{back}" if typed else f"写一句{back}"


def offered_hint(text: str) -> str:
    """What typing does while all that stands in the prompt is selected; of several lines it says how many go."""
    lines = text.strip().count("\n") + 1
    return OFFERED_HINT if lines == 1 else f"直接打字 换掉这 {lines} 行   → 留着接着写   ？ 为什么问"


TYPED_ANEW = frozenset({"text", "number", "note"})
"""Kinds of questions whose answer stands in the prompt when they are opened again."""
OFFERED_HINT = "直接打字 换掉原来的话   ←→ 留着改   ？ 为什么问"
REPLACING_HINT = "回车 换掉原来的回答   Ctrl+Z 拿回来   ？ 为什么问"
KEEPING_HINT = "回车 不改   Ctrl+U 清空   ？ 为什么问"
OFFERS_HINT = "回车 都照写 · 写号码 只要几句 · 逐句 · 都留着"
WORDING_HINT = "   写“跳过”先留着，“去掉”不写   ？ 为什么问"
PROPOSAL_HINT = "回车 记下   直接打字 重说   ←→ 改   F7 只按原话记"
QUESTION_HINT = "改好再回车   F7 只按原话记"
UNFINISHED = "上次勾到这里，还没提交：接着勾，勾完回车。"
"""Said at a list that was left before its Enter."""
