"""Pages of the chronicle as MkDocs files, so that links from `docs/` to them and their anchors are checked.

They are files, not pages: navigation, table of contents and search do not run for each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from site_builder.pages.addresses import Addresses


class ChroniclePage(File):
    """A page that `publishing` writes; MkDocs only knows where it stands."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: the publisher writes it."""


def chronicle_page(config: MkDocsConfig, addresses: Addresses, address: str) -> ChroniclePage:
    """The file of an address, under the name that links in `docs/` use: `events/2024-07-27-….md`."""
    file = ChroniclePage(
        addresses.source_uri(address),
        src_dir=None,
        dest_dir=config.site_dir,
        use_directory_urls=config.use_directory_urls,
        dest_uri=addresses.file(address),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )
    file.generated_by = "timeline"
    return file


class Anchors(SimpleNamespace):
    """Stands in for MkDocs' page where it checks links to anchors; the page is made only if there is such a link."""

    find: Callable[[], set[str]]

    @cached_property
    def present_anchor_ids(self) -> set[str]:
        return self.find()


def let_anchors_be_checked(file: File, find: Callable[[], set[str]]) -> None:
    """Give a file the anchors that links to it may name. To be called when the navigation stands."""
    page: Any = file.page
    if page is None:
        stand_in: Any = Anchors(find=find)
        file.page = stand_in
    else:
        page.present_anchor_ids = find()
