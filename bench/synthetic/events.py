"""Events as records: what happened, what is written about it, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from bench.synthetic.actors import Actor
from bench.synthetic.claims import Claim, invent_claims
from bench.synthetic.files import RecordFile
from bench.synthetic.links import Link
from bench.synthetic.phrases import (
    DATE_NOTE,
    NOTE,
    SUMMARIES,
    SUMMARIES_FRENCH,
    TITLES_ARABIC,
    TITLES_FRENCH,
    UNKNOWN,
    WORDS,
)
from bench.synthetic.prose import write_body
from bench.synthetic.sources import Source, invent_source
from bench.synthetic.story import FIGHTS, SPOKEN, Happening
from bench.synthetic.yaml_text import Flow, Folded, Value

_REMEMBERED = 6
"""Sources of the events before that an event may rest on too."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What an event's record is written from."""

    happening: Happening
    threads: Sequence[str]
    shelf: Sequence[Source]
    """What it rests on."""
    claims: Sequence[Claim]
    links: Sequence[Link]
    before: Sequence[Happening]
    """What had happened in the thread by then."""


def write_thread(
    random: Random,
    happenings: Sequence[Happening],
    threads: Sequence[str],
    links: Mapping[str, Sequence[Link]],
) -> Iterator[RecordFile]:
    """The records of a thread's events and of the sources that they rest on; `threads` are all there are."""
    recent: list[Source] = []
    claims: list[str] = []
    for number, happening in enumerate(happenings):
        new = _new_sources(random, happening, recent)
        yield from (source.file for source in new)
        shelf = _shelf(random, new, recent)
        said = invent_claims(random, happening, happenings[number : number + 20], shelf, claims[-20:])
        others = random.sample(threads, min(len(threads), random.choice((0, 1, 1, 1, 2))))
        of = tuple(dict.fromkeys((happening.thread.id, *others)))
        before = happenings[max(0, number - 9) : number]
        record = _event(random, _Known(happening, of, shelf, said, links[happening.id], before))
        yield RecordFile(f"{happening.id[:4]}/{happening.id}.yml", record)
        recent = [*recent, *new][-_REMEMBERED:]
        claims += [f"{happening.id}#{claim.id}" for claim in said]


def _new_sources(random: Random, happening: Happening, recent: Sequence[Source]) -> list[Source]:
    """About four, most of which it alone rests on; two on which a claim may rest where few such are known."""
    few = sum(source.supports for source in recent) < 3
    number = random.choices((2, 3, 4, 5), (20, 25, 30, 25))[0]
    what, place = WORDS[happening.kind], happening.place.label
    return [
        invent_source(
            random,
            medium,
            happening.when.end + timedelta(random.choice((0, 1, 1, 2, 5, 12, 40))),
            what,
            place,
            supports=few and position < 2,
        )
        for position, medium in enumerate(random.sample(happening.thread.media, number))
    ]


def _shelf(random: Random, new: Sequence[Source], recent: Sequence[Source]) -> list[Source]:
    """The new sources and a few recent ones, two of which at least can bear a claim."""
    # The latest first: an event rests on something that is later than itself.
    latest = sorted(recent, key=lambda source: source.day)[-1:]
    shuffled = [*latest, *(source for source in random.sample(recent, len(recent)) if source not in latest)]
    shelf = [*new, *shuffled[: random.choice((1, 1, 2, 3))]]
    lacking = max(0, 2 - sum(source.supports for source in shelf))
    return shelf + [source for source in shuffled if source.supports and source not in shelf][:lacking]


def _event(random: Random, known: _Known) -> dict[str, Value]:
    happening, shelf = known.happening, known.shelf
    topics = {claim.topic for claim in known.claims}
    record: dict[str, Value] = {"title": _title(random, happening), "date": happening.when.text}
    if random.random() < 0.1:
        record["date_note"] = _fill(DATE_NOTE, happening)
    record["kind"] = happening.kind
    if "occurrence" in topics and random.random() < 0.5:
        record["standing"] = random.choice(("claimed", "disputed"))
    record["importance"] = random.choices(("major", "normal", "minor"), (8, 77, 15))[0]
    return {
        **record,
        "threads": Flow(known.threads),
        "summary": _summary(random, happening),
        "places": _places(random, happening, topics),
        "actors": _actors(random, happening, topics),
        "unknown": [_fill(text, happening) for text in random.sample(UNKNOWN, random.choice((0, 1, 1, 2, 2, 3, 3)))],
        "links": [_link(random, link, happening, shelf) for link in known.links],
        "claims": [claim.record for claim in known.claims],
        "sources": _sources(random, shelf),
        "media": _media(random, happening),
        "body": write_body(random, happening, shelf, known.before),
        **_history(random, happening),
    }


