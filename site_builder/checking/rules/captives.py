"""People who may be endangered by being shown, named or described: captives, minors, speakers known by their kin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.world import World
from site_builder.records import Text
from site_builder.vocabulary import ActorType

_KIN = (
    "sons?|daughters?|child|children|wife|wives|husband|brothers?|sisters?|mother|father|parents|cousins?|uncle|aunt"
    "|nephews?|nieces?|widow|widower|grand(?:son|daughter|mother|father)|fiancée?|girlfriend|boyfriend"
)
_KIN_FR = (
    "fils|filles?|femme|épouse|époux|mari|frères?|sœurs?|soeurs?|mère|père|cousine?s?|oncle|tante|neveux?|nièces?"
    "|veuve|veuf"
)
_KIN_AR = r"ابن|ابنة|بنت|زوجة?|شقيقة?|أخو?|أخت|والدة?"
_LOCAL_ROLES = (
    "(?:village|town|district|tribal|camp) (?:chief|head|elder|doctor|nurse|teacher)|chief|mayor|imam|marabout|muezzin"
    "|pastor|priest|headmaster|headmistress|teacher|doctor|nurse|midwife|pharmacist|baker|butcher|shopkeeper|blacksmith"
)
_LOCAL_ROLES_FR = (
    "chef (?:du|de) (?:village|quartier|fraction)|maire|imam|marabout|curé|prêtre|pasteur|instituteur|institutrice"
    "|médecin|infirmi(?:er|ère)|sage-femme|pharmacien|boulanger|boucher|forgeron"
)
_KIN_UK = r"син\w{0,3}|доньк\w|дочк\w|дружин\w|брат\w{0,2}|сестр\w|мати|матері|батьк\w"
_SINGLES_OUT = re.compile(
    rf"\b(?:the (?:\w+ )?(?:{_KIN}) of\b|(?:{_KIN}) of (?:the|his|her|their|(?-i:[A-Z]))"
    rf"|(?:['’]s|\b(?:his|her|their)) (?:\w+ )?(?:{_KIN})\b|the (?:only|sole|last) \w+"
    rf"|l[ae] (?:{_KIN_FR}) d[eu'’]|(?:{_KIN_FR}) (?:du|de la|de (?-i:[A-ZÉ]))|(?:son|sa|ses|leurs?) (?:{_KIN_FR})\b"
    rf"|l[ae] seule? \w+|(?:його|її|їхн\w+) (?:{_KIN_UK})\b"
    rf"|(?:{_KIN_UK}) (?:(?-i:[А-ЯІЇЄҐ])|голов|старост|командир|імам)|єдин\w+ \w+"
    rf"|the (?:{_LOCAL_ROLES})\b(?! (?:of (?:staff|defen[cs]e|state)|spokes))"
    rf"|(?:\ble|\bla|l['’]) ?(?:{_LOCAL_ROLES_FR})\b"
    r"|старост[аи]|імам (?=(?-i:[А-ЯІЇЄҐ]))|l['’]unique \w+"
    rf"|\b(?:{_KIN_AR}) \w+|\w+ الوحيدة?"
    r"|\d{1,2}[- ]years?[- ]old|aged \d+|de \d+ ans\b|\d+ років|named (?-i:[A-Z])\w+|nommée? (?-i:[A-ZÉ])\w+"
    r"|на ім[’']я \w+|^(?-i:[A-Z])\w+, an?\b)",
    re.IGNORECASE,
)
_CAPTIVES = (
    r"prisoners?|captives?|captured|hostages?|detainees?|pows?|prisonni(?:er|ère)s?|captifs?|capturée?s?|otages?|détenue?s?"
    r"|(?:військово)?полонен\w*|заручник\w*|(?:ال)?(?:أسير\w*|أسرى|رهين\w*|رهائن)"
)
_HELD = (
    r"detained|abducted|kidnapped|imprisoned|held(?= by\b)|in (?:\w+ )?(?:custody|captivity)|taken (?:prisoner|hostage)"
    r"|détenue?s?|enlevée?s?|взят\w+ [ву] полон"
)
_MINORS = (
    r"child|children|boys?|girls?|minors?|babies|baby|teenagers?|schoolboys?|schoolgirls?"
    r"|enfants?|mineure?s? d['’]âge|garçons?|fillettes?|bébés?"
    r"|діт\w+|дитин\w+|хлопч\w+|дівч\w+|неповноліт\w+"
)
_SHOWN = re.compile(rf"\b(?:{_CAPTIVES}|{_MINORS})\b", re.IGNORECASE)
_NAMED = re.compile(
    rf"\b(?:{_CAPTIVES}|missing|disparue?s?|зникл\w*|schoolboy|schoolgirl"
    r"|aged (?:[1-9]|1[0-7])\b|(?:[1-9]|1[0-7])[- ]years?[- ]old)",
    re.IGNORECASE,
)
_SPEAKS_AS_CAPTIVE = re.compile(
    r"^(?:\w+ of (?:the|its|his|their) |(?:a|an|one|two|three|several|some|the|another|un|une|deux|des|plusieurs)\W+)?"
    rf"(?P<who>(?:\w+\W+){{0,2}}?(?:(?:who|that|qui) (?:was|were|a été) )?(?:{_CAPTIVES})"
    rf"|(?:\w+\W+){{0,4}}?(?:{_HELD}))\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"former|\bex\b|released|freed|relativ|famil|guard|negotiat|lawyer|ancien|libéré|proche|avocat|колишн|звільнен|родич"
    r"|\b(?:by|of|for|pour)\b|\b(?:who|that|qui) (?!was|were|is|are|est|a été)",
    re.IGNORECASE,
)


@rule
def singled_out(world: World) -> Iterator[Finding]:
    """An unnamed speaker is described so that nobody can tell who it was."""
    for event in world.events.values():
        for index, claim in enumerate(event.claims):
            for text in _versions(claim.unnamed):
                found = _SINGLES_OUT.search(text)
                if found is not None:
                    message = f"`{found[0]}` may tell who spoke: write, for example, a local resident"
                    yield Finding(problems.SINGLED_OUT, event, ("claims", index, "unnamed"), message, needle=found[0])


@rule
def captive_speakers(world: World) -> Iterator[Finding]:
    """What a captive said is marked as said under a captor's control."""
    for event in world.events.values():
        for index, claim in enumerate(event.claims):
            if claim.duress:
                continue
            for text in _versions(claim.unnamed):
                found = _SPEAKS_AS_CAPTIVE.search(text)
                if found is not None and not _NO_LONGER.search(found["who"]):
                    message = f"`{text}` seems to speak under a captor's control: write `duress: true`, or leave it out"
                    yield Finding(problems.CAPTIVE_SPEAKS, event, ("claims", index, "unnamed"), message)


@rule
def captives_shown(world: World) -> Iterator[Finding]:
    """No picture or video of prisoners or minors is linked."""
    for event in world.events.values():
        for index, media in enumerate(event.media):
            for key, value in (("shows", media.shows), ("caption", media.caption)):
                for text in _versions(value):
                    found = _SHOWN.search(text)
                    if found is not None:
                        message = f"`{found[0]}`: pictures of prisoners and minors are not linked, whosever they are"
                        yield Finding(problems.CAPTIVES_SHOWN, event, ("media", index, key), message, needle=found[0])


@rule
def captives_named(world: World) -> Iterator[Finding]:
    """No person is named who is a prisoner, missing or a minor."""
    for actor in world.actors.values():
        if actor.type is not ActorType.PERSON:
            continue
        for text in _versions(actor.description):
            found = _NAMED.search(text)
            if found is not None:
                message = f"`{found[0]}`: prisoners, missing people and minors are not named, whoever else names them"
                yield Finding(problems.CAPTIVE_NAMED, actor, ("description",), message, needle=found[0])


def _versions(text: Text | None) -> Iterator[str]:
    if text is not None:
        yield from (version for _, version in text.versions)
