"""Measured as people run it: what importing the screen's package sets stands before textual is imported."""

import tui as tui
