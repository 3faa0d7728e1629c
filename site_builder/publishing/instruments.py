"""The code of what readers work with on a page, such as the timeline: its files, and what a page says to get it.

An element says which file it needs and what that holds: `data-tl-script` and `data-tl-integrity`. One small script,
which only pages with such an element have, fetches the file when a reader comes to the element.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.publishing.bundled import FOLDER, hash_of_bundled, is_current
from site_builder.publishing.policy import hash_of_script

START = f"{FOLDER}/start.js"
"""The script that fetches the others, below the root of a site."""
STYLES = f"{FOLDER}/pages.css"
"""The style sheet that every page has; the site's own come after it."""
_NEEDS_CODE = ' data-tl-script="'
"""What only a template writes: quotation marks of a text are escaped."""


class BundleError(TimelineError):
    """The scripts of the pages are missing, or are not what their sources say."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A script with all that it imports."""

    address: str
    """Its file, below the root of a site."""
    integrity: str
    """The hash of what it holds, as an element names it."""


def find_bundles(folders: Sequence[Path]) -> Mapping[str, Bundle]:
    """Every script of the folders of a theme by its name; the first folder wins."""
    files = {file.stem: file for folder in reversed(folders) for file in sorted((folder / FOLDER).glob("*.js"))}
    return {
        name: Bundle(f"{FOLDER}/{file.name}", hash_of_script(file.read_bytes()).strip("'"))
        for name, file in files.items()
    }


def refuse_old_bundles(theme: Path) -> None:
    """Raises BundleError where the scripts in a theme are missing, or their sources have changed since."""
    if is_current(theme):
        return
    if hash_of_bundled(theme) is None:
        raise BundleError(
            say("the scripts of the pages are missing: run `make bundle` where the engine is checked out")
        )
    raise BundleError(
        say("the scripts of the pages are older than their sources: run `make bundle` where the engine is checked out")
    )


def has_instrument(html: str) -> bool:
    """Whether a page of ours holds an element that needs a script."""
    return _NEEDS_CODE in html
