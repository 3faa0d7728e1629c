"""One publication."""

from site_builder.languages import say
from site_builder.records.base import Date, Language, Line, LocalText, Record, Schema, Sha256, Text, Url
from site_builder.records.keys import A_DAY, AN_ADDRESS, IN_OWN_WORDS, Kind, key
from site_builder.records.rules import Broken, Rule, rule
from site_builder.vocabulary import Consulted, SourceKind


class Copy(Schema):
    """The copy that the editors read, where they did not read the original."""

    publisher: Line = key(ask="Who published the copy that you read, if not the original", examples=["Arab News"])
    """Who published the copy."""
    url: Url | None = key(None, ask="The address of that copy", given=("publisher", None), examples=AN_ADDRESS)
    """Where the copy stands."""


_KEPT = ("read_on", "sha256")
"""What says that something was read."""


def _names_nothing_unread(source: "Source") -> Broken:
    for name in _KEPT:
        if getattr(source, name) is not None:
            yield name, say("`consulted` says that nothing of it was read")


_nothing_unread_is_kept = Rule(
    _names_nothing_unread,
    where="consulted",
    having=lambda term: term is not None and not term.read,
    schema={"not": {"anyOf": [{"required": [name]} for name in _KEPT]}},
)


@rule({})
def _is_read_after_it_was_published(source: "Source") -> Broken:
    if source.read_on is not None and source.date is not None and source.read_on.latest < source.date.earliest:
        yield (
            "read_on",
            say("it was read before it was published: `date` is {date}", date=str(source.date)),
        )


class Source(Record):
    """A publication: who wrote it, when, where it stands, and what the editors read of it."""

    record_kind = Kind.SOURCE

    publisher: Line = key(ask="Who published it", examples=["Coast Agency"])
    """Who wrote it, never whoever copied it."""
    title: Line | None = key(None, ask="Its title, as published", in_template=True, examples=["The title as published"])
    """As published, in its own language."""
    author: Line | None = key(None, ask="Its author", in_template=True, examples=["The author as named"])
    """The author, as named by the publication."""
    date: Date | None = key(None, ask="When it was published", in_template=True, examples=["2024-07-29", "2024-07"])
    """When it was published."""
    lang: Language | None = key(
        None, ask="Its language, as a code (en, fr, uk)", in_template=True, examples=["en", "fr", "uk"]
    )
    """The language that it is in."""
    url: Url | None = key(None, ask="Its address (https://…)", in_template=True, examples=AN_ADDRESS)
    """The publication's own address."""
    archive: Url | None = key(
        None,
        ask="The address of an archived copy",
        in_template=True,
        examples=["https://web.archive.org/web/2024/https://www.example.org/article"],
    )
    """The address of an archived copy."""
    kind: SourceKind | None = key(None, ask="What kind of source", in_template=True)
    """What sort of publication it is."""
    origin: Line | None = key(
        None,
        ask="The newsroom that first reported it, where that is another",
        in_template=True,
        examples=["Coast Agency"],
    )
    """The newsroom or body that first reported; the publisher where it is left out."""
    controlled_by: Line | None = key(None, help="The state or party that controls it", examples=["Norland"])
    """The state or party that controls the publisher, where there is one."""
    read_in: Copy | None = key(None, examples=[{"publisher": "Arab News", "url": "https://www.example.org/copy"}])
    """The copy that was read, where the original was not."""
    consulted: Consulted | None = key(None, ask="What you read of it", after="controlled_by", in_template=True)
    """How much of it was read."""
    read_on: Date | None = key(None, help="When you read it", examples=A_DAY)
    """When the editors read it."""
    sha256: Sha256 | None = key(None, help="The SHA-256 of the copy of it that you keep", examples=["0" * 64])
    """The SHA-256 of the file that the editors read and keep outside the repository, as 64 hexadecimal digits."""
    note: LocalText | None = key(None, help="A note for readers", examples=IN_OWN_WORDS)
    """What a reader should know of it."""

    rules = (_nothing_unread_is_kept, _is_read_after_it_was_published)

    @property
    def first_reporter(self) -> str:
        """By whom independence is counted."""
        return self.origin or self.publisher

    @property
    def is_unread(self) -> bool:
        """Whether the editors say that they have not read it."""
        return self.consulted is not None and not self.consulted.read

    @property
    def heading(self) -> Text:
        words = self.publisher if self.title is None else f"{self.publisher}: {self.title}"
        return Text(versions=((None, words),))
