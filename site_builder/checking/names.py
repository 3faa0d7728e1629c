"""Names that lead to two records, and so to none, and names that only look like those of another."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.linking.mentions import names_of, plain_name
from site_builder.reading import RecordPath
from site_builder.reading.letters import in_latin
from site_builder.records import Actor, Place, Record


def shared_aliases(world: World) -> Iterator[Finding]:
    """An alias that is a name of another record too says `link: never`, because its mentions link to neither."""
    records: list[Actor | Place] = [*world.actors.values(), *world.places.values()]
    owners: dict[str, list[Actor | Place]] = {}
    for record in records:
        for name in {plain_name(name) for name in names_of(record)}:
            owners.setdefault(name, []).append(record)
    for record in records:
        for index, alias in enumerate(record.aliases):
            others = [other.file for other in owners[plain_name(alias.alias)] if other is not record]
            if others and alias.link != "never":
                message = (
                    f"`{alias.alias}` is a name in {' and '.join(sorted(others)[:3])} too, so that mentions link to "
                    f"none of them: write {{alias: {alias.alias}, link: never}}"
                )
                yield Finding(problems.SHARED_ALIAS, record, ("aliases", index, "alias"), message)


def lookalike_names(world: World) -> Iterator[Finding]:
    """No actor, place or publisher has a name in letters of another script that look like the name of another."""
    owners: dict[str, Record] = {}
    disguised: list[tuple[Record, RecordPath, str]] = []
    for record, path, name in _names(world):
        if in_latin(name) == name:
            owners.setdefault(name.casefold(), record)
        else:
            disguised.append((record, path, name))
    for record, path, name in disguised:
        other = owners.get(in_latin(name).casefold())
        if other is not None and other is not record:
            message = f"`{name}` looks like `{in_latin(name)}` in {other.file}, and is in letters of another script"
            yield Finding(problems.LOOKALIKE_NAME, record, path, message)


def _names(world: World) -> Iterator[tuple[Record, RecordPath, str]]:
    """Every name by which readers know who acts, where, or who reports."""
    bearers: list[Actor | Place] = [*world.actors.values(), *world.places.values()]
    for record in bearers:
        for code, name in record.name.versions:
            yield record, ("name",) if code is None else ("name", code), name
        for index, alias in enumerate(record.aliases):
            yield record, ("aliases", index, "alias"), alias.alias
    for source in world.sources.values():
        yield source, ("publisher",), source.publisher
        if source.origin is not None:
            yield source, ("origin",), source.origin
