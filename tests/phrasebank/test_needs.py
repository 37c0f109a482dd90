"""The cheap first look at a pattern never turns away what the pattern would match."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.needs import needed_characters, needed_words
from phrasebank.troubles.grammar import Pattern, load_grammar

PATTERNS = [pattern for name in ("troubles.yaml", "remedies.yaml") for pattern in load_grammar(name).patterns]
SIMPLE = st.sampled_from(PATTERNS)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_pattern_matches_holds_what_it_asks_for(data: st.DataObject) -> None:
    """Texts are made from the patterns of problems and remedies themselves."""
    pattern: Pattern = data.draw(SIMPLE)
    text = data.draw(st.from_regex(pattern.compiled, fullmatch=True))

    assert [need for need in pattern.needs if not any(word in text for word in need)] == []


@pytest.mark.parametrize(
    ("pattern", "characters", "words"),
    [
        ("更新慢", ["更", "新", "慢"], ["更新慢"]),
        ("更新慢?", ["更", "新"], ["更新"]),
        ("(?:网站|平台)更新", ["台站", "更", "新"], ["网站|平台", "更新"]),
        ("(?:网站)?没人管", ["没", "人", "管"], ["没人管"]),
        ("(?!不)更 新", ["更", "新"], ["更", "新"]),
    ],
)
def test_what_a_pattern_asks_for(pattern: str, characters: list[str], words: list[str]) -> None:
    """Parts that may be missing and look-arounds ask for nothing; a group asks for one of its branches."""
    assert [sorted(need) for need in needed_characters(pattern)] == [sorted(one) for one in characters]
    assert [sorted(need) for need in needed_words(pattern, {})] == [sorted(one.split("|")) for one in words]


def test_the_lexicon_asks_for_something() -> None:
    """Most rules turn most texts away without being compiled."""
    rules = load_lexicon().whole

    assert sum(bool(rule.needs) for rule in rules) > len(rules) * 0.9
