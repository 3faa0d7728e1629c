"""Who says what about an event: counts, denials, revisions, quotations, and what the editors make of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.synthetic.actors import Actor
from bench.synthetic.figures import invent_figures
from bench.synthetic.phrases import BECAUSE, CLAIMS, QUOTES, WORDS
from bench.synthetic.sources import Source
from bench.synthetic.story import FIGHTS, SPOKEN, Happening
from bench.synthetic.when import write_said, write_when
from bench.synthetic.yaml_text import Flow, Folded, Value

_HOW_MANY = (0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 35)
_OF_FIGHTS = (1, 2, 8, 14, 20, 14, 12, 12, 11, 4, 2)
_OF_OTHERS = (6, 14, 20, 22, 18, 10, 4, 3, 2, 1, 0)
"""How often an event has so many claims: few have none, and now and then everybody speaks."""
_FIGHT_TOPICS = {
    "toll": 40,
    "participation": 15,
    "responsibility": 12,
    "occurrence": 10,
    "conduct": 6,
    "place": 5,
    "support": 5,
    "date": 4,
    "authenticity": 3,
}
_OTHER_TOPICS = {"other": 30, "support": 25, "occurrence": 20, "responsibility": 15, "authenticity": 10}
_UNNAMED = ("a local official", "people who fled", "a security source", "two members of the group")


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, with what later ones need to answer it."""

    id: str
    topic: str
    by: Actor | None
    """None where the source does not name the speaker."""
    record: dict[str, Value]


def invent_claims(
    random: Random,
    happening: Happening,
    thread: Sequence[Happening],
    shelf: Sequence[Source],
    others: Sequence[str],
) -> list[Claim]:
    """The claims on an event.

    `thread` is what else happened, `shelf` the sources at hand, two of which can bear a claim; `others`
    are claims on other events, as `event-id#claim-id`.
    """
    fight = happening.kind in FIGHTS
    number = random.choices(_HOW_MANY, _OF_FIGHTS if fight else _OF_OTHERS)[0]
    topics = _FIGHT_TOPICS if fight else _OTHER_TOPICS
    asked = random.choices(list(topics), list(topics.values()), k=number)
    if happening.kind == "killing-of-civilians" or (happening.kind in ("attack", "air-strike") and number):
        # Whoever is accused of killing civilians is heard.
        asked = ["responsibility", *asked[1:]]
    claims: list[Claim] = []
    for topic in asked:
        claims.append(_claim(random, happening, topic, thread, shelf, claims, others))
    return claims


def _claim(
    random: Random,
    happening: Happening,
    topic: str,
    thread: Sequence[Happening],
    shelf: Sequence[Source],
    before: Sequence[Claim],
    others: Sequence[str],
) -> Claim:
    accused = topic == "responsibility" and not any(claim.topic == topic for claim in before)
    by = happening.a if accused else _claimant(random, happening)
    name = f"{by.id if by else 'unnamed'}-{topic}"
    alike = sum(claim.id.startswith(name) for claim in before)
    claim_id = f"{name}-{alike + 1}" if alike else name
    sources = _sources(random, shelf, happening.when.end)
    spoken = happening.when.end + timedelta(random.choice((0, 0, 1, 1, 2, 3, 5, 12, 40)))
    day = min(spoken, *(source.day for source in sources))
    record: dict[str, Value] = {
        "id": claim_id,
        **_speaker(random, by, happening),
        **_said(random, day, happening, thread),
        "topic": topic,
        "says": Folded(_fill(random.choice(CLAIMS[topic]), happening, by)),
        **_quote(random, sources),
        **_particulars(random, topic, happening),
        **_answer(random, topic, by, before, others),
    }
    if topic in ("toll", "participation") and random.random() < 0.95:
        record["question"] = f"{happening.thread.id}-{topic}"
    record |= _judgement(random, sources)
    record["sources"] = Flow([source.id for source in sources])
    return Claim(claim_id, topic, by, record)


def _claimant(random: Random, happening: Happening) -> Actor | None:
    if random.random() < 0.2:
        return None
    of = happening.thread
    return random.choice((*(happening.a, happening.b) * 3, *of.outsiders, *of.media[:2]))


