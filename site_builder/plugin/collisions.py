"""Files of a site that stand where the chronicle's own are published.

The chronicle's files win: links lead to them from everywhere, and a page in the place of another would say something
else than the records do. Only where a former id merely leads on, a site's own page stays. Each case is reported.
"""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from site_builder.formats import data_files, exported_files
from site_builder.languages import say
from site_builder.pages import Page, Site, record_address, record_file, redirects_of
from site_builder.plugin.files import ChroniclePage, chronicle_page
from site_builder.records import Kind


class OurFiles:
    """What the chronicle publishes, by where it is published."""

    def __init__(self, site: Site, pages: Mapping[str, Page], prefix: str) -> None:
        """`pages` are those found at each address; `prefix` stands before the path of a record: `events/`."""
        addresses = site.addresses
        records = [(kind, record) for kind in Kind for record in site.chronicle.records(kind).values()]
        written = {record_address(kind, record.id): prefix + record.file for kind, record in records}
        self._addresses, self._pages = addresses, pages
        self._folder = site.chronicle.folder.resolve()
        self._sources = {record_address(kind, record.id): self._folder / record.file for kind, record in records}
        self._whose = {
            record_file(record): say("the copy of {file}", file=prefix + record.file) for _, record in records
        }
        self._whose |= {file: say("the data of the events") for file, _ in (*data_files(site), *exported_files(site))}
        for address in pages:
            record = written.get(address)
            whose = say("the page of {file}", file=record) if record else say("the list `{address}`", address=address)
            self._whose[addresses.file(address)] = whose
        self._links = {addresses.file(address): addresses.source_uri(address) for address in pages}
        self._by_name = {_folded(file): file for file in self._whose}
        self._below = {str(folder): file for name, file in self._by_name.items() for folder in _folders(name)}
        self._former = {addresses.file(one.old): written.get(one.new) for one in redirects_of(site)}

    def take_their_places(self, files: Files, config: MkDocsConfig, *, serving: bool) -> Iterator[str]:
        """Put the chronicle's pages among a site's files, and say which of the site's own are not published."""
        # A draft is part of the site while it is served.
        least = (InclusionLevel.DRAFT if serving else InclusionLevel.NOT_IN_NAV).value
        for file in [one for one in files if not isinstance(one, ChroniclePage) and one.inclusion.value >= least]:
            if (ours := self._in_the_way_of(file.dest_uri)) is not None:
                files.remove(file)
                yield self._lost(file, ours, config)
            elif (record := self._former.get(file.dest_uri)) is not None:
                name = name_of(file, config)
                yield say(
                    "{name} stands where a former id of {record} would lead on, and it no longer does: rename {name}",
                    name=name,
                    record=record,
                )
        for address in self._pages:
            there = files.get_file_from_path(self._addresses.source_uri(address))
            if there is None:
                files.append(chronicle_page(config, self._addresses, address, self._sources.get(address, self._folder)))

    def written_by_others(self, site_dir: Path) -> Iterator[str]:
        """Which of the chronicle's files somebody else has written; to be asked before the chronicle's are."""
        for file, whose in self._whose.items():
            if (site_dir / file).exists():
                yield say("another plugin wrote {file}; {whose} is published there instead", file=file, whose=whose)

    def _in_the_way_of(self, dest_uri: str) -> str | None:
        """The file of ours that cannot stand beside another, also on systems that do not tell capitals apart."""
        name = _folded(dest_uri)
        above = (self._by_name.get(str(folder)) for folder in _folders(name))
        return self._by_name.get(name) or self._below.get(name) or next(filter(None, above), None)

    def _lost(self, file: File, ours: str, config: MkDocsConfig) -> str:
        name, link = name_of(file, config), self._links.get(ours)
        where = say("{ours} is", ours=ours)
        if file.dest_uri != ours:
            where = say("it cannot stand beside {ours}, which is", ours=ours)
        advice = say("Rename {name}, or delete it and link to {link}", name=name, link=link)
        if not link:
            advice = say("Rename {name}", name=name)
        return say(
            "{name} is not published: {where} {whose} of the chronicle. {advice}",
            name=name,
            where=where,
            whose=self._whose[ours],
            advice=advice,
        )


def name_of(file: File, config: MkDocsConfig) -> str:
    """A file as its writer finds it: relative to `mkdocs.yml`, or by the plugin that made it."""
    if file.generated_by:
        return say("{file} (made by the plugin {plugin})", file=file.src_uri, plugin=file.generated_by)
    path = Path(file.abs_src_path or "")
    if not path.is_relative_to(config.docs_dir):
        return say("{file} (made by another plugin)", file=file.src_uri)
    return PurePosixPath(os.path.relpath(path, Path(config.config_file_path).parent)).as_posix()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _folders(name: str) -> Iterator[PurePosixPath]:
    """The folders that a file stands in, but the site's own."""
    yield from (folder for folder in PurePosixPath(name).parents if folder.name)
