"""Sources as pages cite them: what each is called, and what the editors read of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from babel.lists import format_list

from site_builder.languages import Message, say, say_n
from site_builder.pages.context import Here
from site_builder.pages.known import known_since
from site_builder.pages.source_names import SourceName
from site_builder.records import Kind, Source, SourceRef
from site_builder.vocabulary import Consulted

_NOT_STATED = say("reading not stated")


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source in one line."""

    source: Source
    name: SourceName
    at: str
    """A pinpoint: paragraph, page, minute."""
    href: str | None
    """Its page on this site."""
    read: str
    """What the editors read of it, in words; in a list only where that is not the same as of most."""
    since: str
    """The day from which it is certain that it had been published; may be empty."""


@dataclass(frozen=True, slots=True)
class SourceList:
    """Sources, and in a line how many they are and what the editors read of them."""

    notes: tuple[SourceNote, ...]
    summary: str


def view_source(here: Here, source: Source, at: str = "") -> SourceNote:
    href = here.record_href(Kind.SOURCE, source.id)
    return SourceNote(
        source, here.site.source_names[source.id], at, href, words_of_reading(here, source), known_since(source.date)
    )


def words_of_reading(here: Here, source: Source) -> str:
    """What the editors read of a source, in words."""
    return _how(here, source.consulted)


def view_refs(here: Here, refs: Iterable[SourceRef]) -> tuple[SourceNote, ...]:
    """References to sources, in the order of the record; one that has no record is left out."""
    sources = here.chronicle.sources
    return tuple(view_source(here, sources[ref.source], ref.at or "") for ref in refs if ref.source in sources)


def list_sources(here: Here, notes: Sequence[SourceNote]) -> SourceList:
    """Sources under their number; what was read of most of them is said once, above them."""
    order = {how: number for number, how in enumerate((*Consulted.all(), None))}
    tally = Counter(sorted((note.source.consulted for note in notes), key=lambda how: order[how]))
    usual = tally.most_common(1)[0][0] if tally else None
    read = ", ".join(f"{count} {_how(here, how)}" for how, count in tally.most_common())
    if len(tally) == 1:
        read = here.translate(say_n("{how}", "all {how}", len(notes), how=_how(here, usual)))
    return SourceList(
        tuple(replace(note, read="") if note.source.consulted == usual else note for note in notes),
        here.say("{sources} ({read})", sources=here.number(len(notes), "source"), read=read),
    )


def _how(here: Here, consulted: Consulted | None) -> str:
    return here.gettext(consulted.heading if consulted else _NOT_STATED)


def reading_in_a_sentence(here: Here, sources: Iterable[Source]) -> str:
    """What the editors read of the sources, and how many are archived, for who has never heard of it."""
    counted = tuple(sources)
    parts = [here.translate(one) for one in _parts_read(Counter(source.consulted for source in counted))]
    listed = format_list(parts, locale=here.site.language.replace("-", "_"))
    return here.translate(
        say_n(
            "Of {n} source the editors read {parts}; {archived}.",
            "Of {n} sources the editors read {parts}; {archived}.",
            len(counted),
            parts=listed,
            archived=here.translate(_archived(counted)),
        )
    )


def _archived(sources: Sequence[Source]) -> Message:
    """How many have an archived copy, and how many neither that nor a reader."""
    archived = sum(source.archive is not None for source in sources)
    neither = sum(source.is_unread and source.archive is None for source in sources)
    if not archived:
        return say("none is archived")
    if not neither:
        return say_n("{n} is archived", "{n} are archived", archived)
    return say_n(
        "{n} is archived, and {neither} neither read nor archived",
        "{n} are archived, and {neither} neither read nor archived",
        archived,
        neither=neither,
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
