"""How pages are cited, as the programs for references that others wrote read it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]
import worlds
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import (  # type: ignore[import-untyped]
    Citation as CitedInText,
)
from citeproc import (
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from site_builder.chronicle import Chronicle
from site_builder.formats import exported_files, view_citing
from site_builder.formats.bibtex import as_bibtex
from site_builder.formats.citation import Citation
from site_builder.formats.citing import FORMATS, Citing
from site_builder.formats.csl import as_csl
from site_builder.formats.ris import as_ris
from site_builder.pages import DATA, Here, Page
from site_builder.publishing import Renderer, make_templates, theme_folder

GOLDEN = Path(__file__).parents[1] / "golden" / "citations"
URL = "https://example.org/sub/"
SCHEMA = Namespace("http://schema.org/")
AMBUSH = Page("event", "2024-07-27-ambush")
WORLD = r"""
chronicle: {licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}}
2024-07-27-ambush:
  title: '{Ambush} of 50 % & \more "$x_1^2$" -- #3 </script><!--~'
  summary: "They fought at [the town](https://example.org/town). </script><script>x()</script>"
  added: 2026-11-22
  corrections:
    - {date: 2026-11-25, kind: error, note: A word.}
    - {date: 2026-11-24, kind: error, note: Another.}
2024-08-battle:
  title: Battle
  date: 2024-08
  standing: claimed
  added: 2026-11-23
  claims: [{id: c, by: csp, topic: occurrence}]
2024-10-01-about: {title: About, date: 2024-10-01~}
2025-01-01-lines: {title: "TI  - One\n\nER  - \nTY  - BOOK"}
actors/csp: {name: CSP}
threads/war: {title: The war, added: 2026-11}
questions/who: {title: "Who?"}
"""
CITED = Citation("event-a", "tag:a,2026:b", "T", "A chronicle", date(2026, 11, 5), "Version of 5 November", "", "en")
titles = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))).map(lambda text: " ".join(text.split()))
in_words = titles.filter(bool)


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return worlds.chronicle_of(tmp_path, WORLD)


def citing(chronicle: Chronicle, page: Page = AMBUSH, url: str = URL) -> Citing:
    found = view_citing(worlds.here(chronicle, page.address, url=url), page)
    assert found is not None
    return found


def bibtex_fields(text: str) -> dict[str, str]:
    """The fields of the only entry, as TeX prints them."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    [entry] = library.entries
    assert len(library.blocks) == 1
    # The sign that TeX prints for `^` is read as an accent that looks like it.
    return {field.key: field.value.replace("\u02c6", "^") for field in entry.fields}


def ris_fields(text: str) -> dict[str, Any]:
    """The fields of the only reference."""
    [found] = rispy.loads(text)
    return dict(found)


@pytest.mark.parametrize("name", ["bib", "ris", "csl.json", "tags", "jsonld"])
def test_a_citation_is_as_it_was_reviewed(
    name: str, chronicle: Chronicle, same_as_file: Callable[[Path, str], None]
) -> None:
    found = citing(chronicle)
    written = {
        "bib": found.bibtex,
        "ris": as_ris(found.citation).replace("\r\n", "\n"),
        "csl.json": as_csl(found.citation) + "\n",
        "tags": "".join(f"{tag}: {content}\n" for tag, content in found.tags),
        "jsonld": json.dumps(found.structured, ensure_ascii=False, indent=2) + "\n",
    }
    same_as_file(GOLDEN / f"event.{name}", written[name])


@given(in_words, titles)
@example("--- `` '' ?` !` << >> ,,", "~ \\ ^ { } } # $ % & _")
@example("@misc{x, title = {y}}", '"} @comment')
def test_any_text_is_read_from_bibtex_as_it_was_written(title: str, chronicle: str) -> None:
    fields = bibtex_fields(as_bibtex(replace(CITED, title=title, chronicle=chronicle)))
    assert (fields["title"], fields["howpublished"]) == (title.replace("\u02c6", "^"), chronicle.replace("\u02c6", "^"))
    assert fields["note"] == CITED.version
    assert (fields["year"], fields["month"], fields["day"]) == ("2026", "nov", "5")


