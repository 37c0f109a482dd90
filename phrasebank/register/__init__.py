"""A clerk's jotted words in restrained official prose, by rules only: no fact lost, none added.

One decision: every rule is a piece of data with an example that a test runs; code only knows the order of the
stages (refuse → whole clause → words → grammar → check). What no rule can word safely stays in the person's words.
"""

from phrasebank.register.line import restate, restate_line, restate_whole
from phrasebank.register.shapes import Item, Restated, Tick, Verbatim, Voice

__all__ = [
    "Item",
    "Restated",
    "Tick",
    "Verbatim",
    "Voice",
    "restate",
    "restate_line",
    "restate_whole",
]
