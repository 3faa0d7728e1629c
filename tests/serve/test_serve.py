"""`mkdocs serve`, driven for real: what is changed in the records is what is served."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import TIMELINE, Server, listing, serve
from worlds import write_records, write_site

AMBUSH = "events/2024-07-27-ambush/"
BATTLE = "events/2024-07-25-battle/"
WORLD = """
2024-07-27-ambush: {title: The ambush, links: [{type: part-of, event: 2024-07-25-battle}]}
2024-07-25-battle: {title: The battle, date: 2024-07-25/2024-07-27}
"""
DOCS = {"contributing.md": "# Contributing\n\n## Report an error\n", "method.md": "# Method\n"}
BANNER = 'role="alert"'


def record(server: Server, name: str) -> Path:
    return server.root / "events" / f"{name}.yml"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a small site."""
    return write_site(tmp_path / "chronicle", WORLD, docs=DOCS).parent


@pytest.fixture
def server(site: Path, tmp_path: Path) -> Iterator[Server]:
    """The small site, served."""
    with serve(site, tmp_path / "printed") as running:
        running.wait_for_page(AMBUSH, "The ambush")
        yield running


def test_an_edited_record_is_served_anew_on_every_page_that_names_it(server: Server) -> None:
    change(record(server, "2024-07-27-ambush"), "The ambush", "The second ambush")
    server.wait_for_page(AMBUSH, "<h1>The second ambush</h1>")
    assert "The second ambush" in server.page(BATTLE)
    assert "The second ambush" in server.page("timeline/")
    assert "The second ambush" in server.page("data/timeline/parts/2024.json")


def test_an_added_record_has_its_page(server: Server) -> None:
    assert server.page("events/2024-07-28-after/").startswith("404")
    write_records(server.root / "events", "2024/2024-07-28-after: {title: The morning after}")
    server.wait_for_page("events/2024-07-28-after/", "<h1>The morning after</h1>")
    assert "The morning after" in server.page("timeline/")


def test_a_page_is_found_without_its_last_slash_and_reloads(server: Server) -> None:
    page = server.page(AMBUSH.removesuffix("/"))
    assert "<h1>The ambush</h1>" in page
    assert "livereload(" in page
    assert server.page("records/2024-07-27-ambush.yml").startswith("title: The ambush")
    assert server.page("events/../../outside").startswith("404")


def test_a_site_that_does_not_reload_has_all_its_pages(site: Path, tmp_path: Path) -> None:
    with serve(site, tmp_path / "printed", options=["--no-livereload"]) as server:
        page = server.wait_for_page(AMBUSH, "<h1>The ambush</h1>")
        assert "livereload(" not in page


def test_a_renamed_record_is_at_its_new_address_and_the_old_one_leads_there(server: Server) -> None:
    old, new = record(server, "2024-07-27-ambush"), record(server, "2024-07-27-convoy-attacked")
    old.write_text(old.read_text(encoding="utf-8") + "former_ids: [2024-07-27-ambush]\n", encoding="utf-8")
    old.rename(new)
    server.wait_for_page("events/2024-07-27-convoy-attacked/", "<h1>The ambush</h1>")
    assert "url=../../events/2024-07-27-convoy-attacked/" in server.wait_for_page(AMBUSH, "This page has moved")


def test_a_deleted_record_is_gone_and_so_are_the_links_to_it(server: Server) -> None:
    record(server, "2024-07-27-ambush").unlink()
    server.wait_for_page("timeline/", "The battle", without="The ambush")
    assert server.page(AMBUSH).startswith("404")
    assert "The ambush" not in server.page(BATTLE)


def test_a_broken_record_is_reported_everywhere_and_the_last_good_site_stays(server: Server) -> None:
    ambush = record(server, "2024-07-27-ambush")
    good = server.page(AMBUSH)
    change(ambush, "kind: battle", "kind: battel")
    change(ambush, "The ambush", "The broken ambush")
    place = "events/2024-07-27-ambush.yml:2:7"
    server.wait_for_page(AMBUSH, BANNER)
    server.wait_for_print(f"{place}: error TL043: `battel` is not a value of `kind`")
    server.wait_for_print("1 error: the last good site is served")
    for address in ("", "timeline/", AMBUSH, BATTLE, "actors/", "method/", "404.html"):
        page = server.page(address)
        assert BANNER in page, address
        assert place in page, address
        assert "`battel` is not a value of `kind`" in page, address
        assert "<code>battle</code>" in page, address
    assert "<h1>The ambush</h1>" in server.page(AMBUSH)
    assert "<h1>The ambush</h1>" in good
    change(ambush, "kind: battel", "kind: battle")
    server.wait_for_page(AMBUSH, "<h1>The broken ambush</h1>", without=BANNER)
    assert [address for address in ("", BATTLE, "404.html") if BANNER in server.page(address)] == []


def test_a_record_that_is_deleted_while_another_needs_it_leaves_the_last_good_site(server: Server) -> None:
    record(server, "2024-07-25-battle").unlink()
    server.wait_for_page(BATTLE, "<h1>The battle</h1>", BANNER, "2024-07-25-battle")
    assert "<h1>The ambush</h1>" in server.page(AMBUSH)


def test_a_folder_of_records_that_vanishes_leaves_the_last_good_site(server: Server) -> None:
    records = server.root / "events"
    records.rename(server.root / "moved")
    change(server.root / "docs" / "method.md", "# Method", "# The method")
    server.wait_for_page("method/", "The method", BANNER, "the folder of the records cannot be read")
    assert "<h1>The ambush</h1>" in server.page(AMBUSH)
    (server.root / "moved").rename(records)
    change(server.root / "docs" / "method.md", "# The method", "# Our method")
    server.wait_for_page("method/", "Our method", without=BANNER)


