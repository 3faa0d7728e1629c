"""What all kinds of record share: ids, texts, dates, addresses, references to sources, corrections."""

import re
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    model_validator,
)

from site_builder import edtf
from site_builder.languages import say
from site_builder.records.addresses import read_address
from site_builder.records.keys import IN_OWN_WORDS, Kind, LeadsOut, NamesClaim, RefersTo, as_written, key
from site_builder.records.locale_codes import check_language
from site_builder.records.rules import BrokenRulesError, Rule
from site_builder.vocabulary import CorrectionKind

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
MAX_ID = 100
MAX_URL = 2000
MAX_LINE = 1000
MOST_ENTRIES = 200
"""Most entries of a list: pages show all of it, each claim is held against every other, a former id is a page."""
DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
"""Names that Windows keeps for devices, with whatever extension, and that no file or folder can have there."""
COUNTRY_PATTERN = r"^[A-Z]{2}$"
EXTRA_KEY_PATTERN = r"^[A-Za-z][A-Za-z0-9_.:-]*$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"


_GIVEN: dict[frozenset[str], set[str]] = {}


class Schema(BaseModel):
    """A mapping with known keys only, immutable once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: ClassVar[tuple[Rule, ...]] = ()
    """What holds between its keys."""

    def model_post_init(self, context: Any, /) -> None:
        """Share the set of the keys that were given: there are few such sets, and pydantic makes one for each value."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))


class Ruled(Schema):
    """A mapping with rules."""

    @model_validator(mode="after")
    def _keep_rules(self) -> Self:
        broken = [found for rule in self.rules for found in rule(self)]
        if broken:
            raise BrokenRulesError(*broken)
        return self


class Text(Schema):
    """Text that readers see, in one or several languages."""

    versions: tuple[tuple[str | None, str], ...]
    """Pairs of language code and text, as written; None is the language of the records."""

    def choose(self, language: str, of_records: str = "") -> tuple[str, str]:
        """The text for a reader of `language` and the language it is in; the first version where none fits.

        Where the records do not say theirs, it is that of the reader.
        """
        for code, text in self.versions:
            if code is None or code == language:
                return text, code or of_records or language
        code, text = self.versions[0]
        return text, code or language

    def __str__(self) -> str:
        return self.versions[0][1]


def _read_text(value: Any) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        if not value.strip():
            raise ValueError(say("expected some text"))
        return Text(versions=((None, value.strip()),))
    if isinstance(value, dict) and value:
        if len(value) > MOST_ENTRIES:
            raise ValueError(say("expected at most {most} languages, not {n:,}", most=MOST_ENTRIES, n=len(value)))
        pairs = []
        for code, text in value.items():
            if not isinstance(code, str) or not re.match(LANGUAGE_PATTERN, code):
                message = say("expected a language code such as en, fr or ar, not {code!r}", code=code)
                raise BrokenRulesError((str(code), message))
            check_language(code)
            if not isinstance(text, str) or not text.strip():
                raise BrokenRulesError((code, say("expected some text in the language {code}", code=code)))
            pairs.append((code, text.strip()))
        return Text(versions=tuple(pairs))
    raise ValueError(say("expected text, or a mapping of language codes to text"))


def _write_text(text: Text) -> str | dict[str, str]:
    """The text as it was written."""
    return str(text) if text.versions[0][0] is None else {code or "": version for code, version in text.versions}


def _read_date(value: Any) -> edtf.Date:
    if isinstance(value, edtf.Date):
        return value
    if not isinstance(value, str):
        raise ValueError(say("expected a date"))
    return edtf.parse(value)


def _read_flag(value: Any) -> Any:
    if isinstance(value, str):
        if value in ("true", "false"):
            return value == "true"
        raise ValueError(say("expected true or false"))
    return value


def _read_former_id(value: str) -> str:
    if value in DEVICES:
        raise ValueError(say("Windows reserves that name for a device, so no page can have it"))
    return value


