"""Values in the database are JSON that gives back exactly what went in; a number is the text of its Decimal."""

import json
from decimal import Decimal
from functools import lru_cache

Value = str | Decimal | bool | tuple[str, ...] | None
"""One answer: text, an exact number, yes or no, a list of lines or themes, or None (looked at and left open)."""


def to_json(value: Value) -> str:
    """Write a value as JSON: ``12.50`` as ``{"number": "12.50"}``, a tuple as a list.

    Raises:
        TypeError: the value is of another type (an int or float would lose how the number was given).
        ValueError: a number that is not finite.
    """
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError(value)
        return json.dumps({"number": str(value)})
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return json.dumps(list(value), ensure_ascii=False)
    if value is None or isinstance(value, (str, bool)):
        return json.dumps(value, ensure_ascii=False)
    raise TypeError(value)


@lru_cache(maxsize=4096)
def from_json(text: str) -> Value:
    """Read what `to_json` wrote.

    Raises:
        TypeError: JSON of another shape.
    """
    data = json.loads(text)
    if isinstance(data, dict):
        return Decimal(data["number"])
    if isinstance(data, list):
        return tuple(str(item) for item in data)
    if data is None or isinstance(data, (str, bool)):
        return data
    raise TypeError(data)
