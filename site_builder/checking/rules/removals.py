"""Ids of records that were removed for privacy: no other record ever has them."""

from collections import Counter
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.languages import say
from site_builder.linking import Linked
from site_builder.reading import REMOVED
from site_builder.records import Kind, Removal


@rule
def removed_ids(records: Linked) -> Iterator[Finding]:
    """No record has the id of a removed one of its kind, with or without errors of its own."""
    for reading in records.files.values():
        file = reading.file
        removal = records.removed[file.kind].get(file.id) if file.is_record else None
        if removal is not None:
            message = say(
                "the file's name `{id}` is the id of {removed}", id=file.id, removed=_removed(file.kind, removal)
            )
            yield Finding(problems.REMOVED_ID_TAKEN, file, (), message)


@rule
def removed_former_ids(records: Linked) -> Iterator[Finding]:
    """No record has the id of a removed one of its kind as a former id."""
    for kind, removed in records.removed.items():
        for record in records.by_kind[kind].values() if removed else ():
            for index, former in enumerate(record.former_ids):
                if former in removed:
                    what = _removed(kind, removed[former])
                    message = say("the former id `{former}` is the id of {removed}", former=former, removed=what)
                    yield Finding(problems.REMOVED_ID_TAKEN, record, ("former_ids", index), message)


def _removed(kind: Kind, removal: Removal) -> str:
    return say("the {kind} that was removed for privacy on {date}", kind=kind.value, date=removal.date)


@rule
def removed_once(records: Linked) -> Iterator[Finding]:
    """No id stands twice among the removed records of a kind."""
    reading = records.files.get(REMOVED)
    if reading is None or reading.removals is None:
        return
    for kind in Kind:
        listed = reading.removals.of_kind(kind)
        counts = Counter(one.id for one in listed)
        for index, one in enumerate(listed):
            if counts[one.id] > 1:
                message = say("the {kind} `{id}` stands here twice", kind=kind.value, id=one.id)
                yield Finding(problems.REMOVED_ID_TAKEN, reading.file, (kind.plural, index, "id"), message)
