"""How a draft reads: openings, runs of characters that come again, sentences that two reports share."""

from collections import Counter
from collections.abc import Sequence

from tests.quality.written import DIGITS, Written, joined, ours, share

_RUN = 4
_UNAVOIDABLE = ("政府信息公开", "信息处理费", "行政复议", "行政诉讼", "政府信息")
"""Terms of the law, which come again in any report."""


def repeated_openings(written: Written) -> tuple[int, int]:
    """(sentences whose first two characters another sentence of the paragraph has had, all sentences)."""
    again = total = 0
    for paragraph in written.paragraphs:
        openings = [sentence.text[:2] for sentence in ours(paragraph)]
        total += len(openings)
        again += len(openings) - len(set(openings))
    return again, total


def repeated_runs(text: str) -> float:
    """Four-character runs that come again, per 1000 characters; terms of the law do not count."""
    for term in _UNAVOIDABLE:
        text = text.replace(term, "。")
    runs = [text[start : start + _RUN] for start in range(len(text) - _RUN + 1)]
    counted = Counter(run for run in runs if run.isalpha())
    return 1000 * sum(count - 1 for count in counted.values()) / len(text) if text else 0.0


def shared(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the sentences of ``other`` that stand in ``one`` too, in per cent."""
    known = set(one)
    return share(sum(sentence in known for sentence in other), len(other)) if other else 0.0


def sentence_texts(written: Written, *, numbers: bool) -> tuple[str, ...]:
    """The sentences two reports are compared by; without ``numbers``, every figure is a #."""
    texts = tuple(sentence.text for sentence in written.told)
    return texts if numbers else tuple(DIGITS.sub("#", text) for text in texts)


def whole_text(written: Written) -> str:
    """Everything we worded in sections 一, 五 and 六."""
    return joined(written.told)
