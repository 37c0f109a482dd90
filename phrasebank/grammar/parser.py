"""Reads a clause into frames.

One decision: every word must find its place. What is left over makes the reading fail, and the clause is not ours.
"""

from collections.abc import Sequence

from phrasebank.grammar.after_verb import read_after, read_perfects
from phrasebank.grammar.before_verb import read_before
from phrasebank.grammar.cursor import Cursor
from phrasebank.grammar.frames import Frame
from phrasebank.grammar.lexicon import Verb
from phrasebank.grammar.things import Word

_MOST_FRAMES = 3
_OWN_FRAME = ("收到", "收取", "发现", "获得", "征求", "征集", "参加", "负责")
"""Verbs that never close another one."""
_EVERY = {"一季度": "每季度", "一季": "每季度", "一周": "每周", "一月": "每月", "一年": "每年"}
"""With 一次 behind it, how often."""


def read_frames(said: Sequence[Word]) -> list[Frame] | None:
    """All frames in order; None when a word finds no place."""
    words = Cursor(_without_is(said))
    frames: list[Frame] = []
    while not words.ended:
        if len(frames) == _MOST_FRAMES:
            return None
        frame = _frame(words)
        if frame is None:
            return None
        frames.append(frame)
        if words.kind() == "and" and frame.verb and words.place + 1 < len(words.words):
            if words.sense().say == "或":
                return None  # 补上或者撤掉: one of the two, and nobody knows which
            words.place += 1  # 经办写、主任看、副乡长签
    return frames


def _frame(words: Cursor) -> Frame | None:
    frame = Frame()
    if not read_before(words, frame):
        return None
    kind = words.kind()
    if kind == "verb":
        word, sense = words.word()
        frame.verb = sense.verb
        frame.done = frame.done or "了" in word
        words.place += 1
        _more_verbs(words, frame)
        read_after(words, frame)
    elif kind == "state":
        frame.state = words.sense().say
        words.place += 1
        read_perfects(words, frame)
    elif kind in ("have", "be"):
        frame.have, frame.be = kind == "have", kind == "be"
        words.place += 1
        if found := words.thing():
            frame.object, words.place = found
        elif words.kind() == "count":
            frame.count = words.count()
        else:
            return None
    elif kind or not (frame.early or frame.then or any(topic.counted for topic in frame.topics)):
        return None
    if (
        frame.count
        and frame.count.number in ("一", "1")
        and frame.time in _EVERY
        and frame.count.unit in ("次", "回")
    ):
        frame.often, frame.time = f"{_EVERY[frame.time]}{frame.often}", ""
    return frame


def _more_verbs(words: Cursor, frame: Frame) -> None:
    """收集整理, 检查通报: two official verbs side by side are one."""
    while words.kind() == "verb" and frame.verb and frame.verb.formal:
        other = words.sense().verb
        if other is None or not other.formal or len(frame.verb.word) > 2 or other.word in _OWN_FRAME:
            return
        word = frame.verb.word + other.word
        frame.verb = Verb(word, {}, word, word, formal=True)
        words.place += 1


def _without_is(words: Sequence[Word]) -> list[Word]:
    """都是按时回的 says what 都按时回 says."""
    said = list(words)
    at = next((place for place, (_, sense) in enumerate(said) if sense.kind == "be"), None)
    if (
        at is not None
        and len(said) > at + 2
        and said[-1][1].kind == "of"
        and said[-2][1].kind in ("verb", "perfect")
    ):
        del said[-1], said[at]
    return said
