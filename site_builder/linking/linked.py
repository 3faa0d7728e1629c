"""The records ordered and tied together: the one value that rules judge, pages show and comparisons compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta, timezone
from functools import cached_property

from site_builder.chronology import Chronology, Dated, Tie, solve
from site_builder.linking.claims import Claims
from site_builder.linking.corrected import Corrected, Removed, find_corrected, find_removed, log_of
from site_builder.linking.keys import ClaimKey, grouped
from site_builder.linking.links import EventLink, find_backlinks, link_events
from site_builder.linking.mentions import Mentions, collect_mentions
from site_builder.linking.references import named_in
from site_builder.reading import Records, frozen
from site_builder.records import Claim, Event, FieldAddress, FieldText, Kind, Predecessor, Record, RecordPath, walk

_CITING = (Kind.ACTOR, Kind.PLACE, Kind.THREAD, Kind.QUESTION)


@dataclass(frozen=True, eq=False)
class Linked(Records):
    """Records whose events are in the order of the chronology, with what each has to do with the others."""

    chronology: Chronology
    claims: Claims
    mentions: Mentions
    """The names of all actors and places, to be found in prose."""
    today: date
    """No day after this one has come."""

    def apart(self, wanted: Callable[[Record], bool]) -> Linked:
        """The records that are wanted, as if each were alone: with the profile and the vocabulary, on no day."""
        by_kind = {
            kind: frozen({record_id: record for record_id, record in of_kind.items() if wanted(record)})
            for kind, of_kind in self.by_kind.items()
        }
        return replace(
            self,
            by_kind=frozen(by_kind),
            files=frozen({}),
            removed=frozen({}),
            chronology=solve((), ()),
            claims=Claims({}, self.vocabulary),
            mentions=collect_mentions((), ()),
            today=date.min,
        )

    @cached_property
    def texts(self) -> tuple[tuple[Record, RecordPath, str], ...]:
        """Every text that readers see, with its record and where it stands there."""
        return tuple((record, found.path, found.text) for record in self.all() for found in walk(record, FieldText))

    @cached_property
    def addresses(self) -> tuple[tuple[Record, tuple[FieldAddress, ...]], ...]:
        """Every record with the addresses in its fields; records without are left out."""
        found = ((record, tuple(walk(record, FieldAddress))) for record in self.all())
        return tuple((record, addresses) for record, addresses in found if addresses)

    @cached_property
    def corrected(self) -> tuple[Corrected, ...]:
        """Every change of meaning of every record, the latest first."""
        return find_corrected(self.all())

    @cached_property
    def gone(self) -> tuple[Removed, ...]:
        """Every record that was removed for privacy, the latest first."""
        return find_removed(self.removed)

    @cached_property
    def log(self) -> tuple[Corrected | Removed, ...]:
        """Every change of meaning of every record, and every removal, the latest first."""
        return log_of(self.corrected, self.gone)

    @cached_property
    def written_claims(self) -> tuple[tuple[Event, RecordPath, Claim], ...]:
        """Every claim, with its event and where it stands there."""
        return tuple(
            (event, ("claims", index), claim)
            for event in self.events.values()
            for index, claim in enumerate(event.claims)
        )

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """For each event its position in the order, from 0."""
        return _positions(self.events)

    @cached_property
    def ranks(self) -> Mapping[Kind, Mapping[str, int]]:
        """For each kind the positions, from 0, of the records that the editors put first."""
        order = self.profile.order
        named = {Kind.QUESTION: order.questions, Kind.THREAD: order.threads, Kind.ACTOR: order.actors}
        present = {kind: [self.present_id(kind, one) for one in named.get(kind, ())] for kind in Kind}
        return frozen({kind: _positions(dict.fromkeys(ids)) for kind, ids in present.items()})

    def in_editors_order(self, kind: Kind) -> list[Record]:
        """The records of a kind: first those that the editors put first, then the others by their ids."""
        ranks = self.ranks[kind]
        return sorted(self.by_kind[kind].values(), key=lambda record: ranks.get(record.id, len(ranks)))

    @cached_property
    def links(self) -> Mapping[str, tuple[EventLink, ...]]:
        """For each event its links in both directions."""
        return link_events(self.events, self.vocabulary)

    @cached_property
    def backlinks(self) -> Mapping[tuple[Kind, str], tuple[str, ...]]:
        """For each record, by kind and id, the events that refer to it."""
        return find_backlinks(self.events.values(), self.mentions)

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """For each actor the actors whose parent it is."""
        return grouped((actor.parent, actor.id) for actor in self.actors.values())

    @cached_property
    def on_side(self) -> Mapping[str, tuple[str, ...]]:
        """For each actor those that stand on its side."""
        return grouped((actor.side, actor.id) for actor in self.actors.values())

    @cached_property
    def successors(self) -> Mapping[str, tuple[tuple[str, Predecessor], ...]]:
        """For each actor the actors that came out of it, with what each says of that."""
        return grouped((one.actor, (actor.id, one)) for actor in self.actors.values() for one in actor.succeeds)

    @cached_property
    def parts(self) -> Mapping[str, tuple[str, ...]]:
        """For each place the places that lie directly within it."""
        return grouped((place.within, place.id) for place in self.places.values())

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[tuple[Kind, str], ...]]:
        """For each source the actors, places, threads and questions that name or cite it."""
        return grouped(
            (name, (kind, record.id))
            for kind in _CITING
            for record in self.by_kind[kind].values()
            for named, name in dict.fromkeys(named_in(record))
            if named is Kind.SOURCE
        )

    @cached_property
    def thread_events(self) -> Mapping[str, tuple[str, ...]]:
        """For each thread its events, in order."""
        of_events = grouped(
            (thread, event.id) for event in self.events.values() for thread in dict.fromkeys(event.threads)
        )
        return frozen({thread: of_events[thread] for thread in self.threads})

    @cached_property
    def thread_positions(self) -> Mapping[str, Mapping[str, int]]:
        """For each thread the position of each of its events in that order, from 0."""
        return frozen({thread: _positions(events) for thread, events in self.thread_events.items()})

    @cached_property
    def claims_by_id(self) -> Mapping[str, tuple[ClaimKey, ...]]:
        """The claims of all events that have an id."""
        return grouped((key.claim, key) for key in self.claims.all)

    @cached_property
    def former_claims(self) -> Mapping[ClaimKey, str]:
        """For each former key of a claim, which is no claim's now, the id that the claim has in its event."""
        former_keys = {
            ClaimKey(event.id, former): claim.id
            for event in self.events.values()
            for claim in event.claims
            for former in claim.former_ids
        }
        return frozen({key: now for key, now in former_keys.items() if key not in self.claims.all})


def link(records: Records, today: date | None = None) -> Linked:
    """The records ordered and linked. `today` is the real day where it is not given: only warnings depend on it."""
    events = records.events.values()
    chronology = solve(
        (Dated(event.id, event.date, event.kind.said) for event in events),
        (Tie(event.id, link.type, link.event) for event in events for link in event.links),
    )
    ordered = frozen({event_id: records.events[event_id] for event_id in chronology.order})
    as_read = {field.name: getattr(records, field.name) for field in fields(Records)}
    return Linked(
        **{**as_read, "by_kind": frozen({**records.by_kind, Kind.EVENT: ordered})},
        chronology=chronology,
        claims=Claims(ordered, records.vocabulary),
        mentions=collect_mentions(records.actors.values(), records.places.values()),
        today=today or today_anywhere(),
    )


def today_anywhere() -> date:
    """The latest date that it is anywhere on earth now: a record that is added there may say so already."""
    return datetime.now(timezone(timedelta(hours=14))).date()


def _positions(ordered: Iterable[str]) -> Mapping[str, int]:
    return frozen({record_id: position for position, record_id in enumerate(ordered)})
