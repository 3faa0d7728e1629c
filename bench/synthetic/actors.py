"""Who takes part and who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.synthetic.files import RecordFile, slug
from bench.synthetic.names import Name
from bench.synthetic.places import World
from bench.synthetic.when import first_day
from bench.synthetic.yaml_text import Flow, Folded, Value

_ARMED_GROUPS = ("Front", "Brigade", "Column", "Movement", "Guard", "Assembly")
_OUTSIDE = (
    ("ngo", "Observatory", "Observatoire de {0}"),
    ("ngo", "Watch", "Vigie de {0}"),
    ("international-body", "Mission", "Mission de {0}"),
    ("international-body", "League", "Ligue de {0}"),
    ("media", "Channel", "Chaîne {0}"),
)
_MEDIA = (("agency", "Wire"), ("outlet", "Courier"), ("outlet", "Gazette"), ("outlet", "Radio"), ("agency", "Press"))


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as events refer to it."""

    id: str
    label: str
    file: RecordFile
    speaker: Actor | None = None
    """The person who speaks for it."""


@dataclass(frozen=True, slots=True)
class Medium(Actor):
    """A newsroom, with the kind of source that it publishes."""

    publishes: str = "outlet"


@dataclass(frozen=True, slots=True)
class Authorities:
    """Those who decide, speak and fight for a country."""

    state: Actor
    ministry: Actor
    army: Actor


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors."""

    authorities: tuple[Authorities, ...]
    """By the number of the country."""
    groups: tuple[Actor, ...]
    """Armed groups and companies."""
    outsiders: tuple[Actor, ...]
    """Observers, missions and the like."""
    media: tuple[Medium, ...]

    @property
    def files(self) -> Iterator[RecordFile]:
        """The records of all actors and of those who speak for them."""
        official = [actor for of in self.authorities for actor in (of.state, of.ministry, of.army)]
        for actor in (*official, *self.groups, *self.outsiders, *self.media):
            yield actor.file
            if actor.speaker is not None:
                yield actor.speaker.file


def invent_cast(random: Random, names: Iterator[Name], world: World, events: int) -> Cast:
    """An actor for every twenty events or so, and two dozen at least; each is there before the first event."""
    oldest = first_day(events).year - 30
    return Cast(
        authorities=tuple(_authorities(random, names, country.label, country.id) for country in world.countries),
        groups=tuple(_group(random, next(names), names, oldest) for _ in range(4 + events // 40)),
        outsiders=tuple(_outsider(random, next(names)) for _ in range(3 + events // 100)),
        media=tuple(_medium(next(names), number) for number in range(5 + events // 200)),
    )


def _authorities(random: Random, names: Iterator[Name], country: str, place: str) -> Authorities:
    state = _actor(f"state-of-{place}", f"State of {country}", {"type": "state", "aliases": [f"Republic of {country}"]})
    ministry = f"Ministry of Statements of {country}"
    army = f"Army of {country}"
    return Authorities(
        state,
        _spoken_for(next(names), slug(ministry), ministry, {"type": "government-body", "parent": state.id}),
        _spoken_for(
            next(names),
            slug(army),
            army,
            {"type": "armed-forces", "parent": state.id, "aliases": _acronyms(random, army, shared="AF")},
        ),
    )


def _group(random: Random, name: Name, names: Iterator[Name], oldest: int) -> Actor:
    label = f"{name.latin} {random.choice(_ARMED_GROUPS)}"
    since = random.randint(oldest, oldest + 25)
    record: dict[str, Value] = {
        "name": Flow({"en": label, "fr": f"Front de {name.latin}", "ar": f"جبهة {name.arabic}"}),
        "type": random.choice(("armed-group", "armed-group", "coalition", "private-military")),
        "aliases": _acronyms(random, label, shared="JF"),
        "names": [Flow({"name": f"Old {label}", "until": f"{since + 2}-06"})],
        "active": f"{since}/..",
        "description": Folded(f"The {label} is invented, as is everything that it does and says in these records."),
    }
    if random.random() < 0.5:
        return _actor(slug(label), label, record)
    return _spoken_for(next(names), slug(label), label, record)


def _outsider(random: Random, name: Name) -> Actor:
    kind, noun, french = random.choice(_OUTSIDE)
    label = f"{name.latin} {noun}"
    return _actor(slug(label), label, {"name": Flow({"en": label, "fr": french.format(name.latin)}), "type": kind})


def _medium(name: Name, number: int) -> Medium:
    publishes, noun = _MEDIA[number % len(_MEDIA)]
    label = f"{name.latin} {noun}"
    actor = _actor(slug(label), label, {"type": "media", "aliases": [name.cyrillic]})
    return Medium(actor.id, actor.label, actor.file, publishes=publishes)


def _spoken_for(name: Name, actor_id: str, label: str, record: dict[str, Value]) -> Actor:
    """An actor with the person who speaks for it, who is named after nobody."""
    person = _actor(
        f"spokesperson-{name.slug}",
        f"Spokesperson {name.latin}",
        {
            "type": "person",
            "named_because": "public-statement",
            "side": actor_id,
            "aliases": [name.cyrillic],
            "positions": [Flow({"in": actor_id, "as": "spokesperson"})],
        },
    )
    actor = _actor(actor_id, label, record)
    return Actor(actor.id, actor.label, actor.file, person)


def _acronyms(random: Random, label: str, shared: str) -> Sequence[Value]:
    """A short name of its own; some have one that others have too, which must not become a link."""
    own: list[Value] = [label.replace(" of ", " ").upper().replace(" ", "-")]
    return [*own, Flow({"alias": shared, "link": "never"})] if random.random() < 0.2 else own


def _actor(actor_id: str, label: str, record: dict[str, Value]) -> Actor:
    return Actor(actor_id, label, RecordFile(f"actors/{actor_id}.yml", {"name": label, **record}))
