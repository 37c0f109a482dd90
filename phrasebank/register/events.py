"""Events that are told in pieces and have a reading of their own: decisions and checks.

One decision: a reading is asked only where its event is at home, or where the person jotted it.
"""

from collections.abc import Iterable

from phrasebank.register.checking import checked
from phrasebank.register.decided import decided


def told(text: str, field: str, fields: Iterable[str]) -> str | None:
    """Official wording of normalised clauses (joined by ，), or None.

    Args:
        text: The clauses.
        field: Where they are at home.
        fields: That field and the one they were jotted in.
    """
    if field == "主动公开" and (said := decided(text)):
        return said
    return checked(text) if "监督保障" in fields or "平台建设" in fields else None
