"""An event's page as its template is given it."""

from pathlib import Path

import worlds

from site_builder.pages import Page
from site_builder.pages.addresses import record_address
from site_builder.pages.context import Here
from site_builder.pages.event import EventPage, view_event
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import Kind

AMBUSH = "2024-07-27-ambush"


def page(folder: Path, world: str, event_id: str = AMBUSH) -> EventPage:
    site = worlds.here(worlds.chronicle_of(folder, world)).site
    here = Here(site, record_address(Kind.EVENT, event_id))
    return view_event(here, site.chronicle.events[event_id])


def rendered(folder: Path, world: str) -> str:
    site = worlds.here(worlds.chronicle_of(folder, world)).site
    return Renderer(site, make_templates([theme_folder()])).parts(Page("event", AMBUSH)).content


def ties(seen: EventPage) -> list[tuple[str, list[str]]]:
    return [(group.heading, [str(tie.event.label) for tie in group.links]) for group in seen.links]


LINKED = """
2024-07-25-battle: {title: Battle, date: 2024-07-25/2024-07-27}
2024-07-27-ambush:
  title: Ambush
  links:
    - {type: part-of, event: 2024-07-25-battle}
    - {type: answered-by, event: 2024-07-29-statement}
2024-07-29-statement:
  title: Statement
  links: [{type: consequence-of, event: 2024-07-25-battle, note: "AFP says so.", sources: [afp]}]
2024-07-30-report: {title: Report, links: [{type: about, event: 2024-07-27-ambush}]}
sources/afp: {publisher: AFP}
"""


def test_links_are_seen_from_both_events_and_stand_before_or_after(tmp_path: Path) -> None:
    ambush = page(tmp_path / "1", LINKED)
    assert ties(ambush) == [
        ("Part of", ["Battle"]),
        ("Answered by", ["Statement"]),
        ("Later statements on this", ["Report"]),
    ]
    statement = page(tmp_path / "2", LINKED, "2024-07-29-statement")
    assert ties(statement) == [("Consequence of", ["Battle"]), ("In answer to", ["Ambush"])]
    battle = page(tmp_path / "3", LINKED, "2024-07-25-battle")
    assert ties(battle) == [("Led to", ["Statement"]), ("Includes", ["Ambush"])]


def test_events_that_are_tied_in_the_same_way_stand_under_one_word(tmp_path: Path) -> None:
    world = """
    2024-07-01-a: {title: A}
    2024-07-02-b: {title: B}
    2024-07-27-ambush: {links: [{type: after, event: 2024-07-01-a}, {type: after, event: 2024-07-02-b}]}
    """
    assert [events for _, events in ties(page(tmp_path, world))] == [["A", "B"]]


def test_what_came_before_stands_under_before_whichever_record_says_so(tmp_path: Path) -> None:
    said_later = "2024-07-25-x: {}\n2024-07-26-y: {links: [{type: after, event: 2024-07-25-x}]}"
    said_earlier = "2024-07-25-x: {links: [{type: before, event: 2024-07-26-y}]}\n2024-07-26-y: {}"
    for number, world in enumerate((said_later, said_earlier)):
        assert ties(page(tmp_path / f"{number}y", world, "2024-07-26-y")) == [("Before", ["2024-07-25-x"])]
        assert ties(page(tmp_path / f"{number}x", world, "2024-07-25-x")) == [("After", ["2024-07-26-y"])]


def test_who_says_that_one_thing_led_to_another_stands_at_both_ends(tmp_path: Path) -> None:
    for number, event_id in enumerate(("2024-07-29-statement", "2024-07-25-battle")):
        seen = page(tmp_path / str(number), LINKED, event_id)
        [[link]] = [group.links for group in seen.links if group.heading in ("Consequence of", "Led to")]
        assert str(link.link.note) == "AFP says so."
        assert [note.source.publisher for note in link.sources] == ["AFP"]


