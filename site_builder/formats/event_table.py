"""Events as a table, one row for each."""

import json
from collections.abc import Callable

from site_builder.formats.table import Cell, Column, Table, as_date, ids_of, joined
from site_builder.languages import say
from site_builder.pages import Here
from site_builder.records import Event, Place


def main_place(here: Here, event: Event) -> Place | None:
    """Where it happened, as the event locates it; None where that has no record.

    Of several sites the first whose spot is known, else the first.
    """
    known = here.chronicle.places
    sites = [at.within(known[at.place]) for at in event.places if at.role.main and at.place in known]
    return next((site for site in sites if site.point is not None), next(iter(sites), None))


def _located(of: Callable[[Place], Cell]) -> Callable[[Here, Event], Cell]:
    """What is known of the spot, where one is known."""

    def cell(here: Here, event: Event) -> Cell:
        place = main_place(here, event)
        return of(place) if place is not None and place.point is not None else None

    return cell


def _actors(here: Here, event: Event) -> str:
    return joined(f"{part.actor or here.plain(part.unnamed)} ({part.role.value})" for part in event.actors)


def _disputed(here: Here, event: Event) -> int:
    claims = here.chronicle.claims
    return sum(claims.disputed(key) for key in claims.shown_on[event.id])


EVENTS: Table[Event] = Table(
    "events",
    say("Events"),
    say("Every event, in the order of the chronicle."),
    say("one event"),
    (
        Column("id", say("Its id: the end of its address."), lambda _, event: event.id),
        Column("title", say("What happened, in a line."), lambda here, event: here.plain(event.title), is_free=True),
        Column("date", say("When it happened, in EDTF."), lambda _, event: as_date(event.date)),
        Column("date_words", say("The same in words."), lambda here, event: here.words(event.date)),
        Column("earliest", say("The first day that the date allows."), lambda _, event: event.date.earliest.iso),
        Column("latest", say("The last day that the date allows."), lambda _, event: event.date.latest.iso),
        Column(
            "earliest_by_links",
            say("The first day on which it can have begun, given its links to other events."),
            lambda here, event: here.chronicle.chronology.extents[event.id].start.earliest.iso,
        ),
        Column(
            "latest_by_links",
            say("The last day on which it can have ended, given its links to other events."),
            lambda here, event: here.chronicle.chronology.extents[event.id].end.latest.iso,
        ),
        Column("kind", say("What sort of event it is."), lambda _, event: event.kind.value),
        Column("standing", say("How sure it is that it happened."), lambda _, event: event.standing.value),
        Column("importance", say("How prominently it is shown."), lambda _, event: event.importance.value),
        Column(
            "threads", say("The threads that it is in, the main one first."), lambda _, event: joined(event.threads)
        ),
        Column("actors", say("Who took part or spoke, each with its role in brackets."), _actors, is_free=True),
        Column(
            "places",
            say("Its places, each with its role in brackets."),
            lambda _, event: joined(f"{at.place} ({at.role.value})" for at in event.places),
        ),
        Column(
            "lat",
            say("Degrees north of where it happened, WGS84; of several sites the first that is located."),
            _located(lambda at: at.lat),
            float,
        ),
        Column("lon", say("Degrees east of the same site, WGS84."), _located(lambda at: at.lon), float),
        Column(
            "precision", say("How closely these coordinates are known."), _located(lambda place: place.precision.value)
        ),
        Column(
            "radius_km",
            say("Within how many kilometres of them it happened; 0 where they are exact."),
            _located(lambda place: float(place.reach_km)),
            float,
        ),
        Column(
            "summary",
            say("What happened, in a sentence or two."),
            lambda here, event: here.plain(event.summary),
            is_free=True,
        ),
        Column(
            "claims",
            say("How many claims its page shows."),
            lambda here, event: len(here.chronicle.claims.shown_on[event.id]),
            int,
        ),
        Column("disputed_claims", say("How many of them are disputed."), _disputed, int),
        Column("tags", say("Words that the editors find it by."), lambda _, event: joined(event.tags), is_free=True),
        Column(
            "extra",
            say("What else the record keeps, as JSON."),
            lambda _, event: json.dumps(event.extra, ensure_ascii=False, sort_keys=True) if event.extra else "",
        ),
        Column("sources", say("The sources of the record."), lambda _, event: ids_of(event.sources)),
        Column("added", say("When the record entered the chronicle."), lambda _, event: as_date(event.added)),
        Column(
            "corrected",
            say("When its meaning was last corrected."),
            lambda _, event: as_date(event.last_corrected),
        ),
    ),
    lambda here: here.chronicle.events.values(),
)
