"""A contradiction and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.chronology.network import Dated, Tie

_SPELT_OUT = 20
"""Longer chains are abridged in the sentence."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Links and dates that cannot all be right, none of which could be left out."""

    ties: tuple[Tie, ...]
    """In order: from the first of `dated` to the last, or round the circle where there is none."""
    dated: tuple[Dated, ...]
    """The events whose dates it uses: one that starts or ends too late, and one that does so too early; none where
    the ties lead round in a circle."""

    @property
    def certain(self) -> bool:
        """Whether it is an error. One that rests on dates marked `~` or `?` is a warning."""
        return not any(event.vague for event in self.dated)

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of all events in it, in the order in which the ties come by them."""
        if self.dated:
            ids = [self.dated[0].id]
        else:
            first, second = ({tie.source, tie.target} for tie in self.ties[:2])
            ids = sorted(first - second)
        for tie in self.ties:
            ids += (tie.target, tie.source) if tie.source in ids[-1:] else (tie.source, tie.target)
        return tuple(dict.fromkeys(ids))

    @property
    def sentence(self) -> str:
        """What contradicts, for a contributor: ids, link types and dates as written."""
        links = [str(tie) for tie in self.ties]
        if len(links) > _SPELT_OUT:
            half = _SPELT_OUT // 2
            links[half:-half] = [f"{len(links) - 2 * half} more links"]
        if not self.dated:
            return f"These links lead round in a circle, so that not all can be right: {'; '.join(links)}"
        dates = [f"{event.id} is dated {event.date}" for event in self.dated]
        opening = "Not all of these links and dates can be right"
        if not self.certain:
            opening = "Not all of these links and dates can be right, if dates marked ~, ? or % are taken as written"
        return f"{opening}: {'; '.join(links + dates)}"
