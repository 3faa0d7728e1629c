"""The world outside: what became of the addresses that records hold, asked politely, and copies in web archives."""

from site_builder.outside.archiving import INTERNET_ARCHIVE, NotArchivedError, WebArchive
from site_builder.outside.asking import Asker, Fate, Result
from site_builder.outside.exchange import Answer, Request, exchange
from site_builder.outside.pace import Pace, StoppedError, retry_after
from site_builder.outside.reach import InnerAddressError, NoAnswerError, Number, Reach
from site_builder.outside.reporting import (
    LONGEST,
    MARKER,
    AddressPlace,
    Report,
    addresses_of,
    as_data,
    as_issue,
    as_lines,
    unread_records,
)
from site_builder.outside.rounds import Round, ask_all

__all__ = [
    "INTERNET_ARCHIVE",
    "LONGEST",
    "MARKER",
    "AddressPlace",
    "Answer",
    "Asker",
    "Fate",
    "InnerAddressError",
    "NoAnswerError",
    "NotArchivedError",
    "Number",
    "Pace",
    "Reach",
    "Report",
    "Request",
    "Result",
    "Round",
    "StoppedError",
    "WebArchive",
    "addresses_of",
    "as_data",
    "as_issue",
    "as_lines",
    "ask_all",
    "exchange",
    "retry_after",
    "unread_records",
]
