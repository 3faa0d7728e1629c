"""What stands in the log of corrections, so that its pages can be planned before any of them is made."""

from site_builder import edtf
from site_builder.chronicle import Chronicle
from site_builder.linking import Corrected, Removed
from site_builder.pages.addresses import year_part
from site_builder.pages.dates import first_year
from site_builder.pages.paging import Sheet, Sheets, bytes_of, make_sheets, year_levels
from site_builder.records import Source

_LINE = 205
"""Bytes of HTML of a line without its texts, and of the heading of a day before it."""

LogLine = Corrected | Removed
LogSheet = Sheet[LogLine]
LogSheets = Sheets[LogLine]


def plan_log(chronicle: Chronicle, language: str, most: int) -> LogSheets:
    """The pages of the log: years, and of a year with very many corrections some days, the latest first."""

    def weigh(line: LogLine) -> int:
        if isinstance(line, Removed):
            return _LINE + len(line.removal.id) + bytes_of(line.removal.reason.definition)
        record = line.record
        name = record.publisher if isinstance(record, Source) else record.heading.choose(language)[0]
        return _LINE + len(record.id) + bytes_of(name, line.correction.note.choose(language)[0])

    return make_sheets(
        chronicle.log,
        weigh,
        lambda line: year_part(year_of_line(line)),
        above=year_levels(year_of_line),
        below=[date_of],
        most=most,
    )


def date_of(line: LogLine) -> edtf.Date:
    return line.date


def year_of_line(line: LogLine) -> int | None:
    """The year in which something was corrected; of a vague date the first, as everywhere a correction is dated."""
    date = date_of(line)
    return first_year(date.earliest, date.latest)
