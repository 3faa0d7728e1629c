"""The words by which numbers of people killed, wounded or captured are told, in English, French, Ukrainian and Arabic.

All are without capitals; Arabic is without vowel signs.
"""

from __future__ import annotations

import re

STEMS = (
    *("kill", "dead", "died", "death", "fatalit", "wound", "injur", "captur", "captive", "casualt", "slain", "murder"),
    *("prisoner", "pows", "hostage", "corpse", "bodies", "execut", "massacr", "behead", "perish", "lives", "victim"),
    *("missing", "toll", "loss", "lost", "loses", "kia", "wia"),
    *("tue", "tué", "mort", "décès", "décéd", "bless", "prisonnier", "otage", "cadavre", "exécut", "péri", "vie"),
    *("disparu", "perte", "perd", "bilan"),
    *("вбит", "убит", "вбива", "убива", "загин", "загибл", "поранен", "полон", "заручник", "мертв", "жертв"),
    *("страт", "страч", "ліквід", "зникл", "втрат"),
    *("قتل", "قتيل", "قتلى", "مقتل", "جرح", "جريح", "إصاب", "مصاب", "أسر", "أسير", "ضحايا", "وفاة", "مصرع", "رهائن"),
)
"""What every text with such a number contains: looked for first, because that is cheap."""

_HARMED_NOUNS = (
    r"deaths?|fatalit(?:y|ies)|killings?|prisoners?|captives?|pows|casualt(?:y|ies)|hostages?|corpses?|bodies|victims?|lives"
    r"|losses|toll"
    r"|décès|prisonni(?:er|ère)s?|otages?|cadavres?|victimes?|pertes?|bilan"
    r"|полон|заручник\w*|жертв\w*|втрат(?:и|ах)?"
)
NOUNS = re.compile(_HARMED_NOUNS)
"""Of the words for what was done, those that count only what stands right before them."""
HARMED = re.compile(
    rf"{_HARMED_NOUNS}"
    r"|kill(?:s|ed|ing)?|dead|died|wound(?:s|ed|ing)|injure[sd]|captur(?:es|ed)|slain|murder(?:s|ed)|execut(?:es|ed)"
    r"|massacred|beheaded|perished|missing|kia|wia"
    r"|tuée?s?|tue|tuent|bless(?:e|ent)|morte?s?|décédée?s?|blessée?s?|capturée?s?|exécutée?s?|massacrée?s?|disparue?s?"
    r"|péri|vie"
    r"|[ву]бит(?:о|ий|а|і|их|ими)|[ву]бива(?:є|ють|ла|ло|ли|в)|загинул[аои]|загинув|загибл\w+|поранен\w+|\w*полонен\w+"
    r"|мертв\w+|страчен\w+|стратил[аи]|ліквід(?:овано|овані|ували|увала|ував)|зникл(?:их|і)"
    r"|(?:[وفبل]|ال|وال)?(?:[يت]?قتل(?:ت|وا|ى|اهم|ا)?|مقتل|قتيل(?:ا|ة|ين)?|جرح(?:ى|ت|وا)?|جريح(?:ا|ة|ين)?|إصابة|أصيب|مصاب(?:ا|ين|ون)?"
    r"|أسر(?:ى|ت|وا)?|أسير(?:ا|ين)?|ضحايا|ضحية|وفاة|مصرع|رهائن|رهينة)"
)
"""What was done to people."""

_TENS_FR = r"vingts?|trente|quarante|cinquante|soixante"
_UNITS_FR = (
    r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|cents?|mille"
    rf"|{_TENS_FR}"
)
NUMBER = re.compile(
    r"\d+(?:[.,'’\u00a0\u202f]\d{3})+|\d+(?:[–-]\d+)?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|dozens?|tens|scores|hundreds?|thousands?"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|cents?|mille"
    rf"|{_TENS_FR}|(?:{_UNITS_FR})(?:-et)?(?:-(?:{_UNITS_FR}))+"
    r"|milliers?|(?:d|quinz|vingt|trent|quarant|cinquant|soixant|cent)i?z?aines?|douzaines?"
    r"|дв[аіо]є?|двох|двоє|троє|трьох|три|чотири|четверо|чотирьох|п[’']ят(?:ь|еро|ьох)|ш[іе]ст(?:ь|еро|и)|с[іе]м(?:ь|еро|и)?"
    r"|в[іо]с[іь]м(?:еро|и|а)?|дев[’']ят(?:ь|еро|и)|десят(?:ь|еро|ки|ків|и)|\w+надцят(?:ь|еро|и)|двадцят\w+|тридцят\w+"
    r"|сорок\w*|п[’']ятдесят\w*|шістдесят\w*|сімдесят\w*|вісімдесят\w*|дев[’']яносто|двісті|(?:три|чотири)ста"
    r"|(?:п[’']ят|шіст|сім|вісім|дев[’']ят)сот|сот(?:ня|ні|ень)|сто|тисяч\w*"
    r"|[وفبل]?(?:ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني?ة?|تسعة?|عشرة?|عشرات|مئات|مئة|مائة|آلاف|ألف|عشر(?:ون|ين)|ثلاث(?:ون|ين)|أربع(?:ون|ين)"
    r"|خمس(?:ون|ين)|ست(?:ون|ين)|سبع(?:ون|ين)|ثمان(?:ون|ين)|تسع(?:ون|ين))"
)
ONE = re.compile(r"one|single|un|один|одного|одна")
"""What is a number only before a word for people; in French, only before one that says what was done."""
PEOPLE = re.compile(
    r"soldiers?|fighters?|men|women|people|persons?|civilians?|troops|mercenar(?:y|ies)|officers?|policem[ae]n|rebels?|servicem[ae]n"
    r"|villagers?|residents?|children|child|members|militants?|personnel|russians?|ukrainians?|malians?|lives|prisoners?"
    r"|soldats?|combattants?|hommes?|femmes?|personnes?|civils?|militaires?|mercenaires?|rebelles?|habitants?|enfants?|russes?"
    r"|maliens?|morts?|tuée?s?|blessée?s?|disparue?s?|prisonniers?"
    r"|солдат\w*|військов\w+|бійц\w+|бо[єї][цв]\w*|людин\w*|людей|осіб|особ[аи]|цивільн\w+|найман\w+|вагнерівц\w+|росіян\w*|чоловік\w*"
)
LOSING = re.compile(r"lost|loses?|losing|perdu|perd|perdent|втратил[аио]|втратив|втрачає")
PASSIVE = re.compile(
    r"was|were|has|have|had|are|is|died|perished|ont|a|avaient|été|sont|étaient|було|були|загинул[аио]|killed"
)
"""How a sentence goes on behind an aside about those to whom something was done."""

