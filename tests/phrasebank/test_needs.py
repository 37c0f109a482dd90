"""The cheap first look at a pattern never turns away what the pattern would match."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phrasebank.register.lexicon import Refusal, Rule, load_lexicon
from phrasebank.register.needs import holds, needed_words
from phrasebank.troubles.grammar import Pattern, load_grammar

PATTERNS = [pattern for name in ("troubles.yaml", "remedies.yaml") for pattern in load_grammar(name).patterns]
RULES = load_lexicon()
ALL_RULES: list[Rule | Refusal] = [*RULES.whole, *RULES.parts, *RULES.refuse]


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_pattern_matches_holds_what_it_asks_for(data: st.DataObject) -> None:
    """Texts are made from the patterns of problems and remedies themselves."""
    pattern: Pattern = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(pattern.compiled, fullmatch=True))

    assert holds(text, pattern.needs)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_a_rule_matches_holds_what_it_asks_for(data: st.DataObject) -> None:
    """The same for the rules of the register and for what is refused."""
    rule = data.draw(st.sampled_from(ALL_RULES))
    text = data.draw(st.from_regex(rule.pattern, fullmatch=True))

    assert rule.may_fit(text)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("更新慢", ["更新慢"]),
        ("更新慢?", ["更新"]),
        ("(?:网站|平台)更新", ["平台|网站", "更新"]),
        ("(?:网站)?没人管", ["没人管"]),
        ("(?!不)更 新", ["更", "新"]),
        ("[两三]次", ["三|两", "次"]),
    ],
)
def test_what_a_pattern_asks_for(pattern: str, words: list[str]) -> None:
    """Parts that may be missing and look-arounds ask for nothing; a group asks for one of its branches."""
    assert [sorted(need) for need in needed_words(pattern)] == [one.split("|") for one in words]


def test_the_lexicon_asks_for_something() -> None:
    """Most rules turn most texts away without being compiled."""
    assert sum(bool(rule.needs) for rule in RULES.whole) > len(RULES.whole) * 0.9
