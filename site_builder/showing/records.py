"""Records as plain text: what an event or another record says, the claims, and what it is tied to."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from site_builder import edtf
from site_builder.languages import say
from site_builder.linking import ClaimKey
from site_builder.pages import ClaimLine, ClaimView, Here, view_claim
from site_builder.records import Event, EventActor, EventPlace, Kind, Record, SourceRef, Text, field_names
from site_builder.showing.sections import TextSection, bullets, pairs, table, wrap
from site_builder.vocabulary import Term


def show_record(here: Here, record: Record, width: int) -> tuple[TextSection, ...]:
    """Every section of a record that has something to say, at most `width` columns wide."""
    sections = _of_event(here, record, width) if isinstance(record, Event) else _of_other(here, record, width)
    return tuple(section for section in sections if section.lines)


def _of_other(here: Here, record: Record, width: int) -> Iterator[TextSection]:
    """What the record says, the claims that it makes or bears, and its events."""
    chronicle, kind = here.chronicle, record.record_kind
    rows = [(say("Id"), record.id), (say("File"), (chronicle.folder / record.file).as_posix()), *_keys(here, record)]
    yield TextSection(here.name(kind, record.id), pairs(rows, width))
    claims = {
        Kind.ACTOR: chronicle.claims.by_actor,
        Kind.SOURCE: chronicle.claims.resting_on,
        Kind.QUESTION: chronicle.claims.on_question,
    }
    yield TextSection(say("Claims"), _claims(here, claims[kind][record.id] if kind in claims else (), width))
    of_thread = kind is Kind.THREAD
    events = chronicle.thread_events[record.id] if of_thread else chronicle.backlinks[kind, record.id]
    yield TextSection(say("Events"), _events(here, events, width))


def _keys(here: Here, record: Record) -> Iterator[tuple[str, str]]:
    for key, name in field_names(type(record)).items():
        if name in record.model_fields_set:
            yield key.replace("_", " ").capitalize(), _words(here, getattr(record, name))


def _words(here: Here, value: Any) -> str:
    """A value of a record in words; the items of a list a line each."""
    match value:
        case Text():
            return here.plain(value)
        case edtf.Date():
            return here.words(value)
        case Term():
            return value.label
        case bool():
            return say("yes") if value else say("no")
        case SourceRef():
            return ", ".join(part for part in (value.source, value.at) if part)
        case BaseModel():
            parts = (_words(here, getattr(value, name)) for name in value.model_fields_set)
            return ", ".join(part for part in sorted(parts) if part)
        case tuple():
            return "\n".join(_words(here, item) for item in value)
        case Mapping():
            return "\n".join(f"{key}: {_words(here, item)}" for key, item in value.items())
        case None:
            return ""
        case _:
            return str(value)


def _of_event(here: Here, event: Event, width: int) -> Iterator[TextSection]:
    chronicle = here.chronicle
    yield TextSection(here.text(event.title), pairs(_facts(here, event), width))
    yield TextSection(say("Summary"), wrap(here.plain(event.summary), width))
    yield TextSection(say("Not known"), bullets((here.plain(text) for text in event.unknown), width))
    shown = chronicle.claims.shown_on[event.id]
    yield TextSection(say("Claims"), _claims(here, shown, width, event.id))
    yield TextSection(say("Links"), table((say("Link"), say("Date"), say("Event")), _links(here, event), width))
    linked = {link.event for link in chronicle.links[event.id]}
    others = [other for other in chronicle.backlinks[Kind.EVENT, event.id] if other not in linked]
    yield TextSection(say("Also referred to by"), _events(here, others, width))
    yield TextSection(say("Sources"), bullets((_source(here, ref.source, ref.at) for ref in event.sources), width))


def _facts(here: Here, event: Event) -> Iterator[tuple[str, str]]:
    date = here.event_date(event.id)
    words = ", ".join(part for part in (date.weekday, date.words) if part)
    yield say("Id"), event.id
    yield say("File"), (here.chronicle.folder / event.file).as_posix()
    yield say("Date"), words + (f" ({date.edtf})" if date.edtf != date.words else "")
    yield "", say("{date} (from the order of events)", date=date.inferred) if date.inferred else ""
    yield "", here.plain(event.date_note)
    about = [event.kind.label, event.standing.label]
    yield say("Kind"), ", ".join([*about, event.importance.label] if not event.importance.usual else about)
    yield (
        say("Places"),
        "\n".join(_taking_part(here.name(Kind.PLACE, one.place), one.place, one) for one in event.places),
    )
    actors = (
        _taking_part(here.name(Kind.ACTOR, one.actor, event.date), one.actor, one)
        if one.actor is not None
        else _taking_part(here.text(one.unnamed), "", one)
        for one in event.actors
    )
    yield say("Actors"), "\n".join(actors)
    yield say("Threads"), ", ".join(event.threads)
    yield say("Added"), here.words(event.added)
    yield say("Corrected"), "\n".join(f"{here.words(one.date)}: {here.plain(one.note)}" for one in event.corrections)


def _taking_part(name: str, record_id: str, part: EventPlace | EventActor) -> str:
    sure = "" if part.standing.certain else f", {part.standing.label}"
    named = f"{name} ({record_id})" if record_id else name
    return f"{named}: {part.role.label}{sure}"


def _links(here: Here, event: Event) -> list[tuple[str, ...]]:
    return [
        (
            link.type.label,
            here.event_date(link.event).words,
            "\n".join(part for part in (_named(here, link.event), here.plain(link.note)) if part),
        )
        for link in here.chronicle.links[event.id]
    ]


def _events(here: Here, ids: list[str] | tuple[str, ...], width: int) -> tuple[str, ...]:
    """Events by date and title, with their ids."""
    return table((say("Date"), say("Event")), [(here.event_date(one).words, _named(here, one)) for one in ids], width)


def _named(here: Here, event_id: str) -> str:
    return f"{here.name(Kind.EVENT, event_id)}\n{event_id}"


def _source(here: Here, source_id: str, at: str | None = None) -> str:
    """A source in one line: publisher, title, date, pinpoint, id."""
    source = here.chronicle.sources.get(source_id)
    if source is None:
        return source_id
    parts = (source.publisher, source.title or "", here.words(source.date), at or "")
    return f"{', '.join(part for part in parts if part)} [{source_id}]"


def _claims(here: Here, keys: Iterable[ClaimKey], width: int, event: str | None = None) -> tuple[str, ...]:
    """One row a claim, in the order given; claims of other events than `event` are named with theirs."""
    return table((say("Claim"), say("Who"), say("Said"), say("What")), [_row(here, key, event) for key in keys], width)


def _row(here: Here, key: ClaimKey, event: str | None) -> tuple[str, ...]:
    view = view_claim(here, key, event)
    return (
        key.claim if key.event == event else str(key),
        _who(view.line),
        view.line.said.words if view.line.said is not None else "",
        "\n".join(_what(here, view)),
    )


def _who(line: ClaimLine) -> str:
    lines = [line.claimant.label]
    lines += [say("through {name}", name=line.speaker.label)] if line.speaker else []
    lines += [say("on the side of {name}", name=line.side.label)] if line.side else []
    lines += [say("via {name}", name=line.via.label)] if line.via else []
    return "\n".join(lines)


def _what(here: Here, view: ClaimView) -> Iterator[str]:
    line, claim = view.line, view.line.claim
    yield f"{claim.topic.label}: {here.plain(claim.says)}"
    for version, source in view.quote:
        yield f"“{version.text}” ({version.lang}; {source.label})"
    yield from (f"{count.heading}: {count.figure}" for count in line.counts)
    if claim.covers is not None:
        yield say("counted over {period}", period=here.words(claim.covers))
    if line.gives:
        yield say("gives {value}", value=line.gives)
    if not claim.basis.usual:
        yield say("basis: {basis}", basis=claim.basis.label)
    if claim.duress:
        yield say("said under a captor's control")
    if line.disputed:
        yield say("disputed")
    yield from (f"{tie.word} {tie.other.label} ({tie.key.claim})" for tie in view.ties)
    if not claim.assessment.usual:
        because = f": {here.plain(claim.because)}" if claim.because else ""
        yield f"{claim.assessment.label}{because}"
    if claim.question is not None:
        yield say("bears on {question}", question=claim.question)
    yield f"[{'; '.join(f'{ref.source}, {ref.at}' if ref.at else ref.source for ref in claim.sources)}]"
