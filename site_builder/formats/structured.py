"""What a record's page is to search engines: JSON-LD in the words of schema.org.

Sources: JSON-LD 1.1, section 7; schema.org, WebPage and temporalCoverage. The page is a web page on something that
happened, or is said to have: it is never an `Event`, which is one to attend and would say that it took place. When it
happened is the period that the page covers, in EDTF as the record has it, so that a vague date stays vague; the days on
which the record was added and corrected are those of the page.
"""

from collections.abc import Mapping
from typing import Any

from site_builder.formats.citation import Citation, as_one_day
from site_builder.pages import Here, summary_of
from site_builder.records import Event, Licence, Record, Thread

CONTEXT = "https://schema.org"


def view_structured(here: Here, record: Record, citation: Citation) -> Mapping[str, Any]:
    """The page as a node."""
    licence = here.chronicle.profile.licence
    return {
        "@context": CONTEXT,
        "@type": "CollectionPage" if isinstance(record, Thread) else "WebPage",
        "@id": citation.id,
        **_given(
            url=citation.url,
            name=citation.title,
            description=str(here.plain(summary_of(record))),
            inLanguage=citation.language,
            temporalCoverage=str(record.date) if isinstance(record, Event) else "",
            dateCreated=_day(as_one_day(record.added)),
            dateModified=_day(as_one_day(record.last_corrected)),
            version=_day(citation.day),
            license=_licence(licence) if licence else "",
            isPartOf={"@type": "WebSite", **_given(name=citation.chronicle, url=here.site.url)},
        ),
    }


def _licence(licence: Licence) -> object:
    return licence.url or {"@type": "CreativeWork", "name": licence.name}


def _day(day: object) -> str:
    return str(day or "")


def _given(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}
