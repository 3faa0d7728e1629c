"""What is left of a record that was removed for privacy: its address, the day and the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import worlds
from formats.chronicle_of_all import exported

from site_builder.chronicle import Chronicle
from site_builder.formats import EXPORTS, read_whole, search_documents
from site_builder.pages import CORRECTIONS, DATA, Here, Page, pages_of, redirects_of
from site_builder.pages.log import view_log
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import Kind

URL = "https://example.org/"
WORLD = """
removed:
  events: [{id: 2024-01-01-a, date: 2026-11-28, reason: unstated}]
  actors: [{id: fisherman, date: 2026-11-29, reason: private-person}]
  places: [{id: hut, date: 2026-11-29, reason: danger}]
  sources: [{id: letter, date: 2026-11-29, reason: request}]
  threads: [{id: trial, date: 2026-11-29, reason: order}]
  questions: [{id: who, date: 2026-11-29, reason: danger}]
2024-01-02-b: {title: A battle, corrections: [{date: 2026-11-29, kind: error, note: The day is another.}]}
"""


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return worlds.chronicle_of(tmp_path, WORLD)


def test_the_address_of_each_kind_of_record_stays_and_search_engines_leave_it_out(chronicle: Chronicle) -> None:
    renderer = Renderer(worlds.here(chronicle, url=URL).site, make_templates([theme_folder()]))
    pages = [page for page in pages_of(renderer.site) if page.kind == "removed"]
    assert {page.address for page in pages} == {
        *("events/2024-01-01-a", "actors/fisherman", "places/hut"),
        *("sources/letter", "threads/trial", "questions/who"),
    }
    for page in pages:
        assert not page.listed
        assert '<meta name="robots" content="noindex">' in renderer.parts(page).head
    assert "noindex" not in renderer.parts(Page("event", "2024-01-02-b")).head


def test_its_page_says_when_and_why_and_nothing_else(chronicle: Chronicle) -> None:
    renderer = Renderer(worlds.here(chronicle).site, make_templates([theme_folder()]))
    content = renderer.parts(Page("removed", "actor/fisherman")).content
    assert "<h1>Removed actor</h1>" in content
    assert "This record was removed on 29 November 2026" in content
    assert "It named a private person, or led to one." in content
    assert "fisherman" not in content


def test_years_that_had_no_other_event_lead_to_the_timeline(tmp_path: Path) -> None:
    removed = ("2024-01-01-a", "2019-05-01-a", "2019-06-a", "212-bce-07-a", "0007-a", "undated-a")
    listed = ", ".join(f"{{id: {one}, date: 2026-11-28, reason: unstated}}" for one in removed)
    chronicle = worlds.chronicle_of(tmp_path, f"{{removed: {{events: [{listed}]}}, 2024-01-02-b: {{}}}}")
    found = [one for one in redirects_of(worlds.here(chronicle).site) if one.old.startswith("timeline/")]
    assert {one.old: one.new for one in found if not one.anchor} == {
        "timeline/2019": "timeline",
        "timeline/212-bce": "timeline",
        "timeline/7": "timeline",
    }
    assert len(found) == len({one.old for one in found})


def test_the_log_lists_a_removal_after_the_corrections_of_its_day(chronicle: Chronicle) -> None:
    days = view_log(worlds.here(chronicle, CORRECTIONS)).years[0].days
    assert [day.date for day in days] == ["29 November 2026", "28 November 2026"]
    assert [one.record.label for one in days[0].changes][:2] == ["A battle", "Removed actor"]
    (event,) = days[1].changes
    assert (event.record.label, event.record.href, event.kind, str(event.note)) == (
        "Removed event",
        "../events/2024-01-01-a/",
        "removal",
        "To say why would harm whom the removal protects.",
    )


def test_a_removal_is_news_without_a_title_and_takes_the_place_of_the_old_entry(chronicle: Chronicle) -> None:
    here = Here(worlds.here(chronicle, url=URL).site, DATA)
    items = {item["id"]: item for item in json.loads(exported(here, "news.json"))["items"]}
    assert items[f"{URL}events/2024-01-01-a/"]["title"] == "Removed event"
    item = items[f"{URL}actors/fisherman/"]
    assert (item["title"], item["content_text"]) == ("Removed actor", "It named a private person, or led to one.")
    assert (item["url"], item["_timeline"]) == (f"{URL}actors/fisherman/", {"removed": "2026-11-29"})


def test_only_the_log_the_feeds_and_the_whole_chronicle_know_of_it(chronicle: Chronicle) -> None:
    here = Here(worlds.here(chronicle, url=URL).site, DATA)
    knowing = {file.name for file in EXPORTS if b"fisherman" in file.write(here)}
    assert knowing == {"chronicle.json", "news.atom", "news.json"}
    assert not any("fisherman" in str(make()) for _, make in search_documents(here.site, ()))


def test_a_chronicle_that_is_read_back_has_its_removals(chronicle: Chronicle) -> None:
    content = exported(Here(worlds.here(chronicle).site, DATA), "chronicle.json")
    again = Chronicle.read(chronicle.folder, read_whole(content), chronicle.today)
    assert again.errors == ()
    assert again.removed == chronicle.removed
    assert again.removed[Kind.ACTOR]["fisherman"].reason == "private-person"
