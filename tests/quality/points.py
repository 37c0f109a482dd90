"""The points of an editor's checklist that a program can decide, one function each.

A function answers with what an editor would mark; nothing when the point holds. Points that need a reader (is the
sentence true of any unit? is this measure an answer to that problem?) are not here.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from report.unit import derive_short
from tests.quality import style
from tests.quality.against import contradictions
from tests.quality.support import digit_count, unsupported
from tests.quality.written import Written, joined, length, notes_of, ours

Point = Callable[[Written], tuple[str, ...]]

_HARD_CLAIMS = re.compile(
    r"首次|率先|唯一|有效|显著|明显|大幅|圆满|卓有成效|高度重视|一致好评|新台阶|最后一公里"
)
_ALL = re.compile(r"均|全部|全覆盖|100%")
_ALL_SAID = re.compile(r"都|全|均|各|每|一个不落|一条没漏|逐|100|１００|百分之百|一条龙|皆")
_IN_TIME = re.compile(r"(?<!不)(?<!不够)及时|按期|按时|法定期限")
_IN_TIME_SAID = re.compile(r"及时|按期|按时|期限|超期|超时|不到|内|当天|当日|同步|准时|马上")
_ZERO = re.compile(r"(?<![0-9.])0(?:件|次|条|起|场|篇|期|个|元|份)")
_SHORTS = (
    "我局",
    "我办",
    "我委",
    "我厅",
    "我部",
    "我署",
    "我镇",
    "我乡",
    "我街道",
    "我县",
    "我区",
    "我市",
    "本机关",
)
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])|[0-9]{17}[0-9Xx]")
_YEAR = re.compile(r"(?<![0-9〔])(20[0-9]{2})年")
_COUNTED = re.compile(r"([0-9]+(?:\.[0-9]+)?)(条次|人次|批次|个工作日|[条件篇次期场个份册名人户家轮处元])")
_OF_WHICH = re.compile(r"([0-9]+)([条件篇次期场个份册名人])，其中([^。；]*)")
_ITEMS = re.compile(r"[一二三四五六七八九]是")


def p01_digits(written: Written) -> tuple[str, ...]:
    """Every digit goes back to an answer."""
    return digit_count(written)[1]


def p02_degree(written: Written) -> tuple[str, ...]:
    """均, 全部, 及时, 首次 and their kin only where somebody said so."""
    found = []
    done = (written.figures.value("T3.R24.C7") or Decimal(0)) > 0 and written.figures.value("T3.R25.C7") == 0
    for paragraph in written.paragraphs:
        said = notes_of(written)
        for sentence in ours(paragraph):
            if sentence.kind in {"frame", "edited"}:
                continue
            from_cells = done and paragraph.aspect == "依申请公开"
            if _ALL.search(sentence.text) and not (from_cells or _ALL_SAID.search(said)):
                found.append(sentence.text)
            if _IN_TIME.search(sentence.text) and not _IN_TIME_SAID.search(said):
                found.append(sentence.text)
            found += [
                f"{hit[0]}：{sentence.text}"
                for hit in _HARD_CLAIMS.finditer(sentence.text)
                if hit[0] not in said and "现行有效" not in sentence.text
            ]
    return tuple(found)


def p03_empty(written: Written) -> tuple[str, ...]:
    """Nothing but frame sentences without a source."""
    return unsupported(written)


def p04_aspects(written: Written) -> tuple[str, ...]:
    """All aspects of the edition, in its order, each once."""
    aspects = tuple(paragraph.aspect for paragraph in written.section("一") if paragraph.heading)
    return () if aspects == tuple(written.figures.edition.aspects) else ("、".join(aspects),)


def p05_length(written: Written) -> tuple[str, ...]:
    """Section 一 below 1000 characters, section 五 at most half of it."""
    one, five = length(written.text_of("一")), length(written.text_of("五"))
    too_long = (f"一：{one}字",) if one > 1000 else ()
    return (*too_long, f"五：{five}字，一：{one}字") if five * 2 > one else too_long


def p06_tables(written: Written) -> tuple[str, ...]:
    """What the text counts is what the tables count (points 6 and 7)."""
    return contradictions(written)


def p08_zero(written: Written) -> tuple[str, ...]:
    """Nothing is said as ``0件``; what did not come in was not dealt with."""
    text = joined(written.told)
    both = "未收到政府信息公开申请" in text and re.search(r"申请[^。]*(?:均|全部)[^。]*办结", text)
    return (*(hit[0] for hit in _ZERO.finditer(text)), *(("未收到……办结",) if both else ()))


def p09_fee(written: Written) -> tuple[str, ...]:
    """From report year 2021, section 六 speaks of the fee with all its figures; it is never a bare 无."""
    text = "".join(paragraph.text for paragraph in written.section("六"))
    if written.year < 2021:
        return ("收费句",) if "信息处理费" in text else ()
    figures = [written.figures.value(f"FEE6.{cell}") for cell in ("notices", "notified", "received")]
    missing = [f"{value:f}" for value in figures if value and f"{value:f}" not in text]
    return (*(() if "信息处理费" in text else ("没有收费句",)), *missing)


def p10_sums(written: Written) -> tuple[str, ...]:
    """``其中`` lists add up: complete without 等, short of the total with 等 or 其余, never above it."""
    found = []
    for sentence in written.told:
        for hit in _OF_WHICH.finditer(sentence.text):
            parts = [Decimal(value) for value, unit in _COUNTED.findall(hit[3]) if unit == hit[2]]
            total, open_list = Decimal(hit[1]), re.search(r"等|其余|主要", hit[3]) is not None
            if len(parts) < 2:
                continue
            short, exact = sum(parts) < total, sum(parts) == total
            closed = "等" not in re.sub(r"等[^0-9]{2,8}(?=[0-9])", "", hit[3])
            if not (exact and closed) and not (short and open_list):
                found.append(hit[0])
    return tuple(found)


def p11_self(written: Written) -> tuple[str, ...]:
    """One name for itself, the one that fits the kind of unit."""
    own = {written.unit.short, derive_short(written.unit.name, written.unit.kind)}
    text = joined(written.told).replace("本机关不掌握", "")
    return tuple(short for short in _SHORTS if short not in own and short in text)


def p12_years(written: Written) -> tuple[str, ...]:
    """Only the report year, the year before and the year after, unless a note named another."""
    allowed = {str(written.year + step) for step in (-1, 0, 1)}
    text = re.sub(r"《[^》]*》|〔[^〕]*〕", "", joined(written.told))
    return tuple(
        year for year in _YEAR.findall(text) if year not in allowed and year not in notes_of(written)
    )


def p13_basis(written: Written) -> tuple[str, ...]:
    """The opening names the edition's own document."""
    opening = "".join(paragraph.text for paragraph in written.paragraphs if not paragraph.section)
    number = written.figures.edition.basis.number
    return () if number in opening else (f"没有{number}",)


