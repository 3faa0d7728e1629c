"""What events can be chosen by: wholes with their parts, what actors came out of, and the order of the values."""

from __future__ import annotations

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import worlds

from site_builder.formats import data_files


def filters_of(folder: Path, world: str) -> dict[str, Any]:
    site = worlds.here(worlds.chronicle_of(folder, world)).site
    found: dict[str, Any] = json.loads(dict(data_files(site))["data/timeline/filters.json"]())
    return found


def values_of(folder: Path, dimension: str, world: str) -> dict[str, tuple[list[int], int]]:
    """The numbers of the events of each value, in their order, and how many values it is part of."""
    [found] = [one for one in filters_of(folder, world)["dimensions"] if one["name"] == dimension]
    return {value["id"]: ([*accumulate(value["events"])], value["level"]) for value in found["values"]}


def test_an_umbrella_has_the_events_of_its_parts_and_stands_above_them(tmp_path: Path) -> None:
    world = """
    actors/csp: {name: CSP}
    actors/hcua: {name: HCUA, parent: csp}
    actors/brigade: {name: Brigade, parent: hcua}
    actors/army: {name: Army}
    actors/idle: {name: Idle}
    2024-01-01-a: {actors: [{actor: brigade}]}
    2024-01-02-b: {actors: [{actor: hcua}, {actor: army}]}
    2024-01-03-c: {actors: [{actor: csp}]}
    """
    assert values_of(tmp_path, "actor", world) == {
        "csp": ([0, 1, 2], 0),
        "hcua": ([0, 1], 1),
        "brigade": ([0], 2),
        "army": ([1], 0),
    }


def test_a_region_has_the_events_of_its_towns(tmp_path: Path) -> None:
    world = """
    places/region: {name: Region, precision: unlocated}
    places/town: {name: Town, within: region, precision: unlocated}
    2024-01-01-a: {places: [{place: town}]}
    2024-01-02-b: {places: [{place: region}]}
    """
    assert values_of(tmp_path, "place", world) == {"region": ([0, 1], 0), "town": ([0], 1)}


def test_predecessors_are_named_also_by_way_of_those_without_events(tmp_path: Path) -> None:
    world = """
    actors/first: {name: First}
    actors/second: {name: Second, succeeds: [{actor: first, how: renamed, sources: [s]}]}
    actors/third: {name: Third, succeeds: [{actor: second, how: renamed, sources: [s]}]}
    2024-01-01-a: {actors: [{actor: first}]}
    2024-01-02-b: {actors: [{actor: third}]}
    """
    [actors] = [one for one in filters_of(tmp_path, world)["dimensions"] if one["name"] == "actor"]
    assert [(value["id"], value["before"]) for value in actors["values"]] == [("first", []), ("third", [0])]


def test_threads_stand_in_the_editors_order_and_terms_in_that_of_their_list(tmp_path: Path) -> None:
    world = """
    chronicle: {title: T, order: {threads: [talks]}}
    threads/war: {title: The war}
    threads/talks: {title: The talks}
    2024-01-01-a: {threads: [war], importance: minor}
    2024-01-02-b: {threads: [war, talks], importance: major}
    """
    assert values_of(tmp_path / "1", "thread", world) == {"talks": ([1], 0), "war": ([0, 1], 0)}
    assert [*values_of(tmp_path / "2", "importance", world)] == ["major", "minor"]


def test_tags_with_the_most_events_come_first(tmp_path: Path) -> None:
    world = "{2024-01-01-a: {tags: [border, harvest]}, 2024-01-02-b: {tags: [harvest]}}"
    assert values_of(tmp_path, "tag", world) == {"harvest": ([0, 1], 0), "border": ([0], 0)}


def test_a_question_has_the_events_whose_pages_show_claims_on_it(tmp_path: Path) -> None:
    world = """
    actors/army: {name: Army}
    questions/who: {title: Who did it}
    2024-01-01-a: {claims: [{id: one, by: army, question: who, said_in: 2024-01-03-c}]}
    2024-01-02-b: {}
    2024-01-03-c: {kind: statement}
    """
    assert values_of(tmp_path, "question", world) == {"who": ([0, 2], 0)}


def test_disputed_events_and_those_with_counts_are_listed(tmp_path: Path) -> None:
    world = """
    actors/army: {name: Army}
    actors/csp: {name: CSP}
    2024-01-01-a: {}
    2024-01-02-b:
      claims:
      - {id: one, by: army, figures: {csp: {killed: 5}}}
      - {id: two, by: csp, figures: {csp: {killed: 50}}}
    2024-01-03-c: {claims: [{id: three, by: csp, figures: {army: {killed: 3}}}]}
    """
    found = filters_of(tmp_path, world)
    assert [*accumulate(found["disputed"])] == [1]
    assert [*accumulate(found["counts"])] == [1, 2]
