"""The data that scripts and other programs read of the events: columns for drawing, filters, and texts in parts.

All files are JSON below `data/timeline/` of a site, each with `version`, which rises when the meaning of anything here
changes. Events are numbered from 0 in the order in which the timeline lists them: by year and month as the chronology
has them, those whose year nothing bounds last. Days are numbered in the Gregorian calendar: 1 is the first day of the
year 1, 0 the day before it. *Differences* are numbers of which each is given as how much more it is than the one before
it, the first as it is.

`events.json`, all that drawing every event takes:

- `count`: how many events there are.
- `start`: for each event the first day on which it can have been going on, as differences; null where the start is open
  or unknown, and the next difference then counts from the last day that is known.
- `length`: for each event how many days later the last such day is, 0 for one day; null where either is not known.
- `ends`: the last such day of each event of which only that is known, as `[event, day]`.
- `stated`: the events of which links to others narrow the date, as `[event, days, days]`: how much earlier the first
  day is and how much later the last one by the date alone, 0 where it is the same; null where that leaves it open.
- `marks`: for each event a number whose bits say how it is drawn. The lowest three are the number of its standing.
  8: of normal importance; 16: of major importance, and with neither minor. 32: its first day is not sure; 64: its last
  day is not. 128: it was on one unknown day, or at one time, of those between. 256: its first day is not that of its
  date, but follows from links to other events; 512: so does its last day. 1024: the days are those of a day or an
  interval that the record gives, and not of a month or year some time in which it was.
- `standings`: the ids of the standings, in the order of their numbers.
- `lane`: for each event the number of its main thread in `lanes`, -1 where it is in none.
- `lanes`: the threads that are the main one of some event, as `[id, name]`, in the editors' order.
- `times`: the events whose time of day is known, as `[event, minute]`: minutes from midnight, by the clock as written.
- `parts`: the files with the texts, as `[name, first event]`: `parts/2024.json`, `parts/2024/2.json`.
- `page`: the address of an event's page, relative to the site's root, with `{id}` where its id stands.

`first.json`, the names of what is drawn larger, to be had before its part is:

- `titles`: at most 150 of the events that a short account would name, as `[event, title]`.

`as-of.json`, for pages on which a reader picks a day:

- `words`: what they say, in the site's language.
- `folders`: where they are, relative to the site's root.

`additions.json`, what entered the chronicle and what was corrected, the latest first:

- `days`: each day on which there was any, as `[day, additions, corrections]`. Added are events, questions and threads;
  corrected are records of every kind.
- `changes`: at most 1,000 of these, as `[day, address, title, words]`: the address of the page, relative to the site's
  root, and in words the kind of a correction, or of an added record that is no event; else empty.

`parts/….json`, the texts of some events that follow each other:

- `first`: the number of the first event.
- `headings`: the year and the month in words below which events stand in a list, as `[first event, year, month]`; a
  month is empty where the year says all.
- `events`: of each `id`, `title`, `date` in words, `place` and `kind` in words, `standing` in words (empty where it is
  established), `claims` (how many its page shows), `disagree` (how many of them are disputed), and `links`, as
  `[heading, other event]`: the heading is the one under which the event's page has the other, such as *In answer to*.
  Some have `lang` too, the language of a title that is not in the site's; or `time`, the day and the time of day as
  HTML's element of that name takes them; or `bar`, of a date that is not sure: where
  its bounds begin and how wide they are within the month or years around them, in per cent, and which of its ends fade
  (`left`, `right` or `both`); or `inferred`, narrower bounds of the date in words, from the order of events.

`filters.json`, what events can be chosen by:

- `dimensions`: of each its `name` (thread, actor, place, kind, standing, importance, question or tag), its `label`, and
  `values` that some event has: threads and questions in the editors' order, terms in that of their lists, others by how
  many events they have, each above its parts. Of each value its `id` and `name`; its `events`, as differences, those of
  its parts among them; `level`, 0 or how many values it is part of; and `before`, the numbers of the values that it
  came out of, whether at once or by way of others.
- `disputed`: the events that are disputed, or a claim on them is, as differences.
- `counts`: the events of which some claim gives a figure, as differences.

`of/….json`, the events of one thread, actor, place or question: `of/actor/army.json`, for the drawing on its page.

- `events`: the same as in `filters.json`, as differences; none where the record has no event.

`places.json`, where events were, as closely as that is known, if any place of an event is located:

- `page`: the address of a place's page, relative to the site's root, with `{id}` where its id stands.
- `places`: of each its `id`, its `name`, how closely it is known in words (`how`, which may be empty), and its
  `shape`: a `point`, a `disc` for a settlement, a `circle` with a radius of `km` kilometres, or the `area` of the
  `country` of which it gives the code. `lat` and `lon` are degrees north and east; of a country where its name may
  stand. `events` are its events, as differences, and `unsure` those of which it is not established that the place is
  meant. A place that some events mean more closely than others is listed more than once.

`basemap.json`, the outlines of the world below them, by Natural Earth, finer near the places:

- `lines`: of each line how many steps of a grid each of its points is farther east and farther north than the one
  before it, in turn; `scale` is a step and `start` the corner of the grid in degrees, eastward and northward.
- `land`, and `areas` by the codes of the countries that stand for places: rings, each a list of the numbers of its
  lines; one that it passes backwards is the complement of its number.
- `borders`: the numbers of the lines that are borders, without those that the chronicle leaves out.
- `names`: of each country its code, its name, degrees north and east of where that may stand, and how many degrees it
  is wide.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from enum import IntFlag

from site_builder import edtf
from site_builder.pages import Here, Site, fades_of, record_address, size_of
from site_builder.records import Event, Kind
from site_builder.vocabulary import Standing

VERSION = 1
MOST_FIRST = 150


class Looks(IntFlag):
    """How an event is drawn: the bits of `marks` above its standing."""

    NORMAL = 8
    MAJOR = 16
    FADES_AT_START = 32
    FADES_AT_END = 64
    ONE_OF = 128
    START_INFERRED = 256
    END_INFERRED = 512
    STATED = 1024


_SIZES = (Looks(0), Looks.NORMAL, Looks.MAJOR)
_FADES = {
    "none": Looks(0),
    "left": Looks.FADES_AT_START,
    "right": Looks.FADES_AT_END,
    "both": Looks.FADES_AT_START | Looks.FADES_AT_END,
}


def as_json(content: Mapping[str, object]) -> bytes:
    """A file of data as it is published."""
    return json.dumps({"version": VERSION, **content}, ensure_ascii=False, separators=(",", ":")).encode()


def differences(numbers: Iterable[int | None]) -> list[int | None]:
    """Each number as what it is more than the last one that is known."""
    last = 0
    found: list[int | None] = []
    for number in numbers:
        found.append(None if number is None else number - last)
        last = last if number is None else number
    return found


def events_in_order(site: Site) -> list[Event]:
    """The events, each at its number."""
    return [site.chronicle.events[line.id] for line in site.timeline.lines]


def view_events(here: Here, parts: Sequence[tuple[str, int]]) -> Mapping[str, object]:
    """`events.json`."""
    site = here.site
    events, days = events_in_order(site), _days(site)
    lanes = _lanes(here, events)
    number_of_lane = {thread: number for number, (thread, _) in enumerate(lanes)}
    return {
        "count": len(events),
        "start": differences(first for first, _ in days),
        "length": [None if first is None or last is None else last - first for first, last in days],
        "ends": [[at, last] for at, (first, last) in enumerate(days) if first is None and last is not None],
        "stated": [[at, *_beyond(site, event)] for at, event in enumerate(events) if _narrowed(site, event)],
        "marks": [_mark(site, event) for event in events],
        "standings": [standing.value for standing in _standings(site)],
        "lane": [number_of_lane.get(event.threads[0], -1) if event.threads else -1 for event in events],
        "lanes": lanes,
        "times": [[at, minute] for at, event in enumerate(events) if (minute := _minute(event.date)) is not None],
        "parts": parts,
        "page": site.addresses.url(record_address(Kind.EVENT, "{id}")),
    }


def view_first(here: Here) -> Mapping[str, object]:
    """`first.json`: where more would be named, those with the most claims."""
    events, claims = events_in_order(here.site), here.chronicle.claims.shown_on
    major = [number for number, event in enumerate(events) if event.importance.leads]
    first = sorted(major, key=lambda number: -len(claims[events[number].id]))[:MOST_FIRST]
    return {"titles": [[number, here.name(Kind.EVENT, events[number].id)] for number in sorted(first)]}


def _days(site: Site) -> list[tuple[int | None, int | None]]:
    """The first and the last day of each event."""
    extents = site.chronicle.chronology.extents
    return [
        (None, None) if line.year is None else (extents[line.id].start.earliest.day, extents[line.id].end.latest.day)
        for line in site.timeline.lines
    ]


def _standings(site: Site) -> Sequence[Standing]:
    return site.chronicle.vocabulary.terms(Standing)


def _lanes(here: Here, events: Iterable[Event]) -> list[tuple[str, str]]:
    main = {event.threads[0] for event in events if event.threads}
    threads = here.chronicle.in_editors_order(Kind.THREAD)
    return [(thread.id, here.text(thread.heading)) for thread in threads if thread.id in main]


def _mark(site: Site, event: Event) -> int:
    date, extent = event.date, site.chronicle.chronology.extents[event.id]
    marks = _SIZES[size_of(event.importance)] | _FADES[fades_of(date, extent.start, extent.end)]
    if date.shape is edtf.Shape.ONE_OF:
        marks |= Looks.ONE_OF
    marks |= _narrowed(site, event)
    if _is_stated(date):
        marks |= Looks.STATED
    return _standings(site).index(event.standing) | marks


def _narrowed(site: Site, event: Event) -> Looks:
    """Which of its bounds follow from links."""
    date, extent = event.date, site.chronicle.chronology.extents[event.id]
    looks = Looks(0)
    if extent.narrowed and extent.start.earliest != date.earliest:
        looks |= Looks.START_INFERRED
    if extent.narrowed and extent.end.latest != date.latest:
        looks |= Looks.END_INFERRED
    return looks


def _beyond(site: Site, event: Event) -> tuple[int | None, int | None]:
    """How many days the date alone reaches beyond what links leave of it, at its start and at its end."""
    date, extent = event.date, site.chronicle.chronology.extents[event.id]
    narrowed, stated = (extent.start.earliest, extent.end.latest), (date.earliest, date.latest)
    before, after = (
        0 if one == other else None if one.day is None or other.day is None else abs(one.day - other.day)
        for one, other in zip(narrowed, stated, strict=True)
    )
    return before, after


def _is_stated(date: edtf.Date) -> bool:
    to_the_day = date.precision.rank <= edtf.Precision.DAY.rank
    return date.is_interval or (to_the_day and date.shape is not edtf.Shape.ONE_OF)


def _minute(date: edtf.Date) -> int | None:
    """The minute of the day, by the clock as written."""
    only = date.parts[0]
    if not isinstance(only, edtf.Part) or not only.time:
        return None
    return int(only.time[:2]) * 60 + int(only.time[3:5])
