"""Words that were typed and that nobody has decided about: from an earlier start, from the screen, or said too early.

One decision: they wait at their question and are heard there; nothing of them is recorded before.
"""

from collections.abc import Callable, Iterable

from assistant.assistant import Assistant
from assistant.views import QuestionView


class LeftWords:
    """What waits, question by question.

    Args:
        assistant: The open assistant.
        listen: Gives the next reply.
        tell: Prints lines.
    """

    def __init__(
        self, assistant: Assistant, listen: Callable[[], str], tell: Callable[[Iterable[str]], None]
    ) -> None:
        """See the class."""
        self.assistant = assistant
        self._listen = listen
        self._tell = tell
        self._left: list[str] = []
        self._again = False
        """The open question is asked again before anything else."""

    def look(self) -> None:
        """Find the answered questions at which words were left."""
        self._left = [*self.assistant.left_unsent()]

    def next_question(self) -> QuestionView | None:
        """The next question; before it, those at which words were left that nobody decided about."""
        if not self._again and self._left:
            return self.assistant.open_question(self._left.pop(0))
        self._again = False
        return self.assistant.question()

    def early(self, typed: str) -> bool:
        """A sentence about the year that came too early is kept for its question; the open one is asked again."""
        place, typed = self.assistant.place_of_early(typed), typed.strip()
        if not place:
            return False
        kept = self.assistant.unsent(place)
        self.assistant.keep_unsent(place, kept if typed in kept else "，".join(filter(None, [kept, typed])))
        self._again = True
        self.look()
        self._tell([f"  “{typed}”先留着，后面问到再用。先答这一问："])
        return True

    def here(self, view: QuestionView) -> str | None:
        """Words that were typed here earlier and wait: a sentence is heard again, others are sent by Enter."""
        words = self.assistant.unsent(view.id)
        if not words:
            return None
        self.assistant.keep_unsent(view.id, "")
        if self.assistant.propose(words) is not None:
            self._tell([f"  这里写过“{words}”，还没有确认。"])
            return words
        if words == view.current:
            return None
        self._tell([f"  这里写过“{words}”，还没有交。直接回车就用它；不用它，写别的。"])
        said = self._listen()
        return words if not said.strip() else said
