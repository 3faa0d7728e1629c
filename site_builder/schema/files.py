"""Where editors find the schemas: beside the records, in a folder that no reader of records enters."""

import json
from collections.abc import Mapping
from pathlib import Path

from site_builder.reading import Input, find_files, is_id, vocabulary_of
from site_builder.records import Kind
from site_builder.schema.forms import Document
from site_builder.schema.records import IDS, profile_schema, record_schema, removals_schema
from site_builder.vocabulary import Vocabulary


def ids_document(ids: Mapping[Kind, list[str]]) -> Document:
    """A schema document with the ids of each kind, sorted; an empty kind accepts none of them."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Ids of the records that exist",
        "description": "Made by `timeline schema`; completes ids while you type, and lets new ones pass.",
        "definitions": {kind.value: {"enum": sorted(ids[kind])} if ids[kind] else {"not": {}} for kind in Kind},
    }


FOLDER = ".schema"
"""Below the folder of the records."""


def schema_files(vocabulary: Vocabulary) -> dict[str, str]:
    """The schemas of all files of records by file name, with the terms of a chronicle."""
    schemas = {f"{kind.value}.json": record_schema(kind, vocabulary) for kind in Kind}
    schemas |= {"profile.json": profile_schema(), "removed.json": removals_schema()}
    return {name: _text(schema) for name, schema in schemas.items()}


def stale_files(folder: Path) -> list[str]:
    """The schemas below a folder of records that are missing or are not what the models say."""
    return [
        name
        for name, text in schema_files(vocabulary_of(folder)).items()
        if not (path := folder / FOLDER / name).is_file() or path.read_bytes() != text.encode()
    ]


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas and the ids of a folder of records; returns what was written.

    Links are not written through: a file takes the place of one. Raises OSError.
    """
    target = folder / FOLDER
    if target.is_symlink():
        raise OSError(None, "a symbolic link", str(target))
    target.mkdir(exist_ok=True)
    texts = schema_texts(folder)
    for name, text in texts.items():
        (target / name).unlink(missing_ok=True)
        with (target / name).open("x", encoding="utf-8") as stream:
            stream.write(text)
    return [target / name for name in texts]


def schema_texts(source: Input) -> dict[str, str]:
    """The schemas and the ids of a source of records, by file name."""
    return schema_files(vocabulary_of(source)) | {IDS: _text(ids_document(_ids(source)))}


def _ids(source: Input) -> dict[Kind, list[str]]:
    files = [file for file in find_files(source)[0] if file.is_record]
    return {kind: sorted({file.id for file in files if file.kind is kind and is_id(file.id)}) for kind in Kind}


def _text(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
