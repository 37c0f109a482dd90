"""Words nobody could word are said back at once, while the person still knows what was meant."""

from assistant.assistant import Assistant


def test_an_answer_says_which_words_stay_as_they_are(assistant: Assistant) -> None:
    """The answer stands; its words wait in the draft and are told once."""
    outcome = assistant.reply("全年公开124条\n老王那件事整得够呛")

    assert outcome.kind == "accepted"
    assert outcome.news
    assert "“老王那件事整得够呛”没看懂，先照原话标【待核】" in outcome.said
    assert any("老王" in text for text in assistant.draft().unread)

    following = assistant.reply("没有")
    assert "老王" not in following.said


def test_what_was_understood_is_not_talked_about(assistant: Assistant) -> None:
    """An ordinary answer is noted without a word more."""
    assert "没看懂" not in assistant.reply("全年公开124条，网站119条，公众号5条").said


def test_many_are_counted_and_two_are_shown(assistant: Assistant) -> None:
    """Three lines of gossip: two are quoted, all are counted."""
    said = assistant.reply("老王那件事整得够呛\n小李说他不管了\n食堂又涨价了").said

    assert said.count("“") == 2
    assert "等 3 处没看懂" in said


def test_long_words_are_told_by_their_beginning(assistant: Assistant) -> None:
    """A whole page without a mark is not said back over the screen."""
    said = assistant.reply("老王那件事整得够呛" * 40).said

    assert "老王那件事整…”没看懂" in said
    assert len(said) < 90
