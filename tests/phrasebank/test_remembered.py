"""What is remembered is what working again would give: for every line of the samples, in any order, asked twice."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.case import draft_case
from phrasebank.plan.notes import lines_of
from phrasebank.reading import Clause, Note
from phrasebank.register import Restated, Voice, restate_line
from phrasebank.register.edits import in_whole_words
from phrasebank.troubles import word_measures, word_problems
from phrasebank.understand import understand
from report.readers.case_file import read_case

SAMPLES = Path(__file__).parents[2] / "assistant" / "samples"
CASES = [read_case(path) for path in sorted(SAMPLES.glob("*.case.yaml"))]
NOTES = [Note(line, field) for case in CASES for field, lines in case.notes.items() for line in lines]
LINES = lines_of(understand(NOTES))
VOICES = [Voice(case.unit, case.year) for case in CASES]


@settings(deadline=None)
@given(st.sampled_from(LINES), st.sampled_from(VOICES), st.booleans(), st.booleans())
def test_a_line_is_worded_as_if_for_the_first_time(
    line: list[Clause],
    voice: Voice,
    together: bool,  # noqa: FBT001  drawn by hypothesis
    planned: bool,  # noqa: FBT001
) -> None:
    fresh = restate_line.__wrapped__(line, voice, together=together, planned=planned)  # type: ignore[attr-defined]

    assert restate_line(line, voice, together=together, planned=planned) == fresh
    assert restate_line(tuple(line), voice, together=together, planned=planned) == fresh
    covered = [each.clauses if isinstance(each, Restated) else (each.clause,) for each in fresh]
    assert [clause for clauses in covered for clause in clauses] == line


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=4), st.sampled_from(VOICES))
def test_problems_and_measures_are_worded_as_if_for_the_first_time(
    lines: list[list[Clause]], voice: Voice
) -> None:
    clauses = [clause for line in lines for clause in line]

    assert word_problems(clauses, voice) == word_problems.__wrapped__(clauses, voice)  # type: ignore[attr-defined]
    assert word_measures(clauses, voice) == word_measures.__wrapped__(clauses, voice)  # type: ignore[attr-defined]


def test_words_are_exchanged_as_if_for_the_first_time() -> None:
    for line in LINES:
        for clause in line:
            assert in_whole_words(clause.text) == in_whole_words.__wrapped__(clause.text)


def test_a_report_is_the_same_when_others_were_written_between() -> None:
    """Unit and year are part of what is remembered: one report's words never stand in another's."""
    first = [draft_case(case).render() for case in CASES]
    again = [draft_case(case).render() for case in reversed(CASES)]

    assert first == again[::-1]
