"""The sentence that names the guiding thought: on where such units usually write it, and as the person decides."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from assistant.case import draft_case
from phrasebank.bank import load_bank
from phrasebank.compose import compose
from phrasebank.material import Style
from report.problem import InputProblem
from report.readers.case_file import read_case
from report.unit import UnitKind, names_guiding_thought
from tests.phrasebank.made import material
from tests.phrasebank.test_flow import body

_THOUGHT = "习近平新时代中国特色社会主义思想"


@pytest.mark.parametrize(
    ("name", "kind", "usual"),
    [
        ("云岭县人民政府", "government", True),
        ("国家粮食和物资储备局", "ministry", True),
        ("云州市教育局", "department", True),
        ("江南省民政厅", "department", True),
        ("云岭县水务局", "department", False),
        ("云州市东湖区住房和城乡建设局", "department", False),
        ("柳溪县青禾镇人民政府", "township", False),
        ("云州市东湖区人民政府望江街道办事处", "subdistrict", False),
    ],
)
def test_who_usually_names_it(name: str, kind: UnitKind, usual: bool) -> None:  # noqa: FBT001  a table of cases
    """Governments, ministries and departments from the city on."""
    assert names_guiding_thought(name, kind) is usual


@pytest.mark.parametrize("kind", ["government", "department", "township"])
@pytest.mark.parametrize("wanted", [True, False])
def test_the_person_decides(kind: UnitKind, wanted: bool) -> None:  # noqa: FBT001  a table of cases
    """What was chosen holds for every kind of unit."""
    made = replace(material(kind=kind), style=Style(guiding=wanted))
    said = body(compose(made, load_bank(), strict=True), "1.intro")

    assert (_THOUGHT in said) is wanted


def test_a_case_file_may_say_so(tmp_path: Path) -> None:
    """``guiding: false`` takes it from a government; anything but true or false is a mistake with its line."""
    path = tmp_path / "县.case.yaml"
    text = "unit: {name: 云岭县人民政府, kind: government}\nyear: 2024\n"
    path.write_text(text, encoding="utf-8")
    usual = draft_case(read_case(path)).render().decode()
    path.write_text(text + "guiding: false\n", encoding="utf-8")
    without = draft_case(read_case(path)).render().decode()
    path.write_text(text + "guiding: 也许\n", encoding="utf-8")

    assert _THOUGHT in usual
    assert _THOUGHT not in without
    with pytest.raises(InputProblem, match="第3行"):
        read_case(path)
