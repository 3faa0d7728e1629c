"""Where civilians were killed, those accused are heard."""

from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.lexicon import lexicon
from site_builder.figures import split_parties
from site_builder.languages import say
from site_builder.linking import Linked, belongs_to, voices
from site_builder.records import Claim, Event, Kind, RecordPath
from site_builder.vocabulary import Party


@rule
def accused_unheard(records: Linked) -> Iterator[Finding]:
    """A killing of civilians carries the answer of each who is accused of it, or says that none was found."""
    civilians = {party for party in records.vocabulary.terms(Party) if party.civilian}
    for event in records.events.values():
        claims = [records.claims.all[key] for key in records.claims.shown_on[event.id]]
        if not _killed_civilians(event, claims, civilians) or _says_none_found(event):
            continue
        answers = (claim for claim in claims if claim.topic.answers_accusation and not claim.duress)
        heard = {name for claim in answers for name in voices(claim)}
        heard_for = {above for name in heard for above in belongs_to(records.actors, name)}
        for name, path, needle in _accused(records, event):
            # Somebody answers for themselves, for what they are part of, and for what is part of them.
            if name not in heard_for and heard.isdisjoint(belongs_to(records.actors, name)):
                message = say(
                    "`{name}` is accused of killing civilians and does not answer: add a claim of its side on the "
                    "topic responsibility or conduct, or say under `unknown` that no answer was found",
                    name=name,
                )
                yield Finding(problems.ACCUSED_UNHEARD, event, path, message, needle=needle)


def _accused(records: Linked, event: Event) -> Iterator[tuple[str, RecordPath, str]]:
    """Each who is accused, once, and where: the attackers, and those whom a claim on responsibility names."""
    accused = {actor.actor for actor in event.actors if actor.actor and actor.role.accused}
    for index, actor in enumerate(event.actors):
        if actor.actor is not None and actor.role.accused:
            yield actor.actor, ("actors", index, "actor"), ""
    for index, claim in enumerate(event.claims):
        if not claim.topic.names_the_accused or claim.denies is not None:
            continue
        own = {above for name in voices(claim) for above in belongs_to(records.actors, name)}
        for code, text in claim.says.versions:
            for mention in records.mentions.find(text):
                named = records.actors.get(mention.id) if mention.kind is Kind.ACTOR else None
                if named is not None and named.type.armed and mention.id not in accused | own:
                    accused.add(mention.id)
                    path: RecordPath = ("claims", index, "says", *([] if code is None else [code]))
                    yield mention.id, path, text[mention.start : mention.end]


def _killed_civilians(event: Event, claims: list[Claim], civilians: set[Party]) -> bool:
    """Whether the kind of an event or, of an attack, the figures of a claim say so."""
    return event.kind.kills_civilians or any(
        category.dead and figure.most != 0
        for claim in (claims if event.kind.attack else ())
        for parties, counted in claim.figures.items()
        if not civilians.isdisjoint(split_parties(parties))
        for category, figure in counted.items()
    )


def _says_none_found(event: Event) -> bool:
    find = lexicon().accused.unanswered.find_in
    return any(find(version) for text in event.unknown for _, version in text.versions)
