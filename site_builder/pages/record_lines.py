"""What stands in the lists of a record's page, by year: so that pages can be planned before any of them is made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from site_builder.chronicle import Chronicle
from site_builder.linking import ClaimKey
from site_builder.pages.addresses import year_part
from site_builder.pages.contents import claims_of, events_of, links_back
from site_builder.pages.dates import first_year
from site_builder.pages.paging import Sheets, bytes_of, make_sheets, year_levels
from site_builder.pages.question_top import weigh_top
from site_builder.pages.years import weigh_event, year_of
from site_builder.records import Question, Record, Thread

_NOTE = 40
"""Bytes of HTML of an actor's or a place's role in an event."""
_CLAIM, _FIGURE, _THROUGH, _MARK = 560, 60, 110, 70
"""Bytes of HTML of a claim's line without its texts, and of each figure, of whom it came through, and of a mark."""
_IN_STORY, _TIE_BACK, _SOURCE = 160, 180, 150
"""Bytes of HTML that an event has besides on a thread's page, of each tie to an earlier one, and of its sources."""
_IN_LEDGER, _TIE = 150, 280
"""Bytes of HTML that a claim has besides in a ledger, and of how it stands to each other claim."""


@dataclass(frozen=True, slots=True)
class RecordLine:
    """An event or a claim in a list of a record's page."""

    list: str
    """The name of the list, such as `said`."""
    event: str
    claim: str
    """Empty where the line is an event's."""
    year: int | None
    """The year in which the event began or the claim was said; None where it is not known."""
    weight: int
    """About how many bytes of HTML it has."""

    @property
    def key(self) -> ClaimKey:
        return ClaimKey(self.event, self.claim)


class LineMaker:
    """Makes and weighs the lines of a chronicle: each event and claim is weighed once, however many lists it is in."""

    def __init__(self, chronicle: Chronicle, language: str) -> None:
        self.chronicle, self._language = chronicle, language
        self._event, self._claim = cache(self._weigh_event), cache(self._weigh_claim)

    def events(self, name: str, ids: Iterable[str], thread: str = "") -> Iterator[RecordLine]:
        """Lines of events, or what the page of a thread tells of them."""
        for event_id in ids:
            year, weight = self._event(event_id)
            weight += self._weigh_story(thread, event_id) if thread else 0
            yield RecordLine(name, event_id, "", year, weight)

    def claims(self, name: str, keys: Iterable[ClaimKey], *, ledger: bool = False) -> Iterator[RecordLine]:
        for key in keys:
            year, weight = self._claim(key)
            if ledger:
                weight += _IN_LEDGER + _TIE * len(self.chronicle.claims.relations[key])
            yield RecordLine(name, key.event, key.claim, year, weight)

    def _weigh_event(self, event_id: str) -> tuple[int | None, int]:
        event, extent = self.chronicle.events[event_id], self.chronicle.chronology.extents[event_id]
        return year_of(extent), weigh_event(event, extent, self._language) + _NOTE

    def _weigh_story(self, thread: str, event_id: str) -> int:
        links = links_back(self.chronicle, thread, event_id)
        notes = [link.note.choose(self._language)[0] for link in links if link.note is not None]
        sources = sum(len(link.sources) for link in links)
        summary = self.chronicle.events[event_id].summary.choose(self._language)[0]
        return _IN_STORY + _TIE_BACK * len(links) + _SOURCE * sources + bytes_of(summary, *notes)

    def _weigh_claim(self, key: ClaimKey) -> tuple[int | None, int]:
        claims, title = self.chronicle.claims, self.chronicle.events[key.event].title
        claim = claims.all[key]
        weight = (
            _CLAIM
            + 2 * len(key.event)
            + bytes_of(claim.says.choose(self._language)[0], title.choose(self._language)[0])
            + _FIGURE * sum(map(len, claim.figures.values()))
            + _THROUGH * sum(part is not None for part in (claim.speaker, claim.side, claim.via))
            + _MARK * (claims.disputed(key) + claim.duress)
        )
        return first_year(claim.date.earliest, claim.date.latest) if claim.date is not None else None, weight


RecordSheets = Sheets[RecordLine]


def plan_record(make: LineMaker, record: Record, most: int) -> RecordSheets:
    """The pages of a record's lists: where they do not fit on one, each has some years."""
    lines = tuple(lines_of(make, record))
    if isinstance(record, Question):
        most = max(1, most - weigh_top(make.chronicle.claims, [line.key for line in lines]))
    if sum(line.weight for line in lines) > most:
        lines = tuple(sorted(lines, key=lambda line: (line.year is None, line.year or 0)))
    return make_sheets(
        lines,
        lambda line: line.weight,
        lambda line: year_part(line.year),
        above=year_levels(_year),
        below=[lambda line: line.list],
        most=most,
    )


def _year(line: RecordLine) -> int | None:
    return line.year


def lines_of(make: LineMaker, record: Record) -> Iterator[RecordLine]:
    """The lines of all lists of a record's page, list by list; the page of an event has none."""
    for name, events in events_of(make.chronicle, record).items():
        yield from make.events(name, events, record.id if isinstance(record, Thread) else "")
    for name, keys in claims_of(make.chronicle, record).items():
        yield from make.claims(name, keys, ledger=isinstance(record, Question))
