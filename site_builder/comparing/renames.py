"""Records that have another id than before: those that say so, and those whose content shows it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from rapidfuzz import fuzz

from site_builder.chronicle import Chronicle
from site_builder.linking import ANSWERS, ClaimKey
from site_builder.records import IMPLICIT, Event, FieldReference, Kind, Record, RecordPath, Schema, Text, walk

K = TypeVar("K")
V = TypeVar("V")
S = TypeVar("S", bound=Schema)
_LEAST_ALIKE = 60
"""How much of what two records say is the same, in percent, where one is the other under another id."""
_MOST_COMPARED = 10_000
"""Characters of a record that are looked at."""
_TELLING = ("title", "name", "summary", "description", "body", "url", "claims")
"""Fields of which one at least is the same in both."""
_MOST_CANDIDATES = 20
"""Records that say the same are all as good as these."""
_PASSING = {*IMPLICIT, "former_ids", "corrections", "added"}
"""Fields that a rename may well change."""


@dataclass(frozen=True, slots=True)
class Renames:
    """For each kind, ids before with the ids now."""

    declared: Mapping[Kind, Mapping[str, str]]
    """By `former_ids`; several records may have become one, which may have been there before."""
    found: Mapping[Kind, Mapping[str, str]]
    """By their content, one to one."""
    claims: Mapping[ClaimKey, str]
    """For each former key of a claim, under its event's id of now, the id that the claim has now."""

    def now(self, kind: Kind, record_id: str) -> str:
        """The id that a record of before has now; its old one where it was removed."""
        return self.declared[kind].get(record_id) or self.found[kind].get(record_id) or record_id

    def claim_now(self, key: ClaimKey) -> ClaimKey:
        """The key that a claim of before has now, as far as its event says so; its old one where it was removed."""
        now = ClaimKey(self.now(Kind.EVENT, key.event), key.claim)
        return ClaimKey(now.event, self.claims.get(now, now.claim))


def find_renames(before: Chronicle, after: Chronicle) -> Renames:
    """What the records that are gone are called now."""
    declared: dict[Kind, Mapping[str, str]] = {}
    found: dict[Kind, Mapping[str, str]] = {}
    for kind in Kind:
        old, new = before.by_kind[kind], after.by_kind[kind]
        gone = {name: old[name] for name in sorted(old) if name not in new and (kind, name) not in after.unread}
        declared[kind] = _declared(gone, new.values()) if gone else {}
        come = [new[name] for name in sorted(new) if name not in old and (kind, name) not in before.unread]
        taken = set(declared[kind].values())
        rest = [record for name, record in gone.items() if name not in declared[kind]]
        found[kind] = _alike(rest, [record for record in come if record.id not in taken])
    return Renames(declared, found, _former_claims(after))


def _former_claims(after: Chronicle) -> Mapping[ClaimKey, str]:
    return {
        key: claim.id
        for event in after.events.values()
        for claim in event.claims
        for former in claim.former_ids
        if (key := ClaimKey(event.id, former)) not in after.claims.all
    }


def find_reused(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[tuple[Kind, str, str]]:
    """Records whose content stands under the id of another one that was there before: kind, id before, id now."""
    for kind in Kind:
        old, new = before.by_kind[kind], after.by_kind[kind]
        changed = sorted(name for name in old.keys() & new.keys() if old[name] is not new[name])
        if changed:
            followed = renames.declared[kind].keys() | renames.found[kind].keys()
            left = [
                old[name] for name in sorted(old.keys() - new.keys() - followed) if (kind, name) not in after.unread
            ]
            alike = _alike([*(old[name] for name in changed), *left], [new[name] for name in changed])
            yield from ((kind, was, now) for was, now in alike.items() if was != now)


def _declared(gone: Mapping[str, Record], records: Iterable[Record]) -> Mapping[str, str]:
    return {former: record.id for record in records for former in record.former_ids if former in gone}


def _alike(gone: list[Record], come: list[Record]) -> Mapping[str, str]:
    """Pairs of the records that are most alike, each record once."""
    by_content: dict[str, list[Record]] = {}
    for record in come if gone else ():
        for anchor in _anchors(record):
            by_content.setdefault(anchor, []).append(record)
    contents = {id(record): _content(record) for record in (*gone, *come)} if gone else {}
    pairs = {
        (old.id, new.id): (contents[id(old)], contents[id(new)])
        for old in gone
        for anchor in _anchors(old)
        for new in by_content.get(anchor, ())[:_MOST_CANDIDATES]
    }
    return pair_up({pair: fuzz.ratio(*pairs[pair], score_cutoff=_LEAST_ALIKE) for pair in sorted(pairs)}, _LEAST_ALIKE)


def pair_up(likenesses: Mapping[tuple[K, V], float], least: float) -> dict[K, V]:
    """The pairs that are most alike, each thing in one of them; of those that are as alike, the first."""
    found: dict[K, V] = {}
    for (one, other), likeness in sorted(likenesses.items(), key=lambda pair: -pair[1]):
        if likeness >= least and one not in found and other not in found.values():
            found[one] = other
    return found


def _anchors(record: Record) -> Iterator[str]:
    for name in _TELLING:
        value = getattr(record, name, None)
        if value:
            yield f"{name} {value!r}"


def _content(record: Record) -> str:
    """What a record says, but for what a rename may well change."""
    return record.model_dump_json(exclude=_PASSING, exclude_defaults=True)[:_MOST_COMPARED]


def follow(record: S, renames: Renames) -> S:
    """A record, or the profile, with the ids of now in its fields."""
    new: dict[RecordPath, str] = {}
    for found in walk(record, FieldReference):
        now = renames.now(found.kind, found.id)
        if now != found.id:
            new[found.path] = now
    if isinstance(record, Event):
        new |= dict(_answers(record, renames))
    followed = _replace(record, (), new) if new else record
    assert isinstance(followed, type(record))
    return followed


def _answers(event: Event, renames: Renames) -> Iterator[tuple[RecordPath, str]]:
    for index, claim in enumerate(event.claims):
        for name in ANSWERS:
            written = getattr(claim, name)
            if written is not None:
                key = ClaimKey.read(written, event.id)
                now = renames.claim_now(key)
                if now != key and ("#" in written or now.claim != key.claim):
                    yield ("claims", index, name), str(now) if "#" in written else now.claim


def _replace(value: Any, path: RecordPath, new: Mapping[RecordPath, str]) -> Any:
    """The value with what is new at the paths below it."""
    if path in new:
        return new[path]
    if isinstance(value, tuple):
        return tuple(_replace(item, (*path, index), new) for index, item in enumerate(value))
    if not isinstance(value, Schema) or isinstance(value, Text):
        return value
    changed = {
        name: part
        for name, info in type(value).model_fields.items()
        if (part := _replace(getattr(value, name), (*path, info.alias or name), new)) is not getattr(value, name)
    }
    return value.model_copy(update=changed)
