"""A problem or a measure in the person's own words, with its small spoken words in their official form.

One decision: nothing is moved and nothing is left out; only what `lexicon/joints.yaml` lists is replaced, and a clause
without any of it, or with something spoken left, is not worded here.
"""

from functools import cache, lru_cache

import msgspec

from phrasebank.protect import LEXICON
from phrasebank.register.minimal import minimal
from phrasebank.register.safety import has_bare_verb, is_official, keeps_atoms, stutters
from phrasebank.replacing import Replacements
from report import lazily
from report.yamlfile import convert, read_yaml

_FIELDS = {"problems": "存在问题", "measures": "改进情况"}
_MOST = 32


ONCE = lazily.pattern(r"(?<=[\u4e00-\u9fff])1[次回遍趟轮份本套册张](?![0-9])")
"""每季度查一次, 编一份清单 hold no number: once every quarter, a list."""


class JointFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`joints.yaml`: pairs of a pattern and what stands for it."""

    problems: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]


@cache
def joints(of: str) -> Replacements:
    """The pairs of ``problems`` or ``measures``, in the order they are tried."""
    data = convert(read_yaml(LEXICON / "joints.yaml"), JointFile)
    pairs: tuple[tuple[str, str], ...] = getattr(data, of)
    return Replacements(pairs)


@lru_cache(maxsize=1024)
def in_plain_words(jotted: str, of: str) -> str | None:
    """The clause in official words, or None; ``of`` is ``problems`` or ``measures``."""
    text = joints(of).made_in(jotted)
    if text == jotted or len(text) > _MOST:
        return None
    own = minimal(text, _FIELDS[of])
    if own is None or not own.whole or not is_official(own.text) or has_bare_verb(own.text):
        return None
    kept = keeps_atoms(ONCE.sub("", jotted), ONCE.sub("", own.text)) and not stutters(text, own.text)
    return own.text if kept else None
