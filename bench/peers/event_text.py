"""What a reader finds on an event's page, as plain values that any generator can be given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.linking import REFERENCE, ClaimKey, read_reference
from site_builder.records import Claim, Event, Kind, Source, SourceRef, Text


@dataclass(frozen=True, slots=True)
class Named:
    """Another record in a role: its id, what it is called, and what it is to the event."""

    id: str
    name: str
    role: str
    standing: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source in a list of sources."""

    id: str
    publisher: str
    title: str
    date: str
    lang: str
    consulted: str
    url: str
    archive: str


@dataclass(frozen=True, slots=True)
class ClaimText:
    """A claim; everything but the words of it is text that may be empty."""

    id: str
    who: str
    speaker: str
    via: str
    said: str
    topic: str
    says: str
    figures: tuple[str, ...]
    """`wagner killed: 84`."""
    quotes: tuple[str, ...]
    covers: str
    answers: tuple[str, ...]
    """`denies csp-count`."""
    question: str
    basis: str
    assessment: str
    because: str
    sources: tuple[str, ...]
    """Publisher and date of each."""


@dataclass(frozen=True, slots=True)
class LinkText:
    """A link to another event, from whichever side it was written."""

    type: str
    id: str
    title: str
    date: str
    note: str


@dataclass(frozen=True, slots=True)
class EventText:
    """An event's page."""

    id: str
    title: str
    day: str
    """The first day on which it can have begun, for generators that need one."""
    date: str
    """In words."""
    kind: str
    standing: str
    summary: str
    places: tuple[Named, ...]
    actors: tuple[Named, ...]
    unknown: tuple[str, ...]
    claims: tuple[ClaimText, ...]
    body: str
    """Markdown, in which references are links."""
    links: tuple[LinkText, ...]
    threads: tuple[tuple[str, str], ...]
    """Id and title of each."""
    questions: tuple[str, ...]
    sources: tuple[SourceText, ...]
    added: str


def event_texts(chronicle: Chronicle, address: Callable[[Kind, str], str | None]) -> Iterator[EventText]:
    """Every event in order; `address` says where a record's page is, or that it has none."""
    texts = _Texts(chronicle, address)
    return (texts.event(event) for event in chronicle.events.values())


@dataclass(frozen=True, slots=True)
class _Texts:
    chronicle: Chronicle
    address: Callable[[Kind, str], str | None]

    def event(self, event: Event) -> EventText:
        chronicle = self.chronicle
        keys = chronicle.claims.shown_on[event.id]
        own = tuple(chronicle.claims.all[key] for key in keys)
        rests_on = (*event.sources, *(ref for claim in own for ref in claim.sources))
        sources = dict.fromkeys(ref.source for ref in rests_on)
        return EventText(
            id=event.id,
            title=str(event.title),
            day=str(event.date.earliest),
            date=edtf.words(event.date, "en"),
            kind=event.kind.label,
            standing=event.standing.label,
            summary=str(event.summary),
            places=tuple(
                Named(at.place, str(chronicle.places[at.place].name), at.role.label, at.standing.label)
                for at in event.places
            ),
            actors=tuple(
                Named(by.actor, self.actor(by.actor), by.role.label, by.standing.label)
                for by in event.actors
                if by.actor is not None
            ),
            unknown=tuple(map(str, event.unknown)),
            claims=tuple(self.claim(key, claim) for key, claim in zip(keys, own, strict=True)),
            body=self.prose(event.body),
            links=tuple(
                LinkText(
                    link.type.label,
                    link.event,
                    str(chronicle.events[link.event].title),
                    edtf.words(chronicle.events[link.event].date, "en"),
                    _text(link.note),
                )
                for link in chronicle.links[event.id]
            ),
            threads=tuple((thread, str(chronicle.threads[thread].title)) for thread in event.threads),
            questions=tuple(dict.fromkeys(claim.question for claim in own if claim.question)),
            sources=tuple(source_text(chronicle.sources[source]) for source in sources),
            added=str(event.added),
        )

    def claim(self, key: ClaimKey, claim: Claim) -> ClaimText:
        quotes = claim.quote.versions if claim.quote is not None else ()
        question = self.chronicle.questions.get(claim.question or "")
        return ClaimText(
            id=claim.id,
            who=self.actor(claim.by) if claim.by else str(claim.unnamed),
            speaker=self.actor(claim.speaker) if claim.speaker else "",
            via=self.actor(claim.via) if claim.via else "",
            said=_words(claim.date),
            topic=claim.topic.label,
            says=str(claim.says),
            figures=tuple(
                f"{' and '.join(map(self.actor, party.split('+')))} {category.label}: {figure}"
                for party, by_category in claim.figures.items()
                for category, figure in by_category.items()
            ),
            quotes=tuple(version.text for version in quotes),
            covers=_words(claim.covers),
            answers=tuple(
                f"{relation.type.value.replace('-', ' ')} {relation.other.claim}"
                for relation in self.chronicle.claims.relations[key]
            ),
            question=str(question.title) if question is not None else "",
            basis=claim.basis.label,
            assessment=claim.assessment.label,
            because=_text(claim.because),
            sources=tuple(self.reference(ref) for ref in claim.sources),
        )

    def actor(self, actor: str) -> str:
        """What an actor is called; other words stay as they are."""
        record = self.chronicle.actors.get(actor)
        return str(record.name) if record is not None else actor

    def reference(self, ref: SourceRef) -> str:
        source = self.chronicle.sources[ref.source]
        return ", ".join(part for part in (source.publisher, _words(source.date), ref.at) if part)

    def prose(self, body: Text | None) -> str:
        """A body whose references are Markdown's links, or plain words where the record has no page."""
        return REFERENCE.sub(self.link, _text(body))

    def link(self, match: re.Match[str]) -> str:
        reference = read_reference(match)
        record = self.chronicle.records(reference.kind)[reference.id]
        if isinstance(record, Source):
            words = self.reference(SourceRef(source=reference.id, at=reference.words))
        else:
            words = reference.words or str(getattr(record, "title", None) or getattr(record, "name", ""))
        address = self.address(reference.kind, reference.id)
        return f"[{words}]({address})" if address else words


def claim_text(chronicle: Chronicle, key: ClaimKey) -> ClaimText:
    """A claim, as pages other than its event's show it too."""
    return _Texts(chronicle, lambda kind, record_id: None).claim(key, chronicle.claims.all[key])


def source_text(source: Source) -> SourceText:
    """A source in words."""
    return SourceText(
        id=source.id,
        publisher=source.publisher,
        title=source.title or "",
        date=_words(source.date),
        lang=source.lang or "",
        consulted=source.consulted.label if source.consulted is not None else "",
        url=source.url or "",
        archive=source.archive or "",
    )


def _text(text: Text | None) -> str:
    return str(text) if text is not None else ""


def _words(date: edtf.Date | None) -> str:
    return edtf.words(date, "en") if date is not None else ""
