"""A reply as it was meant: a number that was taken back in it (8篇，不对，是9篇) is not one of its numbers."""

from phrasebank.reading import final_words
from report.lazily import pattern

_TAKES_BACK = pattern(
    "错|不对|不是|应(?:[该当为是]|[0-9０-９])|更正|纠正|订正|修正|勘误|有误|不准|其实|实际|正确|不[，, ]|哦"
    "|[写算报填][多少]|[多少][写算报填]"
)


def meant(text: str, field: str = "") -> str:
    """The words without what was taken back, save in a sentence to be printed as it is; looked through only where one of them may take something back.

    Args:
        text: Lines as they were typed.
        field: The field of the notes they belong to.
    """
    if not _TAKES_BACK.search(text) or final_words(text):
        return text
    from assistant.said_over import said_over  # noqa: PLC0415  few lines take anything back

    return said_over(text, field)
