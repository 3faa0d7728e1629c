"""The packed sitemap, the same bytes on every day and with every version of Python."""

from __future__ import annotations

import gzip
from pathlib import Path


def pack_sitemap(site: Path) -> None:
    """Pack `sitemap.xml` anew, where there is one: MkDocs writes the day of the build into the packed file."""
    sitemap = site / "sitemap.xml"
    if sitemap.is_file():
        # Not `gzip.compress`, which names the system in the file, in words that depend on Python's version.
        with (
            sitemap.with_suffix(".xml.gz").open("wb") as file,
            gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed,
        ):
            packed.write(sitemap.read_bytes())
