"""Sources as pages cite them: publisher, date, and what the editors read of each."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.lists import format_list

from site_builder.languages import Message, say, say_n
from site_builder.pages.context import Here
from site_builder.records import Kind, Source, SourceRef
from site_builder.vocabulary import Consulted

_NOT_STATED = say("reading not stated")


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source in one line."""

    source: Source
    date: str
    at: str
    """A pinpoint: paragraph, page, minute."""
    href: str | None
    """Its page on this site."""
    read: str
    """What the editors read of it, in words."""


def view_source(here: Here, source: Source, at: str = "") -> SourceNote:
    href = here.record_href(Kind.SOURCE, source.id)
    return SourceNote(source, here.words(source.date), at, href, words_of_reading(here, source))


def words_of_reading(here: Here, source: Source) -> str:
    """What the editors read of a source, in words."""
    return here.gettext(source.consulted.heading if source.consulted else _NOT_STATED)


def view_refs(here: Here, refs: Iterable[SourceRef]) -> tuple[SourceNote, ...]:
    """References to sources, in the order of the record; one that has no record is left out."""
    sources = here.chronicle.sources
    return tuple(view_source(here, sources[ref.source], ref.at or "") for ref in refs if ref.source in sources)


def count_read(here: Here, sources: Iterable[Source]) -> str:
    """How many of the sources were read, and how: `read in full 1, in excerpt 6, not read 2`."""
    tally = Counter(source.consulted for source in sources)
    counts = [f"{here.gettext(how.heading_of_count)} {tally[how]}" for how in Consulted.all()]
    return ", ".join([*counts, *([f"{here.gettext(_NOT_STATED)} {tally[None]}"] if tally[None] else [])])


def reading_in_a_sentence(here: Here, sources: Iterable[Source]) -> str:
    """What the editors read of the sources, for who has never heard of it."""
    tally = Counter(source.consulted for source in sources)
    parts = [here.translate(one) for one in _parts_read(tally)]
    listed = format_list(parts, locale=here.site.language.replace("-", "_"))
    total = tally.total()
    return here.translate(
        say_n(
            "Of {n} source the editors read {parts}.", "Of {n} sources the editors read {parts}.", total, parts=listed
        )
    )


def _parts_read(tally: Mapping[Consulted | None, int]) -> Iterator[Message]:
    numbers = {how: tally.get(how, 0) for how in (*Consulted.all(), None)}
    full, excerpt, no, unsaid = numbers.values()
    yield say("{n} in full", n=full) if full else say("none in full")
    if excerpt:
        yield say("{n} in excerpt (a passage, through a search or another copy)", n=excerpt)
    if no:
        yield say("{n} not at all", n=no)
    if unsaid:
        yield say("{n} to an extent that is not stated", n=unsaid)
