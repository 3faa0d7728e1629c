"""One key put into the text of a record, of which nothing else changes."""

from site_builder.editing.drafts import scalar_of
from site_builder.editing.formatting import NotFormattedError, read_values, with_one_break
from site_builder.languages import say
from site_builder.reading import LINE_BREAK, read_document
from site_builder.records import Schema, fields


def with_key(content: str, model: type[Schema], key: str, value: str) -> str:
    """The text of a record with one more key, in a line after the key that comes before it in the schema.

    Raises NotFormattedError where the record cannot be read, has that key, or has no line for it, as in brackets.
    """
    values = read_values(content)
    known = list(fields(model))
    before = [name for name in known[: known.index(key)] if name in values]
    if key in values or not before:
        raise NotFormattedError(say("there is no place for `{key}` in it", key=key))
    document = read_document(content)
    line_break = with_one_break(content)[1]
    found = LINE_BREAK.search(content, document.positions.span((before[-1],)).end)
    end = len(content) if found is None else found.end()
    line = f"{'' if found else line_break}{key}: {scalar_of(key, value).written}{line_break}"
    written = f"{content[:end]}{line}{content[end:]}"
    if read_values(written) != {**values, key: value}:
        raise NotFormattedError(say("there is no line for `{key}` in it: write it yourself", key=key))
    return written
