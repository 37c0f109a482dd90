"""Templates place values and nothing else; digits keep their origin through them."""

import pytest
from jinja2 import UndefinedError

from phrasebank.bank import load_bank
from phrasebank.fragment import Fragment, listing, number, read_marked, traced, words
from phrasebank.render import TemplateMistakeError, compile_template, slots_of
from phrasebank.wording import Render, read_wording


def test_digits_keep_their_origin_through_a_template() -> None:
    """What is printed is read out again as text and spans."""
    render = compile_template("{% if 件数 %}收到{{ 件数 }}件{% endif %}")
    said = render({"件数": number("12", "T3.R01.C7")})

    assert said.text == "收到12件"
    assert [(source.text, source.origin) for source in said.numbers()] == [("12", "T3.R01.C7")]


def test_a_missing_slot_is_never_silent() -> None:
    """A template without its value raises instead of leaving a hole."""
    with pytest.raises(UndefinedError):
        compile_template("收到{{ 件数 }}件")({})


@pytest.mark.parametrize("value", [None, True, 3.5, "12", Fragment()])
def test_only_wording_may_be_printed(value: object) -> None:
    """None, truth values, floats, bare text and nothing at all are refused."""
    with pytest.raises(TypeError):
        compile_template("收到{{ 件数 }}件")({"件数": value})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "text",
    [
        "{{ 件数 + 件数 }}",
        "{{ 件数|round }}",
        "{{ range(3) }}",
        "{{ 件数.text }}",
        "{% for a in 件数 %}{% endfor %}",
        "{% set a = 件数 %}",
    ],
)
def test_a_template_that_computes_is_refused(text: str) -> None:
    """Arithmetic, filters, calls, attributes, loops and assignments do not load."""
    with pytest.raises(TemplateMistakeError):
        slots_of(text)


def test_marks_in_the_input_are_refused() -> None:
    """The private-use marks that carry origins may not be typed."""
    with pytest.raises(TemplateMistakeError, match="不能出现的字符"):
        slots_of("收到\ue0003件")


def test_fragments_join_without_losing_origins() -> None:
    """Concatenation shifts spans; reading marked text is the inverse of marking it."""
    said = words("其中") + listing(
        [traced("网站75条", "notes.主动公开"), traced("公众号68条", "notes.主动公开")]
    )

    assert said.text == "其中网站75条、公众号68条"
    assert read_marked(said.marked()) == said
    assert said.loose_digits() == ()
    assert (said + "，共143条").loose_digits() == ("143",)


def test_a_wording_reads_the_same_with_and_without_jinja() -> None:
    """What `read_wording` reads by itself gives the fragments and the errors that Jinja gives, for the whole bank."""
    texts = [variant.text for phrase in load_bank().phrases.values() for variant in phrase.variants]
    for text in texts:
        names, render = read_wording(text)
        by_jinja = compile_template(text)
        full = {name: number("17", "T3.R01.C7") + name for name in names}

        assert names == slots_of(text)
        for slots in (full, *(full | {name: Fragment()} for name in sorted(names)), {}):
            assert outcome(render, slots) == outcome(by_jinja, slots), text


def outcome(render: Render, slots: dict[str, Fragment]) -> Fragment | type[Exception]:
    try:
        return render(slots)
    except (TypeError, UndefinedError) as why:
        return type(why)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if 件数 and not 人数 %}甲{% elif 人数 %}乙{% endif %}", "乙"),
        ("{{ 件数 if 件数 else 人数 }}", "1"),
        ("{% if 件数 -%} 收到 {%- endif %}{{ 人数 }}", "收到2"),
        ("{% if 件数 %}\n收到\n{% endif %}{{ 人数 }}", "收到\n2"),
    ],
)
def test_richer_wordings_go_to_jinja(text: str, said: str) -> None:
    """Conditions, inline choices and white space mean what they mean in Jinja."""
    names, render = read_wording(text)

    assert names == {"件数", "人数"}
    assert render({"件数": number("1", "a"), "人数": number("2", "b")}).text == said
