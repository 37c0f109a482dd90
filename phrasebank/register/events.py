"""Events that are told in pieces and have a reading of their own: decisions, checks, rules of the desk.

One decision: a reading is asked only where its event is at home, or where the person jotted it.
"""

from collections.abc import Iterable

from phrasebank.register.checking import checked
from phrasebank.register.decided import decided
from phrasebank.register.disclosed import disclosed
from phrasebank.register.facilities import set_up
from phrasebank.register.masking import masked
from phrasebank.register.meetings import met
from phrasebank.register.reviewing import reviewed
from phrasebank.register.scores import scored
from phrasebank.register.staffing import staffed
from phrasebank.register.tidying import tidied


def told(text: str, field: str, fields: Iterable[str]) -> str | None:
    """Official wording of normalised clauses (joined by ，), or None.

    Args:
        text: The clauses.
        field: Where they are at home.
        fields: That field and the one they were jotted in.
    """
    if field == "主动公开" and (said := decided(text)):
        return said
    if ("监督保障" in fields or "平台建设" in fields) and (said := checked(text)):
        return said
    if not {field, *fields} & _AT_THE_DESK:
        return None
    return masked(text) or tidied(text) or reviewed(text, field)


def told_else(text: str, fields: Iterable[str]) -> str | None:
    """The same for what rules may word as well: who does the work, marks and ranks, meetings, how things were made public."""
    if "主动公开" in fields and (said := disclosed(text)):
        return said
    if "平台建设" in fields and (said := set_up(text)):
        return said
    return staffed(text) or scored(text) or met(text) if "监督保障" in set(fields) else None


_AT_THE_DESK = {"政府信息管理", "依申请公开", "主动公开", "平台建设"}
