"""Two states of a chronicle compared, of which one may be that of a commit."""

import os
from collections.abc import Iterator, Mapping

from site_builder.chronicle import Chronicle
from site_builder.comparing.changes import ClaimChange, Comparison, FieldChange, How, LinkChange, RecordChange
from site_builder.comparing.claims import compare_claims, find_turns, same_order
from site_builder.comparing.fields import added_fields, compare_fields
from site_builder.comparing.links import compare_clashes, compare_links
from site_builder.comparing.notices import find_notices
from site_builder.comparing.order import find_moves
from site_builder.comparing.problems import compare_problems, compare_use
from site_builder.comparing.removals import (
    compare_removals,
    find_removal_notices,
    hide_what_named_them,
    still_to_be_told,
    without_removed,
)
from site_builder.comparing.renames import Renames, find_renames, follow
from site_builder.languages import Message, say
from site_builder.problems import CODES
from site_builder.reading import Files
from site_builder.records import Event, Kind, Profile, Record, RuleSetting
from site_builder.revisions import files_at, read_blobs, touched_files

_TOLD_APART = ("links", "claims")
"""Fields whose differences have their own place."""
_RULES = "rules"
"""The key of the profile whose entries are compared one by one."""


def compare(before: Chronicle, after: Chronicle) -> Comparison:
    """What is different after. Records that are the same object in both are not looked at.

    Of what was removed for privacy nothing is told: it is compared as if it had never been there.
    """
    known = without_removed(before, after)
    renames = find_renames(known, after)
    records = tuple(change for kind in Kind for change in _records(kind, known, after, renames))
    links = tuple(compare_links(known, after, renames))
    unused, idle = compare_use(before, after, renames)
    introduced, fixed = compare_problems(before, after, renames)
    if known is not before:
        _, fixed = compare_problems(known, after, renames)
    notices = (*find_notices(known, after, renames, records), *find_removal_notices(before, after))
    return Comparison(
        records=_with_removals(before, after, records),
        profile=tuple(_profiles(before.profile, after.profile, renames))
        if before.profile_read and after.profile_read
        else (),
        moves=tuple(find_moves(_order(known, renames), after.chronology.order, _movers(records, links))),
        links=links,
        clashes=tuple(compare_clashes(known, after)),
        turns=tuple(find_turns(known, after, renames)),
        unused_sources=unused,
        idle_sources=idle,
        notices=tuple(sorted(notices)),
        introduced=introduced,
        fixed=still_to_be_told(before, after, fixed),
    )


def _with_removals(before: Chronicle, after: Chronicle, records: tuple[RecordChange, ...]) -> tuple[RecordChange, ...]:
    removals = [change for kind in Kind for change in compare_removals(kind, before, after)]
    found = [*hide_what_named_them(before, after, records), *removals]
    kinds, hows = [*Kind], [*How]
    return tuple(sorted(found, key=lambda one: (kinds.index(one.kind), hows.index(one.how), one.id)))


def _profiles(before: Profile, after: Profile, renames: Renames) -> Iterator[FieldChange]:
    """Every difference of what a chronicle says of itself, the rules last: each by what its code means."""
    yield from compare_fields(follow(before, renames), follow(after, renames), (_RULES,))
    for code in sorted({*before.rule_settings, *after.rule_settings}):
        was, now = before.rule_settings.get(code), after.rule_settings.get(code)
        if was != now:
            rule = say("rule {code} ({title})", code=code, title=CODES[code].page.title)
            yield FieldChange(rule, _in_words(was), _in_words(now))


def _in_words(setting: RuleSetting | None) -> str | Message:
    return say("checked as usual") if setting is None else setting.in_words


def _order(before: Chronicle, renames: Renames) -> list[str]:
    """The events of before in their order, under their ids of now; without those that became part of another."""
    now = [renames.now(Kind.EVENT, event) for event in before.chronology.order]
    merged = [new != old and new in before.events for old, new in zip(before.chronology.order, now, strict=True)]
    return list(dict.fromkeys(event for event, gone in zip(now, merged, strict=True) if not gone))


def _movers(records: tuple[RecordChange, ...], links: tuple[LinkChange, ...]) -> set[str]:
    """Events that have a reason of their own to stand elsewhere: another date, or another link to what came before."""
    dated = {change.id for change in records if any(field.key == "date" for field in change.fields)}
    return dated | {link.source for link in links}


def _records(kind: Kind, before: Chronicle, after: Chronicle, renames: Renames) -> list[RecordChange]:
    changes = [
        *_there(kind, before, after, renames),
        *_gone(kind, before, after, renames),
        *_unread(kind, before, after),
    ]
    return sorted(changes, key=lambda change: (list(How).index(change.how), change.id))


