"""What a government has to report on by law although nobody jotted it: appraisal, public review, accountability.

Article 50 (4) of the Regulation asks of the departments in charge what they did about all three; that nothing happened
is an answer, silence is not.
"""

from collections.abc import Sequence

from phrasebank.pen import Pen, gap
from phrasebank.reading import Clause
from report.document import Sentence
from report.lazily import pattern

_DUTIES = (
    ("绩效考核", pattern(r"考核|考评|绩效"), "政府信息公开工作考核情况"),
    ("社会评议", pattern(r"评议|满意"), "社会评议情况"),
    ("责任追究", pattern(r"追责|追究|问责"), "责任追究情况（没有的请写“没有”）"),
)


def unsaid_duties(pen: Pen, clauses: Sequence[Clause]) -> list[Sentence]:
    """One gap for each duty that neither a note nor a tick speaks of; only governments answer for them."""
    if pen.material.unit.kind != "government":
        return []
    return [
        gap(wanted)
        for theme, words, wanted in _DUTIES
        if not any(theme in clause.themes or words.search(clause.text) for clause in clauses)
    ]
