"""The pages of all lists of a site, each planned once, when it is first asked for."""

import sys

from site_builder.chronicle import Chronicle
from site_builder.pages.index_lines import IndexSheets, plan_index
from site_builder.pages.log_lines import LogSheets, plan_log
from site_builder.pages.record_lines import LineMaker, RecordSheets, plan_record
from site_builder.records import Kind

BY_YEAR, BY_LETTER = "by-year", "by-letter"
"""What comes between the address of an index and the parts of it."""


class Plans:
    """Which pages the lists of records and the indexes have."""

    def __init__(self, chronicle: Chronicle, language: str, most: int) -> None:
        """`most` is how many bytes of HTML the lists of a page may have."""
        self._chronicle, self._language, self._most = chronicle, language, most
        self._lines = LineMaker(chronicle, language)
        self._records: dict[tuple[Kind, str], RecordSheets] = {}
        self._indexes: dict[Kind, IndexSheets] = {}
        self._log: LogSheets | None = None

    def of_record(self, kind: Kind, record_id: str) -> RecordSheets:
        """The pages of a record's lists: none or one where they fit on the record's own."""
        if (kind, record_id) not in self._records:
            record = self._chronicle.records(kind)[record_id]
            # The pages of an index stand where those of a record of that id would.
            most = sys.maxsize if record_id in (BY_YEAR, BY_LETTER) else self._most
            self._records[kind, record_id] = plan_record(self._lines, record, most)
        return self._records[kind, record_id]

    def of_log(self) -> LogSheets:
        """The pages of the log of corrections: none or one where it fits on one."""
        if self._log is None:
            self._log = plan_log(self._chronicle, self._language, self._most)
        return self._log

    def of_index(self, kind: Kind) -> IndexSheets:
        """The pages of the list of all records of a kind: none or one where it fits on one."""
        if kind not in self._indexes:
            self._indexes[kind] = plan_index(self._chronicle, self._language, kind, self._most)
        return self._indexes[kind]
