"""A chronicle as data that other programs read, and the scripts of its site."""

from site_builder.formats.citing import view_citing
from site_builder.formats.columns import VERSION, Looks
from site_builder.formats.exports import EXPORTS, exported_files
from site_builder.formats.feeds import feed_links
from site_builder.formats.files import FOLDER, data_files
from site_builder.formats.search import FOLDER as SEARCH_FOLDER
from site_builder.formats.search import PAGE, SOURCES, SearchDocument, files_of_events, search_documents
from site_builder.formats.whole import read_whole

__all__ = [
    "EXPORTS",
    "FOLDER",
    "PAGE",
    "SEARCH_FOLDER",
    "SOURCES",
    "VERSION",
    "Looks",
    "SearchDocument",
    "data_files",
    "exported_files",
    "feed_links",
    "files_of_events",
    "read_whole",
    "search_documents",
    "view_citing",
]
