"""Records as JSON: all in `chronicle.json`, from which the same chronicle can be read again, and some each in its file.

Keys and values are those of the records' YAML: what a record leaves out is left out, and short forms are written out.
`id` and `file`, its path in the folder of records, stand with each. What the engine found out about them stands apart,
in `found`.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any

from site_builder.formats.columns import as_json
from site_builder.linking import ClaimKey
from site_builder.pages import Here, record_address
from site_builder.reading import PROFILE, REMOVED
from site_builder.records import Kind, Record, Schema
from site_builder.schema import whole_schema

SCHEMA = "chronicle.schema.json"
"""The schema, beside the file."""
RECORD_FILE = "index.json"
OF_THEIR_OWN = (Kind.EVENT, Kind.QUESTION, Kind.THREAD)
"""The kinds whose records have files of their own."""


def write_whole(here: Here) -> bytes:
    """The whole chronicle as JSON."""
    chronicle = here.chronicle
    return as_json(
        {
            "$schema": SCHEMA,
            "profile": _as_written(chronicle.profile),
            **{kind.plural: [_record(record) for record in chronicle.records(kind).values()] for kind in Kind},
            "removed": {
                kind.plural: [_as_written(one, ()) for one in of_kind.values()]
                for kind, of_kind in chronicle.removed.items()
                if of_kind
            },
            "found": {
                "events": {event: _found_of_event(here, event) for event in chronicle.events},
                "claims": {str(key): _found_of_claim(here, key) for key in chronicle.claims.all},
            },
        }
    )


def write_schema(here: Here) -> bytes:
    """The schema of `chronicle.json`, with the terms of this chronicle."""
    return json.dumps(whole_schema(here.chronicle.vocabulary), ensure_ascii=False, separators=(",", ":")).encode()


def record_files(here: Here) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """A file beside the page of each event, question and thread, and what makes its content."""
    for kind in OF_THEIR_OWN:
        for record_id in here.chronicle.records(kind):
            yield f"{record_address(kind, record_id)}/{RECORD_FILE}", partial(_write_record, here, kind, record_id)


def read_whole(content: bytes) -> dict[str, bytes]:
    """The files of the records, by their paths, from what `write_whole` made: a source for `Chronicle.read`."""
    whole: dict[str, Any] = json.loads(content)
    files = {PROFILE: whole["profile"]} | ({REMOVED: whole["removed"]} if whole["removed"] else {})
    for kind in Kind:
        for record in whole[kind.plural]:
            files[record["file"]] = {key: value for key, value in record.items() if key not in ("id", "file")}
    # What is JSON is YAML too. Source: YAML 1.2.2, 1.2.
    return {file: json.dumps(keys, ensure_ascii=False).encode() for file, keys in files.items()}


def _write_record(here: Here, kind: Kind, record_id: str) -> bytes:
    """A record as `chronicle.json` has it, with what the engine found out about it."""
    return as_json({**_record(here.chronicle.records(kind)[record_id]), "found": _found(here, kind, record_id)})


def _found(here: Here, kind: Kind, record_id: str) -> Mapping[str, Any]:
    claims = here.chronicle.claims
    if kind is Kind.THREAD:
        return {"events": here.chronicle.thread_events[record_id]}
    if kind is Kind.QUESTION:
        return {"claims": {str(key): _found_of_claim(here, key) for key in claims.on_question[record_id]}}
    return {
        **_found_of_event(here, record_id),
        "claims": {str(key): _found_of_claim(here, key) for key in claims.shown_on[record_id]},
        "links": [{"type": link.type.value, "event": link.event} for link in here.chronicle.links[record_id]],
    }


def _record(record: Record) -> Mapping[str, Any]:
    return {"id": record.id, "file": record.file, **_as_written(record)}


def _as_written(value: Schema, left_out: Collection[str] = ("id", "file")) -> dict[str, Any]:
    return value.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={*left_out})


def _found_of_event(here: Here, event: str) -> Mapping[str, Any]:
    """The first and the last day on which it can have been going on, given its links; empty where nobody knows."""
    extent = here.chronicle.chronology.extents[event]
    return {"earliest": extent.start.earliest.iso, "latest": extent.end.latest.iso}


def _found_of_claim(here: Here, key: ClaimKey) -> Mapping[str, Any]:
    """Whether it is disputed and which of its figures are, and what it is to other claims and they to it."""
    claims = here.chronicle.claims
    figures = [{"party": party, "category": category.value} for party, category in claims.disputed_figures(key)]
    answers: dict[str, list[str]] = {}
    for relation in claims.relations[key]:
        answers.setdefault(relation.type.value, []).append(str(relation.other))
    return {
        "disputed": claims.disputed(key),
        **({"disputed-figures": figures} if figures else {}),
        **answers,
    }
