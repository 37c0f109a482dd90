"""What stands before the verb of a frame: things, numbers, who acts, when and how, the step it goes before."""

from phrasebank.grammar.cursor import Cursor
from phrasebank.grammar.frames import Frame, set_word
from phrasebank.grammar.roles import WHO
from phrasebank.grammar.things import Item, Thing
from phrasebank.grammar.with_words import with_word

_SPANS = ("天", "工作日", "个工作日", "小时", "个月", "日")
_GOING_OUT = ("上网", "发布", "公开", "印发", "发", "发出", "公示")
"""Steps of whatever stands before them."""
_STEPPED = ("information", "document", "reply", "list", "rule", "letter", "interpretation", "request")
"""Things whose step is meant when they stand before it (公文出手前)."""
_STEP = {"before": "前", "after": "后", "when": ""}


def read_before(words: Cursor, frame: Frame) -> bool:
    """What stands before the verb; False where a word finds no place."""
    while not words.ended:
        kind, say = words.kind(), words.sense().say
        if kind == "verb" and words.kind(1) in _STEP:
            if not _step(words, frame):
                return False
        elif kind == "have" and words.kind(1) == "count" and words.kind(2):
            words.place += 1  # 有1个材料不全
        elif kind in ("verb", "have", "be", "state"):
            return True
        elif set_word(frame, kind, say):
            words.place += 1
        elif kind in ("dispose", "agent", "toward", "at"):
            if not with_word(words, frame, kind, say):
                return False
        elif not _named(words, frame):
            return False
    return True


def _named(words: Cursor, frame: Frame) -> bool:
    """A thing or a number before the verb."""
    if found := words.thing():
        thing, words.place = found
        _topic(words, frame, thing)
        return True
    if words.kind() != "count" or frame.early is not None:
        return False
    count = words.count()
    if count.unit in _SPANS and words.kind() == "suffix":
        frame.manner.append(f"在{count.number}{count.unit}内")
        words.place += 1
        return True
    if frame.manner[-1:] == ["提前"]:
        frame.manner[-1] = f"提前{count.number}{count.unit}"
    elif count.unit in ("人", "名", "位") and frame.agent is None:
        named = bool(frame.topics) and frame.topics[-1].cls in WHO and not frame.topics[-1].counted
        who = frame.topics.pop().written if named else ""
        frame.agent = ("由", Thing((Item(f"{who}{count.number}人", "person"),)))
    elif frame.topics and not frame.topics[-1].counted and len(frame.topics[-1].items) == 1:
        frame.topics[-1] = frame.topics[-1].with_count(count)
    else:
        frame.early = count
    return True


def _topic(words: Cursor, frame: Frame, thing: Thing) -> None:
    if words.kind() in _STEP:
        frame.before = thing.written + _step_word(words)
        words.place += 1
    elif words.kind() == "suffix" and not thing.cls and thing.written.endswith(_SPANS):
        frame.manner.append(f"在{thing.written}内")  # 三天内都回了
        words.place += 1
    elif words.kind() == "suffix" and frame.place is None:
        frame.place = ("在", thing)
        words.place += 1
    elif thing.written.endswith("人") and thing.counted and frame.topics and frame.topics[-1].cls == "office":
        who = frame.topics.pop().written
        frame.agent = ("由", Thing((Item(f"{who}{thing.written}", "person"),)))
    else:
        frame.topics.append(thing)


def _step_word(words: Cursor, ahead: int = 0) -> str:
    return _STEP.get(words.kind(ahead)) or words.sense(ahead).say


def _step(words: Cursor, frame: Frame) -> bool:
    """``发布前``, ``公文出手前``: the verb is a step that something stands before."""
    verb = words.sense().verb
    word = verb.word if verb else ""
    done_with = bool(frame.topics) and (
        frame.topics[-1].cls in _STEPPED or word in _GOING_OUT or (verb is not None and verb.formal)
    )
    thing = frame.topics.pop() if done_with else None
    said = verb.with_object(thing.cls if thing else "information") if verb else ""
    if not said or "~" in said:
        return False
    named = thing.written if thing else "信息" if said in ("发布", "公开", "上网公开") else ""
    frame.before = f"{named}{said.removesuffix('公开') or said}{_step_word(words, 1)}"
    words.place += 2
    return True
