from collections.abc import Mapping
from dataclasses import FrozenInstanceError, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import worlds

from site_builder.chronicle import Chronicle
from site_builder.problems import Severity
from site_builder.records import Kind

REPOSITORY = Path(__file__).parents[1]
WORLD = """
2024-07-27-ambush: {threads: [tin, wagner, tin], links: [{type: part-of, event: 2024-07-25-battle}]}
2024-07-25-battle: {date: 2024-07-25/2024-07-27, threads: [tin], former_ids: [2024-07-25-fight]}
2023-11-video: {date: 2023-11, threads: [wagner], links: [{type: after, event: 2023-11-14-kidal}]}
2023-11-14-kidal: {}
actors/wagner: {name: Wagner, former_ids: [vagner]}
actors/unit: {parent: wagner}
actors/africa-corps:
  parent: wagner
  succeeds: [{actor: wagner, how: replaced, sources: [reuters]}]
places/mali: {precision: country}
places/kidal: {within: mali}
places/gao: {within: mali, description: "A town [@reuters]."}
threads/tin: {summary: "The battle [@reuters, page 2] and again [@reuters]."}
threads/wagner: {}
threads/empty: {}
questions/who: {sources: [reuters], note: "It is open [@s]."}
sources/reuters: {}
"""


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return worlds.chronicle_of(tmp_path, WORLD)


def test_events_are_in_order_and_know_their_place_in_it(chronicle: Chronicle) -> None:
    ordered = ["2023-11-14-kidal", "2023-11-video", "2024-07-25-battle", "2024-07-27-ambush"]
    assert list(chronicle.events) == ordered
    assert [chronicle.positions[event] for event in ordered] == [0, 1, 2, 3]


def test_other_records_are_in_the_order_of_their_ids(chronicle: Chronicle) -> None:
    for kind in set(Kind) - {Kind.EVENT}:
        assert list(chronicle.records(kind)) == sorted(chronicle.records(kind))


def test_every_kind_has_its_records(chronicle: Chronicle) -> None:
    assert {kind.value: len(chronicle.records(kind)) for kind in Kind} == {
        "event": 4,
        "actor": 3,
        "place": 3,
        "source": 2,
        "thread": 3,
        "question": 1,
    }


def test_a_thread_has_its_events_once_each_in_order_and_may_have_none(chronicle: Chronicle) -> None:
    assert chronicle.thread_events == {
        "tin": ("2024-07-25-battle", "2024-07-27-ambush"),
        "wagner": ("2023-11-video", "2024-07-27-ambush"),
        "empty": (),
    }
    assert chronicle.thread_positions["wagner"] == {"2023-11-video": 0, "2024-07-27-ambush": 1}


def test_what_belongs_to_what_is_known_from_above(chronicle: Chronicle) -> None:
    assert chronicle.members == {"wagner": ("africa-corps", "unit")}
    assert chronicle.parts == {"mali": ("gao", "kidal")}
    [(heir, step)] = chronicle.successors["wagner"]
    assert (heir, step.how.value) == ("africa-corps", "replaced")


def test_a_source_knows_what_rests_on_it_in_fields_and_in_prose(chronicle: Chronicle) -> None:
    assert chronicle.cited_by["reuters"] == (
        (Kind.ACTOR, "africa-corps"),
        (Kind.PLACE, "gao"),
        (Kind.THREAD, "tin"),
        (Kind.QUESTION, "who"),
    )
    assert chronicle.cited_by["s"] == ((Kind.QUESTION, "who"),)


def test_former_ids_lead_to_the_id_of_now_by_kind(chronicle: Chronicle) -> None:
    assert chronicle.former_ids[Kind.EVENT] == {"2024-07-25-fight": "2024-07-25-battle"}
    assert chronicle.former_ids[Kind.ACTOR] == {"vagner": "wagner"}
    assert chronicle.former_ids[Kind.PLACE] == {}


def test_a_former_id_that_is_another_records_id_leads_to_that_record(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path, "{actors/a: {former_ids: [b]}, actors/b: {}}", errors=True)
    assert chronicle.former_ids[Kind.ACTOR] == {}


def test_a_chronicle_cannot_be_changed(chronicle: Chronicle) -> None:
    with pytest.raises(FrozenInstanceError):
        chronicle.folder = Path()  # type: ignore[misc]
    mappings = {field.name: getattr(chronicle, field.name) for field in fields(chronicle)}
    for name, value in mappings.items():
        if isinstance(value, Mapping):
            assert isinstance(value, MappingProxyType), name


def test_the_order_of_files_does_not_matter(tmp_path: Path, chronicle: Chronicle) -> None:
    """The same records in other folders, so that they are read in another order."""
    moved = tmp_path / "moved"
    for number, file in enumerate(sorted((tmp_path).rglob("*.yml"), reverse=True)):
        kind = file.parent.name if file.parent != tmp_path else "events"
        target = moved / (f"{number:02}" if kind == "events" else kind) / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    again = Chronicle.open(moved)
    assert list(again.events) == list(chronicle.events)
    assert again.thread_events == chronicle.thread_events
    assert again.cited_by == chronicle.cited_by


def test_problems_are_in_the_order_of_files_and_lines_whoever_found_them(tmp_path: Path) -> None:
    world = """
    2024-07-27-z: {actors: [{actor: nobody}], claims: [{id: x, by: noone}]}
    2024-07-26-a: {places: [{place: nowhere}], unknwon: [typo]}
    """
    chronicle = worlds.chronicle_of(tmp_path, world, errors=True)
    assert list(chronicle.problems) == sorted(chronicle.problems)
    assert {problem.file for problem in chronicle.errors} == {"2024-07-26-a.yml", "2024-07-27-z.yml"}


def test_warnings_are_no_errors(tmp_path: Path) -> None:
    world = """
    2024-07-26-a: {claims: [{id: x, by: csp, sources: [wiki]}]}
    sources/wiki: {kind: compilation}
    actors/csp: {}
    """
    chronicle = worlds.chronicle_of(tmp_path, world)
    assert [problem.severity for problem in chronicle.problems] == [Severity.WARNING]
    assert chronicle.errors == ()


def test_what_is_wrong_with_one_record_leaves_the_others(tmp_path: Path) -> None:
    chronicle = worlds.chronicle_of(tmp_path, "{2024-07-26-a: {kind: picnic}, 2024-07-27-b: {}}", errors=True)
    assert list(chronicle.events) == ["2024-07-27-b"]


def test_an_empty_folder_is_an_empty_chronicle(tmp_path: Path) -> None:
    chronicle = Chronicle.open(tmp_path)
    assert [len(chronicle.records(kind)) for kind in Kind] == [0] * 6
    assert chronicle.problems == ()


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_text("not a folder")])
def test_a_folder_that_is_none_cannot_be_opened(tmp_path: Path, make: Any) -> None:
    make(tmp_path / "events")
    with pytest.raises(OSError):
        Chronicle.open(tmp_path / "events")


def test_the_records_of_this_repository_have_no_errors() -> None:
    chronicle = Chronicle.open(REPOSITORY / "events")
    assert chronicle.errors == ()
    assert len(chronicle.events) >= 20
