"""Events whose day is known as iCalendar, for calendars.

Source: RFC 5545. A calendar can say neither "about" nor "some time in": an event of which only the month is known, or
that was only probably on a day, is left out.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from site_builder import edtf
from site_builder.formats.news import address_of, lasting_id
from site_builder.pages import Here, preview_title
from site_builder.records import Event

_PRODUCT = "-//mkdocs-timeline//EN"


def write_calendar(here: Here) -> bytes:
    """All events with a day, or from one day to another."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", here.site.name)
    for event in here.chronicle.events.values():
        days = _days(event.date)
        if days is not None:
            calendar.add_component(_entry(here, event, *days))
    return bytes(calendar.to_ical())


def _entry(here: Here, event: Event, first: date, last: date) -> Entry:
    entry = Entry()
    entry.add("uid", lasting_id(here, event))
    entry.add("dtstamp", _moment(event.added))
    entry.add("created", _moment(event.added))
    if event.last_corrected is not None:
        entry.add("last-modified", _moment(event.last_corrected))
    entry.add("dtstart", first)
    # The end of a calendar's entry is the day after its last one.
    entry.add("dtend", last + timedelta(days=1))
    entry.add("summary", preview_title(here, event))
    entry.add("description", here.plain(event.summary))
    entry.add("categories", [here.gettext(event.kind.label)])
    # It takes up nobody's time.
    entry.add("transp", "TRANSPARENT")
    if url := address_of(here, event):
        entry.add("url", url)
    return entry


def _days(when: edtf.Date) -> tuple[date, date] | None:
    """The first and the last day, where both are known for sure and a calendar has them."""
    if when.is_doubtful or when.shape is edtf.Shape.ONE_OF:
        return None
    ends = [(part.earliest.day, part.latest.day) for part in (when.start, when.end)]
    [(first, same), (last, also)] = ends
    if first is None or last is None or first != same or last != also:
        return None
    return (date.fromordinal(first), date.fromordinal(last)) if 0 < first <= last < date.max.toordinal() else None


def _moment(when: edtf.Date) -> datetime:
    """The beginning of the day on which something was written."""
    return datetime.combine(date.fromordinal(max(when.earliest.day or 1, 1)), time(), UTC)
