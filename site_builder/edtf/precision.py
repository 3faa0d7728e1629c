"""How finely a date is given."""

from enum import StrEnum


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
_YEARS = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)


def of_year(loose_digits: int) -> Precision:
    """The precision of a year whose last `loose_digits` digits are not given."""
    return _YEARS[loose_digits] if loose_digits < len(_YEARS) else Precision.AGES
