"""Codes: what is probably wrong, and what editors should look at."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("judgement", "Probably wrong")

NEAR_DUPLICATE = GROUP.code(
    80,
    "Two records of one event?",
    "Two or more events overlap in time, or lie on one day and the next, and are so alike in place, actors, sources "
    "and title that they are probably one. What many events of the chronicle share counts little, and two events with "
    "different `ids` in one outside database are two. Each group is told of once, at its newest record. If they are "
    "one, move what the newer record adds into the older one and delete the newer; once it has been published, "
    "its id goes into the `former_ids` of the other. If they are two, let one of them name the other, in a link or as "
    "`[[event-id]]` in a text, and this warning ends.",
    Severity.WARNING,
    wrong="""=== 2024/2024-07-27-convoy.yml
title: The ambush of a convoy
date: 2024-07-27
kind: ambush
places:
  - {place: well, role: site}
actors:
  - {actor: rebels, role: attacker}
""",
    right="""=== 2024/2024-07-27-convoy.yml
title: The ambush of a convoy
date: 2024-07-27
kind: ambush
places:
  - {place: well, role: site}
actors:
  - {actor: rebels, role: attacker}
unknown:
  - Whether the same men laid [[2024-07-27-ambush|the other ambush]] of that day.
""",
)
FALSE_PRECISION = GROUP.code(
    81,
    "A day that no source gives",
    "A date is the first of a month or year, and all its sources say only that month or year: probably a month was "
    "filled up to a day. Write `2024-08`, or only `2024`, and rename the file to begin with that; or add the source "
    "that says the day.",
    Severity.WARNING,
    wrong="""=== sources/monthly-2024-08.yml
publisher: The monthly
date: 2024-08
consulted: full
=== 2024/2024-08-01-attack.yml
date: 2024-08-01
sources: [monthly-2024-08]
""",
    right="""=== sources/monthly-2024-08.yml
publisher: The monthly
date: 2024-08
consulted: full
=== 2024/2024-08-attack.yml
date: 2024-08
sources: [monthly-2024-08]
""",
)
IMPOSSIBLE_FIGURES = GROUP.code(
    82,
    "Figures that cannot hold",
    "A claim counts more people in a part than in the whole: more killed than were present, more of one party than of "
    "several together. Compare the figures with the source and correct them. Where the speaker did say so, leave "
    "them: a warning may stand.",
    Severity.WARNING,
    wrong="""claims:
  - id: army-count
    by: army
    topic: toll
    says: Of forty men fifty were killed.
    figures:
      army: {killed: 50, present: 40}
    sources: [agency-report]
""",
    right="""claims:
  - id: army-count
    by: army
    topic: toll
    says: Of fifty men forty were killed.
    figures:
      army: {killed: 40, present: 50}
    sources: [agency-report]
""",
)
SWAPPED_COORDINATES = GROUP.code(
    83,
    "Latitude and longitude swapped?",
    "A place lies far from what it is within, or from the other places of its country, and would lie among them with "
    "`lat` and `lon` changed over. `lat` is north (south has a minus sign), `lon` is east (west has a minus sign): "
    "look both up again.",
    Severity.WARNING,
    wrong="""=== places/country.yml
name: The country
lat: 17
lon: -4
precision: country
sources: [agency-report]
=== places/village.yml
name: The village
within: country
lat: -3.67
lon: 16.41
precision: settlement
sources: [agency-report]
""",
    right="""=== places/country.yml
name: The country
lat: 17
lon: -4
precision: country
sources: [agency-report]
=== places/village.yml
name: The village
within: country
lat: 16.41
lon: -3.67
precision: settlement
sources: [agency-report]
""",
)
LATER_THAN_SOURCE = GROUP.code(
    84,
    "Later than its source",
    "A claim is dated after a source that reports it was published, or an event after all of its sources were. One of "
    "the dates is wrong, or the source belongs to something else: correct the date, or cite a later source.",
    Severity.WARNING,
    wrong="""=== sources/agency-2024-07-29.yml
publisher: The agency
date: 2024-07-29
consulted: full
=== 2024/2024-08-02-attack.yml
sources: [agency-2024-07-29]
""",
    right="""=== sources/agency-2024-08-03.yml
