"""What a typed text may mean: a date in EDTF, or a date that is still without its year, each with what is doubtful."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from site_builder import TimelineError
from site_builder.edtf import calendar
from site_builder.languages import calendar_names

_GREGORIAN_SINCE = 1583
"""From this year on days of the week are those of the Gregorian calendar."""


def joined(*doubts: str) -> str:
    """Doubts as one, each once."""
    return " and ".join(dict.fromkeys(filter(None, doubts)))


class NoSuchDateError(TimelineError):
    """A text has the form of a date and cannot be one; the message says what is expected instead."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text may mean: EDTF, or a date as typed; without its year it is what another date completes."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    edtf: str = ""
    """Of what is not year, month and day: a decade, a century, a season, or what was EDTF already."""
    qualifier: str = ""
    weekday: int | None = None
    """The day of the week that the text names, from 1, until it is compared with the day."""
    doubt: str = ""
    """What the text says and this does not, or why it may mean something else; empty where it is sure."""

    @property
    def is_complete(self) -> bool:
        return bool(self.edtf) or (self.year is not None and (not self.day or self.month is not None))

    @property
    def text(self) -> str:
        """The date in EDTF."""
        if self.year is None:
            return self.edtf + self.qualifier
        sign = "-" if self.year < 0 else ""
        year = f"{sign}{abs(self.year):04d}" if abs(self.year) < 10_000 else f"Y{self.year}"
        return "-".join([year, *(f"{part:02d}" for part in (self.month, self.day) if part)]) + self.qualifier

    @property
    def vagueness(self) -> str:
        """The qualifiers that it has."""
        return self.qualifier + "".join(sign for sign in self.edtf if sign in "?~%")

    def doubted(self, doubt: str) -> "Reading":
        """The same with one more doubt."""
        return replace(self, doubt=joined(self.doubt, doubt))


def exists(date: Reading) -> Reading:
    """The date, if the calendar has it, and on the day of the week that it names. Raises NoSuchDateError."""
    if date.month is not None and not 1 <= date.month <= 12:
        raise NoSuchDateError(f"year, month and day in this order, and there is no month {date.month}")
    if date.day is not None and date.month is not None and date.year is not None:
        longest = calendar.days_in_month(date.year, date.month)
        if not 1 <= date.day <= longest:
            month = replace(date, day=None, qualifier="").text
            raise NoSuchDateError(f"a day that {month} has (01 to {longest}), not {date.day}")
    return _on_its_weekday(date) if date.weekday and date.is_complete else date


def possible(attempts: Iterable[Callable[[], Iterable[Reading]]]) -> Iterator[list[Reading]]:
    """What attempts give, those that give anything. Raises NoSuchDateError where one is refused and none gives any."""
    refused, given = None, False
    for attempt in attempts:
        try:
            found = list(attempt())
        except NoSuchDateError as error:
            refused = refused or error
        else:
            if found:
                given = True
                yield found
    if refused and not given:
        raise refused


def existing(dates: Iterable[Reading]) -> list[Reading]:
    """Those of the dates that exist. Raises NoSuchDateError where there are dates and none of them does."""
    return list(chain.from_iterable(possible(partial(map, exists, [date]) for date in dates)))


def _on_its_weekday(date: Reading) -> Reading:
    names = calendar_names("days", "en")
    named, date = names[(date.weekday or 1) - 1], replace(date, weekday=None)
    if date.year is None or not date.day or not date.month:
        return date.doubted("leaves out the day of the week")
    actual = names[(calendar.day_number(date.year, date.month, date.day) - 1) % 7]
    if actual == named:
        return date
    if date.year < _GREGORIAN_SINCE:
        return date.doubted("leaves out the day of the week, which was another in the Gregorian calendar")
    day = replace(date, qualifier="").text
    raise NoSuchDateError(
        f"a day of the week that matches the date, and {day} was a {actual}, not a {named}:"
        " look up which of the two is wrong, and write the date alone"
    )
