"""A claim stands in full on the page of its event, and in one line on all others."""

from pathlib import Path

import worlds

from site_builder.linking import ClaimKey
from site_builder.pages import Page, pages_of
from site_builder.pages.claim_lines import view_claim_line
from site_builder.publishing import Renderer, make_templates, theme_folder

WORLD = """
2024-07-27-battle:
  title: The battle
  claims:
    - {id: count, by: csp, speaker: spokesman, via: afp, date: 2024-07-28, question: who, duress: true,
       says: "It counted [[actor:fama|soldiers]] [@s].", covers: 2024-07-25/2024-07-27, figures: {fama: {killed: 84}}}
    - {id: day, by: fama, topic: date, happened: 2024-07-26, denies: count}
actors/csp: {name: CSP-DPA}
actors/fama: {name: Malian army}
actors/afp: {name: AFP, type: media}
actors/spokesman: {name: A. Spokesman, type: person, named_because: public-statement}
questions/who: {title: Who was it}
"""
IN_FULL = '<p class="tl-claim__sources">'


def test_only_events_show_claims_in_full(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD)).site
    renderer = Renderer(site, make_templates([theme_folder()]))
    content = {page: renderer.parts(page).content for page in pages_of(site)}
    assert {page for page, html in content.items() if IN_FULL in html} == {Page("event", "2024-07-27-battle")}
    for page in (Page("actor", "csp"), Page("question", "who"), Page("source", "s")):
        for said in (
            "28 July 2024",
            "through <a",
            "via <a",
            '<span class="tl-claim__says">It counted soldiers.</span>',
            "<b>84</b> Malian army killed",
            "covers from 25 to 27 July 2024",
            "said under a captor’s control",
            'on <a href="../../events/2024-07-27-battle/#count">The battle</a>',
        ):
            assert said in content[page], f"{page}: {said}"


def test_a_line_says_what_speaks_against_the_claim_and_what_it_gives(tmp_path: Path) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, WORLD))
    count, day = (view_claim_line(here, ClaimKey("2024-07-27-battle", claim)) for claim in ("count", "day"))
    assert (count.disputed, count.gives) == (True, "")
    assert (day.disputed, day.gives, day.counts) == (False, "26 July 2024", ())


def test_large_figures_and_those_of_things_are_printed_as_people_write_them(tmp_path: Path) -> None:
    world = """
      chronicle: {profile: general, figures: {damage: {means: The cost., like: money, unit: GBP}}}
      actors/village: {name: The village, type: community}
      2007-07-20-flood:
        kind: disaster
        claims:
          - id: office
            unnamed: the office
            figures: {all: {homes: 1200-1600, killed: 3, damage: 20000000}, village: {damage: ~12400}}
    """
    here = worlds.here(worlds.chronicle_of(tmp_path, world))
    line = view_claim_line(here, ClaimKey("2007-07-20-flood", "office"))
    assert [(count.heading, count.figure) for count in line.counts] == [
        ("homes", "1,200-1,600"),
        ("all killed", "3"),
        ("damage", "20,000,000 GBP"),
        ("The village damage", "~12,400 GBP"),
    ]


def test_parties_without_a_record_are_named_in_words(tmp_path: Path) -> None:
    claims = "[{id: a, unnamed: a witness, figures: {unstated: {killed: 3}}}]"
    conflict = f"""
    actors/army: {{type: armed-forces}}
    2022-11-03-fall: {{claims: {claims}}}
    """
    court = f"""
    chronicle: {{profile: court}}
    2022-11-03-fall: {{kind: crime, claims: {claims}}}
    """
    for name, world, words in (("1", conflict, "side not stated killed"), ("2", court, "not said whose killed")):
        here = worlds.here(worlds.chronicle_of(tmp_path / name, world))
        assert [count.heading for count in view_claim_line(here, ClaimKey("2022-11-03-fall", "a")).counts] == [words]
