"""Everything that a folder of records becomes, short of Material's page around ours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import worlds

from hostile.strict_page import read_strictly
from site_builder.chronicle import Chronicle
from site_builder.pages import pages_of, redirects_of
from site_builder.problems import CODES, as_annotation, as_data, as_text
from site_builder.publishing import Renderer, make_templates, theme_folder

HIDING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""What ends a line, steers a terminal or reorders what it shows."""
_TEMPLATES = make_templates([theme_folder()])


def open_safely(folder: Path) -> Chronicle:
    """The chronicle of a folder, each of whose problems is known by its code and can be printed on one line."""
    chronicle = Chronicle.open(folder)
    assert list(chronicle.problems) == sorted(chronicle.problems)
    for problem in chronicle.problems:
        assert problem.code in CODES
        for written in (as_text(problem), as_annotation(problem, ""), json.dumps(as_data(problem, ""))):
            assert HIDING.search(written) is None, written
            written.encode()
        assert "pydantic" not in problem.message
        assert "Traceback" not in problem.message
    return chronicle


def codes(chronicle: Chronicle) -> set[str]:
    return {problem.code for problem in chronicle.problems}


def render_strictly(chronicle: Chronicle, *only: str) -> Mapping[str, str]:
    """Our part of every page, or of those at some addresses, redirects and home included, by address.

    AssertionError where one is not inert.
    """
    site = worlds.here(chronicle, url="https://example.org/").site
    renderer = Renderer(site, _TEMPLATES)
    written = {}
    for page in pages_of(site):
        if only and page.address not in only:
            continue
        parts = renderer.parts(page)
        read_strictly(str(parts.head))
        read_strictly(str(parts.content))
        written[page.address] = str(parts.content)
    read_strictly(str(renderer.home()))
    for redirect in redirects_of(site):
        assert ".." not in redirect.old.split("/")
        assert redirect.old not in written
        written[redirect.old] = renderer.redirect(redirect)
        read_strictly(written[redirect.old])
    return written
