"""An editors' reading path through events."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from site_builder.records.base import EventId, LocalText, Record, Text
from site_builder.records.keys import Kind
from site_builder.vocabulary import ThreadState


def _three_at_most(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(ids) > 3:
        raise ValueError("expected at most three events to start with")
    return ids


class Thread(Record):
    """A reading path: what it is about, where to start, whether it goes on."""

    record_kind = Kind.THREAD

    title: LocalText
    """What the thread is called."""
    summary: LocalText | None = None
    """What it is about."""
    start: Annotated[tuple[EventId, ...], AfterValidator(_three_at_most)] = ()
    """At most three events to start with."""
    state: ThreadState = ThreadState.of("open")
    """Whether it is still being followed."""

    @property
    def heading(self) -> Text:
        return self.title
