"""Records with every key of the schema, made from the schema itself, and in every text what a probe puts there.

A field that is added to the schema is filled as well, or `fill` does not know its type and says so.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints
from worlds import without_marks

from browser.hostile_texts import Probe
from site_builder.linking import ANSWERS
from site_builder.records import MODELS, Actor, Claim, EventActor, EventPlace, Kind, Link, Place, Record, Schema, Text
from site_builder.records.actor import FormerName, Position, Predecessor
from site_builder.records.base import Date, Flag, Id, Language, Line, LocalText, SourceRef, Url
from site_builder.records.claim import Figure, QuoteVersion
from site_builder.records.event import Event, Media
from site_builder.records.question import Question
from site_builder.records.source import Source
from site_builder.records.thread import Thread
from site_builder.vocabulary import Term

FieldName = tuple[str, str]
"""A model and the key that a writer writes."""


def record_id(kind: Kind, number: int) -> str:
    """The id of the record that a probe fills; the first one's is what all others refer to."""
    return f"2024-02-{number + 1:02d}-probe-{number}" if kind is Kind.EVENT else f"probe-{number}"


def former_id(kind: Kind, number: int) -> str:
    return record_id(kind, number).replace("probe", "former")


@dataclass
class Writer:
    """Writes the records of one probe; remembers in `written` what it put into which field."""

    probe: Probe
    number: int
    hostile: bool
    written: dict[FieldName, list[str]] = field(default_factory=dict)
    """For each field that holds text, the words by which each of its texts begins."""

    def record(self, kind: Kind) -> dict[str, Any]:
        """A record as its YAML file holds it."""
        values = self._mapping(MODELS[kind])
        if kind is Kind.EVENT:
            values["claims"] = self._claims(values["claims"][0])
            (actor,) = values["actors"]
            values["actors"] = [{**actor}, {**actor}]
            del values["actors"][0]["unnamed"], values["actors"][1]["actor"]
        if self.number == 0:
            values = {key: value for key, value in values.items() if key not in _LEADS_TO_THE_FIRST}
        return values

    def _mapping(self, model: type[Schema]) -> dict[str, Any]:
        return {key: self._field(model, key, hint) for key, hint in keys(model)}

    def _field(self, model: type[Schema], key: str, hint: Any) -> Any:
        chosen = _CHOSEN.get((model, key)) or _CHOSEN.get((Record, key))
        return chosen(self.number) if chosen is not None else self._value((model.__name__, key), hint)

    def _value(self, name: FieldName, hint: Any) -> Any:
        hint = without_marks(hint)
        if hint in (LocalText, Line):
            return self._text(name, whole=hint == LocalText)
        for known, value in _PLAIN:
            if hint == known:
                return value
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return self._value(name, next(each for each in arguments if each is not types.NoneType))
        if origin is Annotated:
            return self._value(name, arguments[0])
        if origin is tuple:
            return [self._value(name, arguments[0])]
        if origin is dict:
            return {self._value(name, arguments[0]) if arguments[0] != Id else "other": self._value(name, arguments[1])}
        if origin is Literal:
            return arguments[0]
        if isinstance(hint, type) and issubclass(hint, Term):
            return hint.all()[0].value
        if isinstance(hint, type) and issubclass(hint, Schema):
            return self._mapping(hint)
        raise AssertionError(f"the schema has a field {'.'.join(name)} of a type that these tests do not fill: {hint}")

    def _text(self, name: FieldName, *, whole: bool) -> str | dict[str, str]:
        """A text that begins with words of its own; a whole one also begins a paragraph with the probe."""
        texts = self.written.setdefault(name, [])
        begin = f"§{self.number}.{'.'.join(name)}.{len(texts)}§"
        texts.append(begin)
        probe = self.probe.hostile if self.hostile else self.probe.harmless
        if not whole:
            return f"{begin} {' '.join(probe.split())}"
        text = f"{begin} {probe}\n\n{probe}"
        return ({"en": text}, text, {"fr": text})[self.number % 3]

    def _claims(self, first: dict[str, Any]) -> list[dict[str, Any]]:
        """A claim of an actor, one of a speaker whom no source names, which it answers, and the first said again."""
        second = self._mapping(Claim)
        for key in ("unnamed", "side"):
            del first[key]
        for key in ("by", "speaker"):
            del second[key]
        first["id"], second["id"] = "of-an-actor", "of-an-unnamed-speaker"
        again = self._mapping(Claim)
        for key in ("unnamed", "side"):
            del again[key]
        again["id"] = "of-that-actor-again"
        for key in ANSWERS:
            first[key] = second["id"]
            del second[key], again[key]
        del first["repeats"]
        again["repeats"] = first["id"]
        return [first, second, again]


def keys(model: type[Schema]) -> Iterator[tuple[str, Any]]:
    """The keys of a mapping that writers may write, with what each may hold."""
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        if not (issubclass(model, Record) and name in ("id", "file")):
            yield info.alias or name, hints[name]


def text_fields() -> set[FieldName]:
    """Every field of the schema in which a writer can write what they like."""
    found: set[FieldName] = set()
    waiting: list[type[Schema]] = list(MODELS.values())
    seen: set[type[Schema]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for key, hint in keys(model):
            leaves = list(_leaves(hint))
            if any(map(_is_free_text, leaves)):
                found.add((model.__name__, key))
            waiting += [leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, Schema)]
    return found


