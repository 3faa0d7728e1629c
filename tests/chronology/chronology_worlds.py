"""Small random chronicles: few events within a few days, many links."""

from dataclasses import dataclass

from hypothesis import strategies as st

from site_builder import edtf
from site_builder.chronology import Dated, Tie
from site_builder.vocabulary import LinkType

LINKS = tuple(link for link in LinkType.all() if link.in_time != "any")
"""The types that say something of time."""
FIRST = edtf.parse("2023-11-01").earliest.number


@dataclass(frozen=True)
class World:
    events: tuple[Dated, ...]
    ties: tuple[Tie, ...]

    @property
    def certain(self) -> list[Dated]:
        """The events whose dates bind."""
        return [event for event in self.events if not event.vague]

    @property
    def narrowing(self) -> list[Tie]:
        return [tie for tie in self.ties if tie.narrows]


@st.composite
def dates(draw: st.DrawFn, days: int, *, vague: bool, open_ended: bool, timed: bool) -> edtf.Date:
    """A date within the first days of November 2023."""
    first = draw(st.integers(1, days))
    last = draw(st.integers(first, days))
    a, b = f"2023-11-{first:02}", f"2023-11-{last:02}"
    forms = [a, f"{a}/{b}", f"[{a}..{b}]", f"{{{a}..{b}}}"]
    if vague:
        forms += [f"{a}~", f"{a}?", f"{a}/{b}%"]
    if open_ended:
        forms += [f"{a}/..", f"../{b}", f"{a}/", f"/{b}", f"[..{b}]", f"[{a}..]"]
    if timed:
        clock = draw(st.sampled_from(["00:00:00", "00:30", "12:00", "12:00:30", "23:30:00", "24:00"]))
        forms += [f"{a}T{clock}{shift}" for shift in ("", "Z", "-12", "-05:00", "+05:30", "+14:00")]
    return edtf.parse(draw(st.sampled_from(forms)))


@st.composite
def worlds(
    draw: st.DrawFn,
    *,
    events: int,
    ties: int,
    days: int,
    vague: bool = False,
    open_ended: bool = False,
    timed: bool = False,
    links: tuple[LinkType, ...] = LINKS,
) -> World:
    """Up to so many events and ties, with dates in the first days of November 2023."""
    ids = "abcdefgh"[: draw(st.integers(2, events))]
    dated = dates(days, vague=vague, open_ended=open_ended, timed=timed)
    ends = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)
    tie = st.builds(lambda pair, link: Tie(pair[0], link, pair[1]), ends, st.sampled_from(links))
    return World(
        tuple(Dated(event, draw(dated), draw(st.booleans())) for event in ids),
        tuple(draw(st.lists(tie, max_size=ties))),
    )
