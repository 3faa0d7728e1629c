"""Every file of data that is published of a site, and what makes it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from site_builder.formats.additions import view_additions, view_words_as_of
from site_builder.formats.basemap import view_basemap
from site_builder.formats.columns import as_json, view_events, view_first
from site_builder.formats.filters import view_chosen, view_filters
from site_builder.formats.parts import plan_parts, view_part
from site_builder.formats.places import view_places
from site_builder.pages import TIMELINE, Here, Site, has_map
from site_builder.records import Kind

FOLDER = "data/timeline"
"""Where the data stands, relative to the site's root."""


def data_files(site: Site) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Every file, relative to the site's folder, and what makes its content; any process can make any of them."""
    here = Here(site, TIMELINE)
    parts = [*plan_parts(site)]
    made: dict[str, Callable[[], Mapping[str, object]]] = {
        "events": partial(view_events, here, [(part.name, part.first) for part in parts]),
        "first": partial(view_first, here),
        "as-of": partial(view_words_as_of, here),
        "additions": partial(view_additions, here),
        "filters": partial(view_filters, here),
        **({"places": partial(view_places, here), "basemap": partial(view_basemap, here)} if has_map(site) else {}),
        **{
            f"of/{kind.value}/{record.id}": partial(view_chosen, here, record)
            for kind in (Kind.THREAD, Kind.ACTOR, Kind.PLACE, Kind.QUESTION)
            for record in site.chronicle.records(kind).values()
        },
        **{f"parts/{part.name}": partial(view_part, here, part) for part in parts},
    }
    for name, make in made.items():
        yield f"{FOLDER}/{name}.json", partial(_content, make)


def _content(make: Callable[[], Mapping[str, object]]) -> bytes:
    return as_json(make())
