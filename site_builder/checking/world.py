"""All records side by side, as rules that need more than one of them see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from typing import cast

from site_builder.chronology import Chronology
from site_builder.linking import ClaimKey, Claims, Mentions, collect_mentions
from site_builder.reading import FileReading, RecordPath
from site_builder.records import Actor, Event, FieldText, Kind, Place, Question, Record, Source, Thread, walk
from site_builder.spelling import nearest

_MOST_LOOKUPS = 200
"""Unknown ids for which a near one is looked for: with more of them a file is missing, not a letter wrong."""


def today_anywhere() -> date:
    """The latest date that it is anywhere on earth now: a record that is added there may say so already."""
    return datetime.now(timezone(timedelta(hours=14))).date()


@dataclass(eq=False)
class World:
    """The records that were read, what their files are called, and what was made of their dates and claims."""

    records: Mapping[Kind, Mapping[str, Record]]
    files: Mapping[str, FileReading]
    """Every file, those without a record too, by its path."""
    chronology: Chronology
    claims: Claims
    today: date = field(default_factory=today_anywhere)
    """No day after this one has come."""
    _near: dict[tuple[Kind, str], str | None] = field(default_factory=dict)

    @property
    def events(self) -> Mapping[str, Event]:
        return cast(Mapping[str, Event], self.records[Kind.EVENT])

    @property
    def actors(self) -> Mapping[str, Actor]:
        return cast(Mapping[str, Actor], self.records[Kind.ACTOR])

    @property
    def places(self) -> Mapping[str, Place]:
        return cast(Mapping[str, Place], self.records[Kind.PLACE])

    @property
    def sources(self) -> Mapping[str, Source]:
        return cast(Mapping[str, Source], self.records[Kind.SOURCE])

    @property
    def threads(self) -> Mapping[str, Thread]:
        return cast(Mapping[str, Thread], self.records[Kind.THREAD])

    @property
    def questions(self) -> Mapping[str, Question]:
        return cast(Mapping[str, Question], self.records[Kind.QUESTION])

    @cached_property
    def texts(self) -> tuple[tuple[Record, RecordPath, str], ...]:
        """Every text that readers see, with its record and where it stands there."""
        return tuple((record, found.path, found.text) for record in self.all() for found in walk(record, FieldText))

    @cached_property
    def mentions(self) -> Mentions:
        """The names of actors and places, to be found in texts."""
        return collect_mentions(self.actors.values(), self.places.values())

    @cached_property
    def broken(self) -> tuple[FileReading, ...]:
        """Files whose records have errors of their own, with their plain values."""
        return tuple(reading for reading in self.files.values() if reading.values is not None)

    @cached_property
    def claims_by_id(self) -> Mapping[str, list[ClaimKey]]:
        """The claims of all events that have an id."""
        found: dict[str, list[ClaimKey]] = {}
        for key in self.claims.all:
            found.setdefault(key.claim, []).append(key)
        return found

    def all(self) -> Iterator[Record]:
        """Every record, kind by kind."""
        for of_kind in self.records.values():
            yield from of_kind.values()

    def has(self, kind: Kind, record_id: str) -> bool:
        """Whether there is such a record, or a file for it that was left out because of its own problems."""
        return record_id in self.records[kind] or (kind, record_id) in self._files

    def has_unread(self, kind: Kind, record_id: str) -> bool:
        """Whether there is only a file that was left out, of which nothing can be said."""
        return record_id not in self.records[kind] and (kind, record_id) in self._files

    def has_unreadable(self, kind: Kind) -> bool:
        """Whether there is a file of the kind of which not even the plain values are known."""
        known = {reading.file.id for reading in self.broken if reading.file.kind is kind} | self.records[kind].keys()
        return any(file_kind is kind and record_id not in known for file_kind, record_id in self._files)

    def new_id(self, kind: Kind, record_id: str) -> str | None:
        """The id that the record now has of which this is a former one."""
        return self._former[kind].get(record_id)

    @cached_property
    def former_claims(self) -> Mapping[ClaimKey, str]:
        """For each former key of a claim the id that it now has in its event."""
        return {
            ClaimKey(event.id, former): claim.id
            for event in self.events.values()
            for claim in event.claims
            for former in claim.former_ids
        }

    def near(self, kind: Kind, record_id: str) -> str | None:
        """The id that was probably meant."""
        key = (kind, record_id)
        if key not in self._near and len(self._near) < _MOST_LOOKUPS:
            self._near[key] = nearest(record_id, self.records[kind])
        return self._near.get(key)

    @cached_property
    def _files(self) -> frozenset[tuple[Kind, str]]:
        read = (reading.file for reading in self.files.values())
        return frozenset((file.kind, file.id) for file in read if not file.is_profile)

    @cached_property
    def _former(self) -> dict[Kind, dict[str, str]]:
        return {
            kind: {former: record.id for record in of_kind.values() for former in record.former_ids}
            for kind, of_kind in self.records.items()
        }
