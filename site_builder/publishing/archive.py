"""A site that opens from disk as one archive, of the same bytes whenever the site is the same."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from site_builder.languages import say
from site_builder.publishing.from_disk import MARK, OnDiskError

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name. Source: PKWARE, .ZIP File Format Specification, section 4.4.6."""
_UNIX = 3
_READABLE = 0o644 << 16


def archive_of(site: Path) -> Path:
    """The archive of a site, beside its folder."""
    return site.with_name(f"{site.name}.zip")


def refuse_other_archive(site: Path) -> None:
    """Raise OnDiskError where a file would be lost that was not made here."""
    archive = archive_of(site)
    if archive.exists() and not _is_ours(archive):
        raise OnDiskError(
            say(
                "{file} is there, and `timeline build --offline` has not made it: name another folder, or move it away",
                file=archive,
            )
        )


def _is_ours(archive: Path) -> bool:
    try:
        with ZipFile(archive) as file:
            return any(name.rpartition("/")[2] == MARK for name in file.namelist())
    except (BadZipFile, OSError):
        return False


def pack(site: Path) -> Path:
    """Pack a site into its archive, which holds one folder. Raises OSError, and leaves an archive of before then."""
    archive = archive_of(site)
    building = archive.with_name(f".{archive.name}.building")
    try:
        with ZipFile(building, "w", ZIP_DEFLATED, compresslevel=9) as packed:
            for name in _names(site):
                entry = ZipInfo(f"{site.name}/{name}", _NO_TIME)
                entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
                packed.writestr(entry, (site / name).read_bytes())
        building.replace(archive)
    finally:
        building.unlink(missing_ok=True)
    return archive


def _names(site: Path) -> list[str]:
    """The files of a site in order, without hidden ones that somebody else keeps there, such as `.git`."""
    files = [file.relative_to(site) for file in site.rglob("*") if file.is_file()]
    return sorted(file.as_posix() for file in files if file.name == MARK or not _is_hidden(file))


def _is_hidden(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts)
