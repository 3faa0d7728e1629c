"""Links from a record to itself, written twice, in a circle, or against the order of time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from site_builder import problems
from site_builder.checking.findings import Finding, rule, rule_for_each
from site_builder.chronology import find_circles
from site_builder.languages import say
from site_builder.linking import ANSWERS, ClaimKey, Linked
from site_builder.problems import Severity
from site_builder.records import Kind, RecordPath
from site_builder.vocabulary import LinkType, inverse_of


@rule_for_each
def links_to_themselves(records: Linked) -> Iterator[Finding]:
    """An event is not linked to itself."""
    for event in records.events.values():
        for index, link in enumerate(event.links):
            if link.event == event.id:
                message = say("the event has a link to itself, as `{type}`: remove it", type=link.type.value)
                yield Finding(problems.LINK_TO_ITSELF, event, ("links", index, "event"), message)


@rule
def links_written_twice(records: Linked) -> Iterator[Finding]:
    """A link is written once, on one of its two sides: the other side is made from it."""
    written: dict[tuple[str, LinkType, str], tuple[str, str]] = {}
    for event in sorted(records.events.values(), key=lambda event: event.file):
        for index, link in enumerate(event.links):
            if link.event == event.id:
                continue
            statement = (event.id, link.type, link.event)
            same = written.get(statement)
            inverse = written.get((link.event, inverse_of(link.type, records.vocabulary), event.id))
            if same or inverse:
                message = say("this link is written above already: keep one of them")
                if inverse:
                    file, type_ = inverse
                    message = say("{file} has this link already, as `{type}`: keep one of them", file=file, type=type_)
                yield Finding(problems.LINK_TWICE, event, ("links", index), message)
            else:
                written[statement] = (event.file, link.type.value)


@rule
def contradictions(records: Linked) -> Iterator[Finding]:
    """Some order of events satisfies all links and dates; where they only contradict `~` or `?`, a warning."""
    found = records.chronology.contradictions
    for number, contradiction in enumerate(found, start=1):
        severity = Severity.ERROR if contradiction.certain else Severity.WARNING
        tie = contradiction.ties[0] if contradiction.ties else None
        event = records.events[tie.source if tie is not None else contradiction.dated[0].id]
        path: RecordPath = ("date",)
        if tie is not None:
            same = (link.type is tie.type and link.event == tie.target for link in event.links)
            path = ("links", next(index for index, found in enumerate(same) if found))
        message = contradiction.sentence
        if number == len(found) and records.chronology.unlisted:
            message = say(
                "{contradiction}; {n} more contradictions are not shown",
                contradiction=message,
                n=records.chronology.unlisted,
            )
        yield Finding(problems.CONTRADICTION, event, path, message, severity=severity)


_Member = TypeVar("_Member", str, ClaimKey)
_MOST_NAMED = 10
"""Members of a circle that are named."""


@rule
def circles(records: Linked) -> Iterator[Finding]:
    """Going from a place to what it lies within, or from an actor to its parent, never leads back."""
    for kind, key, verb, what in (
        (Kind.PLACE, "within", "within", say("places lie within one another in a circle")),
        (Kind.ACTOR, "parent", "belongs to", say("actors belong to one another in a circle")),
    ):
        found = ((record.id, getattr(record, key)) for record in records.by_kind[kind].values())
        for circle in _circles(sorted(step for step in found if step[1] is not None)):
            message = say("{what}: {round}", what=what, round=_round(circle, f" {verb} "))
            yield Finding(problems.CIRCLE, records.by_kind[kind][circle[0][0]], (key,), message)


@rule
def circles_of_claims(records: Linked) -> Iterator[Finding]:
    """Going from a claim to one that it answers never leads back."""
    answers = {
        (key, relation.other): relation.type
        for key in sorted(records.claims.all)
        for relation in records.claims.relations[key]
        if relation.type in ANSWERS
    }
    for circle in _circles(answers):
        key = circle[0][0]
        steps = [f"{_named(one, key)} {answers[one, other]} {_named(other, key)}" for one, other in circle]
        if len(circle) > _MOST_NAMED:
            steps[_MOST_NAMED:] = [f"and {len(circle) - _MOST_NAMED:,} more"]
        message = say(
            "claims answer one another in a circle, though each can only answer an older one: {list}",
            list="; ".join(steps),
        )
        event = records.events[key.event]
        index = next(index for index, claim in enumerate(event.claims) if claim.id == key.claim)
        yield Finding(problems.CIRCLE, event, ("claims", index, answers[circle[0]].value), message)


def _named(key: ClaimKey, beside: ClaimKey) -> str:
    """A claim as it is referred to from the event of another."""
    return f"`{key.claim}`" if key.event == beside.event else f"`{key}`"


def _round(circle: Sequence[tuple[str, str]], word: str) -> str:
    """The members in turn up to the first again; of a long circle only how it begins."""
    shown = [member for member, _ in circle]
    if len(shown) > _MOST_NAMED:
        shown[_MOST_NAMED:] = [f"{len(shown) - _MOST_NAMED:,} more"]
    return word.join((*shown, circle[0][0]))


def _circles(steps: Iterable[tuple[_Member, _Member]]) -> Iterator[list[tuple[_Member, _Member]]]:
    """The steps of each circle, once."""
    known = list(steps)
    yield from ([step] for step in known if step[0] == step[1])
    numbers = {member: number for number, member in enumerate(dict.fromkeys(chain(*known)))}
    for circle in find_circles(len(numbers), [(numbers[one], numbers[other]) for one, other in known]):
        yield [known[number] for number in circle]
