"""An event's page in the Markdown that Material's pages and posts are written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bench.peers.event_text import ClaimText, EventText, LinkText, Named, SourceText


def markdown_page(event: EventText) -> str:
    """The page, with the parts of ours in the order of ours; pages of one folder link to each other."""
    return "\n".join(_lines(event))


def _lines(event: EventText) -> Iterator[str]:
    yield f"# {event.title}\n"
    yield f"{event.kind} · **{event.date}** · {event.standing}\n"
    yield from _list(_named(place) for place in event.places)
    yield f"{event.summary}\n"
    yield from _part("Not known", event.unknown)
    if event.claims:
        yield "## Who says what\n"
        for claim in event.claims:
            yield from _claim(claim)
    yield from _part("Actors", map(_named, event.actors))
    if event.body:
        yield f"## Account\n\n{event.body}"
    yield from _part("Before and after", map(_link, event.links))
    yield from _part("Threads", (title for _, title in event.threads))
    yield from _part("Sources", map(_source, event.sources))
    yield f"Added {event.added}\n"


def _part(heading: str, items: Iterable[str]) -> Iterator[str]:
    lines = list(_list(items))
    if len(lines) > 1:
        yield f"## {heading}\n"
        yield from lines


def _list(items: Iterable[str]) -> Iterator[str]:
    yield from (f"- {item}" for item in items)
    yield ""


def _named(named: Named) -> str:
    return f"{named.name}, {named.role}" + (f" ({named.standing})" if named.standing != "established" else "")


def _claim(claim: ClaimText) -> Iterator[str]:
    through = "".join(f" {word} {who}" for word, who in (("by", claim.speaker), ("via", claim.via)) if who)
    yield f"### {claim.who}, {claim.topic} {{#{claim.id}}}\n"
    yield f"{claim.said or 'date not known'}{through} · {claim.assessment} · {claim.basis}\n"
    yield f"{claim.says}\n"
    yield from (f"> {quote}\n" for quote in claim.quotes)
    facts = [*claim.figures, *claim.answers]
    facts += [f"{name}: {text}" for name, text in (("covers", claim.covers), ("question", claim.question)) if text]
    yield from _list(facts)
    if claim.because:
        yield f"{claim.because}\n"
    yield from _list(claim.sources)


def _link(link: LinkText) -> str:
    note = f". {link.note}" if link.note else ""
    return f"{link.type}: [{link.title}]({link.id}.md), {link.date}{note}"


def _source(source: SourceText) -> str:
    title = f"*{source.title}*" if source.title else ""
    words = [source.publisher, title, source.date, source.lang, f"read: {source.consulted}"]
    links = [f"[{word}]({url})" for word, url in (("original", source.url), ("archived", source.archive)) if url]
    return ", ".join(word for word in (*words, *links) if word)
