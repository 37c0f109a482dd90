"""Where a reading of a clause stands: its words, each in one sense, and the next one."""

from collections.abc import Sequence

from phrasebank.grammar.lexicon import Sense
from phrasebank.grammar.naming import read_thing
from phrasebank.grammar.things import Count, Thing, Word


class Cursor:
    """Goes over the words of one choice of senses from left to right."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Stand before the first of these words."""
        self.words = words
        self.place = 0

    @property
    def ended(self) -> bool:
        """No word is left."""
        return self.place >= len(self.words)

    def kind(self, ahead: int = 0) -> str:
        """The kind of the next word, or of one further ahead; empty past the end."""
        place = self.place + ahead
        return self.words[place][1].kind if place < len(self.words) else ""

    def word(self) -> Word:
        """The next word with its sense."""
        return self.words[self.place]

    def sense(self, ahead: int = 0) -> Sense:
        """The sense of the next word, or of one further ahead."""
        return self.words[self.place + ahead][1]

    def thing(self) -> tuple[Thing, int] | None:
        """The thing that the next words name and where it ends; the cursor stays where it is."""
        return read_thing(self.words, self.place)

    def count(self) -> Count:
        """Take the number that is next."""
        sense = self.sense()
        self.place += 1
        return Count(sense.say, sense.cls)
