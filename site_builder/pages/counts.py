"""Counts at a glance: for each party and category that several claims count a chart, with a row a claim, and a table.

Nothing is added up, and no two claimants are put into one: each row is what one claim says.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from babel.numbers import format_compact_decimal, format_decimal

from site_builder.figures import Figure
from site_builder.linking import ClaimKey
from site_builder.pages.chart import Drawing, Scale, draw, make_scale
from site_builder.pages.claim_lines import figure_words, matter_of, party_name
from site_builder.pages.context import Here
from site_builder.pages.counting import Counting, CountingClaim, Matter, find_counts
from site_builder.pages.known import Spell, knowledge
from site_builder.records import Event
from site_builder.vocabulary import Basis, FigureCategory

OPEN_ROWS = 20
"""Rows of all charts together that a page shows unasked; the first chart is shown in any case."""
OPEN_ROWS_OF_SIDE = 14
"""Rows of one side in one chart that are shown unasked."""
_SHARED = 2
"""From how many counts on a chart says more than a line."""
_LONG_NUMBER = 100_000
"""From which on a tick is printed in short, such as `2M`."""


@dataclass(frozen=True, slots=True)
class CountView:
    """One figure of a claim."""

    by: CountingClaim
    category: str
    figure: str
    disputed: bool
    """Whether this figure is, and not only another of the claim."""
    disputed_when: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A count, drawn."""

    count: CountView
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class ChartSide:
    """The rows of one side, by date said; which sides there are `Counting` says."""

    heading: str
    """Empty where there are no sides."""
    rows: tuple[ChartRow, ...]
    more: tuple[ChartRow, ...]
    """Those that are folded up."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Several claims' counts of one party and category, on one scale."""

    anchor: str
    heading: str
    sides: tuple[ChartSide, ...]
    ticks: tuple[tuple[float, str], ...]
    """Where the ticks of the scale stand, and their numbers."""

    def rows(self) -> Iterator[ChartRow]:
        for side in self.sides:
            yield from side.rows
            yield from side.more


@dataclass(frozen=True, slots=True)
class SingleCount:
    """The only count of a party and category."""

    anchor: str
    heading: str
    count: CountView


@dataclass(frozen=True, slots=True)
class TableRow:
    """A claim, and for each party in turn what it counts of it."""

    by: CountingClaim
    cells: tuple[tuple[CountView, ...], ...]


@dataclass(frozen=True, slots=True)
class CountTable:
    """The same as text: claims as rows, parties as columns."""

    parties: tuple[str, ...]
    sides: tuple[tuple[str, tuple[TableRow, ...]], ...]
    """The sides of `Counting`, each under its heading."""


@dataclass(frozen=True, slots=True)
class ChartSigns:
    """What of the signs in the charts is to be explained."""

    bases: tuple[Basis, ...]
    ranges: bool
    soft: bool
    or_more: bool
    or_less: bool
    revised: bool
    other_days: bool


@dataclass(frozen=True, slots=True)
class CountCharts:
    """What a page shows of the counts in its claims."""

    charts: tuple[Chart, ...]
    more: tuple[Chart, ...]
    """Those that are folded up."""
    more_categories: tuple[str, ...]
    """What those count."""
    single: tuple[SingleCount, ...]
    table: CountTable | None
    """None where there is no chart."""
    signs: ChartSigns


def view_counts(
    here: Here, keys: Iterable[ClaimKey], href_of: Callable[[ClaimKey], str], event: Event | None = None
) -> CountCharts | None:
    """The counts in some claims; None where none of them counts.

    `href_of` leads to a claim, on the page or elsewhere; `event` is the one whose page it is, if any.
    """
    counting = find_counts(here, keys, href_of, event)
    if not counting.found:
        return None
    shared = [matter for matter, by_claim in counting.found.items() if len(by_claim) >= _SHARED]
    charts = [_chart(here, counting, matter) for matter in shared]
    shown = _fitting(charts)
    return CountCharts(
        charts=tuple(charts[:shown]),
        more=tuple(charts[shown:]),
        more_categories=tuple(dict.fromkeys(here.gettext(matter.category.label) for matter in shared[shown:])),
        single=tuple(_single(here, counting, matter) for matter in counting.found if matter not in shared),
        table=_table(here, counting) if charts else None,
        signs=_signs([row for chart in charts for row in chart.rows()]),
    )


