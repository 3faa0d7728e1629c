"""What kind of record a file holds by its keys, where it lies among records of another."""

from __future__ import annotations

from collections.abc import Collection

from site_builder.reading.schema import fields
from site_builder.records import MODELS, Kind


def kind_by_keys(kind: Kind, keys: Collection[str]) -> Kind | None:
    """The one kind that has all these keys, where `kind` has not; None where that is in doubt."""
    knowing = [other for other in Kind if all(key in fields(MODELS[other]) for key in keys)]
    return knowing[0] if len(knowing) == 1 and knowing[0] is not kind else None