publisher: The agency
date: 2024-08-03
consulted: full
=== 2024/2024-08-02-attack.yml
sources: [agency-2024-08-03]
""",
)
SAME_ADDRESS = GROUP.code(
    85,
    "One address, two sources",
    "Two sources have the same address, so that one publication would count as two. Keep one of the two records, "
    "refer to that one wherever the other was used, and delete the other. `www.`, `/amp` and what is added to count "
    "readers make no difference.",
    Severity.WARNING,
    wrong="""=== sources/agency-2024-07-29.yml
publisher: The agency
url: https://www.agency.example/news/29
consulted: full
=== sources/agency-29-july.yml
publisher: The agency
url: http://agency.example/news/29/
consulted: full
""",
    right="""=== sources/agency-2024-07-29.yml
publisher: The agency
url: https://www.agency.example/news/29
consulted: full
=== sources/agency-2024-07-30.yml
publisher: The agency
url: https://www.agency.example/news/30
consulted: full
""",
)
BEFORE_ITS_TIME = GROUP.code(
    86,
    "Before its time",
    "An actor speaks or takes part before it began or after it ended, as its `active` or its names have it. Either "
    "the date is wrong, or it was another actor at the time, which then has or needs a record of its own, or `active` "
    "is wrong.",
    Severity.WARNING,
    wrong="""=== actors/front.yml
name: The front
type: coalition
active: 2024-11-30/..
=== 2024/2024-08-02-attack.yml
actors:
  - {actor: front, role: attacker}
""",
    right="""=== actors/front.yml
name: The front
type: coalition
active: 2024-06/..
=== 2024/2024-08-02-attack.yml
actors:
  - {actor: front, role: attacker}
""",
)
SHORT_THREAD = GROUP.code(
    87,
    "A short thread",
    "Fewer than three events belong to a thread. A thread is a path through events: add `threads: [its-id]` to those "
    "that belong to it, or delete it. A place or an actor needs no thread, because it has its own page.",
    Severity.HINT,
    wrong="=== threads/south.yml\ntitle: The south\n",
    right="""=== threads/south.yml
title: The south
=== 2024/2024-08-02-attack.yml
threads: [south]
=== 2024/2024-08-03-retreat.yml
kind: withdrawal
threads: [south]
=== 2024/2024-08-04-talks.yml
kind: meeting
threads: [south]
""",
)
QUESTION_WITHOUT_CLAIMS = GROUP.code(
    88,
    "A question without claims",
    "No claim bears on a question, so that its page has nothing to lay side by side. Write `question:` with its id in "
    "the claims that answer it.",
    Severity.HINT,
    wrong="=== questions/when.yml\ntitle: When was the attack?\n",
    right="""=== questions/when.yml
title: When was the attack?
=== 2024/2024-08-02-attack.yml
claims:
  - {id: dawn, by: army, topic: date, says: It was at dawn., question: when, sources: [agency-report]}
