"""The site is built beside its folder and put in its place when it is complete: a kill leaves the old one or the new.

Beside `site` stand, while a build needs them, `.site.building` and `.site.previous`. The two are renamed one after the
other: for that moment there is no `site`, and a build that is killed in it leaves `.site.previous`, which the next
build puts back.
"""

import filecmp
import gzip
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError


@dataclass(frozen=True, slots=True)
class Staging:
    """Where a build writes, and where its site belongs."""

    site: Path
    """The folder of the site, without links on the way to it."""

    @property
    def building(self) -> Path:
        """The folder that the build writes into."""
        return self.site.with_name(f".{self.site.name}.building")

    @property
    def previous(self) -> Path:
        """The site before this one, for the moment in which the two are exchanged."""
        return self.site.with_name(f".{self.site.name}.previous")


def refuse_records(site_dir: str, records: Path) -> None:
    """Raise PluginError where cleaning the site's folder would remove records, or a site would lie among them."""
    site, folder = Path(site_dir).resolve(), records.resolve()
    if site.is_relative_to(folder) or folder.is_relative_to(site):
        shown = site.relative_to(folder.parent).as_posix() if site.is_relative_to(folder) else site.name
        raise PluginError(
            f"timeline: the site would be written to {shown}, and that is, holds or lies in the folder of the "
            "records: a build empties it first. Choose another folder for the site, such as `site`"
        )


def stage(site_dir: str) -> Staging | None:
    """An empty folder beside the site's to build into; None where the two could not be exchanged.

    A folder that is the root of a file system (a mounted one) cannot be renamed: it is built in as it stands.
    Raises PluginError where the folder cannot be written.
    """
    staging = Staging(Path(site_dir).resolve())
    if staging.site.is_mount():
        return None
    if staging.site.exists() and not staging.site.is_dir():
        raise PluginError(f"timeline: the site cannot be written: {site_dir} is a file, and should be a folder")
    try:
        _recover(staging)
        shutil.rmtree(staging.building, ignore_errors=True)
        staging.building.mkdir(parents=True)
    except OSError as error:
        raise PluginError(_explain(error, staging)) from error
    return staging


def move_into_place(staging: Staging) -> None:
    """Let what was built be the site. Raises PluginError where that cannot be done."""
    try:
        if staging.site.exists():
            _keep_times(staging)
            shutil.copymode(staging.site, staging.building)
            staging.site.rename(staging.previous)
        staging.building.rename(staging.site)
        _clear(staging)
    except OSError as error:
        raise PluginError(_explain(error, staging)) from error


def _keep_times(staging: Staging) -> None:
    """Give each file that has not changed the time of the old one: whoever transfers a site goes by times and sizes."""
    for parent, _, names in os.walk(staging.building):
        before = staging.site / Path(parent).relative_to(staging.building)
        for name in names:
            new, old = Path(parent) / name, before / name
            with suppress(OSError):  # then it has the time of this build
                if not old.is_symlink() and filecmp.cmp(new, old, shallow=False):
                    facts = old.stat()
                    os.utime(new, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def give_up(staging: Staging, error: Exception) -> None:
    """Remove what was built so far, as a build ended with an error, and leave the old site in its place.

    Raises PluginError with a sentence for one of the file system's, such as a disk that is full.
    """
    shutil.rmtree(staging.building, ignore_errors=True)
    with suppress(OSError):
        _recover(staging)
    if isinstance(error, OSError):
        written = _written(error)
        if written is None or any(written.is_relative_to(folder) for folder in (staging.building, staging.site)):
            raise PluginError(_explain(error, staging)) from error


def _recover(staging: Staging) -> None:
    """Finish what a build that was stopped between the two renames, or right after them, has left."""
    if staging.previous.is_dir():
        if not staging.site.exists():
            staging.previous.rename(staging.site)
        else:
            _clear(staging)


def _clear(staging: Staging) -> None:
    """Remove the site of before, but for hidden files such as `.git`, which MkDocs leaves in a site's folder."""
    if staging.previous.is_dir():
        for entry in staging.previous.glob(".*"):
            if not (staging.site / entry.name).exists():
                entry.rename(staging.site / entry.name)
        shutil.rmtree(staging.previous)


def _written(error: OSError) -> Path | None:
    """What could not be written; where a file was copied, its copy."""
    name = error.filename2 or error.filename
    return None if name is None else Path(str(name))


def _explain(error: OSError, staging: Staging) -> str:
    where = str(_written(error) or staging.site).replace(str(staging.building), str(staging.site))
    return f"timeline: the site cannot be written: {where}: {error.strerror or error}"


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
