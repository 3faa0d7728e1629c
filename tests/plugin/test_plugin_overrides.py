"""A site with templates of its own, written as Material documents them: its blocks and our content both appear."""

import re
from pathlib import Path

import pytest
from building import Built, build
from mkdocs.utils import get_theme_dir
from site_links import broken_links
from worlds import write_site

WORLD = """
2024-07-27-ambush:
  title: "Ambush & <b>more"
  threads: [tin]
  claims: [{id: one, by: csp, topic: other, question: who}]
2023-talks: {title: Talks, date: 2023}
actors/csp: {name: CSP-DPA}
places/kidal: {name: Kidal}
threads/tin: {title: Tin, summary: The battle.}
questions/who: {title: Who was it, summary: It is disputed.}
"""
DOCS = {
    "contributing.md": "# Contributing\n\n## Report an error\n",
    "method.md": "# Method\n\n## Words\n\nWritten by hand.\n",
}
PAGES = {
    "events/2024-07-27-ambush": "<h1>Ambush &amp; &lt;b&gt;more</h1>",
    "events/2023-talks": "<h1>Talks</h1>",
    "actors/csp": "<h1>CSP-DPA</h1>",
    "places/kidal": "<h1>Kidal</h1>",
    "threads/tin": "<h1>Tin</h1>",
    "questions/who": "<h1>Who was it</h1>",
    "sources/s": '<h1 dir="auto">s</h1>',
    "timeline": "<h1>Timeline</h1>",
    "actors": "<h1>Actors</h1>",
}
"""One of each kind, and its heading."""
BLOCKS = (
    "announce",
    "config",
    "container",
    "content",
    "extrahead",
    "fonts",
    "footer",
    "header",
    "hero",
    "libs",
    "scripts",
    "site_nav",
    "styles",
    "tabs",
)
"""What Material lets a site override, but for `site_meta` and `htmltitle`, which say what the page is."""


def overridden(root: Path, config: str = "", **templates: str) -> Built:
    """A strict build of a site with templates of its own in `overrides`."""
    file = write_site(
        root,
        WORLD,
        docs=DOCS,
        config=f"theme: {{name: material, font: false, custom_dir: overrides, features: [navigation.tabs]}}\n{config}",
    )
    for name, text in templates.items():
        template = root / "overrides" / f"{name.replace('__', '/')}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(text, encoding="utf-8")
    return build(file)


def main_with(*blocks: str, above: bool = True) -> str:
    """A `main.html` that puts a mark into blocks, and what was in them after it."""
    inside = "{{ super() }}" if above else ""
    marks = "\n".join(f"{{% block {name} %}}<!-- mark {name} -->{inside}{{% endblock %}}" for name in blocks)
    return '{% extends "base.html" %}\n' + marks


def page(built: Built, address: str) -> str:
    return built.text(f"{address}/index.html")


def marks(html: str) -> list[str]:
    return sorted(re.findall("<!-- mark (\\w+) -->", html))


def assert_our_pages_are_whole(built: Built) -> None:
    assert built.passed, built.log
    for address, heading in PAGES.items():
        html = page(built, address)
        assert html.count(heading) == 1, address
        assert len(re.findall("<title>", html)) == len(re.findall('<meta charset="utf-8">', html)) == 1, address
        assert html.count('class="tl-fades"') == 1, address


def test_what_a_site_adds_to_any_block_appears_on_every_page_with_our_content(tmp_path: Path) -> None:
    built = overridden(tmp_path, main=main_with(*BLOCKS))
    assert_our_pages_are_whole(built)
    for address in (*PAGES, "method", "."):
        assert set(marks(page(built, address))) == set(BLOCKS), address
        assert marks(page(built, address)).count("content") == 1
    assert "Written by hand." in page(built, "method")
    assert "attributed claim" in page(built, ".")
    assert broken_links(built.folder) == []


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_that_a_site_replaces_costs_no_page_its_content(tmp_path: Path, block: str) -> None:
    built = overridden(tmp_path, main=main_with(block, above=False))
    assert_our_pages_are_whole(built)
    assert "attributed claim" in page(built, ".")
    expected = [] if block in ("content", "container") else [block]
    assert {address for address in PAGES if sorted(set(marks(page(built, address)))) != expected} == set()
    assert marks(page(built, "method")) != []


def test_a_site_replaces_the_content_of_hand_written_pages_only(tmp_path: Path) -> None:
    main = '{% extends "base.html" %}{% block content %}<div class="mine">{{ page.content }}</div>{% endblock %}'
    built = overridden(tmp_path, main=main)
    assert_our_pages_are_whole(built)
    assert re.search(r'<div class="mine"><h1[^>]*>Method', page(built, "method"))
    assert re.search(r'<div class="mine"><h1[^>]*>Home', page(built, "."))
    assert 'class="mine"' not in page(built, "actors/csp")


def test_what_a_site_writes_about_a_page_is_about_that_page(tmp_path: Path) -> None:
    head = (
        '<meta name="mine" content="{{ page.title | striptags }} at {{ page.canonical_url }}">'
        '<link rel="mine" href="{{ page.url | url }}"><i data-url="{{ page.url }}"></i>'
    )
    main = '{% extends "base.html" %}{% block extrahead %}' + head + "{% endblock %}"
    built = overridden(tmp_path, "site_url: https://example.org/sub/", main=main)
    assert_our_pages_are_whole(built)
    for address, heading in PAGES.items():
        title = re.sub("<[^>]*>", "", heading)
        html = page(built, address)
        assert f'<meta name="mine" content="{title} at https://example.org/sub/{address}/">' in html
        assert f'<link rel="mine" href="./"><i data-url="{address}/"></i>' in html