@given(in_words, in_words)
@example("ER  - ", "TY  - BOOK")
def test_any_text_is_read_from_ris_as_it_was_written(title: str, chronicle: str) -> None:
    title, chronicle = title.strip(), chronicle.strip()
    fields = ris_fields(as_ris(replace(CITED, title=title, chronicle=chronicle)))
    assert fields == {
        "type_of_reference": "ELEC",
        "id": "event-a",
        "title": title,
        "secondary_title": chronicle,
        "year": "2026",
        "date": "2026/11/05",
        "language": "en",
    }


def test_a_title_in_several_lines_neither_ends_a_reference_nor_begins_one(chronicle: Chronicle) -> None:
    found = citing(chronicle, Page("event", "2025-01-01-lines"))
    assert ris_fields(as_ris(found.citation))["title"] == "TI - One ER - TY - BOOK"
    assert bibtex_fields(found.bibtex)["title"] == "TI - One ER - TY - BOOK"


def test_a_style_sets_what_csl_json_says(chronicle: Chronicle) -> None:
    source = CiteProcJSON(json.loads(as_csl(citing(chronicle, Page("event", "2024-08-battle")).citation)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(CitedInText([CitationItem(key) for key in source]))
    [set_in_style] = bibliography.bibliography()
    address = f"{URL}events/2024-08-battle/"
    assert str(set_in_style) == f"Claimed: Battle (2026) Claimed: Battle, A chronicle. Available at: {address}."


def test_the_version_is_the_last_correction_or_the_day_on_which_it_was_added(chronicle: Chronicle) -> None:
    assert citing(chronicle).citation.day == date(2026, 11, 25)
    assert citing(chronicle, Page("event", "2024-08-battle")).citation.day == date(2026, 11, 23)
    vague, without = (citing(chronicle, page).citation for page in (Page("thread", "war"), Page("question", "who")))
    assert (vague.day, vague.version) == (None, "Version of November 2026")
    assert (without.day, without.version) == (None, "")
    for one in (vague, without):
        assert "year" not in bibtex_fields(as_bibtex(one))
        assert "date" not in ris_fields(as_ris(one))
        assert "issued" not in json.loads(as_csl(one))[0]


def test_nobody_is_called_an_author(chronicle: Chronicle) -> None:
    found = citing(chronicle)
    said = " ".join((found.bibtex, as_ris(found.citation), as_csl(found.citation), json.dumps(found.structured)))
    assert not re.search("author|publisher|editor|^(AU|PB|ED)  -", f"{said} {found.tags}", re.MULTILINE)


def test_a_title_that_is_only_claimed_is_cited_as_claimed(chronicle: Chronicle) -> None:
    found = citing(chronicle, Page("event", "2024-08-battle"))
    assert dict(found.tags)["citation_title"] == found.structured["name"] == "Claimed: Battle"


def test_without_an_address_of_the_site_ids_are_tags_and_no_address_is_said(chronicle: Chronicle) -> None:
    found = citing(chronicle, url="")
    tag = "tag:chronicle.invalid,2026:a-chronicle-b11127ab/events/2024-07-27-ambush"
    assert json.loads(as_csl(found.citation))[0]["id"] == found.structured["@id"] == tag
    assert "url" not in bibtex_fields(found.bibtex)
    assert "urls" not in ris_fields(as_ris(found.citation))
    assert "citation_public_url" not in dict(found.tags)
    assert "url" not in json.dumps(found.structured)


def test_an_address_holds_nothing_that_ends_a_field(chronicle: Chronicle) -> None:
    assert citing(chronicle, url="https://example.org/{a} \\/").citation.url.startswith(
        "https://example.org/%7Ba%7D%20%5C/"
    )


def read_json_ld(node: Any) -> Graph:
    """What JSON-LD says, by the part of schema.org's context that says what is an address."""
    assert node["@context"].rstrip("/") == "https://schema.org"
    addresses = {name: {"@type": "@id"} for name in ("url", "license")}
    context = {"@vocab": str(SCHEMA), **addresses}
    return Graph().parse(data=json.dumps(node | {"@context": context}), format="json-ld")


@pytest.mark.parametrize(
    ("event", "period"),
    [
        ("2024-07-27-ambush", "2024-07-27"),
        ("2024-08-battle", "2024-08"),
        ("2024-10-01-about", "2024-10-01~"),
    ],
)
def test_a_page_covers_a_time_as_exactly_as_it_is_known(event: str, period: str, chronicle: Chronicle) -> None:
    page = Page("event", event)
    found, address = read_json_ld(citing(chronicle, page).structured), URIRef(f"{URL}{page.address}/")
    assert found.value(address, SCHEMA.temporalCoverage) == Literal(period)
    assert found.value(address, RDF.type) == SCHEMA.WebPage


def test_a_page_is_a_part_of_the_site_and_no_event_to_attend(chronicle: Chronicle) -> None:
    for page, kind in (
        (AMBUSH, "WebPage"),
        (Page("thread", "war"), "CollectionPage"),
        (Page("question", "who"), "WebPage"),
    ):
        structured = citing(chronicle, page).structured
        found, address = read_json_ld(structured), URIRef(f"{URL}{page.address}/")
        assert found.value(address, SCHEMA.url) == address
        assert found.value(address, RDF.type) == SCHEMA[kind]
        assert found.value(found.value(address, SCHEMA.isPartOf), SCHEMA.url) == URIRef(URL)
        assert found.value(address, SCHEMA.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
        assert "Event" not in json.dumps(structured)
        assert "startDate" not in json.dumps(structured)


def test_no_text_of_a_record_ends_the_data_in_the_head_of_its_page(chronicle: Chronicle) -> None:
    site = worlds.here(chronicle, url=URL).site
    head = Renderer(site, make_templates([theme_folder()])).parts(AMBUSH).head
    [data] = re.findall(r'<script type="application/ld\+json">(.*)</script>', head)
    assert not set("<>&") & set(data)
    assert json.loads(data) == citing(chronicle).structured
    assert json.loads(data)["name"].endswith("</script><!--~")


def test_each_page_that_is_cited_has_its_files_beside_it_and_no_other_has(chronicle: Chronicle) -> None:
    files = dict(exported_files(Here(worlds.here(chronicle, url=URL).site, DATA).site))
    for page in (AMBUSH, Page("thread", "war"), Page("question", "who")):
        found = citing(chronicle, page)
        assert [file.href for file in found.files] == [f"../../{page.address}/{one.file}" for one in FORMATS]
        for one in FORMATS:
            assert files[f"{page.address}/{one.file}"]().decode() == one.write(found.citation)
    assert view_citing(worlds.here(chronicle), Page("actor", "csp")) is None
    assert view_citing(worlds.here(chronicle), Page("thread-years", "war/2024")) is None
    assert not [file for file in files if file.startswith("actors/")]


def test_a_citation_on_a_page_keeps_each_text_in_its_direction(chronicle: Chronicle) -> None:
    site = worlds.here(chronicle, url=URL, language="ar").site
    content = Renderer(site, make_templates([theme_folder()], "ar")).parts(Page("event", "2024-08-battle")).content
    [text] = re.findall(r'<p class="tl-cite__text">(.*)</p>', content)
    assert len(re.findall("<bdi>", text)) == 3
    assert f"<bdi>{URL}events/2024-08-battle/</bdi>" in text
    assert '<pre class="tl-cite__text" dir="ltr">@misc{event-2024-08-battle,' in content
