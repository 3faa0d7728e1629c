"""Addresses: one publication in two records, what no reader can open, and copies in archives that are none."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from urllib.parse import parse_qsl, urlencode, urlsplit

from site_builder import problems
from site_builder.checking.findings import Finding, rule, rule_for_each
from site_builder.checking.hosts import ARCHIVES
from site_builder.languages import Message, say
from site_builder.linking import MAX_PROSE, Linked, without_code
from site_builder.reading import looks_like_another, without_trailing_marks
from site_builder.records import (
    PrivateAddressError,
    RecordPath,
    Source,
    host_in,
    in_letters,
    read_address,
)

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|ref_src|at_\w+|xtor", re.IGNORECASE)
"""Parts of an address that say how a reader came, and not what is read."""

_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/[^/]+|archive\.(?:ph|is|today|org|li|md|vn)(?:/[^/]+)?)/(?=https?://)",
    re.IGNORECASE,
)
"""What archives put before the address of a copy."""

_MOBILE = re.compile(r"(?:www|m|amp)\.")
_PATH_END = re.compile(r"(?:/amp)?/*$")
_IN_TEXT = re.compile(r"https?://(?:\[[0-9a-f:.%]+\][^\s<>\"`\])]*|[^\s<>\"`\])\[]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@rule
def one_address_twice(records: Linked) -> Iterator[Finding]:
    """No two sources have the same address: one publication has one record."""
    first: dict[str, Source] = {}
    for source in sorted(records.sources.values(), key=lambda source: source.id):
        for path, url in _addresses(source):
            other = first.setdefault(plain_address(url), source)
            if other is not source:
                message = say("{file} has this address too: keep one record of the publication", file=other.file)
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
    return plain_address_of_page(_ARCHIVED.sub("", url))


def plain_address_of_page(url: str) -> str:
    """What `plain_address` gives, but of a copy in an archive its own address."""
    parts = urlsplit(url)
    host = (parts.hostname or "").casefold()
    mobile = _MOBILE.match(host)
    host = host[mobile.end() :] if mobile is not None else host
    path = _PATH_END.sub("", parts.path)
    if not parts.query:
        return f"{host}{path}?"
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
    return f"{host}{path}?{urlencode(sorted(query))}"


@rule_for_each
def private_addresses(records: Linked) -> Iterator[Finding]:
    """No text leads to this machine or to the network around it; what stands in code leads nowhere."""
    ids = ((record, ("ids", name), value) for record in records.all() for name, value in record.ids.items())
    for record, path, text in chain(records.texts, ids):
        if "://" not in text or len(text) > MAX_PROSE:
            continue
        for found in _IN_TEXT.findall(_ESCAPED.sub(r"\1", unescape(without_code(text)))):
            url = without_trailing_marks(found)
            try:
                read_address(url)
            except PrivateAddressError as error:
                yield Finding(
                    problems.PRIVATE_ADDRESS,
                    record,
                    path,
                    say("`{url}`: {error}", url=url, error=str(error)),
                    needle=url,
                )
            except ValueError:
                continue  # Markdown makes no link of it


@rule_for_each
def doubtful_addresses(records: Linked) -> Iterator[Finding]:
    """No address ends with a mark of the sentence around it, and no host passes for another by its letters."""
    for record, addresses in records.addresses:
        for address in addresses:
            url, path = address.url, address.path
            if (meant := without_trailing_marks(url)) != url:
                message = say(
                    "the address ends with `{url}`, which seems to belong to the words around it", url=url[len(meant) :]
                )
                yield Finding(problems.DOUBTFUL_ADDRESS, record, path, message, meant)
            host = host_in(urlsplit(url)).lower()
            if (other := looks_like_another(in_letters(host))) is not None:
                shown = {"host": host, "in_letters": in_letters(host), "other": other}
                message = say("the host `{host}` is shown as `{in_letters}`, in letters of several scripts", **shown)
                if other:
                    message = say("the host `{host}` is shown as `{in_letters}`, which looks like `{other}`", **shown)
                yield Finding(problems.DOUBTFUL_ADDRESS, record, path, message)


@rule_for_each
def archives_that_are_none(records: Linked) -> Iterator[Finding]:
    """An archived copy is one capture, and not the page itself or a way to captures."""
    for record, found in records.addresses:
        for copy in found:
            if copy.path[-1] == "archive":
                # The page that it is a copy of is the one beside it, or further in.
                beside = copy.path[:-1]
                pages = [one.url for one in found if one.path[-1] == "url" and one.path[: len(beside)] == beside]
                if (why := _why_no_capture(copy.url, pages)) is not None:
                    message = say("this is not a capture of the page: {why}", why=why)
                    yield Finding(problems.NOT_A_CAPTURE, record, copy.path, message)


def _why_no_capture(address: str, pages: list[str]) -> Message | None:
    parts = urlsplit(address)
    host, where = (parts.hostname or "").removesuffix("."), f"{parts.path}{f'?{parts.query}' if parts.query else ''}"
    archive = next((archive for archive in ARCHIVES if archive.hosts.fullmatch(host)), None)
    if archive is not None and archive.capture.match(where):
        return None
    if archive is None and plain_address_of_page(address) in map(plain_address_of_page, pages):
        return say("it is the address of the page itself")
    if where in ("", "/") and not parts.fragment:
        return say("it leads to the first page of a site")
    if archive is not None:
        return say("it makes or lists captures; a capture looks like {example}", example=archive.example)
    return None
