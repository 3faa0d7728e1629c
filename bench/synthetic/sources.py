"""Publications that nobody wrote, at addresses that no one can hold (RFC 2606)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from bench.synthetic.actors import Medium
from bench.synthetic.files import RecordFile, slug
from bench.synthetic.places import GAZETTEER
from bench.synthetic.when import write_said
from bench.synthetic.yaml_text import Flow, Value

_TITLES = (
    ("en", "What is known of the {what} near {place}"),
    ("en", '{place}: "we saw it from the road"'),
    ("en", "Accounts differ on the {what} at {place}"),
    ("en", "After the {what}, questions in {place}"),
    ("fr", "À {place}, ce que l'on sait et ce que l'on ignore"),
    ("fr", "{place} : les versions s'opposent, les chiffres aussi"),
    ("ar", "ما نعرفه عما جرى قرب {place}"),
    ("ar", "{place}: روايات متضاربة وأرقام مختلفة"),
    ("ru", "{place}: что известно о случившемся"),
    ("uk", "{place}: що відомо про події"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A source as events refer to it."""

    id: str
    publisher: str
    day: date
    supports: bool
    """Whether a claim may rest on it alone: it was read, and is not a compilation."""
    file: RecordFile


def invent_source(random: Random, medium: Medium, day: date, what: str, place: str, *, supports: bool) -> Source:
    """What a newsroom published on a day about something at a place; `supports` if a claim has to rest on it."""
    number = random.randrange(10**6, 10**7)
    lang, pattern = random.choice(_TITLES)
    title = pattern.format(what=what, place=place)
    consulted = random.choices(("full", "excerpt", "no"), (35, 58, 0 if supports else 20))[0]
    compiled = random.random() < 0.1 and not supports
    source_id = f"{medium.id}-{day}-{slug(f'{what} {place}')}-{number}"
    host = f"{medium.id}.example"
    record: dict[str, Value] = {
        "publisher": medium.label,
        "title": title,
        "date": write_said(random, day),
        "lang": lang,
        "url": f"https://{host}/{day:%Y/%m/%d}/{number}",
        "kind": "compilation" if compiled else medium.publishes,
        "origin": medium.label,
        "consulted": consulted,
    }
    if random.random() < 0.4:
        record["author"] = "A reporter of the newsroom"
    if random.random() < 0.6:
        record["archive"] = f"https://archive.example/{day:%Y%m%d}/https://{host}/{number}"
    if random.random() < 0.2:
        record["read_in"] = Flow({"publisher": "Courier of Copies", "url": f"https://copies.example/{number}"})
    return Source(
        source_id, medium.label, day, consulted != "no" and not compiled, RecordFile(f"sources/{source_id}.yml", record)
    )


def gazetteer() -> RecordFile:
    """The source of every coordinate."""
    record: dict[str, Value] = {
        "publisher": "Office of Invented Geography",
        "title": "Gazetteer of nowhere",
        "lang": "en",
        "url": "https://gazetteer.example/",
        "kind": "research",
        "consulted": "full",
    }
    return RecordFile(f"sources/{GAZETTEER}.yml", record)
