"""Hugo: events with their parts in the front matter, shown by the templates beside this file.

Actors, places, sources, threads, questions and years are taxonomies, so that each has a page of its events, as
on our site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from bench.peers.event_text import EventText, claim_text, event_texts, source_text
from bench.synthetic.yaml_text import Value, write
from site_builder.chronicle import Chronicle
from site_builder.linking import ClaimKey
from site_builder.records import Kind

_CONFIG = """\
baseURL: https://hugo.example/
title: A Hugo site
locale: en
disableKinds: [rss, section]
taxonomies:
  actor: actors
  place: places
  source: sources
  thread: threads
  question: questions
  year: years
"""
_TEMPLATES = Path(__file__).parent / "hugo_layouts"


def hugo(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """The files of a Hugo site: path and text."""
    yield "hugo.yaml", _CONFIG
    for template in sorted(_TEMPLATES.rglob("*.html")):
        yield f"layouts/{template.relative_to(_TEMPLATES).as_posix()}", template.read_text(encoding="utf-8")
    for event in event_texts(chronicle, _page):
        yield f"content/events/{event.id}.md", _event(event)
    for kind, record_id, words in _others(chronicle):
        yield f"content/{kind.plural}/{record_id}/_index.md", f"---\n{write(words)}---\n"


def _page(kind: Kind, record_id: str) -> str:
    return f"/{kind.plural}/{record_id}/"


def _event(event: EventText) -> str:
    fields = asdict(event)
    body = fields.pop("body")
    shown = {"when": fields.pop("date"), "stands": fields.pop("places"), "parties": fields.pop("actors")}
    shown |= {"cited": fields.pop("sources"), "paths": [title for _, title in fields.pop("threads")]}
    terms = {
        "date": fields.pop("day"),
        "places": [place.id for place in event.places],
        "actors": [actor.id for actor in event.actors],
        "sources": [source.id for source in event.sources],
        "threads": [thread for thread, _ in event.threads],
        "years": [event.day[:4]],
    }
    return f"---\n{write({**fields, **shown, **terms})}---\n{body}"


def _others(chronicle: Chronicle) -> Iterator[tuple[Kind, str, Mapping[str, Value]]]:
    """What the pages of the other records show besides their events."""
    for actor in chronicle.actors.values():
        said = _claims(chronicle, chronicle.claims.by_actor[actor.id])
        yield Kind.ACTOR, actor.id, {"title": str(actor.name), "facts": [actor.type.label], "claims": said}
    for place in chronicle.places.values():
        yield Kind.PLACE, place.id, {"title": str(place.name), "facts": [place.precision.label, *place.country]}
    for thread in chronicle.threads.values():
        yield Kind.THREAD, thread.id, {"title": str(thread.title), "facts": [str(thread.summary or "")]}
    for question in chronicle.questions.values():
        facts, said = [str(question.summary or "")], _claims(chronicle, chronicle.claims.on_question[question.id])
        yield Kind.QUESTION, question.id, {"title": str(question.title), "facts": facts, "claims": said}
    for source in chronicle.sources.values():
        words = source_text(source)
        facts = [words.date, words.lang, words.consulted, words.url, words.archive]
        title = words.title or words.publisher
        said = _claims(chronicle, chronicle.claims.resting_on[source.id])
        facts = [words.publisher, *filter(None, facts)]
        yield Kind.SOURCE, source.id, {"title": title, "facts": facts, "claims": said}


def _claims(chronicle: Chronicle, keys: Iterable[ClaimKey]) -> list[Value]:
    """Claims as pages other than their event's show them: in a line that opens."""
    return [
        {
            **asdict(claim_text(chronicle, key)),
            "event": str(chronicle.events[key.event].title),
            "page": f"{_page(Kind.EVENT, key.event)}#{key.claim}",
        }
        for key in keys
    ]
