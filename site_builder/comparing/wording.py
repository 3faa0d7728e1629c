"""The values of records in words, to be held against each other."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Literal

from site_builder import edtf
from site_builder.comparing.changes import How
from site_builder.languages import Message, say, say_n
from site_builder.records import Claim, Kind, Record, Schema, SourceRef, Text, field_names, fields


def describe(value: Any) -> str | None:
    """A value in words; None where there is none.

    A mapping is described by its values, without those that say what would hold anyway.
    """
    if value is None or value == () or value == {}:
        return None
    if isinstance(value, edtf.Date):
        return edtf.words(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(describe, value)))
    if isinstance(value, Mapping):
        between = "; " if any(isinstance(part, Mapping) for part in value.values()) else ", "
        return between.join(f"{describe(key)} {describe(part)}" for key, part in value.items())
    if isinstance(value, Text):
        return "; ".join(f"{code}: {text}" if code else text for code, text in value.versions)
    if isinstance(value, SourceRef):
        return f"{value.source} ({value.at})" if value.at else value.source
    if isinstance(value, Schema):
        return ", ".join(filter(None, (describe(part) for _, part in stated(value))))
    return str(value)


def describe_pair(before: Any, after: Any) -> tuple[str | None, str | None]:
    """Two values that differ, in words that differ too: dates may be written otherwise and read alike."""
    words: tuple[str | None, str | None] = describe(before), describe(after)
    if isinstance(before, Schema) and isinstance(after, Schema) and not isinstance(before, Text | SourceRef):
        # What would hold anyway is named too where the other says something else.
        keys = {key for value in (before, after) for key, _ in stated(value)}
        words = _describe_keys(before, keys), _describe_keys(after, keys)
    return words if words[0] != words[1] else (str(before), str(after))


def _describe_keys(value: Schema, keys: Collection[str]) -> str:
    names = field_names(type(value))
    return ", ".join(filter(None, (describe(getattr(value, name)) for key, name in names.items() if key in keys)))


def stated(value: Schema) -> Iterator[tuple[str, Any]]:
    """The keys of a mapping, as written in YAML, that say something that would not hold without them."""
    for key, info in fields(type(value)).items():
        given = getattr(value, field_names(type(value))[key])
        if given != info.get_default(call_default_factory=True):
            yield key, given


def claimant(claim: Claim, names: Mapping[str, Record]) -> str:
    """Who says it, actors by name: `River Front (Mara Linde)`, or the words for whom a source does not name."""
    if claim.by is None:
        words = str(claim.unnamed)
        return say("{words} (side: {side})", words=words, side=_name(claim.side, names)) if claim.side else words
    by = _name(claim.by, names)
    return f"{by} ({_name(claim.speaker, names)})" if claim.speaker else by


def _name(actor: str, names: Mapping[str, Record]) -> str:
    return str(names[actor].heading) if actor in names else actor


_COUNTED: Mapping[Kind | Literal["claim"], Callable[[int], Message]] = {
    Kind.EVENT: lambda n: say_n("{n:,} event", "{n:,} events", n),
    Kind.ACTOR: lambda n: say_n("{n:,} actor", "{n:,} actors", n),
    Kind.PLACE: lambda n: say_n("{n:,} place", "{n:,} places", n),
    Kind.SOURCE: lambda n: say_n("{n:,} source", "{n:,} sources", n),
    Kind.THREAD: lambda n: say_n("{n:,} thread", "{n:,} threads", n),
    Kind.QUESTION: lambda n: say_n("{n:,} question", "{n:,} questions", n),
    "claim": lambda n: say_n("{n:,} claim", "{n:,} claims", n),
}


def count(what: Kind | Literal["claim"], how: How, n: int) -> Message:
    """`1 event added`, `2 claims changed`."""
    return say("{records} {how}", records=_COUNTED[what](n), how=how.words, n=n)
