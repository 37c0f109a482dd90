"""Small pieces that the readings of told events share: when it was, how often, which unit people say."""

WHEN = (
    r"(?:今年|全年|本年度)?(?:(?:[0-9]{1,2}月(?:份|底|初|[上中下]旬|[0-9]{1,2}[日号])?(?:[、和])?)+|上半年|下半年|年初|年中|年底|年终|[一二三四]季度)"
    r"|(?:今年|全年|本年度)|每(?:年|月|季度|个月|半年|周[一二三四五六日]?|天)"
)
"""When something was, as a pattern without a name."""
_UNITS = {"回": "次", "趟": "次", "遍": "次", "堂课": "次", "堂": "次", "节课": "次", "节": "次", "课": "次"}


def ago(when: str | None) -> str:
    """The time in official words; 今年 is what the whole report speaks of."""
    if not when:
        return ""
    said = when.replace("份", "").replace("号", "日").replace("每个月", "每月")
    for year in ("今年", "全年", "本年度"):
        said = said.removeprefix(year)
    return said


def several(number: str | None, unit: str | None) -> str:
    """How often, with the classifier of the trade: 一回 → 一次."""
    if not number:
        return ""
    return f"{number}{_UNITS.get(unit or '次', unit or '次')}"
