"""Records that prose refers to, and prose turned into HTML that is known to be strict."""

import strict_html
from markupsafe import Markup

from site_builder.linking import Mentions
from site_builder.pages.prose import Citations, Prose
from site_builder.records import Kind

NAMES = {
    (Kind.ACTOR, "wagner"): "Wagner Group",
    (Kind.ACTOR, "csp-dpa"): "CSP-DPA",
    (Kind.PLACE, "kidal"): "Kidal",
    (Kind.EVENT, "2024-07-27-ambush"): 'The "ambush" <of> July & after',
    (Kind.THREAD, "battle"): "The battle",
    (Kind.SOURCE, "afp-1"): "AFP",
    (Kind.SOURCE, "rfi-1"): 'RFI "<radio>"',
}
MENTIONS = Mentions(
    {
        "Wagner": (Kind.ACTOR, "wagner"),
        "Wagner Group": (Kind.ACTOR, "wagner"),
        "CSP-DPA": (Kind.ACTOR, "csp-dpa"),
        "Kidal": (Kind.PLACE, "kidal"),
        "Кидаль": (Kind.PLACE, "kidal"),
        "كيدال": (Kind.PLACE, "kidal"),
        "North Front": (Kind.ACTOR, "csp-dpa"),
    }
)


def name(kind: Kind, record_id: str) -> str | None:
    return NAMES.get((kind, record_id))


def href(kind: Kind, record_id: str) -> str | None:
    return f"../{kind.plural}/{record_id}/"


def describe(source_id: str) -> str:
    return f"{NAMES[Kind.SOURCE, source_id]}, 28 July 2024"


PROSE = Prose(name, MENTIONS, describe)


def render(text: str, *, mentions: bool = False) -> Markup:
    return PROSE.render(text, href, mentions=mentions)


def cited(text: str) -> tuple[str, ...]:
    """The ids of the sources that a text cites, in the order of their numbers."""
    citations = Citations()
    PROSE.render(text, href, citations=citations)
    return citations.sources


def html(text: str, *, mentions: bool = False) -> str:
    """The HTML of a text, once it is known to hold nothing that it must not."""
    rendered = render(text, mentions=mentions)
    strict_html.read(rendered)
    return str(rendered).strip()
