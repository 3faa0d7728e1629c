"""The whole chronicle in one file: valid by its own schema, and read back as the same."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import worlds
from building import REPOSITORY
from hypothesis import given
from hypothesis import strategies as st

from formats.chronicle_of_all import exported, seen_from_data
from site_builder.chronicle import Chronicle
from site_builder.formats import read_whole
from site_builder.pages import DATA, Here
from site_builder.reading import profile_of
from site_builder.records import Kind

CHRONICLES = (*sorted((Path(__file__).parents[1] / "chronicles").iterdir()), REPOSITORY / "events")


def read_again(chronicle: Chronicle) -> Chronicle:
    content = exported(Here(worlds.here(chronicle).site, DATA), "chronicle.json")
    return Chronicle.read(chronicle.folder, read_whole(content), chronicle.today)


@pytest.mark.parametrize("folder", CHRONICLES, ids=lambda folder: folder.name)
def test_what_is_read_back_is_the_same_chronicle(folder: Path) -> None:
    chronicle = Chronicle.open(folder)
    again = read_again(chronicle)
    assert again.errors == ()
    assert again.profile == chronicle.profile == profile_of(folder)
    for kind in Kind:
        assert [*again.records(kind).items()] == [*chronicle.records(kind).items()]
    assert again.claims.relations == chronicle.claims.relations


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=40))
def test_any_words_that_a_record_can_have_are_read_back(words: str) -> None:
    keys = {"title": words, "date": "2024", "kind": "battle", "summary": words, "sources": ["s"], "added": worlds.ADDED}
    records = {"2024-a.yml": json.dumps(keys).encode(), "sources/s.yml": b"publisher: S"}
    chronicle = Chronicle.read(Path(), records)
    assert dict(read_again(chronicle).events) == dict(chronicle.events)


@pytest.mark.parametrize("folder", CHRONICLES[:3], ids=lambda folder: folder.name)
def test_a_chronicle_is_valid_by_its_own_schema(folder: Path) -> None:
    here = Here(worlds.here(Chronicle.open(folder)).site, DATA)
    schema = json.loads(exported(here, "chronicle.schema.json"))
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(json.loads(exported(here, "chronicle.json")), schema, jsonschema.Draft7Validator)


def test_a_term_that_the_chronicle_has_not_is_not_valid(tmp_path: Path) -> None:
    here = seen_from_data(tmp_path)
    schema, whole = (json.loads(exported(here, f"chronicle{ending}")) for ending in (".schema.json", ".json"))
    whole["events"][0]["kind"] = "party"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, schema, jsonschema.Draft7Validator)


def test_a_short_form_is_written_out_and_the_list_of_files_says_so(tmp_path: Path) -> None:
    here = seen_from_data(tmp_path)
    whole = json.loads(exported(here, "chronicle.json"))
    [link] = [link for event in whole["events"] for link in event.get("links", ())]
    assert link["sources"] == [{"source": "s"}]
    assert "short forms, which are written out" in next(
        file.means for file in here.site.data if file.name == "chronicle.json"
    )


def test_what_the_engine_found_stands_apart_from_what_was_written(tmp_path: Path) -> None:
    whole = json.loads(exported(seen_from_data(tmp_path), "chronicle.json"))
    found = whole["found"]
    assert found["events"]["2024-07-25-battle"] == {"earliest": "2024-07-25", "latest": "2024-07-27"}
    assert found["claims"]["2024-07-25-battle#first"] == {
        "disputed": True,
        "disputed-figures": [
            {"party": "army", "category": "killed"},
            {"party": "army", "category": "captured"},
            {"party": "wagner+army", "category": "killed"},
        ],
        "denied-by": ["2024-07-25-battle#second"],
    }
    [event] = [event for event in whole["events"] if event["id"] == "2024-07-25-battle"]
    assert event["title"] == {"en": 'The battle, as "it" is called', "fr": "La bataille"}
    assert event["tags"] == ["drones", "a; b"]
    assert "standing" not in event
