"""What became of the addresses of records, put together for people, for an issue and for programs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from site_builder.chronicle import Chronicle
from site_builder.comparing import code
from site_builder.languages import say, say_n
from site_builder.outside.asking import Fate, Result
from site_builder.problems import visible
from site_builder.reading import PROFILE, REMOVED
from site_builder.records import FieldAddress, Source, walk

MARKER = "<!-- timeline sources check -->"
"""The first line of the report in Markdown."""
LONGEST = 60_000
"""Characters of the report in Markdown: hosts bound the text of an issue at 65,536."""
_WHY_UNREAD = say("has errors, so its addresses were not asked: `timeline check` lists them")
_OF_ENDING = 50
"""Characters that say how many addresses are left out."""
_VERSION = 1
"""The version of the JSON; changes when a key is removed or means something else."""


@dataclass(frozen=True, slots=True)
class AddressPlace:
    """Where in the records an address stands."""

    file: str
    key: str
    """`url`, `read_in.url`, `media.0.archive`, …"""
    is_archived: bool
    """Whether the record has an archived copy of it."""

    def __str__(self) -> str:
        return f"{self.file}: {self.key}"


@dataclass(frozen=True)
class Report:
    """Every address that was to be asked, in the order of the records, and what became of it."""

    places: Mapping[str, tuple[AddressPlace, ...]]
    fates: Mapping[str, Fate]
    unread: tuple[str, ...] = ()
    """Records with errors, by the paths of their files: nobody knows what addresses they have."""

    @cached_property
    def counts(self) -> Mapping[Result, int]:
        """How many addresses became what."""
        tally = Counter(fate.result for fate in self.fates.values())
        return {result: tally[result] for result in Result}

    @property
    def needs_work(self) -> bool:
        """Whether somebody should look at one of them, or at a record that could not be read."""
        return bool(self.unread) or any(result.needs_work and number for result, number in self.counts.items())

    @property
    def summary(self) -> str:
        """How many there are of each sort, in a line."""
        addresses = say_n("{n:,} address", "{n:,} addresses", len(self.fates))
        parts = [f"{number:,} {result.heading}" for result, number in self.counts.items() if number]
        asked = f"{addresses}: {', '.join(parts)}" if parts else addresses
        if not self.unread:
            return asked
        unread = say_n("{n:,} record could not be read", "{n:,} records could not be read", len(self.unread))
        return f"{asked}; {unread}"

    def of(self, result: Result) -> Iterator[tuple[str, Fate]]:
        """The addresses of which that became."""
        return ((url, fate) for url, fate in self.fates.items() if fate.result is result)


def addresses_of(chronicle: Chronicle, prefix: str, wanted: Iterable[str]) -> Mapping[str, tuple[AddressPlace, ...]]:
    """Every address in the fields of the records in some files, each once, and where it stands.

    Those in texts are not among them, nor in what programs read elsewhere: what a record rests on stands in a field.
    """
    files = frozenset(wanted)
    found: dict[str, list[AddressPlace]] = {}
    for records in chronicle.by_kind.values():
        for record in records.values():
            if record.file in files:
                addresses = list(walk(record, FieldAddress))
                archived = {one.path[:-1] for one in addresses if one.path[-1] == "archive"}
                for one in addresses:
                    of_copy = isinstance(record, Source) and one.path[0] == "read_in"
                    is_archived = one.path[-1] == "url" and not of_copy and one.path[:-1] in archived
                    where = AddressPlace(f"{prefix}{record.file}", ".".join(map(str, one.path)), is_archived)
                    found.setdefault(one.url, []).append(where)
    return {url: tuple(places) for url, places in found.items()}


def unread_records(chronicle: Chronicle, prefix: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """The files among some whose record has errors that leave it out of the chronicle."""
    read = {record.file for records in chronicle.by_kind.values() for record in records.values()}
    with_errors = {problem.file for problem in chronicle.errors} - read - {PROFILE, REMOVED}
    return tuple(f"{prefix}{file}" for file in sorted(with_errors.intersection(wanted)))


def as_lines(report: Report) -> Iterator[str]:
    """The report for people: a line for each record that could not be read, one for each address that is not fine,
    after where it stands, and a summary.
    """
    for file in report.unread:
        yield visible(f"{file}: {_WHY_UNREAD}")
    for result in Result:
        if result is not Result.FINE:
            for url, fate in report.of(result):
                for where in report.places[url]:
                    yield visible(f"{where}: {result.heading}: {url}{_after(fate, fate.new, where)}")
    yield report.summary


def as_issue(report: Report) -> str:
    """The report as the text of an issue, in which nothing that stands in a record or came from a host is markup."""
    parts = [f"{MARKER}\n**{report.summary}.** {say('Nothing was changed: a person decides.')}\n"]
    room = LONGEST - len(parts[0])
    for heading, meaning, entries in _sections(report):
        part = f"\n### {heading}: {len(entries):,}\n\n{meaning}\n\n"
        for number, entry in enumerate(entries):
            if len(part) + len(entry) > room - _OF_ENDING:
                part += f"- {say_n('{n:,} more', '{n:,} more', len(entries) - number)}\n"
                break
            part += entry
        if len(part) <= room:
            parts.append(part)
            room -= len(part)
    return "".join(parts)


def _sections(report: Report) -> Iterator[tuple[str, str, list[str]]]:
    """The heading of each section that has entries, what it means, and they."""
    if report.unread:
        yield (
            say("Not read"),
            f"{_WHY_UNREAD[:1].upper()}{_WHY_UNREAD[1:]}.",
            [f"- {code(one)}\n" for one in report.unread],
        )
    for result in Result:
        entries = [] if result is Result.FINE else [_entry(report, url, fate) for url, fate in report.of(result)]
        if entries:
            yield result.heading[:1].upper() + result.heading[1:], str(result.meaning), entries


def as_data(report: Report) -> str:
    """The report as JSON, of which the keys keep their meaning while `version` stays."""
    data = {
        "version": _VERSION,
        "counts": {result.value: number for result, number in report.counts.items()},
        "addresses": [
            {
                "url": url,
                "result": fate.result.value,
                "status": fate.status,
                "why": fate.why,
                "new": fate.new,
                "in": [
                    {"file": where.file, "key": where.key, "archived": where.is_archived}
                    for where in report.places[url]
                ],
            }
            for url, fate in report.fates.items()
        ],
        "unread": report.unread,
    }
    return json.dumps(data, ensure_ascii=True, indent=2)


def _entry(report: Report, url: str, fate: Fate) -> str:
    places = report.places[url]
    after = _after(fate, code(fate.new), places[0])
    return f"- {code(url)}{after}: {', '.join(code(str(where)) for where in places)}\n"


def _after(fate: Fate, new: str, where: AddressPlace) -> str:
    """What is said after an address: where it leads now, why it is not fine, and whether a copy is left."""
    parts = [f" → {new}"] if new else []
    why = [str(fate.why)] if fate.why else []
    if fate.result is Result.GONE and where.key.endswith("url"):
        why.append(say("there is an archived copy") if where.is_archived else say("there is no archived copy"))
    return "".join([*parts, *([f" ({'; '.join(why)})"] if why else [])])
