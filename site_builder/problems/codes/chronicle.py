"""Codes: several records together."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("chronicle", "Several records together")

UNKNOWN_ID = GROUP.code(60, "Unknown id", "No record has the id that is referred to.")
FORMER_ID = GROUP.code(61, "Former id", "The id that is referred to is a former one; the record has a new id.")
FORMER_ID_TAKEN = GROUP.code(62, "Former id in use", "A former id is another record's id or former id.")
SAME_CLAIM_ID = GROUP.code(63, "Two claims, one id", "Two claims of one event have the same id.")
UNKNOWN_CLAIM = GROUP.code(64, "Unknown claim", "No claim has the id that is referred to.")
UNKNOWN_PARTY = GROUP.code(65, "Unknown party", "A figure's party is neither an actor nor in the list of parties.")
LINK_TO_ITSELF = GROUP.code(66, "Tied to itself", "A record or claim refers to itself.")
LINK_TWICE = GROUP.code(
    67, "Link written twice", "The same link stands twice, or on both of its sides.", Severity.WARNING
)
CIRCLE = GROUP.code(68, "Circle", "Records contain or belong to one another in a circle.")
BAD_MENTION = GROUP.code(69, "Mention not understood", "A [[…]] or [@…] in a text is not written as one.")
UNREAD_SOURCES = GROUP.code(70, "Rests on unread sources", "No source of the claim was read by the editors.")
ONLY_COMPILATION = GROUP.code(
    71, "Rests on a compilation", "All sources of the claim that were read are compilations.", Severity.WARNING
)
UNSUPPORTED = GROUP.code(72, "Called supported without support", "The claim lacks what `supported` asks for.")
STANDING_WITHOUT_CLAIM = GROUP.code(
    73, "Standing without a claim", "Something is called claimed or disputed, and no claim says by whom."
)
CONTRADICTION = GROUP.code(74, "Dates contradict links", "No order of events satisfies these dates and links.")
REFERENCE_FORM = GROUP.code(75, "Reference not understood", "A claim is referred to as id or event-id#claim-id.")
