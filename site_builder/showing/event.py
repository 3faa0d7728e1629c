"""An event as plain text: what, when, where, who, who says what, and what it is tied to."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.pages import Here
from site_builder.records import Event, Kind
from site_builder.showing.claims import claims_table
from site_builder.showing.sections import Section, bullets, pairs, table, wrap
from site_builder.vocabulary import Standing


def show_event(here: Here, event: Event, width: int) -> tuple[Section, ...]:
    """Every section of an event that has something to say, set to at most `width` columns."""
    return tuple(section for section in _sections(here, event, width) if section.lines)


def _sections(here: Here, event: Event, width: int) -> Iterator[Section]:
    chronicle = here.chronicle
    yield Section(here.text(event.title), pairs(_facts(here, event), width))
    yield Section("Summary", wrap(here.plain(event.summary), width))
    yield Section("Not known", bullets((here.plain(text) for text in event.unknown), width))
    shown = chronicle.claims.shown_on(event.id)
    yield Section("Claims", claims_table(here, shown, width, event.id))
    yield Section("Links", table(("Link", "Date", "Event"), _links(here, event), width))
    linked = {link.event for link in chronicle.links[event.id]}
    others = [other for other in chronicle.backlinks.events_of(Kind.EVENT, event.id) if other not in linked]
    yield Section("Also referred to by", events_table(here, others, width))
    yield Section("Sources", bullets((source_line(here, ref.source, ref.at) for ref in event.sources), width))


def _facts(here: Here, event: Event) -> Iterator[tuple[str, str]]:
    date = here.event_date(event.id)
    words = ", ".join(part for part in (date.weekday, date.words) if part)
    yield "Id", event.id
    yield "File", (here.chronicle.folder / event.file).as_posix()
    yield "Date", words + (f" ({date.edtf})" if date.edtf != date.words else "")
    yield "", f"{date.inferred} (from the order of events)" if date.inferred else ""
    yield "", here.plain(event.date_note)
    about = [event.kind.label, event.standing.label]
    yield "Kind", ", ".join([*about, event.importance.label] if not event.importance.usual else about)
    yield (
        "Places",
        "\n".join(
            _taking_part(here.name(Kind.PLACE, one.place), one.place, one.role.label, one.standing)
            for one in event.places
        ),
    )
    yield (
        "Actors",
        "\n".join(
            _taking_part(here.name(Kind.ACTOR, one.actor, event.date), one.actor, one.role.label, one.standing)
            for one in event.actors
        ),
    )
    yield "Threads", ", ".join(event.threads)
    yield "Added", here.words(event.added)
    yield "Corrected", "\n".join(f"{here.words(one.date)}: {here.plain(one.note)}" for one in event.corrections)


def _taking_part(name: str, record_id: str, role: str, standing: Standing) -> str:
    sure = "" if standing.certain else f", {standing.label}"
    return f"{name} ({record_id}): {role}{sure}"


def _links(here: Here, event: Event) -> list[tuple[str, ...]]:
    return [
        (
            link.type.label,
            here.event_date(link.event).words,
            "\n".join(part for part in (_named(here, link.event), here.plain(link.note)) if part),
        )
        for link in here.chronicle.links[event.id]
    ]


def events_table(here: Here, ids: list[str] | tuple[str, ...], width: int) -> tuple[str, ...]:
    """Events by date and title, with their ids."""
    return table(("Date", "Event"), [(here.event_date(one).words, _named(here, one)) for one in ids], width)


def _named(here: Here, event_id: str) -> str:
    return f"{here.name(Kind.EVENT, event_id)}\n{event_id}"


def source_line(here: Here, source_id: str, at: str | None = None) -> str:
    """A source in one line: publisher, title, date, pinpoint, id."""
    source = here.chronicle.sources.get(source_id)
    if source is None:
        return source_id
    parts = (source.publisher, source.title or "", here.words(source.date), at or "")
    return f"{', '.join(part for part in parts if part)} [{source_id}]"
