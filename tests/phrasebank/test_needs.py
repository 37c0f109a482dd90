"""The cheap first look at a pattern never turns away what the pattern would match."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phrasebank.needs import Patterns, Sieve, holds, letters, needed_words
from phrasebank.protect import read_lexicon
from phrasebank.register.lexicon import load_lexicon
from phrasebank.register.rules import Refusal, Rule
from phrasebank.speech import Speech
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
    assert pattern.may_fit(text)


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


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_sieve_lets_through_what_looking_at_each_would(data: st.DataObject) -> None:
    """The index is a shorter way to the same rules, in the same order."""
    rule = data.draw(st.sampled_from(RULES.whole))
    text = data.draw(st.from_regex(rule.pattern, fullmatch=True))

    assert list(RULES.whole_for(text)) == [each for each in RULES.whole if each.may_fit(text)]
    assert list(RULES.refusals_for(text)) == [each for each in RULES.refuse if each.may_fit(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "covers"),
    [
        ("更新(?:慢|不快)", "更新慢", True),
        ("更新(?:慢|不快)", "更新很慢", False),
        ("[一-鿿]{0,4}更新", "各个科室更新", True),
        ("[一-鿿]{0,4}更新", "各个业务科室更新", False),
        ("(?:[一-鿿]{2}更)*新", "各个业务科室更新", True),
        ("[^，]+更新", "各个业务科室更新", True),
        (r"[）)\]]更新", "]更新", True),
        (r"更新[0-9]{1,2}\.5次", "更新12.5次", True),
        (r"(更新)\1", "更新了", True),
        ("(?P<x>[^，]+)?更新", "各个业务科室更新", True),
        ("[^，]+?更新", "更新太慢", True),
    ],
)
def test_what_a_text_may_be_made_of(pattern: str, text: str, *, covers: bool) -> None:
    """Characters the pattern names, and room for some others; in doubt it is tried."""
    assert letters(pattern).cover(text) is covers


def test_patterns_are_tried_in_their_order_and_a_mark_that_may_match_is_never_left_out() -> None:
    """A pattern that asks for nothing is always tried."""
    patterns = Patterns(["更新", "[一二]次", "很?"])

    assert [each.pattern for each in patterns.worth("更新一次")] == ["更新", "[一二]次", "很?"]
    assert [each.pattern for each in patterns.worth("公开")] == ["很?"]
    assert Sieve([]).worth("公开") == []


def test_the_shipped_patterns_of_speech_compile() -> None:
    """The program does not try them at each start."""
    Speech(read_lexicon("speech.yaml"))
