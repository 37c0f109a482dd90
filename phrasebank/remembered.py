"""Work on the same clauses is done once: an answer changes one line of a report, and all other lines read as before.

One decision: only pure functions are remembered, by all they are given; what they give back cannot be changed. So a
remembered wording is the very one that working again would give, and forgetting one only costs time.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import ParamSpec, Protocol, TypeVar

from phrasebank.reading import Clause

P = ParamSpec("P")
T_co = TypeVar("T_co", covariant=True)


class Words(Protocol[P, T_co]):
    """What works on clauses."""

    def __call__(self, clauses: Sequence[Clause], *args: P.args, **kwargs: P.kwargs) -> T_co:
        """Work."""


def by_clauses(size: int) -> Callable[[Words[P, T_co]], Words[P, T_co]]:
    """Remember what a pure function made of its clauses.

    Args:
        size: So many results at most are kept, those used last.
    """

    def decorate(function: Words[P, T_co]) -> Words[P, T_co]:
        kept = lru_cache(maxsize=size)(function)

        @wraps(function)
        def call(clauses: Sequence[Clause], *args: P.args, **kwargs: P.kwargs) -> T_co:
            return kept(tuple(clauses), *args, **kwargs)  # type: ignore[arg-type] # lru_cache asks for hashable ones

        return call

    return decorate


__all__ = ["by_clauses"]
