"""The JSON Schemas accept what the models accept, refuse what they refuse, and describe every key."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ValidationError
from referencing import Registry, Resource
from ruamel.yaml import YAML

from site_builder import records
from site_builder.reading import read
from site_builder.records import Kind, Profile
from site_builder.records.base import ID_PATTERN, Id
from site_builder.schema import (
    FOLDER,
    IDS,
    ids_document,
    profile_schema,
    removals_schema,
    schema_files,
    stale_files,
    write_schemas,
)
from site_builder.vocabulary import built_in

EVENTS = Path(__file__).parents[2] / "events"


RULES = ("allOf",)
"""What says of keys, which are described elsewhere, when they are needed."""
EVENT = "title: t\ndate: 2024\nkind: ambush\nsummary: s\nsources: [a]\nadded: 2026\n"
CLAIM = f"{EVENT}claims:\n- {{id: a, topic: other, says: s, sources: [a]"
LINK = f"{EVENT}links:\n- {{type: consequence-of, event: a"


def validator(kind: Kind, ids: dict[Kind, list[str]] | None = None) -> Draft7Validator:
    schema = json.loads(schema_files(built_in())[f"{kind.value}.json"])
    return Draft7Validator(schema, registry=registry_of(ids_document(ids or {kind: [] for kind in Kind})))


def registry_of(document: Any) -> Registry[Any]:
    """Where schemas find the ids that exist."""
    registry: Registry[Any] = Registry().with_resource(IDS, Resource.from_contents(document))
    return registry


def as_an_editor_reads(text: str) -> Any:
    return _as_text(YAML(typ="safe", pure=True).load(text))


def _as_text(value: Any) -> Any:
    """Days are texts to editors."""
    if isinstance(value, dict):
        return {str(key): _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return str(value) if isinstance(value, date) else value


def real_records() -> Iterator[tuple[Kind, Path]]:
    for path in sorted(EVENTS.rglob("*/*.yml")):
        folder = path.relative_to(EVENTS).parts[0]
        yield next((kind for kind in Kind if kind.plural == folder), Kind.EVENT), path


def keys(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for part in schema:
            yield from keys(part)
    elif isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for name, value in schema.items():
            if name not in RULES:
                yield from keys(list(value.values()) if name == "properties" else value)


@pytest.mark.parametrize("kind", Kind)
def test_each_schema_is_valid_draft_7(kind: Kind) -> None:
    Draft7Validator.check_schema(json.loads(schema_files(built_in())[f"{kind.value}.json"]))


@pytest.mark.parametrize("kind", Kind)
def test_each_key_has_a_description_and_an_example_or_a_closed_list(kind: Kind) -> None:
    for name, key in keys(json.loads(schema_files(built_in())[f"{kind.value}.json"])):
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
        (Kind.ACTOR, "name: n\ntype: person"),
        (Kind.ACTOR, "name: ' '\ntype: state"),
        (Kind.EVENT, EVENT.replace("[a]", "[]")),
        (Kind.EVENT, EVENT.replace("date: 2024", "date: 29 July 2024")),
        (Kind.EVENT, EVENT.replace("date: 2024", "date: [29 July 2024]")),
        (Kind.EVENT, EVENT.replace("date: 2024", "date: {2024: a}")),
        (Kind.EVENT, EVENT.replace("date: 2024", "date: 2024.5")),
        (Kind.EVENT, f"{CLAIM}}}"),
        (Kind.EVENT, f"{CLAIM}, by: a, unnamed: u}}"),
        (Kind.EVENT, f"{CLAIM}, unnamed: u, speaker: a}}"),
        (Kind.EVENT, f"{CLAIM}, by: a, assessment: unverified}}"),
        (Kind.EVENT, f"{LINK}}}"),
        (Kind.EVENT, f"{LINK}, note: n, sources: []}}"),
        (Kind.PLACE, "name: n\nlat: 1\nprecision: near\nsources: [a]"),
        (Kind.PLACE, "name: n\nlat: 1\nlon: 1\nprecision: near\nsources: []"),
        (Kind.PLACE, "name: n\nprecision: near"),
        (Kind.QUESTION, "title: t\nstate: settled"),
        (Kind.SOURCE, "publisher: p\nurl: https://a.org/a b"),
        (Kind.SOURCE, "publisher: p\nsha256: 'a'"),
        (Kind.SOURCE, "publisher: p\nconsulted: 'no'\nread_on: 2026-11-20"),
    ],
)
def test_what_a_model_refuses_the_schema_refuses(kind: Kind, text: str, tmp_path: Path) -> None:
    assert list(validator(kind).iter_errors(as_an_editor_reads(text)))
    assert errors_of(kind, text, tmp_path)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.EVENT, EVENT),
        (Kind.EVENT, EVENT.replace("title: t", "title: 1984").replace("[a]", "[{source: a, at: 4}]")),
        (Kind.EVENT, EVENT.replace("date: 2024", "date: [2024-07-25..2024-07-27,2024-08]") + "ids: {ucdp: 12345}"),
        (Kind.EVENT, EVENT.replace("date: 2024", "date: {2024-07-25,2024-08}")),
        (Kind.EVENT, f"{CLAIM}, by: a, speaker: a}}"),
        (Kind.EVENT, f"{CLAIM}, unnamed: {{en: u, fr: v}}, side: a, assessment: unassessed}}"),
        (Kind.EVENT, f"{LINK}, note: n, sources: [a]}}"),
        (Kind.EVENT, f"{LINK}}}".replace("consequence-of", "after")),
        (Kind.ACTOR, "name: n\ntype: person\nnamed_because: convicted"),
        (Kind.PLACE, "name: n\nlat: 1\nlon: -1.5\nprecision: near\nsources: [a]"),
        (Kind.PLACE, "name: n\nprecision: country\ncountry: ML"),
        (Kind.QUESTION, "title: t\nstate: settled\nnote: n\nsources: [a]"),
        (Kind.SOURCE, f"publisher: p\nconsulted: excerpt\nread_on: 2026-11-20\nsha256: '{'0' * 64}'"),
    ],
)
def test_what_a_model_accepts_the_schema_accepts(kind: Kind, text: str, tmp_path: Path) -> None:
    errors = [error.message for error in validator(kind).iter_errors(as_an_editor_reads(text))]
    assert errors == []
    assert errors_of(kind, text, tmp_path) == []


def errors_of(kind: Kind, text: str, folder: Path) -> list[str]:
    """What the check says of the record by itself."""
    path = folder / kind.plural / "2024-a.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return [problem.message for problem in read(folder).problems]


def test_ids_are_completed_from_the_records_and_new_ones_pass() -> None:
    checked = validator(Kind.SOURCE, {kind: ["known"] for kind in Kind})
    Draft7Validator.check_schema(ids_document({kind: ["b", "a"] for kind in Kind}))
    assert ids_document({kind: ["b", "a"] for kind in Kind})["definitions"]["actor"]["enum"] == ["a", "b"]
    assert not list(checked.iter_errors({"publisher": "p"}))
    actor = validator(Kind.ACTOR, {kind: ["known"] for kind in Kind})
    assert not list(actor.iter_errors({"name": "n", "type": "state", "parent": "new-one"}))


def test_every_key_that_holds_an_id_says_of_which_kind() -> None:
    own = {"id", "former_ids", "ids", "inverse", *records.TERMS}
    for name in records.__all__:
        for field, info in getattr(getattr(records, name), "model_fields", {}).items():
            hint = str(info.annotation) + str(info.metadata)
            if field not in own and (str(Id) in hint or ID_PATTERN in hint):
                assert "RefersTo(" in hint, f"{name}.{field}"


@pytest.mark.parametrize(("name", "text"), schema_files(built_in()).items(), ids=schema_files(built_in()))
def test_the_committed_schemas_are_up_to_date(name: str, text: str, same_as_file: Callable[[Path, str], None]) -> None:
    same_as_file(EVENTS / FOLDER / name, text)


def test_writing_makes_them_up_to_date_and_names_the_ids(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "fama.yml").write_text("name: n\ntype: state\n", encoding="utf-8")
    assert len(stale_files(tmp_path)) == len(Kind) + len(["profile.json", "removed.json"])
    write_schemas(tmp_path)
    assert stale_files(tmp_path) == []
    ids = json.loads((tmp_path / FOLDER / IDS).read_text(encoding="utf-8"))
    assert ids["definitions"]["actor"] == {"enum": ["fama"]}


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        ({"id": "a-b", "date": "2026-11-28", "reason": "danger"}, True),
        ({"id": "a-b", "date": "2026-11-28"}, False),
        ({"id": "A name", "date": "2026-11-28", "reason": "danger"}, False),
        ({"id": "a-b", "date": "2026-11", "reason": "danger"}, False),
        ({"id": "a-b", "date": "2026-11-28~", "reason": "danger"}, False),
        ({"id": "a-b", "date": "2026-11-28", "reason": "He was a prisoner."}, False),
        ({"id": "a-b", "date": "2026-11-28", "reason": "danger", "title": "A name"}, False),
    ],
)
def test_a_removal_holds_id_day_and_reason_and_has_no_room_for_words(entry: dict[str, str], accepted: bool) -> None:
    assert Draft7Validator(removals_schema()).is_valid({"actors": [entry]}) is accepted
    problems = read({"removed.yml": json.dumps({"actors": [entry]}).encode()}).problems
    assert (problems == ()) is accepted
    assert all((problem.file, problem.line) == ("removed.yml", 1) and problem.column > 1 for problem in problems)


@pytest.mark.parametrize(
    ("profile", "accepted"),
    [
        ({}, True),
        (yaml.safe_load((EVENTS / "chronicle.yml").read_text(encoding="utf-8")), True),
        ({"licence": {"name": "CC0"}, "method_page": "about/the-method.md"}, True),
        ({"licence": {"url": "https://example.org/"}}, False),
        ({"license": {"name": "CC0"}}, False),
        ({"method_page": "/method.md"}, False),
        ({"method_page": "../method.md"}, False),
        ({"method_page": "a//method.md"}, False),
        ({"method_page": "https://example.org/method.md"}, False),
        ({"contributing_page": "contributing.html"}, False),
    ],
)
def test_the_profile_has_a_schema_that_agrees_with_its_model(profile: Any, accepted: bool) -> None:
    schema = profile_schema()
    Draft7Validator.check_schema(schema)
    known = json.loads((EVENTS / FOLDER / IDS).read_text(encoding="utf-8"))
    assert Draft7Validator(schema, registry=registry_of(known)).is_valid(profile) is accepted
    try:
        Profile.model_validate(profile)
    except ValidationError:
        assert not accepted
    else:
        assert accepted