def _speaker(random: Random, by: Actor | None, happening: Happening) -> dict[str, Value]:
    said: dict[str, Value] = {"by": by.id} if by else {"unnamed": random.choice(_UNNAMED), "side": happening.b.id}
    if by and by.speaker and random.random() < 0.3:
        said["speaker"] = by.speaker.id
    if random.random() < 0.6:
        medium = random.choice(happening.thread.media)
        said["via"] = random.choice((medium.id, medium.label))
    return said


def _said(random: Random, day: date, happening: Happening, thread: Sequence[Happening]) -> dict[str, Value]:
    said: dict[str, Value] = {}
    if day >= happening.when.start and random.random() < 0.9:
        said["date"] = write_said(random, day) if random.random() < 0.3 else f"{day}"
    if random.random() < 0.12:
        later = [other for other in thread if other.kind in SPOKEN and other.when.start >= happening.when.start]
        if later and later[0].id != happening.id:
            said["said_in"] = later[0].id
    return said


def _quote(random: Random, sources: Sequence[Source]) -> dict[str, Value]:
    """The words in one language or, from another source, in two."""
    if random.random() >= 0.13:
        return {}
    quoted = random.sample(QUOTES, len(sources))
    versions: list[Value] = [
        {"text": text, "lang": lang, "source": source.id} for (lang, text), source in zip(quoted, sources, strict=True)
    ]
    return {"quote": {"original": quoted[0][0], "versions": versions}}


def _particulars(random: Random, topic: str, happening: Happening) -> dict[str, Value]:
    """What claims on some topics give besides words."""
    start, end = happening.when.start, happening.when.end
    if topic == "toll":
        covers: dict[str, Value] = {}
        if random.random() < 0.4:
            covers["covers"] = write_when(random, start, end, exactly=True).text
        return {**covers, "figures": invent_figures(random, happening)}
    if topic == "date":
        return {"happened": write_said(random, start + timedelta(random.randint(1, 4)))}
    if topic == "place":
        return {"place": random.choice(happening.thread.places).id}
    return {}


def _answer(
    random: Random, topic: str, by: Actor | None, before: Sequence[Claim], others: Sequence[str]
) -> dict[str, Value]:
    """What it is to an earlier claim on the matter, or now and then to one on another event."""
    chance = random.random()
    alike = [claim for claim in before if claim.topic == topic]
    if alike and chance < 0.5:
        other = random.choice(alike)
        same = by is not None and by is other.by
        types = ("revises", "revises", "revises", "withdraws") if same else ("denies", "denies", "confirms")
        return {random.choice(types): other.id}
    return {"denies": random.choice(others)} if others and chance > 0.95 else {}


def _judgement(random: Random, sources: Sequence[Source]) -> dict[str, Value]:
    basis = random.choices(("statement", "witness", "imagery", "documents", "compiled"), (70, 12, 8, 6, 4))[0]
    assessment = random.choices(("unassessed", "unverified", "supported", "contradicted"), (50, 32, 14, 4))[0]
    independent = len({source.publisher for source in sources}) > 1
    if assessment == "supported" and (basis == "compiled" or (basis in ("statement", "witness") and not independent)):
        assessment = "unverified"
    judged: dict[str, Value] = {}
    if basis != "statement":
        judged["basis"] = basis
    if assessment != "unassessed":
        judged |= {"assessment": assessment, "because": Folded(BECAUSE[assessment])}
    return judged


def _sources(random: Random, shelf: Sequence[Source], day: date) -> list[Source]:
    """One or two on which it can rest, published since then where there are such."""
    able = [source for source in shelf if source.supports]
    able = [source for source in able if source.day >= day] or able
    return random.sample(able, min(len(able), random.choice((1, 1, 1, 2, 2, 3))))


def _fill(pattern: str, happening: Happening, by: Actor | None) -> str:
    """A claim's words; its claimant speaks of the other side."""
    a, b = (happening.b, happening.a) if by is happening.b else (happening.a, happening.b)
    return pattern.format(a=a.label, b=b.label, place=happening.place.label, what=WORDS[happening.kind])
