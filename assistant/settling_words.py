"""What a sentence is looked at for before it is printed in the place of words that wait."""

from collections.abc import Iterable

STRANGER = "这一问还是“{words}”怎么写，您写的像是别的事。就拿它换掉这句，再按一次回车；原话先留着，写“跳过”。"
"""Said where an offered sentence was refused, and what is typed then shares no word with it."""


def spoken(sentence: str) -> str:
    """The words of a sentence that are how people talk, as they are told; empty where there are none."""
    from phrasebank.register.minimal import spoken_words  # noqa: PLC0415  few answers leave anything to be settled

    return "、".join(f"“{word}”" for word in spoken_words(sentence)[:3])


def shares_words(sentence: str, others: Iterable[str]) -> bool:
    """Whether a sentence has two characters in a row from one of these texts."""
    pairs = {sentence[at : at + 2] for at in range(len(sentence) - 1)}
    return any(pair in text for text in others for pair in pairs)
