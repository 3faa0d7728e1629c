"""`mkdocs build` of small sites."""

import gzip
import json
import re
from pathlib import Path

import pytest
from building import Built, build, tree
from site_links import broken_links
from worlds import write_record, write_site

AMBUSH = "2024-07-27-ambush"
WORLD = """
2024-07-27-ambush:
  title: Ambush
  threads: [tin]
  places: [{place: kidal}]
  actors: [{actor: csp, role: attacker}]
  links: [{type: part-of, event: 2024-07-25-battle}]
  claims:
    - {id: csp-alone, by: csp, date: 2024-08-01, topic: participation, question: who, says: "It was alone [@s].",
       former_ids: [alone]}
    - {id: jnim-too, unnamed: a security source, denies: csp-alone, question: who}
  former_ids: [2024-07-27-old-name]
  body: "[[2024-07-25-battle]] and CSP-DPA, near Kidal [@s]."
2024-07-25-battle: {title: Battle, date: 2024-07-25/2024-07-27, threads: [tin]}
2023-talks: {title: Talks, date: 2023}
actors/csp: {name: CSP-DPA, former_ids: [csp-psd]}
places/kidal: {name: Kidal, country: ML}
threads/tin: {title: Tin, summary: The battle.}
questions/who: {title: Who was it, summary: It is disputed.}
removed: {actors: [{id: fisherman, date: 2026-11-28, reason: request}]}
sources/s: {publisher: AFP, title: A title, url: "https://afp.example/1"}
"""
CONTRIBUTING = {"contributing.md": "# Contributing\n\n## Report an error\n", "method.md": "# Method\n\n## Words\n"}
ALL_PAGES = {
    "",
    "contributing/",
    "corrections/",
    "data/",
    "method/",
    "timeline/",
    "events/2024-07-27-ambush/",
    "events/2024-07-25-battle/",
    "events/2023-talks/",
    "actors/",
    "actors/csp/",
    "places/",
    "places/kidal/",
    "search/",
    "sources/",
    "sources/s/",
    "threads/",
    "threads/tin/",
    "questions/",
    "questions/who/",
}


def site(root: Path, config: str = "", **docs: str) -> Path:
    return write_site(
        root, WORLD, docs=CONTRIBUTING | {f"{name}.md": text for name, text in docs.items()}, config=config
    )


def locations(built: Built) -> list[str]:
    return [
        line.split("<loc>")[1].split("</loc>")[0] for line in built.text("sitemap.xml").splitlines() if "<loc>" in line
    ]


def test_links_from_docs_to_records_their_claims_and_lists_are_resolved(tmp_path: Path) -> None:
    text = (
        f"[the ambush](events/{AMBUSH}.md), [the claim](events/{AMBUSH}.md#csp-alone), [Wagner](actors/csp.md),\n"
        "[actors](actors/index.md), [2024](timeline/2024.md), [July](timeline/2024.md#month-2024-07)\n"
    )
    built = build(site(tmp_path, page=text))
    assert built.passed, built.log
    page = built.text("page/index.html")
    for href in (f"../events/{AMBUSH}/", f"../events/{AMBUSH}/#csp-alone", "../actors/csp/", "../timeline/2024/"):
        assert f'<a href="{href}">' in page
    assert broken_links(built.folder) == []


def test_links_from_docs_to_what_is_not_there_fail_a_strict_build(tmp_path: Path) -> None:
    complaints = {
        "events/2024-07-27-nothing.md": "the target is not found among documentation files",
        "actors/nobody.md": "the target is not found among documentation files",
        f"events/{AMBUSH}.md#no-such-claim": "does not contain an anchor '#no-such-claim'",
        "timeline/2024.md#month-2024-01": "does not contain an anchor '#month-2024-01'",
    }
    built = build(site(tmp_path, page="\n".join(f"[somewhere]({link})" for link in complaints)))
    assert not built.passed
    for link, complaint in complaints.items():
        assert any(link in line and complaint in line for line in built.log.splitlines()), link
    assert "ABORTED: Aborted with 4 warnings" in built.log


def test_anchors_of_lists_in_the_navigation_are_checked_too(tmp_path: Path) -> None:
    navigation = "nav: [{Home: index.md}, {Actors: actors/index.md}, contributing.md, method.md, page.md]"
    assert not build(site(tmp_path, navigation, page="[a](actors/index.md#nowhere)")).passed


@pytest.mark.parametrize(
    ("config", "file"),
    [("", "index.html"), ("use_directory_urls: false", ""), ("site_url: https://example.org/below/", "index.html")],
)
def test_the_data_of_the_events_leads_to_their_pages(tmp_path: Path, config: str, file: str) -> None:
    built = build(site(tmp_path, config))
    events = json.loads(built.text("data/timeline/events.json"))
    names = [name for name, _ in events["parts"]]
    parts = [json.loads(built.text(f"data/timeline/parts/{name}.json")) for name in names]
    ids = [event["id"] for part in parts for event in part["events"]]
    assert len(ids) == events["count"]
    assert all((built.folder / (events["page"].replace("{id}", event) + file)).is_file() for event in ids)


