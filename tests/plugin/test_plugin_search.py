"""What a site has to be searched: an index of records and pages, a box, and lists where nothing can search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from gzip import decompress
from pathlib import Path

import pytest
from building import Built, build
from worlds import write_site

from site_builder.languages import say
from site_builder.plugin import search as plugin_search
from site_builder.plugin.written_texts import text_of
from site_builder.publishing import Pagefind, SearchError, find_pagefind

WORLD = """
2024-07-27-ambush: {title: The ambush}
actors/csp: {name: CSP-DPA}
"""
DOCS = {
    "index.md": "---\ntemplate: home.html\n---\n# Home\n",
    "method.md": "# Method\n\nWe weigh *every* word.\n",
    "hidden.md": "---\nsearch: {exclude: true}\n---\n# Hidden\n",
}
NO_INDEX = "cannot search it"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("site")
    built = build(write_site(folder, WORLD, docs=DOCS))
    assert built.passed, built.log
    return built


def fragments(site: Built, index: str = "data/search") -> dict[str, dict[str, str]]:
    """What is shown of each result, by the address of its page."""
    files = (site.folder / index / "fragment").glob("*.pf_fragment")
    found = [json.loads(decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    return {one["url"]: one["meta"] for one in found}


def policy(html: str) -> str:
    [content] = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    return str(content)


def test_records_and_pages_are_found_and_not_those_that_say_otherwise(site: Built) -> None:
    assert sorted(fragments(site)) == ["/", "/actors/csp/", "/events/2024-07-27-ambush/", "/method/"]
    assert fragments(site)["/"]["title"] == "A small chronicle"
    assert list(fragments(site, "data/search/sources")) == ["/sources/s/"]


def test_only_the_script_that_reads_the_index_may_run_of_what_stands_beside_it(site: Built) -> None:
    allowed = policy(site.text("method/index.html"))
    assert "'wasm-unsafe-eval'" in allowed
    assert "'unsafe-eval'" not in allowed
    assert "worker-src" not in allowed
    assert "script-src 'self'" not in allowed
    assert find_pagefind().integrity in allowed


def test_every_page_has_the_box_and_nothing_more_of_it_than_what_opens_it(site: Built) -> None:
    for file in ("index.html", "method/index.html", "events/2024-07-27-ambush/index.html", "404.html"):
        html = site.text(file)
        assert html.count('data-tl-instrument="search"') == 1
        assert "start.js" in html
        assert re.findall(r'<(?:script|link)[^>]*(?:src|href)="[^"]*(?:search|pagefind)', html) == []


def test_the_page_of_all_lists_leads_to_each(site: Built) -> None:
    html = site.text("search/index.html")
    assert '<a class="tl-entries__name" href="../timeline/">Timeline</a>' in html
    assert '<a class="tl-entries__name" href="../actors/">Actors</a>' in html
    assert "Questions</a>" not in html.partition("<main")[2]


def test_where_pagefind_cannot_run_the_build_says_so_and_the_box_leads_to_the_lists(
    tmp_path: Path, no_pagefind: None
) -> None:
    built = build(write_site(tmp_path, WORLD, docs=DOCS), strict=True)
    assert built.passed, built.log
    assert built.log.count(NO_INDEX) == 1
    assert not (built.folder / "data" / "search").exists()
    html = built.text("method/index.html")
    assert 'href="../search/" aria-label="Search"' in html
    assert 'data-tl-instrument="search"' not in html
    assert "wasm-unsafe-eval" not in policy(html)


def test_where_pagefind_fails_over_the_index_the_site_is_whole_without_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> bool:
        raise SearchError(say("out of memory"))

    monkeypatch.setattr(Pagefind, "write", fails)
    built = build(write_site(tmp_path, WORLD, docs=DOCS), strict=True)
    assert built.passed
    assert f"{NO_INDEX}, and find its lists instead: out of memory" in built.log
    assert (built.folder / "method" / "index.html").is_file()


def test_a_site_with_the_search_of_material_has_no_second_box(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, WORLD, docs=DOCS, config="plugins: [search, timeline]"))
    assert built.passed, built.log
    html = built.text("method/index.html")
    assert "data-tl-instrument" not in html
    assert "data-tl-opens-search" not in html
    assert not (built.folder / "data" / "search").exists()


def test_a_site_whose_addresses_are_files_is_searched_too(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, WORLD, docs=DOCS, config="use_directory_urls: false"))
    assert {"/actors/csp.html", "/method.html"} <= fragments(built).keys()
    assert 'href="search.html" aria-label="Search"' in built.text("method.html")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Title</h1><p>One <em>wo</em>rd.</p>", "Title One word."),
        ('<h2>Part<a class="headerlink" href="#part">¶</a></h2>end', "Part end"),
        ("<script>let a = '<p>';</script><style>p { }</style>seen", "seen"),
        ("<svg><title>no</title><svg>no</svg></svg>yes", "yes"),
        ("<td>a</td><td>b &amp; c</td>", "a b & c"),
    ],
)
def test_of_a_page_what_can_be_read_is_searched(html: str, text: str) -> None:
    assert text_of(html) == text


@pytest.fixture
def no_pagefind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system for which there is no Pagefind."""

    def fails() -> Pagefind:
        raise SearchError(say("there is none here"))

    monkeypatch.setattr(plugin_search, "find_pagefind", fails)
    yield
