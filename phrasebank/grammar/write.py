"""A jotted clause in official order, or nothing: the way of every clause that no rule fits and that sounds like speech."""

from msgspec.structs import replace

from phrasebank.grammar.doing import CLASS_OF, Doing
from phrasebank.grammar.frames import Frame
from phrasebank.grammar.readings import Reading, read_clause
from phrasebank.grammar.roles import load_roles
from phrasebank.grammar.things import Item, Thing

_NOUN_OF = {"依申请公开": ("申请", "request"), "平台建设": ("栏目", "column")}
"""What is meant in a field by what has no noun of its own (失效的), where nothing was spoken of before."""
_OPENED = ("site", "account", "column", "spot")
"""What may not have been opened."""
_SHORT_STATE = 3
"""安全 and 统一 before another statement are the end of a name."""
_NAMED = ("通知", "公告", "统计", "规划", "设计", "汇报", "监测", "调度", "承诺", "总结", "评估", "监督")
"""Verbs that are names as often."""
_GIVEN = ("资助", "补助", "救助", "奖励", "补偿")
"""What is given to people ends the name of a list (困难学生资助名单)."""
_PARTS = ("interpretation", "video", "information", "document")


def write_clause(text: str, field: str, head: Thing | None = None) -> tuple[str, Thing | None] | None:
    """The clause in official prose, or None.

    Args:
        text: Normalised words of one clause.
        field: Where it is to be written.
        head: The thing spoken of before, for what has no noun of its own.

    Returns:
        The wording and the thing it speaks of.
    """
    for reading in read_clause(text):
        if worded := _write(reading, field, head):
            return worded
    return None


def _write(reading: Reading, field: str, head: Thing | None) -> tuple[str, Thing | None] | None:
    said: list[str] = []
    before: Frame | None = None
    for place, each in enumerate(reading.frames):
        if place < len(reading.frames) - 1 and _is_a_name(each):
            return None
        frame = replace(each, manner=list(each.manner), topics=list(each.topics))
        if before is not None and _bare(before, frame):
            return None  # 听汇报2次 is no 听取，汇报2次
        if before is not None and before.may and not frame.may and frame.verb and frame.verb.word == "查":
            frame.may = before.may  # 可以查政策查进度
        words = _words(frame, field, head, before)
        if words is None:
            return None
        if words:
            said.append(words)
        head = each.object or (each.topics[-1] if each.topics else head)
        before = each
    return ("，".join(said).replace("，并", "并"), head) if said else None


def _words(frame: Frame, field: str, head: Thing | None, before: Frame | None) -> str | None:
    """The wording of one frame; empty when the frame before says it already, None when it cannot be worded."""
    text, cls = _NOUN_OF.get(field, ("信息", "information"))
    noun = head or Thing((Item(text, cls, noun=text),))
    if frame.object and frame.object.headless and frame.topics and frame.verb and frame.verb.word[0] == "换":
        frame.object = None  # 导视牌换新的了
    frame.object = frame.object.with_head(noun) if frame.object else None
    _tell_apart(frame)
    frame.topics = [topic.with_head(noun) for topic in frame.topics]
    if frame.then:
        told = not (frame.topics or frame.object or frame.verb)
        return "" if told and before is not None and before.before else None
    if frame.have or frame.be:
        return _having(frame, noun)
    if frame.state:
        return _being(frame, CLASS_OF.get(field, noun.cls), after=before is not None)
    if frame.verb is None:
        return _amount(frame, field)
    return Doing(frame, frame.verb, field, known=head, after=bool(before and before.verb)).words()


def _tell_apart(frame: Frame) -> None:
    """What only tells which, behind the thing it tells of: 取水许可这些群众关心的."""
    topics = frame.topics
    if len(topics) == 2 and topics[1].headless and not topics[0].headless and not topics[0].counted:
        first, *rest = topics[0].items
        which = topics[1].written
        frame.topics = [Thing((replace(first, text=which + first.text), *rest), topics[0].marks)]


_EITHER = ("统一", "主动", "明确", "及时", "规范", "有序")
"""States that tell how something is done as well."""