@pytest.mark.parametrize(
    ("config", "root"),
    [
        ("", "/"),
        ("site_url: https://example.org/", "https://example.org/"),
        ("site_url: https://example.org/sub", "https://example.org/sub/"),
    ],
)
def test_the_sitemap_holds_every_page_once(tmp_path: Path, config: str, root: str) -> None:
    built = build(site(tmp_path, config))
    assert sorted(locations(built)) == sorted(root + page for page in ALL_PAGES)


def test_pages_below_a_sub_path_know_their_address_and_link_within_it(tmp_path: Path) -> None:
    built = build(site(tmp_path, "site_url: https://example.org/sub/"))
    page = built.text(f"events/{AMBUSH}/index.html")
    assert f'<link rel="canonical" href="https://example.org/sub/events/{AMBUSH}/">' in page
    assert f'<meta property="og:url" content="https://example.org/sub/events/{AMBUSH}/">' in page
    assert 'href="/events' not in page
    assert broken_links(built.folder) == []


def test_without_an_address_of_its_own_a_page_claims_none(tmp_path: Path) -> None:
    page = build(site(tmp_path)).text(f"events/{AMBUSH}/index.html")
    assert "canonical" not in page
    assert "og:url" not in page


def test_without_directory_urls_every_page_is_a_file_and_every_link_leads_to_one(tmp_path: Path) -> None:
    text = f"[the claim](events/{AMBUSH}.md#csp-alone) and [actors](actors/index.md)"
    built = build(site(tmp_path, "use_directory_urls: false", page=text))
    assert built.passed, built.log
    assert (built.folder / "events" / f"{AMBUSH}.html").is_file()
    assert (built.folder / "actors" / "index.html").is_file()
    assert (built.folder / "timeline" / "2024.html").is_file()
    assert f'href="events/{AMBUSH}.html#csp-alone"' in built.text("page.html")
    assert 'url=../events/2024-07-27-ambush.html"' in built.text("events/2024-07-27-old-name.html")
    assert broken_links(built.folder) == []
    expected = {f"/{page.rstrip('/')}.html" for page in ALL_PAGES if page.count("/") == 2} | {
        f"/{page}index.html" if page else "/index.html" for page in ALL_PAGES if page.count("/") < 2
    }
    alone = {f"/{name}/index.html": f"/{name}.html" for name in ("contributing", "method", "search")}
    assert set(locations(built)) == {alone.get(location, location) for location in expected} | {"/page.html"}


def test_former_ids_lead_to_the_record(tmp_path: Path) -> None:
    built = build(site(tmp_path, "site_url: https://example.org/"))
    assert f'content="0; url=../../events/{AMBUSH}/"' in built.text("events/2024-07-27-old-name/index.html")
    assert f'href="https://example.org/events/{AMBUSH}/"' in built.text("events/2024-07-27-old-name/index.html")
    assert 'content="0; url=../../actors/csp/"' in built.text("actors/csp-psd/index.html")


def test_links_in_docs_to_a_former_id_of_a_claim_are_good(tmp_path: Path) -> None:
    links = "[One](events/2024-07-27-ambush.md#alone) [Two](questions/who.md#2024-07-27-ambush-alone)"
    built = build(site(tmp_path, page=f"{links} [Three](events/2024-07-27-ambush.md#nobody)"), strict=False)
    assert "#nobody" in built.log
    assert "alone'" not in built.log


