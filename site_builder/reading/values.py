"""Plain values, as YAML gives them before a schema is asked: text, lists, mappings."""

from __future__ import annotations

from site_builder.reading.positions import RecordPath

Value = str | list["Value"] | dict[str, "Value"]


def value_at(value: Value, path: RecordPath) -> Value | None:
    """What stands at a path; None where nothing does.

    A lone text that is short for a list or a mapping of one is what stands at the paths into it.
    """
    for part in path:
        if isinstance(value, str):
            return value
        if isinstance(value, list):
            if not isinstance(part, int) or part >= len(value):
                return None
            value = value[part]
        elif part in value:
            value = value[str(part)]
        else:
            return None
    return value


def measure(value: Value) -> tuple[int, int]:
    """How many values a value holds, itself included, and how deep lists and mappings stand in it."""
    if isinstance(value, str):
        return 1, 0
    parts = [measure(part) for part in (value.values() if isinstance(value, dict) else value)]
    return 1 + sum(size for size, _ in parts), 1 + max((height for _, height in parts), default=0)
