"""What holds of any two states: a folder does not differ from itself, and a change undone is its mirror."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import worlds
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from site_builder.chronicle import Chronicle
from site_builder.comparing import compare
from site_builder.comparing.changes import Comparison, How, LinkTurn

EVENTS = ("2024-07-25-a", "2024-07-26-b", "2024-07-27-c")
ACTORS = ("csp", "fama")
LINKS = st.fixed_dictionaries(
    {"type": st.sampled_from(["after", "before", "about", "part-of"]), "event": st.sampled_from(EVENTS)}
)
CLAIMS = st.fixed_dictionaries(
    {"id": st.sampled_from(["x", "y", "z"]), "by": st.sampled_from(ACTORS)},
    optional={
        "says": st.sampled_from(["Many fell.", "Few fell."]),
        "figures": st.fixed_dictionaries({"fama": st.fixed_dictionaries({"killed": st.sampled_from(["2", "40+"])})}),
        "denies": st.sampled_from(["x", "2024-07-25-a#y"]),
    },
)
EVENT = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["An ambush", "A battle"]),
        "standing": st.sampled_from(["established", "disputed"]),
        "threads": st.lists(st.sampled_from(["t", "u"]), max_size=3),
        "links": st.lists(LINKS, max_size=2),
        "claims": st.lists(CLAIMS, max_size=3),
        "former_ids": st.lists(st.sampled_from(["2024-07-25-a", "2024-07-26-b"]), max_size=1),
    },
)
ACTOR = st.fixed_dictionaries({}, optional={"parent": st.sampled_from(ACTORS), "description": st.just("Of the [@s].")})
RECORDS = st.dictionaries(st.sampled_from(EVENTS), EVENT, max_size=3).flatmap(
    lambda events: st.dictionaries(st.sampled_from([f"actors/{actor}" for actor in ACTORS]), ACTOR).map(
        lambda actors: {**events, **actors}
    )
)


def both_ways(before: dict[str, Any], after: dict[str, Any]) -> tuple[Comparison, Comparison]:
    with tempfile.TemporaryDirectory() as folder:
        was, now = (
            Chronicle.open(worlds.write_records(Path(folder, name), yaml.safe_dump(world, sort_keys=False)))
            for name, world in (("1", before), ("2", after))
        )
    return compare(was, now), compare(now, was)


@settings(max_examples=40)
@given(RECORDS)
def test_a_folder_does_not_differ_from_itself(records: dict[str, Any]) -> None:
    assert all(comparison.is_empty for comparison in both_ways(records, records))


@settings(max_examples=60)
@given(RECORDS, RECORDS)
def test_what_a_change_brings_its_undoing_takes(before: dict[str, Any], after: dict[str, Any]) -> None:
    change, undoing = both_ways(before, after)
    assert change.is_empty == undoing.is_empty
    # Only one of the two ways has the former id that makes it a rename.
    assume(not any(record.other or record.how is How.RENAMED for record in (*change.records, *undoing.records)))
    assert (change.introduced, change.fixed) == (undoing.fixed, undoing.introduced)
    assert _ids(change, How.ADDED) == _ids(undoing, How.REMOVED)
    assert _ids(change, How.CHANGED) == _ids(undoing, How.CHANGED)
    assert _links(change, LinkTurn.MADE) == _links(undoing, LinkTurn.BROKEN)


def _ids(comparison: Comparison, how: How) -> set[tuple[str, str]]:
    return {(record.kind.value, record.id) for record in comparison.records if record.how is how}


def _links(comparison: Comparison, turn: LinkTurn) -> set[tuple[str, str, str]]:
    return {(link.source, link.type.value, link.target) for link in comparison.links if link.turn is turn}
