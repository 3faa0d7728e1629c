"""The packed sitemap, the same bytes on every day."""

from __future__ import annotations

import gzip
from pathlib import Path


def pack_sitemap(site: Path) -> None:
    """Pack `sitemap.xml` anew, where there is one: MkDocs writes the day of the build into the packed file."""
    sitemap = site / "sitemap.xml"
    if sitemap.is_file():
        sitemap.with_suffix(".xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))
