"""What a link to a page shows elsewhere, for every kind of page: never more than the page itself claims."""

import re
from html import unescape
from pathlib import Path

import pytest
import worlds

from site_builder.pages import KINDS, Page, pages_of
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import Kind
from site_builder.vocabulary import Standing

SAYS = "84 fighters were killed by us."
STANDING = {
    "claimed": "{id: a, by: csp, topic: occurrence}",
    "disputed": "{id: a, by: csp, topic: occurrence}, {id: b, by: army, topic: occurrence, denies: a}",
    "withdrawn": "{id: a, by: csp, topic: occurrence}, {id: b, by: csp, topic: occurrence, withdraws: a}",
}
"""The claims without which an event cannot have a standing."""
ACTORS = "actors/csp: {name: CSP}\nactors/army: {name: Army}\n"
WORLD = f"""
{ACTORS}
places/kidal: {{name: Kidal, lat: 18.4, lon: 1.4, precision: settlement, sources: [paper]}}
removed: {{places: [{{id: hut, date: 2026-11-29, reason: danger}}]}}
threads/war: {{title: The war, summary: A long story.}}
questions/who: {{title: Who was it, summary: Each side says something else.}}
sources/paper: {{publisher: Paper, title: Army beaten, date: 2024}}
2023-02-03-talks: {{title: Talks, sources: [paper], threads: [war], actors: [{{actor: csp, role: participant}}]}}
2024-01-02-fight:
  title: Fight
  sources: [paper]
  threads: [war]
  places: [{{place: kidal, role: site}}]
  actors: [{{actor: csp, role: participant}}]
  claims: [{{id: a, by: csp, says: {SAYS}, question: who}}]
"""
CORRECTED = "\n".join(
    f"actors/z{year}: {{corrections: [{{date: {year}-01-01, kind: error, note: {'A note. ' * 30}}}]}}"
    for year in (2026, 2027)
)
CROWD = "\n".join(
    f"{2000 + n}-01-02-fight: {{title: Fight {n}, sources: [paper], threads: [war], places: [{{place: kidal, role: "
    f"site}}], actors: [{{actor: csp, role: participant}}], claims: [{{id: a, by: csp, says: {SAYS}, question: who}}]}}"
    for n in range(12)
)
CROWD += f"\n{CORRECTED}\n" + "\n".join(
    f"{kind.plural}/{letter}: {{date: {1990 + n}}}" if kind is Kind.SOURCE else f"{kind.plural}/{letter}: {{}}"
    for kind in Kind
    if kind is not Kind.EVENT
    for n, letter in enumerate("abcdefgh")
)
"""So many records that each list has several pages, where a page is short."""
SHORT = 1_000
TAG = re.compile(r'<meta (?:property|name)="(?P<name>[a-z:_]+)" content="(?P<content>[^"]*)">')


def renderer_of(folder: Path, world: str, most: int = 150_000) -> Renderer:
    site = worlds.here(worlds.chronicle_of(folder, world), url="https://example.org/", most=most).site
    return Renderer(site, make_templates([theme_folder()]))


def tags_of(head: str) -> dict[str, str]:
    """The tags of a page's head, as other programs read them."""
    return {tag["name"]: unescape(tag["content"]) for tag in TAG.finditer(head)}


def preview(renderer: Renderer, page: Page) -> dict[str, str]:
    return tags_of(renderer.parts(page).head)


def event_preview(folder: Path, keys: str, more: str = "") -> dict[str, str]:
    world = f"{ACTORS}2024-01-02-fight: {{title: Fight, {keys}}}\n{more}"
    return preview(renderer_of(folder, world), Page("event", "2024-01-02-fight"))


def test_every_kind_of_page_says_what_it_is_and_no_words_of_a_claim(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, f"{WORLD}{CROWD}", most=SHORT)
    found = {page.kind: preview(renderer, page) for page in pages_of(renderer.site)}
    assert found.keys() == KINDS.keys()
    for kind, tags in found.items():
        assert tags["og:title"], kind
        assert tags["og:type"] == "article"
        assert tags["og:locale"] == "en_US"
        assert tags["og:site_name"] == "A chronicle"
        assert tags["og:url"].startswith("https://example.org/")
        assert tags["twitter:card"] == "summary"
        assert not any(SAYS in text for text in tags.values()), kind


@pytest.mark.parametrize("standing", Standing.all(), ids=str)
def test_the_title_begins_with_a_standing_that_is_not_established(standing: Standing, tmp_path: Path) -> None:
    keys = f"standing: {standing}, claims: [{STANDING.get(standing, '')}]"
    if standing.planned:
        keys += ", added: 2024-01-01"
    expected = "Fight" if standing == "established" else f"{standing.label.capitalize()}: Fight"
    assert event_preview(tmp_path, keys)["og:title"] == expected


def test_a_source_is_named_with_its_publisher_and_its_title_is_quoted(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, f"{WORLD}{CROWD}", most=SHORT)
    assert preview(renderer, Page("source", "paper"))["og:title"] == "Paper: “Army beaten”"
    assert preview(renderer, Page("source", "s"))["og:title"] == "s"
    years = next(page for page in pages_of(renderer.site) if page.kind == "source-years")
    assert preview(renderer, years)["og:title"].startswith("Paper: “Army beaten”: 20")


def test_the_description_is_the_whole_summary_without_markup(tmp_path: Path) -> None:
    summary = "Said by [[actor:csp|the rebels]],\\n  and denied."
    tags = event_preview(tmp_path, f'summary: "{summary}"')
    assert tags["og:description"] == tags["description"] == "Said by the rebels, and denied."


@pytest.mark.parametrize("text", ["& < > ' &amp;", "</title><script>alert(1)</script>", "'\\\"><img src=x onerror=y>"])
def test_no_title_or_summary_becomes_markup(text: str, tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, f'2024-01-02-fight: {{title: "{text}", summary: "{text}"}}')
    head = renderer.parts(Page("event", "2024-01-02-fight")).head
    shown = text.replace("\\", "")
    assert tags_of(head)["og:title"] == shown
    assert tags_of(head)["og:description"] == unescape(shown)
    assert set(re.findall(r"<\W*(\w+)", head)) <= {"meta", "title", "link", "script"}
    assert re.findall("<script.*?>", head) == ['<script type="application/ld+json">'], "data, which does not run"
    assert head.count("<title>") == head.count("</title>") == 1