def _there(kind: Kind, before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[RecordChange]:
    """Records that were added, renamed or changed, or that can be read again."""
    was = _renamed(kind, before, renames)
    for record_id, record in after.by_kind[kind].items():
        old = before.by_kind[kind].get(record_id)
        if record is old:
            continue
        if old is None and record_id in was:
            old = before.by_kind[kind][was[record_id]]
        if old is None:
            fields = tuple(added_fields(record, (*_TOLD_APART, "added")))
            claims = _claims(record, record, after.actors, added=True)
            how = How.READABLE if (kind, record_id) in before.unread else How.ADDED
            yield _change(how, kind, record, fields=fields, claims=claims)
            continue
        # Both, so that neither following a rename nor leaving it is reported for each record that names another.
        was_said, is_said = follow(old, renames), follow(record, renames)
        fields, claims = _fields(was_said, is_said), _claims(was_said, is_said, after.actors)
        if old.id != record_id:
            yield _change(How.RENAMED, kind, record, old.id, fields, claims)
        elif fields or claims:
            yield _change(How.CHANGED, kind, record, None, fields, claims)


def _renamed(kind: Kind, before: Chronicle, renames: Renames) -> Mapping[str, str]:
    """New ids with the old one; of several records that became one, the first is its past."""
    past: dict[str, str] = {}
    for old, new in (*renames.declared[kind].items(), *renames.found[kind].items()):
        if new not in before.by_kind[kind]:
            past.setdefault(new, old)
    return past


def _gone(kind: Kind, before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[RecordChange]:
    """Records that were removed, or became part of another."""
    past = set(_renamed(kind, before, renames).values())
    for record_id, record in before.by_kind[kind].items():
        if record_id not in after.by_kind[kind] and record_id not in past and (kind, record_id) not in after.unread:
            now = renames.now(kind, record_id)
            claims = compare_claims(record.claims, (), before.actors) if isinstance(record, Event) else ()
            yield _change(How.REMOVED, kind, record, now if now != record_id else None, claims=tuple(claims))


def _unread(kind: Kind, before: Chronicle, after: Chronicle) -> Iterator[RecordChange]:
    """Files that hold a record no more, or have come without holding one."""
    for (of_kind, record_id), file in after.unread.items():
        if of_kind is kind and (kind, record_id) not in before.unread:
            old = before.by_kind[kind].get(record_id)
            yield RecordChange(How.UNREADABLE, kind, record_id, str(old.heading) if old else "", file)


def _change(
    how: How,
    kind: Kind,
    record: Record,
    other: str | None = None,
    fields: tuple[FieldChange, ...] = (),
    claims: tuple[ClaimChange, ...] = (),
) -> RecordChange:
    return RecordChange(how, kind, record.id, str(record.heading), record.file, other, fields, claims)


def _fields(old: Record, new: Record) -> tuple[FieldChange, ...]:
    fields = tuple(compare_fields(old, new, _TOLD_APART))
    if isinstance(old, Event) and isinstance(new, Event) and not same_order(old.claims, new.claims):
        was, now = (", ".join(claim.id for claim in event.claims) for event in (old, new))
        fields += (FieldChange(say("order of {key}", key="claims"), was, now),)
    return fields


def _claims(old: Record, new: Record, names: Mapping[str, Record], *, added: bool = False) -> tuple[ClaimChange, ...]:
    if isinstance(old, Event) and isinstance(new, Event):
        return tuple(compare_claims(() if added else old.claims, new.claims, names))
    return ()


def take_at(commit: str, now: Chronicle) -> tuple[Chronicle, frozenset[str]]:
    """A chronicle as its folder was at a commit, and the files that differ between that and now.

    Files that do not differ are not read again: their records are the same objects as now. So problems of files that
    do not differ have no line. Raises RevisionError.
    """
    then = {blob.path: blob for blob in files_at(now.folder, commit)}
    touched = touched_files(now.folder, commit)
    same = {file for file, blob in then.items() if file in now.files and file not in touched and not blob.is_link}
    # A link may lead to a file that does not differ.
    any_link = any(blob.is_link for blob in then.values())
    wanted = [
        blob
        for file, blob in then.items()
        if blob.is_link or (file.lower().endswith((".yml", ".yaml")) and (any_link or file not in same))
    ]
    held = dict(zip((blob.path for blob in wanted), read_blobs(now.folder, wanted), strict=True))
    # What git makes of a link: C ends a name at the first zero byte.
    links = {blob.path: os.fsdecode(held[blob.path].partition(b"\0")[0]) for blob in wanted if blob.is_link}
    files = Files({file: held.get(file, b"") for file, blob in then.items() if not blob.is_link}, links)
    known = {file: now.files[file] for file in same}
    before = Chronicle.read(now.folder, files, known=known, vocabulary=now.vocabulary)
    return before, (frozenset(before.files) | frozenset(now.files)) - same
