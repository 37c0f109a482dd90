"""What a line says beside its complaint: it stands before or behind it in one problem, or waits with it.

One decision: a statement that complains of nothing is never a problem by itself; a complaint that says nothing without
its head is left together with it.
"""

from msgspec.structs import replace

from phrasebank.register.minimal import minimal
from phrasebank.register.safety import has_bare_verb, is_official, refusal
from phrasebank.register.segments import segments_of
from phrasebank.register.shapes import Item
from phrasebank.troubles.everyday import in_office_words
from phrasebank.troubles.pieces import merged
from phrasebank.troubles.plain import in_plain_words
from report import lazily

_FIELD = "存在问题"
GARBLED = lazily.pattern(
    r"^告知，|，(?:较|偏)[多少]$|请不到|够不着|说不清|无合|[^0-9]1处$|未[法人多少字啥有的]|看不$|[没未]较|多较少$|太|嫌|糊|磨蹭|老(?![年人百旧师化])|东西|朋友|回的话|看着|费劲|不动|法比|净是|看岔|还有$|才有$|^(?:有的|次年|还是)|得(?:慢|晚|深|乱|拖)$|不会，|较较"
)
"""What still sounds spoken, or lost its sense on the way: it goes to the person instead."""


SHORTEST = 4
"""A problem of fewer characters says too little."""


def with_background(pieces: list[tuple[Item, bool]]) -> list[tuple[Item, bool]]:
    """What a line says beside its complaint (招生政策每年都变，网上的还是旧的) stands before or behind it in one problem."""
    if all(item.verbatim for item, _ in pieces) or not any(item.verbatim for item, _ in pieces):
        return pieces
    told: list[tuple[Item, bool]] = []
    setting: Item | None = None
    for item, elaborates in pieces:
        said = _background(item) if item.verbatim and not item.reason else ""
        worded = replace(item, text=said, verbatim=False) if said else item
        if said and told and not told[-1][0].verbatim:
            told.append((worded, True))
        elif said:
            setting = merged(setting, worded) if setting else worded
        elif setting is not None and item.verbatim:
            told.append((left_together(_unworded(setting), item), False))
            setting = None
        elif setting is not None:
            told.append((merged(setting, item), elaborates))
            setting = None
        elif told and told[-1][0].verbatim and not told[-1][0].reason and _only_goes_on(item):
            told[-1] = (left_together(told[-1][0], _unworded(item)), False)
        else:
            told.append((item, elaborates))
    if setting is not None:
        told.append((_unworded(setting), False))  # nothing to stand before: it waits with its line
    return told


def _only_goes_on(item: Item) -> bool:
    """It was worded word by word, and what it is about stood before it."""
    jotted = _jotted(item)
    return item.text in (in_plain_words(jotted, "problems"), in_office_words(jotted, "problems"))


def _jotted(item: Item) -> str:
    return "，".join(segment.text for segment in segments_of(item.clauses))


def _unworded(item: Item) -> Item:
    return replace(item, text="，".join(clause.text for clause in item.clauses), verbatim=True, kind_id="")


def _background(item: Item) -> str:
    """A statement that complains of nothing, in official words, or empty."""
    text = _jotted(item)
    if "，" in text or refusal(text):
        return ""
    if said := in_office_words(text, "problems", as_jotted=True):
        return said
    own = minimal(text, _FIELD)
    said = in_plain_words(text, "problems") or (own.text if own is not None and own.whole else "")
    plain = said and is_official(said) and not has_bare_verb(said) and not GARBLED.search(said)
    return said if plain and len(said) >= SHORTEST else ""


def left_together(left: Item, right: Item) -> Item:
    """Neighbours of one line that nobody could word stay one piece."""
    return replace(left, text=f"{left.text}，{right.text}", clauses=(*left.clauses, *right.clauses))