def _fitting(charts: Sequence[Chart]) -> int:
    """How many of the first charts are shown unasked."""
    rows = 0
    for at, chart in enumerate(charts):
        rows += sum(len(side.rows) for side in chart.sides)
        if at and rows > OPEN_ROWS:
            return at
    return len(charts)


def _chart(here: Here, counting: Counting, matter: Matter) -> Chart:
    figures = counting.found[matter]
    scale = make_scale(figures.values())
    sides = []
    for heading, speaking in counting.sides:
        rows = [
            ChartRow(_count(here, counting, matter, key), draw(figure, scale))
            for key, figure in figures.items()
            if key in speaking
        ]
        if rows:
            sides.append(ChartSide(heading, tuple(rows[:OPEN_ROWS_OF_SIDE]), tuple(rows[OPEN_ROWS_OF_SIDE:])))
    return Chart(matter.anchor, _heading(here, matter), tuple(sides), tuple(_ticks(here, scale)))


def _single(here: Here, counting: Counting, matter: Matter) -> SingleCount:
    [key] = counting.found[matter]
    return SingleCount(matter.anchor, _heading(here, matter), _count(here, counting, matter, key))


def _count(here: Here, counting: Counting, matter: Matter, key: ClaimKey) -> CountView:
    return CountView(
        counting.claims[key],
        here.gettext(matter.category.label),
        _words(here, counting.found[matter][key], matter.category),
        here.chronicle.claims.disputed(key, *matter),
        knowledge(here).disputed(key, *matter),
    )


def _heading(here: Here, matter: Matter) -> str:
    return matter_of(here, matter.party, matter.category, ": ")


def _words(here: Here, figure: Figure, category: FigureCategory) -> str:
    if figure.most is not None:
        return figure_words(here, figure, category)
    least = replace(figure, text=str(figure.least))
    return here.say("at least {figure}", figure=figure_words(here, least, category))


def _ticks(here: Here, scale: Scale) -> Iterator[tuple[float, str]]:
    form = format_compact_decimal if scale.top >= _LONG_NUMBER else format_decimal
    for tick in scale.ticks:
        yield scale.at(tick), form(tick, locale=here.site.language)


def _table(here: Here, counting: Counting) -> CountTable:
    parties = tuple(dict.fromkeys(matter.party for matter in counting.found))

    def cells(key: ClaimKey) -> tuple[tuple[CountView, ...], ...]:
        matters = [matter for matter, by_claim in counting.found.items() if key in by_claim]
        return tuple(
            tuple(_count(here, counting, matter, key) for matter in matters if matter.party == party)
            for party in parties
        )

    return CountTable(
        tuple(party_name(here, party) for party in parties),
        tuple(
            (heading, tuple(TableRow(claim, cells(key)) for key, claim in counting.claims.items() if key in speaking))
            for heading, speaking in counting.sides
            if speaking
        ),
    )


def _signs(rows: Sequence[ChartRow]) -> ChartSigns:
    drawings = [row.drawing for row in rows]
    claims = [row.count.by for row in rows]
    return ChartSigns(
        bases=tuple(sorted({one.claim.basis for one in claims}, key=lambda basis: basis.order)),
        ranges=any(len(drawing.named) > 1 for drawing in drawings),
        soft=any(drawing.soft for drawing in drawings),
        or_more=any(drawing.or_more for drawing in drawings),
        or_less=any(drawing.or_less for drawing in drawings),
        revised=any(one.revised or one.withdrawn for one in claims),
        other_days=any(one.days for one in claims),
    )
