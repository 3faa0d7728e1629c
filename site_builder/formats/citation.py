"""How the page of a record is cited.

The profile of a chronicle names no author and no publisher, so no citation has one: it begins with the page's title,
which says how sure it is, and names the chronicle, the version and the address. The version is the day on which the
record was last corrected, or on which it was added where it never was.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from site_builder import edtf
from site_builder.formats.news import address_of, lasting_id
from site_builder.pages import Here, preview_title
from site_builder.records import Record

_NOT_IN_ADDRESSES = re.compile(r"[\s\\{}<>\"^`|]")
"""What a browser takes in an address and others do not. Source: RFC 3986, appendix A."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What every form of a citation is made from; all texts are plain and in one line."""

    key: str
    """Names the page in a list of references: letters, digits and hyphens."""
    id: str
    """For ever: the page's address; a tag where the site's own is not known."""
    title: str
    chronicle: str
    day: date | None
    """The version; None where the record says no day."""
    version: str
    """The version in words; empty where the record says no day."""
    url: str
    """The page's address; empty where the site's own is not known."""
    language: str
    """In which the page is read, as a code."""


def cite(here: Here, record: Record) -> Citation:
    """How a record's page is cited."""
    version = version_of(record)
    return Citation(
        key=f"{record.record_kind}-{record.id}",
        id=lasting_id(here, record),
        title=_in_one_line(preview_title(here, record)),
        chronicle=_in_one_line(here.site.name),
        day=as_one_day(version),
        version=here.say("Version of {date}", date=here.words(version)) if version else "",
        url=_NOT_IN_ADDRESSES.sub(lambda sign: quote(sign[0]), address_of(here, record)),
        language=here.site.language,
    )


def version_of(record: Record) -> edtf.Date | None:
    """When a record was last corrected, or was added where it never was; None where it does not say."""
    return record.last_corrected or record.added


def as_one_day(when: edtf.Date | None) -> date | None:
    """The one day that a date is; None of one that is vague, or beyond what others can read."""
    if when is None or when.is_doubtful or when.earliest != when.latest or when.earliest.day is None:
        return None
    day = when.earliest.day
    return date.fromordinal(day) if 0 < day <= date.max.toordinal() else None


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
