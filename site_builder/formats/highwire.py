"""A citation as the tags in a page's head by which Zotero and others save it.

Sources: Google Scholar, Inclusion Guidelines for Webmasters (the tags of Highwire Press); Zotero, "Exposing your
metadata". A page with such tags is an article of a journal to Zotero unless its Dublin Core says that it is a web page;
the name of the site comes from `og:site_name`.
"""

from collections.abc import Iterator

from site_builder.formats.citation import Citation


def tags_of(citation: Citation) -> Iterator[tuple[str, str]]:
    """The name and the content of each tag."""
    yield "citation_title", citation.title
    if citation.day:
        yield "citation_publication_date", citation.day.isoformat().replace("-", "/")
    if citation.url:
        yield "citation_public_url", citation.url
    yield "citation_language", citation.language
    yield "DC.type", "webpage"
