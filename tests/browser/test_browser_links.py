"""Every page of the built site by its file: ids are unique, labels and headings are in order, links lead out safely."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urlsplit
from xml.etree import ElementTree

from browser.built_page import read_page
from browser.built_site import SITE_URL, Site
from browser.reader import MakeReader, Settings


def test_a_wrong_address_however_deep_leads_back_into_the_site(read: MakeReader) -> None:
    reader = read(Settings())
    page = reader.open("some/where/else/")
    answered = [fault for fault in reader.faults if not fault.startswith("Failed to load resource")]
    assert answered == [f"404: {page.url}"], "its styles and scripts are found"
    page.locator(".md-content").get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline/")


def test_every_link_that_leads_elsewhere_is_a_web_address(site: Site) -> None:
    elsewhere = {link for file in site.files() for link in read_page(file).links if urlsplit(link).scheme}
    assert len(elsewhere) > 50, "the crawler found the sources"
    assert [link for link in elsewhere if not re.match(r"https?://[^/]+\.[^/]+", link)] == []
    assert [link for file in site.files() for link in read_page(file).links if link.startswith("//")] == []


def test_no_page_uses_an_id_twice(site: Site) -> None:
    twice = {}
    for file in site.files():
        ids = read_page(file).ids
        if len(ids) != len(set(ids)):
            twice[str(file.relative_to(site.folder))] = sorted({each for each in ids if ids.count(each) > 1})
    assert twice == {}


def test_every_label_names_an_element_of_its_page(site: Site) -> None:
    unknown = [
        f"{file.relative_to(site.folder)}: {name}"
        for file in site.files()
        for name in read_page(file).named
        if name not in read_page(file).ids
    ]
    assert unknown == []


def test_headings_begin_with_one_of_the_first_level_and_skip_none(site: Site) -> None:
    wrong = []
    for file in site.files():
        page = read_page(file)
        levels = [level for level, _ in page.headings]
        if page.redirects_to is not None:
            continue
        skips = any(after > before + 1 for before, after in pairwise(levels))
        if levels.count(1) != 1 or levels[0] != 1 or skips:
            wrong.append(f"{file.relative_to(site.folder)}: {levels}")
    assert wrong == []


def test_no_heading_is_empty(site: Site) -> None:
    assert [str(file) for file in site.files() if not all(words.strip() for _, words in read_page(file).headings)] == []


def test_every_page_carries_its_policy_before_anything_that_it_governs(site: Site) -> None:
    for file in site.files():
        page = read_page(file)
        assert len(page.policies) == 1, file
        assert page.before_policy == ["html", "head", "meta", "meta"], file


def test_the_sitemap_lists_every_page_once_and_nothing_else(site: Site) -> None:
    root = ElementTree.fromstring((site.folder / "sitemap.xml").read_text())
    listed = [element.text or "" for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = {
        SITE_URL + site.url(file).removeprefix(site.root)
        for file in site.files()
        if file.name != "404.html" and read_page(file).redirects_to is None
    }
    assert sorted(listed) == sorted(pages)
