"""The choice of a day, as pages have it: what was known then is shown, and what came later is counted."""

from dataclasses import dataclass

from site_builder.pages.context import Here
from site_builder.records import Kind

AS_OF_KINDS = (Kind.EVENT, Kind.ACTOR, Kind.QUESTION, Kind.THREAD)
"""Records whose pages can be seen as of a day."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """What its template needs."""

    limits_href: str
    """Where the method page says what it cannot show; empty where there is none."""


def view_as_of(here: Here) -> AsOf:
    return AsOf(here.written_href(here.chronicle.profile.method_page, AS_OF_ANCHOR))


AS_OF_ANCHOR = "as-of-a-day"
