"""更正：网站50条 · 行政处罚改成4件 · 网站那个数不对，应该50: what a reply says of an earlier answer.

One decision: a reply is a correction whole or not at all; one clause that says anything else, and it is an answer.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from report.lazily import pattern
from report.yamlfile import convert, read_yaml

_FILE = Path(__file__).parent / "talk" / "correcting.yaml"
NUMBER = r"(?:[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?万?|[零〇一二两三四五六七八九十百千万]+)"
UNIT = "条次|人次|件次|场次|万元|元|块钱|块|条|件|份|个|宗|起|项|篇|次|期|场|人|户|处|家|封|批|册|天|章|部|则|回|位|名"
CLAUSES = pattern(r"(?:(?<![0-9０-９])[，,]|[，,](?![0-9０-９]{3}(?![0-9０-９]))|[。；;：:！!\n、\s])+")


class CorrectingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words of the file, by what they do."""

    asides: tuple[str, ...]
    earlier: tuple[str, ...]
    wrong: tuple[str, ...]
    wrong_here: tuple[str, ...]
    heads: tuple[str, ...]
    should: tuple[str, ...]
    counts: tuple[str, ...]
    becomes: tuple[str, ...]
    between: tuple[str, ...]
    number_of: tuple[str, ...]
    closing: tuple[str, ...]
    totals: tuple[str, ...]
    own_names: tuple[str, ...]
    """What only the report has, among the names of `questions`."""
    questions: Mapping[str, tuple[str, ...]]
    """Id of a question → what its answer is called."""


class Item(msgspec.Struct, frozen=True):
    """One number to be changed; what was not said is empty."""

    name: str
    """What it counts, in the person's words."""
    old: str
    new: str
    """The number, with its unit if one was said."""


class Correction(msgspec.Struct, frozen=True):
    """A reply about an earlier answer."""

    items: tuple[Item, ...]
    name: str = ""
    """What was called wrong without saying what is right."""
    plain: bool = False
    """Whether the words can mean nothing else (刚才…错了, 更正：…), so that what is not found is said."""
    sure: bool = True
    """False for a mere 应该是50条, which may be an answer as well: without a name it needs the very unit."""


@cache
def correcting_words() -> CorrectingWords:
    """The shipped words."""
    return convert(read_yaml(_FILE), CorrectingWords)


