"""Values that YAML lets a writer name (&name) and use again (*name), within a bound that no bomb passes."""

from __future__ import annotations

from site_builder.reading.values import Value, measure

MOST_ALIASES = 20
"""Most uses of aliases in one file."""
MOST_ALIASED = 2_000
"""Most values that all aliases of a file may stand for together."""


class Anchors:
    """The named values of one document so far, and how much was made of them."""

    def __init__(self) -> None:
        self._values: dict[str, Value] = {}
        self._uses = 0
        self._size = 0

    def define(self, name: str | None, value: Value) -> None:
        """Keep a value under its name, where it has one; the last of a name counts."""
        if name is not None:
            self._values[name] = value

    def use(self, name: str) -> tuple[Value, int] | None:
        """A named value and how deep lists and mappings stand in it; None where nothing has the name yet."""
        if name not in self._values:
            return None
        value = self._values[name]
        size, height = measure(value)
        self._uses += 1
        self._size += size
        return value, height

    @property
    def exhausted(self) -> bool:
        """Whether aliases were used more than a record needs."""
        return self._uses > MOST_ALIASES or self._size > MOST_ALIASED
