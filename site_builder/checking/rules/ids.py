"""Ids and pages that are named and are not there, and ids that records had before."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.figures import split_parties
from site_builder.languages import Message, say
from site_builder.linking import Linked
from site_builder.problems import Problem
from site_builder.reading import MOST_LISTED, PROFILE, RecordFile, Records, disguised_id, first_line, listed
from site_builder.records import MODELS, Event, FieldReference, Kind, Record, RecordPath, walk, walk_values
from site_builder.spelling import nearest
from site_builder.vocabulary import Party


@rule
def unknown_ids(records: Linked) -> Iterator[Finding]:
    """Every id in a field names a record, by its present id."""
    for record in records.all():
        for found in walk(record, FieldReference):
            yield from check_id(records, record, found.kind, found.id, found.path)
    for found in walk(records.profile, FieldReference):
        yield from check_id(records, records.files[PROFILE].file, found.kind, found.id, found.path)
    for reading in records.broken:
        for found in walk_values(MODELS[reading.file.kind], reading.values):
            yield from check_id(records, reading.file, found.kind, found.id, found.path)


def check_id(
    records: Linked,
    record: Record | RecordFile,
    kind: Kind,
    record_id: str,
    path: RecordPath,
    needle: str = "",
    occurrence: int = 0,
    *,
    on_key: bool = False,
) -> Iterator[Finding]:
    """What is wrong with one id that `record` refers to."""
    if records.has(kind, record_id):
        return
    new = records.new_id(kind, record_id)
    removal = records.removed[kind].get(record_id)
    if removal is not None:
        message = say(
            "the {kind} `{record_id}` was removed for privacy on {date}: take out what names it and speaks of it",
            kind=kind.value,
            record_id=record_id,
            date=removal.date,
        )
        yield Finding(problems.REMOVED_ID, record, path, message, None, needle, occurrence, on_key)
    elif new is not None:
        message = say(
            "`{record_id}` is a former id of the {kind} that is now `{new}`",
            record_id=record_id,
            kind=kind.value,
            new=new,
        )
        yield Finding(problems.FORMER_ID, record, path, message, new, needle, occurrence, on_key)
    else:
        message = say("no {kind} has the id `{text}`", kind=kind.value, text=first_line(record_id))
        meant = disguised_id(record_id)
        is_there = meant is not None and records.has(kind, meant)
        near = meant if is_there else records.near(kind, record_id)
        yield Finding(problems.UNKNOWN_ID, record, path, message, near, needle, occurrence, certain=is_there)


@rule
def unknown_parties(records: Linked) -> Iterator[Finding]:
    """Whose losses a figure counts is an actor or in the list of parties; several are joined by `+`."""
    parties = records.vocabulary.terms(Party)
    for event, path, claim in records.written_claims:
        for written in claim.figures:
            for party in split_parties(written):
                if party not in parties:
                    yield from _check_party(records, event, (*path, "figures", written), party)


def _check_party(records: Linked, event: Event, path: RecordPath, party: str) -> Iterator[Finding]:
    known = records.has(Kind.ACTOR, party) or party in records.removed[Kind.ACTOR]
    if known or records.new_id(Kind.ACTOR, party) is not None:
        yield from check_id(records, event, Kind.ACTOR, party, path, party, on_key=True)
        return
    parties = ", ".join(records.vocabulary.terms(Party))
    if party:
        message = say("`{party}` is neither the id of an actor nor one of {list}", party=party, list=parties)
    else:
        message = say("a party is missing before or after a `+`: write an actor's id, or one of {list}", list=parties)
    yield Finding(problems.UNKNOWN_PARTY, event, path, message, records.near(Kind.ACTOR, party), party, on_key=True)


@rule
def former_ids(records: Linked) -> Iterator[Finding]:
    """A former id leads to one record only: it is nobody's present id and nobody else's former one."""
    for of_kind in records.by_kind.values():
        owners: dict[str, Counter[str]] = {}
        for record in of_kind.values():
            for former in record.former_ids:
                owners.setdefault(former, Counter())[record.file] += 1
        for record in of_kind.values():
            for index, former in enumerate(record.former_ids):
                if (message := _why_taken(former, record, of_kind.get(former), owners[former])) is not None:
                    yield Finding(problems.FORMER_ID_TAKEN, record, ("former_ids", index), message)


def _why_taken(former: str, record: Record, live: Record | None, owners: Counter[str]) -> Message | None:
    """Why a former id cannot stand; `owners` are the files in which it does, with how often."""
    if live is not None:
        if live is record:
            return say("the former id `{former}` is this record's own id", former=former)
        return say("the former id `{former}` is the id of {file}", former=former, file=live.file)
    if len(owners) > 1:
        others = [file for file in islice(owners, MOST_LISTED + 1) if file != record.file]
        files = listed(others, len(owners) - 1)
        return say("the former id `{former}` is also one of {files}", former=former, files=files)
    return say("the former id `{former}` stands here twice", former=former) if owners[record.file] > 1 else None


_NAMED = ("method_page", "contributing_page")


def find_missing_pages(records: Records, pages: AbstractSet[str]) -> Iterator[Problem]:
    """What the profile names and is not among the pages, by their paths below docs/."""
    return records.profile.judge(_missing_pages(records, pages))


def _missing_pages(records: Records, pages: AbstractSet[str]) -> Iterator[Problem]:
    for key in _NAMED:
        page = getattr(records.profile, key)
        if page is None or page in pages:
            continue
        where = records.files[PROFILE].positions.find((key,))
        message = say(
            "`{key}` is `{page}`, and there is no such page below docs/: no page links to it", key=key, page=page
        )
        bare = page.removeprefix("docs/")
        meant = bare if bare in pages else nearest(page, sorted(pages))
        yield Problem.of(problems.PAGE_NOT_THERE, message, PROFILE, where, meant)
