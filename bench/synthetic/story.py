"""Threads, and what really happened in each: the events before anything is written about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from bench.synthetic.actors import Actor, Cast, Medium
from bench.synthetic.files import slug
from bench.synthetic.phrases import THREADS, TITLES
from bench.synthetic.places import Place, World
from bench.synthetic.when import LAST_DAY, When, first_day, write_when

A = TypeVar("A", bound=Actor)
FIGHTS = frozenset({"battle", "ambush", "attack", "air-strike", "killing-of-civilians", "capture-of-place"})
SPOKEN = frozenset({"statement", "publication"})
_KINDS = {
    "battle": 12,
    "ambush": 8,
    "attack": 14,
    "air-strike": 10,
    "killing-of-civilians": 3,
    "capture-of-place": 5,
    "deployment": 6,
    "withdrawal": 6,
    "agreement": 3,
    "decision": 8,
    "meeting": 5,
    "statement": 14,
    "publication": 6,
}
_LASTING = frozenset({"battle", "deployment", "air-strike", "meeting"})


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread: where it plays and who is in it."""

    id: str
    title: str
    places: tuple[Place, ...]
    fighters: tuple[Actor, ...]
    officials: tuple[Actor, ...]
    outsiders: tuple[Actor, ...]
    media: tuple[Medium, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as it really was."""

    id: str
    kind: str
    title: str
    when: When
    thread: Thread
    place: Place
    a: Actor
    """Who acts or speaks."""
    b: Actor
    """Whom it concerns."""


def invent_threads(random: Random, world: World, cast: Cast, events: int) -> tuple[Thread, ...]:
    """A thread for every eighty events, and three at least."""
    threads: dict[str, Thread] = {}
    for _ in range(max(3, events // 80)):
        region = random.choices(world.regions, [1 / (1 + region.country) for region in world.regions])[0]
        of = cast.authorities[region.country]
        town = random.choice(region.towns)
        title = random.choice(THREADS).format(place=town.label)
        thread_id = slug(title)
        while thread_id in threads:
            title += " again"
            thread_id = slug(title)
        threads[thread_id] = Thread(
            thread_id,
            title,
            places=(town, *region.towns, region.place),
            fighters=(of.army, *_leading(random, cast.groups, 3)),
            officials=(of.state, of.ministry),
            outsiders=_leading(random, cast.outsiders, 3),
            media=_leading(random, cast.media, 5),
        )
    return tuple(threads.values())


def _leading(random: Random, among: Sequence[A], number: int) -> tuple[A, ...]:
    """Some, the first the likeliest by far: in any chronicle a few take part in most of what happens."""
    left = list(among)
    return tuple(
        left.pop(random.choices(range(len(left)), [1 / (1 + position) for position in range(len(left))])[0])
        for _ in range(number)
    )


def invent_happenings(random: Random, threads: tuple[Thread, ...], events: int) -> list[tuple[Happening, ...]]:
    """For each thread what happened in it, in order; `events` in all."""
    weights = [random.uniform(0.4, 1.6) for _ in threads]
    sizes = [int(events * weight / sum(weights)) for weight in weights]
    for extra in range(events - sum(sizes)):
        sizes[extra % len(sizes)] += 1
    first = first_day(events)
    taken: set[str] = set()
    return [
        tuple(sorted(_in_thread(random, thread, size, first, taken), key=lambda happening: happening.when.start))
        for thread, size in zip(threads, sizes, strict=True)
    ]


def _in_thread(random: Random, thread: Thread, size: int, first: date, taken: set[str]) -> Iterator[Happening]:
    """Within a window of the whole time, the later the likelier; some within the days of the one before."""
    length = min((LAST_DAY - first).days, size * random.randint(6, 14) + 30)
    begin = first + timedelta(int(((LAST_DAY - first).days - length) * random.random() ** 0.7))
    spent = sorted(random.randrange(length - 20) for _ in range(size))
    start = end = begin
    for number, days in enumerate(spent):
        inside = number > 0 and (end - start).days > 1 and random.random() < 0.4
        start = start + timedelta(random.randint(0, (end - start).days)) if inside else begin + timedelta(days)
        kind = random.choices(list(_KINDS), list(_KINDS.values()))[0]
        lasts = random.randint(1, 13) if kind in _LASTING and not inside and random.random() < 0.5 else 0
        if not inside:
            end = start + timedelta(lasts)
        yield _happening(random, thread, kind, start, start + timedelta(lasts), taken)


def _happening(random: Random, thread: Thread, kind: str, start: date, end: date, taken: set[str]) -> Happening:
    place = random.choice(thread.places)
    a, b = _leading(random, thread.fighters, 2)
    if kind in SPOKEN:
        a = random.choice((a, *thread.officials, *thread.outsiders))
    elif kind not in FIGHTS and kind not in _LASTING:
        a = random.choice((a, *thread.officials))
    title = random.choice(TITLES[kind]).format(a=a.label, b=b.label, place=place.label)
    when = write_when(random, start, end)
    event_id = wanted = f"{when.prefix}-{slug(title)}"
    count = 1
    while event_id in taken:
        count += 1
        event_id = f"{wanted}-{count}"
    taken.add(event_id)
    return Happening(event_id, kind, title, when, thread, place, a, b)
