"""The pages of actors, places and sources."""

from pathlib import Path

import worlds

from site_builder.pages.actor import ActorPage, view_actor
from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.event_lines import EventLine
from site_builder.pages.lineage import Lineage, StepView
from site_builder.pages.place import PlacePage, view_place
from site_builder.pages.record_list import RecordList
from site_builder.pages.source import SourcePage, view_source_page
from site_builder.records import Kind


def here(folder: Path, world: str, kind: Kind, record_id: str) -> Here:
    site = worlds.here(worlds.chronicle_of(folder, world)).site
    return Here(site, record_address(kind, record_id))


def actor(folder: Path, world: str, actor_id: str) -> ActorPage:
    page = here(folder, world, Kind.ACTOR, actor_id)
    return view_actor(page, page.chronicle.actors[actor_id])


def place(folder: Path, world: str, place_id: str) -> PlacePage:
    page = here(folder, world, Kind.PLACE, place_id)
    return view_place(page, page.chronicle.places[place_id])


def source(folder: Path, world: str, source_id: str) -> SourcePage:
    page = here(folder, world, Kind.SOURCE, source_id)
    return view_source_page(page, page.chronicle.sources[source_id])


def part(page: ActorPage | PlacePage | SourcePage, name: str) -> RecordList:
    return next(part for part in page.lists.lists if part.id == name)


def ids(lines: tuple[EventLine, ...]) -> list[str]:
    return [line.record.id for line in lines]


def steps(lineage: Lineage | None) -> list[StepView]:
    assert lineage is not None
    return [step for row in lineage.rows for step in row.steps]


ACTED = """
actors/csp: {name: CSP-DPA, description: CSP-DPA is a coalition.}
actors/spokesman: {name: A. Spokesman, type: person, named_because: public-statement}
actors/wagner: {name: Wagner}
2024-07-29-c: {body: CSP-DPA said nothing.}
2024-07-27-a:
  actors: [{actor: csp, role: attacker}, {actor: csp, role: commander, standing: claimed}]
  claims: [{id: x, by: wagner, topic: participation}, {id: y, by: csp, speaker: spokesman, date: 2024-08-02}]
2024-07-28-b: {claims: [{id: z, by: csp, date: 2024-08-01}, {id: w, unnamed: an officer, side: csp}]}
2024-07-30-d: {}
"""


def test_an_actor_page_lists_apart_what_it_did_what_it_said_and_where_it_is_named(tmp_path: Path) -> None:
    page = actor(tmp_path, ACTED, "csp")
    assert [(line.record.id, line.roles) for line in part(page, "did").events] == [
        ("2024-07-27-a", (("attacker", ""), ("commander", "claimed")))
    ]
    assert [claim.key.claim for claim in part(page, "said").claims] == ["z", "y", "w"]
    assert ids(part(page, "named").events) == ["2024-07-28-b", "2024-07-29-c"]


def test_a_person_is_shown_with_what_it_said_for_others_and_why_it_is_named(tmp_path: Path) -> None:
    page = actor(tmp_path, ACTED, "spokesman")
    assert [claim.key.claim for claim in part(page, "said").claims] == ["y"]
    assert page.record.named_because is not None
    assert page.record.named_because.value == "public-statement"


def test_an_actor_is_not_linked_from_its_own_description(tmp_path: Path) -> None:
    assert actor(tmp_path, ACTED, "csp").text == "<p>CSP-DPA is a coalition.</p>\n"


def test_names_over_time_and_what_became_of_an_actor_stand_at_both_ends(tmp_path: Path) -> None:
    world = """
    actors/psd: {name: CSP-PSD, active: ../2024-04}
    actors/dpa:
      name: CSP-DPA
      names:
        - {name: A, since: 2021, until: 2022}
        - {name: B, until: 2023-05}
        - {name: C, since: 2025}
        - {name: D}
      succeeds: [{actor: psd, how: renamed, date: 2024-04-25, sources: [s]}]
    """
    page = actor(tmp_path / "1", world, "dpa")
    assert [(name.name, name.period) for name in page.names] == [
        ("A", "from 2021 until 2022"),
        ("B", "until May 2023"),
        ("C", "from 2025"),
        ("D", ""),
    ]
    [came] = steps(page.lineage)
    assert (came.words, came.actor.label, came.date) == ("Renamed from", "CSP-PSD", "25 April 2024")
    assert [note.source.id for note in came.sources] == ["s"]
    assert steps(actor(tmp_path / "2", world, "psd").lineage)[0].words == "Renamed from"


