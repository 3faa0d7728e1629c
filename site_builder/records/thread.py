"""An editors' reading path through events."""

from site_builder.records.base import LocalText, Record, StartIds
from site_builder.records.keys import Kind, key
from site_builder.vocabulary import ThreadState


class Thread(Record):
    """A reading path: what it is about, where to start, whether it goes on."""

    record_kind = Kind.THREAD

    title: LocalText = key(ask="Its title", examples=["The bridge company"])
    """What the thread is called."""
    summary: LocalText | None = key(
        None,
        markdown="all",
        ask="What it is about",
        in_template=True,
        examples=["How the company came to look after the bridge, what it did there, and how it left."],
    )
    """What it is about."""
    start: StartIds = key(
        (),
        ask="An event to start with",
        in_template=True,
        examples=[["2024-07-25-bridge-inspected", "2024-07-27-bridge-closed"]],
    )
    """At most three events to start with."""
    state: ThreadState = key(ThreadState.of("open"), help="Whether it goes on")
    """Whether it is still being followed."""
    now: LocalText | None = key(
        None,
        help="Where the story stands today",
        examples=["The company has left. Who pays for the new bridge is before the court."],
    )
    """Where the story stands today, or that it goes on: a sentence or two."""
