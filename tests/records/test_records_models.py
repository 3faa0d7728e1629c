"""What is said about the models fits the models."""

import pytest
from pydantic import TypeAdapter

from site_builder.reading.wording import PATTERNS
from site_builder.records import Actor, Claim, Event, Schema, SourceRef, Thread
from site_builder.records.models import all_models, annotation_at, date_keys, fields, model_at


def test_date_keys_are_those_of_type_date() -> None:
    assert date_keys() == {
        *("date", "added", "covers", "happened", "taken", "published"),
        *("since", "until", "active", "read_on"),
    }


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_no_key_is_a_date_in_one_model_and_something_else_in_another(model: type[Schema]) -> None:
    for key in fields(model).keys() & date_keys():
        assert "Date" in str(annotation_at(model, (key,)))


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_pattern_of_a_model_has_words(model: type[Schema]) -> None:
    assert patterns_in(TypeAdapter(model).json_schema()) <= set(PATTERNS)


def patterns_in(schema: object) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["pattern"]} if isinstance(schema.get("pattern"), str) else set()
        keys = set(schema.get("patternProperties", {}))
        return own.union(keys, *map(patterns_in, schema.values()))
    return set().union(*map(patterns_in, schema)) if isinstance(schema, list) else set()


def test_a_path_leads_to_the_model_of_its_mapping() -> None:
    assert model_at(Event, ()) is Event
    assert model_at(Event, ("claims", 3)) is Claim
    assert model_at(Event, ("claims",)) is None
    assert model_at(Event, ("title",)) is None
    assert model_at(Event, ("nothing", "at", "all")) is None


def test_keys_are_those_that_a_writer_writes() -> None:
    position = model_at(Actor, ("positions", 0))
    assert position is not None
    assert list(fields(position)) == ["in", "as", "date"]
    assert "id" not in fields(Actor) and "id" in fields(Claim)


def test_values_with_the_same_keys_share_the_set_of_them() -> None:
    one, other = (SourceRef.model_validate({"source": "s", "at": at}) for at in ("page 1", "page 2"))
    bare = SourceRef.model_validate({"source": "s"})
    assert one.model_fields_set is other.model_fields_set
    assert (one.model_fields_set, bare.model_fields_set) == ({"source", "at"}, {"source"})


def test_a_record_was_last_corrected_on_the_latest_day_wherever_it_is_listed() -> None:
    corrections = [{"date": day, "kind": "error", "note": "x"} for day in ("2026-11-25", "2026-12-01", "2026-11-30")]
    record = Thread.model_validate(
        {"id": "a", "file": "threads/a.yml", "title": "A", "summary": "A.", "corrections": corrections}
    )
    assert str(record.last_corrected) == "2026-12-01"
    assert record.model_copy(update={"corrections": ()}).last_corrected is None
