"""清水镇政府 and 县里 are what one calls them: the full form is offered by Enter, and nothing is changed in silence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.named_in_full import authorities, unit_in_full


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Assistant]:
    """A new report at its first question."""
    with Assistant.open(tmp_path / "nianbao.db", who="王", today=lambda: date(2026, 1, 19)) as opened:
        opened.create()
        yield opened


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("清水镇政府", "清水镇人民政府"),
        ("柳溪县政府", "柳溪县人民政府"),
        ("云岭市政府", "云岭市人民政府"),
        ("石门乡政府", "石门乡人民政府"),
        ("城关街道办", "城关街道办事处"),
        ("柳溪县发改委", "柳溪县发展和改革委员会"),
        ("柳溪县人社局", "柳溪县人力资源和社会保障局"),
        ("柳溪县卫健局", "柳溪县卫生健康局"),
        ("柳溪县住建局", "柳溪县住房和城乡建设局"),
        ("柳溪经济开发区管委会", "柳溪经济开发区管理委员会"),
        ("柳溪县市场监管局", "柳溪县市场监督管理局"),
        ("柳溪县教育局", "柳溪县教育局"),
        ("清水镇人民政府", "清水镇人民政府"),
        ("城关街道办事处", "城关街道办事处"),
    ],
)
def test_a_name_stands_as_on_its_seal(said: str, full: str) -> None:
    """What is in full already stays."""
    assert unit_in_full(said) == full


@pytest.mark.parametrize(
    ("said", "full"),
    [
        (("县里",), ("县委", "县政府")),
        (("市里", "市教育局"), ("市委", "市政府", "市教育局")),
        (("区里", "区政府"), ("区委", "区政府")),
        (("县委", "县政府"), ("县委", "县政府")),
    ],
)
def test_who_sits_there_is_named(said: tuple[str, ...], full: tuple[str, ...]) -> None:
    """Each once."""
    assert authorities(said) == full


def test_enter_takes_the_full_form_and_a_no_keeps_the_words(fresh: Assistant) -> None:
    """The person decides."""
    proposal = fresh.propose("清水镇政府")
    assert proposal is not None
    assert proposal.lines[0].text == "单位全称 清水镇人民政府（和公章一致） ← “清水镇政府”"
    fresh.confirm(proposal)
    assert fresh._state.answers["unit.name"] == "清水镇人民政府"

    fresh.open_question("unit.name")
    other = fresh.propose("青山镇政府")
    assert other is not None
    fresh.decline(other)
    assert fresh._state.answers["unit.name"] == "青山镇政府"


def test_a_script_is_not_asked(fresh: Assistant) -> None:
    """It answers question by question."""
    fresh.settles = False
    assert fresh.propose("清水镇政府") is None