def test_two_builds_are_the_same_bytes_on_whatever_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = site(tmp_path, "site_url: https://example.org/")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    first = tree(build(config, tmp_path / "first").folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    second = tree(build(config, tmp_path / "second").folder)
    assert [file for file in first if first[file] != second.get(file)] == []
    assert first.keys() == second.keys()


def test_the_packed_sitemap_names_no_day_no_file_and_no_system(tmp_path: Path) -> None:
    """What `gzip.compress` writes differs between versions of Python in the byte of the system."""
    packed = (build(site(tmp_path, "site_url: https://example.org/")).folder / "sitemap.xml.gz").read_bytes()
    flags, day, system = packed[3], packed[4:8], packed[9]
    assert (flags, day, system) == (0, bytes(4), 255)
    assert gzip.decompress(packed) == (tmp_path / "site" / "sitemap.xml").read_bytes()


def test_every_problem_of_every_record_stops_the_build_and_the_old_site_stays(tmp_path: Path) -> None:
    config = site(tmp_path)
    before = tree(build(config).folder)
    write_record(tmp_path / "events" / "2024-07-27-bad.yml", {"title": "Bad", "date": "2024-07-32", "kind": "picnic"})
    write_record(tmp_path / "events" / "actors" / "bad.yml", {"name": "Bad", "type": "armed-grup"})
    built = build(config, strict=False)
    assert not built.passed
    [error] = built.log.split("ERROR: ")[1:]
    assert error.startswith("timeline: ")
    for place in ("events/2024-07-27-bad.yml:2:", "events/2024-07-27-bad.yml:3:", "events/actors/bad.yml:2:7: error"):
        assert place in error
    assert "did you mean `armed-group`?" in error
    assert tree(built.folder) == before


def test_a_folder_of_records_that_is_not_there_is_named(tmp_path: Path) -> None:
    config = site(tmp_path, "plugins: [{timeline: {events: chronicle}}]")
    built = build(config)
    assert not built.passed
    assert "there is no folder chronicle (option `events`)" in built.log


def test_warnings_are_reported_and_do_not_fail_a_strict_build(tmp_path: Path) -> None:
    config = site(tmp_path)
    write_record(
        tmp_path / "events" / "sources" / "wiki.yml", {"publisher": "Wiki", "kind": "compilation", "consulted": "full"}
    )
    claim = {"id": "c", "by": "csp", "topic": "other", "says": "Words.", "sources": ["wiki"]}
    event = {
        "title": "T",
        "date": "2024-07-28",
        "kind": "battle",
        "summary": "S.",
        "sources": ["wiki"],
        "added": "2026-11-22",
    }
    write_record(tmp_path / "events" / "2024-07-28-x.yml", event | {"claims": [claim]})
    built = build(config)
    assert built.passed
    assert "INFO: events/2024-07-28-x.yml:" in built.log
    assert "warning TL071" in built.log


def test_records_may_stand_in_another_folder(tmp_path: Path) -> None:
    config = site(tmp_path, "plugins: [{timeline: {events: data/chronicle}}]")
    (tmp_path / "data").mkdir()
    (tmp_path / "events").rename(tmp_path / "data" / "chronicle")
    built = build(config)
    assert built.passed, built.log
    assert (built.folder / "events" / AMBUSH / "index.html").is_file()


def test_readers_report_errors_where_the_site_says(tmp_path: Path) -> None:
    config = site(tmp_path, 'plugins: [{timeline: {report_url: "https://example.org/new?file={file}&id={id}"}}]')
    page = build(config).text(f"events/{AMBUSH}/index.html")
    assert f'href="https://example.org/new?file={AMBUSH}.yml&amp;id={AMBUSH}"' in page


def test_an_event_to_start_with_that_is_not_there_fails_a_strict_build(tmp_path: Path) -> None:
    home = "---\ntemplate: home.html\nstart: [2024-07-27-ambush, 2024-07-27-gone]\n---\n# Home\n"
    built = build(site(tmp_path, index=home))
    assert not built.passed
    assert "WARNING: index.md: `start` names the event '2024-07-27-gone', and there is none" in built.log


@pytest.mark.parametrize(
    ("front", "text", "heading"),
    [
        ("", "Words.", "A small chronicle"),
        ("title: Floods & fires", "Words.", "Floods &amp; fires"),
        ("", "# Mine", "Mine"),
    ],
)
def test_a_home_page_has_one_heading(tmp_path: Path, front: str, text: str, heading: str) -> None:
    built = build(site(tmp_path, index=f"---\ntemplate: home.html\n{front}\n---\n{text}\n"))
    assert re.findall(r"<h1[^>]*>([^<]*)", built.text("index.html")) == [heading]


def test_one_event_to_start_with_needs_no_list(tmp_path: Path) -> None:
    built = build(site(tmp_path, index=f"---\ntemplate: home.html\nstart: {AMBUSH}\n---\n# Home\n"))
    assert built.passed, built.log
    assert f'href="events/{AMBUSH}/"' in built.text("index.html")


def test_a_navigation_entry_without_a_title_has_that_of_its_page(tmp_path: Path) -> None:
    built = build(
        site(tmp_path, "nav: [{Home: index.md}, timeline/index.md, actors/index.md, contributing.md, method.md]")
    )
    assert built.passed, built.log
    navigation = built.text("index.html").split('<nav class="md-nav')[1]
    assert "Timeline" in navigation
    assert "Actors" in navigation
    assert "None" not in navigation


def test_the_entry_that_the_reader_is_in_is_marked_on_the_pages_below_it(tmp_path: Path) -> None:
    navigation = (
        "nav: [{Home: index.md}, {When: timeline/index.md}, {Who: actors/index.md}, contributing.md, method.md]"
    )
    built = build(site(tmp_path, navigation))
    active = re.compile(r'md-nav__item--active">.*?md-ellipsis">\s*(\w+)', re.DOTALL)
    assert active.findall(built.text(f"events/{AMBUSH}/index.html")) == ["When"]
    assert active.findall(built.text("actors/csp/index.html")) == ["Who"]
    assert active.findall(built.text("places/kidal/index.html")) == []


def entries(html: str) -> list[tuple[str, str]]:
    """Names and addresses of the navigation, in order."""
    navigation = html.partition('<nav class="md-nav')[2].partition('class="md-content"')[0]
    found = re.findall(r'<a href="([^"]*)" class="md-nav__link.*?md-ellipsis">\s*(.*?)\s*<', navigation, re.DOTALL)
    return [(name, href) for href, name in found]


def test_a_site_without_a_navigation_leads_to_the_timeline_and_to_every_full_list(tmp_path: Path) -> None:
    built = build(site(tmp_path, about="# About us", zebra="# Zebras"))
    assert built.passed, built.log
    assert entries(built.text("about/index.html"))[:6] == [
        ("Home", ".."),
        ("Timeline", "../timeline/"),
        ("Threads", "../threads/"),
        ("Questions", "../questions/"),
        ("Actors", "../actors/"),
        ("Places", "../places/"),
    ]
    names = [name for name, _ in entries(built.text(f"events/{AMBUSH}/index.html"))]
    assert names == [
        *("Home", "Timeline", "Threads", "Questions", "Actors", "Places", "Sources"),
        *("About us", "Contributing", "Method", "Zebras"),
    ]
    assert broken_links(built.folder) == []


def test_a_list_without_records_is_not_in_a_navigation_that_the_site_does_not_give(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, "2024-07-27-x: {}", docs=CONTRIBUTING | {"more/page.md": "# More of it"}))
    assert built.passed, built.log
    names = [name for name, _ in entries(built.text("method/index.html"))]
    assert [name for name in names if name not in ("Words", "More")] == [
        *("Home", "Timeline", "Sources", "Contributing", "Method", "More of it")
    ]


