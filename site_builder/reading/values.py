"""Plain values, as YAML gives them before a schema is asked: text, lists, mappings, and those that have a name."""

from site_builder.records import RecordPath

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


MOST_ALIASES = 20
"""Most uses of aliases in one file."""
MOST_ALIASED = 2_000
"""Most values that all aliases of a file may stand for together."""


class NamedValues:
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
