"""Who acts at a desk and what they do, by lexicon/steps.yaml: 股长 → 股长, 一把手 → 主要负责人, 签 → 签发.

One decision: somebody nobody knows is no person; the caller then leaves the clause to the other readings.
"""

import re
from functools import cache

import msgspec

from phrasebank.grammar.chunks import chunks_of
from phrasebank.grammar.mention import is_named
from phrasebank.protect import read_lexicon
from phrasebank.register.edits import in_whole_words
from report.lazily import pattern
from report.yamlfile import convert

LINK = "(?:首先|先|再|接着|然后|随后|之后|最后|末了|末尾|最终|后头|往后|到头来|头道|二道|三道)*(?:由|让|叫|给|请|送|交给|交|拿给|经(?![办手])|过|归|到|报)?"
"""What stands before the person of a step."""
_BETWEEN = "(?:先|再|最后|最终|负责|统一|来)*"


class ActEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is done at a step."""

    say: str
    words: str


class StepsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`steps.yaml`."""

    acts: tuple[ActEntry, ...]
    review: str
    people: str
    texts: str


class Words(msgspec.Struct, frozen=True):
    """The file, ready for use."""

    step: re.Pattern[str]
    acts: dict[str, str]
    review: frozenset[str]
    people: dict[str, str]
    texts: dict[str, str]


@cache
def load_steps() -> Words:
    """Read the file once per process.

    Raises:
        InputProblem: the file is not valid; file, line and right form are named.
    """
    data = convert(read_lexicon("steps.yaml"), StepsFile)
    acts = {word: entry.say for entry in data.acts for word in entry.words.split()}
    longest = "|".join(sorted(map(re.escape, acts), key=len, reverse=True))
    step = re.compile(
        rf"{LINK}(?P<who>(?:[2-9]个?人)|[^，、：0-9]{{2,10}}?)(?P<self>自己)?{_BETWEEN}(?P<act>{longest}|[一1](?:遍|道|眼|审|次))(?:了|过)?"
    )
    return Words(step, acts, frozenset(data.review.split()), _pairs(data.people), _pairs(data.texts))


def _pairs(words: str) -> dict[str, str]:
    return {word: say or word for word, _, say in (each.partition("=") for each in words.split())}


def person_of(text: str) -> str:
    """Who it is in official words; empty where it is nobody we know."""
    people = load_steps().people
    if text in people:
        return people[text]
    if several := _SEVERAL.fullmatch(text):
        return f"{several['n']}人"
    if (charged := _CHARGED.match(text)) and (rest := person_of(text[charged.end() :])):
        return f"{charged[0]}{rest}"
    said = ""
    for chunk in chunks_of(text) or ():
        sense = next((sense for sense in chunk.senses if sense.cls in ("person", "office")), None)
        name = people.get(chunk.text) or (sense.say if sense else "")
        if not name:
            return in_whole_words(text) if _OFFICIAL.fullmatch(text) and is_named(text) else ""
        said += name
    return said


_CHARGED = pattern("(?:承办|经办|主办|起草|牵头|拟稿)(?=..)")
_OFFICIAL = pattern(
    "[\u4e00-\u9fff]{1,8}(?:长|员|处|科|股|室|办|部|组|队|所|站|局|委|中心|主任|书记|领导|负责人|编辑|审核人|承办人)"
)
"""How those who act are called, where no word of the trade knows them (台长, 办事处主任)."""


_SEVERAL = pattern("(?P<n>[2-9])个?人")


def act_of(word: str) -> str:
    """What is done at a step, in official words."""
    acts = load_steps().acts
    return acts.get(word) or acts.get(f"{word}字", word)
