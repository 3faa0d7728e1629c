"""Sources as a table, one row for each."""

from site_builder.formats.table import Column, Table, as_date
from site_builder.languages import say
from site_builder.pages import Here
from site_builder.records import Kind, Source


def _claims(here: Here, source: Source) -> int:
    return len(here.chronicle.claims.resting_on[source.id])


def _events(here: Here, source: Source) -> int:
    return len(here.chronicle.backlinks[Kind.SOURCE, source.id])


SOURCES: Table[Source] = Table(
    "sources",
    say("Sources"),
    say("Every source: who published it, when, and what the editors read of it."),
    say("one source"),
    (
        Column("id", say("Its id: the end of its address."), lambda _, source: source.id),
        Column(
            "publisher", say("Who wrote it, never whoever copied it."), lambda _, source: source.publisher, is_free=True
        ),
        Column("title", say("Its title, as published."), lambda _, source: source.title or "", is_free=True),
        Column("author", say("Its author, as named there."), lambda _, source: source.author or "", is_free=True),
        Column("published", say("When it was published, in EDTF."), lambda _, source: as_date(source.date)),
        Column("lang", say("Its language, as a code."), lambda _, source: source.lang or ""),
        Column("kind", say("What kind of source it is."), lambda _, source: source.kind.value if source.kind else ""),
        Column("url", say("Its address."), lambda _, source: source.url or ""),
        Column("archive", say("The address of an archived copy."), lambda _, source: source.archive or ""),
        Column("origin", say("Who reported it first."), lambda _, source: source.first_reporter, is_free=True),
        Column(
            "controlled_by",
            say("The state or party that controls the publisher."),
            lambda _, source: source.controlled_by or "",
            is_free=True,
        ),
        Column(
            "consulted",
            say("How much of it the editors read; empty where they do not say."),
            lambda _, source: source.consulted.value if source.consulted else "",
        ),
        Column(
            "read_in",
            say("Whose copy they read, where it was not the original."),
            lambda _, source: source.read_in.publisher if source.read_in else "",
            is_free=True,
        ),
        Column("read_on", say("When they read it, in EDTF."), lambda _, source: as_date(source.read_on)),
        Column(
            "sha256",
            say("The SHA-256 of the copy of it that they keep, in hexadecimal digits."),
            lambda _, source: source.sha256 or "",
        ),
        Column(
            "note", say("What readers should know of it."), lambda here, source: here.plain(source.note), is_free=True
        ),
        Column("claims", say("How many claims rest on it."), _claims, int),
        Column("events", say("How many events refer to it."), _events, int),
    ),
    lambda here: here.chronicle.sources.values(),
)
