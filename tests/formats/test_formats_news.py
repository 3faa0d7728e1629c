"""Feeds and calendars as the libraries that others wrote read them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]
import pytest
import worlds
from edtf_texts import texts
from hypothesis import given
from icalendar import Calendar
from markupsafe import escape

from formats.chronicle_of_all import exported
from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.formats import exported_files, feed_links
from site_builder.formats.news import lasting_id
from site_builder.pages import DATA, Here, Page
from site_builder.records import Kind

URL = "https://example.org/sub/"
WORLD = """
2024-07-27-ambush:
  title: {en: "An <b>ambush</b> & more"}
  date: 2024-07-27
  threads: [war]
  added: 2026-11-22
  corrections:
    - {date: 2026-11-24, kind: error, note: "The place is [[place:town]]."}
    - {date: 2026-11-25, kind: error, note: "</summary><script>x()</script>"}
  claims: [{id: c, unnamed: A, says: It was so., question: who}]
2024-08-battle:
  title: Battle
  date: 2024-08
  standing: claimed
  added: 2026-11-23
  claims: [{id: c, by: csp, topic: occurrence}]
2024-09-01-talks: {title: Talks, date: 2024-09-01/2024-09-03, added: 2026-11-21, summary: "They, all, talked; long."}
2024-10-01-about: {title: About, date: 2024-10-01~}
44-bce-03-15-ides: {title: Ides, date: "-0043-03-15"}
actors/csp: {name: CSP}
places/town: {name: Town}
threads/war: {title: The war}
questions/who: {title: "Who?"}
"""


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return worlds.chronicle_of(tmp_path, WORLD)


def seen(chronicle: Chronicle, url: str = URL) -> Here:
    return Here(worlds.here(chronicle, url=url).site, DATA)


def parsed(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.bozo_exception
    return found


def test_atom_has_what_was_added_and_what_was_corrected_the_latest_first(chronicle: Chronicle) -> None:
    found = parsed(exported(seen(chronicle), "news.atom"))
    assert [(entry.title, entry.published[:10]) for entry in found.entries][:4] == [
        ("Corrected: An <b>ambush</b> & more", "2026-11-25"),
        ("Corrected: An <b>ambush</b> & more", "2026-11-24"),
        ("Claimed: Battle", "2026-11-23"),
        ("Ides", "2026-11-22"),
    ]
    assert found.feed.updated == "2026-11-25T00:00:00Z"
    assert found.entries[1].summary == "The place is Town."
    assert found.entries[1].link == f"{URL}events/2024-07-27-ambush/"
    assert found.entries[1].id == f"{URL}events/2024-07-27-ambush/#correction-1"
    assert {link["rel"]: link["href"] for link in found.feed.links} == {
        "alternate": URL,
        "self": f"{URL}data/news.atom",
    }


def test_the_correction_of_any_record_is_news_and_says_no_date_that_it_does_not_have(tmp_path: Path) -> None:
    world = """
    actors/csp: {name: CSP, corrections: [{date: 2026-11-24, kind: error, note: Its name is another.}]}
    threads/war: {title: The war, corrections: [{date: 2026-11-25, kind: update, note: It goes on.}]}
    2024-07-27-ambush: {title: Ambush, threads: [war]}
    """
    here = seen(worlds.chronicle_of(tmp_path, world))
    last, before, _ = json.loads(exported(here, "news.json"))["items"]
    assert (last["title"], last["url"]) == ("Corrected: The war", f"{URL}threads/war/")
    assert (before["tags"], before["_timeline"]) == (["Actors"], {"corrected": "2026-11-24"})
    of_thread = json.loads(dict(exported_files(here.site))["threads/war/news.json"]())["items"]
    assert [item["title"] for item in of_thread] == ["Corrected: The war", "Ambush"]


def test_what_was_added_or_corrected_on_no_known_day_is_no_news(tmp_path: Path) -> None:
    world = """
    2024-07-27-a: {added: ../2026, corrections: [{date: 2026-11-24, kind: error, note: Told.}]}
    2024-07-28-b: {added: 2026-11-23, corrections: [{date: ../2026, kind: error, note: Not told.}]}
    """
    here = seen(worlds.chronicle_of(tmp_path, world))
    found = parsed(exported(here, "news.atom"))
    assert [(one.summary[:4], one.published) for one in found.entries] == [
        ("Told", "2026-11-24T00:00:00Z"),
        ("Summ", "2026-11-23T00:00:00Z"),
    ]
    assert b"inf" not in exported(here, "news.json")


def test_no_date_of_a_feed_is_shown_as_another(chronicle: Chronicle) -> None:
    root = ElementTree.fromstring(exported(seen(chronicle), "news.atom"))
    ours = "{urn:mkdocs-timeline:feed:1}"
    last = root.findall("{http://www.w3.org/2005/Atom}entry")[0]
    assert {child.tag.removeprefix(ours): child.text for child in last if child.tag.startswith(ours)} == {
        "date": "2024-07-27",
        "added": "2026-11-22",
        "corrected": "2026-11-25",
    }
    items = json.loads(exported(seen(chronicle), "news.json"))["items"]
    assert items[0]["_timeline"] == {"date": "2024-07-27", "added": "2026-11-22", "corrected": "2026-11-25"}
    assert items[2]["_timeline"] == {"date": "2024-08", "added": "2026-11-23"}
    assert items[2]["date_published"] == "2026-11-23T00:00:00Z"


def test_a_removal_has_a_day_of_its_own_and_is_no_correction(tmp_path: Path) -> None:
    world = "removed: {places: [{id: hut, date: 2026-11-24, reason: danger}]}\nsources/s: {publisher: P}\n"
    here = seen(worlds.chronicle_of(tmp_path, world))
    [item] = json.loads(exported(here, "news.json"))["items"]
    assert (item["_timeline"], item["date_published"]) == ({"removed": "2026-11-24"}, "2026-11-24T00:00:00Z")
    [entry] = parsed(exported(here, "news.atom")).entries
    assert (entry.tl_removed, "tl_corrected" in entry) == ("2026-11-24", False)


def test_nothing_that_a_record_says_is_markup_in_a_feed(chronicle: Chronicle) -> None:
    root = ElementTree.fromstring(exported(seen(chronicle), "news.atom"))
    assert {child.tag.rpartition("}")[2] for child in root.iter()} == {
        *("feed", "id", "title", "updated", "author", "name", "link", "entry", "published", "summary", "category"),
        *("date", "added", "corrected"),
    }
    assert all(child.get("type") is None for child in root.iter())


def test_without_an_address_of_the_site_ids_are_tags_and_no_address_is_said(chronicle: Chronicle) -> None:
    here = seen(chronicle, "")
    found = parsed(exported(here, "news.atom"))
    assert (
        found.entries[0].id == "tag:chronicle.invalid,2026:a-chronicle-b11127ab/events/2024-07-27-ambush#correction-2"
    )
    assert "links" not in found.entries[0]
    feed = json.loads(exported(here, "news.json"))
    assert feed.keys() == {"version", "title", "language", "items"}
    assert all("url" not in item for item in feed["items"])
    assert b"\r\nURL" not in exported(here, "events.ics")


@pytest.mark.parametrize("name", ["Another chronicle", "A  chronicle", "Хроніка", "年表", "月表"])
def test_chronicles_of_other_names_share_no_id_where_neither_has_an_address(chronicle: Chronicle, name: str) -> None:
    here = seen(chronicle, "")
    other = Here(replace(here.site, name=name), DATA)
    for file in ("news.atom", "news.json", "events.ics"):
        ids, others = (
            set(re.findall(rb"tag:[^\s<\"]+", exported(one, file).replace(b"\r\n ", b""))) for one in (here, other)
        )
        assert ids and others and not ids & others
    record = chronicle.records(Kind.QUESTION)["who"]
    assert lasting_id(here, record) != lasting_id(other, record)
    assert re.fullmatch(
        r"tag:chronicle\.invalid,2026:([a-z0-9]+-)*[0-9a-f]{8}/questions/who", lasting_id(other, record)
    )


def test_a_thread_and_a_question_have_feeds_of_their_own_events(chronicle: Chronicle) -> None:
    files = dict(exported_files(seen(chronicle).site))
    for name in ("threads/war", "questions/who"):
        found = parsed(files[f"{name}/news.atom"]())
        assert {entry.link for entry in found.entries} == {f"{URL}events/2024-07-27-ambush/"}
        assert json.loads(files[f"{name}/news.json"]())["home_page_url"] == f"{URL}{name}/"


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        (Page("thread", "war"), "threads/war"),
        (Page("question", "who"), "questions/who"),
        (Page("timeline"), "data"),
        (Page("data"), "data"),
    ],
)
def test_a_page_tells_programs_of_its_feeds(chronicle: Chronicle, page: Page, folder: str) -> None:
    site = seen(chronicle).site
    links = [link.href for link in feed_links(Here(site, page.address), page)]
    assert links == [site.addresses.to_root(page.address) + f"{folder}/news.{ending}" for ending in ("atom", "json")]
    assert {f"{folder}/news.atom", f"{folder}/news.json"} <= {file for file, _ in exported_files(site)}
    assert feed_links(Here(site, "places/town"), Page("place", "town")) == ()


@pytest.mark.parametrize("title", ["The <b>war</b>", "{uk: <b>Війна</b>}"])
def test_a_page_names_its_feeds_by_its_title_as_written(tmp_path: Path, title: str) -> None:
    site = seen(worlds.chronicle_of(tmp_path, f"threads/war: {{title: {title}}}\n")).site
    page = Page("thread", "war")
    written = title.removeprefix("{uk: ").removesuffix("}")
    assert {escape(link.title) for link in feed_links(Here(site, page.address), page)} == {escape(written)}


def entries(content: bytes) -> dict[str, Any]:
    return {str(entry["summary"]): entry for entry in Calendar.from_ical(content).walk("VEVENT")}


def test_a_calendar_has_the_events_whose_day_is_known_for_sure(chronicle: Chronicle) -> None:
    found = entries(exported(seen(chronicle), "events.ics"))
    assert found.keys() == {"An <b>ambush</b> & more", "Talks"}
    talks = found["Talks"]
    assert (talks.decoded("dtstart"), talks.decoded("dtend")) == (date(2024, 9, 1), date(2024, 9, 4))
    assert str(talks["description"]) == "They, all, talked; long."
    assert talks.decoded("created").date() == date(2026, 11, 21)
    assert "last-modified" not in talks
    ambush = found["An <b>ambush</b> & more"]
    assert ambush.decoded("last-modified").date() == date(2026, 11, 25)
    assert str(ambush["url"]) == f"{URL}events/2024-07-27-ambush/"


@given(texts)
def test_a_calendar_takes_any_date_and_shows_only_whole_known_days(text: str) -> None:
    keys = {"title": "T", "date": text, "kind": "battle", "summary": "S.", "sources": ["s"], "added": worlds.ADDED}
    chronicle = Chronicle.read(Path(), {"2024-a.yml": json.dumps(keys).encode()})
    for event in chronicle.events.values():
        for entry in entries(exported(seen(chronicle), "events.ics")).values():
            assert event.date.start.earliest == event.date.start.latest
            assert edtf.day(entry.decoded("dtstart").toordinal()) == event.date.earliest
            assert edtf.day((entry.decoded("dtend") - timedelta(days=1)).toordinal()) == event.date.latest
