"""Codes: what may harm somebody, or take a side; what `Do no harm` asks that a program can hold."""

from __future__ import annotations

from site_builder.problems.problem import Severity
from site_builder.problems.registry import Group

GROUP = Group("harm", "Do no harm")

COUNT_IN_SUMMARY = GROUP.code(
    100,
    "A number of dead in a title or summary",
    "A title or summary gives a number of people killed, wounded or captured in the chronicle's own voice. Leave the "
    "number out here, and write a claim that says who gives it. Numbers are looked for in English, French, Ukrainian "
    "and Arabic; where one counts something else, write the sentence so that it cannot be misread.",
    Severity.WARNING,
    wrong="summary: Rebels attacked a convoy and killed 47 soldiers.\n",
    right="""summary: Rebels attacked a convoy. What each side says of the dead differs.
claims:
  - id: rebels-count
    by: rebels
    topic: toll
    says: It killed 47 soldiers.
    figures:
      army: {killed: 47}
    sources: [agency-report]
""",
)
COUNT_UNCITED = GROUP.code(
    101,
    "A number of dead without a citation",
    "A paragraph of a `body` or `description` gives a number of people killed, wounded or captured, and cites nobody "
    "for it. Say who gives it, and end the sentence with the source's id as `[@source-id]`; or leave the number "
    "to a claim.",
    Severity.WARNING,
    wrong="body: The army said that two soldiers had been killed.\n",
    right='body: "The army said that two soldiers had been killed [@agency-report]."\n',
)
LOADED_WORD = GROUP.code(
    102,
    "A word that takes a side",
    "A loaded word stands outside quotation marks. Write what was done, and by whom, in the plain word that the "
    "message proposes; or put the word in quotation marks and say whose it is. Names, and what an authority lists "
    "somebody as, are let be.",
    Severity.WARNING,
    wrong="summary: The army neutralised fighters in the north.\n",
    right='summary: The army killed fighters in the north, whom it called "terrorists".\n',
)
BELLIGERENT_CHANNEL = GROUP.code(
    103,
    "A belligerent's own channel",
    "An address leads to where belligerents publish their own footage and claims: Telegram and the like, or a copy of "
    "it in an archive. Take the address out, and cite a news report that relays what stands there, with its own "
    "publisher, title and address.",
    Severity.WARNING,
    wrong="=== sources/channel.yml\npublisher: A channel\nurl: https://t.me/channel/17\nconsulted: full\n",
    right="""=== sources/agency-on-channel.yml
publisher: The agency
url: https://agency.example/what-the-channel-says
consulted: full
""",
)
STATE_OUTLET = GROUP.code(
    104,
    "A state's medium that does not say so",
    "A source is in a medium that a state owns and directs, and does not say so. Write `controlled_by` with the name "
    "of the state, or `kind: official` or `kind: party` where that is what it is.",
    Severity.WARNING,
    wrong="=== sources/tass-1.yml\npublisher: TASS\nkind: agency\nurl: https://tass.com/defense/1\nconsulted: full\n",
    right="""=== sources/tass-1.yml
publisher: TASS
kind: agency
controlled_by: Russia
url: https://tass.com/defense/1
consulted: full
""",
)
RECENT_PLACE = GROUP.code(
    105,
    "Recent, and located to the spot",
    "An event of the fortnight before it was added, or one that still goes on, is located more finely than by a "
    "settlement, where somebody may still be. Locate it by the town or village, and leave the exact spot out of the "
    "file: what is once in the repository stays in its history. After a fortnight the spot may be added, with an "
    "entry in `corrections` that says so.",
    Severity.WARNING,
    wrong="""=== places/camp.yml
name: The camp
lat: 19.94
lon: 2.7
precision: exact
sources: [agency-report]
=== 2024/2024-08-02-attack.yml
places: [{place: camp}]
added: 2024-08-09
""",
    right="""=== places/camp.yml
name: The camp
lat: 19.94
lon: 2.7
precision: exact
sources: [agency-report]
=== 2024/2024-08-02-attack.yml
places: [{place: town}]
added: 2024-08-09
""",
)
ACCUSED_UNHEARD = GROUP.code(
    106,
    "The accused are not heard",
    "Civilians were killed, and of somebody who is accused of it the record has no answer and does not say that none "
    "was found. Look for what the accused say, and add it as a claim of theirs on the topic `responsibility` or "
    "`conduct`. If there is nothing, write so under `unknown`. This holds whoever is accused.",
    Severity.WARNING,
    wrong="""kind: killing-of-civilians
actors:
  - {actor: army, role: attacker, standing: claimed}
claims:
  - {id: accusation, by: rebels, topic: responsibility, says: The army did it., sources: [agency-report]}
""",
    right="""kind: killing-of-civilians
actors:
  - {actor: army, role: attacker, standing: claimed}
claims:
  - {id: accusation, by: rebels, topic: responsibility, says: The army did it., sources: [agency-report]}
unknown:
  - What the army says of it; no answer of its was found.
""",
)
SINGLED_OUT = GROUP.code(
    107,
    "An unnamed speaker who can be told",
    "An unnamed speaker is described by kin, office, name or age, or as the only one of a kind, by which people of "
    "the place can tell who it was. Describe the speaker more broadly, as `a local resident` or `a health worker`, "
    "even where the source says more.",
    Severity.WARNING,
    wrong="""claims:
  - {id: seen, unnamed: the son of the village chief, topic: other, says: It was dark., sources: [agency-report]}
""",
    right="""claims:
  - {id: seen, unnamed: a local resident, topic: other, says: It was dark., sources: [agency-report]}
""",
)
CAPTIVE_SPEAKS = GROUP.code(
    108,
    "A captive's words",
    "A speaker seems to be in somebody's captivity, and the claim does not say `duress: true`. Add that, so that the "
    "words never count as support; better, leave them out. Somebody who was set free again is described as `a former "
    "prisoner`.",
    Severity.WARNING,
    wrong="""claims:
  - {id: captive, unnamed: a captured soldier, topic: other, says: It was dark., sources: [agency-report]}
""",
    right="""claims:
  - {id: captive, unnamed: a captured soldier, duress: true, topic: other, says: It was dark., sources: [agency-report]}
""",
)
CAPTIVES_SHOWN = GROUP.code(
    109,
    "Pictures of prisoners or minors?",
    "What a picture or video is said to show suggests that prisoners or minors can be seen in it. Such pictures are "
    "not linked: take the entry out. If none can be seen, describe what can.",
    Severity.HINT,
    wrong="media:\n  - {url: https://agency.example/1, shows: Prisoners on a lorry.}\n",
    right="media:\n  - {url: https://agency.example/1, shows: A burnt-out lorry.}\n",
)
CAPTIVE_NAMED = GROUP.code(
    110,
    "A prisoner, missing person or minor named?",
    "The description of a person suggests a prisoner, a missing person or a minor. They are not named, whoever else "
    "names them: delete the record, and write of `a captured soldier`. Do it before it is merged, because the history "
    "is public. If the person is none of these, word the description otherwise.",
    Severity.HINT,
    wrong="""=== actors/john-doe.yml
name: John Doe
type: person
named_because: named-by-own-side
description: Soldier, a prisoner since the battle.
""",
    right="""=== actors/john-doe.yml
name: John Doe
type: person
named_because: public-office
description: Minister of defence.
""",
)
