"""What ties records together: inverse links, claims that answer claims, references and mentions in prose."""

from site_builder.linking.backlinks import Backlinks, find_backlinks
from site_builder.linking.belonging import belongs_to, voices
from site_builder.linking.claims import ANSWERS, Claims, Relation, RelationType, relate_claims
from site_builder.linking.events import EventLink, link_events
from site_builder.linking.keys import ClaimKey
from site_builder.linking.linked import Linked, link, order_events
from site_builder.linking.mentions import Mention, Mentions, collect_mentions
from site_builder.linking.references import Reference, find_references, named_in

__all__ = [
    "ANSWERS",
    "Backlinks",
    "ClaimKey",
    "Claims",
    "EventLink",
    "Linked",
    "Mention",
    "Mentions",
    "Reference",
    "Relation",
    "RelationType",
    "belongs_to",
    "collect_mentions",
    "find_backlinks",
    "find_references",
    "link",
    "link_events",
    "named_in",
    "order_events",
    "relate_claims",
    "voices",
]
