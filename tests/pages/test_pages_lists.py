"""Lists that are too long for one page have several, at addresses that do not move."""

from collections import Counter
from pathlib import Path

import pytest
import worlds

from site_builder.pages import Page, Redirect, Site, pages_of, redirects_of
from site_builder.pages.index_lines import first_letter, letter_part
from site_builder.pages.indexes import IndexPage
from site_builder.pages.record_lists import RecordLists, RecordYears
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import Kind

EVENTS = "".join(
    f"""
{year}-01-{day:02d}-e:
  threads: [t]
  places: [{{place: kidal, role: site}}]
  actors: [{{actor: csp, role: attacker}}]
  claims:
    - {{id: a, by: csp, date: {year}-02-01, question: who}}
    - {{id: b, by: fama, date: {year + 1}-02-01, question: who, denies: a}}
    - {{id: c, by: csp, question: who}}
"""
    for year, days in {2019: 2, 2020: 1, 2024: 9}.items()
    for day in range(1, days + 1)
)
WORLD = f"""
{EVENTS}
actors/csp: {{name: CSP-DPA}}
actors/fama: {{name: Malian army, type: armed-forces}}
actors/elan: {{name: Élan}}
actors/arabic: {{name: {{ar: جيش}}}}
actors/number: {{name: 13th Detachment}}
places/kidal: {{}}
questions/who: {{title: Who was it}}
threads/t: {{title: T}}
sources/s: {{date: 2024}}
sources/u: {{}}
sources/v: {{date: 2021}}
"""


def site_of(folder: Path, most: int) -> Site:
    return worlds.here(worlds.chronicle_of(folder, WORLD), most=most).site


def lists(site: Site, page: Page) -> RecordLists:
    view = page.view(site)
    assert isinstance(view, RecordYears)
    return view.lists


def lines(found: RecordLists) -> list[str]:
    return [
        f"{part.id} {line}"
        for part in found.lists
        for line in (
            *(event.record.id for event in part.events),
            *(str(claim.key) for claim in part.claims),
            *(str(entry.claim.key) for entry in (part.ledger.entries if part.ledger else ())),
        )
    ]


@pytest.mark.parametrize("most", [1, 3_000, 8_000])
@pytest.mark.parametrize("kind", [Kind.ACTOR, Kind.PLACE, Kind.SOURCE, Kind.THREAD, Kind.QUESTION])
def test_the_pages_of_a_record_hold_each_line_of_its_lists_once(kind: Kind, most: int, tmp_path: Path) -> None:
    site, whole = site_of(tmp_path, most), worlds.here(worlds.chronicle_of(tmp_path / "whole", WORLD)).site
    for record_id in whole.chronicle.records(kind):
        pages = [
            page for page in pages_of(site) if page.kind == f"{kind}-years" and page.id.startswith(f"{record_id}/")
        ]
        if pages:
            all_lines = lines(Page(str(kind), record_id).view(whole).lists)  # type: ignore[attr-defined]
            assert Counter(line for page in pages for line in lines(lists(site, page))) == Counter(all_lines)
            assert [page.view(site).title for page in pages] == [
                *dict.fromkeys(page.view(site).title for page in pages)
            ]


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("most", [1, 1_500, 8_000])
def test_every_year_and_letter_answers_and_every_link_to_one_leads_to_a_page(
    most: int, directory_urls: bool, tmp_path: Path
) -> None:
    here = worlds.here(worlds.chronicle_of(tmp_path, WORLD), most=most, directory_urls=directory_urls)
    site, renderer = here.site, Renderer(here.site, make_templates([theme_folder()]))
    anchors = {site.addresses.url(page.address): renderer.anchors(page) for page in pages_of(site)}
    answering = [*anchors, *(site.addresses.url(redirect.old) for redirect in redirects_of(site))]
    assert len(set(answering)) == len(answering)
    for redirect in redirects_of(site):
        assert not redirect.anchor or redirect.anchor in anchors[site.addresses.url(redirect.new)], redirect
    for page in pages_of(site):
        for link in links(site, page):
            address, _, anchor = link.partition("#")
            assert address in anchors, f"{page}: {link}"
            assert not anchor or anchor in anchors[address], f"{page}: {link}"


