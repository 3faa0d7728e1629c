"""The texts that scripts show. Pages hold them as data, so that catalogues translate them like all others."""

from collections.abc import Iterator, Mapping
from itertools import chain

from babel import Locale

from site_builder import edtf
from site_builder.languages import Message, say, say_n, translations
from site_builder.pages.context import Here, made_once
from site_builder.pages.selection import DIMENSIONS, dimensions_of

Texts = str | Mapping[str, str]
"""A text with fields, `{from} to {to}`; of one that counts, each of its forms by CLDR's category of the number;
of some that belong together, each by its name."""

_OF_DRAWINGS: Mapping[str, Message] = {
    "stage": say("Timeline of events"),
    "keys": say(
        "The left and right arrow keys move from event to event, up and down to another lane if there is one. Plus and "
        "minus zoom; Home and End go to the first and the last event. Enter opens an event, Escape leaves the timeline."
    ),
    "closer": say("Zoom in"),
    "farther": say("Zoom out"),
    "whole": say("Whole period"),
    "period": say("{from} to {to}", **{"from": "{from}", "to": "{to}"}),
    "others": say("Others"),
    "failed": say("The events could not be loaded."),
    "events": say_n("{n} event", "{n} events", 1),
    "longer": say_n("{n} longer one", "{n} longer ones", 1),
    "links": say_n("{n} link", "{n} links", 1),
    "disagree": say_n("{n} claim disputed", "{n} claims disputed", 1),
}
_OF_FILTERS: Mapping[str, Message] = {
    "hint": say("Click an event, or use the arrow keys."),
    "hintTouch": say("Tap an event."),
    "filters": say("Filters"),
    "chosen": say("Chosen filters"),
    "clearOne": say("Clear: {filter}", filter="{filter}"),
    "clearAll": say("Clear all"),
    "find": say("Find in {list}", list="{list}"),
    "text": say("Text"),
    "findEvents": say("Find events"),
    "unknownValue": say("unknown: {id}", id="{id}"),
    "noValue": say("Nothing to choose."),
    "periodFilter": say("Period"),
    "from": say("From"),
    "to": say("To"),
    "dates": say("Write 2024, 2024-07, 2024-07-27 or {day}; -0043 is 44 BCE.", day="{day}"),
    "noDate": say("{field}: “{date}” is no date.", field="{field}", date="{date}"),
    "reversed": say("From ({from}) is after To ({to}).", **{"from": "{from}", "to": "{to}"}),
    "show": say("Show"),
    "disputedOnly": say("Disputed only"),
    "hasCounts": say("Has counts"),
    "withPredecessors": say("With predecessors"),
    "lanes": say("Lanes by"),
    "byThread": say("Thread"),
    "byActor": say("Actor"),
    "byKind": say("Kind"),
    "byNone": say("None"),
    "nothing": say("No event fits all filters."),
    "nothingThen": say("No event is in this period."),
    "loosen": say("Without {filter}: {events}", filter="{filter}", events="{events}"),
    "shown": say("{n} of {all}", n="{n}", all="{all}"),
    "more": say("Show more"),
    "inferred": say("{bounds}, from the order of events", bounds="{bounds}"),
}
_OF_AS_OF: Mapping[str, Message] = {
    "dayHint": say(
        "Shows what had been said by a day, such as 2024-07-30. A claim counts from the last day on which it can have "
        "been said; one without a date is always shown, and marked."
    ),
    "state": say("On {day}: {known}", day="{day}", known="{known}"),
    "claimsKnown": say_n(
        "{known} of {n} claim had been made.", "{known} of {n} claims had been made.", 1, known="{known}"
    ),
    "eventsKnown": say_n("{known} of {n} event had begun.", "{known} of {n} events had begun.", 1, known="{known}"),
    "later": say_n("{n} came later.", "{n} came later.", 1),
    "undated": say_n("{n} has no date of saying and is shown.", "{n} have no date of saying and are shown.", 1),
    "claims": say_n("{n} claim", "{n} claims", 1),
    "events": say_n("{n} event", "{n} events", 1),
    "sources": say_n("{n} source", "{n} sources", 1),
    "further": say_n("{n} more", "{n} more", 1),
    "singles": say_n("Other counts, by one claim each ({n})", "Other counts, by one claim each ({n})", 1),
    "again": say_n("{n} claim says the same", "{n} claims say the same", 1),
    "writtenLater": say("Written later"),
    "writtenLaterOf": say("Written later: {what}", what="{what}"),
    "noDay": say("This is no day. Write it as 2024-07-30."),
}
_OF_MAP: Mapping[str, Message] = {
    "map": say("Map of the events"),
    "mapKeys": say(
        "The arrow keys move the map, plus and minus zoom, Home shows the whole map. The tab key leads on to the "
        "places in sight; Enter opens one, and brings a number of places nearer. Escape closes what is open."
    ),
    "wholeMap": say("Whole map"),
    "kilometres": say("{distance} km", distance="{distance}"),
    "places": say_n("{n} place", "{n} places", 1),
    "at": say("{events} at {places}", events="{events}", places="{places}"),
    "elsewhere": say_n("{n} event has no place on the map", "{n} events have no place on the map", 1),
    "several": say("{places}, {events}: bring nearer", places="{places}", events="{events}"),
    "onePlace": say("{place}: {events}", place="{place}", events="{events}"),
    "unsure": say("place not established"),
    "placePage": say("All about the place"),
    "opened": say("What happened here"),
    "close": say("Close"),
}
_OF_SINCE: Mapping[str, Message] = {
    "sinceDay": say("Since {day}:", day="{day}"),
    "sinceVisit": say("Since your last visit, on {day}:", day="{day}"),
    "added": say_n("{n} addition", "{n} additions", 1),
    "corrected": say_n("{n} correction", "{n} corrections", 1),
    "andMore": say_n("and {n} more", "and {n} more", 1),
    "nothingNew": say("nothing was added."),
    "noDay": say("This is no day. Write it as 2024-07-30."),
}
_NUMBERS = (*range(201), 1_000, 1_000_000)
"""Among them are numbers of every category that whole numbers have in any language."""
_YEAR_BCE = 8888
"""Its digits are nowhere else in its name."""


