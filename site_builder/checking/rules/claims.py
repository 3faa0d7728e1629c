"""Claims: their ids, and the claims that they answer."""

from collections import Counter
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule, rule_for_each
from site_builder.checking.rules.ids import check_id
from site_builder.languages import Message, say
from site_builder.linking import ANSWERS, ClaimKey, Linked, RelationType
from site_builder.reading import is_id
from site_builder.records import Claim, Event, Kind, RecordPath
from site_builder.spelling import nearest


@rule_for_each
def claim_ids(records: Linked) -> Iterator[Finding]:
    """No two claims of an event have the same id, because it is the end of their permalink."""
    seen: set[ClaimKey] = set()
    for event, path, claim in records.written_claims:
        if (key := ClaimKey(event.id, claim.id)) in seen:
            message = say("another claim of this event has the id `{id}`", id=claim.id)
            yield Finding(problems.SAME_CLAIM_ID, event, (*path, "id"), message)
        seen.add(key)


@rule_for_each
def former_claim_ids(records: Linked) -> Iterator[Finding]:
    """A former id of a claim leads to one claim: it is no claim's id in its event, and no other's former one."""
    for event in records.events.values():
        listed = Counter(former for claim in event.claims for former in claim.former_ids)
        present = {claim.id for claim in event.claims}
        for index, claim in enumerate(event.claims):
            for number, former in enumerate(claim.former_ids):
                if former in present:
                    own = former == claim.id
                    whose = say("this claim's own id") if own else say("the id of another claim of this event")
                elif listed[former] > 1:
                    twice = claim.former_ids.count(former) > 1
                    whose = say("written here twice") if twice else say("also one of another claim of this event")
                else:
                    continue
                message = say("the former id `{former}` is {whose}", former=former, whose=whose)
                yield Finding(problems.FORMER_ID_TAKEN, event, ("claims", index, "former_ids", number), message)


@rule
def answers(records: Linked) -> Iterator[Finding]:
    """A claim that answers another names one that is there."""
    for event, path, claim in records.written_claims:
        for key in ANSWERS:
            if (written := getattr(claim, key)) is not None:
                yield from _answer(records, event, claim, written, (*path, key.value))


def _answer(records: Linked, event: Event, claim: Claim, written: str, path: RecordPath) -> Iterator[Finding]:
    own, other = ClaimKey(event.id, claim.id), ClaimKey.read(written, event.id)
    now = _present(records, other)
    if not is_id(other.event) or not is_id(other.claim):
        message = say("`{written}` is not a claim: write the claim's id, or event-id#claim-id", written=written)
        yield Finding(problems.REFERENCE_FORM, event, path, message)
    elif own in (other, now):
        yield Finding(problems.LINK_TO_ITSELF, event, path, say("the claim `{id}` refers to itself", id=claim.id))
    elif other.event not in records.events:
        now = _present(records, ClaimKey(records.new_id(Kind.EVENT, other.event) or "", other.claim))
        if now is not None:
            yield _former(
                event, path, written, say("`{written}` is the former address of the claim", written=written), str(now)
            )
        elif not records.has_unread(Kind.EVENT, other.event):
            yield from check_id(records, event, Kind.EVENT, other.event, path, other.event)
    elif now is not None:
        meant = str(now) if "#" in written else now.claim
        yield _former(event, path, written, say("`{id}` is a former id of the claim", id=other.claim), meant)
    elif other not in records.claims.all:
        where = say("this event") if other.event == event.id else say("the event `{id}`", id=other.event)
        message = say("no claim of {where} has the id `{claim}`", where=where, claim=other.claim)
        before = written.rpartition(other.claim)[0]
        occurrence = sum(before.startswith(other.claim, at) for at in range(len(before)))
        yield Finding(problems.UNKNOWN_CLAIM, event, path, message, _near(records, other), other.claim, occurrence)


@rule
def repetitions(records: Linked) -> Iterator[Finding]:
    """A claim that repeats another is by the same claimant, and counts nothing else."""
    for event, path, claim in records.written_claims:
        if claim.repeats is not None:
            original = records.claims.all.get(ClaimKey.read(claim.repeats, event.id))
            if original is not None and (message := _why_no_repetition(claim, original)) is not None:
                yield Finding(problems.NOT_A_REPETITION, event, (*path, RelationType.REPEATS.value), message)


def _why_no_repetition(claim: Claim, original: Claim) -> Message | None:
    if (claim.by, claim.unnamed, claim.side) != (original.by, original.unnamed, original.side):
        return say(
            "`{written}` is said by {other}, and this claim by {who}: one claimant `repeats`, another `confirms`",
            written=claim.repeats,
            other=original.by or original.unnamed,
            who=claim.by or claim.unnamed,
        )
    for party, by_category in claim.figures.items():
        for category, figure in by_category.items():
            said = original.figures.get(party, {}).get(category)
            if said is None or figure.excludes(said):
                return say(
                    "`{written}` does not count {figure} {category} of {party}, as this claim does: "
                    "what is new `revises` it, or stands by itself",
                    written=claim.repeats,
                    figure=figure.text,
                    category=category.value,
                    party=party,
                )
    return None


def _present(records: Linked, key: ClaimKey) -> ClaimKey | None:
    """The key of now of a claim that had this one before."""
    now = records.former_claims.get(key)
    return ClaimKey(key.event, now) if now is not None else None


def _former(event: Event, path: RecordPath, written: str, what: Message, meant: str) -> Finding:
    message = say("{what} that is now `{meant}`", what=what, meant=meant)
    return Finding(problems.FORMER_ID, event, path, message, meant, written, certain=True)


def _near(records: Linked, key: ClaimKey) -> str | None:
    """A claim of the event with a similar id, or the one of another event that has the id."""
    near = nearest(key.claim, (claim.id for claim in records.events[key.event].claims))
    if near is not None:
        return near
    elsewhere = records.claims_by_id[key.claim]
    return str(elsewhere[0]) if len(elsewhere) == 1 else None
