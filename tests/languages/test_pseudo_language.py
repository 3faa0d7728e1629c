"""The real chronicle in a language for tests: what is left in English is a record's, or nobody could translate it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import worlds
import yaml
from building import REPOSITORY
from pseudo import spoken

from site_builder.chronicle import Chronicle
from site_builder.formats import EXPORTS
from site_builder.formats.citing import FORMATS
from site_builder.pages import HOME, Redirect, pages_of
from site_builder.publishing import Renderer, make_templates, theme_folder

_ENGLISH = re.compile(r"(?<!\w)[A-Za-z]+(?:[ '’-][A-Za-z]+)*(?!\w)")
"""Words without an accent, as the pseudo-language has none of; a record's own are found in the records."""
_FIELD = re.compile(r"{\w+}")
_SHORT = 3
"""Letters below which a word may be a part of any other."""


class Texts(HTMLParser):
    """What people read of a page: its texts, those that its scripts say, and the attributes shown or read aloud.

    BibTeX is a language of its own.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.is_for_scripts = self.is_bibtex = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if value and name in ("title", "aria-label", "alt")]

        self.is_for_scripts = dict(attrs).get("class") == "tl-words"
        self.is_bibtex = tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        self.is_for_scripts = self.is_bibtex = False

    def handle_data(self, data: str) -> None:
        if self.is_for_scripts:
            self.found += [_FIELD.sub("", text) for text in _values(json.loads(data))]
        elif self.cdata_elem is None and not self.is_bibtex:
            self.found.append(data)


def _values(texts: dict[str, Any] | str) -> Iterator[str]:
    """Every text of some by their names, and of groups of such."""
    if isinstance(texts, str):
        yield texts
    else:
        yield from (text for one in texts.values() for text in _values(one))


def texts_of_records(folder: Path) -> Iterator[str]:
    """Every text of every record, and the paths at which they stand."""
    for file in folder.rglob("*.yml"):
        yield file.relative_to(folder).as_posix()
        yield from _texts(yaml.load(file.read_text(encoding="utf-8"), yaml.CBaseLoader))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield re.sub(r"\s+", " ", value)
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for part in pair for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))


@pytest.fixture(scope="module")
def left_in_english(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The words on the pages of the real chronicle that are no record's, no name of something, and no translation."""
    folder = REPOSITORY / "events"
    files = (name for file in EXPORTS for name in (file.name, *(column for column, _ in file.columns)))
    with spoken(tmp_path_factory.mktemp("languages") / "pseudo") as language:
        site = worlds.here(Chronicle.open(folder), HOME, language=language).site
        renderer = Renderer(site, make_templates([theme_folder()], language))
        html = [str(renderer.parts(page).content) for page in pages_of(renderer.site)]
        html += [str(renderer.home()), renderer.redirect(Redirect("actors/old", "actors/new"))]
    records = "\n".join((*texts_of_records(folder), *files, *(one.name for one in FORMATS), site.name)).casefold()
    found = {text for page in html for text in Texts(page).found}
    words = {words for text in found for words in _ENGLISH.findall(re.sub(r"\s+", " ", text))}
    return {each for each in words if len(each) >= _SHORT and each.casefold() not in records}


def test_no_text_of_ours_is_left_in_english(left_in_english: set[str]) -> None:
    assert sorted(left_in_english) == []