def links(site: Site, page: Page) -> list[str]:
    """What the lists of parts and of pages on a page lead to, from the root of the site."""
    view = page.view(site)
    found = getattr(view, "lists", view)
    if not isinstance(found, RecordLists | IndexPage):
        return []
    parts = found.years if isinstance(found, RecordLists) else found.parts
    hrefs = [link.part.href for link in parts] + [link.href for link in (found.before, found.after) if link]
    here = site.addresses.file(page.address)
    return [resolve(here, site.addresses.url(page.address), href) for href in hrefs if href]


def resolve(file: str, url: str, href: str) -> str:
    if href.startswith("#"):
        return url + href
    return href.removeprefix("../" * file.count("/"))


def test_the_page_of_a_record_shows_its_latest_years_and_the_way_to_all(tmp_path: Path) -> None:
    site = site_of(tmp_path, 6_400)
    page = Page("thread", "t").view(site)
    found = page.lists  # type: ignore[attr-defined]
    assert [(link.part.label, link.count, link.current) for link in found.years] == [
        ("2019", "2", False),
        ("2020", "1", True),
        ("2024", "9", True),
    ]


def test_neighbouring_years_with_few_lines_share_a_page(tmp_path: Path) -> None:
    site = site_of(tmp_path, 6_400)
    assert [page.id for page in pages_of(site) if page.kind == "thread-years"] == ["t/2019", "t/2020"]
    assert Redirect("threads/t/2024", "threads/t/2020", "year-2024") in redirects_of(site)
    assert Page("thread-years", "t/2020").view(site).title == "T: 2020 to 2024"


def test_a_list_of_all_records_is_divided_by_letter_and_that_of_sources_by_year(tmp_path: Path) -> None:
    site = site_of(tmp_path, 1)
    assert [page.id for page in pages_of(site) if page.kind == "actor-index-parts"] == ["c", "e", "m", "u062c", "other"]
    assert [page.address for page in pages_of(site) if page.kind == "source-index-parts"] == [
        "sources/by-year/2024",
        "sources/by-year/2021",
        "sources/by-year/undated",
    ]
    page = Page("actor-index-parts", "m").view(site)
    assert isinstance(page, IndexPage)
    assert page.title == "Actors: M"
    [section] = page.sections
    [entry] = section.entries
    assert (section.heading, entry.detail.split(",")[0]) == ("M", "Armed forces")


@pytest.mark.parametrize(
    ("name", "letter", "part"),
    [
        ("Élan", "E", "e"),
        ("“Wagner”", "W", "w"),
        ("ßen", "S", "s"),
        ("Łódź", "Ł", "u0141"),
        ("جيش", "ج", "u062c"),
        ("13th Detachment", "", "other"),
        ("…", "", "other"),
        ("", "", "other"),
    ],
)
def test_a_name_stands_under_its_first_letter_without_accents(name: str, letter: str, part: str) -> None:
    assert (first_letter(name), letter_part(first_letter(name))) == (letter, part)


def test_a_record_that_is_called_as_the_parts_of_an_index_keeps_one_page(tmp_path: Path) -> None:
    world = WORLD.replace("actors/csp: {name: CSP-DPA}", "actors/by-letter: {name: CSP-DPA}").replace(
        "csp", "by-letter"
    )
    site = worlds.here(worlds.chronicle_of(tmp_path, world), most=1).site
    addresses = [page.address for page in pages_of(site)]
    assert len(set(addresses)) == len(addresses)
    assert not [page for page in pages_of(site) if page.kind == "actor-years" and page.id.startswith("by-letter")]
