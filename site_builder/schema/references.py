"""Which keys of the schema name other records, and of which kind."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.records import Kind

REFERENCES: Mapping[tuple[str, str], Kind] = {
    ("SourceRef", "source"): Kind.SOURCE,
    ("QuoteVersion", "source"): Kind.SOURCE,
    ("EventPlace", "place"): Kind.PLACE,
    ("EventActor", "actor"): Kind.ACTOR,
    ("Link", "event"): Kind.EVENT,
    ("Event", "threads"): Kind.THREAD,
    ("Claim", "by"): Kind.ACTOR,
    ("Claim", "speaker"): Kind.ACTOR,
    ("Claim", "side"): Kind.ACTOR,
    ("Claim", "said_in"): Kind.EVENT,
    ("Claim", "place"): Kind.PLACE,
    ("Claim", "question"): Kind.QUESTION,
    ("Actor", "parent"): Kind.ACTOR,
    ("Actor", "side"): Kind.ACTOR,
    ("Predecessor", "actor"): Kind.ACTOR,
    ("Position", "organisation"): Kind.ACTOR,
    ("Place", "within"): Kind.PLACE,
    ("Thread", "start"): Kind.EVENT,
    ("Question", "threads"): Kind.THREAD,
}
"""By model and field; a field that holds a list names records of the kind in each item."""

OWN_IDS = frozenset({("Record", "id"), ("Claim", "id"), ("Record", "former_ids"), ("Record", "ids")})
"""Ids that name the record or claim itself, or nothing in the chronicle."""
