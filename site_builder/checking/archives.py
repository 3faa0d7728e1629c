"""Addresses of archived copies that are none: the page itself, the form that makes a copy, a list of copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from site_builder import problems
from site_builder.checking.addresses import plain_address_of_page
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.reading import RecordPath
from site_builder.records import Event, Record, Source

_ANOTHER_USE = r"(?!/(?:submit|newest|oldest|search|timegate|timemap|faq|blog|about)\b)"


class _Archive(NamedTuple):
    """A public archive, and what its captures look like."""

    hosts: re.Pattern[str]
    capture: re.Pattern[str]
    """How the path of a capture begins, with its query."""
    example: str


_ARCHIVES = (
    _Archive(
        re.compile(r"(?:web(?:-beta)?\.|wayback\.|www\.)?archive\.org"),
        re.compile(
            r"/web/[0-9]{4,14}(?:[a-z]{2}_)?/[^/*]|/(?:details|download|stream|embed|post|0)/[^/*]|/[0-9]+/items/"
        ),
        "https://web.archive.org/web/20240802120000/https://…",
    ),
    _Archive(
        re.compile(
            r"(?:www\.)?archive\.(?:ph|is|today|li|md|vn|fo)|archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd\.onion"
        ),
        re.compile(_ANOTHER_USE + r"/(?:o/)?(?:[A-Za-z0-9]{4,8}(?:[/#?]|$)|[0-9]{4}[0-9.-]{0,14}/https?:)"),
        "https://archive.ph/AbCdE",
    ),
    _Archive(
        re.compile(r"(?:www\.)?perma\.cc"),
        re.compile(r"/[A-Za-z0-9]{2,4}-[A-Za-z0-9]{2,4}(?:[/?#]|$)"),
        "https://perma.cc/AB12-CD34",
    ),
    _Archive(
        re.compile(r"(?:www\.)?ghostarchive\.org"),
        re.compile(r"/v?archive/[^/*]"),
        "https://ghostarchive.org/archive/AbCdE",
    ),
    _Archive(
        re.compile(r"(?:www\.)?webcitation\.org"),
        re.compile(
            r"/(?!archive\b|index\b|about\b)(?:[A-Za-z0-9]{5,}|query\?(?:.*&)?(?:id|url)=.+|cache/.+|mainframe)"
        ),
        "https://www.webcitation.org/5XYZabcde",
    ),
    _Archive(
        re.compile(r"(?:www\.)?arquivo\.pt"),
        re.compile(r"/(?:noFrame/replay|wayback)/[0-9]{4,14}(?:[a-z]{2}_)?/[^/*]"),
        "https://arquivo.pt/wayback/20240802120000/https://…",
    ),
)
"""Archives whose captures are known by their addresses; any other archive is taken at its word."""


def archives_that_are_none(world: World) -> Iterator[Finding]:
    """An archived copy is one capture, and not the page itself or a way to captures."""
    for record, path, archive, pages in _archived(world):
        if (why := _why_no_capture(archive, pages)) is not None:
            yield Finding(problems.NOT_A_CAPTURE, record, path, f"this is not a capture of the page: {why}")


def _archived(world: World) -> Iterator[tuple[Record, RecordPath, str, list[str]]]:
    """Each address of a copy, with those of the page that it is a copy of."""
    for record in world.all():
        if isinstance(record, Source) and record.archive is not None:
            copy = record.read_in.url if record.read_in is not None else None
            yield record, ("archive",), record.archive, [url for url in (record.url, copy) if url is not None]
        elif isinstance(record, Event):
            for index, media in enumerate(record.media):
                if media.archive is not None:
                    yield record, ("media", index, "archive"), media.archive, [media.url]


def _why_no_capture(address: str, pages: list[str]) -> str | None:
    parts = urlsplit(address)
    host, where = (parts.hostname or "").removesuffix("."), f"{parts.path}{f'?{parts.query}' if parts.query else ''}"
    archive = next((archive for archive in _ARCHIVES if archive.hosts.fullmatch(host)), None)
    if archive is not None and archive.capture.match(where):
        return None
    if archive is None and plain_address_of_page(address) in map(plain_address_of_page, pages):
        return "it is the address of the page itself"
    if where in ("", "/") and not parts.fragment:
        return "it leads to the first page of a site"
    if archive is not None:
        return f"it leads to what makes or lists captures there; one looks like {archive.example}"
    return None
