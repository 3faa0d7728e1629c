"""People who may be endangered by being shown, named or described: captives, minors, speakers known by their kin."""

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule_for_each
from site_builder.checking.lexicon import lexicon
from site_builder.languages import say
from site_builder.linking import Linked
from site_builder.records import Actor, Event, RecordPath


@rule_for_each
def singled_out(records: Linked) -> Iterator[Finding]:
    """Somebody without a name is described so that nobody can tell who it was."""
    for event, path, text in _unnamed(records):
        if (found := lexicon().captives.tells_who.search(text)) is not None:
            message = say("`{found}` may tell who spoke: write, for example, a local resident", found=found[0])
            yield Finding(problems.SINGLED_OUT, event, path, message, needle=found[0])


@rule_for_each
def captive_speakers(records: Linked) -> Iterator[Finding]:
    """What a captive said is marked as said under a captor's control."""
    words = lexicon().captives
    for event, path, text in _unnamed(records, free=True):
        found = words.speaker.search(text)
        if found is not None and not words.no_longer.find_in(found["who"]):
            message = say(
                "`{text}` seems to speak under a captor's control: write `duress: true`, or leave it out", text=text
            )
            yield Finding(problems.CAPTIVE_SPEAKS, event, path, message)


def _unnamed(records: Linked, *, free: bool = False) -> Iterator[tuple[Event, RecordPath, str]]:
    """Descriptions of whoever speaks or takes part without a name; `free` are speakers not said to be captives."""
    for event, path, claim in records.written_claims:
        if claim.unnamed is not None and not (free and claim.duress):
            yield from ((event, (*path, "unnamed"), text) for _, text in claim.unnamed.versions)
    # Whoever takes part without a record says nothing by that.
    for event in () if free else records.events.values():
        for index, part in enumerate(event.actors):
            if part.unnamed is not None:
                yield from ((event, ("actors", index, "unnamed"), text) for _, text in part.unnamed.versions)


@rule_for_each
def captives_shown(records: Linked) -> Iterator[Finding]:
    """No picture or video of prisoners or minors is linked."""
    for record, path, text in records.texts:
        if path[0] == "media" and (found := lexicon().captives.not_shown.search(text)) is not None:
            message = say("`{found}`: do not link pictures of prisoners or minors, whoever took them", found=found[0])
            yield Finding(problems.CAPTIVES_SHOWN, record, path, message, needle=found[0])


@rule_for_each
def captives_named(records: Linked) -> Iterator[Finding]:
    """No person is named who is a prisoner, missing or a minor."""
    for record, path, text in records.texts:
        is_person = isinstance(record, Actor) and record.type.person and path[0] == "description"
        if is_person and (found := lexicon().captives.no_name.search(text)) is not None:
            message = say("`{found}`: do not name prisoners, missing people or minors", found=found[0])
            yield Finding(problems.CAPTIVE_NAMED, record, path, message, needle=found[0])
