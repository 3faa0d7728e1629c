"""What ties records together: inverse links, claims that answer claims, references and mentions in prose."""

from site_builder.linking.belonging import belongs_to, reached_from, voices
from site_builder.linking.claims import ANSWERS, Claims, Relation, RelationType
from site_builder.linking.corrected import Corrected, Removed, corrected_of, find_corrected
from site_builder.linking.counts import WHOLE_EVENT, Counts, Period, period_on_event, stated
from site_builder.linking.keys import ClaimKey, grouped
from site_builder.linking.linked import Linked, link, today_anywhere
from site_builder.linking.links import EventLink, find_backlinks, link_events
from site_builder.linking.mentions import Mention, Mentions, collect_mentions, names_of, plain_name
from site_builder.linking.references import (
    MAX_PROSE,
    REFERENCE,
    Reference,
    begins_link,
    find_references,
    named_in,
    read_reference,
    without_code,
)

__all__ = [
    "ANSWERS",
    "MAX_PROSE",
    "REFERENCE",
    "WHOLE_EVENT",
    "ClaimKey",
    "Claims",
    "Corrected",
    "Counts",
    "EventLink",
    "Linked",
    "Mention",
    "Mentions",
    "Period",
    "Reference",
    "Relation",
    "RelationType",
    "Removed",
    "begins_link",
    "belongs_to",
    "collect_mentions",
    "corrected_of",
    "find_backlinks",
    "find_corrected",
    "find_references",
    "grouped",
    "link",
    "link_events",
    "named_in",
    "names_of",
    "period_on_event",
    "plain_name",
    "reached_from",
    "read_reference",
    "stated",
    "today_anywhere",
    "voices",
    "without_code",
]
