"""News as feeds: Atom, and JSON Feed.

Sources: RFC 4287; JSON Feed, version 1.1. Neither has a place for when something happened: an event's date, the days
on which it was added, corrected or removed stand in fields of our own beside what the formats ask for, and `published`
is when it became news, never when it happened.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from xml.etree import ElementTree

from site_builder.formats.news import News, as_moment, news_of, tag_of
from site_builder.linking import corrected_of
from site_builder.pages import CORRECTIONS, DATA, HOME, TIMELINE, Here, Page, record_address
from site_builder.records import Kind

_ATOM = "http://www.w3.org/2005/Atom"
OURS = "urn:mkdocs-timeline:feed:1"
"""The namespace of our own fields."""
ElementTree.register_namespace("", _ATOM)
ElementTree.register_namespace("tl", OURS)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed as the head of a page names it."""

    href: str
    media_type: str
    title: str
    """Without the mark of its language, as an attribute holds no elements."""


@dataclass(frozen=True, slots=True)
class Feed:
    """News of a whole chronicle, a thread or a question."""

    id: str
    title: str
    url: str
    """The page of which these are the news; empty where the site's address is not known."""
    own_url: str
    """The feed itself; empty likewise."""
    news: tuple[News, ...]

    @property
    def updated(self) -> str:
        """The day of the latest news; of an empty feed the first there is."""
        return max((news.published for news in self.news), default="1970-01-01")


def write_atom(here: Here, feed: Feed) -> bytes:
    """The feed as Atom."""
    root = ElementTree.Element(f"{{{_ATOM}}}feed", {_XML_LANG: here.site.language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", as_moment(feed.updated))
    ElementTree.SubElement(_add(root, "author"), f"{{{_ATOM}}}name").text = here.site.name
    _link(root, "alternate", feed.url)
    _link(root, "self", feed.own_url)
    for news in feed.news:
        entry = _add(root, "entry")
        _add(entry, "id", news.id)
        _add(entry, "title", news.title)
        _add(entry, "published", as_moment(news.published))
        _add(entry, "updated", as_moment(news.published))
        _add(entry, "summary", news.text)
        ElementTree.SubElement(entry, f"{{{_ATOM}}}category", {"term": news.kind})
        _link(entry, "alternate", news.url)
        for name, value in _dates(news).items():
            ElementTree.SubElement(entry, f"{{{OURS}}}{name}").text = value
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def write_json_feed(here: Here, feed: Feed) -> bytes:
    """The feed as JSON Feed."""
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": here.site.language,
        **_given(home_page_url=feed.url, feed_url=feed.own_url),
        "items": [
            {
                "id": news.id,
                **_given(url=news.url),
                "title": news.title,
                "content_text": news.text,
                "date_published": as_moment(news.published),
                "tags": [news.kind],
                "_timeline": _dates(news),
            }
            for news in feed.news
        ],
    }
    return json.dumps(content, ensure_ascii=False).encode()


def feed_files(here: Here) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The feeds of each thread and question, by their files, and what makes their content."""
    for kind in OF_RECORDS:
        for record_id in here.chronicle.records(kind):
            for name, write in FEEDS.items():
                file = f"{record_address(kind, record_id)}/{name}"
                yield file, partial(_write_of_record, here, kind, record_id, file, write)


def feed_links(here: Here, page: Page) -> tuple[FeedLink, ...]:
    """The feeds that a page tells programs of: its own, or on the pages that list events those of all."""
    if not here.site.data:
        return ()
    if page.kind in map(str, OF_RECORDS):
        folder, title = page.address, here.name(Kind(page.kind), page.id)
    elif page.address in (DATA, TIMELINE, CORRECTIONS):
        folder, title = DATA, here.site.name
    else:
        return ()
    return tuple(
        FeedLink(here.site.addresses.href_to_file(here.address, f"{folder}/{name}"), media_type, str(title))
        for name, media_type in MEDIA_TYPES.items()
    )


def write_news(write: Callable[[Here, Feed], bytes], file: str, here: Here) -> bytes:
    """The news of all records, as the feed in a file."""
    chronicle = here.chronicle
    news = news_of(here, chronicle.events.values(), chronicle.corrected, chronicle.gone)
    return write(here, _feed(here, here.site.name, HOME, news, file))


def _write_of_record(here: Here, kind: Kind, record_id: str, file: str, write: Callable[[Here, Feed], bytes]) -> bytes:
    chronicle = here.chronicle
    if kind is Kind.THREAD:
        ids: Iterable[str] = chronicle.thread_events[record_id]
    else:
        ids = dict.fromkeys(key.event for key in chronicle.claims.on_question[record_id])
    events = [chronicle.events[event] for event in ids]
    corrected = (one for record in (chronicle.records(kind)[record_id], *events) for one in corrected_of(record))
    news = news_of(here, events, corrected)
    return write(here, _feed(here, here.name(kind, record_id), record_address(kind, record_id), news, file))


def _feed(here: Here, title: str, address: str, news: tuple[News, ...], file: str) -> Feed:
    url = here.site.canonical(address)
    own = here.site.url + file if here.site.url else ""
    return Feed(own or tag_of(here, file), title, url, own, news)


def _dates(news: News) -> Mapping[str, str]:
    return _given(date=news.date, added=news.added, corrected=news.corrected, removed=news.removed)


def _given(**values: str) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _add(parent: Any, name: str, text: str | None = None) -> Any:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = text
    return element


def _link(parent: Any, relation: str, url: str) -> None:
    if url:
        ElementTree.SubElement(parent, f"{{{_ATOM}}}link", {"rel": relation, "href": url})


FEEDS: Mapping[str, Callable[[Here, Feed], bytes]] = {"news.atom": write_atom, "news.json": write_json_feed}
"""What writes a feed, by the name of its file."""
MEDIA_TYPES = {"news.atom": "application/atom+xml", "news.json": "application/feed+json"}
"""As IANA and JSON Feed register them."""
OF_RECORDS = (Kind.THREAD, Kind.QUESTION)
"""The kinds whose records have feeds of their own."""
