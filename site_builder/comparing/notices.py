"""Warnings about a change itself: an address that is lost, a claim that changes without a word to the public."""

from collections.abc import Collection, Iterable, Iterator

from site_builder.chronicle import Chronicle
from site_builder.comparing.changes import ClaimChange, How, Notice, NoticeSort, RecordChange
from site_builder.comparing.renames import Renames, find_reused
from site_builder.languages import Message, say, say_n
from site_builder.linking import ClaimKey
from site_builder.records import Claim, Event, Kind, Record


def find_notices(
    before: Chronicle, after: Chronicle, renames: Renames, changes: Collection[RecordChange]
) -> tuple[Notice, ...]:
    """Every warning, in the order of files."""
    found = (
        *_lost_addresses(before, after, renames),
        *_lost_anchors(after, changes),
        *_forgotten_ids(before, after, renames),
        *_silent_changes(before, after, changes),
        *_reused_ids(before, after, renames),
    )
    return tuple(sorted(found))


def _lost_addresses(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[Notice]:
    """A record that is renamed says its former id, which then leads to it for ever."""
    for kind, of_kind in renames.found.items():
        for old, new in of_kind.items():
            record = after.by_kind[kind][new]
            former = dict.fromkeys((*before.by_kind[kind][old].former_ids, *record.former_ids, old))
            yield _renamed(record.file, kind.value, old, new, ", ".join(former))


def _lost_anchors(after: Chronicle, changes: Iterable[RecordChange]) -> Iterator[Notice]:
    """A claim that is renamed says its former id, by which its event's page still leads to it."""
    for change in changes:
        for claim in change.claims:
            if claim.was is not None and not _is_declared(claim, after.events[change.id]):
                yield _renamed(change.file, say("claim"), claim.was, claim.id, claim.was)


def _renamed(file: str, what: str, old: str, new: str, former: str) -> Notice:
    message = say(
        "the {what} `{old}` seems to be called `{new}` now, and links to the old id break: add `former_ids: [{list}]`",
        what=what,
        old=old,
        new=new,
        list=former,
    )
    return Notice(file, NoticeSort.RENAMED, message)


def _is_declared(change: ClaimChange, event: Event) -> bool:
    """Whether a claim that was renamed lists its id of before."""
    return any(change.was in claim.former_ids for claim in event.claims if claim.id == change.id)


def _forgotten_ids(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[Notice]:
    """A former id that was listed stays listed, for links to it are older still than those to the present id."""
    for kind in Kind:
        records = after.by_kind[kind]
        lead_on = _ids(records.values())
        for old in before.by_kind[kind].values():
            new = records.get(renames.now(kind, old.id))
            if new is None or new is old:
                continue
            if old.id not in renames.found[kind]:
                yield from _forgotten(new.file, kind.value, new.id, old.former_ids, lead_on)
            if isinstance(old, Event) and isinstance(new, Event):
                yield from _forgotten_claim_ids(old, new, renames)


def _forgotten_claim_ids(old: Event, new: Event, renames: Renames) -> Iterator[Notice]:
    lead_on = _ids(new.claims)
    for claim in old.claims:
        now = renames.claim_now(ClaimKey(old.id, claim.id)).claim
        if now in lead_on:
            yield from _forgotten(new.file, say("claim"), now, claim.former_ids, lead_on)


def _ids(present: Iterable[Record | Claim]) -> set[str]:
    """The ids by which something is found: its own and its former ones."""
    return {name for one in present for name in (one.id, *one.former_ids)}


def _forgotten(file: str, what: str, new: str, former_ids: Iterable[str], lead_on: Collection[str]) -> Iterator[Notice]:
    for former in former_ids:
        if former not in lead_on:
            message = say(
                "the {what} `{new}` no longer lists `{former}` in `former_ids`, and links to that break: put it back",
                what=what,
                new=new,
                former=former,
            )
            yield Notice(file, NoticeSort.RENAMED, message)


def _reused_ids(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[Notice]:
    """An id stands for one thing for ever: links to it would say something else of a sudden."""
    for kind, old, new in find_reused(before, after, renames):
        message = say(
            "the {kind} `{new}` now says what `{old}` said, so that links to `{new}` lead to something else: "
            "give each its own id back, and what is new a new id",
            kind=kind.value,
            new=new,
            old=old,
        )
        yield Notice(after.by_kind[kind][new].file, NoticeSort.REUSED, message)


def _silent_changes(before: Chronicle, after: Chronicle, changes: Iterable[RecordChange]) -> Iterator[Notice]:
    """An event whose claims are other than they were says so in its corrections."""
    for change in changes:
        if change.kind is not Kind.EVENT or change.how not in (How.CHANGED, How.RENAMED):
            continue
        # A claim that says which one it was before, and nothing else anew, is the same to readers.
        claims = [
            claim
            for claim in change.claims
            if claim.fields or claim.how is not How.RENAMED or not _is_declared(claim, after.events[change.id])
        ]
        changed = [claim for claim in claims if claim.how in (How.CHANGED, How.RENAMED)]
        removed = [claim for claim in claims if claim.how is How.REMOVED]
        if (changed or removed) and not _corrects(before.events[change.other or change.id], after.events[change.id]):
            message = say(
                "{what}, and `corrections` does not say so: add an entry with date, kind and note",
                what="; ".join(_what_became(changed, removed)),
            )
            yield Notice(change.file, NoticeSort.CORRECTED, message)


def _what_became(changed: Iterable[ClaimChange], removed: Iterable[ClaimChange]) -> Iterator[Message]:
    names, gone = ([f"`{claim.was or claim.id}`" for claim in claims] for claims in (changed, removed))
    if names:
        yield say_n("the claim {list} changed", "the claims {list} changed", len(names), list=", ".join(names))
    if gone:
        yield say_n("the claim {list} was removed", "the claims {list} were removed", len(gone), list=", ".join(gone))


def _corrects(old: Event, new: Event) -> bool:
    return any(correction not in old.corrections for correction in new.corrections)
