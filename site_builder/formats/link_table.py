"""Links between events as a table: each once, as the record that wrote it has it."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.formats.table import Column, Table, ids_of
from site_builder.languages import say
from site_builder.linking import EventLink
from site_builder.pages import Here


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link and the event whose record wrote it."""

    event: str
    link: EventLink


def _rows(here: Here) -> Iterator[WrittenLink]:
    for event in here.chronicle.events:
        yield from (WrittenLink(event, link) for link in here.chronicle.links[event] if not link.inferred)


LINKS: Table[WrittenLink] = Table(
    "links",
    say("Links between events"),
    say("Every link from one event to another, once."),
    say("one link"),
    (
        Column("event", say("The event that has the link."), lambda _, row: row.event),
        Column("type", say("What it is to the other event."), lambda _, row: row.link.type.value),
        Column("other", say("The other event."), lambda _, row: row.link.event),
        Column("note", say("Who says so and why."), lambda here, row: here.plain(row.link.note), is_free=True),
        Column("sources", say("The sources that say so."), lambda _, row: ids_of(row.link.sources)),
    ),
    _rows,
)