def p14_private(written: Written) -> tuple[str, ...]:
    """No telephone or identity numbers of persons."""
    return tuple(hit[0] for hit in _MOBILE.finditer(joined(written.told)))


def _matters(text: str) -> frozenset[str]:
    bare = re.sub(r"政府信息|公开|全年|本年度|其中|其他|信息", "，", text)
    pairs = (bare[start : start + 2] for start in range(len(bare) - 1))
    return frozenset(pair for pair in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair))


def p15_twice(written: Written) -> tuple[str, ...]:
    """No count (from 10 on) is stated of one matter in two sentences of section 一.

    Left out is 依申请公开, where the form itself counts the same requests several times.
    """
    seen: dict[tuple[str, str], str] = {}
    found = []
    for paragraph in written.section("一"):
        for sentence in ours(paragraph) if paragraph.aspect != "依申请公开" else ():
            for pair in dict.fromkeys(_COUNTED.findall(sentence.text)):
                before = seen.setdefault(pair, sentence.text)
                again = before != sentence.text and _matters(before) & _matters(sentence.text)
                if Decimal(pair[0]) >= 10 and again:
                    found.append(f"{pair[0]}{pair[1]}：{before} / {sentence.text}")
    return tuple(found)


def _items(written: Written, paragraph_id: str) -> int:
    """Items of a paragraph: 一是, 二是 … of a sentence, or the sentence itself; last year's problems are not among them."""
    texts = [
        sentence.text
        for paragraph in written.paragraphs
        if paragraph.id == paragraph_id
        for sentence in ours(paragraph)
        if not sentence.text.startswith("上年")
    ]
    return sum(len(_ITEMS.findall(text)) or 1 for text in texts)


def p16_pairs(written: Written) -> tuple[str, ...]:
    """At most three problems, each with a measure or with the question for one; 一是 only from two items on."""
    problems, measures = _items(written, "5.problems"), _items(written, "5.measures")
    asked = sum("改进" in each.text for each in written.sentences if each.kind == "gap")
    said = f"问题{problems}条，措施{measures}条"
    alone = "一是" in written.text_of("五") and "二是" not in written.text_of("五")
    return (said,) if problems > 3 or measures + asked < problems or alone else ()


POINTS: Mapping[str, Point] = {
    "1 数字有来处": p01_digits,
    "2 程度词有凭据": p02_degree,
    "3 没有空话": p03_empty,
    "4 小节齐全": p04_aspects,
    "5 篇幅": p05_length,
    "6、7 与表一致": p06_tables,
    "8 零用零句": p08_zero,
    "9 收费三个数": p09_fee,
    "10 分项与总数": p10_sums,
    "11 自称": p11_self,
    "12 年份": p12_years,
    "13 依据": p13_basis,
    "14 个人信息": p14_private,
    "15 数字不重复": p15_twice,
    "16 问题与措施成对": p16_pairs,
    "18 时态": style.p18_tense,
    "19 文风": style.p19_style,
    "20 标点": style.p20_marks,
    "1.3 邻句不同开头": style.r_neighbours,
    "1.6 数字串": style.r_numbers,
    "1.3 主语和全年": style.r_subject,
    "1.2 碎句": style.r_choppy,
    "叠字错字": style.r_stutter,
}
"""By the numbers of the checklist; those below are from its general rules."""
