"""The policy of the pages of a site: what it allows, what it blocks of hand-written pages, and who hears of it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from building import Built, build
from mkdocs.exceptions import Abort
from worlds import write_site

from site_builder.plugin.blocked import find_blocked
from site_builder.publishing.policy import Policy, hash_of_script

WEB_ASSEMBLY = "'wasm-unsafe-eval'"
WORLD = "2024-07-27-ambush: {title: The ambush}\n"


def built(root: Path, page: str = "", config: str = "", **docs: str) -> Built:
    files = {"page.md": f"# Page\n\n{page}\n"} | {f"{name}.md": text for name, text in docs.items()}
    return build(write_site(root, WORLD, docs=files, config=config), strict=False)


def policy(html: str) -> dict[str, list[str]]:
    [content] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return {name: sources for name, *sources in (part.split() for part in unescape(content).split("; "))}


def blocked(site: Built) -> list[str]:
    return [line.partition(" ")[2] for line in site.log.splitlines() if "browsers will block" in line]


@pytest.mark.parametrize(
    ("text", "what", "directive"),
    [
        ('<iframe src="https://www.youtube.com/embed/x"></iframe>', "a frame from www.youtube.com", "frame-src"),
        ('<iframe src="map.html"></iframe>', "a frame from this site", "frame-src"),
        ('<object data="//o.example/x.swf"></object>', "an object from o.example", "object-src"),
        ('<p style="color: red">x</p>', "the style attribute of <p>", "style-src-attr"),
        ("Words{: style='color: red' }", "the style attribute of <p>", "style-src-attr"),
        ("<style>p { color: red }</style>", "a style element in the text", "style-src"),
        ("<script>run()</script>", "a script in the text", "script-src"),
        ('<script src="x.js"></script>', "a script from this site", "script-src"),
        ('<script src="https://cdn.example:8443/x.js"></script>', "a script from cdn.example:8443", "script-src"),
        ('<button onclick="run()">x</button>', "the attribute onclick of <button>", "script-src-attr"),
        ('<a href=" JavaScript:run()">x</a>', "the script in the href of <a>", "script-src"),
        ("![x](https://img.example/x.png)", "an image from img.example", "img-src"),
        ('<img src="x.png" srcset="x.png 1x, https://img.example/y.png 2x">', "an image from img.example", "img-src"),
        ('<video poster="http://p.example/p.jpg"></video>', "an image from p.example", "img-src"),
        ('<audio src="https://s.example/s.mp3"></audio>', "a sound from s.example", "media-src"),
        (
            '<video><source src="data:video/mp4;base64,AA"></video>',
            "a video or sound from a data: address",
            "media-src",
        ),
        ('<form action="https://f.example/send"></form>', "a form that is sent to f.example", "form-action"),
        ('<link rel="stylesheet" href="https://c.example/c.css">', "a style sheet from c.example", "style-src"),
        ('<link rel="preload" as="font" href="https://c.example/f.woff2">', "a font from c.example", "font-src"),
        ('<base href="https://b.example/">', "a base from b.example", "base-uri"),
    ],
)
def test_what_is_blocked_of_a_page_is_named_and_can_be_allowed(text: str, what: str, directive: str) -> None:
    html = re.sub(r"!\[x\]\((.*)\)", r'<img src="\1">', text)
    html = re.sub(r"Words{: style='(.*)' }", r'<p style="\1">Words</p>', html)
    [found] = find_blocked(html, Policy(), "https://own.example/")
    assert (found.what, found.directive) == (what, directive)
    assert find_blocked(html, Policy(added={directive: [found.source]}), "https://own.example/") == ()
    assert find_blocked(html, Policy(is_written=False), "https://own.example/") == ()


@pytest.mark.parametrize(
    "text",
    [
        '<img src="x.png"> <img src="data:image/png;base64,AA"> <img src="https://own.example/x.png">',
        '<video src="x.mp4"></video><audio src="/x.mp3"></audio>',
        '<script type="application/json">{}</script><script type="text/x"></script>',
        '<a href="https://elsewhere.example/">x</a><form action="?q"></form>',
        "<code>&lt;iframe src=&quot;https://x.example&quot;&gt;</code><!-- <iframe src='https://x.example'> -->",
        '<link rel="canonical" href="https://x.example/">',
    ],
)
def test_what_is_not_blocked_is_not_named(text: str) -> None:
    assert find_blocked(text, Policy(), "https://own.example/sub/") == ()


@pytest.mark.parametrize(
    ("allowed", "is_allowed"),
    [
        ("*", True),
        ("https:", True),
        ("http:", False),
        ("a.video.example", True),
        ("https://*.video.example", True),
        ("*.video.example/embed/", True),
        ("https://video.example", False),
        ("http://a.video.example", False),
        ("'self'", False),
    ],
)
def test_a_source_that_is_allowed_covers_what_it_does_in_browsers(allowed: str, is_allowed: bool) -> None:
    frame = '<iframe src="https://a.video.example/embed/1"></iframe>'
    assert (find_blocked(frame, Policy(added={"frame-src": [allowed]}), "") == ()) is is_allowed
    assert (find_blocked(frame, Policy(added={"child-src": [allowed]}), "") == ()) is is_allowed


def test_a_build_names_the_page_what_is_blocked_and_what_allows_it(tmp_path: Path) -> None:
    frame = '<iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>'
    config = "extra_javascript: ['https://cdn.example/math.js']"
    by = "by the policy that pages carry; the plugin's option"
    assert blocked(built(tmp_path / "a", f"{frame}\n{frame}", config)) == [
        f"docs/page.md: browsers will block a frame from www.youtube-nocookie.com, {by} "
        "`policy: {frame-src: [https://www.youtube-nocookie.com]}` allows it",
        f"mkdocs.yml: browsers will block a script from cdn.example, {by} "
        "`policy: {script-src: [https://cdn.example]}` allows it",
    ]
    added = "plugins: [{timeline: {policy: {frame-src: ['https://*.youtube-nocookie.com']}}}]"
    site = built(tmp_path / "b", frame, added)
    assert blocked(site) == []
    for page in ("page/index.html", "events/2024-07-27-ambush/index.html", "404.html"):
        assert policy(site.text(page))["frame-src"] == ["https://*.youtube-nocookie.com"]


def test_without_a_policy_nothing_is_blocked_and_nothing_is_said(tmp_path: Path) -> None:
    site = built(tmp_path, "<script>run()</script>", "plugins: [{timeline: {policy: false}}]")
    assert blocked(site) == []
    for page in ("page/index.html", "index.html", "events/2024-07-27-ambush/index.html", "404.html"):
        assert "Content-Security-Policy" not in site.text(page)


@pytest.mark.parametrize(
    ("option", "complaint"),
    [
        ("{frames: [https://x.example]}", "`frames` is no directive of a page's policy; write one of child-src"),
        ("{frame-ancestors: ['*']}", "`frame-ancestors` is no directive of a page's policy"),
        ("{frame-src: 'https://a.example; script-src *'}", "a source has no spaces, commas or semicolons"),
        ("{frame-src: 7}", "`frame-src`: expected a list such as [https://www.example.org]"),
        ("[frame-src]", "expected directives, each with a list"),
    ],
)
def test_an_option_that_makes_no_policy_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, option: str, complaint: str
) -> None:
    with pytest.raises(Abort):
        built(tmp_path, "", f"plugins: [{{timeline: {{policy: {option}}}}}]")
    assert complaint in caplog.text


def test_only_the_scripts_of_the_theme_and_of_plugins_may_run(tmp_path: Path) -> None:
    (tmp_path / "hooks.py").write_text(
        "def on_post_page(output, page, config):\n"
        "    return output.replace('</body>', '<script>hook()</script></body>')\n"
    )
    evil = "---\ntitle: <script>title()</script>\ndescription: '\"><script>meta()</script>'\n---\n# Page\n"
    site = built(tmp_path, "<SCRIPT\n>text()</script>", "hooks: [hooks.py]", evil=evil)
    names = ("page/index.html", "evil/index.html", "index.html", "events/2024-07-27-ambush/index.html", "404.html")
    for name in names:
        allowed = policy(site.text(name))["script-src"]
        assert allowed and all(source.startswith("'sha256-") for source in allowed if source != WEB_ASSEMBLY), name
        for code in ("text()", "title()", "meta()"):
            assert hash_of_script(code) not in allowed, (name, code)
        assert "data-timeline" not in site.text(name)
    assert hash_of_script("hook()") in policy(site.text("page/index.html"))["script-src"]
    assert ">text()</script>" in site.text("page/index.html")


def test_scripts_in_files_are_named_by_what_they_hold(tmp_path: Path) -> None:
    config = write_site(tmp_path, WORLD, docs={"page.md": "# Page\n"}, config="extra_javascript: [own.js]")
    (tmp_path / "docs" / "own.js").write_text("own()\n", encoding="utf-8")
    site = build(config)
    for name in ("page/index.html", "events/2024-07-27-ambush/index.html", "404.html"):
        html = site.text(name)
        scripts = dict(re.findall(r'<script[^>]*\ssrc="[^"]*?(own\.js|assets/[^"]*)" integrity="([^"]*)"', html))
        assert len(scripts) == 3, name
        for file, integrity in scripts.items():
            assert f"'{integrity}'" == hash_of_script((site.folder / file).read_bytes())
            assert f"'{integrity}'" in policy(html)["script-src"]


def test_tables_keep_their_alignment(tmp_path: Path) -> None:
    table = "| a | b | c |\n| :-- | :-: | --: |\n| 1 | 2 {: .x } | 3 |\n"
    site = built(tmp_path, table, "markdown_extensions: [tables, attr_list]")
    page = site.text("page/index.html")
    assert blocked(site) == []
    assert "text-align" not in page
    assert re.findall(r'<td[^>]*align="(\w+)"', page) == ["left", "center", "right"]
    assert re.findall(r'<th[^>]*align="(\w+)"', page) == ["left", "center", "right"]


def test_a_page_in_html_is_reported_to_have_no_policy(tmp_path: Path) -> None:
    settings = write_site(tmp_path, WORLD, docs={"map.html": "<p>A map"})
    assert "INFO: docs/map.html is published as it is, without the policy of other pages" in build(settings).log


@pytest.mark.parametrize(
    ("config", "needed"),
    [
        ("", {"connect-src"}),
        ("plugins: [search, timeline]", {"connect-src", "worker-src"}),
        ("theme: {name: material, font: false, features: [navigation.instant]}", {"connect-src"}),
        ("extra: {generator: false, version: {provider: mike}}", {"connect-src"}),
    ],
)
def test_what_scripts_may_fetch_is_what_the_site_needs(tmp_path: Path, config: str, needed: set[str]) -> None:
    site = built(tmp_path, "", config)
    for page in ("page/index.html", "events/2024-07-27-ambush/index.html"):
        assert policy(site.text(page)).keys() & {"connect-src", "worker-src", "manifest-src"} == needed
        assert site.text(page).count('<meta name="referrer" content="no-referrer">') == 1


def test_tiles_of_the_profile_are_allowed_as_images_where_a_script_draws(tmp_path: Path) -> None:
    world = """
    2024-07-27-ambush: {places: [{place: town, role: site}]}
    places/town: {name: Town, lat: 1.0, lon: 1.0, precision: exact, sources: [s]}
    chronicle: {map: {tiles: {url: "https://t.example/{z}/{x}/{y}.png", attribution: "© <T>"}}}
    """
    site = build(write_site(tmp_path, world), strict=False)
    page = (site.folder / "map/index.html").read_text(encoding="utf-8")
    assert policy(page)["img-src"] == ["'self'", "data:", "https://t.example"]
    assert 'data-tl-tiles="https://t.example/{z}/{x}/{y}.png"' in page
    assert "© &lt;T&gt;" in page
