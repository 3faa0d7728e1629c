"""Actors, places, sources, threads and questions as plain text: their keys, and what refers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from site_builder import edtf
from site_builder.editing.order import canonical_keys
from site_builder.pages import Here
from site_builder.reading.schema import fields
from site_builder.records import Kind, Record, SourceRef, Text
from site_builder.showing.claims import claims_table
from site_builder.showing.event import events_table
from site_builder.showing.sections import Section, pairs
from site_builder.vocabulary import Term


def show_record(here: Here, kind: Kind, record: Record, width: int) -> tuple[Section, ...]:
    """What a record of a kind other than event says, the claims that it makes or bears, and its events."""
    chronicle = here.chronicle
    rows = [("Id", record.id), ("File", (chronicle.folder / record.file).as_posix()), *_keys(here, record)]
    claims = {
        Kind.ACTOR: chronicle.claims.by_actor,
        Kind.SOURCE: chronicle.claims.resting_on,
        Kind.QUESTION: chronicle.claims.on_question,
    }
    keys = claims[kind](record.id) if kind in claims else ()
    events = (
        chronicle.thread_events[record.id] if kind is Kind.THREAD else chronicle.backlinks.events_of(kind, record.id)
    )
    sections = (
        Section(here.name(kind, record.id), pairs(rows, width)),
        Section("Claims", claims_table(here, keys, width)),
        Section("Events", events_table(here, events, width)),
    )
    return tuple(section for section in sections if section.lines)


def _keys(here: Here, record: Record) -> Iterator[tuple[str, str]]:
    written = fields(type(record))
    names = {id(info): name for name, info in type(record).model_fields.items()}
    for key in canonical_keys(type(record)):
        name = names[id(written[key])]
        if name in record.model_fields_set:
            yield key.replace("_", " ").capitalize(), _words(here, getattr(record, name))


def _words(here: Here, value: Any) -> str:
    """A value of a record in words; the items of a list a line each."""
    match value:
        case Text():
            return here.plain(value)
        case edtf.Date():
            return here.words(value)
        case Term():
            return value.label
        case bool():
            return "yes" if value else "no"
        case SourceRef():
            return ", ".join(part for part in (value.source, value.at) if part)
        case BaseModel():
            parts = (_words(here, getattr(value, name)) for name in value.model_fields_set)
            return ", ".join(part for part in sorted(parts) if part)
        case tuple():
            return "\n".join(_words(here, item) for item in value)
        case Mapping():
            return "\n".join(f"{key}: {_words(here, item)}" for key, item in value.items())
        case None:
            return ""
        case _:
            return str(value)
