"""Small chronicles, declared as a contributor would write them."""

from collections.abc import Mapping
from typing import Any

from site_builder.linking import ClaimKey, Claims
from site_builder.records import Actor, Event, Place
from site_builder.vocabulary import built_in

BATTLE = "2024-07-25-battle"


def event(event_id: str, date: str = "2024-07-25/2024-07-27", **keys: Any) -> Event:
    """An event with what every event needs."""
    needed = {"title": "T", "date": date, "kind": "battle", "summary": "S", "sources": ["s"], "added": "2026-11-22"}
    return Event.model_validate({"id": event_id, "file": f"{event_id}.yml", **needed, **keys})


def events(*given: Event) -> Mapping[str, Event]:
    return {each.id: each for each in given}


def claim(claim_id: str, **keys: Any) -> dict[str, Any]:
    """A claim with what every claim needs; `killed={"wagner": "84"}` is short for its figures."""
    if "unnamed" not in keys:
        keys.setdefault("by", "csp")
    killed = keys.pop("killed", {})
    figures = {party: {"killed": figure} for party, figure in killed.items()}
    needed = {"topic": "toll", "says": "Words.", "sources": ["s"], "figures": figures}
    return {"id": claim_id, **needed, **keys}


def claims_on_battle(*claims: Mapping[str, Any], date: str = "2024-07-25/2024-07-27") -> Claims:
    """Claims that all stand on one battle."""
    return Claims(events(event(BATTLE, date, claims=list(claims))), built_in())


def key(claim_id: str, event_id: str = BATTLE) -> ClaimKey:
    return ClaimKey(event_id, claim_id)


def ids(keys: tuple[ClaimKey, ...]) -> list[str]:
    return [each.claim for each in keys]


def actor(actor_id: str, name: Any, **keys: Any) -> Actor:
    return Actor.model_validate(
        {"id": actor_id, "file": f"actors/{actor_id}.yml", "name": name, "type": "armed-group", **keys}
    )


def place(place_id: str, name: Any, **keys: Any) -> Place:
    return Place.model_validate({"id": place_id, "file": f"places/{place_id}.yml", "name": name, **keys})
