"""Every change of meaning that records tell of, in one order: the list from which pages and feeds take theirs."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from site_builder import edtf
from site_builder.records import Correction, Kind, Record, Removal


class Corrected(NamedTuple):
    """A correction with its record."""

    record: Record
    number: int
    """Which of the record's corrections it is, from 1: what it is called for ever."""
    correction: Correction

    @property
    def date(self) -> edtf.Date:
        return self.correction.date


class Removed(NamedTuple):
    """A record that was removed for privacy."""

    kind: Kind
    removal: Removal

    @property
    def date(self) -> edtf.Date:
        return self.removal.date


def corrected_of(record: Record) -> tuple[Corrected, ...]:
    """The corrections of one record, as they stand in it."""
    return tuple(Corrected(record, number, one) for number, one in enumerate(record.corrections, start=1))


def find_corrected(records: Iterable[Record]) -> tuple[Corrected, ...]:
    """The corrections of records in their order: the latest day first, and of one day errors before what became clear.

    Of one day and kind those of the last records come first: of events, the latest.
    """
    found = [one for record in records for one in corrected_of(record)][::-1]
    found.sort(key=lambda one: one.correction.kind.order)
    return tuple(sorted(found, key=lambda one: one.date.sort_key, reverse=True))


def find_removed(removed: Mapping[Kind, Mapping[str, Removal]]) -> tuple[Removed, ...]:
    """What was removed for privacy, the latest first."""
    found = [Removed(kind, removal) for kind, of_kind in removed.items() for removal in of_kind.values()]
    return tuple(sorted(found, key=lambda one: one.date.sort_key, reverse=True))


def log_of(corrected: Iterable[Corrected], removed: Iterable[Removed]) -> tuple[Corrected | Removed, ...]:
    """Both in one order, the latest first; of one day what was corrected before what was removed."""
    return tuple(sorted((*corrected, *removed), key=lambda one: one.date.sort_key, reverse=True))
