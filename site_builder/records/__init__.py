"""The six kinds of record and the profile of a chronicle, as pydantic models: the schema."""

from site_builder.records.actor import Actor, Alias, FormerName, Position, Predecessor
from site_builder.records.addresses import (
    NOT_IN_ADDRESSES,
    AddressError,
    PrivateAddressError,
    encode,
    host_in,
    in_ascii,
    in_letters,
    ipv4,
    mixes_scripts,
    read_address,
)
from site_builder.records.base import (
    COUNTRY_PATTERN,
    DEVICES,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MAX_ID,
    MAX_LINE,
    MAX_URL,
    Correction,
    Date,
    LocalText,
    Record,
    Schema,
    SourceRef,
    SourceRefs,
    Text,
    Url,
)
from site_builder.records.claim import Claim, Figure, Quote, QuoteVersion
from site_builder.records.event import Event, EventActor, EventPlace, Link, Media
from site_builder.records.keys import Kind, NamesParties, RefersTo, key_of
from site_builder.records.locale_codes import UnknownCodeError, country_meant, language_meant
from site_builder.records.place import Place
from site_builder.records.profile import Licence, PagePath, Profile
from site_builder.records.question import Question
from site_builder.records.rules import BrokenRulesError, Rule
from site_builder.records.source import Copy, Source
from site_builder.records.thread import Thread
from site_builder.records.walking import (
    FieldAddress,
    FieldParty,
    FieldReference,
    FieldText,
    FieldValue,
    marks_of,
    model_in,
    walk,
    walk_values,
)

MODELS: dict[Kind, type[Record]] = {
    model.record_kind: model for model in (Event, Actor, Place, Source, Thread, Question)
}
"""The model of each kind of record."""

__all__ = [
    "COUNTRY_PATTERN",
    "DEVICES",
    "ID_PATTERN",
    "LANGUAGE_PATTERN",
    "MAX_ID",
    "MAX_LINE",
    "MAX_URL",
    "MODELS",
    "NOT_IN_ADDRESSES",
    "Actor",
    "AddressError",
    "Alias",
    "BrokenRulesError",
    "Claim",
    "Copy",
    "Correction",
    "Date",
    "Event",
    "EventActor",
    "EventPlace",
    "FieldAddress",
    "FieldParty",
    "FieldReference",
    "FieldText",
    "FieldValue",
    "Figure",
    "FormerName",
    "Kind",
    "Licence",
    "Link",
    "LocalText",
    "Media",
    "NamesParties",
    "PagePath",
    "Place",
    "Position",
    "Predecessor",
    "PrivateAddressError",
    "Profile",
    "Question",
    "Quote",
    "QuoteVersion",
    "Record",
    "RefersTo",
    "Rule",
    "Schema",
    "Source",
    "SourceRef",
    "SourceRefs",
    "Text",
    "Thread",
    "UnknownCodeError",
    "Url",
    "country_meant",
    "encode",
    "host_in",
    "in_ascii",
    "in_letters",
    "ipv4",
    "key_of",
    "language_meant",
    "marks_of",
    "mixes_scripts",
    "model_in",
    "read_address",
    "walk",
    "walk_values",
]
