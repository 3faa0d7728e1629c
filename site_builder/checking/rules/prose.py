"""References in texts: `[[event-id]]`, `[[actor:id|words]]`, `[@source-id]`."""

import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule, rule_for_each
from site_builder.checking.rules.ids import check_id
from site_builder.languages import say
from site_builder.linking import MAX_PROSE, Linked, Reference, begins_link, find_references
from site_builder.records import Kind, Record, RecordPath

_OPENINGS = ("[[", "[@")


@rule
def references_in_prose(records: Linked) -> Iterator[Finding]:
    """What texts refer to in brackets is there, and is written so that it can be read."""
    for record, path, text in records.texts:
        if not any(opening in text for opening in _OPENINGS):
            continue
        references = find_references(text)
        for reference in references:
            occurrence = text[: reference.offset].count(reference.text)
            if ":" in reference.id:
                yield _no_kind(record, path, reference, occurrence)
            else:
                yield from check_id(records, record, reference.kind, reference.id, path, reference.text, occurrence)
        if "`" not in text and "\\" not in text:
            yield from _unclosed(record, path, text, references)


@rule_for_each
def long_prose(records: Linked) -> Iterator[Finding]:
    """No text is longer than what is read as prose: beyond that it is shown as it is, links and marks unread."""
    for record, path, text in records.texts:
        if len(text) > MAX_PROSE:
            message = say(
                "the text has {count:,} characters: with more than {max_prose:,} it is shown as it is, without "
                "links, citations and emphasis",
                count=len(text),
                max_prose=MAX_PROSE,
            )
            yield Finding(problems.LONG_PROSE, record, path, message)


@rule_for_each
def long_titles(records: Linked) -> Iterator[Finding]:
    """No title, name or label is longer than the lists in which it stands can show."""
    longest = {
        key: records.profile.threshold(problems.LONG_TITLE, number)
        for number, keys in (("characters", ("title", "name", "in_short")), ("about", ("about",)))
        for key in keys
    }
    for record, path, text in records.texts:
        key = next((part for part in (path[0], *path[2:3]) if part in longest), None)
        if key is not None and len(text) > longest[str(key)]:
            message = say(
                "the {path} has {count:,} characters, and every list shows it: shorten it to {longest}",
                path=key,
                count=len(text),
                longest=longest[str(key)],
            )
            yield Finding(problems.LONG_TITLE, record, path, message)


def _no_kind(record: Record, path: RecordPath, reference: Reference, occurrence: int) -> Finding:
    kind = reference.id.partition(":")[0]
    kinds = ", ".join(kind.value for kind in Kind)
    message = say("`{kind}` is not a kind of record: write one of {kinds} before the colon", kind=kind, kinds=kinds)
    return Finding(problems.BAD_MENTION, record, path, message, needle=reference.text, occurrence=occurrence)


def _unclosed(record: Record, path: RecordPath, text: str, references: tuple[Reference, ...]) -> Iterator[Finding]:
    """Brackets that open a reference and are none; texts with code or escapes in them are not judged."""
    read = {reference.offset for reference in references}
    for opening in _OPENINGS:
        for occurrence, found in enumerate(re.finditer(re.escape(opening), text)):
            if found.start() not in read and not begins_link(text, found.start()):
                message = say(
                    "`{opening}` opens a reference that cannot be read: write [[event-id]] or [@source-id]",
                    opening=opening,
                )
                yield Finding(problems.BAD_MENTION, record, path, message, needle=opening, occurrence=occurrence)
