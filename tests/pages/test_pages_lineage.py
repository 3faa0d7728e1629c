"""An actor's lineage: who came out of whom, the earlier above the later, with the lines that join them."""

from pathlib import Path

import pytest
import worlds

from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.lineage import MOST, Curve, Lineage, LineageRow, view_lineage
from site_builder.records import Kind

RIVER = """
actors/league: {name: League, active: 2010/2015}
actors/guard: {name: Guard, active: 2012/2015, parent: town}
actors/town: {name: Town, type: state, parent: land}
actors/land: {name: Land, type: state}
actors/front:
  active: 2015/2020
  succeeds: [{actor: league, how: renamed, date: 2015-04, sources: [s]}, {actor: guard, how: merged}]
actors/branch: {parent: front}
actors/union: {active: 2020/.., succeeds: [{actor: front, how: replaced}]}
"""


def lineage_or_none(folder: Path, world: str, actor_id: str) -> Lineage | None:
    chronicle = worlds.chronicle_of(folder, world)
    here = Here(worlds.here(chronicle).site, record_address(Kind.ACTOR, actor_id))
    return view_lineage(here, chronicle.actors[actor_id])


def lineage(folder: Path, world: str, actor_id: str) -> Lineage:
    found = lineage_or_none(folder, world, actor_id)
    assert found is not None
    return found


def names(found: Lineage) -> list[str]:
    return [row.actor.label for row in found.rows]


def words(row: LineageRow) -> list[str]:
    return [f"{step.words} {step.actor.label}" for step in row.steps]


@pytest.mark.parametrize("actor_id", ["league", "guard", "front", "union"])
def test_each_actor_of_a_lineage_shows_all_of_it_the_earlier_first(actor_id: str, tmp_path: Path) -> None:
    found = lineage(tmp_path, RIVER, actor_id)
    assert names(found) == ["League", "Guard", "front", "union"]
    assert [words(row) for row in found.rows] == [
        [],
        [],
        ["Renamed from League", "Absorbed Guard"],
        ["Replaced front"],
    ]
    assert [row.actor.label.casefold() for row in found.rows if row.itself] == [actor_id]


def test_lines_join_an_actor_to_those_that_it_came_out_of(tmp_path: Path) -> None:
    league, guard, front, union = (row.joints for row in lineage(tmp_path, RIVER, "front").rows)
    assert (league.arriving, league.leaving) == ((), (Curve("renamed", 5, 5),))
    assert (guard.dot, guard.passing, guard.leaving) == (15, (Curve("renamed", 5, 5),), (Curve("merged", 15, 15),))
    assert front.arriving == (Curve("renamed", 5, 5), Curve("merged", 15, 5))
    assert front.below == (Curve("replaced", 5, 5),)
    assert (union.arriving, union.leaving, union.below) == ((Curve("replaced", 5, 5),), (), ())


def test_a_lineage_says_what_each_is_part_of_and_what_the_actor_is_made_of(tmp_path: Path) -> None:
    found = lineage(tmp_path, RIVER, "front")
    assert [[actor.label for actor in row.within] for row in found.rows] == [[], ["Town", "Land"], [], []]
    assert [[actor.label for actor in row.parts] for row in found.rows] == [[], [], ["branch"], []]


def test_an_actor_that_came_out_of_none_has_no_lineage(tmp_path: Path) -> None:
    assert lineage_or_none(tmp_path, RIVER, "town") is None


def test_an_actor_that_splits_leads_to_each_of_its_heirs(tmp_path: Path) -> None:
    world = """
    actors/whole: {active: 2010}
    actors/left: {active: 2011, succeeds: [{actor: whole, how: split}]}
    actors/right: {active: 2012, succeeds: [{actor: whole, how: split}]}
    """
    whole, left, right = (row.joints for row in lineage(tmp_path, world, "left").rows)
    assert whole.leaving == (Curve("split", 5, 5), Curve("split", 5, 15))
    assert (left.dot, left.passing) == (5, (Curve("split", 15, 15),))
    assert right.arriving == (Curve("split", 15, 15),)


def test_a_long_lineage_is_bounded_and_the_rest_of_the_steps_is_told_in_words(tmp_path: Path) -> None:
    hub = "actors/hub: {succeeds: [" + ", ".join(f"{{actor: a{n:02d}, how: merged}}" for n in range(20)) + "]}\n"
    world = (
        hub
        + "".join(f"actors/a{n:02d}: {{}}\n" for n in range(20))
        + "actors/heir: {succeeds: [{actor: hub, how: renamed}]}"
    )
    found = lineage(tmp_path, world, "hub")
    assert len(found.rows) == MOST
    assert names(found)[-2:] == ["hub", "heir"]
    told = [step.actor.label for row in found.rows for step in row.steps] + [step.actor.label for step in found.more]
    assert sorted(told) == [*(f"a{n:02d}" for n in range(20)), "hub"]


def test_records_that_go_round_in_a_circle_still_have_a_lineage(tmp_path: Path) -> None:
    world = """
    actors/a: {active: 2010, succeeds: [{actor: c, how: renamed}]}
    actors/b: {active: 2011, succeeds: [{actor: a, how: renamed}, {actor: a, how: replaced}]}
    actors/c: {active: 2012, succeeds: [{actor: b, how: renamed}]}
    """
    found = lineage(tmp_path, world, "b")
    assert names(found) == ["a", "b", "c"]
    assert [words(row) for row in found.rows] == [
        ["Renamed from c"],
        ["Renamed from a", "Replaced a"],
        ["Renamed from b"],
    ]
    assert [len(row.joints.arriving) for row in found.rows] == [0, 1, 1]
