"""Keys that are letters: small, capital (caps lock), and full-width as an input method types them, all the same key."""

from textual.binding import Binding


def letter(key: str, action: str, description: str, *more: str) -> Binding:
    """A binding of one letter in all its forms.

    Args:
        key: The small letter.
        action: What it does.
        description: What the line of keys says of it.
        more: Other keys that do the same.
    """
    wide = (f"fullwidth_latin_{size}_letter_{key}" for size in ("small", "capital"))
    return Binding(",".join((key, key.upper(), *wide, *more)), action, description)
