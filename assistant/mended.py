"""A proposal about earlier answers, told from one that answers the open question."""

from assistant.views import Proposal


class Mended(Proposal, frozen=True):
    """A proposal that changes earlier answers and leaves the open question open."""
