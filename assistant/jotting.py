"""Lines of notes, from a case file or from the interview, told apart in the same way: that keeps both drafts equal."""

from phrasebank.reading import About, Note, final_words, told_of


def note_of(text: str, field: str, about: About = "") -> Note:
    """A line of a note: a theme's bare name is what ticking it writes (contract, section 2); 照写： is printed as it is.

    Args:
        text: The line.
        field: The field of the notes it belongs to.
        about: What its question asks about, where that is one thing only; a line of a case says so itself.
    """
    from phrasebank.themes import load_themes  # noqa: PLC0415  nothing was jotted yet when the first question is asked

    if sentence := final_words(text):
        return Note(sentence, field, final=True)
    said, told = told_of(text)
    return Note(said, field, ticked=text in load_themes(), about=about or told)
