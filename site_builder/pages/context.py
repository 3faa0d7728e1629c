"""What every page needs to be made: the chronicle, the reader's language, and links from where the page stands."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.languages import Message, say, say_n, translate, translations
from site_builder.linking import ClaimKey
from site_builder.pages.addresses import Addresses, record_address
from site_builder.pages.data_files import DataFile
from site_builder.pages.dates import DateView, view_date
from site_builder.pages.foreign import Foreign, in_language
from site_builder.pages.hosting import Host
from site_builder.pages.paging import MOST
from site_builder.pages.plans import Plans
from site_builder.pages.prose import Citations, Prose
from site_builder.pages.source_names import SourceName, name_sources
from site_builder.pages.years import TimelinePlan, plan_timeline
from site_builder.records import Actor, Kind, Source, Text

P = ParamSpec("P")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class PageLink:
    """Words that lead somewhere; without `href` where there is no such page."""

    label: str
    href: str | None = None


_COUNTED: Mapping[str, Callable[[int], Message]] = {
    "event": lambda n: say_n("{n} event", "{n} events", n),
    "other event": lambda n: say_n("{n} other event", "{n} other events", n),
    "claim": lambda n: say_n("{n} claim", "{n} claims", n),
    "unnamed claim": lambda n: say_n(
        "{n} claim of people on its side whom no source names",
        "{n} claims of people on its side whom no source names",
        n,
    ),
    "attributed claim": lambda n: say_n("{n} attributed claim", "{n} attributed claims", n),
    "disputed claim": lambda n: say_n("{n} claim disputed", "{n} claims disputed", n),
    "other count": lambda n: say_n("{n} other count", "{n} other counts", n),
    "place": lambda n: say_n("{n} place", "{n} places", n),
    "source": lambda n: say_n("{n} source", "{n} sources", n),
}
"""What pages count."""


def number(language: str, n: int, noun: str) -> str:
    """A number with its noun: `3 events`."""
    return translate(_COUNTED[noun](n), language)


PageFinder = Callable[[str, str], str | None]
"""From the path of a page below docs/ and an anchor to its address below the site's root, with the anchor where the
page has it; None where there is no such page."""


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages of one build share."""

    chronicle: Chronicle
    addresses: Addresses
    language: str
    prose: Prose
    host: Host
    """Where the records are kept."""
    written: PageFinder
    """Finds the hand-written pages that the profile names."""
    name: str
    description: str
    """What the site is about, for previews of pages that say nothing of their own; may be empty."""
    url: str
    """The address at which the site is published, with a slash at the end; empty where nobody says it."""
    plans: Plans
    """The pages of the lists of records, and of the lists of all records of a kind."""
    timeline: TimelinePlan
    """The events of the timeline, and the pages on which they stand."""
    source_names: Mapping[str, SourceName]
    """What each source is called in lists, by its id."""
    data: tuple[DataFile, ...] = ()
    """What readers can take away, in the order of its list."""
    sizes: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    """How many bytes each of these files has, by its path, once it is written."""
    made: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What several pages show, by what makes it and of what; see `made_once`."""

    def choose(self, text: Text) -> tuple[str, str]:
        """A text for readers of the site, and the language it is in."""
        return text.choose(self.language, self.chronicle.profile.stated_language)

    def canonical(self, address: str) -> str:
        """The address under which a page is known; empty where the site's own is not."""
        return self.url + self.addresses.url(address) if self.url else ""


def no_pages(path: str, anchor: str) -> str | None:
    """Finds no hand-written page."""
    return None


def made_once(make: Callable[Concatenate[Here, P], V]) -> Callable[Concatenate[Here, P], V]:
    """Make a part of pages once for all those from which the way to the site's root is the same.

    It must depend on nothing else of the page, and the types of its arguments must tell equal ones apart.
    """

    @wraps(make)
    def made(here: Here, /, *of: P.args, **named: P.kwargs) -> V:
        key = (make, here.to_root, of, *named.items())
        if key not in here.site.made:
            here.site.made[key] = make(here, *of, **named)
        return cast(V, here.site.made[key])

    return made


