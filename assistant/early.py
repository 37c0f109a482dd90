"""A sentence about the year, said while who the unit is was still being asked: where it belongs.

One decision: it is never an answer to the open question, which is asked again. Its words wait at the question they belong
to and are heard there, when the form and the kind of unit are known.
"""

from decimal import Decimal

from assistant.talked_tables import read_talk
from phrasebank.understand import understand_text
from prompts.interview import Interview
from prompts.names import TELLING
from prompts.question import Question
from prompts.state import State
from report.edition import edition_ids, load_edition

_UNIT = "unit"
"""The part that asks who the unit is."""
_TOTAL, _MORE = "active.total", "active.more"
_NONE_OF = "（零"
"""In the names of themes that say there were none."""


def place_for(question: Question, typed: str, state: State, interview: Interview) -> str:
    """Id of the question to which a sentence typed at ``question`` belongs; empty when it tells nothing of the year.

    Args:
        question: What is asked.
        typed: A reply that is no answer to it.
        state: What is known.
        interview: The questions.
    """
    known = state if state.edition else State({"year": Decimal(load_edition(edition_ids()[-1]).years.first)})
    if question.part != _UNIT or not (read_talk(known, typed).told or _tells(typed)):
        return ""
    return _MORE if interview.answered(interview.question(_TOTAL), state) else _TOTAL


def _tells(typed: str) -> bool:
    """Whether a sentence tells how many of what there were, or that there were none."""
    clauses = understand_text(typed, "")
    if TELLING.search(typed) and any(clause.quantities for clause in clauses):
        return True
    return any(clause.themes and (clause.quantities or _NONE_OF in clause.themes[0]) for clause in clauses)
