"""Under `mkdocs serve` broken records are reported on every page: their texts are text there too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from browser.built_site import SITE_URL, host
from browser.hostile_records import record_id
from browser.hostile_texts import PROBES
from browser.hostile_world import write_record, write_world
from browser.reader import DESKTOP, Reader, Settings, make_reader
from site_builder.records import Kind

MARKUP = "<img src=x onerror=window.__pwned=1>\"'><script>window.__pwned=2</script>"
EVENT = record_id(Kind.EVENT, 0)
ELEMENTS = """banner => [...new Set([...banner.querySelectorAll("*")].map(
  element => [element.localName, ...element.getAttributeNames()].join(" ")))]"""


@pytest.fixture(scope="module")
def reader(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Reads a site in which markup stands wherever a record can be wrong."""
    folder = tmp_path_factory.mktemp("broken")
    write_world(folder / "site", hostile=True)
    _break_references(folder / "site")
    _break_schema(folder / "site")
    config = load_config(str(folder / "site" / "mkdocs.yml"), site_url=SITE_URL)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    with host(Path(config.site_dir)) as site:
        yield make_reader(browser, site.root, Settings(DESKTOP))


def _break_references(site: Path) -> None:
    """Markup where an id belongs, in a record that is served all the same."""
    file = site / "events" / "2024" / f"{EVENT}.yml"
    event = json.loads(file.read_text())
    claim = event["claims"][0]
    claim["figures"] = {MARKUP: {"killed": "46+"}, f"probe-0+{MARKUP}": {"wounded": "5"}}
    for key in ("revises", "denies", "confirms", "withdraws"):
        claim[key] = MARKUP
    event["body"] = f"[[{MARKUP}]] [[actor:{MARKUP}|words]] [@{MARKUP.replace(' ', '-')}]"
    file.write_text(json.dumps(event))


def _break_schema(site: Path) -> None:
    """Records that are not served, with markup in every part of them that a message can quote."""
    good = json.loads((site / "events" / "2024" / f"{record_id(Kind.EVENT, 1)}.yml").read_text())
    wrong = {
        MARKUP: MARKUP,
        "date": MARKUP,
        "kind": MARKUP,
        "threads": [MARKUP],
        "media": [{"url": MARKUP, "shows": "x"}],
    }
    write_record(site, Kind.EVENT, "2024-03-01-wrong", {**good, "former_ids": [], **wrong})
    write_record(site, Kind.PLACE, "wrong", {"name": {MARKUP: "x"}, "country": MARKUP, "lat": MARKUP})
    (site / "events" / "actors" / "torn.yml").write_text(f"name: [{MARKUP}\ntype: *{MARKUP}\n")
    (site / "events" / "actors" / "twice.yml").write_text(f"? '{MARKUP.replace(chr(39), '')}'\n: 1\n" * 2)


def test_problems_are_reported_on_every_page_in_the_words_of_the_record(reader: Reader) -> None:
    for address in ("", f"events/{EVENT}/", "actors/"):
        banner = reader.open(address).locator(".tl-problems")
        assert banner.is_visible()
        words = banner.inner_text()
        assert words.count(MARKUP) >= 10
        assert "events/actors/torn.yml:" in words
        assert "events/2024/2024-03-01-wrong.yml:" in words


def test_problems_hold_no_element_of_a_record(reader: Reader) -> None:
    banner = reader.open("").locator(".tl-problems")
    assert {element.partition(" ")[0] for element in banner.evaluate(ELEMENTS)} <= {
        "p",
        "strong",
        "ul",
        "li",
        "code",
        "em",
    }
    assert not any("on" in element.partition(" ")[2] for element in banner.evaluate(ELEMENTS))


def test_no_script_runs_from_an_id_that_is_markup(reader: Reader) -> None:
    for address in ("", "timeline/", *(f"{kind.plural}/{record_id(kind, 0)}/" for kind in Kind)):
        page = reader.open(address)
        assert page.evaluate("window.__pwned ?? null") is None, address
        assert reader.faults == [], address


def test_an_id_that_is_markup_is_shown_as_it_was_written(reader: Reader) -> None:
    opened = reader.open(f"events/{EVENT}/")
    opened.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    page = opened.locator(".md-content")
    assert page.get_by_text(MARKUP).first.is_visible()
    assert page.locator("img, script").count() == 0


def test_what_can_be_read_is_served_beside_the_problems(reader: Reader) -> None:
    for number in range(len(PROBES)):
        assert reader.open(f"events/{record_id(Kind.EVENT, number)}/").locator("h1").count() == 1