@made_once
def words_of_drawings(here: Here) -> Mapping[str, Texts]:
    """What is said where events are drawn, by the name of each text."""
    return {**words_of_messages(_OF_DRAWINGS, here.site.language), "before": words_before_our_era(here)}


@made_once
def words_of_timeline(here: Here) -> Mapping[str, Texts]:
    """The same, and what is said where events are chosen."""
    dimensions = dimensions_of(here.chronicle)
    return {
        **words_of_drawings(here),
        **words_of_messages(_OF_FILTERS, here.site.language),
        "dimensions": {name: here.translate(DIMENSIONS[name]) for name in dimensions},
    }


@made_once
def words_of_map(here: Here) -> Mapping[str, Texts]:
    """What is said on the map, where events are chosen too."""
    return {**words_of_timeline(here), **words_of_messages(_OF_MAP, here.site.language)}


def words_before_our_era(here: Here) -> str:
    """A year before our era, with `{year}` in the place of its number."""
    return edtf.words_of_year(1 - _YEAR_BCE, here.site.language).replace(str(_YEAR_BCE), "{year}")


@made_once
def words_of_since(here: Here) -> Mapping[str, Texts]:
    """What is said where a reader asks what is new."""
    return words_of_messages(_OF_SINCE, here.site.language)


@made_once
def words_of_as_of(here: Here) -> Mapping[str, Texts]:
    """What is said where a reader picks a day to see what was known then."""
    return {**words_of_messages(_OF_AS_OF, here.site.language), "before": words_before_our_era(here)}


def words_of_messages(messages: Mapping[str, Message], language: str) -> Mapping[str, Texts]:
    """Messages by name, with the forms of those that count."""
    gettext = translations(language).gettext
    return {
        name: dict(_forms(message, language)) if message.plural else gettext(message.template)
        for name, message in messages.items()
    }


def _forms(message: Message, language: str) -> Iterator[tuple[str, str]]:
    """The forms of a text that counts. There is always one called `other`: fractions have it, and unknown numbers."""
    catalogue = translations(language)
    category_of = Locale.parse(language.replace("-", "_")).plural_form
    by_category = {category_of(number): number for number in reversed(_NUMBERS)}
    for category, number in chain([("other", _NUMBERS[-1])], by_category.items()):
        yield category, catalogue.ngettext(message.template, message.plural, number)
