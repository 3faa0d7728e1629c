"""The log of corrections."""

from __future__ import annotations

from pathlib import Path

import worlds

from site_builder.pages import CORRECTIONS, Here, Page, pages_of, redirects_of
from site_builder.pages.log import LogPage, view_log
from site_builder.publishing import Renderer, make_templates, theme_folder

WORLD = """
2024-01-01-a:
  title: An ambush
  corrections:
    - {date: 2026-11-24, kind: update, note: "Now [[actor:csp]] says so."}
    - {date: 2027-01-02, kind: error, note: The place is another.}
2024-01-02-b: {title: A battle, corrections: [{date: 2026-11-24, kind: error, note: The day is another.}]}
actors/csp: {name: CSP, corrections: [{date: 2026-11-24, kind: error, note: Its name is another.}]}
sources/s: {publisher: The Paper, corrections: [{date: 2026-11-25, kind: clarification, note: Read in full.}]}
"""


def log_of(folder: Path, world: str) -> LogPage:
    return view_log(worlds.here(worlds.chronicle_of(folder, world), CORRECTIONS))


def test_every_correction_of_every_record_is_listed_the_latest_day_first(tmp_path: Path) -> None:
    page = log_of(tmp_path, WORLD)
    assert page.total == "5 corrections"
    assert [(year.name, year.count, [day.date for day in year.days]) for year in page.years] == [
        ("2027", "1 correction", ["2 January 2027"]),
        ("2026", "4 corrections", ["25 November 2026", "24 November 2026"]),
    ]
    assert page.all_years == ()


def test_a_line_has_the_kind_the_words_and_the_link_of_its_record_errors_first(tmp_path: Path) -> None:
    day = log_of(tmp_path, WORLD).years[1].days[1]
    assert [(one.record.label, one.record.href, one.kind, str(one.note)) for one in day.changes] == [
        ("CSP", "../actors/csp/", "error", "Its name is another."),
        ("A battle", "../events/2024-01-02-b/", "error", "The day is another."),
        ("An ambush", "../events/2024-01-01-a/", "update", 'Now <a href="../actors/csp/">CSP</a> says so.'),
    ]


def test_a_log_without_corrections_says_so(tmp_path: Path) -> None:
    renderer = Renderer(worlds.here(worlds.chronicle_of(tmp_path, "{}")).site, make_templates([theme_folder()]))
    assert "No corrections yet" in renderer.parts(Page("corrections")).content


def test_a_long_log_has_a_page_for_its_years_and_very_long_years_have_several(tmp_path: Path) -> None:
    note = "word " * 100
    notes = [f"{{date: {year}-01-{day:02}, kind: error, note: {note}}}" for year in (2026, 2027) for day in range(1, 5)]
    world = f"2024-01-01-a: {{corrections: [{', '.join(notes)}]}}"
    site = worlds.here(worlds.chronicle_of(tmp_path, world), most=1_700).site
    addresses = [page.address for page in pages_of(site) if page.kind.startswith("corrections")]
    assert addresses == [CORRECTIONS, *(f"{CORRECTIONS}/{part}" for part in ("2027", "2027/2", "2026", "2026/2"))]
    first, second = (
        Page(kind, page).view(site) for kind, page in (("corrections", ""), ("corrections-years", "2027/2"))
    )
    assert isinstance(first, LogPage)
    assert isinstance(second, LogPage)
    assert [(year.part.label, year.current) for year in first.all_years] == [("2027", True), ("2026", False)]
    assert [day.date for day in second.years[0].days] == ["2 January 2027", "1 January 2027"]
    assert second.title == "Corrections: 2027, page 2"
    assert first.after is not None
    assert first.after.href == "../corrections/2027/2/"


def test_pages_of_a_very_long_log_are_full_and_none_is_too_large(tmp_path: Path) -> None:
    notes = ", ".join(
        f"{{date: 2026-{1 + n // 28:02}-{1 + n % 28:02}, kind: error, note: {'Word. ' * 15}}}" for n in range(200)
    )
    world = "".join(f"actors/a{n}: {{corrections: [{notes}]}}\n" for n in range(5))
    renderer = Renderer(worlds.here(worlds.chronicle_of(tmp_path, world)).site, make_templates([theme_folder()]))
    pages = [page for page in pages_of(renderer.site) if page.kind == "corrections-years"]
    sizes = [len(renderer.parts(page).content.encode()) for page in pages]
    assert max(sizes) < 130_000
    assert min(sizes[:-1]) > 60_000


def test_a_year_that_shares_a_page_is_found_at_its_own_address(tmp_path: Path) -> None:
    days = [f"{{date: {year}-01-01, kind: error, note: A.}}" for year in range(2030, 2020, -1)]
    world = f"2024-01-01-a: {{corrections: [{', '.join(days)}]}}"
    site = worlds.here(worlds.chronicle_of(tmp_path, world), most=1_000).site
    moved = {one.old: (one.new, one.anchor) for one in redirects_of(site) if one.old.startswith(CORRECTIONS)}
    assert moved[f"{CORRECTIONS}/2029"] == (f"{CORRECTIONS}/2030", "year-2029")


def test_pages_of_records_and_of_the_data_lead_to_the_log(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD)).site
    renderer = Renderer(site, make_templates([theme_folder()]))
    for page in (Page("actor", "csp"), Page("data")):
        href = Here(site, page.address).href(CORRECTIONS)
        assert f'<a href="{href}">All corrections</a>' in renderer.parts(page).content
    assert '<a href="corrections/">All corrections</a>' in renderer.home()
