"""What the shipped patterns ask for, kept beside them as Python keeps what it compiled: no start looks through thousands of them again.

One decision: it is kept by the pattern itself and counts for the very code that read it, so an edited file only adds what
is new in it (docs/decisions/0007).
"""

import atexit
from functools import cache
from pathlib import Path

from report import yamlkept

_CODE = Path(__file__).with_name("needs.py")
_WORTH = 50
"""So many patterns read anew are worth writing down."""


class KeptNeeds:
    """Pattern → the sets of words it asks for."""

    def __init__(self) -> None:
        """Take what was kept; nothing where nothing is."""
        self._code = _CODE.read_text(encoding="utf-8")
        found = yamlkept.kept(_CODE, self._code)
        self._known: dict[str, list[list[str]]] = found.data if found is not None else {}
        self._new = 0

    def get(self, source: str) -> tuple[frozenset[str], ...] | None:
        """What is known of a pattern."""
        asked = self._known.get(source)
        return None if asked is None else tuple(map(frozenset, asked))

    def add(self, source: str, needs: tuple[frozenset[str], ...]) -> None:
        """Remember a pattern that was read; what is new is written when the program ends."""
        self._known[source] = [sorted(words) for words in needs]
        self._new += 1
        if self._new == _WORTH:
            atexit.register(self.keep)

    def keep(self, *, whatever: bool = False) -> None:
        """Write it down, where Python may write, or ``whatever`` it may."""
        yamlkept.keep(_CODE, self._code, self._known, whatever=whatever)


@cache
def kept_needs() -> KeptNeeds:
    """The one table of this process."""
    return KeptNeeds()


def keep_needs() -> None:
    """Read all shipped patterns and keep what they ask for: an installation does, for its first start."""
    from phrasebank.register.lexicon import load_lexicon  # noqa: PLC0415  these read patterns by what is kept here
    from phrasebank.troubles.everyday import load_everyday  # noqa: PLC0415
    from phrasebank.troubles.plain import joints  # noqa: PLC0415

    lexicon = load_lexicon()
    for rule in (*lexicon.whole, *lexicon.parts):
        _ = rule.needs
    for refusal in lexicon.refuse:
        _ = refusal.needs
    load_everyday()
    for of in ("problems", "measures"):
        joints(of)
    kept_needs().keep(whatever=True)


__all__ = ["KeptNeeds", "keep_needs", "kept_needs"]
