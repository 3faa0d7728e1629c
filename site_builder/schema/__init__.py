"""JSON Schema (draft-07) of records and of the profile, for editors that complete and correct as people type."""

from site_builder.schema.files import FOLDER, ids_document, schema_files, schema_texts, stale_files, write_schemas
from site_builder.schema.records import IDS, profile_schema, record_schema, removals_schema, whole_schema
from site_builder.schema.templates import record_template

__all__ = [
    "FOLDER",
    "IDS",
    "ids_document",
    "profile_schema",
    "record_schema",
    "record_template",
    "removals_schema",
    "schema_files",
    "schema_texts",
    "stale_files",
    "whole_schema",
    "write_schemas",
]
