"""Links between events before and now, whichever of the two records writes them, and what contradicts them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from site_builder.chronicle import Chronicle
from site_builder.chronology import Contradiction
from site_builder.comparing.changes import Clash, LinkChange, LinkTurn
from site_builder.comparing.fields import added_fields, compare_fields
from site_builder.comparing.renames import Renames
from site_builder.records import Event, Kind, Link
from site_builder.vocabulary import LinkType, Vocabulary, inverse_of

_WHAT = ("type", "event")
_MOST_SHOWN = 5
"""Links of one contradiction that are listed; its sentence names more of them."""


class _Statement(NamedTuple):
    """A link in that of its two forms whose type stands first in the closed list."""

    source: str
    type: LinkType
    target: str


def compare_links(before: Chronicle, after: Chronicle, renames: Renames) -> Iterator[LinkChange]:
    """Links made, broken or reworded between events that are there, in the order of the events of now."""
    old = {}
    for key, link in _statements(before.events, before.vocabulary).items():
        source, target = (renames.now(Kind.EVENT, event) for event in (key.source, key.target))
        # Of two events that became one, a link between them became nothing.
        old[_Statement(source, key.type, target) if source != target else key] = link
    new = _statements(after.events, after.vocabulary)
    made = {key for key in new.keys() - old.keys() if not _touches(key, before)}
    changes = [LinkChange(LinkTurn.MADE, *key, tuple(added_fields(new[key], _WHAT))) for key in made]
    changes += [LinkChange(LinkTurn.BROKEN, *key) for key in old.keys() - new.keys() if not _touches(key, after)]
    for key in old.keys() & new.keys():
        if old[key] is not new[key] and (fields := tuple(compare_fields(old[key], new[key], _WHAT))):
            changes.append(LinkChange(LinkTurn.REWORDED, *key, fields))
    place = {event: number for number, event in enumerate(after.chronology.order)}
    yield from sorted(
        changes, key=lambda change: (place.get(change.source, -1), change.source, change.type.order, change.target)
    )


def _touches(key: _Statement, snapshot: Chronicle) -> bool:
    """Whether the link may be there, on an event that cannot be read."""
    return any((Kind.EVENT, event) in snapshot.unread for event in (key.source, key.target))


def _statements(events: Mapping[str, Event], vocabulary: Vocabulary) -> dict[_Statement, Link]:
    """Each link once; where both records write it, as the one does that says more."""
    found: dict[_Statement, Link] = {}
    for event in events.values():
        for link in event.links:
            if link.event in events:
                own = _Statement(event.id, link.type, link.event)
                seen = _Statement(link.event, inverse_of(link.type, vocabulary), event.id)
                statement = min(own, seen, key=lambda one: (one.type.order, one.source))
                if statement not in found or _tells(link) > _tells(found[statement]):
                    found[statement] = link
    return found


def _tells(link: Link) -> tuple[bool, int, str]:
    return link.note is not None, len(link.sources), link.type.value


def compare_clashes(before: Chronicle, after: Chronicle) -> Iterator[Clash]:
    """Contradictions that are new, then those that are no longer there."""
    old = {found.sentence for found in before.chronology.contradictions}
    new = {found.sentence for found in after.chronology.contradictions}
    yield from (_clash(found, True) for found in after.chronology.contradictions if found.sentence not in old)
    yield from (_clash(found, False) for found in before.chronology.contradictions if found.sentence not in new)


def _clash(found: Contradiction, now: bool) -> Clash:
    return Clash(now, tuple(map(str, found.ties[:_MOST_SHOWN])), found.sentence)
