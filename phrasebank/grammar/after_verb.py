"""What stands behind the verb of a frame: its object, its number, where it was put, how well it was done."""

from phrasebank.grammar.cursor import Cursor
from phrasebank.grammar.frames import Frame
from phrasebank.grammar.things import Thing
from phrasebank.grammar.with_words import with_word

_RESULTS = ("到位", "齐全", "清楚")


def read_after(words: Cursor, frame: Frame) -> None:
    """Everything up to the next verb or what belongs before it."""
    while not words.ended:
        kind, say = words.kind(), words.sense().say
        if kind == "count" and not words.thing():
            if frame.count is not None:
                return
            frame.count = words.count()
        elif kind in ("toward", "at") and getattr(frame, "toward" if kind == "toward" else "place") is None:
            start = words.place
            if not with_word(words, frame, kind, say):
                words.place = start
                return
        elif kind in ("filler", "total"):
            words.place += 1
        elif kind == "perfect":
            read_perfects(words, frame)
        elif not ((found := words.thing()) and _take_object(words, frame, *found)):
            return


def read_perfects(words: Cursor, frame: Frame) -> None:
    """Words that only say that it is done, how often and how well."""
    while words.kind() == "perfect":
        frame.done = True
        say = words.sense().say
        if say == "多次":
            frame.manner.append(say)
        elif say in _RESULTS:
            frame.result = say
        words.place += 1


def _take_object(words: Cursor, frame: Frame, thing: Thing, after: int) -> bool:
    if after < len(words.words) and words.words[after][1].kind == "suffix":
        if frame.place is not None:
            return False
        frame.place = ("在", thing)
        words.place = after + 1
        return True
    if frame.object is not None and frame.second is not None:
        return False
    goes_on = after < len(words.words) and words.words[after][1].kind in (
        "verb",
        "all",
        "manner",
        "already",
    )
    if goes_on and (frame.object or frame.count):
        return False  # 通报1次，问题都改了
    if frame.object is None:
        frame.object = thing
    else:
        frame.second = thing
    words.place = after
    return True
