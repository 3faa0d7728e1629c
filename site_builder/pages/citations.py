"""Sources as pages cite them: publisher, date, and what the editors read of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder.languages import say
from site_builder.pages.context import Here
from site_builder.records import Kind, Source, SourceRef

_READ = {
    "full": (say("read in full"), say("read in full")),
    "excerpt": (say("read in excerpt"), say("in excerpt")),
    "no": (say("not read"), say("not read")),
    None: (say("reading not stated"), say("reading not stated")),
}
"""What the editors read of a source: in words for one, and in a count of several."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source in one line."""

    id: str
    publisher: str
    title: str
    """As published; empty where the editors have not seen it."""
    lang: str
    date: str
    at: str
    """A pinpoint: paragraph, page, minute."""
    href: str | None
    """Its page on this site."""
    url: str
    archive: str
    read: str
    """What the editors read of it, in words."""
    read_in: str
    read_in_url: str
    kind: str
    controlled_by: str


def view_source(here: Here, source: Source, at: str = "") -> SourceNote:
    return SourceNote(
        id=source.id,
        publisher=source.publisher,
        title=source.title or "",
        lang=source.lang or "",
        date=here.words(source.date),
        at=at,
        href=here.record_href(Kind.SOURCE, source.id),
        url=source.url or "",
        archive=source.archive or "",
        read=here.gettext(_READ[source.consulted][0]),
        read_in=source.read_in.publisher if source.read_in else "",
        read_in_url=(source.read_in.url or "") if source.read_in else "",
        kind=here.gettext(source.kind.label) if source.kind is not None else "",
        controlled_by=source.controlled_by or "",
    )


def view_refs(here: Here, refs: Iterable[SourceRef]) -> tuple[SourceNote, ...]:
    """References to sources, in the order of the record; one that has no record is left out."""
    sources = here.chronicle.sources
    return tuple(view_source(here, sources[ref.source], ref.at or "") for ref in refs if ref.source in sources)


def count_read(here: Here, sources: Iterable[Source]) -> str:
    """How many of the sources were read, and how: `read in full 1, in excerpt 6, not read 2`."""
    tally = dict.fromkeys(_READ, 0)
    for source in sources:
        tally[source.consulted] += 1
    return ", ".join(
        f"{here.gettext(_READ[how][1])} {number}" for how, number in tally.items() if number or how is not None
    )
