"""Links between events: to themselves, written twice, or against the order of time."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.problems import Severity
from site_builder.reading import RecordPath
from site_builder.vocabulary import LinkType


def links_to_themselves(world: World) -> Iterator[Finding]:
    """An event is not linked to itself."""
    for event in world.events.values():
        for index, link in enumerate(event.links):
            if link.event == event.id:
                message = f"the event is {link.type.value} itself"
                yield Finding(problems.LINK_TO_ITSELF, event, ("links", index, "event"), message)


def links_written_twice(world: World) -> Iterator[Finding]:
    """A link is written once, on one of its two sides: the other side is made from it."""
    written: dict[tuple[str, LinkType, str], tuple[str, str]] = {}
    for event in sorted(world.events.values(), key=lambda event: event.file):
        for index, link in enumerate(event.links):
            if link.event == event.id:
                continue
            statement = (event.id, link.type, link.event)
            same = written.get(statement)
            inverse = written.get((link.event, link.type.inverse, event.id))
            if same or inverse:
                where = f"in {inverse[0]}, as `{inverse[1]}`" if inverse else "above"
                message = f"this link stands already {where}: keep one of them"
                yield Finding(problems.LINK_TWICE, event, ("links", index), message)
            else:
                written[statement] = (event.file, link.type.value)


def contradictions(world: World) -> Iterator[Finding]:
    """Some order of events satisfies all links and dates; where they only contradict `~` or `?`, a warning."""
    found = world.chronology.contradictions
    for number, contradiction in enumerate(found, start=1):
        severity = Severity.ERROR if contradiction.certain else Severity.WARNING
        tie = contradiction.ties[0] if contradiction.ties else None
        event = world.events[tie.source if tie is not None else contradiction.dated[0].id]
        path: RecordPath = ("date",)
        if tie is not None:
            same = (link.type is tie.type and link.event == tie.target for link in event.links)
            path = ("links", next(index for index, found in enumerate(same) if found))
        message = contradiction.sentence
        if number == len(found) and world.chronology.unlisted:
            message += f"; {world.chronology.unlisted} more contradictions are not shown"
        yield Finding(problems.CONTRADICTION, event, path, message, severity=severity)
