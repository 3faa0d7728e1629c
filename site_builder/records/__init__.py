"""The six kinds of record and the profile of a chronicle, as pydantic models: the schema."""

from site_builder.records.actor import Actor, Alias, FormerName, Position, Predecessor
from site_builder.records.base import BrokenRulesError, Correction, Record, Schema, SourceRef, Text
from site_builder.records.claim import Claim, Quote, QuoteVersion
from site_builder.records.event import Event, EventActor, EventPlace, Link, Media
from site_builder.records.keys import Kind
from site_builder.records.place import Place
from site_builder.records.profile import Licence, Profile
from site_builder.records.question import Question
from site_builder.records.source import Copy, Source
from site_builder.records.thread import Thread
from site_builder.records.walking import (
    FieldAddress,
    FieldParty,
    FieldReference,
    FieldText,
    FieldValue,
    walk,
    walk_values,
)

MODELS: dict[Kind, type[Record]] = {
    model.record_kind: model for model in (Event, Actor, Place, Source, Thread, Question)
}
"""The model of each kind of record."""

__all__ = [
    "MODELS",
    "Actor",
    "Alias",
    "BrokenRulesError",
    "Claim",
    "Copy",
    "Correction",
    "Event",
    "EventActor",
    "EventPlace",
    "FieldAddress",
    "FieldParty",
    "FieldReference",
    "FieldText",
    "FieldValue",
    "FormerName",
    "Kind",
    "Licence",
    "Link",
    "Media",
    "Place",
    "Position",
    "Predecessor",
    "Profile",
    "Question",
    "Quote",
    "QuoteVersion",
    "Record",
    "Schema",
    "Source",
    "SourceRef",
    "Text",
    "Thread",
    "walk",
    "walk_values",
]
