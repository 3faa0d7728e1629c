"""Belligerents' own channels are not linked, and media under a state's control are said to be."""

import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule_for_each
from site_builder.checking.hosts import CHANNELS, COMPILATIONS, COMPILERS, STATE_OUTLETS, owner_of
from site_builder.languages import say
from site_builder.linking import Linked
from site_builder.records import FieldAddress, Record, RecordPath, Source, walk
from site_builder.vocabulary import SourceKind

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\])]+", re.IGNORECASE)


@rule_for_each
def belligerents_channels(records: Linked) -> Iterator[Finding]:
    """No belligerent's own channel is linked: whoever relayed it is cited."""
    channels = CHANNELS.with_others(records.profile.channels)
    for record, path, url in _links(records):
        channel = owner_of(url, channels)
        if channel is not None:
            message = say(
                "this leads to {channel}, where belligerents publish what they claim: cite whoever relayed it",
                channel=channel,
            )
            yield Finding(problems.BELLIGERENT_CHANNEL, record, path, message, needle=url)


@rule_for_each
def state_outlets(records: Linked) -> Iterator[Finding]:
    """A source in a state's medium says so: its kind is `party` or `official`, or `controlled_by` names the state."""
    outlets = STATE_OUTLETS.with_others(records.profile.state_outlets)
    for source in records.sources.values():
        path, url = ("url", source.url) if source.url is not None else ("archive", source.archive)
        if url is None or source.controlled_by is not None:
            continue
        state = owner_of(url, outlets)
        if state is not None and not (source.kind is not None and source.kind.own_account):
            message = say(
                "{publisher} belongs to a state: write `controlled_by: {state}`",
                publisher=source.publisher,
                state=state,
            )
            yield Finding(problems.STATE_OUTLET, source, (path,), message)


def is_compilation(source: Source) -> bool:
    """Whether a source is put together from publications, as it says or as its address or publisher shows.

    Also where only a copy was read that stands in such a work, because nobody read what it was copied from.
    """
    return (source.kind is not None and source.kind.compilation) or compiler_of(source) is not None


def compiler_of(source: Source) -> RecordPath | None:
    """The key whose value shows that a source is a compilation; None where nothing does.

    An archive's copy of one is one too, but a page of another that merely lies in an archive is none.
    """
    for address in walk(source, FieldAddress):
        if owner_of(address.url, COMPILATIONS) is not None:
            return address.path
    named: list[tuple[RecordPath, str]] = [(("publisher",), source.publisher)]
    if source.read_in is not None:
        named.append((("read_in", "publisher"), source.read_in.publisher))
    return next((path for path, name in named if COMPILERS.fullmatch(name.strip())), None)


@rule_for_each
def undeclared_compilations(records: Linked) -> Iterator[Finding]:
    """A source that its address or its publisher shows to be a compilation has that kind."""
    for source in records.sources.values():
        path = compiler_of(source)
        if path is None or path[0] == "read_in" or source.kind is None or source.kind.compilation:
            continue
        message = say(
            "its {path} shows an encyclopedia or a list, which is a compilation and not `{kind}`",
            kind=source.kind.value,
            path=path[0],
        )
        meant = next((kind.value for kind in records.vocabulary.terms(SourceKind) if kind.compilation), None)
        yield Finding(problems.WRONG_SOURCE_KIND, source, ("kind",), message, meant)


def _links(records: Linked) -> Iterator[tuple[Record, RecordPath, str]]:
    """Every address in a field or a text."""
    for record, addresses in records.addresses:
        yield from ((record, address.path, address.url) for address in addresses)
    for record, path, text in records.texts:
        if "://" in text:
            yield from ((record, path, url) for url in _ADDRESS.findall(text))
