"""The strip of all events over time, as it is drawn on the home page: rows of years, each a link to the timeline."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.languages import calendar_names, say_n
from site_builder.pages.addresses import year_part
from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import words_of_years
from site_builder.pages.strip import YearsRow, make_strip
from site_builder.pages.strip_drawing import DrawnRow, draw_row, on_strip, standings_to_explain
from site_builder.vocabulary import Standing

_TICKS = {1: 4, 2: 2, 5: 5}
"""In how many parts a row is divided, by the first digit of how many years it has."""


@dataclass(frozen=True, slots=True)
class StripRow:
    """Some years: a link to the timeline, a drawing, and how many events began in them."""

    years: PageLink
    events: int
    drawing: DrawnRow


@dataclass(frozen=True, slots=True)
class OverTime:
    """What the template of the strip needs."""

    rows: tuple[StripRow, ...]
    words: str
    """What a row is."""
    ticks: tuple[float, ...]
    """Where a row is divided, in per cent."""
    months: tuple[tuple[float, str], ...]
    """The names of some months above the rows, each with where it begins; empty where a row is not one year."""
    standings: tuple[Standing, ...]
    """Those whose marks have to be explained, in their order; empty where all events are established."""
    is_counted: bool
    """Whether a row shows only how many events there are."""
    undated: PageLink | None
    """Where the events are listed whose year nothing bounds."""

    @property
    def shapes(self) -> frozenset[str]:
        """Those of all marks."""
        return frozenset(shape for row in self.rows for shape in row.drawing.shapes)


def view_over_time(here: Here) -> OverTime:
    """All events over time, each on the row of the year in which the timeline lists it."""
    lines = here.site.timeline.lines
    strip = make_strip([on_strip(here.chronicle, line.id, line.year) for line in lines if line.year is not None])
    parts = _TICKS[int(str(strip.years)[0])]
    return OverTime(
        rows=tuple(_row(here, row) for row in strip.rows),
        words=here.translate(say_n("Each line is a year.", "Each line is {n} years.", strip.years)),
        ticks=tuple(round(100 / parts * tick, 2) for tick in range(1, parts)),
        months=tuple(_months(here.site.language)) if strip.years == 1 else (),
        standings=standings_to_explain(here),
        is_counted=any(row.bins for row in strip.rows),
        undated=_link(here, here.say("Undated"), None) if None in here.site.timeline.counts else None,
    )


def _row(here: Here, row: YearsRow) -> StripRow:
    counts = here.site.timeline.counts
    words = words_of_years(row.first, row.last, here.site.language)
    first = next((year for year in counts if year is not None and row.first <= year <= row.last), None)
    return StripRow(
        years=PageLink(words) if first is None else _link(here, words, first),
        events=row.events,
        drawing=draw_row(row),
    )


def _link(here: Here, words: str, year: int | None) -> PageLink:
    """The way to the part of the timeline where a year begins."""
    return PageLink(words, here.href(here.site.timeline.year_page(year), f"year-{year_part(year)}"))


def _months(language: str) -> Iterator[tuple[float, str]]:
    names = calendar_names("months", language.replace("-", "_"), "stand-alone", "abbreviated")
    for month in (0, 3, 6, 9):
        yield month / 12 * 100, names[month]
