"""The ids of the records that exist, for editors to complete."""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.records import Kind
from site_builder.schema.records import Document


def ids_document(ids: Mapping[Kind, list[str]]) -> Document:
    """A schema document with the ids of each kind, sorted; an empty kind accepts none of them."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ids of the records that exist",
        "description": "Made by `timeline schema`; completes ids while you type, and lets new ones pass.",
        "definitions": {kind.value: {"enum": sorted(ids[kind])} if ids[kind] else {"not": {}} for kind in Kind},
    }
