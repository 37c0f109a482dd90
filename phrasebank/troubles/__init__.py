"""Section 五 in words: what is wrong, what is done about it, and what became of last year's problems.

One decision: a problem is never worded as another one or a stronger one. What the patterns do not cover is said in
the person's own words where they may be printed, and is left to the person where not.
"""

from phrasebank.troubles.about_last_year import each_problem, spoken_of
from phrasebank.troubles.last_year import TakenUp, take_up
from phrasebank.troubles.measures import Measures, word_measures
from phrasebank.troubles.pairing import Pairing, pair
from phrasebank.troubles.problems import word_problems
from phrasebank.troubles.ticks import measure_ticks, problem_ticks

__all__ = [
    "Measures",
    "Pairing",
    "TakenUp",
    "each_problem",
    "measure_ticks",
    "pair",
    "problem_ticks",
    "spoken_of",
    "take_up",
    "word_measures",
    "word_problems",
]
