"""Words that answer what a proposal left open, said before it was confirmed: 都是个人 after 收到3件申请，公开2件.

One decision: the words go where they settle most of what is open, and the whole sentence is proposed anew; where they
settle nothing they are something else.
"""

from collections.abc import Callable

from assistant.views import Proposal

_ENDS = "。；;，, "


def supplement(proposal: Proposal, typed: str, propose: Callable[[str], Proposal | None]) -> Proposal | None:
    """The proposal of the whole sentence with the words in it; None when they answer nothing of what it left open.

    Args:
        proposal: What was shown, with its questions.
        typed: What was typed after it.
        propose: How a sentence is understood at the same question.
    """
    whole, answer = proposal.typed.rstrip(_ENDS), typed.strip().strip(_ENDS)
    places = {
        start + len(line.words) for line in proposal.questions if (start := whole.find(line.words)) >= 0
    }
    sentences = (
        f"{whole[:place]}，{answer}{whole[place:]}" for place in sorted({*places, len(whole)}, reverse=True)
    )
    told = [
        found
        for found in map(propose, sentences)
        if found is not None
        and found.rest == proposal.rest
        and len(found.questions) < len(proposal.questions)
    ]
    return min(told, key=lambda found: len(found.questions), default=None)
