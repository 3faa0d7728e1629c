"""Dates given more finely than their sources have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder import edtf, problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.edtf.parts import NO_DOUBTS, Part
from site_builder.reading import RecordPath
from site_builder.records import Event, Source, SourceRef

_MONTHS = (
    "january janvier січ",
    "february février лют",
    "march mars берез",
    "april avril квіт",
    "may mai трав",
    "june juin черв",
    "july juillet лип",
    "august août серп",
    "september septembre верес",
    "october octobre жовт",
    "november novembre листопад",
    "december décembre груд",
)
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er)?[\s,.]*(?:of )?$")


def false_precision(world: World) -> Iterator[Finding]:
    """A date on the first of a month or year has a source that says the day."""
    for event in world.events.values():
        yield from _check(world, event, ("date",), event.date, event.sources)
        for index, claim in enumerate(event.claims):
            for key in ("date", "happened"):
                date = getattr(claim, key)
                if date is not None:
                    yield from _check(world, event, ("claims", index, key), date, claim.sources)


def _check(
    world: World, event: Event, path: RecordPath, date: edtf.Date, refs: Sequence[SourceRef]
) -> Iterator[Finding]:
    for part in date.parts:
        if isinstance(part, Part) and _is_first(part):
            sources = [world.sources[ref.source] for ref in refs if ref.source in world.sources]
            coarser = _what_they_say(part, sources)
            if coarser is not None:
                message = (
                    f"`{part.text}` is a day, and its sources say only {coarser}: write `{coarser}` unless one of them "
                    "says the day"
                )
                yield Finding(problems.FALSE_PRECISION, event, path, message, needle=part.text)


def _is_first(part: Part) -> bool:
    """Whether it is the first day of a month, given without a doubt or a time."""
    return part.day == "01" and part.year is not None and part.doubts == NO_DOUBTS and not part.time


def _what_they_say(part: Part, sources: Sequence[Source]) -> str | None:
    """The month or year that is all that sources say; None where one may say the day, or none says anything."""
    month, year = part.text[:-3], part.text[:-6]
    if sources and all(_names_month(source.title or "", part) for source in sources):
        return month
    dates = [source.date for source in sources if source.date is not None]
    if not dates or len(dates) < len(sources) or any(not _covers(date, part) for date in dates):
        return None
    only_year = part.month == "01" and all(date.precision is edtf.Precision.YEAR for date in dates)
    return year if only_year else month


def _covers(date: edtf.Date, part: Part) -> bool:
    """Whether a date holds the day and is vaguer than it."""
    holds = date.earliest <= part.span.earliest and part.span.latest <= date.latest
    return holds and date.precision.rank > edtf.Precision.DAY.rank and not date.is_interval


def _names_month(title: str, part: Part) -> bool:
    """Whether a title has the month and year without a day before them."""
    folded = title.casefold()
    for name in _MONTHS[int(part.month) - 1].split():
        found = re.search(rf"\b{name}\w*\.? {part.year}\b", folded)
        if found and not _DAY_BEFORE.search(folded[: found.start()]):
            return True
    return False
