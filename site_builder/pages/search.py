"""The page that the search box leads to where nothing searches, and the words of the box."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.languages import Message, say, say_n
from site_builder.pages.addresses import TIMELINE, index_address
from site_builder.pages.context import Here, PageLink
from site_builder.pages.indexes import INDEXED
from site_builder.pages.record import LISTS
from site_builder.pages.script_words import Texts, words_before_our_era, words_of_messages
from site_builder.records import Kind
from site_builder.vocabulary import Standing

SEARCH = "search"
"""The address of the page."""
_WORDS: Mapping[str, Message] = {
    "results": say_n("{n} result", "{n} results", 1),
    "nothing": say("Nothing has all these words: {words}", words="{words}"),
    "more": say("Show more"),
    "all": say("All"),
    "year": say("Year"),
    "anyYear": say("Any year"),
    "also": say("Also: {names}", names="{names}"),
    "failed": say("The search cannot be loaded now."),
    "lists": say("All lists"),
    "hint": say("Names, places, words of a title"),
}
_GROUPS: Mapping[str, Message] = {
    "event": say("Events"),
    **{kind.value: LISTS[kind].title for kind in (Kind.ACTOR, Kind.PLACE, Kind.THREAD, Kind.QUESTION, Kind.SOURCE)},
    "page": say("About this site"),
}
"""What results are chosen by, in the order in which readers see it."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What its template needs."""

    title: str
    description: str
    lists: tuple[tuple[PageLink, int], ...]
    """All lists of records, and how many each has."""

    @property
    def preview_title(self) -> str:
        return self.title


def view_search(here: Here) -> SearchPage:
    """The page with all lists."""
    return SearchPage(here.say("Search"), "", tuple(_lists(here)))


def words_of_search(here: Here) -> Mapping[str, Texts]:
    """All that the search box says."""
    standings = here.chronicle.vocabulary.terms(Standing)
    return {
        **words_of_messages(_WORDS, here.site.language),
        "before": words_before_our_era(here),
        "groups": {name: here.translate(message) for name, message in _GROUPS.items()},
        "standings": {standing.value: here.gettext(standing.label) for standing in standings},
    }


def _lists(here: Here) -> Iterator[tuple[PageLink, int]]:
    for kind in (Kind.EVENT, *INDEXED):
        if number := len(here.chronicle.records(kind)):
            address = TIMELINE if kind is Kind.EVENT else index_address(kind)
            yield PageLink(here.translate(LISTS[kind].title), here.href(address)), number
