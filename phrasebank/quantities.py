"""Quantities of a note: the numbers that count something, with unit, and never a year, an ordinal or a fixed term.

One decision: a number is read exactly or not at all. 几条, 多次, 三五个 have no value; 60多人 has 60 and says so.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from phrasebank.number_words import (
    CHINESE,
    NOT_OVER,
    NUMBER,
    OVER,
    SHORT_THOUSAND,
    TO,
    is_counting,
    size_range,
    whole_tens,
)
from phrasebank.protect import FULL_WIDTH, Span, read_lexicon
from report.cells import plain
from report.lazily import pattern
from report.numerals import read_numeral
from report.yamlfile import YamlFile, convert


class _UnitsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classifiers: tuple[str, ...]
    money: tuple[str, ...]
    same: dict[str, str]
    not_before: dict[str, tuple[str, ...]]
    before: dict[str, str]
    inside: dict[str, str]
    after: dict[str, str]
    not_qualifier: tuple[str, ...]


class Found(msgspec.Struct, frozen=True):
    """A quantity where it stands in a text; what it counts is not known yet."""

    start: int
    end: int
    value: str
    unit: str
    approx: bool
    qualifier: str
    number_start: int
    """Where the number itself begins, after 约 or 近."""


_WIDE_COMMA = pattern("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
"""The thousands mark of somebody who types everything full-width."""
_PAIR = pattern("(?<![咱哥姐爷娘你他她它们爹妈])[俩仨]")
"""俩 and 仨 are 两个 and 三个, where they do not follow persons (咱俩)."""
_LETTER_SCALE = pattern("(?<=[0-9])[wWk](?![A-Za-z0-9])")
"""1.2w is 1.2万, 3k is 3千: what people type on a telephone."""


class QuantityReader:
    """Reads quantities by one ``units.yaml``."""

    def __init__(self, source: YamlFile) -> None:
        """Compile the unit list; mistakes in the file are answered with file and line."""
        shape = convert(source, _UnitsFile)
        self._same: Mapping[str, str] = shape.same
        self._not_before = shape.not_before
        self._before, self._inside, self._after = shape.before, shape.inside, shape.after
        self._not_qualifier = shape.not_qualifier
        self._money = frozenset(shape.money)
        units = _alternatives((*shape.money, *shape.classifiers))
        self._pattern = re.compile(
            rf"(?:(?P<before>{_alternatives(shape.before)})(?:共?有|是|共)?)?[ \u3000]?"
            rf"(?:(?P<percent>百分之)(?P<part>{NUMBER})|(?P<all>百分百)|"
            rf"(?P<number>{NUMBER})"
            rf"(?:(?P<inside>{_alternatives(shape.inside)})(?P<big>[十百千万亿]+)?(?P<still>[多余])?)?"
            rf"(?:[ \u3000]?(?P<first>{units})?[ \u3000]?{TO}[ \u3000]?(?P<upto>{NUMBER})(?P<more>[多余])?)?"
            rf"[ \u3000]?(?P<unit>[%％‰]|{units})?)"
            rf"(?P<after>{_alternatives(shape.after)})?"
        )

    def read(self, text: str, spans: Sequence[Span] = ()) -> tuple[Found, ...]:
        """The quantities of ``text`` outside the protected ``spans``, in order."""
        plain_text = _WIDE_COMMA.sub(",", text).translate(FULL_WIDTH)
        plain_text = _LETTER_SCALE.sub(lambda match: "千" if match[0] == "k" else "万", plain_text)
        found: list[Found] = []
        start = 0
        for end, after in [*((span.start, span.end) for span in spans), (len(text), len(text))]:
            found += self._read_gap(plain_text, start, end)
            start = after
        return tuple(found)

    def _pairs(self, text: str, start: int, end: int) -> list[Found]:
        return [
            Found(
                match.start(),
                match.end(),
                value,
                "个",
                approx=False,
                qualifier="",
                number_start=match.start(),
            )
            for match in _PAIR.finditer(text, start, end)
            for value in ("2" if match[0] == "俩" else "3",)
        ]

    def _read_gap(self, text: str, start: int, end: int) -> list[Found]:
        found: list[Found] = []
        position = start
        while match := self._pattern.search(text, position, end):
            quantity = self._quantity(match, text)
            if quantity:
                found.append(quantity)
            position = max(quantity.end if quantity else match.end(), match.start() + 1)
        pairs = self._pairs(text, start, end)
        return sorted([*found, *pairs], key=lambda quantity: quantity.start) if pairs else found

    def _quantity(self, match: re.Match[str], text: str) -> Found | None:
        start = match.start()
        before = match["before"] or ""
        if before and text[: start + len(before)].endswith(self._not_qualifier):
            before = ""
        number_start = match.start("number") if match["number"] else match.end("before")
        number_start = max(number_start, start)
        if not before:
            start = number_start
        if match["percent"] or match["all"]:
            value = read_numeral("100" if match["part"] in (None, "百") else match["part"])
            number_start = match.start("percent") if match["percent"] else match.start("all")
            start = start if before else number_start
            after = match["after"] or ""
            qualifier = self._qualifier(before, "", after)
            if value is None:
                return None
            return Found(start, match.end(), plain(value), "%", bool(qualifier), qualifier, number_start)
        return self._counted(match, text, start, number_start, before)

    def _counted(
        self, match: re.Match[str], text: str, start: int, number_start: int, before: str
    ) -> Found | None:
        number, unit = match["number"], match["unit"] or ""
        end = match.end("unit") if unit else (match.end("number"))
        if unit and self._begins_a_word(unit, text, match.end("unit")):
            unit, end = "", match.start("unit")
            while text[end - 1].isspace():
                end -= 1
        inside, after = match["inside"] or "", match["after"] or ""
        sum_goes_on = (
            inside in ("+", "＋") and not unit and "\u4e00" <= text[match.end("inside") :][:1] <= "\u9fff"
        )
        if sum_goes_on:  # 图解20+文字15
            inside = ""
        scale = (match["big"] or number[-1:]) if unit in ("元", "块钱") else ""
        if scale in ("万", "亿"):
            unit = scale + "元"  # money keeps the scale it was given in
        if not unit:
            groups = ("number",) if sum_goes_on else ("number", "inside", "big", "still", "upto", "more")
            end = max(match.end(group) for group in groups)
            after = after if match.start("after") == end else ""
        if after:
            end += len(after)
        value = self._value(match, unit, text, end)
        if value is None:
            return None
        if NOT_OVER.search(text, 0, start) and before in (
            "超过",
            "超",
        ):  # 没超过5小时 says no more than that
            before, start = "", number_start
        if not before and number[0] in "百千万" and OVER.search(text, 0, number_start):
            before, start = "超过", number_start - 1
        if "几" in inside and not whole_tens(number):
            return None
        qualifier = self._qualifier(before, inside or (match["more"] and "余") or "", after)
        unit = {"％": "%"}.get(unit, unit)
        return Found(start, end, value, self._same.get(unit, unit), bool(qualifier), qualifier, number_start)

    def _value(self, match: re.Match[str], unit: str, text: str, end: int) -> str | None:
        number, big, upto = match["number"], match["big"] or "", match["upto"]
        chinese = number[0] in CHINESE
        if upto:
            low, high = size_range(number, upto)
            return f"{low}-{high}" if low and high else None
        free = bool(unit or match["inside"])
        if chinese and not is_counting(number, text, match.start("number"), end, counted=free):
            return None
        if unit in self._money and unit[0] in "万亿":
            number, big = (number, "") if big else (number[:-1] if number[-1] == unit[0] else number, "")
        low_value = read_numeral(SHORT_THOUSAND.sub(r"\1千", number) + big)
        if low_value is None:
            low_value = read_numeral("一" + number + big) if number[0] in "百千万" else None
        return None if low_value is None else plain(low_value)

    def _qualifier(self, before: str, inside: str, after: str) -> str:
        return self._before.get(before) or self._inside.get(inside) or self._after.get(after) or ""

    def _begins_a_word(self, unit: str, text: str, end: int) -> bool:
        following = text[end : end + 1]
        return bool(following) and following in self._not_before.get(unit, ())


def _alternatives(words: Sequence[str] | Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def shipped_reader() -> QuantityReader:
    """The reader over the shipped ``lexicon/units.yaml``."""
    return QuantityReader(read_lexicon("units.yaml"))
