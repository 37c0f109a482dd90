"""What the few safe edits of a jotted clause go by, from `lexicon/wording.yaml`, and the cut into words they work on.

One decision: words are replaced as whole words only. A clause is cut once, with every word the register knows and a
list of words that are never cut (`lexicon/whole_words.yaml`), so that 收了 can never become a part of 收录, nor 个人 lose its 个.
"""

import re
from functools import cache

import msgspec

from phrasebank.grammar.chunks import NUMBER
from phrasebank.protect import read_lexicon
from phrasebank.register.lexicon import load_lexicon
from phrasebank.themes import load_themes
from phrasebank.tokens import Cutter, Kept
from phrasebank.vocabulary import load_vocabulary
from report.lazily import pattern
from report.yamlfile import convert


class VerbEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An everyday verb and the official one it stands for with certain objects."""

    verb: str
    say: str
    of: str
    like: tuple[str, str]


class CountEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A general classifier and the one that its noun asks for."""

    unit: str
    say: str
    of: str


class AmountEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is done with a thing that was jotted with its number only."""

    of: str
    say: str
    fields: str
    like: tuple[str, str]


class WordingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`wording.yaml`."""

    verbs: tuple[VerbEntry, ...]
    counts: tuple[CountEntry, ...]
    alone: dict[str, str]
    amounts: tuple[AmountEntry, ...]


class Wording(msgspec.Struct, frozen=True):
    """The data of the safe edits, ready for use."""

    verbs: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    """Everyday verb → (official verb, its objects), in the order of the file."""
    counts: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    """Classifier → (the right one, the nouns that ask for it at the head of what follows)."""
    amounts: tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]
    acts: frozenset[str]
    """Words that say something of a subject: verbs and the adjectives of the trade."""
    cutter: Cutter
    entries: WordingFile


@cache
def load_wording() -> Wording:
    """Read the file once per process.

    Raises:
        InputProblem: the file is not valid; file, line and right form are named.
    """
    shape = convert(read_lexicon("wording.yaml"), WordingFile)
    lexicon = load_lexicon()
    verbs: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for entry in shape.verbs:
        for verb in entry.verb.split():
            verbs.setdefault(verb, []).append((entry.say, _any(entry.of)))
    counts: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for count in shape.counts:
        counts.setdefault(count.unit, []).append((count.say, _any(count.of)))
    shared = load_vocabulary()
    said = (entry.say for entry in shape.verbs)
    words = {
        *shared.whole,
        *shared.general,
        *shared.acts,
        *lexicon.word_map,
        *lexicon.word_map.values(),
        *said,
        *_ENDINGS,
    }
    words |= {word for word in _theme_words() if word[0] not in verbs or word[1:] not in words}
    return Wording(
        verbs={verb: tuple(ways) for verb, ways in verbs.items()},
        counts={unit: tuple(ways) for unit, ways in counts.items()},
        amounts=tuple((each.say, _any(each.of), frozenset(each.fields.split())) for each in shape.amounts),
        acts=shared.acts,
        cutter=Cutter(word.lower() for word in words if 1 < len(word) <= 12 and "（" not in word),
        entries=shape,
    )


_ENDINGS = ("一遍", "一下", "起来", "出来", "下来", "出去", "下去", "上去", "完毕", "没有", "还没", "全都")


def _theme_words() -> frozenset[str]:
    return frozenset(
        word for theme in load_themes().values() for word in (*theme.strong, *theme.soft) if word
    )


def one_of(words: str) -> frozenset[str]:
    """The words of a list written with blanks between them."""
    return frozenset(words.split())


def _any(words: str) -> re.Pattern[str]:
    return pattern("|".join(re.escape(word) for word in sorted(words.split(), key=lambda word: -len(word))))


_WHOLE = pattern(rf"《[^》]*》|“[^”]*”|[A-Za-z][A-Za-z0-9]*|12345|{NUMBER}%?|(?<=了)解[读决答释]")
_CLASSIFIER = pattern(
    r"人次|户次|场次|批次|工作日|个月|个工作日|个百分点|小时|分钟|万元|元|"
    r"[条件篇次场期份名册处轮项起家户批张台宗幅块封套部类种座支本例卷回遍]|人(?![大民员社均才事])|个(?!人(?:信息|隐私|数据|所得|名义)|[体性别案税])"
)


def cut(text: str) -> list[str]:
    """The words of a clause; titles, quotations and numbers whole, a classifier behind its number by itself."""
    kept: list[Kept] = []
    for found in _WHOLE.finditer(text):
        kept.append(Kept(found.start(), found.end()))
        if found[0][0] in "近约超0123456789" and (unit := _CLASSIFIER.match(text, found.end())):
            kept.append(Kept(unit.start(), unit.end()))
    return [token.text for token in load_wording().cutter.cut(text, kept)]
