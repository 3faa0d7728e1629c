"""The texts of events for scripts, in parts by year: see `columns`, which says what each file holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.pages import EventLine, Foreign, Here, Site, sheets_by_year, view_headings, view_line

MOST_EVENTS = 400
"""How many events a part has at most."""


@dataclass(frozen=True, slots=True)
class EventPart:
    """Some events that follow each other."""

    name: str
    """A year, with a number where the year goes on: `2024`, `2024/2`."""
    first: int
    """The number of the first event."""
    ids: tuple[str, ...]


def plan_parts(site: Site) -> Iterator[EventPart]:
    """All events in parts: short years share one, and long ones have several."""
    first = 0
    for name, sheet in sheets_by_year(site.timeline.lines, lambda line: 1, MOST_EVENTS).by_id.items():
        yield EventPart(name, first, tuple(line.id for line in sheet.lines))
        first += len(sheet.lines)


def view_part(here: Here, part: EventPart) -> Mapping[str, object]:
    """`parts/….json`."""
    number = here.site.timeline.number_of
    lines = [view_line(here, here.chronicle.events[event]) for event in part.ids]
    return {
        "first": part.first,
        "headings": [
            [number[event], year, month]
            for event, year, month in view_headings(here, here.site.timeline.lines[part.first :][: len(part.ids)])
        ],
        "events": [_event(here, line, number) for line in lines],
    }


def _event(here: Here, line: EventLine, number: Mapping[str, int]) -> Mapping[str, object]:
    event, title, bar = line.record, line.event.label, line.date.bar
    usual = event.standing.value == "established"
    return {
        "id": event.id,
        "title": title,
        **({"lang": title.lang} if isinstance(title, Foreign) else {}),
        "date": line.date.words,
        **({"time": line.date.machine} if "T" in line.date.machine else {}),
        **({"bar": [bar.left, bar.width, bar.fades]} if bar and bar.fades != "none" else {}),
        **({"inferred": line.date.inferred} if line.date.inferred else {}),
        "place": line.place,
        "kind": here.gettext(event.kind.label),
        "standing": "" if usual else here.gettext(event.standing.label),
        "claims": len(here.chronicle.claims.shown_on[event.id]),
        "disagree": line.disagreeing,
        "links": [[here.gettext(link.type.heading), number[link.event]] for link in here.chronicle.links[event.id]],
    }
