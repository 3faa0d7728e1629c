"""The page that lists what can be taken away, and what each file holds."""

from dataclasses import dataclass
from itertools import groupby

from babel.numbers import format_decimal

from site_builder import edtf
from site_builder.languages import Message, say
from site_builder.pages.context import Here, PageLink
from site_builder.pages.data_files import DataFile
from site_builder.pages.news import link_to_log
from site_builder.records import Licence

_KILO = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """One file."""

    name: str
    href: str
    media_type: str
    size: str
    """In words; empty while nobody knows it."""
    means: str
    """What it holds, where that is not what the first file beside it does."""


@dataclass(frozen=True, slots=True)
class DataEntry:
    """What one file holds, or several in different formats."""

    heading: str
    means: str
    row: str
    """What one row of it is; empty of what has no rows."""
    columns: tuple[tuple[str, str], ...]
    """Each column with what stands in it."""
    files: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """All that the page says."""

    title: str
    description: str
    entries: tuple[DataEntry, ...]
    licence: Licence | None
    changed: str
    """The day of the last change of the records, in words; empty without records."""
    corrections: PageLink
    """The log of what was changed in meaning."""

    @property
    def preview_title(self) -> str:
        return self.title


def view_data(here: Here) -> DataView:
    return DataView(
        title=here.say("Data"),
        description=here.say("Everything in this chronicle, to take away."),
        entries=tuple(_entry(here, tuple(files)) for _, files in groupby(here.site.data, lambda file: file.heading)),
        licence=here.chronicle.profile.licence,
        changed=here.words(_last_change(here)),
        corrections=link_to_log(here),
    )


def _entry(here: Here, files: tuple[DataFile, ...]) -> DataEntry:
    first = files[0]
    return DataEntry(
        heading=here.translate(first.heading),
        means=here.translate(first.means),
        row=here.translate(first.row) if first.row else "",
        columns=tuple((name, here.translate(means)) for name, means in first.columns),
        files=tuple(_download(here, file, first) for file in files),
    )


def _download(here: Here, file: DataFile, first: DataFile) -> Download:
    size = here.site.sizes.get(file.path)
    href = here.site.addresses.href_to_file(here.address, file.path)
    return Download(
        name=file.name,
        href=href,
        media_type=file.media_type,
        size="" if size is None else here.translate(_size(here, size)),
        means="" if file.means == first.means else here.translate(file.means),
    )


def _size(here: Here, size: int) -> Message:
    def number(value: float) -> str:
        return str(format_decimal(round(value, 1 if value < 10 else 0), locale=here.site.language.replace("-", "_")))

    if size < _KILO:
        return say("{n} bytes", n=number(size))
    if size < _KILO**2:
        return say("{n} kB", n=number(size / _KILO))
    return say("{n} MB", n=number(size / _KILO**2))


def _last_change(here: Here) -> edtf.Date | None:
    """When the meaning of a record last changed, or one was added."""
    days = [record.added for record in here.chronicle.all() if record.added]
    days += [one.date for one in here.chronicle.log]
    return max(days, key=lambda date: date.sort_key, default=None)
