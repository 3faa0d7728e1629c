"""What pages say: from a chronicle to what the template of each page needs."""

from site_builder.pages.addresses import (
    CORRECTIONS,
    DATA,
    HOME,
    MAP,
    TIMELINE,
    Addresses,
    Redirect,
    index_address,
    record_address,
)
from site_builder.pages.as_of import AS_OF_KINDS
from site_builder.pages.claim_lines import ClaimLine
from site_builder.pages.claims import ClaimView, view_claim
from site_builder.pages.context import Here, Site, make_site, number
from site_builder.pages.data_files import DataFile
from site_builder.pages.dates import fades_of, first_year
from site_builder.pages.event_lines import EventLine, view_line
from site_builder.pages.foreign import Foreign
from site_builder.pages.home import view_home
from site_builder.pages.hosting import Host, edited_at, host_of, repository_address
from site_builder.pages.index_lines import summary_of
from site_builder.pages.indexes import INDEXED
from site_builder.pages.kinds import KINDS, Page, pages_of, redirects_of
from site_builder.pages.markers import filled_in
from site_builder.pages.news import added_records
from site_builder.pages.paging import MOST
from site_builder.pages.place import closeness
from site_builder.pages.previews import view_preview
from site_builder.pages.record import list_title, preview_title, record_file, record_title
from site_builder.pages.removed import title_of_removed
from site_builder.pages.script_words import words_of_as_of
from site_builder.pages.search import SEARCH, words_of_search
from site_builder.pages.selection import DIMENSIONS, events_chosen_by
from site_builder.pages.strip_drawing import size_of
from site_builder.pages.timeline import view_headings
from site_builder.pages.where import Happened, has_map, places_on_map, spot_of
from site_builder.pages.years import sheets_by_year

__all__ = [
    "AS_OF_KINDS",
    "CORRECTIONS",
    "DATA",
    "DIMENSIONS",
    "HOME",
    "INDEXED",
    "KINDS",
    "MAP",
    "MOST",
    "SEARCH",
    "TIMELINE",
    "Addresses",
    "ClaimLine",
    "ClaimView",
    "DataFile",
    "EventLine",
    "Foreign",
    "Happened",
    "Here",
    "Host",
    "Page",
    "Redirect",
    "Site",
    "added_records",
    "closeness",
    "edited_at",
    "events_chosen_by",
    "fades_of",
    "filled_in",
    "first_year",
    "has_map",
    "host_of",
    "index_address",
    "list_title",
    "make_site",
    "number",
    "pages_of",
    "places_on_map",
    "preview_title",
    "record_address",
    "record_file",
    "record_title",
    "redirects_of",
    "repository_address",
    "sheets_by_year",
    "size_of",
    "spot_of",
    "summary_of",
    "title_of_removed",
    "view_claim",
    "view_headings",
    "view_home",
    "view_line",
    "view_preview",
    "words_of_as_of",
    "words_of_search",
]
