"""The scale of a chart of counts, and where on it a figure stands: in per cent of its width, from 0."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.figures import Figure

_STEPS = (1, 2, 2.5, 3, 4, 5)
"""Between ticks, times a power of ten."""
_MOST_DIGITS = 13
_WIDEST = 10
"""How many times its least a count in words alone, such as `thousands`, is drawn at most."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole numbers from 0, at equal distances, up to one that no count in the chart is certain to exceed."""

    ticks: tuple[int, ...]

    @property
    def top(self) -> int:
        return self.ticks[-1]

    def at(self, count: int) -> float:
        """Where a number stands; the edge, where it is beyond the scale."""
        return round(100 * min(count, self.top) / self.top, 1)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure on a scale: its bounds, and the numbers that the claimant named."""

    named: tuple[float, ...]
    """Where its numbers stand, from left to right: one of `84` and `46+`, two of `20-80`, none of `dozens`."""
    start: float
    end: float
    soft: bool
    """Whether its bounds are a convention and not the claimant's: `~50`, `dozens`."""
    or_less: bool
    """Whether the claimant named no least: `up to 10`."""
    or_more: bool
    """Whether it goes on beyond the scale: `46+`."""

    @property
    def width(self) -> float:
        return round(self.end - self.start, 1)

    @property
    def first(self) -> float:
        """Where the leftmost of its shapes stands."""
        return self.named[0] if self.named else self.start

    @property
    def last(self) -> float:
        return self.named[-1] if self.named else self.end


def make_scale(figures: Iterable[Figure]) -> Scale:
    """The shortest scale with round ticks that holds all figures; those in words alone as far as they are drawn."""
    reach = max(map(_reach, figures), default=0)
    steps = (int(step * 10**power) for power in range(_MOST_DIGITS) for step in _STEPS if (step * 10**power) % 1 == 0)
    _, _, intervals, step = min(
        (count * step, -count, count, step) for step in steps for count in (2, 3) if count * step >= reach
    )
    return Scale(tuple(step * tick for tick in range(intervals + 1)))


def draw(figure: Figure, scale: Scale) -> Drawing:
    """Where a figure stands on a scale that was made for it among others."""
    named = _named(figure)
    most = figure.most
    return Drawing(
        named=tuple(map(scale.at, named)),
        start=scale.at(figure.least),
        end=scale.at(most) if most is not None else 100.0,
        soft=figure.approximate,
        or_less=bool(named) and not figure.approximate and figure.least < named[0],
        or_more=most is None or most > scale.top,
    )


def _named(figure: Figure) -> tuple[int, ...]:
    return tuple(sorted({int(number) for number in re.findall("[0-9]+", figure.text)}))


def _reach(figure: Figure) -> int:
    """The largest number that the scale has to hold for a figure."""
    if figure.most is None:
        return figure.least
    return figure.most if _named(figure) else min(figure.most, _WIDEST * figure.least)
