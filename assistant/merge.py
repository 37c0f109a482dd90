r"""A person's edit and a newly generated text are joined token by token, numbers whole.

With a whole paragraph as one line every change would conflict; with a digit as one token 119 and 124 could be mixed to
a number nobody gave. So a token is one number (``\d+(\.\d+)?``) or one character. Where both sides changed the same
place differently, nothing is decided here: the person's words stand, and the conflict is shown.
"""

import re
from difflib import SequenceMatcher

import msgspec

_TOKEN = re.compile(r"\d+(?:\.\d+)?|.", re.DOTALL)


class Merged(msgspec.Struct, frozen=True):
    """The joined text; ``conflicts`` are (generated now, person's) pairs that could not be joined."""

    text: str
    conflicts: tuple[tuple[str, str], ...] = ()


def merge(base: str, edited: str, generated: str) -> Merged:
    """Join what a person changed (``base`` → ``edited``) with what the answers changed (``base`` → ``generated``).

    Args:
        base: The generated text the person saw when editing.
        edited: The text the person left.
        generated: The text generated from today's answers.
    """
    if edited == base:
        return Merged(generated)
    if generated in (base, edited):
        return Merged(edited)
    base_tokens, edited_tokens, generated_tokens = (
        _TOKEN.findall(text) for text in (base, edited, generated)
    )
    text: list[str] = []
    conflicts: list[tuple[str, str]] = []
    base_from = edited_from = generated_from = 0
    for base_to, edited_to, generated_to in _shared(base_tokens, edited_tokens, generated_tokens):
        was = base_tokens[base_from:base_to]
        mine = edited_tokens[edited_from:edited_to]
        theirs = generated_tokens[generated_from:generated_to]
        text += theirs if mine == was else mine
        if was not in (mine, theirs) and mine != theirs:
            conflicts.append(("".join(theirs), "".join(mine)))
        text += base_tokens[base_to : base_to + 1]
        base_from, edited_from, generated_from = base_to + 1, edited_to + 1, generated_to + 1
    return Merged("".join(text), tuple(conflicts))


def _matches(base: list[str], other: list[str]) -> dict[int, int]:
    """Base index → index in ``other`` for the tokens that stayed."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _shared(base: list[str], edited: list[str], generated: list[str]) -> list[tuple[int, int, int]]:
    """Positions of the tokens all three texts share, in order, and the three ends as the last."""
    in_edited, in_generated = _matches(base, edited), _matches(base, generated)
    kept = [
        (at, in_edited[at], in_generated[at])
        for at in range(len(base))
        if at in in_edited and at in in_generated
    ]
    return [*kept, (len(base), len(edited), len(generated))]
