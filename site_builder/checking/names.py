"""Names that lead to two records, and so to none."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.linking.mentions import names_of, plain_name
from site_builder.records import Actor, Place


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
