"""Reads a clause into frames.

One decision: every word must find its place. What is left over makes the reading fail, and the clause is not ours.
"""

from collections.abc import Sequence

from phrasebank.grammar.frames import Frame, set_word
from phrasebank.grammar.lexicon import Verb
from phrasebank.grammar.naming import read_thing
from phrasebank.grammar.things import Count, Item, Thing, Word

_MOST_FRAMES = 3
_RESULTS = ("到位", "齐全", "清楚")
_OWN_FRAME = ("收到", "收取", "发现", "获得", "征求", "征集", "参加", "负责")
"""Verbs that never close another one."""
_SPANS = ("天", "工作日", "个工作日", "小时", "个月", "日")
_OUR_WORK = Thing((Item("政府信息公开工作", "duty", noun="政府信息公开工作"),))
_GOING_OUT = ("上网", "发布", "公开", "印发", "发", "发出", "公示")
"""Steps of whatever stands before them."""
_EVERY = {"一季度": "每季度", "一季": "每季度", "一周": "每周", "一月": "每月", "一年": "每年"}
"""With 一次 behind it, how often."""
_STEPPED = ("information", "document", "reply", "list", "rule", "letter", "interpretation", "request")
"""Things whose step is meant when they stand before it (公文出手前)."""
_STEP = {"before": "前", "after": "后", "when": ""}


