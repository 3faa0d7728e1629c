"""Our peers are given the same words, and show them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from bench.contestants import CONTESTANTS, count_pages, prepare
from bench.measure import measure
from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.records import Event

EVENTS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What all contestants read."""
    folder = tmp_path_factory.mktemp("bench")
    prepare(("plain", "hugo"), EVENTS, folder)
    return folder


@pytest.fixture(scope="module")
def chronicle(folder: Path) -> Chronicle:
    return Chronicle.open(folder / "ours" / "events")


def said_in(event: Event) -> Iterator[str]:
    """Some of every part of an event."""
    yield from (str(event.title), str(event.summary), edtf.words(event.date, "en"), *map(str, event.unknown))
    for claim in event.claims:
        yield from (
            str(claim.says),
            str(claim.because or ""),
            *(f.text for c in claim.figures.values() for f in c.values()),
        )
        yield from (version.text for version in (claim.quote.versions if claim.quote else ()))
    yield from (link.event for link in event.links)


def missing(event: Event, page: str) -> list[str]:
    shown = " ".join(unescape(page).split())
    return [text for text in said_in(event) if " ".join(text.split()) not in shown]


def test_pages_of_markdown_hold_what_the_events_say(folder: Path, chronicle: Chronicle) -> None:
    for event in chronicle.events.values():
        assert (
            missing(event, (folder / "plain" / "docs" / "events" / f"{event.id}.md").read_text(encoding="utf-8")) == []
        )


def test_hugo_shows_what_the_events_say(folder: Path, chronicle: Chronicle) -> None:
    measure(CONTESTANTS["hugo"].command, folder / "hugo")
    for event in chronicle.events.values():
        page = folder / "hugo" / "public" / "events" / event.id / "index.html"
        assert missing(event, page.read_text(encoding="utf-8")) == []
    for source in chronicle.sources:
        page = folder / "hugo" / "public" / "sources" / source / "index.html"
        shown = unescape(page.read_text(encoding="utf-8"))
        for key in chronicle.claims.resting_on[source]:
            assert str(chronicle.claims.all[key].says) in shown
            assert f"/events/{key.event}/#{key.claim}" in shown


def test_material_builds_a_page_for_each_event_and_finds_no_broken_link(folder: Path) -> None:
    built = subprocess.run(
        (sys.executable, "-m", "mkdocs", "build", "--strict"),
        cwd=folder / "plain",
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    assert count_pages(CONTESTANTS["plain"], folder) > EVENTS
