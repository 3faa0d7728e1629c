"""Words that take a side, and what to write in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from site_builder import problems
from site_builder.checking.findings import Finding
from site_builder.checking.losses import MOST_OF_A_TEXT
from site_builder.checking.quotations import own_words
from site_builder.checking.world import World
from site_builder.linking.mentions import names_of

_FIGHTERS = "`fighters`, or the group's name"
_COMBATTANTS = "`combattants`, or the group's name"
_PEOPLE = r"(?:terrorists|militants|fighters|rebels|insurgents|soldiers|troops|men|leaders?|commanders?|members)"
_PEOPLE_FR = r"(?:terroristes|combattants|rebelles|soldats|militaires|hommes|chefs?|jihadistes|djihadistes|membres)"
_NEUTRAL_REGIME = "".join(
    f"(?<!{which} )" for which in ("sanctions", "legal", "visa", "border", "tax", "customs", "ceasefire", "treaty")
)
_LOCALITE = r"(?:ville|village|localité|camp|base|position)"


class _Loaded(NamedTuple):
    stem: str
    """What every form of it contains, without capitals: looked for first, because that is cheap."""
    forms: str
    neutral: str


_WORDS = (
    _Loaded("neutrali", r"neutrali[sz](?:ed?|es|ing|ation)", "`killed` or `captured`, as the source says"),
    _Loaded("liberat", r"liberat(?:ed?|es|ing|ion)", "`taken`, or `released` of people"),
    _Loaded("terroris", r"(?<!anti-)(?<!counter-)(?<!anti)(?-i:(?<!Foreign ))terrorists?", _FIGHTERS),
    _Loaded("martyr", r"martyr(?:s|ed|dom)?(?!['’]? (?:Square|Bridge|Day|Avenue))", "`killed`"),
    _Loaded("eliminat", r"eliminat(?:ed|es|ing)(?= (?:\w+ ){0,3}" + _PEOPLE + r"\b)", "`killed`"),
    _Loaded("liquidat", r"liquidat(?:ed|es|ing)(?= (?:\w+ ){0,3}" + _PEOPLE + r"\b)", "`killed`"),
    _Loaded(
        "iminated",
        _PEOPLE + r"(?: [\w-]+){0,2} (?:was|were|been|are|get|got) eliminated",
        "`killed`",
    ),
    _Loaded("iquidated", _PEOPLE + r"(?: [\w-]+){0,2} (?:was|were|been|are|get|got) liquidated", "`killed`"),
    _Loaded("slaughter", r"slaughter(?:ed|s|ing)?", "`killed`"),
    _Loaded("butcher", r"butcher(?:ed|s|ing)", "`killed`"),
    _Loaded("mop", r"mop(?:ped|ping)?[ -]up", "`search`"),
    _Loaded("cleans", r"cleansing operations?", "`search`"),
    _Loaded("bandits", r"bandits", "`armed men`"),
    _Loaded("thug", r"thugs?", "`armed men`"),
    _Loaded(
        "regime",
        _NEUTRAL_REGIME + r"regimes?(?! change)(?! of (?:sanctions|prisoners|visas))",
        "`government`, or `authorities`",
    ),
    _Loaded("puppet", r"puppets?(?! (?:shows?|theat))", "who they are"),
    _Loaded("called", r"so[- ]called", "who calls it so"),
    _Loaded("freedom fighter", r"freedom fighters?", "`fighters`"),
    _Loaded("occupiers", r"occupiers", "whose forces they are"),
    _Loaded("invaders", r"invaders", "whose forces they are"),
    _Loaded("heroic", r"heroic(?:ally)?", "what was done"),
    _Loaded("cowardly", r"cowardly", "what was done"),
    _Loaded("barbar", r"barbar(?:ic|ous)", "what was done"),
    _Loaded("neutralis", r"neutralis(?:ée?s?|er|és|ations?)", "`tué` or `capturé`, as the source says"),
    _Loaded("libér", rf"libér(?:ée?s?|er|ation)(?= (?:de |du |d['’])?(?:l[ae'’] ?)?{_LOCALITE}\b)", "`pris`"),
    _Loaded("libér", rf"{_LOCALITE}(?: [\w-]+){{0,2}}(?: a été| est| fut| ont été)? libérée?s?", "`pris`"),
    _Loaded("gat", r"(?-i:GATs?)", _COMBATTANTS),
    _Loaded("terroriste", r"(?<!anti-)(?<!anti)terroristes?", _COMBATTANTS),
    _Loaded("martyr", r"(?:martyrs?|martyre)(?!['’]? (?:Square|Bridge|Day|Avenue))", "`tué`"),
    _Loaded("élimin", r"éliminée?s?", "`tué`"),
    _Loaded("élimine", r"élimine(?:nt)?(?= (?:[\w-]+ ){0,3}" + _PEOPLE_FR + r"\b)", "`tue`"),
    _Loaded("lâche", r"lâches?(?= (?:attaque|attentat))|(?<=attaque )lâche|(?<=attentat )lâche", "what was done"),
    _Loaded("nettoyage", r"(?:opérations? de )?nettoyage", "`fouille`"),
    _Loaded("malfaiteur", r"malfaiteurs", "`hommes armés`"),
    _Loaded("égorgeur", r"égorgeurs", "`hommes armés`"),
    _Loaded(
        "régime",
        r"régimes?(?= (?:militaire|putschiste|du |de (?:l['’]ancien|la junte|transition|(?-i:[A-ZÉ]))))",
        "`gouvernement`, or `autorités`",
    ),
    _Loaded("soi-disant", r"soi-disant", "who calls it so"),
    _Loaded("héroïque", r"héroïques?|héroïquement", "what was done"),
    _Loaded("barbar", r"barbares?|barbarie", "what was done"),
    _Loaded("терорист", r"терорист\w*", "`бійці`, or the group's name"),
    _Loaded("нейтраліз", r"нейтраліз\w+", "`убито` or `захоплено`, as the source says"),
    _Loaded("ліквід", r"ліквід(?:ован|ува)\w*", "`убито`"),
    _Loaded("визвол", r"визвол(?:ен|ил|ит|яє|яют)\w*(?! Азавад)", "`зайнято`"),
    _Loaded("звільн", r"звільн\w+(?= (?:від|міст|сел[оаи]|населен))", "`зайнято`"),
    _Loaded("окупант", r"окупант\w*", "whose forces they are"),
    _Loaded("загарбник", r"загарбник\w*", "whose forces they are"),
    _Loaded("рашист", r"рашист\w*", "whose forces they are"),
    _Loaded("орк", r"орк(?:и|ів|ам|ами|ах)", "whose forces they are"),
    _Loaded("геро", r"героїчн\w+", "what was done"),
    _Loaded("бойовик", r"бойовик\w*", "`бійці`"),
    _Loaded("карател", r"карател\w+", "`бійці`"),
    _Loaded(
        "режим",
        r"(?:московськ|російськ|київськ|маріонетков|військов|малійськ|злочинн)\w+ режим\w*"
        r"|режим\w*(?= (?-i:[А-ЯІЇЄҐ]))",
        "`уряд`",
    ),
    _Loaded("إرهابي", r"(?:[وفبل]?ال|[وفبل]|لل)?إرهابي\w*", "`مقاتلين`, or the group's name"),
    _Loaded("تحييد", r"[وب]?تحييد", "`قتل` or `أسر`, as the source says"),
    _Loaded("شهد", r"ا?ستشهد\w*", "`قتل`"),
    _Loaded("شهاد", r"[وب]?استشهاد", "`مقتل`"),
    _Loaded("شهيد", r"(?:[وب]?ال|[وب])?شهيد\w*", "`قتيل`"),
)
_FORMS = tuple((word.stem, re.compile(rf"\b(?:{word.forms})(?!\w)", re.IGNORECASE), word.neutral) for word in _WORDS)
_DESIGNATED = re.compile(
    r"(?:designat|list|proscri|sanction|désign|inscri|визнан)\w*\W(?:[^.;]{0,60}\W)?$", re.IGNORECASE
)
_IN_NAMES = re.compile(r"lib[eé]ration|martyrs?|визвол\w*|freedom fighters?|regime|régime", re.IGNORECASE)
"""What of these is part of names: in a headline other words have capitals too, and still take a side."""
_FREED = re.compile(r"\blib[éè]r\w*", re.IGNORECASE)
_OF_A_PLACE = re.compile(r"^ (?:la ville )?(?:de |du |d['’])?")
_WAS = re.compile(r"(?: (?:a été|est|fut|sera))? $")
_SENTENCE_END = (".", "!", "?", ":", "…")
_LOOK_BACK = 90
"""Characters before a word that say what it is part of."""
_NAMES = ("name", "names", "aliases")


def loaded_words(world: World) -> Iterator[Finding]:
    """Loaded words stand only inside quotations: the chronicle's own words take no side."""
    places = tuple({name for place in world.places.values() for name in names_of(place)})
    for record, path, text in world.texts:
        if path[0] in _NAMES:
            continue
        for found, neutral in islice(_find(text, places), MOST_OF_A_TEXT):
            message = f"`{found[0]}` takes a side: write {neutral}, or quote whoever says it"
            occurrence = text[: found.start()].count(found[0])
            yield Finding(problems.LOADED_WORD, record, path, message, needle=found[0], occurrence=occurrence)


