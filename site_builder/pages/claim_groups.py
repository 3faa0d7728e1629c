"""Claims in the order in which readers meet them: each once, by topic and what it is about, nearest witnesses first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.linking import ClaimKey
from site_builder.pages.claim_lines import has_fighters
from site_builder.pages.claims import ClaimView, free_anchors, view_claim
from site_builder.pages.context import Here, PageLink
from site_builder.pages.known import knowledge
from site_builder.pages.sides import speaks_for_side
from site_builder.records import Claim, Event, Kind
from site_builder.vocabulary import Topic

_TOLL = Topic.of("toll")
MOST_IN_SIGHT = 5
"""Most claims of which none is disputed that a group shows unasked."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a group."""

    claim: ClaimView
    ids: tuple[str, ...]
    """Its anchors on the page: the one that it has now, then those that it had before."""
    said_in: PageLink | None
    """In which event it was said, where nothing above says so."""
    reason: Claim | None
    """The claim itself where it gives the reason for its assessment, and nothing above does."""


@dataclass(frozen=True, slots=True)
class Run:
    """Claims in a row, and what is said of all of them before them."""

    rows: tuple[Row, ...]
    said_in: PageLink | None = None
    reason: Claim | None = None
    """One of the claims, where all are assessed alike for the same reason."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims on one matter."""

    anchor: str
    heading: PageLink
    """In words; it may lead to the question on which the claims bear."""
    counts: bool
    """Whether its claims give figures."""
    runs: tuple[Run, ...]
    periods_differ: bool
    """Whether claims in it count different days and so cannot be compared."""
    periods_differ_since: str
    """The day from which two such claims are known; may be empty."""

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for run in self.runs for row in run.rows)

    @property
    def folded(self) -> bool:
        """Whether it opens on a tap: claims in the charts already, and many on what nobody disputes."""
        disputed = any(row.claim.line.disputed for row in self.rows)
        return self.counts or (len(self.rows) > MOST_IN_SIGHT and not disputed)


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a claim is about: claims about the same form a group."""

    topic: Topic
    counts: bool = False
    label: str = ""
    """In words, where there are any besides those of the topic."""

    @property
    def place(self) -> tuple[int, bool, bool]:
        """The counts of a topic first, then what has a label."""
        return self.topic.order, not self.counts, not self.label


def group_claims(here: Here, event: Event) -> tuple[Group, ...]:
    """All claims shown on an event's page, each in one group."""
    keys = _in_reading_order(here, event)
    found: dict[_Matter, list[ClaimKey]] = {}
    for key in keys:
        found.setdefault(_matter(here, here.chronicle.claims.all[key]), []).append(key)
    matters = sorted(found, key=lambda matter: matter.place)
    rows = _make_rows(here, event, [key for matter in matters for key in found[matter]])
    return tuple(
        _group(here, matter, [rows[key] for key in found[matter]], _anchor(matters, at))
        for at, matter in enumerate(matters)
    )


def anchor_of_other(key: ClaimKey) -> str:
    """The anchor of a claim on the page of another event."""
    return f"{key.event}_{key.claim}"


def _matter(here: Here, claim: Claim) -> _Matter:
    if claim.figures:
        return _Matter(_TOLL, counts=True)
    if claim.about is not None:
        return _Matter(claim.topic, label=here.text(claim.about))
    if claim.question is not None and claim.topic != _TOLL:
        return _Matter(claim.topic, label=here.name(Kind.QUESTION, claim.question))
    return _Matter(claim.topic)


def _anchor(matters: Sequence[_Matter], at: int) -> str:
    """The topic's name for its first group, with a number for each further one."""
    number = 1 + sum(matter.topic == matters[at].topic for matter in matters[:at])
    return f"group-{matters[at].topic.value}" + (f"-{number}" if number > 1 else "")


def _make_rows(here: Here, event: Event, keys: Sequence[ClaimKey]) -> Mapping[ClaimKey, Row]:
    """A row for each claim; where two want an anchor, it is that of the claim that has it now, then of the first."""
    views = [view_claim(here, key, event.id) for key in keys]
    now = [view.anchor or anchor_of_other(view.line.key) for view in views]
    before = free_anchors(map(_former_anchors, views), now)
    return {
        view.line.key: Row(view, (anchor, *former), view.said_in, claim if claim.because is not None else None)
        for view, anchor, former in zip(views, now, before, strict=True)
        for claim in [view.line.claim]
    }


def _former_anchors(view: ClaimView) -> list[str]:
    """The anchors that a claim had under former ids; the page's own claims are named without their event."""
    if view.anchor:
        return [former.claim for former in view.former if former.event == view.line.key.event]
    return [anchor_of_other(former) for former in view.former]


def _group(here: Here, matter: _Matter, rows: Sequence[Row], anchor: str) -> Group:
    counting = {row.claim.line.key for row in rows if matter.counts}
    differing = [(row.claim.line.key, other) for row in rows for other in row.claim.apart if other in counting]
    return Group(
        anchor,
        _heading(here, matter, rows),
        matter.counts,
        tuple(_in_runs(rows)),
        periods_differ=bool(differing),
        periods_differ_since=knowledge(here).first_together(differing),
    )


def _heading(here: Here, matter: _Matter, rows: Sequence[Row]) -> PageLink:
    """It leads to the question on which all claims bear, where it says what they are about."""
    if matter.counts:
        return PageLink(here.say("The counts, claim by claim"))
    if not matter.label:
        return PageLink(here.gettext(matter.topic.heading))
    questions = {row.claim.line.claim.question for row in rows}
    question = questions.pop() if len(questions) == 1 else None
    return PageLink(matter.label, here.record_href(Kind.QUESTION, question) if question is not None else None)


def _in_runs(rows: Sequence[Row]) -> Iterator[Run]:
    """The rows in their order; what several in a row have in common is said once, before them."""
    start = 0
    while start < len(rows):
        first, end = rows[start], start + 1
        said_in, reason = first.said_in, first.reason
        while end < len(rows):
            same_event = said_in if rows[end].said_in == said_in else None
            same_reason = reason if _same_reason(rows[end].reason, reason) else None
            if same_event is None and same_reason is None:
                break
            said_in, reason, end = same_event, same_reason, end + 1
        run = rows[start:end]
        if len(run) == 1:
            yield Run(tuple(run))
        else:
            yield Run(tuple(_without(row, said_in, reason) for row in run), said_in, reason)
        start = end


def _same_reason(one: Claim | None, other: Claim | None) -> bool:
    """Whether two claims are assessed alike for the same reason."""
    if one is None or other is None:
        return False
    return (one.assessment, one.because) == (other.assessment, other.because)


def _without(row: Row, said_in: PageLink | None, reason: Claim | None) -> Row:
    """A row without what is said above it."""
    return replace(
        row,
        said_in=row.said_in if said_in is None else None,
        reason=row.reason if reason is None else None,
    )


def _in_reading_order(here: Here, event: Event) -> list[ClaimKey]:
    claims = here.chronicle.claims
    with_sides = has_fighters(here)

    def place(key: ClaimKey) -> tuple[int, bool, object, ClaimKey]:
        claim = claims.all[key]
        said = claim.date.sort_key if claim.date is not None else ()
        return (_distance(here, claim, with_sides=with_sides), claim.date is None, said, key)

    return sorted(claims.shown_on[event.id], key=place)


def _distance(here: Here, claim: Claim, *, with_sides: bool) -> int:
    """0 for who speaks for no side with imagery or documents, 1 for others such, 2 for who speaks for a side."""
    if with_sides and speaks_for_side(here, claim):
        return 2
    return 0 if claim.basis.checkable else 1
