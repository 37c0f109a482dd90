"""Names in full: 清水镇政府 and 县里 are what one calls them, not what stands on a seal or in a report; the full form is offered.

One decision: it is taken only where a person says yes, and never asked of a script.
"""

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from assistant.settling_together import SettlingTogether
from assistant.views import Proposal, ProposalLine
from prompts.question import Value
from report.yamlfile import convert, read_yaml

_Text = Annotated[str, msgspec.Meta(min_length=1)]


class Ending(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names end in everyday speech."""

    short: _Text
    full: _Text
    behind: str = ""
    """The characters that may stand before it; any where there are none."""

    def in_full(self, name: str) -> str:
        """The name in full; as it is where it does not end so."""
        if not name.endswith(self.short) or name.endswith(self.full) or name == self.short:
            return name
        stem = name.removesuffix(self.short)
        return name if self.behind and stem[-1] not in self.behind else stem + self.full


class Above(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the authorities sit, and who they are."""

    said: tuple[_Text, ...]
    full: tuple[_Text, ...]


class NamesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    endings: tuple[Ending, ...]
    above: tuple[Above, ...]


@cache
def names_file() -> NamesFile:
    """The shipped file.

    Raises:
        InputProblem: the file is not as it should be.
    """
    return convert(read_yaml(Path(__file__).parent / "talk" / "full_names.yaml"), NamesFile)


def unit_in_full(name: str) -> str:
    """The name of a unit as it stands on its seal, as far as its end tells it."""
    found = (ending.in_full(name) for ending in names_file().endings)
    return next((full for full in found if full != name), name)


def authorities(names: tuple[str, ...]) -> tuple[str, ...]:
    """The authorities above by their names."""
    known = {said: one.full for one in names_file().above for said in one.said}
    return tuple(dict.fromkeys(full for name in names for full in known.get(name, (name,))))


class NamedInFull(SettlingTogether):
    """Questions for names, with the full form offered."""

    def propose(self, typed: str) -> Proposal | None:
        """The full form of a name, to be confirmed; else as before."""
        return self._in_full(typed) or super().propose(typed)

    def _in_full(self, typed: str) -> Proposal | None:
        question = self._current() if self.settles else None
        if question is None or question.id not in {"unit.name", "unit.superiors"}:
            return None
        from prompts.replies import Accepted, parse  # noqa: PLC0415  replies are read once there is one

        reply = parse(question, typed, self._state)
        slot = question.slots[0]
        said = reply.values.get(slot) if isinstance(reply, Accepted) else None
        full: Value = (
            unit_in_full(said)
            if isinstance(said, str)
            else authorities(said)
            if isinstance(said, tuple)
            else None
        )
        if not said or full is None or full == said:
            return None
        shown = full if isinstance(full, str) else "、".join(full if isinstance(full, tuple) else ())
        label, why = ("单位全称", "和公章一致") if isinstance(full, str) else ("上级机关", "正文里这样写")
        line = ProposalLine(label, f"{shown}（{why}）", typed.strip())
        return Proposal(question.id, typed, (line,), "", {slot: full}, shown)