""",
)
SHARED_ALIAS = GROUP.code(
    89,
    "An alias of two records",
    "An alias is a name of another record too, so that the site cannot tell whom a text means, and makes no link of "
    "it. Write it as in the right example: `link: never` says that this is known. Or take it off the record that is "
    "hardly called so.",
    Severity.WARNING,
    wrong="=== actors/front.yml\nname: The front\ntype: coalition\naliases: [The rebels]\n",
    right="=== actors/front.yml\nname: The front\ntype: coalition\naliases: [{alias: The rebels, link: never}]\n",
)
LONG_PROSE = GROUP.code(
    90,
    "A text too long for links",
    "A text of more than 20,000 characters is shown as it is: its links, citations and emphasis are not read.",
    Severity.WARNING,
    wrong='body: "‹a × 20001›"\n',
    right='body: "‹a × 20000›"\n',
)
LOOKALIKE_NAME = GROUP.code(
    91,
    "A name that looks like another",
    "A name is written with letters of another script that look like those of a name that is known. Or, as a hint, it "
    "is the name of another record of its kind, or looks like it: with other capitals, spaces, accents or signs, or "
    "with l for I, 0 for O, rn for m. Where it is the same name, write it with the same letters, and keep one record "
    "of who or what bears it. Where they are two, say how they differ in the `description` and name the other there "
    "(`[[actor:its-id]]`), and the problem ends. Two places of one name are no problem if they lie `within` different "
    "ones or in different countries.",
    Severity.WARNING,
    wrong="=== sources/agency-again.yml\npublisher: ‹U+0410›‹U+0420›\n=== sources/agency-first.yml\npublisher: AP\n",
    right="=== sources/agency-again.yml\npublisher: AP\n=== sources/agency-first.yml\npublisher: AP\n",
)
LONG_TITLE = GROUP.code(
    92,
    "A title too long for lists",
    "A title or a name of more than 200 characters: it stands in every list, and a list of such is none.",
    Severity.WARNING,
    wrong="title: ‹a × 201›\n",
    right="title: ‹a × 200›\n",
)
PLACEHOLDER = GROUP.code(
    93,
    "A text still to be written",
    "A text for readers holds what writers put where something is still to come: `TBD`, `TODO`, `lorem ipsum`, `???`, "
    "`[insert name]`, `à compléter`, or the words of an example. Write the text, or leave the key out: what is not "
    "known is left out. Words that also have another sense count only alone, in brackets or at the end behind a colon.",
    Severity.WARNING,
    wrong="date_note: TBD\n",
    right="date_note: Sources differ by a day.\n",
)
LISTED_TWICE = GROUP.code(
    94,
    "Listed twice",
    "The same place, actor, source, thread, alias or the like stands twice in one list. An actor or a place may have "
    "two roles, and a source two pinpoints; but a place that is merely `mentioned` besides, or a source without a "
    "pinpoint besides one with it, says nothing more. Take one of them out.",
    Severity.WARNING,
    wrong="actors:\n  - {actor: army, role: attacked}\n  - {actor: army, role: attacked}\n",
    right="actors:\n  - {actor: army, role: attacked}\n  - {actor: army, role: speaker}\n",
)
LATER_THAN_RECORD = GROUP.code(
    95,
    "Later than its record",
    "An event, a claim or a source is dated after the day on which its record was written: `added`, or the last of its "
    "`corrections`. Or the record was added or corrected on a day that has not come, or corrected before it was added. "
    "Correct the date that is wrong. If something was written in the record later, say so in its `corrections`, with "
    "`kind: update`.",
    Severity.WARNING,
    wrong="=== 2024/2042-08-02-attack.yml\ndate: 2042-08-02\n",
    right="=== 2024/2024-08-02-attack.yml\ndate: 2024-08-02\n",
)
COORDINATES_OF_NOTHING = GROUP.code(
    96,
    "Coordinates 0, 0",
    "Latitude and longitude are both 0, which is in the open sea off Africa. Programs write that for what they do not "
    "know. Look the coordinates up, or take them out: a place without coordinates has `precision: unlocated`.",
    Severity.WARNING,
    wrong="=== places/market.yml\nname: The market\nlat: 0.0\nlon: 0\nprecision: near\nsources: [agency-report]\n",
    right="=== places/market.yml\nname: The market\nprecision: unlocated\n",
)
DOUBTFUL_ADDRESS = GROUP.code(
    97,
    "Doubtful address",
    "The address can be opened, but probably leads elsewhere than was meant: it ends with a mark that belongs to the "
    "sentence around it, or its host has letters of another script that pass for those of a known name. Open it, and "
    "copy it again from the browser's line. If it is right, the warning may stand.",
    Severity.WARNING,
    wrong="=== sources/agency-report.yml\npublisher: The agency\nurl: https://agency.example/report).\n",
    right="=== sources/agency-report.yml\npublisher: The agency\nurl: https://agency.example/report\n",
)
WRONG_SOURCE_KIND = GROUP.code(
    99,
    "A compilation under another kind",
    "A source stands in an encyclopedia or another work that is put together from publications, by its address or its "
    "publisher, and is declared to be something else. It counts as a compilation in any case: write `kind: "
    "compilation`, and look for what it cites.",
    Severity.WARNING,
    wrong="""=== sources/wikipedia-battle.yml
publisher: Wikipedia
url: https://en.wikipedia.org/wiki/Battle
kind: outlet
consulted: full
""",
    right="""=== sources/wikipedia-battle.yml
publisher: Wikipedia
url: https://en.wikipedia.org/wiki/Battle
kind: compilation
consulted: full
""",
)
