"""Finding a tick by everyday words: 公众号 finds 政务新媒体, though the name of the theme says it otherwise.

One decision: only a theme's own words find it; a word that may mean many things finds nothing here.
"""

from functools import lru_cache

from phrasebank.themes import load_themes

_LONGEST = 8
"""Characters; what is longer is a sentence of the person's own and no word to look for."""
_SHORTEST = 2


@lru_cache(maxsize=256)
def named(typed: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names of the themes that a word speaks of, by the lexicon; none for a single character and for a sentence.

    Returns:
        Those one of whose words it is; those with a word that it is a part of, or that is a part of it.
    """
    wanted = "".join(typed.split()).lower()
    if wanted.isascii() or not _SHORTEST <= len(wanted) <= _LONGEST:
        return frozenset(), frozenset()
    themes = [theme for theme in load_themes().values() if not theme.general]
    exactly = (theme.name for theme in themes if wanted in theme.strong)
    nearly = (
        theme.name for theme in themes if any(wanted in word or word in wanted for word in theme.strong)
    )
    return frozenset(exactly), frozenset(nearly)
