"""A mistake in a bank's file, told like a good compiler tells it: the sentence, and the lines with the word marked."""

from msgspec.structs import fields

from phrasebank.phrase import BankFile, PhraseForm, SlotForm, ThemeForm, VariantForm
from report.excerpt import excerpt, locate
from report.problem import InputProblem, Place
from report.yamlfile import YamlFile
from report.yamlslips import Names, first_slip


class BankProblem(InputProblem):
    """A file of a phrase bank that cannot be used; ``str()`` is the sentence, ``page`` shows the place as well."""

    def __init__(self, what: str, *, place: Place, right: str = "", shown: str = "") -> None:
        """Build the sentence; ``shown`` is the `excerpt` of the file, or empty when there is none to show."""
        super().__init__(what, place=place, right=right)
        self.shown = shown

    @property
    def page(self) -> str:
        """The sentence, and the lines around the mistake."""
        return f"{self}\n{self.shown}" if self.shown else str(self)


def mistake(  # noqa: PLR0913  what a message is made of
    source: YamlFile,
    path: str,
    what: str,
    right: str = "",
    *,
    value: str = "",
    word: str = "",
    offset: int = 0,
) -> BankProblem:
    """The problem at ``path`` of a file, or at one word of the text that stands there.

    Args:
        source: The file.
        path: Where, in msgspec's notation.
        what: What is wrong.
        right: What would be right.
        value: The text at ``path``, when a word of it is wrong.
        word: The wrong word; empty marks the beginning of the value.
        offset: Where in ``value`` it begins.
    """
    place = source.place(path)
    if word:
        line, column = locate(source.text, (place.line, place.column), value, offset, word)
        place = Place(place.file, line, column)
    return BankProblem(what, place=place, right=right, shown=excerpt(source.text, place, len(word) or 1))


_NAMES = Names(
    known=frozenset(
        field.name
        for shape in (BankFile, PhraseForm, SlotForm, VariantForm, ThemeForm)
        for field in fields(shape)
    ),
    items=True,
)


def refuse_slips(name: str, text: str) -> None:
    """Hold that a file a unit wrote has no mark of an input method where YAML needs its own.

    Raises:
        InputProblem: naming the mark and its place.
    """
    if slip := first_slip(text, _NAMES):
        raise slip.problem(name)


def with_lines(problem: InputProblem, text: str, name: str) -> BankProblem:
    """A problem of the YAML itself, or of the shape of its values, with the lines around it.

    Where the file has a wrong mark that only shows as some other mistake, that mark is told.
    """
    slip = first_slip(text, _NAMES, broken=True)
    told = slip.problem(name) if slip else problem
    place = told.place or Place("")
    return BankProblem(told.what, place=place, right=told.right, shown=excerpt(text, place))
