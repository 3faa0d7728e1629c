"""The parts of a list that has several pages, such as years: their names, and the way to each."""

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import words_of_years


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part of a list, such as a year or a letter, and how much it holds."""

    part: PageLink
    anchor: str
    """The id of its link, where the page has nothing else of that id; else empty."""
    count: str
    current: bool
    """Whether it stands on the page, which does not have all."""


def sheet_name(here: Here, part: str, number: int) -> str:
    """What a page of a list is called: by its parts, with a number where it only continues one."""
    return part if number == 1 else here.say("{part}, page {number}", part=part, number=number)


def years_in_words(here: Here, years: Sequence[int | None]) -> str:
    known = [year for year in years if year is not None]
    if not known:
        return here.say("Undated")
    words = words_of_years(min(known), max(known), here.site.language)
    return words if len(known) == len(years) else here.say("{years} and undated", years=words)
