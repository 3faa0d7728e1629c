"""What the rules of one chronicle warn of besides what the engine knows: channels, state outlets, loaded words."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from site_builder.languages import say
from site_builder.records.base import MAX_LINE, MOST_ENTRIES, Language, Line, as_list

HOST_PATTERN = r"(?:[a-z0-9-]+\.)+[a-z0-9-]+(?:/[^\s/?#]+)*"
_HOST = re.compile(HOST_PATTERN)
_WORD = re.compile(r"[^\W\d_][^\s*]*\*?(?: [^\s*]+\*?)*")


def _read_host(value: str) -> str:
    host = value.casefold().rstrip("/")
    if not _HOST.fullmatch(host):
        raise ValueError(
            say("expected a host, or a host and how the path begins, such as army.example or posts.example/army")
        )
    return host


def _read_word(value: str) -> str:
    if not _WORD.fullmatch(value):
        raise ValueError(say("expected a word or a phrase, in which * at the end of a word is any ending"))
    return value


HostAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE), AfterValidator(_read_host)]
_Hosts = Annotated[tuple[HostAddress, ...], BeforeValidator(as_list), Field(max_length=MOST_ENTRIES)]
Hosts = Annotated[dict[Line, _Hosts], Field(max_length=MOST_ENTRIES)]
_Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_LINE), AfterValidator(_read_word)]
_Words = Annotated[dict[_Word, Line], Field(max_length=MOST_ENTRIES)]
LoadedWords = Annotated[dict[Language, _Words], Field(max_length=MOST_ENTRIES)]
