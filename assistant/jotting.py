"""Lines of notes, from a case file or from the interview, told apart in the same way: that keeps both drafts equal."""

from phrasebank.reading import Note, final_words


def note_of(text: str, field: str) -> Note:
    """A line of a note: a theme's bare name is what ticking it writes (contract, section 2); 照写： is printed as it is."""
    from phrasebank.themes import load_themes  # noqa: PLC0415  nothing was jotted yet when the first question is asked

    if sentence := final_words(text):
        return Note(sentence, field, final=True)
    return Note(text, field, ticked=text in load_themes())
