"""What was removed for privacy, in `removed.yml`: of each record its id, the day and the reason, and nothing else."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field

from site_builder import edtf
from site_builder.languages import say
from site_builder.records.base import Date, Id, Schema
from site_builder.records.keys import Kind, key
from site_builder.vocabulary import RemovalReason

_MOST = 5_000
"""Most removed records of a kind: a file of them stays below the largest that is read."""


def _read_day(value: edtf.Date) -> edtf.Date:
    if str(value) != str(value.earliest) or value.is_doubtful:
        raise ValueError(say("expected the day of the removal, as 2026-11-28"))
    return value


Day = Annotated[Date, AfterValidator(_read_day)]


class Removal(Schema):
    """A record that was removed for privacy. There is no key for anything that it said."""

    id: Id = key(examples=["2024-07-27-old-name"])
    """The id that the record had: its address stays, and no other record takes it."""
    date: Day = key(examples=["2026-11-28"])
    """The day on which it was removed."""
    reason: RemovalReason
    """Why it was removed, by a word of a closed list, so that no text of the record can stand here."""


_Of = Annotated[tuple[Removal, ...], Field(max_length=_MOST)]


def _of_kind(kind: Kind) -> Any:
    example = {"id": f"the-id-of-the-{kind}", "date": "2026-11-28", "reason": "private-person"}
    return key((), examples=[[example]])


class Removals(Schema):
    """The records that were removed for privacy, by their kind."""

    events: _Of = _of_kind(Kind.EVENT)
    """Removed events."""
    actors: _Of = _of_kind(Kind.ACTOR)
    """Removed actors."""
    places: _Of = _of_kind(Kind.PLACE)
    """Removed places."""
    sources: _Of = _of_kind(Kind.SOURCE)
    """Removed sources."""
    threads: _Of = _of_kind(Kind.THREAD)
    """Removed threads."""
    questions: _Of = _of_kind(Kind.QUESTION)
    """Removed questions."""

    def of_kind(self, kind: Kind) -> tuple[Removal, ...]:
        """The removed records of a kind, as they are written."""
        found: tuple[Removal, ...] = getattr(self, kind.plural)
        return found

    def by_kind(self) -> Mapping[Kind, Mapping[str, Removal]]:
        """Every kind with its removed records by id, in the order of their ids."""
        return {
            kind: {one.id: one for one in sorted(self.of_kind(kind), key=lambda removal: removal.id)} for kind in Kind
        }
