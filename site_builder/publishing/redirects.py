"""Former ids lead to the record for ever, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import TIMELINE, Addresses, record_address


def plan_redirects(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """Pairs of a former address and the address that it leads to; `events/` leads to the timeline."""
    for kind, former in chronicle.former_ids.items():
        for old, new in sorted(former.items()):
            yield record_address(kind, old), record_address(kind, new)
    yield "events", TIMELINE


def render_redirect(environment: Environment, addresses: Addresses, old: str, new: str, canonical: str) -> str:
    """A page that sends the reader on, and says where to."""
    href = addresses.href(old, new)
    return environment.get_template("redirect.html").render(href=href, canonical=canonical)
