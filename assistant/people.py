"""Who sits at this computer, for the journal; nothing else is ever known about a person."""

import getpass
import os

WHO = "NIANBAO_WHO"
"""A person's name as they want it to stand beside their answers; it goes before what the system knows."""


def local_name() -> str:
    """The name they gave, else their real name as the account has it, else the account; 本机 where none is known."""
    if given := os.environ.get(WHO, "").strip():
        return given
    try:
        account = getpass.getuser()
    except (KeyError, OSError):
        return "本机"
    return _real_name(account) or account


def _real_name(account: str) -> str:
    try:
        import pwd  # noqa: PLC0415  not on Windows
    except ImportError:
        return ""
    try:
        return pwd.getpwnam(account).pw_gecos.split(",")[0].strip()
    except KeyError:
        return ""
