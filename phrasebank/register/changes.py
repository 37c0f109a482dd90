"""A number that became another one: 许可事项22→23项 → 许可事项由22项增至23项.

One decision: which way it went is read from the numbers; when it went so is not said.
"""

import re
from decimal import Decimal

_CHANGE = re.compile(
    r"(?P<what>[^，0-9→]{2,14}?)(?:总数|数量|数)?(?:从|由)?(?P<one>[0-9]+(?:\.[0-9]+)?)(?P<scale>万?)(?P<unit>[项家个条件名人处]?)"
    r"(?:→|->|=>|➜|⇒)(?P<other>[0-9]+(?:\.[0-9]+)?)(?P<scale2>万?)(?P<unit2>[项家个条件名人处]?)"
)
_FOLLOWERS = re.compile(r"(?:的)?(?:粉丝|关注|关注用户|订阅用户)$")
_SIZE = {"": 1, "万": 10000}


def changed(text: str) -> str | None:
    """Official wording of a normalised clause that tells such a change, or None."""
    found = _CHANGE.fullmatch(text)
    if not found:
        return None
    unit = found["unit2"] or found["unit"]
    what = _FOLLOWERS.sub("关注用户", found["what"])
    if what != found["what"] or what.endswith("关注用户"):
        unit = unit or "人"
    one = Decimal(found["one"]) * _SIZE[found["scale"]]
    other = Decimal(found["other"]) * _SIZE[found["scale2"]]
    if not unit or one == other:
        return None
    way = "增至" if other > one else "减至"
    return f"{what}由{found['one']}{found['scale']}{unit}{way}{found['other']}{found['scale2']}{unit}"
