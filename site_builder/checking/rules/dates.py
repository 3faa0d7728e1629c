"""Dates finer than their sources, later than those or their own record, or outside an actor's lifetime."""

import re
from collections.abc import Callable, Iterator, Sequence

from site_builder import edtf, problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.lexicon import months
from site_builder.edtf import Part
from site_builder.languages import Message, say
from site_builder.linking import Linked
from site_builder.records import Actor, Event, Record, RecordPath, Source, SourceRef

_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th|er)?[\s,.]*(?:of )?$")


@rule
def false_precision(records: Linked) -> Iterator[Finding]:
    """A date on the first of a month or year has a source that says the day."""
    for event, path, date, refs in _sourced(records):
        for part in date.parts:
            if not isinstance(part, Part) or not _is_first(part):
                continue
            sources = [records.sources[ref.source] for ref in refs if ref.source in records.sources]
            if (coarser := _what_they_say(part, sources)) is not None:
                message = say(
                    "`{text}` is a day, and its sources say only {coarser}: write `{coarser}` unless one of them "
                    "says the day",
                    text=part.text,
                    coarser=coarser,
                )
                yield Finding(problems.FALSE_PRECISION, event, path, message, needle=part.text)


def _sourced(records: Linked) -> Iterator[tuple[Event, RecordPath, edtf.Date, Sequence[SourceRef]]]:
    """Every date of an event or a claim, with its sources."""
    for event in records.events.values():
        yield event, ("date",), event.date, event.sources
    for event, path, claim in records.written_claims:
        for key in ("date", "happened"):
            if (date := getattr(claim, key)) is not None:
                yield event, (*path, key), date, claim.sources


def _is_first(part: Part) -> bool:
    """Whether it is the first day of a month, given without a doubt or a time."""
    return part.day == "01" and part.year is not None and not part.is_doubtful and not part.time


def _what_they_say(part: Part, sources: Sequence[Source]) -> str | None:
    """The month or year that is all that sources say; None where one may say the day, or none says anything."""
    month, year = part.text[:-3], part.text[:-6]
    if sources and all(_names_month(source.title or "", part) for source in sources):
        return month
    dates = [source.date for source in sources if source.date is not None]
    if not dates or len(dates) < len(sources) or any(not _covers(date, part) for date in dates):
        return None
    only_year = part.month == "01" and all(date.precision is edtf.Precision.YEAR for date in dates)
    return year if only_year else month


def _covers(date: edtf.Date, part: Part) -> bool:
    """Whether a date holds the day and is vaguer than it."""
    holds = date.earliest <= part.span.earliest and part.span.latest <= date.latest
    return holds and date.precision.rank > edtf.Precision.DAY.rank and not date.is_interval


def _names_month(title: str, part: Part) -> bool:
    """Whether a title has the month and year without a day before them."""
    folded = title.casefold()
    name = months()[int(part.month) - 1].either
    found = re.finditer(rf"\b{name}\.? {part.year}\b", folded)
    return any(not _DAY_BEFORE.search(folded[: one.start()]) for one in found)


@rule
def later_than_sources(records: Linked) -> Iterator[Finding]:
    """A claim is not dated after a source that reports it, nor an event after every source, unless it is planned."""
    days = records.profile.threshold(problems.LATER_THAN_SOURCE, "days")
    for event in records.events.values():
        late = [_is_later(records, event.date, ref, days) for ref in event.sources]
        dated = [found for found in late if found is not None]
        if dated and all(dated) and not event.standing.planned:
            message = say(
                "the event is dated {date}, and all its dated sources were published before that", date=event.date
            )
            yield Finding(problems.LATER_THAN_SOURCE, event, ("date",), message)
    for event, path, claim in records.written_claims:
        for number, ref in enumerate(claim.sources):
            if claim.date is not None and _is_later(records, claim.date, ref, days):
                message = say(
                    "the claim `{id}` is dated {date}, and this source was published {published}",
                    id=claim.id,
                    date=claim.date,
                    published=records.sources[ref.source].date,
                )
                yield Finding(problems.LATER_THAN_SOURCE, event, (*path, "sources", number, "source"), message)


def _is_later(records: Linked, date: edtf.Date, ref: SourceRef, days: int) -> bool | None:
    """Whether a date is certainly more than so many days after a source's; None where that has none, or a vague one."""
    source = records.sources.get(ref.source)
    if source is None or source.date is None or source.date.is_doubtful:
        return None
    return _is_after(date, source.date, days=days)


def _is_after(date: edtf.Date, other: edtf.Date, days: int = 0) -> bool:
    """Whether a date certainly starts more than so many days after another ends."""
    end = other.latest.day
    return end is not None and not other.is_doubtful and _is_ahead(date, end + days)


