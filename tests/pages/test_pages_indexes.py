from pathlib import Path

import worlds

from site_builder.pages.addresses import index_address
from site_builder.pages.indexes import INDEXED, IndexPage, view_index
from site_builder.records import Kind


def index(folder: Path, world: str, kind: Kind) -> IndexPage:
    return view_index(worlds.here(worlds.chronicle_of(folder, world), index_address(kind)), kind)


def listed(page: IndexPage) -> dict[str, list[str]]:
    return {section.heading: [entry.record.label for entry in section.entries] for section in page.sections}


def details(page: IndexPage) -> dict[str, str]:
    return {entry.record.label: entry.detail for section in page.sections for entry in section.entries}


def test_every_kind_but_events_has_a_list_and_events_have_the_timeline() -> None:
    assert {*INDEXED, Kind.EVENT} == set(Kind)


def test_sources_are_listed_by_year_the_latest_first_and_the_undated_last(tmp_path: Path) -> None:
    world = """
    sources/s: {title: B, publisher: AFP, date: 2024-07-29}
    sources/t: {title: a, date: 2024}
    sources/u: {publisher: Undated Press}
    sources/v: {title: Old, date: 2021-12-01~}
    sources/w: {title: Until, date: ../2023}
    sources/x: {title: Ancient, date: -0044}
    actors/csp: {}
    2024-07-27-x: {claims: [{id: a, by: csp, sources: [s]}, {id: b, by: csp, sources: [u]}]}
    """
    page = index(tmp_path, world, Kind.SOURCE)
    assert listed(page) == {
        "2024": ["a", "B"],
        "2023": ["Until"],
        "2021": ["Old"],
        "45 BCE": ["Ancient"],
        "Undated": ["Undated Press"],
    }
    assert details(page) == {
        "a": "t, 2024",
        "B": "AFP, 29 July 2024, 1 claim",
        "Until": "w, until 2023",
        "Old": "v, around 1 December 2021",
        "Ancient": "x, 45 BCE",
        "Undated Press": "1 claim",
    }


def test_actors_are_listed_by_type_with_what_they_did_and_said(tmp_path: Path) -> None:
    world = """
    actors/zeta: {name: zeta}
    actors/alpha: {name: Alpha}
    actors/mali: {name: Mali, type: state, description: "A state [@s]."}
    2024-07-27-x: {actors: [{actor: mali}], claims: [{id: a, by: mali}, {id: b, by: mali}]}
    2024-07-28-y: {claims: [{id: a, by: zeta}]}
    """
    page = index(tmp_path, world, Kind.ACTOR)
    assert listed(page) == {"Armed group": ["Alpha", "zeta"], "State": ["Mali"]}
    assert page.total == 3
    [mali] = page.sections[1].entries
    assert (mali.detail, mali.summary) == ("1 event, 2 claims", "A state.")


def test_places_are_listed_by_country(tmp_path: Path) -> None:
    world = """
    places/kidal: {name: Kidal, country: ML}
    places/gao: {name: Gao, country: ML}
    places/border: {name: The border, country: [ML, DZ]}
    places/mali: {name: Mali, country: ML, precision: country}
    places/somewhere: {name: Somewhere}
    2024-07-27-x: {places: [{place: gao, role: site}]}
    """
    page = index(tmp_path, world, Kind.PLACE)
    assert listed(page) == {
        "": ["Mali", "Somewhere"],
        "Mali": ["Gao", "Kidal"],
        "Mali, Algeria": ["The border"],
    }
    assert details(page) == {"Mali": "", "Somewhere": "", "Gao": "1 event", "Kidal": "", "The border": ""}


def test_questions_say_whether_they_are_open_and_how_many_claims_bear_on_them(tmp_path: Path) -> None:
    world = """
    questions/who: {title: Who was it}
    questions/what: {title: What was it, state: settled, note: It is settled., sources: [s]}
    actors/csp: {}
    2024-07-27-x:
      claims: [{id: a, by: csp, question: who}, {id: b, by: csp, question: what}, {id: c, by: csp, question: what}]
    """
    [section] = index(tmp_path, world, Kind.QUESTION).sections
    assert [(entry.record.label, entry.detail) for entry in section.entries] == [
        ("What was it", "settled, 2 claims"),
        ("Who was it", "open, 1 claim"),
    ]


def test_threads_say_how_many_events_they_have(tmp_path: Path) -> None:
    [section] = index(tmp_path, "{threads/t: {title: T}, 2024-07-27-x: {threads: [t]}}", Kind.THREAD).sections
    assert [(entry.record.label, entry.detail) for entry in section.entries] == [("T", "1 event")]


def test_a_kind_without_records_has_an_empty_list(tmp_path: Path) -> None:
    assert index(tmp_path, "{}", Kind.PLACE).sections == ()
