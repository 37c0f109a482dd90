"""What a small word brings along: who acts (由), for whom (向), where (在), what is handled (把)."""

from phrasebank.grammar.cursor import Cursor
from phrasebank.grammar.frames import Frame
from phrasebank.grammar.things import Item, Thing

_OUR_WORK = Thing((Item("政府信息公开工作", "duty", noun="政府信息公开工作"),))


def with_word(words: Cursor, frame: Frame, kind: str, say: str) -> bool:
    """Take such a word and what it brings; False where nothing fits it."""
    words.place += 1
    if kind == "at" and words.kind() == "count":
        count = words.count()
        frame.manner.append(f"在{count.number}{count.unit}内")
        words.place += words.kind() == "suffix"
        return say == "在"
    if kind == "dispose" and words.kind() == "filler" and words.kind(1) == "verb":
        frame.object = _OUR_WORK  # 把这个算进考核
        words.place += 1
        return True
    found = words.thing()
    if found is None:
        return False
    thing, words.place = found
    words.place += words.kind() == "suffix"
    if kind == "dispose":
        frame.object = thing
    elif kind == "agent":
        frame.agent = (say, thing)
    elif kind == "toward":
        frame.toward = (say, thing)
    elif frame.place is None:
        frame.place = (say, thing)
    else:
        return False
    return True