def test_a_list_without_records_says_so(tmp_path: Path) -> None:
    built = build(write_site(tmp_path, "2024-07-27-x: {}", docs=CONTRIBUTING))
    assert "No questions yet" in built.text("questions/index.html")
    assert "yet" not in built.text("sources/index.html")


def test_a_navigation_that_the_site_gives_stays_as_it_is(tmp_path: Path) -> None:
    built = build(site(tmp_path, "nav: [{Start: index.md}, contributing.md, method.md]"))
    assert [name for name, _ in entries(built.text("actors/index.html"))] == ["Start", "Contributing", "Method"]


def test_pages_of_a_navigation_that_the_site_does_not_give_follow_one_another(tmp_path: Path) -> None:
    theme = "theme: {name: material, features: [navigation.footer]}"
    built = build(site(tmp_path, theme))
    assert 'class="md-footer__link md-footer__link--next" aria-label="Next: Timeline"' in built.text("index.html")
    page = built.text("contributing/index.html")
    assert 'aria-label="Previous: Sources"' in page
    assert 'aria-label="Next: Method"' in page


def test_an_empty_chronicle_has_its_lists(tmp_path: Path) -> None:
    config = write_site(tmp_path, "{}", docs=CONTRIBUTING)
    (tmp_path / "events" / "sources" / "s.yml").unlink()
    built = build(config)
    assert built.passed, built.log
    assert "No events yet" in built.text("timeline/index.html")
    assert broken_links(built.folder) == []


@pytest.mark.parametrize(
    "world",
    [
        "{}",
        "2024-07-27-x: {}",
        "threads/t: {title: T, summary: S.}",
        "questions/q: {title: Q, summary: S.}",
        "actors/a: {name: A}",
        "places/p: {name: P}",
    ],
)
def test_no_heading_stands_over_nothing(tmp_path: Path, world: str) -> None:
    built = build(write_site(tmp_path, world, docs=CONTRIBUTING))
    assert built.passed, built.log
    for page in built.pages:
        for section in re.findall(r"<section.*?</section>", page.read_text(encoding="utf-8"), re.DOTALL):
            below = section.rpartition("</h2>")[2]
            assert re.sub(r"<[^>]*>", "", below).strip(), (page, section)
    assert "()." not in built.text("index.html")


def test_a_site_in_another_language_says_dates_in_it(tmp_path: Path) -> None:
    built = build(site(tmp_path, "theme: {name: material, font: false, language: fr}"))
    assert "27 juillet 2024" in built.text(f"events/{AMBUSH}/index.html")


def test_definitions_of_the_words_stand_where_docs_ask_for_them(tmp_path: Path) -> None:
    built = build(site(tmp_path, page="# Words\n\n<!-- timeline: words -->\n"))
    assert "A surprise attack on a force that was moving or resting." in built.text("page/index.html")
