"""Every claim can be followed: from its event to what speaks against it, to its source, and back."""

from __future__ import annotations

from urllib.parse import urljoin

from browser.built_page import read_page
from browser.built_site import Site
from browser.reader import MakeReader, Settings
from site_builder.chronicle import Chronicle
from site_builder.linking import ClaimKey
from site_builder.records import Kind

LINKS_OF_CLAIMS = """() => Object.fromEntries([...document.querySelectorAll(".tl-anchor")].map(
  anchor => [anchor.id, [...anchor.closest(".tl-claim").querySelectorAll("a")].map(link => link.href)]))"""

LINKS_OF_ROWS = """entries => entries.map(entry => [...entry.querySelectorAll(".tl-claim__facts > li:last-child > a")]
  .map(link => link.href))"""
"""Of each row of a ledger the links to its claim and to those that say the same again, on their events' pages."""


def _permalink(site: Site, key: ClaimKey) -> str:
    return f"{site.root}events/{key.event}/#{key.claim}"


def _links(site: Site, address: str) -> set[str]:
    file = site.folder / address / "index.html"
    return {urljoin(site.url(file), link) for link in read_page(file).links}


def test_every_claim_has_its_permalink(site: Site, chronicle: Chronicle) -> None:
    for key in chronicle.claims.all:
        assert key.claim in read_page(site.folder / "events" / key.event / "index.html").ids, key


def test_every_denial_and_revision_is_a_link_on_both_claims(read: MakeReader, site: Site, chronicle: Chronicle) -> None:
    tied = {key: relations for key in chronicle.claims.all if (relations := chronicle.claims.relations[key])}
    reader = read(Settings())
    for event in dict.fromkeys(key.event for key in tied):
        links = reader.open(f"events/{event}/").evaluate(LINKS_OF_CLAIMS)
        for key in (key for key in tied if key.event == event):
            for relation in tied[key]:
                assert _permalink(site, relation.other) in links[key.claim], f"{key} {relation}"


def test_every_source_lists_every_claim_that_rests_on_it(site: Site, chronicle: Chronicle) -> None:
    for source in chronicle.sources:
        listed = _links(site, f"sources/{source}")
        for key in chronicle.claims.resting_on[source]:
            assert _permalink(site, key) in listed, f"{source}: {key}"


def test_every_actor_page_lists_what_the_actor_said(site: Site, chronicle: Chronicle) -> None:
    for actor in chronicle.actors:
        listed = _links(site, f"actors/{actor}")
        for key in chronicle.claims.by_actor[actor]:
            assert _permalink(site, key) in listed, f"{actor}: {key}"


def test_every_question_is_a_ledger_of_its_claims_in_the_order_they_were_said(
    read: MakeReader, site: Site, chronicle: Chronicle
) -> None:
    reader = read(Settings())
    for question in chronicle.records(Kind.QUESTION):
        page = reader.open(f"questions/{question}/")
        rows: list[list[str]] = page.locator(".tl-entry").evaluate_all(LINKS_OF_ROWS)
        keys = {_permalink(site, key): key for key in chronicle.claims.on_question[question]}
        assert sorted(link for row in rows for link in row) == sorted(keys), question
        first_said = [chronicle.claims.all[keys[row[0]]].date for row in rows]
        said = [date for date in first_said if date is not None]
        assert said == sorted(said), question
        assert first_said[len(said) :] == [None] * (len(rows) - len(said)), "the undated stand at the end"