def test_a_sites_templates_may_ask_of_our_pages_what_they_ask_of_others(tmp_path: Path) -> None:
    asked = (
        "{{ page.abs_url }} {{ page.file.src_path }}{{ page.file.src_uri }} {{ page.toc | length }}"
        "{% if page.meta.date or page.is_section or page.edit_url or page.next_page %}wrong{% endif %}"
        "{{ page.markdown.split() | length }}{{ page.content | striptags | length }}"
    )
    main = '{% extends "base.html" %}{% block footer %}{% if page %}[' + asked + "]{% endif %}{% endblock %}"
    built = overridden(tmp_path, "site_url: https://example.org/sub/", main=main)
    assert_our_pages_are_whole(built)
    uri = "actors/csp.md"
    assert f"[/sub/actors/csp/ {uri}{uri} 100]" in page(built, "actors/csp")
    assert "[/sub/actors/ actors/index.mdactors/index.md 100]" in page(built, "actors")


def test_a_title_stays_text_whatever_a_site_does_to_it(tmp_path: Path) -> None:
    main = (
        '{% extends "base.html" %}{% block htmltitle %}<title>{{ page.title | striptags }}</title>{% endblock %}'
        "{% block site_meta %}{{ super() }}<title>{{ page.title | striptags | safe }}</title>{% endblock %}"
        "{% block announce %}<p>{{ page.title | striptags | safe }}</p>{% endblock %}"
    )
    built = overridden(tmp_path, main=main)
    assert_our_pages_are_whole(built)
    html = page(built, "events/2024-07-27-ambush")
    assert "<p>Ambush &amp; &lt;b&gt;more</p>" in html
    assert "<title>Ambush &amp; &lt;b&gt;more - A small chronicle</title>" in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("partials__footer", "<footer>Mine</footer>"),
        ("partials__header", "<header>Mine</header>"),
        ("partials__logo", "<svg data-mine></svg>"),
        ("partials__nav", "<nav>Mine</nav>"),
        ("partials__copyright", "<p>Mine</p>"),
    ],
)
def test_partials_of_a_site_take_the_place_of_the_themes(tmp_path: Path, name: str, mark: str) -> None:
    built = overridden(tmp_path, **{name: mark})
    assert_our_pages_are_whole(built)
    assert [address for address in (*PAGES, "method", ".") if mark not in page(built, address)] == []


def test_a_copy_of_materials_base_with_changes_costs_no_page_its_content(tmp_path: Path) -> None:
    base = (Path(get_theme_dir("material")) / "base.html").read_text(encoding="utf-8")
    built = overridden(tmp_path, base=base.replace("</body>", "<!-- mark base --></body>"))
    assert_our_pages_are_whole(built)
    assert [address for address in (*PAGES, "method", ".") if marks(page(built, address)) != ["base"]] == []
    assert "attributed claim" in page(built, ".")


def test_a_site_has_its_own_home_and_page_for_wrong_addresses(tmp_path: Path) -> None:
    home = (
        '{% extends "main.html" %}{% block content %}<h2>Mine</h2>{{ page.content }}{{ timeline_home }}{% endblock %}'
    )
    missing = '{% extends "main.html" %}{% block content %}<h1>Gone fishing</h1>{% endblock %}'
    built = overridden(tmp_path, main=main_with("announce"), home=home, **{"404": missing})
    assert_our_pages_are_whole(built)
    assert "<h2>Mine</h2>" in page(built, ".")
    assert page(built, ".").count("attributed claim") == 1
    assert "Gone fishing" in built.text("404.html")
    assert marks(built.text("404.html"))


def test_our_home_and_page_for_wrong_addresses_stand_in_a_sites_own_main(tmp_path: Path) -> None:
    built = overridden(tmp_path, main=main_with("announce", "footer"))
    for file in ("index.html", "404.html"):
        assert set(marks(built.text(file))) == {"announce", "footer"}
    assert "There is no page at this address" in built.text("404.html")
    assert re.search(r'<div class="tl-lede">\s*<h1', built.text("index.html"))


@pytest.mark.parametrize(
    ("main", "complaint"),
    [
        ("<html><body>{{ page.title }}</body></html>", "leave out the head of this page"),
        ("<html>{% block site_meta %}{% endblock %}</html>", "leave out the content of this page"),
        ('{% extends "base.html" %}{% block footer %}{{ page.title | upper }}{% endblock %}', "such as `upper`"),
        ('{% extends "base.html" %}\n{% block footer %}{{ page.no.such }}{% endblock %}', "main.html, line 2: "),
        ('{% extends "base.html" %}\n{% block footer %}{% if %}{% endblock %}', "main.html, line 2: "),
    ],
)
def test_templates_that_would_spoil_our_pages_stop_the_build(tmp_path: Path, main: str, complaint: str) -> None:
    built = overridden(tmp_path, main=main)
    assert not built.passed
    [error] = built.log.split("ERROR: ")[1:]
    assert error.startswith("timeline: the page ")
    assert complaint in error
    assert not (built.folder / "events").exists()
