"""What a person sees. Importing this package first settles the keyboard protocol, before textual can be imported."""

from tui.environment import prefer_plain_keys

prefer_plain_keys()
