"""Codes: several records together."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("chronicle", "Several records together")

UNKNOWN_ID = GROUP.code(
    60,
    "Unknown id",
    "No record has the id that is referred to. It is misspelt, or the record is still to be written: `timeline new` "
    "writes one, and the list of files in its folder shows which there are.",
    wrong="sources: [agency-raport]\n",
    right="sources: [agency-report]\n",
)
FORMER_ID = GROUP.code(
    61,
    "Former id",
    "The id that is referred to is a former one, of a record or of a claim. It still leads readers on, but records use "
    "the present one.",
    wrong="actors:\n  - actor: old-army\n",
    right="actors:\n  - actor: army\n",
)
FORMER_ID_TAKEN = GROUP.code(
    62,
    "Former id in use",
    "A former id is another record's id or former id, or in one event that of another claim, so that its address would "
    "lead to two places. Take it out of the `former_ids` of the record or claim that never had it.",
    wrong="=== places/market.yml\nname: The market\nformer_ids: [town]\n",
    right="=== places/market.yml\nname: The market\nformer_ids: [old-market]\n",
)
SAME_CLAIM_ID = GROUP.code(
    63,
    "Two claims, one id",
    "Two claims of one event have the same id, which is the end of their address. Give the one that was added later "
    "another.",
    wrong="""claims:
  - {id: army-says, by: army, topic: occurrence, says: It was attacked., sources: [agency-report]}
  - {id: army-says, by: army, topic: date, says: It was at dawn., sources: [agency-report]}
""",
    right="""claims:
  - {id: army-says, by: army, topic: occurrence, says: It was attacked., sources: [agency-report]}
  - {id: army-on-time, by: army, topic: date, says: It was at dawn., sources: [agency-report]}
""",
)
UNKNOWN_CLAIM = GROUP.code(
    64,
    "Unknown claim",
    "No claim has the id that is referred to. Look up the `id:` of the claim that is meant; of another event's claim "
    "it is written `event-id#claim-id`.",
    wrong="""claims:
  - id: army-again
    by: army
    topic: participation
    says: It was an accident.
    denies: 2024-07-27-ambush#rebels-did
    sources: [agency-report]
""",
    right="""claims:
  - id: army-again
    by: army
    topic: participation
    says: It was an accident.
    denies: 2024-07-27-ambush#rebels-did-it
    sources: [agency-report]
""",
)
UNKNOWN_PARTY = GROUP.code(
    65,
    "Unknown party",
    "The key under `figures` says whose losses are counted. It is an actor's id, or one of the words `civilians`, "
    "`children`, `women`, `attackers`, `unstated`; several are joined by `+`, as in `army+wagner`, where the source "
    "counts them together.",
    wrong="""claims:
  - id: army-count
    by: army
    topic: toll
    says: It lost ten men.
    figures:
      soldiers: {killed: 10}
    sources: [agency-report]
""",
    right="""claims:
  - id: army-count
    by: army
    topic: toll
    says: It lost ten men.
    figures:
      army: {killed: 10}
    sources: [agency-report]
