"""Claims in the order in which readers meet them: by party and category, then by topic, nearest witnesses first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from site_builder.figures import sort_parties
from site_builder.linking import ClaimKey
from site_builder.pages.claim_lines import figure_words, matter_of
from site_builder.pages.claims import ClaimView, free_anchors, view_claim
from site_builder.pages.context import Here, PageLink
from site_builder.pages.sides import parties_to, speaks_for_one_of
from site_builder.records import Claim, Event, Kind
from site_builder.vocabulary import FigureCategory, Topic

_WIDEST_WORD = 9
"""Characters of a word that the column of figures has room for."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a group; in full where the page shows it first, else in short with a way to the full one."""

    claim: ClaimView
    """In groups by party it is called disputed where its figure for that party and category is."""
    figure: str
    """The figure that the group is about; empty in groups by topic."""
    in_full: bool
    full_href: str
    """Where on the page the claim stands in full."""
    mark: str
    """The anchor of this row; empty where it has none."""
    former: tuple[str, ...] = ()
    """The anchors that it had before."""

    @property
    def figure_beside(self) -> bool:
        """Whether the figure is short enough to stand in a narrow column beside the claim."""
        return bool(self.figure) and max(map(len, self.figure.split())) <= _WIDEST_WORD


@dataclass(frozen=True, slots=True)
class Group:
    """Claims on one matter, a row a claim."""

    anchor: str
    heading: str
    rows: tuple[Row, ...]
    disagree: bool
    """Whether claims in it are disputed."""
    periods_differ: bool
    """Whether claims in it cover different days and so cannot be compared."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A line in the box of what is disputed: the matter, how many claims, and where they stand."""

    heading: str
    count: int
    href: str
    question: PageLink | None


def group_claims(here: Here, event: Event) -> tuple[Group, ...]:
    """All claims shown on an event's page, grouped: tolls by party and category, the rest by topic."""
    keys = _in_reading_order(here, event)
    claims = here.chronicle.claims.all
    tolls: dict[tuple[str, FigureCategory], list[ClaimKey]] = {}
    topics: dict[Topic, list[ClaimKey]] = {}
    for key in keys:
        claim = claims[key]
        for party, by_category in claim.figures.items():
            for category in by_category:
                tolls.setdefault((sort_parties(party), category), []).append(key)
        if not claim.figures:
            topics.setdefault(claim.topic, []).append(key)
    views = {key: view_claim(here, key, event.id) for key in keys}
    shown: dict[ClaimKey, str] = {}
    groups = [
        _toll_group(here, party, category, members, views, shown)
        for (party, category), members in sorted(tolls.items(), key=_largest_first)
    ]
    groups += [
        _group(f"group-{topic.value}", here.gettext(topic.heading), [(views[key], "") for key in members], shown)
        for topic, members in sorted(topics.items(), key=lambda item: item[0].order)
    ]
    return _with_former_anchors(groups)


def _with_former_anchors(groups: list[Group]) -> tuple[Group, ...]:
    rows = [row for group in groups for row in group.rows]
    taken = [*(row.mark for row in rows), *(group.anchor for group in groups)]
    free = iter(free_anchors(map(_former_anchors, rows), taken))
    return tuple(replace(group, rows=tuple(replace(row, former=next(free)) for row in group.rows)) for group in groups)


def _former_anchors(row: Row) -> list[str]:
    """The anchors that a row had under former ids; the page's own claims are named without their event."""
    if not row.mark:
        return []
    claim = row.claim
    if claim.anchor:
        return [former.claim for former in claim.former if former.event == claim.line.key.event]
    return [anchor_of_other(former) for former in claim.former]


def anchor_of_other(key: ClaimKey) -> str:
    """The anchor of a claim on the page of another event."""
    return f"{key.event}_{key.claim}"


def find_disputes(here: Here, groups: tuple[Group, ...]) -> tuple[Dispute, ...]:
    """What is disputed on a page: by question where the disputed claims bear on one, else by group."""
    claims = here.chronicle.claims.all
    by_question: dict[str, set[ClaimKey]] = {}
    first_anchor: dict[str, str] = {}
    disputes: list[Dispute] = []
    for group in groups:
        questions = {
            question
            for row in group.rows
            if row.claim.line.disputed and (question := claims[row.claim.line.key].question) is not None
        }
        for question in sorted(questions):
            first_anchor.setdefault(question, group.anchor)
        for row in group.rows:
            if (question := claims[row.claim.line.key].question) is not None:
                by_question.setdefault(question, set()).add(row.claim.line.key)
        if not questions and group.disagree:
            disputes.append(Dispute(group.heading, len(group.rows), f"#{group.anchor}", None))
    asked = [
        Dispute(
            here.name(Kind.QUESTION, question),
            len(by_question[question]),
            f"#{anchor}",
            here.record_link(Kind.QUESTION, question),
        )
        for question, anchor in first_anchor.items()
    ]
    return (*asked, *disputes)


def _largest_first(item: tuple[tuple[str, FigureCategory], list[ClaimKey]]) -> tuple[int, int, str]:
    (party, category), members = item
    return (category.order, -len(members), party)


def _in_reading_order(here: Here, event: Event) -> list[ClaimKey]:
    claims = here.chronicle.claims
    belligerents = parties_to(here, [event])

    def place(key: ClaimKey) -> tuple[int, bool, object, ClaimKey]:
        claim = claims.all[key]
        said = claim.date.sort_key if claim.date is not None else ()
        return (_distance(here, claim, belligerents), claim.date is None, said, key)

    return sorted(claims.shown_on[event.id], key=place)


def _distance(here: Here, claim: Claim, belligerents: frozenset[str]) -> int:
    """0 for third parties with imagery or documents, 1 for other third parties, 2 for belligerents."""
    if speaks_for_one_of(here, belligerents, claim):
        return 2
    return 0 if claim.basis.checkable else 1


def _toll_group(
    here: Here,
    party: str,
    category: FigureCategory,
    members: Iterable[ClaimKey],
    views: Mapping[ClaimKey, ClaimView],
    shown: dict[ClaimKey, str],
) -> Group:
    claims = here.chronicle.claims.all
    rows = []
    for key in members:
        figure = _figure(here, claims[key], party, category)
        # Of a claim with several figures one may be disputed and others not.
        line = replace(views[key].line, disputed=here.chronicle.claims.disputed(key, party, category))
        rows.append((replace(views[key], line=line), figure))
    heading = matter_of(here, party, category, ": ")
    return _group(f"group-{party.replace('+', '_')}-{category.value}", heading, rows, shown)


def _figure(here: Here, claim: Claim, party: str, category: FigureCategory) -> str:
    """What a claim counts of a party and category, in words; empty where it counts nothing of them."""
    return next(
        (
            figure_words(here, by_category[category], category)
            for named, by_category in claim.figures.items()
            if sort_parties(named) == party and category in by_category
        ),
        "",
    )


def _group(
    anchor: str,
    heading: str,
    members: Iterable[tuple[ClaimView, str]],
    shown: dict[ClaimKey, str],
) -> Group:
    rows = []
    for view, figure in members:
        key = view.line.key
        first = key not in shown
        if first:
            shown[key] = view.anchor or anchor_of_other(key)
        rows.append(Row(view, figure, first, f"#{shown[key]}", shown[key] if first else ""))
    together = {row.claim.line.key for row in rows if row.figure}
    return Group(
        anchor=anchor,
        heading=heading,
        rows=tuple(rows),
        disagree=any(row.claim.line.disputed for row in rows),
        periods_differ=any(not together.isdisjoint(row.claim.apart) for row in rows),
    )
