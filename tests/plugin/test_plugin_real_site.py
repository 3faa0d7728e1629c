"""The site of the real records, built as `mkdocs build --strict` builds it."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from building import Built
from markupsafe import Markup, escape
from site_links import broken_links

from site_builder.formats.news import tag_of
from site_builder.pages import Here, Page, Site, pages_of
from site_builder.publishing import Publisher, find_bundles, theme_folder
from site_builder.records import Kind

WEB_ASSEMBLY = "'wasm-unsafe-eval'"
BUNDLES = find_bundles([theme_folder()])
INSTRUMENTS = {f"'{bundle.integrity}'" for name, bundle in BUNDLES.items() if name not in ("start", "search", "since")}
"""What pages other than home may load."""
"""What the script of the search may compile."""


class Scripts(HTMLParser):
    """The scripts in a page that run from the page itself, as a browser's parser finds them, and its policies."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.policies: list[str] = []
        self.handlers: list[str] = []
        self._inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.handlers += [name for name in given if name.startswith("on")]
        self._inside = tag == "script" and "src" not in given and "json" not in given.get("type", "")
        if self._inside:
            self.scripts.append("")
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data


def publisher_of(built: Built) -> Publisher:
    assert built.publication is not None
    return built.publication.publisher


def site_of(built: Built) -> Site:
    return publisher_of(built).renderer.site


def whole_render(publisher: Publisher, page: Page) -> str:
    """A page rendered by the theme without its shell."""
    return publisher.render_theme(page, publisher.renderer.parts(page))


def test_it_is_built_without_a_warning_to_which_strict_would_object(real_site: Built) -> None:
    assert "WARNING:" not in real_site.log
    assert f"{len(list(pages_of(site_of(real_site))))} pages of the chronicle written" in real_site.log


def test_it_has_a_page_for_every_record_and_the_record_beside_it(real_site: Built) -> None:
    chronicle = site_of(real_site).chronicle
    for kind in Kind:
        for record in chronicle.records(kind).values():
            assert (real_site.folder / kind.plural / record.id / "index.html").is_file()
            published = real_site.folder / "records" / record.file
            assert published.read_bytes() == (chronicle.folder / record.file).read_bytes()


def test_every_page_filled_into_its_shell_is_the_page_rendered_whole(real_site: Built) -> None:
    publisher = publisher_of(real_site)
    differing = [
        page
        for page in pages_of(site_of(real_site))
        if real_site.text(site_of(real_site).addresses.file(page.address)) != whole_render(publisher, page)
    ]
    assert differing == []


@pytest.mark.parametrize(
    "title", ["& < > \" ' &amp;", "</title><script>alert(1)</script>", 'كمين قرب "تين زاوتين" & <b>']
)
def test_a_shell_takes_any_title_as_the_whole_render_does(real_site: Built, title: str) -> None:
    """For one page of every kind: the header holds the title as text, and nothing unescapes it."""
    publisher = publisher_of(real_site)
    one_of_each = {page.kind: page for page in pages_of(site_of(real_site))}
    assert len(one_of_each) >= 12
    for page in one_of_each.values():
        parts = replace(
            publisher.renderer.parts(page), title=escape(title), head=Markup("<title>{}</title>").format(title)
        )
        filled = publisher.shell(page, has_instrument=parts.has_instrument).fill(parts)
        assert filled == publisher.render_theme(page, parts)
        assert filled.count(str(escape(title))) == 2
        assert "<script>alert" not in filled
        assert "<b>" not in filled.split("<article")[0]


def test_no_link_leads_nowhere(real_site: Built) -> None:
    assert broken_links(real_site.folder) == []


def test_every_page_allows_the_scripts_it_holds_by_their_hashes_and_no_other_inline(real_site: Built) -> None:
    for page in real_site.pages:
        html = page.read_text(encoding="utf-8")
        found = Scripts(html)
        [policy] = found.policies
        allowed = re.search(r"script-src ([^;]*)", policy)
        held = {f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in found.scripts}
        in_files = {f"'{integrity}'" for integrity in re.findall(r'[ -]integrity="([^"]*)"', html)}
        search = {WEB_ASSEMBLY} if "data-tl-pagefind" in html else set()
        # A shell is made for all pages of a kind, before it is known which instruments are on one.
        instruments = INSTRUMENTS if " data-tl-start" in html else set()
        assert allowed is not None and set(allowed[1].split()) == held | in_files | search | instruments, page
        assert "unsafe" not in policy.replace(WEB_ASSEMBLY, ""), page
        assert policy.startswith("default-src 'none'"), page
        assert found.handlers == [], page


def name_of(site: Site, page: Page) -> str:
    """What a page is called for ever."""
    return site.canonical(page.address) or tag_of(Here(site, page.address), page.address)


def test_pages_that_are_cited_say_so_in_their_heads_and_no_others_do(real_site: Built) -> None:
    site = site_of(real_site)
    for page in pages_of(site):
        head, _, body = real_site.text(site.addresses.file(page.address)).partition("</head>")
        is_cited = page.kind in ("event", "thread", "question")
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
        assert len(found) == head.count('<meta name="citation_title"') == body.count("tl-cite") / 3 == is_cited, page
        assert [json.loads(one)["@id"] for one in found] == [name_of(site, page)] * is_cited


def test_a_site_without_an_address_is_told_once_what_names_none(real_site: Built) -> None:
    assert real_site.log.count("`site_url` is not set") == (not site_of(real_site).url)


def test_the_not_found_page_home_and_redirects_have_a_policy_too(real_site: Built) -> None:
    for page in ("404.html", "index.html", "events/index.html"):
        assert Scripts(real_site.text(page)).policies
