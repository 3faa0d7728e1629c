"""Rules on several keys of a record, as the models have them, in the words of JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from site_builder.vocabulary import ActorType, Assessment, LinkType, PlacePrecision, QuestionState

_CAUSES = [term.value for term in LinkType.all() if term.names_cause]


def _where(key: str, values: list[str], then: dict[str, Any]) -> dict[str, Any]:
    """What is asked for where a key is there and has one of some values."""
    return {"if": {"required": [key], "properties": {key: {"enum": values}}}, "then": then}


RULES: Mapping[str, dict[str, Any]] = {
    "Claim": {
        "anyOf": [{"required": ["by"]}, {"required": ["unnamed"]}],
        "not": {"required": ["by", "unnamed"]},
        "dependencies": {"speaker": ["by"], "side": ["unnamed"]},
        **_where(
            "assessment",
            [term.value for term in Assessment.all() if not term.usual],
            {"required": ["because"]},
        ),
    },
    "Link": _where("type", _CAUSES, {"required": ["note", "sources"], "properties": {"sources": {"minItems": 1}}}),
    "Actor": _where("type", [term.value for term in ActorType.all() if term.person], {"required": ["named_because"]}),
    "Place": {
        "dependencies": {
            "lat": {"required": ["lon", "precision", "sources"], "properties": {"sources": {"minItems": 1}}},
            "lon": ["lat"],
        },
        **_where(
            "precision",
            [term.value for term in PlacePrecision.all() if term.coordinates == "required"],
            {"required": ["lat", "lon"]},
        ),
    },
    "Question": _where(
        "state",
        [term.value for term in QuestionState.all() if not term.open],
        {"required": ["note", "sources"], "properties": {"sources": {"minItems": 1}}},
    ),
}
"""By model."""
AT_LEAST_ONE = frozenset({("Event", "sources"), ("Claim", "sources")})
"""The lists, by model and field, that hold something wherever they stand."""