NOT_PEOPLE = re.compile(
    r"(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|січ\w+|лют\w+|берез\w+|квіт\w+|трав\w+|черв\w+|лип\w+|серп\w+|верес\w+|жовт\w+|листопад\w*|груд\w+"
    r"|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    r"|per|percent|pour|km|kilomet\w+|kilomèt\w+|metres?|mètres?|miles?|км|кілометр\w*|كيلومتر\w*|كلم"
    r"|[ap]m|h|gmt|utc|o['’]clock"
    r"|days?|weeks?|months?|years?|hours?|minutes?|times?|decades?|jours?|semaines?|mois|ans?|années?|heures?|fois"
    r"|дн\w+|тиж\w+|місяц\w+|рок\w+|годин\w*|раз\w*|يوما?|أيام|أسابيع|أشهر|شهرا?|سنوات|عاما?|ساعات?|مرات"
    r"|villages?|towns?|cit(?:y|ies)|places?|regions?|areas?|countries|districts?|sites?|camps?|bases?|posts?|positions?|fronts?"
    r"|outposts?|barracks|checkpoints?|airports?|bridges?|houses|homes|mines?|wells"
    r"|villes?|pays|régions?|localités?|сел\w*|міст\w*|країн\w*|област\w*|قرى|مدن|مناطق|دول"
    r"|attacks?|strikes?|ambush(?:es)?|battles?|raids?|explosions?|incidents?|clashes|operations?|videos?|pictures?|photos?"
    r"|attaques?|frappes?|embuscades?|combats?|vidéos?|атак\w*|удар\w*|бо[їя](?:х|м|ми)?|відео|هجمات|غارات"
    r"|vehicles?|carriers?|trucks?|pickups?|cars?|tanks?|rifles?|mortars?|guns?|aircraft|planes?|jets?|helicopters?|drones?|weapons?"
    r"|btrs?|bmps?|apcs?|motorcycles?|motos?|flags?|tons?|tonnes?|véhicules?|armes?|drapeaux|hélicoptères?|машин\w*|танк\w*|прапор\w*"
    r"|مركبات?|آليات?|سيارات?|طائرات?|دبابات?"
    r"|sides?|groups?|statements?|sources?|reports?|counts?|figures?|claims?|governments?|states?|others?|accounts?|witness(?:es)?"
    r"|officials?|belligerents?|envoys?|delegations?|ministers?|presidents?|newspapers?|experts?|speakers?|spokes\w+"
    r"|groupes?|déclarations?|bilans?|témoins?|ministres?|сторон\w*|груп\w*|заяв\w*|свідк\w+|مصادر|شهود|بيانات"
)
LABELS = re.compile(
    r"articles?|resolutions?|protocols?|highways?|routes?|roads?|gtia|class|versions?|phases?|chapters?|pages?|paragraphs?|channels?"
    r"|flights?|brigades?|regiments?|battalions?|divisions?|companies|company|detachments?|sections?|numbers?|aged?|annex"
    r"|статт\w+|резолюц\w+|бригад\w+|полк\w*|المادة|القرار|اللواء|الكتيبة|الساعة"
)
"""What a number after it only names, or tells the time or the age of."""

LIVES = frozenset(("lives", "vie"))
"""Lost only where a number stands before it: `fifty lives`."""
OF = frozenset(("of", "de", "des", "du", "d", "among", "parmi", "з", "із", "من"))
ABOUT = OF | {"about", "on", "with", "for", "to", "that", "in", "at", "from", "sur", "avec", "pour", "que", "про", "з"}
"""Words behind which a noun is not counted by what stands before them: `two ministers speak of prisoners`."""
DYING = frozenset(("died", "mort", "morte", "décédé", "décédée"))
AGE = frozenset(("at", "à", "age", "of", "l", "âge", "de", "the"))
"""What stands between a death and an age: `died at the age of 58`."""
DETERMINERS = frozenset(("the", "its", "their", "his", "her", "our", "les", "des", "leurs", "ses", "nos"))
"""`the dead` and `their wounded` are not counted by a number that stands before them, unless as `12 of the dead`."""
DOERS = frozenset(("by", "par", "від"))
"""`killed by two men` counts who did it."""
TRANSITIVE = frozenset(
    (
        *("kill", "kills", "killed", "wounded", "injured", "captured", "executed", "murdered", "massacred", "beheaded"),
        *("tué", "tue", "tuent", "blessé", "capturé", "exécuté", "massacré"),
    )
)
TO_SOMEBODY = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "some", "several", "un", "une", "le", "la", "les", "des")
)
"""After a transitive word, those to whom it was done; then a number before it counts who did it."""
