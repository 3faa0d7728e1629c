"""The instrument that draws events over time, as a page has it before its script has come: one row, and a way on."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from site_builder import edtf
from site_builder.languages import say_n
from site_builder.pages.addresses import TIMELINE
from site_builder.pages.context import Here, PageLink
from site_builder.pages.dates import words_of_years
from site_builder.pages.script_words import Texts, words_of_drawings, words_of_map, words_of_timeline
from site_builder.pages.selection import events_chosen_by
from site_builder.pages.strip import Room, YearsRow, lengths, make_row
from site_builder.pages.strip_drawing import DrawnRow, draw_row, on_strip, standings_to_explain
from site_builder.pages.where import Background, background_of_map, has_map
from site_builder.records import Record
from site_builder.vocabulary import Standing

_MOST_TICKS = 12
_OF_ALL = Room(lanes=14, lanes_of_bins=6, bins=60)
_OF_A_RECORD = Room(lanes=4, lanes_of_bins=4, bins=60)
"""Its page has other things to show."""
_FEWEST = 2
"""Fewer events make no strip."""


@dataclass(frozen=True, slots=True)
class SpanStrip:
    """Events on one row, from the first year to the last."""

    drawing: DrawnRow
    ticks: tuple[float, ...]
    """Where some years begin, in per cent."""
    first: str
    last: str
    """The first year and the last one in words; the last is empty where that is the same."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """What its template needs."""

    strip: SpanStrip | None
    """None where too few events have a year, or the page shows something else meanwhile."""
    chosen: str
    """Which events it shows, as the address of the timeline has it: `actor=army`; empty for all."""
    way: PageLink | None
    """To the same events on the timeline; None there."""
    words: Mapping[str, Texts]
    """All that its script says, and that of the map beside it."""
    standings: tuple[Standing, ...] = ()
    """Those that its page has to explain."""
    map: Background | None = None
    """Of the map that stands beside it on wide screens; None where there is none."""


def instrument_of_timeline(here: Here) -> Instrument:
    """The timeline's own, with all events."""
    has = has_map(here.site)
    return Instrument(
        _strip(here, here.chronicle.events, _OF_ALL),
        "",
        None,
        words_of_map(here) if has else words_of_timeline(here),
        standings_to_explain(here),
        background_of_map(here) if has else None,
    )


def instrument_of_home(here: Here) -> Instrument:
    """The one of all events on the home page, which has a strip of its own."""
    way = PageLink(here.say("Open the timeline"), here.href(TIMELINE))
    return Instrument(None, "", way, words_of_drawings(here))


def instrument_of_record(here: Here, record: Record) -> Instrument | None:
    """The one of the events that a record stands for; None where they are too few."""
    events = events_chosen_by(here.chronicle, record)
    strip = _strip(here, events, _OF_A_RECORD)
    if strip is None:
        return None
    chosen = f"{record.record_kind}={record.id}"
    words = here.translate(say_n("{n} event on the timeline", "{n} events on the timeline", len(events)))
    return Instrument(strip, chosen, PageLink(words, f"{here.href(TIMELINE)}?{chosen}"), words_of_drawings(here))


def _strip(here: Here, chosen: Collection[str], room: Room) -> SpanStrip | None:
    lines = [line for line in here.site.timeline.lines if line.id in chosen]
    events = [on_strip(here.chronicle, line.id, line.year) for line in lines if line.year is not None]
    if len(events) < _FEWEST:
        return None
    row, language = make_row(events, room), here.site.language
    return SpanStrip(
        draw_row(row),
        tuple(_ticks(row)),
        first=words_of_years(row.first, row.first, language),
        last=words_of_years(row.last, row.last, language) if row.first != row.last else "",
    )


def _ticks(row: YearsRow) -> Iterator[float]:
    """Where years begin that are round numbers, so few that they can be told apart."""
    low, high = edtf.day_number(row.first, 1, 1), edtf.day_number(row.last + 1, 1, 1)
    step = next(one for one in lengths() if (row.last - row.first) // one < _MOST_TICKS)
    for year in range(row.first // step * step + step, row.last + 1, step):
        yield round((edtf.day_number(year, 1, 1) - low) / (high - low) * 100, 2)
