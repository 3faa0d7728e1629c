"""One walk over a record: references, texts and addresses with their paths, each key by what its field says."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.records import (
    MODELS,
    Event,
    FieldAddress,
    FieldParty,
    FieldReference,
    FieldText,
    FieldValue,
    Kind,
    Schema,
    Source,
    Text,
    marks_of,
    model_in,
    walk,
    walk_values,
)
from site_builder.records.keys import LeadsOut, NamesParties, RefersTo
from site_builder.records.walking import _MARKS, _fields

VALUES: dict[str, Any] = {
    "title": {"en": "A town was captured", "fr": "Une ville fut prise"},
    "date": "2024-01-02",
    "kind": "battle",
    "summary": "It was captured.",
    "threads": ["war"],
    "actors": [{"actor": "army"}],
    "sources": ["report", {"source": "second-report", "at": "page 4"}],
    "media": [{"url": "https://example.org/a", "shows": "Smoke"}],
    "claims": [
        {
            "id": "a",
            "by": "army",
            "via": "Radio Tamani",
            "topic": "toll",
            "says": "Two were killed.",
            "figures": {"army + rebels": {"killed": "2"}},
            "sources": ["report"],
        }
    ],
    "added": "2026-01-01",
}


def models() -> set[type[Schema]]:
    """Every model of a record, those of the mappings in them too."""
    found: set[type[Schema]] = set()
    waiting: list[type[Schema]] = list(MODELS.values())
    while waiting:
        model = waiting.pop()
        found.add(model)
        inner = {model_in(info.annotation) for info in model.model_fields.values()} - {None} - found
        waiting += [one for one in inner if one is not None]
    return found


def test_a_walk_yields_references_in_the_order_of_the_schema_with_their_paths() -> None:
    event = Event.model_validate({**VALUES, "id": "2024-01-02-a", "file": "2024/2024-01-02-a.yml"})
    references = [(one.kind, one.id, one.path) for one in walk(event, FieldReference)]
    assert references == [
        (Kind.THREAD, "war", ("threads", 0)),
        (Kind.ACTOR, "army", ("actors", 0, "actor")),
        (Kind.ACTOR, "army", ("claims", 0, "by")),
        (Kind.SOURCE, "report", ("claims", 0, "sources", 0, "source")),
        (Kind.SOURCE, "report", ("sources", 0, "source")),
        (Kind.SOURCE, "second-report", ("sources", 1, "source")),
    ]


def test_a_walk_yields_texts_addresses_and_parties() -> None:
    event = Event.model_validate({**VALUES, "id": "2024-01-02-a", "file": "2024/2024-01-02-a.yml"})
    assert [(one.language, one.path) for one in walk(event, FieldText)] == [
        ("en", ("title", "en")),
        ("fr", ("title", "fr")),
        (None, ("summary",)),
        (None, ("claims", 0, "says")),
        (None, ("media", 0, "shows")),
    ]
    assert list(walk(event, FieldAddress)) == [FieldAddress(("media", 0, "url"), "https://example.org/a")]
    assert [one.id for one in walk(event, FieldParty)] == ["army", "rebels"]
    kinds = (FieldReference, FieldText, FieldAddress, FieldParty)
    assert len(list(walk(event, FieldValue))) == sum(len(list(walk(event, kind))) for kind in kinds)


def test_the_plain_values_of_a_broken_record_yield_references_too() -> None:
    values = {**VALUES, "kind": "no kind", "threads": "war", "actors": ["army", {"actor": "Not an id"}], "places": 3}
    found = [(one.id, one.path) for one in walk_values(Event, values)]
    assert found == [
        ("war", ("threads",)),
        ("army", ("claims", 0, "by")),
        ("report", ("claims", 0, "sources", 0)),
        ("report", ("sources", 0)),
        ("second-report", ("sources", 1, "source")),
    ]


@pytest.mark.parametrize("model", sorted(models(), key=str), ids=str)
def test_every_key_that_holds_a_text_an_id_or_an_address_is_visited(model: type[Schema]) -> None:
    visited = {field.name for field in _fields(model, _MARKS[FieldValue])}
    for name, info in model.model_fields.items():
        marks = marks_of(info)
        reported = any(isinstance(mark, RefersTo | LeadsOut | NamesParties) or mark is Text for mark in marks)
        assert reported <= (name in visited), name


def test_the_addresses_of_a_source_and_of_the_copy_are_visited() -> None:
    address = "https://example.org/"
    copy = {"publisher": "b", "url": address}
    values = {"id": "a", "file": "a", "publisher": "a", "url": address, "archive": address, "read_in": copy}
    found = [one.path for one in walk(Source.model_validate(values), FieldAddress)]
    assert found == [("url",), ("archive",), ("read_in", "url")]
