"""The lists of an actor's page: what stands open in them, and what is folded up."""

from pathlib import Path

import worlds

from site_builder.pages.actor import view_actor
from site_builder.pages.addresses import record_address
from site_builder.pages.claim_lines import ClaimLine
from site_builder.pages.context import Here
from site_builder.pages.record_list import ListPart
from site_builder.records import Kind

PEOPLE = """
actors/csp: {name: CSP-DPA}
actors/afp: {name: AFP, type: media}
actors/spokesman: {name: A. Spokesman, type: person, named_because: public-statement}
"""
SAID = (
    PEOPLE
    + """
2024-07-27-a:
  claims:
    - {id: itself, by: csp, via: afp, date: 2024-07-27}
    - {id: through, by: csp, speaker: spokesman, date: 2024-07-28}
    - {id: officer, unnamed: an officer, side: csp, via: afp, date: 2024-07-29}
    - {id: wire, by: afp, via: afp, date: 2024-07-30}
"""
)


def parts(folder: Path, world: str, actor_id: str, name: str) -> tuple[ListPart, ...]:
    chronicle = worlds.chronicle_of(folder, world)
    here = Here(worlds.here(chronicle).site, record_address(Kind.ACTOR, actor_id))
    lists = view_actor(here, chronicle.actors[actor_id]).lists.lists
    return next(found.parts for found in lists if found.id == name)


def said(folder: Path, actor_id: str) -> dict[str, ClaimLine]:
    return {line.key.claim: line for part in parts(folder, SAID, actor_id, "said") for line in part.claims}


def test_an_actors_page_does_not_say_of_each_claim_whose_side_it_is_on(tmp_path: Path) -> None:
    lines = said(tmp_path, "csp")
    assert [line.own for line in lines.values()] == [True, True, False]
    assert [line.side for line in lines.values()] == [None, None, None]
    assert lines["itself"].via is not None
    assert lines["through"].speaker is not None


def test_the_page_of_a_person_who_spoke_says_for_whom(tmp_path: Path) -> None:
    [line] = said(tmp_path, "spokesman").values()
    assert (line.spoken_for, line.own, line.speaker) == (True, False, None)


def test_no_claim_comes_through_the_one_who_makes_it(tmp_path: Path) -> None:
    [line] = said(tmp_path, "afp").values()
    assert line.via is None


def test_claims_of_unnamed_people_stand_folded_up_behind_an_actors_own(tmp_path: Path) -> None:
    own, unnamed = parts(tmp_path / "1", SAID, "csp", "said")
    assert (own.folded, [line.key.claim for line in own.claims]) == (False, ["itself", "through"])
    assert (unnamed.folded, [line.key.claim for line in unnamed.claims]) == (True, ["officer"])
    assert unnamed.count == "1 claim of people on its side whom no source names"
    alone = PEOPLE + "2024-07-27-a: {claims: [{id: officer, unnamed: an officer, side: csp}]}"
    [only] = parts(tmp_path / "2", alone, "csp", "said")
    assert (only.folded, len(only.claims)) == (False, 1)


def test_of_very_many_claims_each_year_is_folded_up(tmp_path: Path) -> None:
    claims = ", ".join(f"{{id: c{n:02d}, by: csp, date: {2024 if n % 2 else 2023}-08-01}}" for n in range(62))
    found = parts(tmp_path, PEOPLE + f"2023-07-27-a: {{claims: [{claims}]}}", "csp", "said")
    assert [(part.heading, part.count, part.folded) for part in found] == [
        ("2023", "31 claims", True),
        ("2024", "31 claims", True),
    ]


def test_of_many_events_the_most_important_stand_open(tmp_path: Path) -> None:
    def took_part(folder: str, events: int, major: int) -> list[tuple[int, str, bool]]:
        world = PEOPLE + "".join(
            f"2024-01-{n + 1:02d}-e: {{importance: {'major' if n < major else 'normal'}, actors: [{{actor: csp}}]}}\n"
            for n in range(events)
        )
        found = parts(tmp_path / folder, world, "csp", "did")
        return [(len(part.events), part.count, part.folded) for part in found]

    assert took_part("few", 10, 2) == [(10, "", False)]
    assert took_part("many", 11, 2) == [(2, "", False), (9, "9 other events", True)]
    assert took_part("all of them minor", 11, 0) == [(11, "11 events", True)]
    assert took_part("too many major", 20, 16) == [(20, "20 events", True)]
