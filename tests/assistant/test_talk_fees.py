"""The fee statement told in one reply: notices, what they ask for, what came in."""

from decimal import Decimal

import pytest

from assistant.assistant import Assistant

WAYS = [
    ("收过１次，发了1份通知，６８０元，收到了", (1, 680, 680)),
    ("发了2份收费通知，一共680元，都收到了", (2, 680, 680)),
    ("发过1次，680块，交了", (1, 680, 680)),
    ("有，通知1份680元，钱到账了", (1, 680, 680)),
    ("收过，1件，680元，实收680元", (1, 680, 680)),
    ("发了1份通知，680元，没收到", (1, 680, 0)),
    ("开了2张单子，一共要收90块，都没交", (2, 90, 0)),
    ("发了3份通知，共1450元，实收1080元", (3, 1450, 1080)),
    ("收费通知3份，金额一千四百五十元，实收1080元", (3, 1450, 1080)),
    ("发了一份通知680元，全收到了", (1, 680, 680)),
    ("全年发出收费通知12件，总金额0.3万元，实收2950元", (12, 3000, 2950)),
    ("收了680元，发了1次通知", (1, None, 680)),
    ("通知1件，680元", (1, 680, None)),
    ("发了2份通知，人家都没交", (2, None, 0)),
]


@pytest.mark.parametrize(("typed", "kept"), WAYS)
def test_a_reply_fills_the_statement(assistant: Assistant, typed: str, kept: tuple[int | None, ...]) -> None:
    """Shown once to be confirmed, each number with its words; nothing is left over."""
    assistant.open_question("gate.FEE6")
    proposal = assistant.propose(typed)
    assert proposal is not None
    assistant.confirm(proposal)

    stands = tuple(assistant.figures.value(f"FEE6.{cell}") for cell in ("notices", "notified", "received"))
    assert stands == tuple(None if number is None else Decimal(number) for number in kept)
    assert proposal.questions == ()
    assert assistant.draft().unread == ()


@pytest.mark.parametrize(
    "typed",
    [
        "收过２次，发了1份通知，680元，收到了",
        "发了3份通知，每份30元，都交了",
        "发了1份通知，680元，收到了500元，都收到了",
        "发了1份通知，大概680元，收到了",
    ],
)
def test_what_does_not_go_together_is_not_added_up(assistant: Assistant, typed: str) -> None:
    """No amount is worked out of it: what came in stays open."""
    assistant.open_question("gate.FEE6")
    proposal = assistant.propose(typed)
    assert proposal is not None
    assistant.confirm(proposal)

    assert assistant.figures.value("FEE6.notified") in {None, Decimal(680)}
    assert assistant.figures.value("FEE6.received") in {None, Decimal(500)}