def _find(text: str, places: tuple[str, ...] = ()) -> Iterator[tuple[re.Match[str], str]]:
    """Loaded words in the chronicle's own words, each with what to write in its place."""
    folded = text.casefold()
    own: str | None = None
    seen: set[int] = set()
    for stem, forms, neutral in _FORMS:
        if stem not in folded:
            continue
        own = own_words(text) if own is None else own
        for found in forms.finditer(own):
            if found.start() not in seen and not _is_name(own, found) and not _is_designation(own, found):
                seen.add(found.start())
                yield found, neutral
    if places and "lib" in folded:
        own = own_words(text) if own is None else own
        for found in _FREED.finditer(own):
            if found.start() not in seen and _frees_a_place(own, found, places):
                yield found, "`pris` or `prise`"


def _frees_a_place(text: str, found: re.Match[str], places: tuple[str, ...]) -> bool:
    """Whether French `libération` is of a place: people are freed too, and that takes no side."""
    after = _OF_A_PLACE.sub("", text[found.end() : found.end() + _LOOK_BACK], count=1)
    before = _WAS.sub("", text[max(0, found.start() - _LOOK_BACK) : found.start()], count=1)
    return after.startswith(places) or before.endswith(places)


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word that names bear stands with a capital within a sentence, as in `Azawad Liberation Front`."""
    before = text[max(0, found.start() - _LOOK_BACK) : found.start()].rstrip()
    is_capital = found[0][0].isupper() and bool(before) and not before.endswith(_SENTENCE_END)
    return is_capital and _IN_NAMES.fullmatch(found[0]) is not None


def _is_designation(text: str, found: re.Match[str]) -> bool:
    """Whether it says what an authority designated somebody as, which is a fact about the authority."""
    is_word = "terrorist" in found[0].casefold() or "терорист" in found[0].casefold()
    return is_word and _DESIGNATED.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]) is not None
