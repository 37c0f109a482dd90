"""What a person sees. Importing this package first settles keyboard and picture, before textual can be imported."""

from tui.environment import paint_soon, prefer_plain_keys

prefer_plain_keys()
paint_soon()
