"""An event's page: what happened, who says what, and how sure it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.linking import EventLink
from site_builder.pages.as_of import AsOf, view_as_of
from site_builder.pages.citations import SourceList, SourceNote, list_sources, view_refs, view_source
from site_builder.pages.claim_groups import Group, anchor_of_other, group_claims
from site_builder.pages.context import Here, PageLink
from site_builder.pages.counts import CountCharts, view_counts
from site_builder.pages.dates import DateView
from site_builder.pages.disputes import Dispute, find_disputes
from site_builder.pages.known import begun_since
from site_builder.pages.locator import locator_of_event, map_of_event
from site_builder.pages.map_drawing import DrawnMap
from site_builder.pages.place import closeness, coordinates, countries
from site_builder.pages.prose import Citations
from site_builder.pages.record import RecordPage, view_note
from site_builder.records import Event, EventActor, EventPlace, Kind
from site_builder.vocabulary import ActorRole


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where, in what role, and how closely it is known."""

    part: EventPlace
    place: PageLink
    country: str
    coordinates: str
    """Where in the place it happened, in degrees, where the event says it; else empty."""
    closeness: str
    """How closely the place is known, in words; empty for a settlement or an exact spot."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A tie to another event."""

    link: EventLink
    event: PageLink
    date: str
    since: str
    """The day from which the other event had begun; may be empty."""
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """The events to which one is tied in the same way."""

    heading: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ThreadPlace:
    """Where an event stands in a thread."""

    thread: PageLink
    position: int
    length: int
    previous: PageLink | None
    next: PageLink | None


@dataclass(frozen=True, slots=True)
class EventPage(RecordPage[Event]):
    """What the template of an event's page needs."""

    date: DateView
    places: tuple[PlaceView, ...]
    locator: DrawnMap | None
    """A small map of where it was."""
    on_map: str
    """The address of the map with its places; empty where it has none on it."""
    disputes: tuple[Dispute, ...]
    counts: CountCharts | None
    groups: tuple[Group, ...]
    claim_count: int
    actors: tuple[tuple[ActorRole, tuple[tuple[EventActor, PageLink], ...]], ...]
    """By role, in the order of the record."""
    body: Markup
    links: tuple[LinkGroup, ...]
    """Those to what came before, then those to what came after."""
    threads: tuple[ThreadPlace, ...]
    sources: SourceList
    timeline: PageLink
    """The event's place on the timeline."""
    as_of: AsOf | None
    """The choice of a day; None where no claim is shown."""


def view_event(here: Here, event: Event) -> EventPage:
    """The page of one event."""
    groups = group_claims(here, event)
    citations = Citations()
    body = here.prose_of(event.body, mentions=event.link_mentions, citations=citations)
    for source_id in _rests_on(here, event):
        citations.number(source_id)
    links = here.chronicle.links[event.id]
    sources = _sources(here, event, citations.sources)
    return EventPage(
        event,
        view_note(here, event),
        date=here.event_date(event.id),
        places=tuple(_place(here, place) for place in event.places),
        locator=locator_of_event(here, event),
        on_map=map_of_event(here, event),
        disputes=find_disputes(here, event, groups),
        counts=view_counts(
            here,
            here.chronicle.claims.shown_on[event.id],
            lambda key: f"#{key.claim if key.event == event.id else anchor_of_other(key)}",
            event,
        ),
        groups=groups,
        claim_count=len(here.chronicle.claims.shown_on[event.id]),
        actors=tuple(_by_role(here, event)),
        body=body,
        links=tuple(_group_links(here, sorted(links, key=lambda link: not link.type.points_back))),
        threads=tuple(
            place for thread in event.threads if (place := _thread_place(here, event.id, thread)) is not None
        ),
        sources=list_sources(here, sources),
        timeline=PageLink(here.say("Timeline"), here.href(here.site.timeline.event_page(event.id), event.id)),
        as_of=view_as_of(here) if groups else None,
    )


def _by_role(here: Here, event: Event) -> Iterator[tuple[ActorRole, tuple[tuple[EventActor, PageLink], ...]]]:
    for role in dict.fromkeys(part.role for part in event.actors):
        yield role, tuple((part, _taking_part(here, event, part)) for part in event.actors if part.role == role)


def _taking_part(here: Here, event: Event, part: EventActor) -> PageLink:
    if part.actor is None:
        return PageLink(here.text(part.unnamed))
    return here.record_link(Kind.ACTOR, part.actor, event.date)


def _place(here: Here, ref: EventPlace) -> PlaceView:
    known = here.chronicle.places.get(ref.place)
    place = ref.within(known) if known is not None else None
    return PlaceView(
        ref,
        place=here.record_link(Kind.PLACE, ref.place),
        country=countries(here, place) if place is not None else "",
        coordinates=coordinates(here, place) if place is not None and ref.lat is not None else "",
        closeness=closeness(here, place) if place is not None else "",
    )


def _group_links(here: Here, links: Iterable[EventLink]) -> Iterator[LinkGroup]:
    by_heading: dict[str, list[LinkView]] = {}
    for link in links:
        by_heading.setdefault(here.gettext(link.type.heading), []).append(_link(here, link))
    return (LinkGroup(heading, tuple(found)) for heading, found in by_heading.items())


def _link(here: Here, link: EventLink) -> LinkView:
    other = here.chronicle.events.get(link.event)
    return LinkView(
        link,
        event=here.record_link(Kind.EVENT, link.event),
        date=here.words(other.date) if other is not None else "",
        since=begun_since(other.date) if other is not None else "",
        sources=view_refs(here, link.sources),
    )


def _thread_place(here: Here, event_id: str, thread_id: str) -> ThreadPlace | None:
    if thread_id not in here.chronicle.threads:
        return None
    events = here.chronicle.thread_events[thread_id]
    at = here.chronicle.thread_positions[thread_id][event_id]

    def neighbour(index: int) -> PageLink | None:
        return here.record_link(Kind.EVENT, events[index]) if 0 <= index < len(events) else None

    return ThreadPlace(
        here.record_link(Kind.THREAD, thread_id), at + 1, len(events), neighbour(at - 1), neighbour(at + 1)
    )


def _rests_on(here: Here, event: Event) -> Iterator[str]:
    """The sources that the page rests on besides its account: the event's own first, then its claims' and links'."""
    claims = here.chronicle.claims
    yield from (ref.source for ref in event.sources)
    yield from (ref.source for key in claims.shown_on[event.id] for ref in claims.all[key].sources)
    yield from (ref.source for link in event.links for ref in link.sources)


def _sources(here: Here, event: Event, ids: Iterable[str]) -> tuple[SourceNote, ...]:
    """The sources of the page, numbered as its citations are."""
    own = {ref.source: ref.at or "" for ref in event.sources}
    known = here.chronicle.sources
    return tuple(view_source(here, known[source_id], own.get(source_id, "")) for source_id in ids if source_id in known)
