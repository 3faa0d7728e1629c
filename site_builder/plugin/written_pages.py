"""The hand-written pages that the chronicle's profile names, as MkDocs publishes them."""

from __future__ import annotations

from html import escape

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as NavPage

from site_builder.plugin.files import ChroniclePage
from site_builder.records import Licence


class WrittenPages:
    """The pages of a build, found by their paths below `docs/`; none before the files of the build are known."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def learn(self, files: Files) -> frozenset[str]:
        """Take note of a build's files; returns the paths of the pages among them."""
        pages = (file for file in files if file.is_documentation_page() and not isinstance(file, ChroniclePage))
        self._files = {file.src_uri: file for file in pages}
        return frozenset(self._files)

    def find(self, path: str, anchor: str) -> str | None:
        """A page's address below the site's root, with the anchor where the page has it; None where it is not there."""
        file = self._files.get(path)
        if file is None:
            return None
        page = file.page
        has_anchor = isinstance(page, NavPage) and anchor in (page.present_anchor_ids or ())
        return f"{file.dest_uri if file.url == './' else file.url}{f'#{anchor}' if has_anchor else ''}"


def copyright_of(licence: Licence | None) -> str:
    """What stands at the foot of every page of a site that says nothing of its own there."""
    if licence is None:
        return ""
    name = escape(licence.name)
    return f'Records under {f"""<a href="{escape(licence.url)}" rel="license">{name}</a>""" if licence.url else name}'
