"""One list of a record's page: which of its lines stand open, and which are folded up."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from site_builder.pages.claim_lines import ClaimLine, as_its_voice_shows_it, view_claim_line
from site_builder.pages.context import Here
from site_builder.pages.event_lines import EventLine, Roles, view_line
from site_builder.pages.ledger import Ledger
from site_builder.pages.list_parts import years_in_words
from site_builder.pages.record_lines import RecordLine
from site_builder.pages.story import StoryEvent, tell
from site_builder.records import Actor, Event, Place, Record, Thread


class _Most(NamedTuple):
    events: int
    """Most events of a list that stand open."""
    leading: int
    """Most important ones that stand open where there are more."""


_TOOK_PART, _NAMED = _Most(10, 15), _Most(3, 0)
_MOST_CLAIMS = 60
"""Most claims of a list that stand open."""


@dataclass(frozen=True, slots=True)
class ListPart:
    """Lines of a list that stand together."""

    heading: str
    """What it is called in the list; may be empty."""
    count: str
    """How many lines it has, in words; may be empty."""
    folded: bool
    """Whether it is folded up."""
    events: tuple[EventLine, ...] = ()
    claims: tuple[ClaimLine, ...] = ()
    story: tuple[StoryEvent, ...] = ()
    """The events of a thread, in place of their lines."""


@dataclass(frozen=True, slots=True)
class RecordList:
    """A list of a record, as far as it stands on one page."""

    id: str
    heading: str
    count: str
    """How many lines it has here, in words, and of which years they are where the page does not say so."""
    parts: tuple[ListPart, ...]
    ledger: Ledger | None
    """The claims on a question, in place of parts."""

    @property
    def events(self) -> tuple[EventLine, ...]:
        """The events of all parts."""
        return tuple(line for part in self.parts for line in (*part.events, *(told.line for told in part.story)))

    @property
    def claims(self) -> tuple[ClaimLine, ...]:
        """The claims of all parts."""
        return tuple(line for part in self.parts for line in part.claims)


def view_parts(here: Here, record: Record, name: str, lines: Sequence[RecordLine]) -> tuple[ListPart, ...]:
    """The lines of one list in parts; those of a question make a ledger instead."""
    if isinstance(record, Thread):
        return tuple(_story_by_year(here, record, lines))
    if lines[0].claim:
        return tuple(_claims_by_voice(here, record, lines))
    return tuple(_leading_first(here, record, lines, _NAMED if name == "named" else _TOOK_PART))


def _story_by_year(here: Here, thread: Thread, lines: Sequence[RecordLine]) -> Iterator[ListPart]:
    """The events of a thread, under the years where they are of several."""
    shown = {line.event for line in lines}
    several = len({line.year for line in lines}) > 1
    for year, found in groupby(lines, key=lambda line: line.year):
        story = tuple(tell(here, thread, line.event, shown) for line in found)
        yield ListPart(years_in_words(here, [year]) if several else "", "", folded=False, story=story)


def _claims_by_voice(here: Here, record: Record, lines: Sequence[RecordLine]) -> Iterator[ListPart]:
    """Claims, each a line: an actor's own first, then those of people on its side whom no source names."""
    known = here.chronicle.claims.all
    unnamed = {line.key for line in lines if known[line.key].by is None and known[line.key].side == record.id}
    own = [line for line in lines if line.key not in unnamed]
    yield from _claims_by_year(here, record, own or lines)
    if own and unnamed:
        others = _claims(here, record, (line for line in lines if line.key in unnamed))
        yield ListPart("", here.number(len(others), "unnamed claim"), folded=True, claims=others)


def _claims_by_year(here: Here, record: Record, lines: Sequence[RecordLine]) -> Iterator[ListPart]:
    """Claims; of very many each year is a fold."""
    if len(lines) <= _MOST_CLAIMS:
        yield ListPart("", "", folded=False, claims=_claims(here, record, lines))
        return
    by_year: dict[int | None, list[RecordLine]] = {}
    for line in lines:
        by_year.setdefault(line.year, []).append(line)
    for year, found in by_year.items():
        name, count = years_in_words(here, [year]), here.number(len(found), "claim")
        yield ListPart(name, count, folded=True, claims=_claims(here, record, found))


def _leading_first(here: Here, record: Record, lines: Sequence[RecordLine], most: _Most) -> Iterator[ListPart]:
    """Events; where there are many, only the most important stand open, if those are not many too."""
    events = [here.chronicle.events[line.event] for line in lines]
    if len(events) <= most.events:
        yield ListPart("", "", folded=False, events=_events(here, record, events))
        return
    leading = [event for event in events if event.importance.leads]
    others = [event for event in events if not event.importance.leads]
    if not 0 < len(leading) <= most.leading:
        leading, others = [], events
    if leading:
        yield ListPart("", "", folded=False, events=_events(here, record, leading))
    if others:
        count = here.number(len(others), "other event" if leading else "event")
        yield ListPart("", count, folded=True, events=_events(here, record, others))


def _events(here: Here, record: Record, events: Iterable[Event]) -> tuple[EventLine, ...]:
    return tuple(view_line(here, event, _roles(here, record, event)) for event in events)


def _claims(here: Here, record: Record, lines: Iterable[RecordLine]) -> tuple[ClaimLine, ...]:
    shown = (view_claim_line(here, line.key) for line in lines)
    return tuple(as_its_voice_shows_it(line, record.id) if isinstance(record, Actor) else line for line in shown)


def _roles(here: Here, record: Record, event: Event) -> Roles:
    """What an actor or a place was in an event, in words."""
    match record:
        case Actor():
            return tuple(
                (
                    here.gettext(part.role.label),
                    "" if part.standing.value == "established" else here.gettext(part.standing.label),
                )
                for part in event.actors
                if part.actor == record.id
            )
        case Place():
            return tuple((here.gettext(at.role.label), "") for at in event.places if at.place == record.id)
    return ()
