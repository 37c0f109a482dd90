"""Who sits at this computer, for the journal; nothing else is ever known about a person."""

import getpass


def local_name() -> str:
    """The name the system knows them by, or 本机 where it knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "本机"