@dataclass(frozen=True)
class Here:
    """A site seen from one page: every link starts from its address."""

    site: Site
    address: str

    @property
    def chronicle(self) -> Chronicle:
        return self.site.chronicle

    @cached_property
    def to_root(self) -> str:
        """The way from the page to the site's root."""
        return self.site.addresses.to_root(self.address)

    def say(self, template: str, **values: object) -> str:
        """A text of ours in the reader's language."""
        return self.translate(say(template, **values))

    def gettext(self, text: str) -> str:
        """A text of ours, such as the label of a term, in the reader's language."""
        return translations(self.site.language).gettext(text)

    def translate(self, message: Message) -> str:
        """A message in the reader's language."""
        return translate(message, self.site.language)

    def number(self, n: int, noun: str) -> str:
        """A number with its noun."""
        return number(self.site.language, n, noun)

    def text(self, text: Text | None) -> str:
        """A text in the reader's language, or empty."""
        return "" if text is None else self.marked(*self.site.choose(text))

    def marked(self, text: str, lang: str | None) -> str:
        """A text, which templates mark as being in a language where that is not the page's."""
        return text if lang in (None, self.site.language) else Foreign(text, lang)

    def inline(self, text: Text | None) -> Markup:
        """A text with its `[[…]]` and `[@…]` as links and nothing else as markup."""
        return self._line(text, links=False)

    def linked(self, text: Text | None) -> Markup:
        """A text as `inline` has it, and with its links to web addresses."""
        return self._line(text, links=True)

    def _line(self, text: Text | None, *, links: bool) -> Markup:
        if text is None:
            return Markup("")
        words, lang = self.site.choose(text)
        html = self.site.prose.inline(words, self.record_href, links=links)
        return html if lang == self.site.language else in_language(lang, html)

    def plain(self, text: Text | None) -> str:
        """A text without any markup."""
        if text is None:
            return ""
        words, lang = self.site.choose(text)
        return self.marked(self.site.prose.plain(words), lang)

    def prose_of(
        self,
        text: Text | None,
        *,
        mentions: bool = True,
        itself: tuple[Kind, str] | None = None,
        citations: Citations | None = None,
    ) -> Markup:
        """A body as HTML; `itself` is not linked from its own prose."""
        words, lang = ("", self.site.language) if text is None else self.site.choose(text)
        made = self.site.prose.render(words, self.record_href, mentions=mentions, itself=itself, citations=citations)
        return made if lang == self.site.language else in_language(lang, made, "div")

    def href(self, address: str, anchor: str = "") -> str:
        return self.site.addresses.href(self.address, address, anchor)

    def written_href(self, path: str | None, anchor: str) -> str:
        """A link to a hand-written page, or to an anchor of it; empty where no page is named or it is not there."""
        found = self.site.written(path, anchor) if path is not None else None
        return self.site.addresses.href_to_file(self.address, found) if found is not None else ""

    def record_href(self, kind: Kind, record_id: str, anchor: str = "") -> str | None:
        """The link to a record's page; None where there is no such record."""
        if record_id not in self.chronicle.records(kind):
            return None
        return self.href(record_address(kind, record_id), anchor)

    @made_once
    def record_link(self, kind: Kind, record_id: str, when: edtf.Date | None = None) -> PageLink:
        return PageLink(self.name(kind, record_id, when), self.record_href(kind, record_id))

    def name(self, kind: Kind, record_id: str, when: edtf.Date | None = None) -> str:
        """What a record is called: the name it bore at `when`; its id where there is no such record."""
        found = record_name(self.chronicle, self.site.language, kind, record_id, when)
        return record_id if found is None else self.marked(*found)

    @made_once
    def date(self, date: edtf.Date | None) -> DateView | None:
        return None if date is None else view_date(date, self.site.language)

    def words(self, date: edtf.Date | None) -> str:
        """A date in words only; empty where there is none."""
        return "" if date is None else edtf.words(date, self.site.language)

    def language_name(self, code: str) -> str:
        """A language in the reader's own, or its code where the locale data lacks it."""
        try:
            return Locale.parse(code, sep="-").get_language_name(self.site.language) or code
        except (UnknownLocaleError, ValueError):
            return code

    @made_once
    def event_date(self, event_id: str) -> DateView:
        """An event's date, narrowed by the order of events."""
        event = self.chronicle.events[event_id]
        return view_date(event.date, self.site.language, self.chronicle.chronology.extents.get(event_id))

    def claim_href(self, key: ClaimKey) -> str:
        """A claim's permalink."""
        return self.href(record_address(Kind.EVENT, key.event), key.claim)

    def links(self, kind: Kind, ids: Iterable[str]) -> tuple[PageLink, ...]:
        return tuple(self.record_link(kind, record_id) for record_id in ids)


def make_site(
    chronicle: Chronicle,
    addresses: Addresses,
    language: str,
    *,
    host: Host | None = None,
    written: PageFinder = no_pages,
    name: str = "",
    description: str = "",
    url: str = "",
    most: int = MOST,
    data: tuple[DataFile, ...] = (),
) -> Site:
    """A chronicle with what its pages share."""
    source_names = name_sources(chronicle.sources.values(), language)

    def describe(source_id: str) -> str:
        return replace(source_names[source_id], title=chronicle.sources[source_id].title or "").words

    def name_of(kind: Kind, record_id: str) -> str | None:
        found = record_name(chronicle, language, kind, record_id)
        return None if found is None else found[0]

    prose = Prose(name_of, chronicle.mentions, describe)
    timeline, plans = plan_timeline(chronicle, language, most), Plans(chronicle, language, most)
    return Site(
        chronicle,
        addresses,
        language,
        prose,
        host or Host(),
        written,
        name,
        description,
        url,
        plans,
        timeline,
        source_names,
        data,
    )


def record_name(
    chronicle: Chronicle, language: str, kind: Kind, record_id: str, when: edtf.Date | None = None
) -> tuple[str, str] | None:
    """What a record is called at a time, and the language of that name; None where there is no such record."""
    record = chronicle.records(kind).get(record_id)
    if record is None:
        return None
    if isinstance(record, Source):
        return record.publisher, language
    text = name_at(record, when) if isinstance(record, Actor) else record.heading
    return text.choose(language, chronicle.profile.stated_language)


def name_at(actor: Actor, when: edtf.Date | None) -> Text:
    """The name that an actor bore at a time; its present name where none of its former names covers it."""
    if when is not None:
        for former in actor.names:
            began = former.since is None or former.since.earliest <= when.latest
            lasted = former.until is None or when.earliest <= former.until.latest
            if began and lasted and (former.since is not None or former.until is not None):
                return former.name
    return actor.name