def test_an_actor_has_the_name_it_bore_and_says_where_its_part_is_not_established(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush:
      actors: [{actor: csp, role: attacker}, {actor: jnim, role: attacker, standing: disputed}]
      claims: [{id: x, by: csp, topic: participation}]
    actors/csp: {name: Later name, names: [{name: Name then, until: 2024-08}]}
    actors/jnim: {name: JNIM}
    """
    [(role, actors)] = page(tmp_path, world).actors
    assert role.value == "attacker"
    assert [(actor.label, part.standing.value) for part, actor in actors] == [
        ("Name then", "established"),
        ("JNIM", "disputed"),
    ]


def test_a_place_says_how_closely_it_is_known(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush: {places: [{place: near}, {place: town, role: origin}, {place: area}]}
    places/near: {name: Near, country: ML, lat: 19.9, lon: 2.7, precision: near, radius_km: 30, sources: [s]}
    places/town: {name: Town, country: [ML, DZ], lat: 19.9, lon: 2.7, precision: settlement, sources: [s]}
    places/area: {name: Area, lat: 19.9, lon: 2.7, precision: district, sources: [s]}
    """
    seen = page(tmp_path, world).places
    assert [(at.place.label, at.country, at.closeness, at.part.role.value) for at in seen] == [
        ("Near", "Mali", "within about 30 km", "site"),
        ("Town", "Mali, Algeria", "", "origin"),
        ("Area", "", "a circle of 40 km stands for it by default", "site"),
    ]


def test_an_event_knows_its_neighbours_in_each_of_its_threads(tmp_path: Path) -> None:
    world = """
    2024-07-26-a: {title: A, threads: [one]}
    2024-07-27-ambush: {threads: [two, one]}
    2024-07-28-b: {title: B, threads: [one, two]}
    threads/one: {title: One}
    threads/two: {title: Two}
    """
    two, one = page(tmp_path, world).threads
    assert (two.thread.label, two.position, two.length, two.previous) == ("Two", 1, 2, None)
    assert (one.thread.label, one.position, one.length) == ("One", 2, 3)
    assert one.previous is not None
    assert one.next is not None
    assert (one.previous.label, one.next.label) == ("A", "B")


def test_the_sources_of_a_page_are_numbered_as_its_account_cites_them(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush:
      sources: [{source: own, at: paragraph 4}]
      claims: [{id: x, by: csp, sources: [claimed]}]
      body: "As reported [@cited], and before [@own]."
    actors/csp: {}
    sources/own: {}
    sources/claimed: {consulted: excerpt}
    sources/cited: {consulted: no}
    """
    seen = page(tmp_path, world)
    assert [(note.source.id, note.at) for note in seen.sources.notes] == [
        ("cited", ""),
        ("own", "paragraph 4"),
        ("claimed", ""),
    ]
    assert seen.body.index("[1]") < seen.body.index("[2]")
    assert seen.sources.summary == "3 sources (1 read in full, 1 read in excerpt, 1 not read)"


def test_what_a_source_was_read_in_and_who_controls_it_is_said(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush: {sources: [tass]}
    sources/tass:
      publisher: TASS
      title: Сообщение
      lang: ru
      date: 2024-07-29
      kind: agency
      controlled_by: Russia
      consulted: excerpt
      read_in: {publisher: RFI, url: "https://rfi.example/1"}
      url: https://tass.example/1
      archive: https://archive.example/1
    """
    html = rendered(tmp_path, world)
    copy = '<a href="https://rfi.example/1" rel="noopener nofollow">RFI</a>'
    assert '<cite lang="ru" dir="auto">Сообщение</cite>, 29 July 2024' in html
    assert '<summary><span data-tl-tally="sources">1 source (read in excerpt)</span></summary>' in html
    assert f"<span>agency</span> <span>in the copy of {copy}</span> <span>controlled by Russia</span> <span><a" in html
    assert 'href="https://tass.example/1" rel="noopener nofollow" aria-label="publication: TASS, Сообщение"' in html
    assert (
        'href="https://archive.example/1" rel="noopener nofollow" aria-label="archived copy: TASS, Сообщение"' in html
    )


def test_the_records_own_dates_stand_apart_from_what_happened(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush:
      added: 2026-11-22
      corrections: [{date: 2026-12-01, kind: clarification, note: Says which town.}]
      ids: {wikidata: Q128007033}
    chronicle: {contributing_page: contributing.md}
    """
    html = rendered(tmp_path / "1", world)
    assert "Record added 22 November 2026 · <a" in html
    assert "<summary>1 correction, on 1 December 2026</summary>" in html
    assert "<li>1 December 2026, clarification: Says which town.</li>" in html
    assert "wikidata Q128007033" in html
    note = page(tmp_path / "2", world).note
    assert note.yaml_href == "../../records/2024-07-27-ambush.yml"
    assert note.report_href == "../../contributing/#report-an-error"


def test_the_summary_is_the_description_without_markup(tmp_path: Path) -> None:
    world = f'{AMBUSH}: {{summary: "One <b> & [[{AMBUSH}|itself]] [@s]."}}'
    assert page(tmp_path, world).description == "One <b> & itself."


def test_pictures_are_described_and_linked(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush:
      media:
        - {url: "https://x.example/v", shows: Burnt cars., taken: 2024-07-27, published: 2024-07-28, graphic: true}
    """
    [seen] = page(tmp_path, world).record.media
    assert (seen.url, str(seen.shows), seen.graphic) == ("https://x.example/v", "Burnt cars.", True)
    assert (str(seen.taken), str(seen.published)) == ("2024-07-27", "2024-07-28")


def test_a_record_that_refers_to_what_is_not_there_still_has_a_page(tmp_path: Path) -> None:
    """Under `mkdocs serve` what can be read is shown."""
    world = """
    2024-07-27-ambush:
      threads: [nothread]
      places: [{place: nowhere}]
      actors: [{actor: nobody}]
      links: [{type: after, event: 2024-07-01-never}]
      sources: [nosource]
      body: "[[actor:noone|Somebody]] said so [@unread]."
      claims:
        - {id: x, by: noone, speaker: nobody, via: nowire, said_in: 2024-07-02-never, question: noquestion,
           denies: nothing, sources: [nosource], figures: {noparty: {killed: 3}}, covers: 2024-07,
           quote: {versions: [{text: Words., lang: en, source: nosource}]}}
    """
    site = worlds.here(worlds.chronicle_of(tmp_path, world, errors=True)).site
    seen = view_event(Here(site, ""), site.chronicle.events[AMBUSH])
    assert (seen.threads, seen.sources.notes) == ((), ())
    assert [(at.place.label, at.place.href) for at in seen.places] == [("nowhere", None)]
    [group] = seen.groups
    assert group.anchor == "group-toll"
    assert (group.rows[0].claim.line.claimant.label, group.rows[0].claim.line.claimant.href) == ("noone", None)
