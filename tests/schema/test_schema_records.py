"""The JSON Schemas accept what the models accept, refuse what they refuse, and describe every key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from ruamel.yaml import YAML

from site_builder import records
from site_builder.records import Kind
from site_builder.records.base import ID_PATTERN, Id
from site_builder.records.references import OWN_IDS, REFERENCES
from site_builder.schema import FOLDER, IDS, ids_document, schema_files, stale_files, write_schemas

EVENTS = Path(__file__).parents[2] / "events"


def validator(kind: Kind, ids: dict[Kind, list[str]] | None = None) -> Draft7Validator:
    document = ids_document(ids or {kind: [] for kind in Kind})
    registry: Registry[Any] = Registry().with_resource(IDS, Resource.from_contents(document))
    return Draft7Validator(json.loads(schema_files()[f"{kind.value}.json"]), registry=registry)


def as_an_editor_reads(text: str) -> Any:
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def real_records() -> Iterator[tuple[Kind, Path]]:
    for path in sorted(EVENTS.rglob("*.yml")):
        folder = path.relative_to(EVENTS).parts[0]
        yield next((kind for kind in Kind if kind.plural == folder), Kind.EVENT), path


def keys(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from schema.get("properties", {}).items()
    for value in schema.values():
        inner = value if isinstance(value, list) else [value]
        for part in (*inner, *(part for each in inner if isinstance(each, dict) for part in each.values())):
            if isinstance(part, dict) and ("properties" in part or "items" in part):
                yield from keys(part)


@pytest.mark.parametrize("kind", Kind)
def test_each_schema_is_valid_draft_7(kind: Kind) -> None:
    Draft7Validator.check_schema(json.loads(schema_files()[f"{kind.value}.json"]))


@pytest.mark.parametrize("kind", Kind)
def test_each_key_has_a_description_and_an_example_or_a_closed_list(kind: Kind) -> None:
    for name, key in keys(json.loads(schema_files()[f"{kind.value}.json"])):
        assert key.get("description"), name
        assert key.get("examples") or "enum" in key, name


def test_the_schemas_accept_every_real_record() -> None:
    validators = {kind: validator(kind) for kind in Kind}
    for kind, path in real_records():
        errors = list(validators[kind].iter_errors(as_an_editor_reads(path.read_text(encoding="utf-8"))))
        assert not errors, f"{path}: {errors[0].message}"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.EVENT, "title: t\ndate: 2024\nkind: ambush\nsummary: s\nsources: [a]\nadded: 2026\ntitel: x"),
        (Kind.EVENT, "title: t\ndate: 2024\nkind: ambusch\nsummary: s\nsources: [a]\nadded: 2026"),
        (Kind.EVENT, "title: t"),
        (Kind.SOURCE, "publisher: p\nurl: javascript:alert(1)"),
        (Kind.ACTOR, "name: n\ntype: state\nparent: Not An Id"),
    ],
)
def test_what_a_model_refuses_the_schema_refuses(kind: Kind, text: str) -> None:
    assert list(validator(kind).iter_errors(as_an_editor_reads(text)))


def test_ids_are_completed_from_the_records_and_new_ones_pass() -> None:
    checked = validator(Kind.SOURCE, {kind: ["known"] for kind in Kind})
    Draft7Validator.check_schema(ids_document({kind: ["b", "a"] for kind in Kind}))
    assert ids_document({kind: ["b", "a"] for kind in Kind})["definitions"]["actor"]["enum"] == ["a", "b"]
    assert not list(checked.iter_errors({"publisher": "p"}))
    actor = validator(Kind.ACTOR, {kind: ["known"] for kind in Kind})
    assert not list(actor.iter_errors({"name": "n", "type": "state", "parent": "new-one"}))


def test_every_key_that_holds_an_id_says_of_which_kind() -> None:
    for name in records.__all__:
        model = getattr(records, name)
        for field, info in getattr(model, "model_fields", {}).items():
            hint = str(info.annotation) + str(info.metadata)
            if str(Id) in hint or ID_PATTERN in hint:
                owners = {(parent.__name__, field) for parent in model.__mro__}
                assert owners & (set(REFERENCES) | OWN_IDS), f"{name}.{field}"


def test_the_committed_schemas_are_up_to_date() -> None:
    assert stale_files(EVENTS) == [], "run `timeline schema`"


def test_writing_makes_them_up_to_date_and_names_the_ids(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "fama.yml").write_text("name: n\ntype: state\n", encoding="utf-8")
    assert len(stale_files(tmp_path)) == len(Kind)
    write_schemas(tmp_path)
    assert stale_files(tmp_path) == []
    ids = json.loads((tmp_path / FOLDER / IDS).read_text(encoding="utf-8"))
    assert ids["definitions"]["actor"] == {"enum": ["fama"]}