def url_fields() -> list[tuple[type[Schema], str, Any]]:
    """Every field of the schema that holds an address: model, key and type."""
    models = {leaf for model in MODELS.values() for _, hint in keys(model) for leaf in (model, *_leaves(hint))}
    schemas = sorted((each for each in models if isinstance(each, type) and issubclass(each, Schema)), key=str)
    return [(model, key, hint) for model in schemas for key, hint in keys(model) if Url in set(_leaves(hint))]


def _leaves(hint: Any) -> Iterator[Any]:
    """The types that a type is put together from; text with its constraints counts as one."""
    hint = without_marks(hint)
    if get_origin(hint) is Annotated and not isinstance(get_args(hint)[0], type):
        yield from _leaves(get_args(hint)[0])
    elif get_origin(hint) is Annotated and get_args(hint)[0] not in (str, Text):
        yield get_args(hint)[0]
    elif get_origin(hint) in (Annotated, Literal) or not get_args(hint):
        yield hint
    else:
        for argument in get_args(hint):
            yield from _leaves(argument)


def _is_free_text(leaf: Any) -> bool:
    if leaf == LocalText or leaf is str:
        return True
    if get_origin(leaf) is not Annotated or get_args(leaf)[0] is not str or leaf == Url:
        return False
    patterns = [each.pattern for each in get_args(leaf)[1:] if isinstance(each, StringConstraints)]
    return patterns == [None]


def _first(kind: Kind) -> Callable[[int], str]:
    return lambda number: record_id(kind, 0)


def _always(value: Any) -> Callable[[int], Any]:
    return lambda number: value


_LEADS_TO_THE_FIRST = frozenset({"parent", "side", "within", "succeeds", "links"})
"""Keys that the first record of a kind cannot have, because it would refer to itself."""

_PLAIN: tuple[tuple[Any, Any], ...] = (
    (Url, "https://example.org/page?a=1&b=%22#c"),
    (Date, "2024-02-10"),
    (Figure, "46+"),
    (Language, "ar"),
    (Flag, "true"),
)
"""Values of types that hold no text."""

_CHOSEN: dict[tuple[type[Schema], str], Callable[[int], Any]] = {
    (Record, "former_ids"): lambda number: [],
    (Record, "extra"): _always({"gauge": {"level": ["4.2"]}}),
    (Event, "date"): lambda number: record_id(Kind.EVENT, number)[:10],
    (Event, "threads"): lambda number: [record_id(Kind.THREAD, number)],
    (EventPlace, "place"): _first(Kind.PLACE),
    (EventPlace, "lat"): _always("19.8"),
    (EventPlace, "lon"): _always("2.8"),
    (EventPlace, "precision"): _always("near"),
    (EventPlace, "radius_km"): _always("20"),
    (EventActor, "actor"): _first(Kind.ACTOR),
    (Link, "event"): _first(Kind.EVENT),
    (SourceRef, "source"): _first(Kind.SOURCE),
    (QuoteVersion, "source"): _first(Kind.SOURCE),
    (Claim, "id"): _always("claim"),
    (Claim, "by"): lambda number: record_id(Kind.ACTOR, number),
    (Claim, "speaker"): _first(Kind.ACTOR),
    (Claim, "side"): _first(Kind.ACTOR),
    (Claim, "said_in"): _first(Kind.EVENT),
    (Claim, "place"): lambda number: record_id(Kind.PLACE, number),
    (Claim, "question"): lambda number: record_id(Kind.QUESTION, number),
    (Claim, "topic"): _always("toll"),
    (Claim, "figures"): lambda number: {record_id(Kind.ACTOR, 0): {"killed": "46+"}},
    (Claim, "assessment"): _always("unverified"),
    **{(Claim, key): _always("") for key in ANSWERS},
    (Actor, "type"): _always("person"),
    (Actor, "parent"): _first(Kind.ACTOR),
    (Actor, "side"): _first(Kind.ACTOR),
    (Predecessor, "actor"): _first(Kind.ACTOR),
    (Position, "in"): _first(Kind.ACTOR),
    (FormerName, "since"): _always("2020"),
    (FormerName, "until"): _always("2021"),
    (Place, "country"): _always(["ML"]),
    (Place, "within"): _first(Kind.PLACE),
    (Place, "lat"): _always("19.9"),
    (Place, "lon"): _always("2.7"),
    (Place, "precision"): _always("near"),
    (Place, "radius_km"): _always("30"),
    (Media, "sha256"): _always("0" * 64),
    (Source, "sha256"): _always("0" * 64),
    (Thread, "start"): lambda number: [record_id(Kind.EVENT, 0)],
    (Question, "threads"): lambda number: [record_id(Kind.THREAD, number)],
    (Question, "state"): lambda number: "settled" if number % 2 else "open",
}
"""Keys whose value is an id, or one of several that rules bind together."""

REFERRING = frozenset({("Claim", key) for key in (*ANSWERS, "figures")})
"""Fields in which the schema takes any text, but the rules only a claim's or an actor's id."""
