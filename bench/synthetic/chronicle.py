"""A whole invented chronicle, the same for the same size and seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bench.synthetic.actors import invent_cast
from bench.synthetic.events import write_thread
from bench.synthetic.files import RecordFile
from bench.synthetic.links import link
from bench.synthetic.names import invent_names
from bench.synthetic.places import invent_world
from bench.synthetic.sources import gazetteer
from bench.synthetic.story import invent_happenings, invent_threads
from bench.synthetic.threads import write_thread_records


def invent_chronicle(events: int, seed: int) -> Iterator[RecordFile]:
    """Every record of a chronicle of so many events, with what surrounds them in proportion."""
    random = Random(seed)
    names = invent_names(random)
    world = invent_world(random, names, events)
    cast = invent_cast(random, names, world, events)
    threads = invent_threads(random, world, cast, events)
    happenings = invent_happenings(random, threads, events)
    links = link(random, [happening for of_thread in happenings for happening in of_thread])
    yield gazetteer()
    yield from world.files
    yield from cast.files
    ids = [thread.id for thread in threads]
    for thread, of_thread in zip(threads, happenings, strict=True):
        yield from write_thread_records(thread, of_thread)
        yield from write_thread(random, of_thread, ids, links)
