"""Warnings about a change itself: an address that is lost, a claim that changes without a word to the public."""

from collections.abc import Collection, Iterable, Iterator

from site_builder.chronicle import Chronicle
from site_builder.comparing.changes import ClaimChange, How, Notice, NoticeSort, RecordChange
from site_builder.comparing.renames import Renames, find_reused
from site_builder.languages import say
from site_builder.linking import ClaimKey
from site_builder.records import Event, Kind


def find_notices(
    before: Chronicle, after: Chronicle, renames: Renames, changes: Iterable[RecordChange]
) -> tuple[Notice, ...]:
    """Every warning, in the order of files."""
    changes = tuple(changes)
    lost = (
        *_lost_addresses(before, after, renames),
        *_lost_anchors(after, changes),
        *_forgotten_ids(before, after, renames),
    )
    silent = _silent_changes(before, after, changes)
    return tuple(sorted([*lost, *silent, *_reused_ids(before, after, renames)]))


def _lost_addresses(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[Notice]:
    """A record that is renamed says its former id, which then leads to it for ever."""
    for kind, of_kind in renames.found.items():
        for old, new in of_kind.items():
            record = after.by_kind[kind][new]
            ids = dict.fromkeys((*before.by_kind[kind][old].former_ids, *record.former_ids, old))
            message = say(
                "the {kind} `{old}` is now `{new}`, it seems, and links to `{old}` break: add `former_ids: "
                "[{list}]`, so that they lead here",
                kind=kind.value,
                old=old,
                new=new,
                list=", ".join(ids),
            )
            yield Notice(record.file, NoticeSort.RENAMED, message)


def _lost_anchors(after: Chronicle, changes: Iterable[RecordChange]) -> Iterator[Notice]:
    """A claim that is renamed says its former id, by which its event's page still leads to it."""
    for change in changes:
        for claim in change.claims:
            if claim.how is How.RENAMED and not _is_declared(claim, after.events[change.id]):
                message = say(
                    "the claim `{was}` is now `{id}`, it seems, and links to `#{was}` break: add `former_ids: "
                    "[{was}]` to the claim, so that they lead to it",
                    was=claim.was,
                    id=claim.id,
                )
                yield Notice(change.file, NoticeSort.RENAMED, message)


def _is_declared(change: ClaimChange, event: Event) -> bool:
    """Whether a claim that was renamed lists its id of before."""
    return any(change.was in claim.former_ids for claim in event.claims if claim.id == change.id)


def _forgotten_ids(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[Notice]:
    """A former id that was listed stays listed, for links to it are older still than those to the present id."""
    for kind in Kind:
        records = after.by_kind[kind]
        lead_on = {*records, *(former for record in records.values() for former in record.former_ids)}
        for old in before.by_kind[kind].values():
            new = records.get(renames.now(kind, old.id))
            if new is None or new is old:
                continue
            lost = () if old.id in renames.found[kind] else _without(old.former_ids, lead_on)
            yield from (_forgotten(new.file, f"{kind.value} `{new.id}`", former) for former in lost)
            if isinstance(old, Event) and isinstance(new, Event):
                yield from _forgotten_claim_ids(old, new, renames)


def _forgotten_claim_ids(old: Event, new: Event, renames: Renames) -> Iterator[Notice]:
    lead_on = {*(claim.id for claim in new.claims), *(former for claim in new.claims for former in claim.former_ids)}
    for claim in old.claims:
        now = renames.claim_now(ClaimKey(old.id, claim.id)).claim
        if now in lead_on:
            lost = _without(claim.former_ids, lead_on)
            yield from (_forgotten(new.file, f"claim `{now}`", former) for former in lost)


def _without(former: Iterable[str], lead_on: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in former if each not in lead_on)


def _forgotten(file: str, what: str, former: str) -> Notice:
    message = say(
        "the {what} no longer lists `{former}` in `former_ids`, and links to that break: put it back",
        what=what,
        former=former,
    )
    return Notice(file, NoticeSort.RENAMED, message)


def _reused_ids(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[Notice]:
    """An id stands for one thing for ever: links to it would say something else of a sudden."""
    for kind, old, new in find_reused(before, after, renames):
        message = say(
            "the {kind} `{new}` says now what `{old}` said, and every link to `{new}` leads to something "
            "else: give each its own id back, and a new id to what is new",
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
        became = [
            _what_became(claims, hows, fate)
            for hows, fate in (((How.CHANGED, How.RENAMED), "changed"), ((How.REMOVED,), "been taken out"))
        ]
        old = before.events[change.other or change.id]
        if any(became) and not _corrects(old, after.events[change.id]):
            what = " and ".join(filter(None, became))
            message = say("{what}, and `corrections` does not say so: add an entry with date, kind and note", what=what)
            yield Notice(change.file, NoticeSort.CORRECTED, message)


def _what_became(claims: Iterable[ClaimChange], hows: Collection[How], fate: str) -> str:
    """`the claims a and b have changed`; nothing where no claim did."""
    names = [f"`{claim.was or claim.id}`" for claim in claims if claim.how in hows]
    if len(names) < 2:
        return f"the claim {names[0]} has {fate}" if names else ""
    return f"the claims {', '.join(names[:-1])} and {names[-1]} have {fate}"


def _corrects(old: Event, new: Event) -> bool:
    return any(correction not in old.corrections for correction in new.corrections)
