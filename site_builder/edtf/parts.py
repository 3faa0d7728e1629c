"""One date as written: the parts of which intervals and sets are made, and most dates are one."""

import re
from dataclasses import dataclass
from enum import Enum, Flag, StrEnum

from site_builder.edtf.bounds import Span


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


_CLOCK = re.compile(r"[Z+-].*")
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
    def clock(self) -> str:
        """The time of day as written, without the shift from UTC."""
        return _CLOCK.sub("", self.time)

    @property
    def shift(self) -> str:
        """What is written of the shift from UTC: `Z`, `+02:00`, `-04`, or nothing."""
        return self.time.removeprefix(self.clock)

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