""",
)
LINK_TO_ITSELF = GROUP.code(
    66,
    "Tied to itself",
    "A record or claim refers to itself. Write the id of the other one that is meant, or take the line out.",
    wrong="links:\n  - {type: after, event: 2024-08-02-attack}\n",
    right="links:\n  - {type: after, event: 2024-07-25-battle}\n",
)
LINK_TWICE = GROUP.code(
    67,
    "Link written twice",
    "The same link stands twice, or on both of its sides. It is written on one side; the other is made from it.",
    Severity.WARNING,
    wrong="links:\n  - {type: after, event: 2024-07-25-battle}\n  - {type: after, event: 2024-07-25-battle}\n",
    right="links:\n  - {type: after, event: 2024-07-25-battle}\n",
)
CIRCLE = GROUP.code(
    68,
    "Circle",
    "Places lie within one another, actors belong to one another, or claims revise, deny, confirm or withdraw one "
    "another, in a circle. Take out the step that is wrong: a claim can only answer one that was made before it, so of "
    "two claims that deny each other only the later one denies.",
    wrong="=== places/market.yml\nname: The market\nwithin: square\n"
    "=== places/square.yml\nname: The square\nwithin: market\n",
    right="=== places/market.yml\nname: The market\nwithin: square\n"
    "=== places/square.yml\nname: The square\nwithin: town\n",
)
BAD_MENTION = GROUP.code(
    69,
    "Mention not understood",
    "A `[[…]]` or `[@…]` in a text is not written as one: `[[event-id]]`, `[[actor:id|words]]` and `[@source-id]` are.",
    wrong="body: It began at dawn [@agency-report.\n",
    right='body: "It began at dawn [@agency-report]."\n',
)
UNREAD_SOURCES = GROUP.code(
    70,
    "Rests on unread sources",
    "No source of the claim was read by the editors: each says `consulted: no`. Cite one that was read; if you have "
    "read one of these, write `consulted: full` or `consulted: excerpt` in its record.",
    wrong="claims:\n  - {id: army-says, by: army, topic: date, says: It was at dawn., sources: [unread]}\n",
    right="claims:\n  - {id: army-says, by: army, topic: date, says: It was at dawn., sources: [agency-report]}\n",
)
ONLY_COMPILATION = GROUP.code(
    71,
    "Rests on a compilation",
    "All sources of the claim that were read are compilations, such as an encyclopedia. Look up what they cite, and "
    "cite that. Where it cannot be found the claim may stay: a warning may stand.",
    Severity.WARNING,
    wrong="claims:\n  - {id: army-says, by: army, topic: date, says: It was at dawn., sources: [encyclopedia]}\n",
    right="claims:\n  - {id: army-says, by: army, topic: date, says: It was at dawn., sources: [agency-report]}\n",
)
UNSUPPORTED = GROUP.code(
    72,
    "Called supported without support",
    "A claim is `supported` only where it was said freely and rests on imagery, documents or two independent origins; "
    "five reprints of one agency are one origin. Add the source that is missing, or write `assessment: unverified`.",
    wrong="""claims:
  - id: army-says
    by: army
    topic: date
    says: It was at dawn.
    assessment: supported
    because: A newsroom saw it.
    sources: [agency-report]
""",
    right="""claims:
  - id: army-says
    by: army
    topic: date
    says: It was at dawn.
    assessment: supported
    because: Two newsrooms saw it.
    sources: [agency-report, daily-report]
""",
)
STANDING_WITHOUT_CLAIM = GROUP.code(
    73,
    "Standing without a claim",
    "Something is called claimed or disputed, and no claim says by whom. Add a claim of whoever says it, with the "
    "topic that the message names; or take `standing` out, if nobody doubts it.",
    wrong="actors:\n  - {actor: rebels, role: attacker, standing: claimed}\n",
    right="""actors:
  - {actor: rebels, role: attacker, standing: claimed}
claims:
  - {id: rebels-say, by: rebels, topic: participation, says: It attacked., sources: [agency-report]}
""",
)
CONTRADICTION = GROUP.code(
    74,
    "Dates contradict links",
    "No order of events satisfies these dates and links, or links lead round in a circle. The message names the chain "
    "that proves it, and no link that it could do without. Within one day a link only orders, unless times of day "
    "contradict it. What rests on a date with `~` or `?` is a warning.",
    wrong="links:\n  - {type: before, event: 2024-07-25-battle}\n",
    right="links:\n  - {type: after, event: 2024-07-25-battle}\n",
)
REFERENCE_FORM = GROUP.code(
    75,
    "Reference not understood",
    "A claim is referred to as `claim-id` in its own event, and as `event-id#claim-id` from another.",
    wrong="""claims:
  - id: army-again
    by: army
    topic: participation
    says: It was an accident.
    denies: "#rebels-did-it"
    sources: [agency-report]
""",
    right="""claims:
  - id: army-again
    by: army
    topic: participation
    says: It was an accident.
    denies: 2024-07-27-ambush#rebels-did-it
    sources: [agency-report]
""",
)
NOT_A_CAPTURE = GROUP.code(
    78,
    "Archive address is not a capture",
    "An archived copy is one capture of the page, with an address of its own that stays: "
    "`https://web.archive.org/web/20240802…/https://…`, `https://archive.ph/AbCdE`, `https://perma.cc/AB12-CD34`. What "
    "stands here leads to the page itself, to the form that makes a capture, or to a list of captures. Open the copy, "
    "and give the address that the browser then shows.",
    Severity.WARNING,
    wrong="""=== sources/agency-report.yml
publisher: The agency
url: https://agency.example/report
archive: https://web.archive.org/save/https://agency.example/report
""",
    right="""=== sources/agency-report.yml
publisher: The agency
url: https://agency.example/report
archive: https://web.archive.org/web/20240803120000/https://agency.example/report
""",
)
