"""One publication in two records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.world import World
from site_builder.reading import RecordPath
from site_builder.records import Source

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|ref_src|at_\w+|xtor", re.IGNORECASE)
"""Parts of an address that say how a reader came, and not what is read."""

_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/[^/]+|archive\.(?:ph|is|today|org|li|md|vn)(?:/[^/]+)?)/(?=https?://)",
    re.IGNORECASE,
)
"""What archives put before the address of a copy."""


def one_address_twice(world: World) -> Iterator[Finding]:
    """No two sources have the same address: one publication has one record."""
    first: dict[str, Source] = {}
    for source in sorted(world.sources.values(), key=lambda source: source.id):
        for path, url in _addresses(source):
            other = first.setdefault(plain_address(url), source)
            if other is not source:
                message = f"{other.file} has this address too: keep one record of the publication"
                yield Finding(problems.SAME_ADDRESS, source, path, message)


def _addresses(source: Source) -> Iterator[tuple[RecordPath, str]]:
    """Where the publication stands; of a copy only where the original has no address of its own."""
    if source.url is not None:
        yield ("url",), source.url
    elif source.read_in is not None and source.read_in.url is not None:
        yield ("read_in", "url"), source.read_in.url


def plain_address(url: str) -> str:
    """An address without what makes no difference: scheme, `www.`, `/amp`, a slash at the end, tracking, fragment.

    Of a copy in an archive it is the address of what was copied.
    """
    parts = urlsplit(_ARCHIVED.sub("", url))
    host = re.sub(r"^(?:www|m|amp)\.", "", (parts.hostname or "").casefold())
    path = re.sub(r"(?:/amp)?/*$", "", parts.path)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    return f"{host}{path}?{urlencode(sorted(query))}"
