"""A citation as RIS, which programs for references read.

Source: RIS Format Specifications (Reference Manager, 2001, with the tags of 2011): a tag of two letters, two spaces,
a hyphen and a space begin each line, so that a text, which stands in one line behind its tag, can neither begin
another tag nor end the reference.
"""

from collections.abc import Iterator

from site_builder.formats.citation import Citation

_WEB_PAGE = "ELEC"


def as_ris(citation: Citation) -> str:
    """The citation as a file with one reference."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(citation))


def _lines(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", _WEB_PAGE
    yield "ID", citation.key
    yield "TI", citation.title
    yield "T2", citation.chronicle
    if citation.day:
        yield "PY", f"{citation.day.year:04}"
        yield "DA", f"{citation.day.isoformat().replace('-', '/')}"
    if citation.url:
        yield "UR", citation.url
    yield "LA", citation.language
    yield "ER", ""
