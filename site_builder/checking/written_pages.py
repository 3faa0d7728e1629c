"""The hand-written pages that the profile names: no record says whether they are there, so whoever knows is asked."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from site_builder import problems
from site_builder.problems import Problem
from site_builder.reading import read_file
from site_builder.reading.files import PROFILE
from site_builder.records import Profile
from site_builder.spelling import nearest

_NAMED = ("method_page", "contributing_page")


def find_missing_pages(folder: Path, profile: Profile, pages: AbstractSet[str]) -> Iterator[Problem]:
    """What the profile of a folder of records names and is not among the pages, by their paths below docs/."""
    code = problems.PAGE_NOT_THERE
    for key in _NAMED:
        page = getattr(profile, key)
        if page is None or page in pages:
            continue
        place = read_file(folder / PROFILE, folder).positions.find((key,))
        message = f"`{key}` is `{page}`, and there is no such page below docs/: no page links to it"
        bare = page.removeprefix("docs/")
        meant = bare if bare in pages else nearest(page, sorted(pages))
        yield Problem(code.id, code.severity, message, PROFILE, place.line, place.column, place.text, meant)
