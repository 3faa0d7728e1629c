"""Rules between the keys of a mapping, and what JSON Schema can say of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from site_builder import TimelineError
from site_builder.languages import Message

Broken = Iterator[tuple[str, Message]]
"""What does not hold between the keys of a mapping: the key at which it is reported, and what is wrong."""
Report = Callable[[Any], Broken]


class BrokenRulesError(TimelineError, ValueError):
    """The keys of a mapping do not go together."""

    def __init__(self, *broken: tuple[str, Message]) -> None:
        super().__init__("; ".join(message for _, message in broken))
        self.broken = broken


@dataclass(frozen=True)
class Rule:
    """A rule. It is also asked where some keys are wrong: it stops at the first of these, with an AttributeError."""

    report: Report
    """What is wrong with a mapping; of one that needs keys, where it lacks some."""
    needed: tuple[str, ...] = ()
    """The keys that are needed, lists with something in them."""
    where: str = ""
    """The key whose term decides whether they are needed; empty where they always are."""
    having: Callable[[Any], bool] = bool
    """Whether they are needed with a term of that key."""
    schema: Mapping[str, Any] = field(default_factory=dict)
    """The rule in JSON Schema, where it is no matter of needed keys."""

    def __call__(self, mapping: object) -> Broken:
        unasked = self.where and not self.having(getattr(mapping, self.where))
        kept = self.needed and all(getattr(mapping, key) not in (None, ()) for key in self.needed)
        return iter(()) if unasked or kept else self.report(mapping)


def needs(*needed: str, where: str = "", having: Callable[[Any], bool] = bool) -> Callable[[Report], Rule]:
    """The rule that some keys are there: always, or where another key has a term of some sort."""
    return lambda report: Rule(report, needed, where, having)


def rule(schema: Mapping[str, Any]) -> Callable[[Report], Rule]:
    """Another rule, with the same in JSON Schema."""
    return lambda report: Rule(report, schema=schema)
