"""Finds numbers of people killed, wounded or captured in prose, in English, French and Ukrainian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_STEMS = (
    *("kill", "dead", "died", "death", "fatalit", "wound", "injur", "captur", "prisoner", "captive", "casualt"),
    *("hostage", "corpse", "bodies", "tue", "tué", "mort", "décès", "décéd", "bless", "prisonnier", "otage", "cadavre"),
    *("вбит", "убит", "вбива", "убива", "загин", "загибл", "поранен", "полонен", "заручник", "мертв", "жертв"),
)
"""What every text with such a number contains: looked for first, because that is cheap."""
_HARMED = re.compile(
    r"kill(?:s|ed|ing|ings)?|dead|died|deaths?|fatalit(?:y|ies)|wound(?:s|ed|ing)|injure[sd]|captur(?:es|ed)|prisoners?|captives?|casualt(?:y|ies)"
    r"|hostages?|corpses?|bodies"
    r"|tuée?s?|tue|tuent|bless(?:e|ent)|morte?s?|décès|décédée?s?|blessée?s?|capturée?s?|prisonni(?:er|ère)s?|otages?|cadavres?"
    r"|[ву]бит(?:о|ий|а|і|их|ими)|[ву]бива(?:є|ють|ла|ло|ли|в)|загинул[аои]|загинув|загибл\w+|поранен\w+|полонен\w+|заручник\w*|мертв\w+|жертв\w*"
)
_NUMBER = re.compile(
    r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens?|scores|hundreds?|thousands?"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix(?:-\w+)?|onze|douze|treize|quatorze|quinze|seize"
    r"|(?:vingt|trente|quarante|cinquante|soixante)(?:-\w+)*|cents?|mille|milliers?|centaines?|douzaines?"
    r"|(?:d|quinz|vingt|trent|quarant|cinquant|soixant)i?z?aines?"
    r"|дв[аіо]є?|двох|троє|трьох|три|чотири|четверо|чотирьох|п[’']ят(?:ь|еро|ьох)|ш[іе]ст(?:ь|еро|и)|с[іе]м(?:ь|еро|и)?"
    r"|в[іо]с[іь]м(?:еро|и|а)?|дев[’']ят(?:ь|еро|и)|десят(?:ь|еро|ки|ків|и)|\w+надцят(?:ь|еро|и)|двадцят\w+|тридцят\w+"
    r"|сорок\w*|п[’']ятдесят\w*|сот(?:ня|ні|ень)|сто|тисяч\w*"
)
_NOT_PEOPLE = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-zû]*|may"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|січ\w+|лют\w+|берез\w+|квіт\w+|трав\w+|черв\w+|лип\w+|серп\w+|верес\w+|жовт\w+|листопад\w*|груд\w+"
    r"|%|per|percent|pour|km|kilomet\w+|kilomèt\w+|metres?|mètres?|miles?|км|кілометр\w*"
    r"|days?|weeks?|months?|years?|hours?|minutes?|times?|decades?|jours?|semaines?|mois|ans?|années?|heures?|fois"
    r"|дн\w+|тиж\w+|місяц\w+|рок\w+|годин\w*|раз\w*"
    r"|villages?|towns?|cit(?:y|ies)|places?|regions?|areas?|countries|districts?|sites?|camps?|bases?|posts?|positions?"
    r"|villes?|pays|régions?|localités?|сел\w*|міст\w*|країн\w*|област\w*"
    r"|attacks?|strikes?|ambush(?:es)?|battles?|raids?|explosions?|incidents?|clashes|operations?|videos?|pictures?"
    r"|attaques?|frappes?|embuscades?|combats?|vidéos?|атак\w*|удар\w*|бо[їєя]\w*|відео"
    r"|vehicles?|carriers?|trucks?|pickups?|cars?|tanks?|rifles?|mortars?|aircraft|helicopters?|drones?|weapons?|tons?|tonnes?|véhicules?|armes?|машин\w*"
    r"|sides?|groups?|statements?|sources?|reports?|counts?|figures?|claims?|governments?|states?|others?|accounts?"
    r"|camps|groupes?|déclarations?|bilans?|сторон\w*|груп\w*|заяв\w*"
)
_ACTIVE = ("kill", "kills", "killed", "wounded", "injured", "captured", "tué", "tue", "tuent", "blessé", "capturé")
"""Words after which somebody may stand to whom it was done; then a number before them counts who did it."""
_TO_SOMEBODY = (
    "a",
    "an",
    "the",
    "his",
    "her",
    "its",
    "their",
    "some",
    "several",
    "un",
    "une",
    "le",
    "la",
    "les",
    "des",
)
_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})+|[\w%]+(?:['’-]\w+)*|[^\w\s]")
_BETWEEN = 4
"""Words that may stand between a number and what it counts."""


_LONGEST = 24
"""Characters of the longest number that anybody writes."""


class Count(NamedTuple):
    """A number of people killed, wounded or captured."""

    offset: int
    """Where the number begins in the text."""
    number: str
    """As written."""
    harmed: str
    """The word that says what was done to them."""


def find_counts(text: str) -> Iterator[Count]:
    """Numbers of people killed, wounded or captured, in order; years, dates, distances and things are not counted."""
    folded = text.casefold()
    if not any(stem in folded for stem in _STEMS):
        return
    tokens = [(found[0], found.start()) for found in _TOKEN.finditer(folded)]
    for at, (token, offset) in enumerate(tokens):
        if len(token) <= _LONGEST and _NUMBER.fullmatch(token) and _counts_people(tokens, at):
            harmed = _after(tokens, at) or _before(tokens, at)
            if harmed is not None:
                yield Count(offset, text[offset : offset + len(token)], harmed)


_Tokens = list[tuple[str, int]]


def _counts_people(tokens: _Tokens, at: int) -> bool:
    token = tokens[at][0]
    if re.fullmatch(r"(?:1[89]|20)\d\d", token):
        return False
    around = [word for word, _ in tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 4]]
    return not any(_NOT_PEOPLE.fullmatch(word) for word in around)


def _after(tokens: _Tokens, at: int) -> str | None:
    """What was done, where it stands after the number: `84 fighters were killed`."""
    for place in range(at + 1, min(len(tokens), at + 2 + _BETWEEN)):
        word = tokens[place][0]
        if not word[0].isalnum():
            return None
        if _HARMED.fullmatch(word):
            following = tokens[place + 1][0] if place + 1 < len(tokens) else ""
            does = word in _ACTIVE and (following in _TO_SOMEBODY or _NUMBER.fullmatch(following))
            return None if does else word
    return None


def _before(tokens: _Tokens, at: int) -> str | None:
    """What was done, where it stands before the number: `killed at least 84`, `dead: 84`."""
    for place in range(at - 1, max(-1, at - 2 - _BETWEEN), -1):
        word = tokens[place][0]
        if not word[0].isalnum() and word not in (":", "(", "~"):
            return None
        if _HARMED.fullmatch(word):
            return word
    return None
