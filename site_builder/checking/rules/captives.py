"""People who may be endangered by being shown, named or described: captives, minors, speakers known by their kin."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.lexicon import lexicon
from site_builder.linking import Linked
from site_builder.records import Text


@rule
def singled_out(world: Linked) -> Iterator[Finding]:
    """An unnamed speaker is described so that nobody can tell who it was."""
    for event in world.events.values():
        for index, claim in enumerate(event.claims):
            for text in _versions(claim.unnamed):
                found = lexicon().captives.tells_who.search(text)
                if found is not None:
                    message = f"`{found[0]}` may tell who spoke: write, for example, a local resident"
                    yield Finding(problems.SINGLED_OUT, event, ("claims", index, "unnamed"), message, needle=found[0])


@rule
def captive_speakers(world: Linked) -> Iterator[Finding]:
    """What a captive said is marked as said under a captor's control."""
    for event in world.events.values():
        for index, claim in enumerate(event.claims):
            if claim.duress:
                continue
            for text in _versions(claim.unnamed):
                found = lexicon().captives.speaker.search(text)
                if found is not None and not lexicon().captives.free.search(found["who"]):
                    message = f"`{text}` seems to speak under a captor's control: write `duress: true`, or leave it out"
                    yield Finding(problems.CAPTIVE_SPEAKS, event, ("claims", index, "unnamed"), message)


@rule
def captives_shown(world: Linked) -> Iterator[Finding]:
    """No picture or video of prisoners or minors is linked."""
    for event in world.events.values():
        for index, media in enumerate(event.media):
            for key, value in (("shows", media.shows), ("caption", media.caption)):
                for text in _versions(value):
                    found = lexicon().captives.not_shown.search(text)
                    if found is not None:
                        message = f"`{found[0]}`: pictures of prisoners and minors are not linked, whosever they are"
                        yield Finding(problems.CAPTIVES_SHOWN, event, ("media", index, key), message, needle=found[0])


@rule
def captives_named(world: Linked) -> Iterator[Finding]:
    """No person is named who is a prisoner, missing or a minor."""
    for actor in world.actors.values():
        if not actor.type.person:
            continue
        for text in _versions(actor.description):
            found = lexicon().captives.no_name.search(text)
            if found is not None:
                message = f"`{found[0]}`: prisoners, missing people and minors are not named, whoever else names them"
                yield Finding(problems.CAPTIVE_NAMED, actor, ("description",), message, needle=found[0])


def _versions(text: Text | None) -> Iterator[str]:
    if text is not None:
        yield from (version for _, version in text.versions)
