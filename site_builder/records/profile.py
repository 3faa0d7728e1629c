"""What a chronicle says of itself, in `chronicle.yml`: not a record of what happened, so without id, dates or page."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from site_builder.languages import say
from site_builder.records.base import MAX_LINE, Line, Schema, Url
from site_builder.records.keys import key


def _read_page(value: str) -> str:
    parts = value.split("/")
    if not value.endswith(".md") or "\\" in value or ":" in value or any(part in ("", ".", "..") for part in parts):
        raise ValueError(say("expected the path of a page below docs/, such as method.md or about/method.md"))
    return value


PagePath = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE), AfterValidator(_read_page)]


class Licence(Schema):
    """Under which terms the records may be used."""

    name: Line = key(examples=["CC BY 4.0"])
    """What the licence is called: readers see it on every page."""
    url: Url | None = key(None, examples=["https://creativecommons.org/licenses/by/4.0/"])
    """Where its text stands."""


class Profile(Schema):
    """What a chronicle says of itself. What it does not say, no page claims."""

    licence: Licence | None = key(
        None, examples=[{"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}]
    )
    """The licence of the records."""
    method_page: PagePath | None = key(None, examples=["method.md", "about/method.md"])
    """The page of docs/ that says what the words and marks mean."""
    contributing_page: PagePath | None = key(None, examples=["contributing.md"])
    """The page of docs/ that says how to report an error and how to contribute."""
