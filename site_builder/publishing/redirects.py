"""Former ids lead to the record for ever, with the query and the fragment where scripts run, and else without them."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment
from markupsafe import Markup

from site_builder.chronicle import Chronicle
from site_builder.pages.addresses import TIMELINE, Addresses, record_address
from site_builder.publishing.policy import hash_of_script


def plan_redirects(chronicle: Chronicle) -> Iterator[tuple[str, str]]:
    """Pairs of a former address and the address that it leads to; `events/` leads to the timeline."""
    for kind, former in chronicle.former_ids.items():
        for old, new in sorted(former.items()):
            yield record_address(kind, old), record_address(kind, new)
    yield "events", TIMELINE


def render_redirect(environment: Environment, addresses: Addresses, old: str, new: str, canonical: str) -> str:
    """A page that sends the reader on, and says where to; its policy allows its one script and nothing else."""
    href = addresses.href(old, new)
    script = Markup(environment.get_template("redirect.js").render())
    return environment.get_template("redirect.html").render(
        href=href, canonical=canonical, script=script, hash=Markup(hash_of_script(script))
    )
