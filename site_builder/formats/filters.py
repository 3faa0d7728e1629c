"""What events can be chosen by, for scripts: see `columns`, which says what the file holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from site_builder.formats.columns import differences, events_in_order
from site_builder.linking import reached_from
from site_builder.pages import DIMENSIONS, Here, events_chosen_by
from site_builder.records import Event, Kind, Record
from site_builder.vocabulary import EventKind, Importance, Standing, Term

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class _Value:
    """One of the values of a dimension."""

    id: str
    name: str
    events: Sequence[int]
    level: int = 0
    came_from: Sequence[str] = field(default=())
    """The ids of what it came out of."""


def view_filters(here: Here) -> Mapping[str, object]:
    """`filters.json`."""
    events = events_in_order(here.site)
    number = here.site.timeline.number_of
    values: Mapping[str, Iterable[_Value]] = {
        "thread": _by_record(here, Kind.THREAD, number),
        "actor": _actors(here, number),
        "place": _places(here, number),
        "kind": _by_term(here, EventKind, [event.kind for event in events]),
        "standing": _by_term(here, Standing, [event.standing for event in events]),
        "importance": _by_term(here, Importance, [event.importance for event in events]),
        "question": _by_record(here, Kind.QUESTION, number),
        "tag": _tags(events),
    }
    return {
        "dimensions": [
            {"name": name, "label": here.translate(label), "values": _as_data([*values[name]])}
            for name, label in DIMENSIONS.items()
        ],
        "disputed": differences(at for at, event in enumerate(events) if _is_disputed(here, event)),
        "counts": differences(at for at, event in enumerate(events) if _has_counts(here, event)),
    }


def view_chosen(here: Here, record: Record) -> Mapping[str, object]:
    """`of/….json`."""
    return {"events": differences(_numbers(here, record, here.site.timeline.number_of))}


def _as_data(values: Sequence[_Value]) -> list[Mapping[str, object]]:
    number = {value.id: at for at, value in enumerate(values)}
    return [
        {
            "id": value.id,
            "name": value.name,
            "events": differences(value.events),
            "before": [number[one] for one in value.came_from if one in number],
            "level": value.level,
        }
        for value in values
    ]


def _by_record(here: Here, kind: Kind, number: Mapping[str, int]) -> Iterator[_Value]:
    """Records in the editors' order."""
    for record in here.chronicle.in_editors_order(kind):
        if found := _numbers(here, record, number):
            yield _Value(record.id, here.text(record.heading), found)


def _actors(here: Here, number: Mapping[str, int]) -> Iterator[_Value]:
    actors = here.chronicle.actors

    def predecessors(actor: str) -> Iterator[str]:
        return (step.actor for step in actors[actor].succeeds if step.actor in actors)

    for actor, found, level in _with_parts(here, actors, number, lambda one: one.parent):
        came_from = reached_from(actor.id, predecessors)[1:]
        yield _Value(actor.id, here.name(Kind.ACTOR, actor.id), found, level, came_from)


def _places(here: Here, number: Mapping[str, int]) -> Iterator[_Value]:
    for place, found, level in _with_parts(here, here.chronicle.places, number, lambda one: one.within):
        yield _Value(place.id, here.name(Kind.PLACE, place.id), found, level)


def _with_parts(
    here: Here, records: Mapping[str, R], number: Mapping[str, int], whole_of: Callable[[R], str | None]
) -> Iterator[tuple[R, list[int], int]]:
    """Each record with its events, and how many others it is part of.

    Those with the most events first, and each above its parts.
    """

    def whole(record_id: str) -> list[str]:
        above = whole_of(records[record_id])
        return [above] if above is not None and above in records else []

    wholes = {record_id: reached_from(record_id, whole) for record_id in records}
    events = {record_id: _numbers(here, record, number) for record_id, record in records.items()}

    def place(record_id: str) -> list[tuple[int, str]]:
        return [(-len(events[one]), one) for one in reversed(wholes[record_id])]

    for record_id in sorted(filter(events.__getitem__, records), key=place):
        yield records[record_id], events[record_id], len(wholes[record_id]) - 1


def _numbers(here: Here, record: Record, number: Mapping[str, int]) -> list[int]:
    """The events that a record stands for."""
    return sorted(number[event] for event in events_chosen_by(here.chronicle, record))


def _by_term(here: Here, of: type[Term], terms: Sequence[Term]) -> Iterator[_Value]:
    """The terms of a list, in its order, by the term of each event."""
    for term in here.chronicle.vocabulary.terms(of):
        if found := [at for at, one in enumerate(terms) if one == term]:
            yield _Value(term.value, here.gettext(term.label), found)


def _tags(events: Sequence[Event]) -> Iterator[_Value]:
    found: dict[str, list[int]] = {}
    for at, event in enumerate(events):
        for tag in dict.fromkeys(event.tags):
            found.setdefault(tag, []).append(at)
    for tag, of_tag in sorted(found.items(), key=lambda one: (-len(one[1]), one[0])):
        yield _Value(tag, tag, of_tag)


def _is_disputed(here: Here, event: Event) -> bool:
    claims = here.chronicle.claims
    return event.standing.value == "disputed" or any(map(claims.disputed, claims.shown_on[event.id]))


def _has_counts(here: Here, event: Event) -> bool:
    claims = here.chronicle.claims
    return any(claims.all[key].figures for key in claims.shown_on[event.id])