def _title(random: Random, happening: Happening) -> Value:
    if random.random() >= 0.06:
        return happening.title
    place = happening.place.label
    other = random.choice((("fr", TITLES_FRENCH), ("ar", TITLES_ARABIC)))
    return {"en": happening.title, other[0]: other[1].format(place=place)}


def _summary(random: Random, happening: Happening) -> Value:
    text = Folded(" ".join(_fill(one, happening) for one in random.sample(SUMMARIES, 2)))
    return {"en": text, "fr": Folded(_fill(SUMMARIES_FRENCH, happening))} if random.random() < 0.05 else text


def _places(random: Random, happening: Happening, topics: set[str]) -> list[Value]:
    site = {"place": happening.place.id, "role": "site"}
    if "place" in topics:
        site["standing"] = "disputed"
    other = random.choice(happening.thread.places)
    if other is happening.place or random.random() < 0.3:
        return [Flow(site)]
    return [Flow(site), Flow({"place": other.id, "role": random.choice(("origin", "destination", "mentioned"))})]


def _actors(random: Random, happening: Happening, topics: set[str]) -> list[Value]:
    roles = ("participant", "participant")
    if happening.kind in FIGHTS:
        roles = ("attacker", "attacked")
    elif happening.kind in SPOKEN:
        roles = ("speaker", "subject")
    elif happening.kind == "decision":
        roles = ("decider", "addressee")
    parts = [{"actor": happening.a.id, "role": roles[0]}, {"actor": happening.b.id, "role": roles[1]}]
    if topics & {"participation", "responsibility"}:
        parts[0]["standing"] = random.choice(("disputed", "claimed", "established"))
    parts += [{"actor": actor.id, "role": role} for actor, role in _bystanders(random, happening)]
    return [Flow(part) for part in parts]


def _bystanders(random: Random, happening: Happening) -> Iterator[tuple[Actor, str]]:
    """Up to three more who were there or spoke."""
    of = happening.thread
    possible = [actor for actor in (*of.fighters, *of.officials, *of.outsiders) if actor not in _two(happening)]
    for actor in random.sample(possible, random.choice((0, 1, 2, 2, 3))):
        yield actor, random.choice(("participant", "affected", "mediator", "addressee"))


def _two(happening: Happening) -> tuple[Actor, Actor]:
    return happening.a, happening.b


def _link(random: Random, link: Link, happening: Happening, shelf: Sequence[Source]) -> Value:
    plain: dict[str, Value] = {"type": link.type, "event": link.event}
    if not link.explained:
        return Flow({"type": link.type, "event": link.event})
    return {**plain, "note": _fill(NOTE, happening), "sources": Flow([random.choice(shelf).id])}


def _sources(random: Random, shelf: Sequence[Source]) -> list[Value]:
    """The sources of the event as a whole, some with the place in them."""
    return [
        Flow({"source": source.id, "at": f"paragraph {random.randint(1, 12)}"}) if random.random() < 0.2 else source.id
        for source in shelf
    ]


def _media(random: Random, happening: Happening) -> list[Value]:
    if random.random() >= 0.05:
        return []
    return [
        {
            "url": f"https://pictures.example/{happening.id}",
            "shows": f"A road near {happening.place.label}, and vehicles on it.",
            "made_by": happening.a.label,
            "published": f"{happening.when.end}",
            "graphic": random.choice(("true", "false")),
        }
    ]


def _history(random: Random, happening: Happening) -> dict[str, Value]:
    history: dict[str, Value] = {}
    if random.random() < 0.04:
        history["corrections"] = [
            {"date": "2026-02-01", "kind": "clarification", "note": "Now says whose account this is."}
        ]
    if random.random() < 0.02:
        history["former_ids"] = Flow([f"{happening.id}-as-first-reported"])
    if random.random() < 0.1:
        history["ids"] = Flow({"example": f"X{random.randrange(10**6)}"})
    return history


def _fill(pattern: str, happening: Happening) -> str:
    return pattern.format(
        a=happening.a.label, b=happening.b.label, place=happening.place.label, what=WORDS[happening.kind]
    )
