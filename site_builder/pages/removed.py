"""The page of a record that was removed for privacy: that it was, on which day and why, and nothing that it said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.languages import Message, say
from site_builder.linking import Removed
from site_builder.pages.addresses import TIMELINE, Redirect, record_address, year_address
from site_builder.pages.context import Here, PageLink, Site
from site_builder.pages.news import Change, link_to_log
from site_builder.reading import year_in_id
from site_builder.records import Kind

_TITLES: Mapping[Kind, Message] = {
    Kind.EVENT: say("Removed event"),
    Kind.ACTOR: say("Removed actor"),
    Kind.PLACE: say("Removed place"),
    Kind.SOURCE: say("Removed source"),
    Kind.THREAD: say("Removed thread"),
    Kind.QUESTION: say("Removed question"),
}


@dataclass(frozen=True, slots=True)
class RemovedPage:
    """All that is said where a record stood."""

    title: str
    description: str
    date: str
    """The day of the removal, in words."""
    reason: str
    """Why, in a sentence of a closed list."""
    log: PageLink
    """The log of corrections, which has the removal too."""

    @property
    def preview_title(self) -> str:
        return self.title


def removed_ids(site: Site) -> Iterator[str]:
    """The ids of the pages: the kind of each record and its id, `actor/john-doe`."""
    return (f"{one.kind}/{one.removal.id}" for one in reversed(site.chronicle.gone))


def removed_address(page_id: str) -> str:
    """The address that the record had."""
    kind, _, record_id = page_id.partition("/")
    return record_address(Kind(kind), record_id)


def redirects_of_removed(site: Site) -> Iterator[Redirect]:
    """The years of the timeline that had no other event, by what is left: the ids of those that were removed."""
    years = (year_in_id(record_id) for record_id in site.chronicle.removed[Kind.EVENT])
    for year in dict.fromkeys(years):
        if year is not None and year not in site.timeline.counts:
            yield Redirect(year_address(year), TIMELINE)


def view_removed(here: Here, page_id: str) -> RemovedPage:
    kind, _, record_id = page_id.partition("/")
    removal = here.chronicle.removed[Kind(kind)][record_id]
    return RemovedPage(
        title=title_of_removed(here, Kind(kind)),
        description="",
        date=here.words(removal.date),
        reason=here.gettext(removal.reason.definition),
        log=link_to_log(here),
    )


def title_of_removed(here: Here, kind: Kind) -> str:
    """What a removed record is called; its own title is gone."""
    return here.translate(_TITLES[kind])


def view_removal(here: Here, one: Removed) -> Change:
    """A removal among corrections."""
    link = PageLink(title_of_removed(here, one.kind), here.href(record_address(one.kind, one.removal.id)))
    return Change(link, here.say("removal"), Markup("{}").format(here.gettext(one.removal.reason.definition)))