def _any(words: Sequence[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


class _Grammar(msgspec.Struct, frozen=True):
    mark: re.Pattern[str]
    becomes: re.Pattern[str]
    between: re.Pattern[str]
    wrong_value: re.Pattern[str]
    instead: re.Pattern[str]
    denied: re.Pattern[str]
    value: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    data = correcting_words()
    name = r"(?P<name>[^0-9０-９]{0,16}?)"
    old, new = rf"(?P<old>{NUMBER}(?:{UNIT})?)", rf"(?P<new>(?:{NUMBER}(?:{UNIT})?|没有|零))"
    wrong, should, counts = _any(data.wrong), _any(data.should), _any(data.counts)
    done, end = "(?:了|一下|下|的|啦|过)*", f"{_any(data.closing)}*"
    return _Grammar(
        mark=re.compile(rf"{name}(?:{old})?(?P<wrong>{wrong}){done}"),
        becomes=re.compile(rf"{name}(?:从|由)?(?:{old})?(?:应该|应|得|要)?{_any(data.becomes)}了?{new}{end}"),
        between=re.compile(rf"{name}(?:从|由)?{old}{_any(data.between)}{new}{end}"),
        wrong_value=re.compile(rf"{name}(?P<wrong>{wrong}){done}(?:(?:{should})(?:{counts})?|是|为|成){new}{end}"),
        instead=re.compile(rf"{name}不是{old}(?:而是|应该是|是|应为){new}{end}"),
        denied=re.compile(rf"{name}不是{old}{end}"),
        value=re.compile(rf"{name}(?P<should>{should})?(?:{counts})*{new}{end}"),
        lead=re.compile(rf"(?P<lead>(?:{_any(data.asides)}|{_any(data.earlier)})+)"),
        tail=re.compile(rf"(?:{_any(data.number_of)}|{_any(data.earlier)})+\Z"),
    )  # fmt: skip


def correction(typed: str) -> Correction | None:
    """What a reply says of an earlier answer; None for any other reply."""
    reading = _Reading()
    clauses = [clause for clause in CLAUSES.split(typed.strip()) if clause]
    if not clauses or not all(reading.take(clause) for clause in clauses):
        return None
    return reading.result()


def told_again(typed: str) -> str:
    """What follows 刚才说错了, in the words of an answer (收到7件，都是个人); empty where it is no such reply."""
    clauses = CLAUSES.split(typed.strip(), maxsplit=1)
    reading = _Reading()
    if len(clauses) < 2 or not reading.take(clauses[0]) or not reading.marked or not reading.plain:
        return ""
    return "" if reading.items or reading.name else clauses[1]


def takes_back(clause: str) -> bool:
    """Whether a clause does nothing but take back what was said before it: 不对, 写错了, 更正一下."""
    reading = _Reading()
    taken = reading.take(clause) and reading.marked
    return taken and not (reading.items or reading.name or reading.old)


def speaks_of_wrong(clause: str) -> bool:
    """Whether a clause says of something that it was wrong: 不对, 网站写错了, 网站不是50条."""
    reading = _Reading()
    return reading.take(clause) and reading.marked


_ANEW = pattern(
    r"(?:更正|改正|订正)(?:一下)?[：:，,\s]*(?P<name>[\u4e00-\u9fff]{2,8}?)(?:应该?是|应为|改为|改成|是|为|[：:])\s*(?P<value>\S.*)"
)


def named_anew(typed: str) -> tuple[str, str]:
    """Question and answer of 更正：单位全称是清水镇人民政府; both empty where nothing that is asked is called so."""
    found = _ANEW.fullmatch(typed.strip())
    question = question_called(found["name"]) if found else ""
    return (question, found["value"].rstrip("。")) if found and question else ("", "")


_CHANGED = pattern(
    r"(?:请?把|将)?(?:前面|刚才|上面|报告)?的?(?P<name>[\u4e00-\u9fff]{1,6}?)(?:要|应该|应)?(?:改成|改为|换成|更正为|变更为)了?[：:，,\s]*(?P<value>\S.*)"
)


def changed_anew(typed: str, *, noted: bool) -> tuple[str, str]:
    """Question and answer of 联系方式改成…, 年份改成2025; both empty where nothing that is asked is called so.

    Args:
        typed: A reply.
        noted: Whether it stands where the work is jotted: 电话改成… may tell there what was done, 联系方式改成… does not.
    """
    found = _CHANGED.fullmatch(typed.strip())
    data = correcting_words()
    if not found or (noted and found["name"] not in data.own_names):
        return "", ""
    question = question_called(found["name"])
    return (question, found["value"].rstrip("。")) if question else ("", "")


def question_meant(typed: str) -> str:
    """Id of the question whose answer, no number of the work, is called wrong (电话写错了，…); empty for anything else."""
    reading = _Reading()
    if not reading.take(CLAUSES.split(typed.strip(), maxsplit=1)[0]) or not reading.marked:
        return ""
    names = (reading.name, *(item.name for item in reading.items))
    return next(filter(None, map(question_called, names)), "")


def question_called(name: str) -> str:
    """Id of the question whose answer is called so (年份, 电话); empty where none is."""
    known = correcting_words().questions
    return next((question for question, words in known.items() if name in words), "")


class _Reading:
    """Clause by clause: what was named, what it was, what it should be."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.name = self.old = ""
        self.marked = self.plain = self.weak = self.slip = False
        self.clauses = 0

    def take(self, clause: str) -> bool:
        """Read one clause; False when it says anything else."""
        grammar = _grammar()
        answered = bool(self.items) and not self.marked
        if (lead := grammar.lead.fullmatch(clause)) is not None:
            return bool(lead)
        self.clauses += 1
        for form in (grammar.instead, grammar.wrong_value, grammar.becomes, grammar.between):
            if match := form.fullmatch(clause):
                self.marked = True
                return not answered and self._item(match)
        if match := grammar.denied.fullmatch(clause):
            return self._denied(match)
        if match := grammar.mark.fullmatch(clause):
            return not answered and self._mark(match)
        match = grammar.value.fullmatch(clause)
        if match is None:
            return False
        self.weak = self.weak or bool(match["should"])
        return self._item(match)

    def _mark(self, match: re.Match[str]) -> bool:
        """网站写错了 · 更正: what follows is the right number."""
        name, earlier = self._named(match["name"])
        data = correcting_words()
        alone = match["wrong"] in data.heads and not name
        self.plain = self.plain or earlier or alone or (not name and match["wrong"] not in data.wrong_here)
        self.slip = bool(name) and match["wrong"] not in (*data.wrong_here, *data.heads)
        self.marked = True
        if name or match["old"]:
            self.name, self.old = name, match["old"] or ""
        return True

    def _denied(self, match: re.Match[str]) -> bool:
        """不是60条: behind the right number it tells which one it was, before it it opens the correction."""
        name, _ = self._named(match["name"])
        self.marked = True
        if self.items and not name and not self.items[-1].old:
            self.items[-1] = msgspec.structs.replace(self.items[-1], old=match["old"])
        else:
            self.name, self.old = name or self.name, match["old"]
        return True

    def _item(self, match: re.Match[str]) -> bool:
        name, _ = self._named(match["name"])
        groups = match.groupdict()
        old = groups.get("old") or (self.old if not name or name == self.name else "")
        self.items.append(Item(name or self.name, old or "", match["new"]))
        self.name = self.old = ""
        return True

    def _named(self, text: str) -> tuple[str, bool]:
        """The name without the words around it, and whether they say that an earlier answer is meant."""
        data, grammar = correcting_words(), _grammar()
        lead = grammar.lead.match(text)
        name = text[lead.end() :] if lead else text
        tail = grammar.tail.search(name)
        around = (lead["lead"] if lead else "") + (tail[0] if tail else "")
        earlier = any(word in around for word in data.earlier) or bool(tail and "数" in tail[0])
        self.plain = self.plain or earlier
        bare = name[: tail.start()] if tail else name
        whole = tail is not None and not bare and name in data.totals
        return (name if whole else bare), earlier

    def result(self) -> Correction | None:
        """What all clauses say together."""
        named = all(item.name or (item.old and self.marked) for item in self.items)
        if not named and any(item.new[0] in "没零" for item in self.items):
            return None
        if not self.marked and not self.weak:
            return None
        if self.name and (self.items or self.clauses > 1):
            return None
        if not self.items and not (self.plain or self.slip) and not question_called(self.name):
            return None
        return Correction(tuple(self.items), self.name, self.plain and self.marked, self.marked)
