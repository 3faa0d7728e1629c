"""What claims rest on, and who says what is called claimed, disputed or withdrawn."""

from collections.abc import Callable, Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.rules.channels import is_compilation
from site_builder.languages import Message, say
from site_builder.linking import Linked, RelationType
from site_builder.records import Claim, Event, RecordPath, Source
from site_builder.vocabulary import Standing, Topic

_TAKEN_BACK = (RelationType.DENIES, RelationType.DENIED_BY, RelationType.WITHDRAWS, RelationType.WITHDRAWN_BY)


@rule
def standings(records: Linked) -> Iterator[Finding]:
    """An event, participation or place that is not established has a claim about it, made or said there."""
    for event in records.events.values():
        shown = records.claims.shown_on[event.id]
        for path, bearing_on, what, standing in _uncertain(event):
            about = [key for key in shown if records.claims.all[key].topic.bears_on in bearing_on]
            taken_back: Message | str = ""
            if standing.taken_back:
                about = [key for key in about if records.claims.has(key, *_TAKEN_BACK)]
                taken_back = say(" and one that withdraws or denies it (`withdraws:` or `denies:`)")
            if not about:
                topics = [topic for topic in records.vocabulary.terms(Topic) if topic.bears_on in bearing_on]
                message = say(
                    "it is called {standing} that {what}: add a claim about that{taken_back}, on the topic {topics}",
                    standing=standing.value,
                    what=what,
                    topics=" or ".join(topics),
                    taken_back=taken_back,
                )
                yield Finding(problems.STANDING_WITHOUT_CLAIM, event, (*path, "standing"), message)


def _uncertain(event: Event) -> Iterator[tuple[RecordPath, tuple[str, ...], Message, Standing]]:
    """Each standing of what is not certain: where it is, what has to bear on it, and what is said to have it."""
    if not event.standing.certain:
        yield (), ("event",), say("the event happened"), event.standing
    for index, actor in enumerate(event.actors):
        if not actor.standing.certain:
            bearing_on = ("actor", "helper") if actor.role.helps else ("actor",)
            what = say("`{actor}` took part", actor=actor.actor or str(actor.unnamed))
            yield ("actors", index), bearing_on, what, actor.standing
    for index, place in enumerate(event.places):
        if not place.standing.certain:
            yield ("places", index), ("place",), say("it happened at `{place}`", place=place.place), place.standing


@rule
def unread_sources(records: Linked) -> Iterator[Finding]:
    """A claim rests on something that the editors read, and not on a compilation alone."""
    is_compiled = _known_once(is_compilation)
    for event, claim, path, sources in _claims(records):
        read = [source for source in sources if not source.is_unread]
        if not read:
            message = say("the claim `{id}` rests only on sources that the editors have not read", id=claim.id)
            yield Finding(problems.UNREAD_SOURCES, event, (*path, "sources"), message)
        elif all(map(is_compiled, read)):
            message = say("only compilations were read for the claim `{id}`: look for what they cite", id=claim.id)
            yield Finding(problems.ONLY_COMPILATION, event, (*path, "sources"), message)


@rule
def support(records: Linked) -> Iterator[Finding]:
    """`supported` needs two independent origins, or imagery or documents, and was said freely."""
    origins = records.profile.threshold(problems.UNSUPPORTED, "origins")
    for event, claim, path, sources in _claims(records):
        if claim.assessment.supports and (reason := _why_unsupported(claim, sources, origins)) is not None:
            message = say("the claim `{id}` cannot be called supported: {reason}", id=claim.id, reason=reason)
            yield Finding(problems.UNSUPPORTED, event, (*path, "assessment"), message)


def _why_unsupported(claim: Claim, sources: list[Source], least: int) -> Message | None:
    if claim.duress:
        return say("it was made under a captor's control")
    if claim.basis.compiled:
        return say("a compilation never supports a claim")
    if claim.basis.checkable:
        return None
    origins = sorted(
        {
            source.first_reporter.casefold(): source.first_reporter
            for source in sources
            if not is_compilation(source) and not source.is_unread
        }.values()
    )
    if len(origins) >= least:
        return None
    only = " and ".join(origins)
    found = say("only {origin}", origin=only) if origins else say("none that was read and is no compilation")
    return say(
        "it needs imagery, documents or {n} independent origins, and its sources have {found}", n=least, found=found
    )


def _known_once(asked: Callable[[Source], bool]) -> Callable[[Source], bool]:
    """A question that is asked once of each source, however many claims rest on it."""
    known: dict[str, bool] = {}

    def answer(source: Source) -> bool:
        if source.id not in known:
            known[source.id] = asked(source)
        return known[source.id]

    return answer


def _claims(records: Linked) -> Iterator[tuple[Event, Claim, RecordPath, list[Source]]]:
    """Every claim whose sources are all there to be judged."""
    for event, path, claim in records.written_claims:
        sources = [records.sources[ref.source] for ref in claim.sources if ref.source in records.sources]
        if len(sources) == len(claim.sources):
            yield event, claim, path, sources
