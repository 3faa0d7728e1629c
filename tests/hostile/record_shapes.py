"""Records made from the models: right in shape, with whatever strangers may put into each key, and then spoilt."""

from __future__ import annotations

import types
from copy import deepcopy
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from browser.hostile_records import keys
from browser.hostile_texts import PROBES
from hypothesis import strategies as st
from pydantic import JsonValue
from pydantic_core import PydanticUndefined
from worlds import without_marks

from site_builder.records import MODELS, Actor, Claim, EventActor, EventPlace, Kind, Place, Question, Schema, Source
from site_builder.records.base import ID_PATTERN, Date, ExtraKey, Flag, Id, Language, Line, LocalText, Url
from site_builder.records.claim import Figure
from site_builder.records.place import CountryCode
from site_builder.vocabulary import Term, built_in

Values = dict[str, Any]
Records = dict[tuple[Kind, str], Values]

EVENT_DATES = {
    "2024-01-01-a": ("2024-01-01", "2024-01-01/2024-03", "2024-01-01/..", "2024-01-01/"),
    "2024-b": (
        "2024",
        "2024~",
        "2024/2026-05",
        "[2024-07-25..2024-07-27]",
        "{2024-02,2024-05}",
        "2024?/9999",
        "2024-XX",
    ),
}
"""Ids of events, and dates with which each may begin."""
_IDS = ("a", "b", *EVENT_DATES, "nobody", "index", "con", "0", "x" * 100, "part-claims", "group-toll", "source-a")
_DATES = (
    "2024",
    "2024-01-01",
    "0000",
    "-9999",
    "Y-170000002",
    "9999-12-31",
    "../2024",
    "2024-02~",
    "1900/2100",
    "/2024",
)
_FIGURES = ("0", "84", "~50", "20-80", "46+", "up to 10", "dozens", "hundreds", "999999999", "0-0")
_URLS = ("https://example.org/", "http://a.b:8/?a=1&b=%22#c", "https://xn--e1afmkfd.example/%00", "https://1.1")
_TEXTS = (
    "A",
    "Army",
    *(probe.hostile for probe in PROBES),
    "[@a] [@nobody, 1] [[2024-b]] [[thread:a|{{ 7*7 }}]] [[actor:a]] {% include 'main.html' %}",
    "a[^1] b[^1]\n\n[^1]: c[^1] [@a]\n\n# Army\n\n- x\n\n> y\n\n```\nz\n```",
    "\u200fمعركة 💥 ﷽ e\u0301 𝔘",
    "0",
    "&" * 50,
)
_PLAIN: tuple[tuple[Any, tuple[Any, ...]], ...] = (
    (Id, _IDS),
    (Date, _DATES),
    (Figure, _FIGURES),
    (Url, _URLS),
    (Flag, ("true", "false")),
    (Language, ("en", "ar", "fr-CA", "zz", "abc-x-y")),
    (CountryCode, ("ML", "ZZ")),
    (JsonValue, ("a", ["a", {"b": "c"}], {"a": {"b": []}})),
    (float, ("0", "-0.0", "1e-300", "89.999", "5")),
)