def test_a_folder_of_records_that_is_moved_away_and_back_is_watched_as_before(server: Server) -> None:
    records = server.root / "events"
    for title in ("The second ambush", "The third ambush"):
        records.rename(server.root / "moved")
        server.wait_for_page(AMBUSH, BANNER, "the folder of the records cannot be read")
        (server.root / "moved").rename(records)
        server.wait_for_page(AMBUSH, without=BANNER)
        was = server.page(AMBUSH).partition("<h1>")[2].partition("</h1>")[0]
        change(record(server, "2024-07-27-ambush"), was, title)
        server.wait_for_page(AMBUSH, f"<h1>{title}</h1>", without=BANNER)


def test_the_first_build_serves_what_can_be_read_with_the_problems(site: Path, tmp_path: Path) -> None:
    change(site / "events" / "2024-07-25-battle.yml", "kind: battle", "kind: battel")
    with serve(site, tmp_path / "printed") as server:
        server.wait_for_page(AMBUSH, "<h1>The ambush</h1>", BANNER, "events/2024-07-25-battle.yml:2:7")
        server.wait_for_print("1 error: what can be read is served")
        assert server.page(BATTLE).startswith("404")
        change(record(server, "2024-07-25-battle"), "kind: battel", "kind: battle")
        server.wait_for_page(AMBUSH, "<h1>The ambush</h1>", without=BANNER)
        assert "<h1>The battle</h1>" in server.page(BATTLE)


def test_nothing_is_written_into_the_source_and_nothing_is_built_without_a_change(site: Path, tmp_path: Path) -> None:
    before = listing(site)
    with serve(site, tmp_path / "printed") as server:
        server.wait_for_page(AMBUSH, "The ambush")
        server.wait_for_print("Serving on")
        assert not server.builds_again(seconds=3)
        assert listing(site) == before
        change(record(server, "2024-07-27-ambush"), "kind: battle", "kind: battel")
        edited = listing(site)
        server.wait_for_page(AMBUSH, BANNER)
        assert not server.builds_again(seconds=3)
        assert listing(site) == edited
    assert listing(site) == edited


def test_timeline_serve_does_the_same_and_ends_with_it(site: Path, tmp_path: Path) -> None:
    with serve(site, tmp_path / "printed", TIMELINE) as server:
        server.wait_for_page(AMBUSH, "The ambush")
        change(record(server, "2024-07-27-ambush"), "The ambush", "The second ambush")
        server.wait_for_page(AMBUSH, "<h1>The second ambush</h1>")
    assert "Shutting down..." in server.printed()
    assert server.page(AMBUSH) == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=str)
def test_who_ends_timeline_serve_ends_all_of_it_and_no_site_is_left(
    site: Path, tmp_path: Path, number: signal.Signals
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with serve(site, tmp_path / "printed", TIMELINE, TMPDIR=str(temporary)) as server:
        server.wait_for_page(AMBUSH, "The ambush")
        assert list(temporary.iterdir()) != []
        server.process.send_signal(number)
        server.process.wait()
    assert server.page(AMBUSH) == ""
    assert list(temporary.iterdir()) == []


def test_timeline_serve_that_is_killed_frees_its_port(site: Path, tmp_path: Path) -> None:
    with serve(site, tmp_path / "printed", TIMELINE) as server:
        server.wait_for_page(AMBUSH, "The ambush")
        server.process.kill()
        server.process.wait()
        assert server.page(AMBUSH) == ""


WAITING = """
import os
import time
from pathlib import Path


def on_nav(nav, config, files):
    '''Wait, once the records are read, until the test has made its change.'''
    signals = Path(os.environ["SIGNALS"])
    build = len(list(signals.glob("read-*")))
    (signals / f"read-{build}").touch()
    while (signals / f"hold-{build}").exists():
        time.sleep(0.02)
    return nav
"""


@pytest.mark.parametrize("build", [0, 1], ids=["first build", "later build"])
def test_a_change_during_a_build_is_not_lost(site: Path, tmp_path: Path, build: int) -> None:
    signals = tmp_path / "signals"
    signals.mkdir()
    hold = signals / f"hold-{build}"
    hold.touch()
    (site / "waiting.py").write_text(WAITING)
    (site / "mkdocs.yml").write_text((site / "mkdocs.yml").read_text() + "hooks: [waiting.py]\n")
    with serve(site, tmp_path / "printed", SIGNALS=str(signals)) as server:
        if build == 1:
            server.wait_for_page(AMBUSH, "The ambush")
            change(record(server, "2024-07-25-battle"), "The battle", "The long battle")
        server.wait_for("a build that has read the records", (signals / f"read-{build}").exists)
        change(record(server, "2024-07-27-ambush"), "The ambush", "The later ambush")
        hold.unlink()
        server.wait_for_page(AMBUSH, "<h1>The later ambush</h1>")


def test_a_site_is_searched_behind_its_pages_and_anew_when_a_record_changes(server: Server) -> None:
    server.wait_for_print("The search knows what changed")
    entry = "data/search/pagefind-entry.json"
    before = server.page(entry)
    assert '"page_count"' in before
    change(record(server, "2024-07-27-ambush"), "The ambush", "The second ambush")
    server.wait_for_page(AMBUSH, "The second ambush")
    assert '"page_count"' in server.page(entry), "the last index stands in until there is a new one"
    server.wait_for_print("The search knows what changed", times=2)
    assert server.page(entry) != before