def test_an_actor_knows_what_it_belongs_to_its_parts_and_its_peoples_offices(tmp_path: Path) -> None:
    world = """
    actors/mali: {name: Mali, type: state}
    actors/fama: {name: Malian army, type: armed-forces, parent: mali, side: mali}
    actors/general:
      name: A. General
      type: person
      named_because: public-office
      parent: fama
      positions: [{in: fama, as: chief of staff, date: 2023/..}]
    """
    army = actor(tmp_path / "1", world, "fama")
    assert army.parent is not None
    assert army.side is not None
    assert (army.parent.label, army.side.label) == ("Mali", "Mali")
    assert [link.label for link in army.parts] == ["A. General"]
    assert [link.label for link in actor(tmp_path / "3", world, "mali").on_its_side] == ["Malian army"]
    [(office, army_link)] = actor(tmp_path / "2", world, "general").positions
    assert (str(office.title), army_link.label) == ("chief of staff", "Malian army")


def test_a_place_page_lists_apart_what_happened_there_and_what_only_names_it(tmp_path: Path) -> None:
    world = """
    places/region: {name: Kidal region, country: ML, lat: 20, lon: 0.5, precision: region, sources: [s]}
    places/kidal:
      {name: Kidal, country: ML, within: region, lat: 18.44, lon: -1.41, precision: settlement, sources: [s]}
    2023-11-14-a: {places: [{place: kidal}]}
    2023-11-15-b: {places: [{place: kidal, role: origin}]}
    2023-11-16-c: {body: "They came to [[place:kidal]]."}
    """
    page = place(tmp_path / "1", world, "kidal")
    assert page.coordinates == "18.44° N, 1.41° W"
    assert (page.country, page.record.precision.value, page.closeness) == ("Mali", "settlement", "")
    assert [(line.record.id, line.roles) for line in part(page, "events").events] == [
        ("2023-11-14-a", (("site", ""),)),
        ("2023-11-15-b", (("origin", ""),)),
    ]
    assert ids(part(page, "named").events) == ["2023-11-16-c"]
    assert page.within is not None
    assert page.within.label == "Kidal region"
    region = place(tmp_path / "2", world, "region")
    assert [link.label for link in region.holds] == ["Kidal"]
    assert region.closeness == "a circle of 150 km stands for it by default"


def test_a_place_without_coordinates_says_that_it_is_not_located(tmp_path: Path) -> None:
    page = place(tmp_path, "places/somewhere: {name: Somewhere}", "somewhere")
    assert (page.coordinates, page.closeness) == ("", "not located")


def test_a_source_page_holds_every_statement_that_rests_on_it(tmp_path: Path) -> None:
    world = """
    sources/afp: {publisher: AFP, lang: fr, author: A. Writer, origin: Reuters, kind: agency}
    actors/csp: {name: CSP-DPA, sources: [afp]}
    places/kidal: {name: Kidal, description: "A town [@afp]."}
    threads/tin: {title: Tin, summary: "The battle [@afp]."}
    2024-07-27-a: {sources: [afp]}
    2024-07-28-b: {claims: [{id: x, by: csp, sources: [afp]}, {id: y, by: csp}]}
    2024-07-29-c: {body: "As reported [@afp]."}
    """
    page = source(tmp_path, world, "afp")
    assert [str(claim.key) for claim in part(page, "claims").claims] == ["2024-07-28-b#x"]
    assert ids(part(page, "events").events) == ["2024-07-27-a", "2024-07-28-b", "2024-07-29-c"]
    assert [link.label for link in page.records] == ["CSP-DPA", "Kidal", "Tin"]


def test_a_source_whose_title_was_not_seen_is_called_by_its_publisher_and_date(tmp_path: Path) -> None:
    world = "{sources/a: {publisher: AFP, date: 2024-08-02}, sources/b: {publisher: RFI}}"
    assert source(tmp_path / "1", world, "a").title == "AFP, 2 August 2024"
    assert source(tmp_path / "2", world, "b").title == "RFI"
