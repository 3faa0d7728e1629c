"""A date that can be vague: the value that `parse` returns, the parts of which it is made, and their bounds."""

from dataclasses import dataclass
from enum import Enum, Flag, StrEnum
from functools import total_ordering

from site_builder.edtf import calendar

_NAMES = {-2: "-inf", -1: "unknown", 1: "unknown", 2: "inf"}


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """One end of what is possible. Make it with `day`, or take one of the four constants.

    Bounds are totally ordered: -inf, an unknown start, every day, an unknown end, inf. So an unknown start
    sorts as -inf and an unknown end as inf, and neither is equal to them.
    """

    rank: int
    """-2 for -inf (the start is open: `../2004`), -1 for an unknown start, which was left blank (`/2004`), 0 for a day,
    1 for an unknown end (`2004/`), 2 for inf (the end is open: `2004/..`)."""
    number: int
    """The day number when rank is 0, else 0."""

    @property
    def day(self) -> int | None:
        """The proleptic Gregorian day number (1 is 0001-01-01), exact; None when this is not a day."""
        return None if self.rank else self.number

    @property
    def year(self) -> int | None:
        """The astronomical year of the day; None when this is not a day."""
        return None if self.rank else calendar.civil(self.number)[0]

    @property
    def month(self) -> int | None:
        """The month of the day, from 1; None when this is not a day."""
        return None if self.rank else calendar.civil(self.number)[1]

    @property
    def iso(self) -> str:
        """The day as `2024-07-27`; empty when this is not a day."""
        return "" if self.rank else str(self)

    def __str__(self) -> str:
        """`2024-07-27`, `-0044-03-15`, `-inf`, `inf` or `unknown`."""
        return _NAMES[self.rank] if self.rank else calendar.iso(*calendar.civil(self.number))


MINUS_INFINITY = Bound(-2, 0)
INFINITY = Bound(2, 0)
UNKNOWN_START = Bound(-1, 0)
UNKNOWN_END = Bound(1, 0)


def day(number: int) -> Bound:
    """The bound at a day number, as `datetime.date.toordinal` counts them."""
    return Bound(0, number)


@dataclass(frozen=True, slots=True)
class Span:
    """Where one end of an event may lie: on any day from `earliest` to `latest`, both included."""

    earliest: Bound
    latest: Bound

    @classmethod
    def of_days(cls, first: int, last: int) -> "Span":
        """From one day number to another."""
        return cls(day(first), day(last))


class Precision(StrEnum):
    """The finest component that is given in full; of an interval or a set, that of its finest date.

    A component with an `X` in it is not given in full: `2024-07-XX` and `2024-07-2X` are as precise as a month.
    Years lose a step for each `X` at their right (`202X` is a decade) and for each digit that is not
    significant (`1950S2` is a century); an `X` further left leaves them years (`20X4`). Members are in order,
    the finest first.
    """

    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    """Every sub-year grouping: seasons, quarters, quadrimesters, semestrals (codes 21 to 41)."""
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    AGES = "ages"
    """Coarser than a millennium."""

    @property
    def rank(self) -> int:
        """0 for the finest, rising with coarseness; times of day rank alike, as the clock says which is first."""
        return _RANKS[self]


_RANKS = {precision: max(rank - 1, 0) for rank, precision in enumerate(Precision)}
_OF_YEARS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


def precision_of_year(loose_digits: int) -> Precision:
    """The precision of a year whose last `loose_digits` digits are not given."""
    return _OF_YEARS[loose_digits] if loose_digits < len(_OF_YEARS) else Precision.AGES


class Doubt(Flag):
    """What a qualifier says of a component: `?` uncertain, `~` approximate, `%` both."""

    NONE = 0
    UNCERTAIN = 1
    APPROXIMATE = 2
    BOTH = 3