def _three_at_most(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(ids) > 3:
        raise ValueError(say("expected at most three events to start with"))
    return ids


def as_list(value: Any) -> Any:
    """A lone value as a list of one, for keys that take either."""
    return [value] if isinstance(value, str) else value


LocalText = Annotated[Text, as_written(_read_text, _write_text)]
Date = Annotated[edtf.Date, as_written(_read_date, str)]
Url = Annotated[str, StringConstraints(max_length=MAX_URL), AfterValidator(read_address), LeadsOut()]
Flag = Annotated[bool, BeforeValidator(_read_flag), Field(examples=[True, False])]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID)]
EventId = Annotated[Id, RefersTo(Kind.EVENT)]
ActorId = Annotated[Id, RefersTo(Kind.ACTOR)]
PlaceId = Annotated[Id, RefersTo(Kind.PLACE)]
SourceId = Annotated[Id, RefersTo(Kind.SOURCE)]
ThreadId = Annotated[Id, RefersTo(Kind.THREAD)]
QuestionId = Annotated[Id, RefersTo(Kind.QUESTION)]
FormerId = Annotated[Id, AfterValidator(_read_former_id)]
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_LINE)]
ClaimRef = Annotated[Line, NamesClaim()]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN), AfterValidator(check_language)]


Bounded = Field(max_length=MOST_ENTRIES)
StartIds = Annotated[tuple[EventId, ...], AfterValidator(_three_at_most)]
ExtraKey = Annotated[str, StringConstraints(pattern=EXTRA_KEY_PATTERN, max_length=MAX_ID)]


class SourceRef(Schema):
    """A source, with the place in it that says so."""

    source: SourceId = key(examples=["harbour-news-2024-08-02-bridge"])
    """The id of a source."""
    at: Line | None = key(None, examples=["paragraph 4"])
    """A pinpoint: paragraph, page, minute."""


SourceRefs = Annotated[
    tuple[Annotated[SourceRef, BeforeValidator(lambda v: {"source": v} if isinstance(v, str) else v)], ...],
    Bounded,
    Field(examples=[["harbour-news-2024-08-02-bridge", {"source": "coast-agency-2024-08-02", "at": "paragraph 4"}]]),
]


class Correction(Schema):
    """A change of meaning made after the record was added, for the public."""

    date: Date = key(examples=["2026-12-01"])
    """When it was changed."""
    kind: CorrectionKind
    """Why it was changed."""
    note: LocalText = key(examples=IN_OWN_WORDS)
    """What changed, for the public."""


class Record(Ruled):
    """What every kind of record has; id and file come from where it stands, not from the YAML."""

    record_kind: ClassVar[Kind]
    """The kind of record; `kind` is a key of events and sources."""

    id: Id
    """The file's name without its ending."""
    file: str
    """Path of the file relative to the chronicle's folder, with forward slashes."""
    added: Date | None = key(None, help="When the record is added (default: today)", examples=["2026-11-22"])
    """When the record entered the chronicle: the day on which it was written."""
    corrections: Annotated[tuple[Correction, ...], Bounded] = key(
        (), examples=[[{"date": "2026-12-01", "kind": "error", "note": "The toll is now attributed to its speaker."}]]
    )
    """What changed in meaning since then."""
    former_ids: Annotated[tuple[FormerId, ...], Bounded] = key(
        (), not_shown="each is a page that sends readers on", examples=[["2024-07-27-old-name"]]
    )
    """Ids that the record had before: they lead here for ever."""
    ids: dict[Id, Line] = key(
        {},
        max_length=MOST_ENTRIES,
        help="Its name in another database, as wikidata=Q42",
        option="ids",
        examples=[{"wikidata": "Q42"}],
    )
    """The record's names in other databases, such as wikidata or ucdp."""
    tags: Annotated[tuple[Line, ...], Bounded, BeforeValidator(as_list)] = key(
        (), help="A word of the chronicle's own to find it by", examples=[["harvest", "border"]]
    )
    """Words of the chronicle's own, to find records by: no list closes them."""
    extra: dict[ExtraKey, JsonValue] = key(
        {},
        max_length=MOST_ENTRIES,
        not_shown="it is kept and handed on for whoever takes the data",
        examples=[{"gauge": {"station": "Low Bridge", "level": "4.2"}}],
    )
    """Whatever else is to be kept with the record, in any form."""
    link_mentions: Flag = key(True, not_shown="it decides where links stand")
    """Whether first mentions of actors and places in its prose become links."""

    @property
    def last_corrected(self) -> edtf.Date | None:
        """When its meaning last changed; None where it never did."""
        return max((one.date for one in self.corrections), key=lambda date: date.sort_key, default=None)

    @property
    def heading(self) -> Text:
        """The name that people see: its title or its name."""
        found: Text = getattr(self, "title" if "title" in type(self).model_fields else "name")
        return found
