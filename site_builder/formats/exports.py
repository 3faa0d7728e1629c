"""What readers can take away: every file of open data that is published of a site, and what it holds.

A format is one module, and one line here.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from site_builder.formats.calendar_file import write_calendar
from site_builder.formats.citing import citation_files
from site_builder.formats.claim_table import CLAIMS
from site_builder.formats.comma_separated import write_csv
from site_builder.formats.event_table import EVENTS
from site_builder.formats.feeds import FEEDS, MEDIA_TYPES, feed_files, write_news
from site_builder.formats.geojson import write_geojson
from site_builder.formats.link_table import LINKS
from site_builder.formats.parquet import IS_THERE, write_parquet
from site_builder.formats.source_table import SOURCES
from site_builder.formats.table import Table
from site_builder.formats.whole import SCHEMA, record_files, write_schema, write_whole
from site_builder.languages import say
from site_builder.pages import DATA, DataFile, Here, Site

_TYPES = {
    "json": "application/json",
    "schema": "application/schema+json",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
    "ics": "text/calendar",
}
"""Media types, as IANA registers them."""


_WRITERS: dict[str, Callable[[Table[Any], Here], bytes]] = {
    "csv": write_csv,
    **({"parquet": write_parquet} if IS_THERE else {}),
}
"""What writes a table, by the ending of its file."""


def _of_table(table: Table[Any]) -> Iterator[DataFile]:
    columns = tuple((column.name, column.means) for column in table.columns)
    for ending, write in _WRITERS.items():
        name, make = f"{table.name}.{ending}", partial(write, table)
        yield DataFile(name, _TYPES[ending], table.heading, table.means, make, table.row, columns)


_ALL = say("All records")

EXPORTS: tuple[DataFile, ...] = (
    DataFile(
        "chronicle.json",
        _TYPES["json"],
        _ALL,
        say(
            "The whole chronicle: its profile and all records, as in their files but for short forms, which are "
            "written out. Beside the page of each event, question and thread its own part is index.json, and how to "
            "cite it citation.ris and citation.json."
        ),
        write_whole,
    ),
    DataFile(SCHEMA, _TYPES["schema"], _ALL, say("what that file holds, as JSON Schema"), write_schema),
    *_of_table(EVENTS),
    DataFile(
        "events.geojson",
        _TYPES["geojson"],
        EVENTS.heading,
        say("for maps, with how closely each place is known"),
        write_geojson,
    ),
    DataFile(
        "events.ics", _TYPES["ics"], EVENTS.heading, say("for calendars: those whose day is known"), write_calendar
    ),
    *(file for table in (CLAIMS, LINKS, SOURCES) for file in _of_table(table)),
    *(
        DataFile(
            name,
            MEDIA_TYPES[name],
            say("News"),
            say(
                "What was added and what was corrected, the latest first. Each thread and question has such feeds too."
            ),
            partial(write_news, write, f"{DATA}/{name}"),
        )
        for name, write in FEEDS.items()
    ),
)
"""In the order in which the page lists them: what has one heading together."""


def exported_files(site: Site) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file that readers can take away, relative to the site's folder, and what makes its content."""
    here = Here(site, DATA)
    for file in site.data:
        yield file.path, partial(file.write, here)
    yield from feed_files(here)
    yield from record_files(here)
    yield from citation_files(here)