@rule
def later_than_their_record(records: Linked) -> Iterator[Finding]:
    """Nothing is dated later than its record was last written, and no record was added or corrected in the future."""
    today = records.today.toordinal()
    for record in records.all():
        if record.added is not None and _is_ahead(record.added, today):
            message = say(
                "the record is said to have been added on {added}, and that day has not come", added=record.added
            )
            yield Finding(problems.LATER_THAN_RECORD, record, ("added",), message)
        for index, correction in enumerate(record.corrections):
            if (why := _why_not_corrected(record, correction.date, today)) is not None:
                message = say("the correction is dated {date}, and {why}", date=correction.date, why=why)
                yield Finding(problems.LATER_THAN_RECORD, record, ("corrections", index, "date"), message)
        last, written = _last_written(record, today)
        for date, path in _dated(record):
            if _is_ahead(date, last):
                words = {"what": _what(record, path), "date": date, "written": written()}
                message = say("{what} is dated {date}, and {written}", **words)
                yield Finding(problems.LATER_THAN_RECORD, record, path, message)


@rule
def planned_dates_passed(records: Linked) -> Iterator[Finding]:
    """What was planned for a day that has passed is looked at again."""
    today = records.today.toordinal()
    for event in records.events.values():
        last = event.date.latest.day
        if event.standing.planned and last is not None and last < today:
            message = say(
                "the event was planned for {date}, which has passed: say what came of it, with another `standing`, and "
                "its sources",
                date=event.date,
            )
            yield Finding(problems.PLANNED_DATE_PASSED, event, ("date",), message)


def _dated(record: Record) -> Iterator[tuple[edtf.Date, RecordPath]]:
    """What a record dates of what it records: an event and its claims, or a source."""
    if isinstance(record, Event):
        if not record.standing.planned:
            yield record.date, ("date",)
        for index, claim in enumerate(record.claims):
            if claim.date is not None:
                yield claim.date, ("claims", index, "date")
    elif isinstance(record, Source) and record.date is not None:
        yield record.date, ("date",)


def _what(record: Record, path: RecordPath) -> Message:
    """What the date at a path is of."""
    if isinstance(record, Event):
        index = path[1] if len(path) > 1 else None
        return say("the claim `{id}`", id=record.claims[index].id) if isinstance(index, int) else say("the event")
    return say("the source")


def _why_not_corrected(record: Record, date: edtf.Date, today: int) -> Message | None:
    if _is_ahead(date, today):
        return say("that day has not come")
    before = record.added is not None and _is_after(record.added, date)
    return say("the record was only added on {added}", added=record.added) if before else None


def _last_written(record: Record, today: int) -> tuple[int, Callable[[], Message]]:
    """The last day on which a record can have been written, by what it says itself, and the words for that."""
    dates = [date for date in (record.added, *(each.date for each in record.corrections)) if date is not None]
    days = {date: date.latest.day for date in dates if not _is_ahead(date, today)}
    last = max((today if day is None or date.is_doubtful else day for date, day in days.items()), default=today)
    if record.added not in days or last >= today:
        return today, lambda: say("that day has not come")
    if days[record.added] == last:
        return last, lambda: say("its record was added on {added}", added=record.added)
    corrected = next(date for date, day in days.items() if day == last)
    both = {"added": record.added, "corrected": corrected}
    return last, lambda: say("its record was added on {added} and last corrected on {corrected}", **both)


def _is_ahead(date: edtf.Date, day: int) -> bool:
    """Whether all of a date certainly comes after a day."""
    earliest = date.earliest
    return earliest.rank == 0 and earliest.number > day and not date.is_doubtful


@rule
def before_their_time(records: Linked) -> Iterator[Finding]:
    """An actor speaks and acts only while it exists, as `active` or its earlier names say."""
    for event, path, name, when, does in _deeds(records):
        actor = records.actors.get(name)
        began, ended = _lifetime(actor) if actor is not None else (None, None)
        if began is not None and _is_after(began, when):
            why, known = say("before it began"), began
        elif ended is not None and _is_after(when, ended):
            why, known = say("after it ended"), ended
        else:
            continue
        parts = {"name": name, "does": does, "when": when, "why": why, "known": known}
        file = records.actors[name].file
        message = say("`{name}` {does} here on {when}, {why} ({known}, as {file} says)", **parts, file=file)
        yield Finding(problems.BEFORE_ITS_TIME, event, path, message)


def _deeds(records: Linked) -> Iterator[tuple[Event, RecordPath, str, edtf.Date, Message]]:
    """Every actor who acts or speaks, with when, and the words for it."""
    for event in records.events.values():
        for index, actor in enumerate(event.actors):
            if actor.actor is not None and actor.role.acts:
                yield event, ("actors", index, "actor"), actor.actor, event.date, say("takes part")
    for event, path, claim in records.written_claims:
        for key in ("by", "speaker", "side"):
            name = getattr(claim, key)
            if name is not None and claim.date is not None:
                yield event, (*path, key), name, claim.date, say("speaks")


def _lifetime(actor: Actor) -> tuple[edtf.Date | None, edtf.Date | None]:
    """Dates of which the first holds the actor's beginning and the second its end, where they are known."""
    if actor.active is not None:
        return actor.active, actor.active
    since = [name.since for name in actor.names if name.since is not None and not name.since.is_doubtful]
    complete = bool(since) and len(since) == len(actor.names)
    return (min(since, key=lambda date: date.sort_key) if complete else None), None
