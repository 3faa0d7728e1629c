"""The value that `parse` returns."""

from dataclasses import dataclass
from enum import StrEnum

from site_builder.edtf.bounds import Bound, Span
from site_builder.edtf.parts import Blank, Moment, Part, Precision, Range


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
    uncertain: bool
    """Whether any of it is qualified by `?` or `%`."""
    approximate: bool
    """Whether any of it is qualified by `~` or `%`."""
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

    def __le__(self, other: "Date") -> bool:
        return self.sort_key <= other.sort_key

    def __gt__(self, other: "Date") -> bool:
        return self.sort_key > other.sort_key

    def __ge__(self, other: "Date") -> bool:
        return self.sort_key >= other.sort_key