class Parser:
    """Reads one choice of senses from left to right."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Take words, each read in one sense."""
        self.words = _without_is(words)
        self.place = 0

    def frames(self) -> list[Frame] | None:
        """All frames in order; None when a word finds no place."""
        frames: list[Frame] = []
        while self.place < len(self.words):
            if len(frames) == _MOST_FRAMES:
                return None
            frame = self._frame()
            if frame is None:
                return None
            frames.append(frame)
            if self._kind() == "and" and frame.verb and self.place + 1 < len(self.words):
                self.place += 1  # 经办写、主任看、副乡长签
        return frames

    def _kind(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.words[place][1].kind if place < len(self.words) else ""

    def _frame(self) -> Frame | None:
        frame = Frame()
        if not self._before_verb(frame):
            return None
        kind = self._kind()
        if kind == "verb":
            word, sense = self.words[self.place]
            frame.verb = sense.verb
            frame.done = frame.done or "了" in word
            self.place += 1
            self._more_verbs(frame)
            self._after_verb(frame)
        elif kind == "state":
            frame.state = self.words[self.place][1].say
            self.place += 1
            self._perfects(frame)
        elif kind in ("have", "be"):
            frame.have, frame.be = kind == "have", kind == "be"
            self.place += 1
            if found := read_thing(self.words, self.place):
                frame.object, self.place = found
            elif self._kind() == "count":
                frame.count = self._count()
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

    def _more_verbs(self, frame: Frame) -> None:
        """收集整理, 检查通报: two official verbs side by side are one."""
        while self._kind() == "verb" and frame.verb and frame.verb.formal:
            other = self.words[self.place][1].verb
            if other is None or not other.formal or len(frame.verb.word) > 2 or other.word in _OWN_FRAME:
                return
            word = frame.verb.word + other.word
            frame.verb = Verb(word, {}, word, word, formal=True)
            self.place += 1

    def _before_verb(self, frame: Frame) -> bool:
        """What stands before the verb; False where a word finds no place."""
        while self.place < len(self.words):
            kind, say = self._kind(), self.words[self.place][1].say
            if kind == "verb" and self._kind(1) in _STEP:
                if not self._step(frame):
                    return False
            elif kind == "have" and self._kind(1) == "count" and self._kind(2):
                self.place += 1  # 有1个材料不全
            elif kind in ("verb", "have", "be", "state"):
                return True
            elif set_word(frame, kind, say):
                self.place += 1
            elif kind in ("dispose", "agent", "toward", "at"):
                if not self._with_word(frame, kind, say):
                    return False
            elif not self._named(frame):
                return False
        return True

    def _named(self, frame: Frame) -> bool:
        """A thing or a number before the verb."""
        if found := read_thing(self.words, self.place):
            thing, self.place = found
            self._topic(frame, thing)
            return True
        if self._kind() != "count" or frame.early is not None:
            return False
        count = self._count()
        if count.unit in _SPANS and self._kind() == "suffix":
            frame.manner.append(f"在{count.number}{count.unit}内")
            self.place += 1
            return True
        if frame.manner[-1:] == ["提前"]:
            frame.manner[-1] = f"提前{count.number}{count.unit}"
        elif count.unit in ("人", "名", "位") and frame.agent is None:
            who = frame.topics.pop().written if frame.topics and frame.topics[-1].cls == "office" else ""
            frame.agent = ("由", Thing((Item(f"{who}{count.number}人", "person"),)))
        elif frame.topics and not frame.topics[-1].counted and len(frame.topics[-1].items) == 1:
            frame.topics[-1] = frame.topics[-1].with_count(count)
        else:
            frame.early = count
        return True

    def _topic(self, frame: Frame, thing: Thing) -> None:
        if self._kind() in _STEP:
            frame.before = thing.written + self._step_word()
            self.place += 1
        elif self._kind() == "suffix" and frame.place is None:
            frame.place = ("在", thing)
            self.place += 1
        elif (
            thing.written.endswith("人")
            and thing.counted
            and frame.topics
            and frame.topics[-1].cls == "office"
        ):
            who = frame.topics.pop().written
            frame.agent = ("由", Thing((Item(f"{who}{thing.written}", "person"),)))
        else:
            frame.topics.append(thing)

    def _step_word(self, ahead: int = 0) -> str:
        return _STEP.get(self._kind(ahead)) or self.words[self.place + ahead][1].say

    def _count(self) -> Count:
        sense = self.words[self.place][1]
        self.place += 1
        return Count(sense.say, sense.cls)

    def _step(self, frame: Frame) -> bool:
        """``发布前``, ``公文出手前``: the verb is a step that something stands before."""
        verb = self.words[self.place][1].verb
        word = verb.word if verb else ""
        done_with = bool(frame.topics) and (frame.topics[-1].cls in _STEPPED or word in _GOING_OUT)
        thing = frame.topics.pop() if done_with else None
        said = verb.with_object(thing.cls if thing else "information") if verb else ""
        if not said or "~" in said:
            return False
        named = thing.written if thing else "信息" if said in ("发布", "公开", "上网公开") else ""
        frame.before = f"{named}{said.removesuffix('公开') or said}{self._step_word(1)}"
        self.place += 2
        return True

    def _with_word(self, frame: Frame, kind: str, say: str) -> bool:
        self.place += 1
        if kind == "at" and self._kind() == "count":
            count = self._count()
            frame.manner.append(f"在{count.number}{count.unit}内")
            self.place += self._kind() == "suffix"
            return say == "在"
        if kind == "dispose" and self._kind() == "filler" and self._kind(1) == "verb":
            frame.object = _OUR_WORK  # 把这个算进考核
            self.place += 1
            return True
        found = read_thing(self.words, self.place)
        if found is None:
            return False
        thing, self.place = found
        self.place += self._kind() == "suffix"
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

    def _perfects(self, frame: Frame) -> None:
        while self._kind() == "perfect":
            frame.done = True
            say = self.words[self.place][1].say
            if say == "多次":
                frame.manner.append(say)
            elif say in _RESULTS:
                frame.result = say
            self.place += 1

    def _after_verb(self, frame: Frame) -> None:
        """Everything up to the next verb or what belongs before it."""
        while self.place < len(self.words):
            kind, say = self._kind(), self.words[self.place][1].say
            if kind == "count" and not read_thing(self.words, self.place):
                if frame.count is not None:
                    return
                frame.count = self._count()
            elif (
                kind in ("toward", "at") and getattr(frame, "toward" if kind == "toward" else "place") is None
            ):
                start = self.place
                if not self._with_word(frame, kind, say):
                    self.place = start
                    return
            elif kind in ("filler", "total"):
                self.place += 1
            elif kind == "perfect":
                self._perfects(frame)
            elif not ((found := read_thing(self.words, self.place)) and self._take_object(frame, *found)):
                return

    def _take_object(self, frame: Frame, thing: Thing, after: int) -> bool:
        if after < len(self.words) and self.words[after][1].kind == "suffix":
            if frame.place is not None:
                return False
            frame.place = ("在", thing)
            self.place = after + 1
            return True
        if frame.object is not None and frame.second is not None:
            return False
        goes_on = after < len(self.words) and self.words[after][1].kind in (
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
        self.place = after
        return True


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
