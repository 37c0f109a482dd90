"""The sample report to look around in: the case file's words as answers, in a database of its own that goes away.

One decision: the sample never comes near a person's reports. It lives in a temporary folder, and nothing done in it is
kept.
"""

from collections.abc import Mapping
from pathlib import Path

from assistant.case_answers import said_in
from prompts.interview import Interview
from prompts.question import Value
from report.readers.case_file import CaseFile, read_case

SAMPLE = Path(__file__).parent / "samples" / "zhongxian-2020.case.yaml"


def sample_case() -> CaseFile:
    """The sample, read from its case file."""
    return read_case(SAMPLE)


def answers_of(case: CaseFile, interview: Interview) -> Mapping[str, Value]:
    """Slot → answer: all that stands in a case, and every other question looked at and left open."""
    answers = said_in(case, interview)
    return {**_left_open(interview, answers), **answers}


def _left_open(interview: Interview, answers: Mapping[str, Value]) -> dict[str, Value]:
    state = interview.state(answers)
    return {
        slot: None
        for question in interview.relevant(state)
        if not interview.answered(question, state)
        for slot in question.slots
    }
