"""Every change of meaning that records tell of, in one order: the list from which pages and feeds take theirs."""

from collections.abc import Iterable
from typing import NamedTuple

from site_builder.records import Correction, Record


class Corrected(NamedTuple):
    """A correction with its record."""

    record: Record
    number: int
    """Which of the record's corrections it is, from 1: what it is called for ever."""
    correction: Correction


def corrected_of(record: Record) -> tuple[Corrected, ...]:
    """The corrections of one record, as they stand in it."""
    return tuple(Corrected(record, number, one) for number, one in enumerate(record.corrections, start=1))


def find_corrected(records: Iterable[Record]) -> tuple[Corrected, ...]:
    """The corrections of records in their order: the latest day first, and of one day errors before what became clear.

    Of one day and kind those of the last records come first: of events, the latest.
    """
    found = [one for record in records for one in corrected_of(record)][::-1]
    found.sort(key=lambda one: one.correction.kind.order)
    return tuple(sorted(found, key=lambda one: one.correction.date.sort_key, reverse=True))