NO_DOUBTS = (Doubt.NONE, Doubt.NONE, Doubt.NONE)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a date with a time of day is, in seconds since the midnight with which day 0 begins.

    Two that both give their shift from UTC can be compared, and two of which neither does; of one that does and one
    that does not only the days can.
    """

    first: int
    """In UTC where a shift is written, else by the clock as written."""
    last: int
    """The same second, or the last one of a minute of which the second is not given."""
    end_of_day: int
    """The last second of the day as written; `last` where that is later, as `24:00:00` is."""
    in_utc: bool
    """Whether a shift from UTC is written."""


@dataclass(frozen=True, slots=True)
class Part:
    """A date, a date with a time of day, a season, or a year of any length."""

    text: str
    """As written."""
    level: int
    """The lowest EDTF level that has it: 0, 1 or 2."""
    span: Span
    """The first and the last day that it allows. Qualifiers do not widen it."""
    precision: Precision
    year: int | None
    """The astronomical year; None when digits of it are unspecified."""
    year_mask: str
    """The year's four characters, digits or `X`, with its sign; empty for years given by their value alone."""
    month: str
    """Two characters, digits or `X`, a code of a sub-year grouping too; empty when there is none."""
    day: str
    """Two characters, digits or `X`; empty when there is none."""
    doubts: tuple[Doubt, Doubt, Doubt] = NO_DOUBTS
    """What qualifiers say of year, month and day, each."""
    time: str = ""
    """`23:20:30` or `23:20`, with what is written of the shift from UTC; empty when there is none."""
    moment: Moment | None = None
    """When the time of day is; None when there is none."""
    significant: int | None = None
    """How many digits of the year are significant (`1950S2`); None when it is not said."""

    @property
    def is_doubtful(self) -> bool:
        """Whether any of it is qualified by `?`, `~` or `%`."""
        return self.doubts != NO_DOUBTS

    @property
    def has_unspecified(self) -> bool:
        """Whether a digit is an `X`."""
        return "X" in self.text


@dataclass(frozen=True, slots=True)
class Range:
    """Consecutive dates in a set: `1670..1672`, `..1984` (first is None), `1760-12..` (last is None)."""

    first: Part | None
    last: Part | None


class Blank(Enum):
    """What stands for a date at an end of an interval."""

    OPEN = ".."
    """`..`: no such end."""
    UNKNOWN = ""
    """Nothing: there is an end, not known."""


class Shape(StrEnum):
    """How many dates there are and how they belong together."""

    SINGLE = "single"
    """One date."""
    INTERVAL = "interval"
    """`a/b`: lasted from a to b."""
    ONE_OF = "one-of"
    """`[a,b..c]`: on one of these, not known on which."""
    ALL_OF = "all-of"
    """`{a,b..c}`: on every one of these."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class Date:
    """A date that can be vague. Immutable and hashable; equal when written alike.

    A date without a day, and one of a set, happened somewhere inside: its `start` and its `end` are each as
    wide as the whole. Qualifiers (`?`, `~`, `%`) never widen a bound. An end that was left blank has two
    unknown bounds, an open one two infinite ones. The bounds of an interval's ends are those of its two dates,
    not narrowed by each other.
    """

    text: str
    """As written; `str()` gives it back."""
    level: int
    """The lowest EDTF level that has it: 0, 1 or 2."""
    start: Span
    """Where the start may lie."""
    end: Span
    """Where the end may lie."""
    doubt: Doubt
    """What qualifiers say of any of it."""
    precision: Precision
    """The finest component given; of intervals and sets, that of their finest date."""
    shape: Shape
    """One date, an interval, or a set of either kind."""
    parts: tuple[Part | Range | Blank, ...]
    """The dates of which it is made, as written: one, two ends of an interval, or a set's members."""

    @property
    def earliest(self) -> Bound:
        """The first day on which it can have started."""
        return self.start.earliest

    @property
    def latest(self) -> Bound:
        """The last day on which it can have ended."""
        return self.end.latest

    @property
    def is_doubtful(self) -> bool:
        """Whether any of it is qualified at all: by `?`, `~` or `%`."""
        return self.doubt is not Doubt.NONE

    @property
    def is_interval(self) -> bool:
        """Whether it lasted from one date to another (`a/b`)."""
        return self.shape is Shape.INTERVAL

    @property
    def is_set(self) -> bool:
        """Whether it is a set; `shape` says of which kind."""
        return self.shape in (Shape.ONE_OF, Shape.ALL_OF)

    @property
    def moment(self) -> Moment | None:
        """When it is, to the second or minute; None where no time of day is written."""
        only = self.parts[0]
        return only.moment if isinstance(only, Part) else None

    @property
    def sort_key(self) -> tuple[int, int, int, int, int, int, str]:
        """Earliest start, then earliest latest, then the more precise, then the text: total, as equality is.

        An unknown start sorts as -inf does and an unknown end as inf does, next to them. Times of day sort in UTC.
        """
        first, last = self.start.earliest, self.end.latest
        moment = self.moment
        if moment is not None:
            day, second = divmod(moment.first, 24 * 60 * 60)
            return (0, day, 0, day, Precision.SECOND.rank, second, self.text)
        return (first.rank, first.number, last.rank, last.number, self.precision.rank, 0, self.text)

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Date) else NotImplemented

    def __lt__(self, other: "Date") -> bool:
        return self.sort_key < other.sort_key
