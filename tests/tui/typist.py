"""Typing as a terminal does it: text goes through textual's own parser, so that full-width keys keep their names.

The pilot's ``press`` does not know the characters of full-width keys; a terminal sends them as plain text.
"""

from typing import Any

from textual._xterm_parser import XTermParser
from textual.pilot import Pilot


async def write(pilot: Pilot[Any], text: str) -> None:
    """Type characters, one key each."""
    driver = pilot.app._driver
    if driver is None:
        message = "the app is not running"
        raise RuntimeError(message)
    for event in XTermParser().feed(text):
        event.set_sender(pilot.app)
        driver.send_message(event)
    await pilot.pause()
