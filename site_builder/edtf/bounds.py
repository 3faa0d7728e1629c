"""Bounds: the earliest and latest day that a vague date allows, or that there is none, or that none is known."""

from dataclasses import dataclass

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
