"""What is disputed about an event, in lines that lead to the claims: by question, and what bears on no question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder.figures import sort_parties
from site_builder.linking import ClaimKey, grouped
from site_builder.pages.claim_groups import Group
from site_builder.pages.claim_lines import matter_of
from site_builder.pages.context import Here
from site_builder.pages.counting import Matter
from site_builder.pages.known import knowledge
from site_builder.records import Event, Kind

COUNTS = "#part-counts"
"""Where a page shows counts at a glance."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """What is disputed, the number of claims on it in words, and where they stand."""

    heading: str
    count: str
    href: str
    since: str
    """The day from which something in it was disputed; may be empty."""


def find_disputes(here: Here, event: Event, groups: Sequence[Group]) -> tuple[Dispute, ...]:
    """The questions on which disputed claims of an event and of those it includes bear; then its other disputes."""
    asked = dict(_asked_here(here, groups))
    included = [event_id for event_id in included_in(here, event.id) if event_id != event.id]
    elsewhere = dict.fromkeys(
        question
        for event_id in included
        for key in here.chronicle.claims.shown_on[event_id]
        if (question := _question_of_disputed(here, key)) is not None and question not in asked
    )
    return (
        *asked.values(),
        *(_asked_elsewhere(here, question) for question in elsewhere),
        *_unasked(here, groups),
    )


def included_in(here: Here, event_id: str) -> tuple[str, ...]:
    """An event and all that it includes, and that those include."""
    found: dict[str, None] = {}
    waiting = [event_id]
    while waiting:
        reached = waiting.pop()
        if reached not in found:
            found[reached] = None
            within = (link for link in here.chronicle.links[reached] if link.type.in_time == "within")
            waiting += [link.event for link in within if not link.type.points_back]
    return tuple(found)


def _question_of_disputed(here: Here, key: ClaimKey) -> str | None:
    """The question on which a claim bears, where the claim is disputed."""
    claims = here.chronicle.claims
    question = claims.all[key].question
    return question if question in here.chronicle.records(Kind.QUESTION) and claims.disputed(key) else None


def _asked_here(here: Here, groups: Sequence[Group]) -> Iterator[tuple[str, Dispute]]:
    """A line for each question, at the first of its disputed claims on the page."""
    claims = here.chronicle.claims
    keys = [row.claim.line.key for group in groups for row in group.rows]
    on_page = grouped((claims.all[key].question, key) for key in keys)
    found = set()
    for group in groups:
        for row in group.rows:
            question = _question_of_disputed(here, row.claim.line.key)
            if question is not None and question not in found:
                found.add(question)
                shown, of_all = len(on_page[question]), len(claims.on_question[question])
                count = here.number(of_all, "claim")
                if shown < of_all:
                    count = here.say("{n} of {claims}", n=shown, claims=count)
                href = COUNTS if group.counts else f"#{group.anchor}"
                yield (
                    question,
                    Dispute(
                        here.name(Kind.QUESTION, question),
                        count,
                        href,
                        knowledge(here).first_disputed(on_page[question]),
                    ),
                )


def _asked_elsewhere(here: Here, question: str) -> Dispute:
    keys = here.chronicle.claims.on_question[question]
    return Dispute(
        here.name(Kind.QUESTION, question),
        here.number(len(keys), "claim"),
        here.record_href(Kind.QUESTION, question) or "",
        knowledge(here).first_disputed(keys),
    )


def _unasked(here: Here, groups: Sequence[Group]) -> Iterator[Dispute]:
    """Disputed claims without a question: counts by what they count, the rest by their groups."""
    for group in groups:
        disputed = [row for row in group.rows if row.claim.line.disputed and row.claim.line.claim.question is None]
        counting = [row for row in disputed if row.claim.line.claim.figures]
        if counting:
            yield from _counts(here, group)
        elif disputed:
            since = knowledge(here).first_disputed(row.claim.line.key for row in disputed)
            yield Dispute(group.heading.label, here.number(len(group.rows), "claim"), f"#{group.anchor}", since)


def _counts(here: Here, group: Group) -> Iterator[Dispute]:
    claims = here.chronicle.claims
    found: dict[Matter, list[ClaimKey]] = {}
    for row in group.rows:
        for party, by_category in row.claim.line.claim.figures.items():
            for category in by_category:
                found.setdefault(Matter(sort_parties(party), category), []).append(row.claim.line.key)
    for matter, keys in found.items():
        if any(claims.all[key].question is None and claims.disputed(key, *matter) for key in keys):
            heading = matter_of(here, matter.party, matter.category, ": ")
            since = knowledge(here).first_disputed(keys, *matter)
            yield Dispute(heading, here.number(len(keys), "claim"), f"#{matter.anchor}", since)
