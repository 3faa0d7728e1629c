"""In each text of each kind of record as much of Markdown is read as its field says, and no more."""

import html
from pathlib import Path

import worlds
from browser.hostile_records import Writer, record_id
from browser.hostile_texts import Probe

from site_builder.chronicle import Chronicle
from site_builder.pages import Page
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import MODELS, Kind, fields
from site_builder.records.keys import key_of
from site_builder.records.models import all_models

LINK = "[words](https://a.example/)"
AS_LINK = '<a class="external" href="https://a.example/" rel="nofollow noopener">words</a>'
TABLE = "\n\n| head |\n| ---- |\n| cell |"


def fields_that_read(*how: str) -> set[tuple[str, str]]:
    """Models and keys whose texts read so much of Markdown."""
    return {
        (model.__name__, key)
        for model in all_models()
        for key, info in fields(model).items()
        if key_of(info).markdown in how
    }


def begins_where(text: str, folder: Path, followed_by: str) -> set[tuple[str, str]]:
    """The fields whose text of that kind begins, on some page of its record, with such markup."""
    found = set()
    writers = {number: Writer(Probe("markdown", text, text), number, hostile=False) for number in (0, 1)}
    for number, writer in writers.items():
        for kind in Kind:
            below = "2024" if kind is Kind.EVENT else kind.plural
            worlds.write_record(folder / below / f"{record_id(kind, number)}.yml", writer.record(kind))
    renderer = Renderer(worlds.here(Chronicle.open(folder)).site, make_templates([theme_folder()]))
    for kind in MODELS:
        for number, writer in writers.items():
            page = str(renderer.parts(Page(kind.value, record_id(kind, number))).content)
            for field, begins in writer.written.items():
                if any(f"{html.escape(begin)}{followed_by}" in page for begin in begins):
                    found.add(field)
    return found


def test_links_are_read_where_the_field_says_so_and_nowhere_else(tmp_path: Path) -> None:
    assert begins_where(LINK, tmp_path, f" {AS_LINK}") == fields_that_read("links", "all")


def test_emphasis_and_tables_are_read_where_all_of_markdown_is(tmp_path: Path) -> None:
    assert begins_where("*words*", tmp_path / "1", " <em>words</em>") == fields_that_read("all")
    assert begins_where(f"words{TABLE}", tmp_path / "2", " words</p>\n<table><thead><tr><th>head</th>") == (
        fields_that_read("all")
    )
