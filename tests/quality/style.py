"""The points of the checklist that ask how a draft reads: tense, style, marks, and how its sentences stand together."""

import re
from itertools import pairwise

from tests.quality.written import DIGITS, Written, clauses_of, joined, notes_of, ours

_RARE = ("进一步", "不断", "切实", "扎实", "持续", "着力", "全面", "深入")
_HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,:;!?()][\u4e00-\u9fff]?|[，。；、：]{2,}|。。")
_STUTTER = re.compile(r"([\u4e00-\u9fff]{2,4})\1|网站站|公开设专区|的发布的")
_LIMIT_SUBJECT, _LIMIT_YEAR_WORD, _LIMIT_RARE, _LONG, _SHORT = 4, 3, 4, 90, 8


def p18_tense(written: Written) -> tuple[str, ...]:
    """No 今年, 明年 or 去年 of the clerk's; what was planned stands as planned."""
    text = joined(written.told)
    spoken = tuple(word for word in ("今年", "明年", "去年") if word in text)
    planned = re.search(r"明年|打算|准备|下一步|计划", notes_of(written, "改进情况"))
    said = re.search(r"下一步|将|下一年度|下年度|[0-9]{4}年|计划", written.text_of("五"))
    return (*spoken, "打算没有写成打算") if planned and not said else spoken


def p19_style(written: Written) -> tuple[str, ...]:
    """Tired words rare, no sentence above 90 characters, no clause with three 的, no three openings alike."""
    text = joined(written.told)
    found = [f"程度词{count}个"] if (count := sum(text.count(word) for word in _RARE)) > _LIMIT_RARE else []
    for paragraph in written.paragraphs:
        if not paragraph.section:
            continue
        sentences = [sentence.text for sentence in ours(paragraph)]
        long_ones = [s for s in sentences if len(s) > _LONG and paragraph.section == "一"]
        found += [s for s in long_ones if paragraph.aspect != "依申请公开"]
        found += [clause for s in sentences for clause in clauses_of(s) if clause.count("的") > 2]
        openings = [s[:2] for s in sentences]
        found += [
            f"三句同开头：{a}"
            for a, b, c in zip(openings, openings[1:], openings[2:], strict=False)
            if a == b == c
        ]
    return tuple(found)


def p20_marks(written: Written) -> tuple[str, ...]:
    """Full-width marks, no doubled ones; gaps only where the case has them."""
    text = joined(written.told)
    first = re.findall(r"一是[^。]*。", text)
    items = [item for item in first if "二是" in item and "；二是" not in item]
    return (*_HALF_WIDTH.findall(text), *items)


def r_neighbours(written: Written) -> tuple[str, ...]:
    """No two neighbouring sentences open with the same two characters."""
    found = []
    for paragraph in written.paragraphs:
        texts = [sentence.text for sentence in ours(paragraph)]
        found += [f"{a} {b}" for a, b in pairwise(texts) if a[:2] == b[:2]]
    return tuple(found)


def r_numbers(written: Written) -> tuple[str, ...]:
    """No sentence opens with a number, none outside 依申请公开 holds more than six, no two stand side by side."""
    found = []
    for paragraph in written.section("一"):
        for sentence in ours(paragraph):
            bare = re.sub(r"(?:20[0-9]{2}年|[0-9]+月|[0-9]+日|12345)", "", sentence.text)
            crowded = len(DIGITS.findall(bare)) > 6 and paragraph.aspect != "依申请公开"
            if bare[:1].isdigit() or crowded:
                found.append(sentence.text)
            found += [hit[0] for hit in re.finditer(r"[0-9]+[条件次期篇个场][0-9]+", bare)]
    return tuple(found)


def r_subject(written: Written) -> tuple[str, ...]:
    """The unit names itself at most four times in section 一; 全年 stands there at most three times."""
    text = written.text_of("一")
    many = text.count(written.unit.short) > _LIMIT_SUBJECT
    return (
        *((f"{written.unit.short}{text.count(written.unit.short)}次",) if many else ()),
        *((f"全年{text.count('全年')}次",) if text.count("全年") > _LIMIT_YEAR_WORD else ()),
    )


def r_choppy(written: Written) -> tuple[str, ...]:
    """No sentence below eight characters, and none that is only the second half of the one before."""
    return tuple(
        sentence.text
        for paragraph in written.section("一")
        for sentence in ours(paragraph)
        if len(sentence.text) - 1 < _SHORT or sentence.text.startswith("其中")
    )


def r_stutter(written: Written) -> tuple[str, ...]:
    """No word twice in a row, no word cut in two by another."""
    return tuple(
        sentence.text for sentence in written.told if (hit := _STUTTER.search(sentence.text)) and hit
    )
