"""What the pages of events, questions and threads offer to those who cite them, on the page and in files beside it.

A format is one module, and one line here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from site_builder.formats.bibtex import as_bibtex
from site_builder.formats.citation import Citation, cite
from site_builder.formats.csl import as_csl
from site_builder.formats.highwire import tags_of
from site_builder.formats.ris import as_ris
from site_builder.formats.structured import view_structured
from site_builder.formats.whole import OF_THEIR_OWN
from site_builder.pages import Here, Page, record_address
from site_builder.records import Kind


class CitationFormat(NamedTuple):
    """A form in which programs for references read a citation."""

    name: str
    file: str
    """Beside the page."""
    media_type: str
    """As IANA registers it, or as it is commonly called."""
    write: Callable[[Citation], str]


FORMATS = (
    CitationFormat("RIS", "citation.ris", "application/x-research-info-systems", as_ris),
    CitationFormat("CSL JSON", "citation.json", "application/vnd.citationstyles.csl+json", as_csl),
)


@dataclass(frozen=True, slots=True)
class CitationFile:
    """A citation in a file, as a page links to it."""

    name: str
    href: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Citing:
    """All that a page says for those who cite it."""

    citation: Citation
    bibtex: str
    files: tuple[CitationFile, ...]
    tags: tuple[tuple[str, str], ...]
    """The name and the content of each tag of its head."""
    structured: Mapping[str, Any]
    """The page as JSON-LD."""


def view_citing(here: Here, page: Page) -> Citing | None:
    """What a page offers; None of a kind of page that is not cited."""
    if page.kind not in map(str, OF_THEIR_OWN):
        return None
    record = here.chronicle.records(Kind(page.kind))[page.id]
    citation = cite(here, record)
    return Citing(
        citation,
        as_bibtex(citation),
        tuple(
            CitationFile(
                one.name, here.site.addresses.href_to_file(here.address, f"{page.address}/{one.file}"), one.media_type
            )
            for one in FORMATS
        ),
        tuple(tags_of(citation)),
        view_structured(here, record, citation),
    )


def citation_files(here: Here) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files beside the pages, and what makes their content."""
    for kind in OF_THEIR_OWN:
        for record_id in here.chronicle.records(kind):
            for one in FORMATS:
                yield f"{record_address(kind, record_id)}/{one.file}", partial(_write, here, kind, record_id, one)


def _write(here: Here, kind: Kind, record_id: str, one: CitationFormat) -> bytes:
    return one.write(cite(here, here.chronicle.records(kind)[record_id])).encode()