def _bare(before: Frame, frame: Frame) -> bool:
    """A verb or a state by itself, and the next word in the same breath: the cut was wrong (听汇报2次, 统一配了公示牌)."""
    if before.state in _EITHER:
        return not frame.topics
    alone = before.object is None and before.count is None and before.early is None and not before.done
    return alone and before.verb is not None and not before.verb.formal


def _is_a_name(frame: Frame) -> bool:
    """A word read as what is said of a thing, though it ends a name: 饮水安全 | 群众最关心, 限行通知 | 都提前发."""
    if frame.all or frame.done or frame.negated or frame.count or frame.early or frame.may:
        return False
    if frame.object:
        return bool(frame.verb and frame.verb.word == "困难") or bool(
            frame.verb and frame.verb.word in _GIVEN and frame.topics
        )
    if frame.state:
        return len(frame.state) < _SHORT_STATE and frame.state == frame.state.removeprefix("未")
    return bool(frame.verb and frame.verb.word in _NAMED and frame.topics)


def _plain(frame: Frame) -> bool:
    """Nothing is said of how, by whom, to whom or where."""
    return not (frame.manner or frame.agent or frame.place or frame.toward or frame.negated or frame.second)


def _having(frame: Frame, noun: Thing) -> str | None:
    """网站有专栏, 两篇是图解, 当面来的有3个."""
    thing, count, topics = frame.object, frame.count or frame.early, frame.topics
    opening = frame.time + frame.before
    if frame.negated or frame.manner or frame.agent or frame.toward or len(topics) > 1:
        return None
    if thing is None:
        return f"{topics[0].written}{count.of(topics[0].cls)}" if count and topics else None
    if frame.be and count:
        part = not topics and thing.cls in _PARTS
        return f"其中{thing.written}{count.of(thing.cls or noun.cls)}" if part else None
    if frame.be and topics and _plain(frame):
        verb = "任" if thing.cls == topics[0].cls == "person" else "为"
        return f"{opening}{topics[0].acting}{frame.all}{verb}{thing.written}"
    where = topics[0] if topics else frame.place[1] if frame.place else None
    if frame.be or where is None or thing.written in ("人", "人员"):
        return None
    return f"{opening}{where.written}{frame.all}{load_roles().have.get(thing.cls, '有')}{thing.written}"


def _being(frame: Frame, cls: str, *, after: bool) -> str | None:
    """政策解读偏少, 均未发现问题, 其中1件不属于本机关负责公开."""
    where = frame.place[1].written if frame.place and not frame.place[1].counted else ""
    frame.place = None if where else frame.place
    if frame.state.startswith(("不由本机关", "经查不由", "不属于本机关")) and cls != "request":
        return None
    if frame.state == "未开设" and (not frame.topics or frame.topics[-1].cls not in _OPENED):
        return None  # 1件没有: nobody said what is missing
    if frame.object or not _plain(frame) or frame.may or frame.count:
        return None
    if len(frame.topics) > 1 and any(each.counted for each in frame.topics):
        return None  # 网站两次检测都合格
    if frame.topics:
        topic = "、".join(each.written for each in frame.topics)
        item = frame.topics[0].items[0]
        if item.count and cls == "request" and item.cls == "information":
            topic = f"其中{item.count.of(cls)}申请{item.text}"
    elif frame.early:
        topic = f"{'其中' if cls == 'request' else ''}{frame.early.of(cls)}"
    elif after or cls == "request":
        topic = ""
    else:
        return None
    return f"{frame.time}{frame.before}{where}{topic}{frame.often}{frame.all}{frame.state}"


def _amount(frame: Frame, field: str) -> str | None:
    """A thing and its number, with the verb of the trade: 网络提交2件, 发布公告20条."""
    if not _plain(frame) or frame.early or len(frame.topics) != 1 or len(frame.topics[0].items) != 1:
        return None
    topic = frame.topics[0]
    if topic.cls == "channel":
        return topic.written
    verb = load_roles().amounts.get((topic.cls, field), "")
    return f"{frame.time}{frame.before}{verb}{topic.written}" if verb else None
