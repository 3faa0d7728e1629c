"""A chronicle as data that other programs read, and the scripts of its site."""

from site_builder.formats.columns import VERSION, Looks
from site_builder.formats.files import FOLDER, data_files
from site_builder.formats.search import FOLDER as SEARCH_FOLDER
from site_builder.formats.search import PAGE, SOURCES, SearchDocument, search_documents

__all__ = [
    "FOLDER",
    "PAGE",
    "SEARCH_FOLDER",
    "SOURCES",
    "VERSION",
    "Looks",
    "SearchDocument",
    "data_files",
    "search_documents",
]