def mappings(model: type[Schema]) -> st.SearchStrategy[Values]:
    """Mappings of a model: its required keys and some others."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    for key, hint in keys(model):
        needed = fields[key].default is PydanticUndefined and fields[key].default_factory is None
        (required if needed else optional)[key] = st.deferred(lambda hint=hint: _values(hint))  # type: ignore[misc]
    return st.fixed_dictionaries(required, optional=optional).map(lambda values: _keep_rules(model, values))


def _values(hint: Any) -> st.SearchStrategy[Any]:
    hint = without_marks(hint)
    for known, values in _PLAIN:
        if hint == known:
            return st.sampled_from(values)
    if hint == LocalText:
        text = st.sampled_from(_TEXTS)
        return text | st.dictionaries(st.sampled_from(["en", "fr", "ar"]), text, min_size=1, max_size=2)
    if hint == Line:
        return st.sampled_from([text[:900] for text in _TEXTS] + ["a", "a+b", "civilians", "2024-b#a", "nobody#a"])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _values(next(each for each in arguments if each is not types.NoneType))
    if origin is Annotated:
        if any(getattr(each, "pattern", None) == ID_PATTERN for each in arguments[1:]):
            return st.sampled_from(_IDS)
        if hint == ExtraKey:
            return st.sampled_from(["level", "a.b:c"])
        # Text of any other form is a checksum; a form that is added fails the test of what is not spoilt.
        return st.just("0" * 64) if arguments[0] is str else _values(arguments[0])
    if origin is tuple:
        return st.lists(_values(arguments[0]), min_size=1, max_size=3)
    if origin is dict:
        return st.dictionaries(_values(arguments[0]), _values(arguments[1]), min_size=1, max_size=2)
    if origin is Literal:
        return st.sampled_from(arguments)
    if issubclass(hint, Term):
        return st.sampled_from(built_in().terms(hint))
    assert issubclass(hint, Schema), f"a type that these tests do not fill: {hint}"
    return mappings(hint)


def _keep_rules(model: type[Schema], values: Values) -> Values:
    """A mapping that holds to the rules that bind several of its keys, so that most records get as far as a page."""
    dropped: set[str] = set()
    if model is Claim:
        values.setdefault("because", "So it is.")
        dropped = {"revises", "withdraws"} if "repeats" in values else set()
        if "by" in values:
            dropped |= {"unnamed", "side"}
        else:
            values.setdefault("unnamed", "Somebody")
            dropped |= {"speaker"}
    elif model is Actor:
        values.setdefault("named_because", "public-office")
    elif model is Place:
        if {"lat", "lon", "sources"} <= values.keys():
            values["precision"] = "near"
        else:
            dropped = {"lat", "lon", "precision", "radius_km"}
    elif model is EventPlace:
        values |= {"precision": "near"} if {"lat", "lon"} <= values.keys() else {}
        dropped = set() if {"lat", "lon"} <= values.keys() else {"lat", "lon"}
    elif model is EventActor:
        dropped = {"unnamed"} if "actor" in values else set()
        values |= {} if {"actor", "unnamed"} & values.keys() else {"unnamed": "Somebody"}
    elif model is Question and not {"note", "sources"} <= values.keys():
        dropped = {"state"}
    elif model is Source:
        before_or_after = {"date"} if "read_on" in values else set()
        dropped = {"read_on", "sha256"} if values.get("consulted") == "no" else before_or_after
    elif "consequence-of" in values.values() or "led-to" in values.values():
        values |= {"note": "So says A.", "sources": ["a"]}
    return {key: value for key, value in values.items() if key not in dropped}


_WRONG = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(
        ["", " ", "~", "=", "<<", "!x", "\0", "\u202e", "\ud7ff", "0" * 400, "{{ 7*7 }}", "../../etc/passwd"]
    )
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.sampled_from(_IDS), inner, max_size=3)
    ),
    max_leaves=5,
)
"""What may stand in the wrong place."""


@st.composite
def spoilt(draw: st.DrawFn, values: Values) -> Values:
    """A record in which some values, at any depth, were replaced, taken away or added."""
    # What is drawn may be drawn again: only a copy is changed.
    values = deepcopy(values)
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        places = list(_places(values))
        inside, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "replace", "remove", "add"])):
            case "replace":
                inside[key] = draw(_WRONG)
            case "remove":
                del inside[key]
            case "add" if isinstance(inside, dict):
                inside[draw(st.text(max_size=8) | st.sampled_from(["id", "file", "titel", "<<"]))] = draw(_WRONG)
            case _:
                inside.append(draw(_WRONG))
        if not values:
            break
    return values


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every value below one, as the mapping or list that it stands in and its key there."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, inner in pairs for place in ((value, key), *_places(inner))]


@st.composite
def records(draw: st.DrawFn) -> Records:
    """A few records of any kinds, which refer to one another, to themselves, and to nobody."""
    found: Records = {}
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(Kind))
        record_id = draw(st.sampled_from(tuple(EVENT_DATES) if kind is Kind.EVENT else ("a", "b", "index")))
        values = draw(mappings(MODELS[kind]))
        if kind is Kind.EVENT:
            values["date"] = draw(st.sampled_from(EVENT_DATES[record_id]))
        found[kind, record_id] = draw(spoilt(values))
    return found
