"""Records that were removed for privacy: it is said that they were, and nothing of what they said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_builder.chronicle import Chronicle, assemble
from site_builder.comparing.changes import ClaimChange, FieldChange, How, Notice, NoticeSort, RecordChange
from site_builder.comparing.fields import added_fields, compare_fields
from site_builder.languages import say, say_n
from site_builder.linking import named_in
from site_builder.problems import Problem
from site_builder.reading import REMOVED
from site_builder.records import Kind, Record

_HIDDEN = say("not shown, as it named a removed record")


def without_removed(before: Chronicle, after: Chronicle) -> Chronicle:
    """What was there before, without what was removed for privacy since: nothing can be said of that."""
    files = {record.file for record in _newly_removed(before, after)}
    files |= {file for (kind, name), file in before.unread.items() if name in after.removed[kind]}
    return assemble(before.folder, before.without_files(files), before.today) if files else before


def compare_removals(kind: Kind, before: Chronicle, after: Chronicle) -> Iterator[RecordChange]:
    """Every removal that is new, or of which the day or the reason is another."""
    for record_id, removal in after.removed[kind].items():
        old = before.removed[kind].get(record_id)
        if old != removal:
            fields = added_fields(removal, ("id",)) if old is None else compare_fields(old, removal)
            yield RecordChange(How.ERASED, kind, record_id, "", REMOVED, fields=tuple(fields))


def hide_what_named_them(before: Chronicle, after: Chronicle, changes: Iterable[RecordChange]) -> list[RecordChange]:
    """The changes of other records, without what those said before that named one of these: it may tell the same."""
    telling = _telling(before, after)
    return [_hidden(one) if (one.kind, one.other or one.id) in telling else one for one in changes]


def still_to_be_told(before: Chronicle, after: Chronicle, fixed: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems that were fixed, without those of records that named one of these."""
    files = {before.records(kind)[record_id].file for kind, record_id in _telling(before, after)}
    return tuple(problem for problem in fixed if problem.file not in files)


def find_removal_notices(before: Chronicle, after: Chronicle) -> Iterator[Notice]:
    """An entry that is gone, so that the id is free again, and addresses of a removed record that lead nowhere."""
    for kind in Kind:
        for record_id in before.removed[kind].keys() - after.removed[kind].keys():
            message = say(
                "the {kind} `{id}` was removed for privacy, and the list does not say so any more: its address "
                "would be free for another record",
                kind=kind.value,
                id=record_id,
            )
            yield Notice(REMOVED, NoticeSort.UNLISTED, message)
    for record in _newly_removed(before, after):
        left = sum(former not in after.removed[record.record_kind] for former in record.former_ids)
        if left:
            # Not named: they may be what is to be forgotten.
            message = say_n(
                "the removed {kind} `{id}` had {n} former id, whose address is lost unless it is listed too",
                "the removed {kind} `{id}` had {n} former ids, whose addresses are lost unless they are listed too",
                left,
                kind=record.record_kind.value,
                id=record.id,
            )
            yield Notice(REMOVED, NoticeSort.UNLISTED, message)


def _newly_removed(before: Chronicle, after: Chronicle) -> Iterator[Record]:
    for kind, removed in after.removed.items():
        yield from (before.by_kind[kind][name] for name in removed if name in before.by_kind[kind])


def _telling(before: Chronicle, after: Chronicle) -> set[tuple[Kind, str]]:
    """The records that named one of those that were removed since, in a field, in prose, or by its name alone."""
    removed = {(record.record_kind, record.id) for record in _newly_removed(before, after)}
    if not removed:
        return set()
    telling = {(Kind.EVENT, event) for one in removed for event in before.backlinks.get(one, ())}
    telling |= {(one.record_kind, one.id) for one in before.all() if not removed.isdisjoint(named_in(one))}
    return telling - removed


def _hidden(change: RecordChange) -> RecordChange:
    gone = change.how is How.REMOVED
    return replace(
        change,
        title=_HIDDEN if gone else change.title,
        fields=tuple(map(_hidden_field, change.fields)),
        claims=tuple(map(_hidden_claim, change.claims)),
    )


def _hidden_claim(claim: ClaimChange) -> ClaimChange:
    if claim.how is How.REMOVED:
        return replace(claim, claimant=_HIDDEN, says=_HIDDEN, fields=tuple(map(_hidden_field, claim.fields)))
    return replace(claim, fields=tuple(map(_hidden_field, claim.fields)))


def _hidden_field(field: FieldChange) -> FieldChange:
    return field if field.before is None else replace(field, before=_HIDDEN, prose=False)
