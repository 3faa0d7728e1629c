"""Two versions of a record or claim, key by key."""

from collections.abc import Collection, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from site_builder.comparing.changes import FieldChange
from site_builder.comparing.wording import describe, describe_pair, stated
from site_builder.languages import say
from site_builder.problems import without
from site_builder.records import Schema, Text, field_names

_WITH_LINES = ("body",)
"""Texts in which lines and paragraphs mean something."""


def compare_fields(before: Schema, after: Schema, skip: Collection[str] = ()) -> Iterator[FieldChange]:
    """Every difference between two mappings of one model, in the order of its keys, but for those to `skip`."""
    for key, name in field_names(type(after)).items():
        if key not in skip:
            yield from _compare(key, getattr(before, name), getattr(after, name))


def added_fields(value: Schema, skip: Collection[str] = ()) -> Iterator[FieldChange]:
    """What a mapping says that was not there before, each key at once, but for those to `skip`."""
    for key, given in stated(value):
        if key not in skip:
            yield FieldChange(key, None, describe(given), prose=isinstance(given, Text))


def _compare(key: str, before: Any, after: Any) -> Iterator[FieldChange]:
    if before == after:
        return
    if isinstance(before, tuple):
        yield from _compare_lists(key, before, after)
    elif isinstance(before, Mapping):
        yield from _compare_mappings(key, before, after)
    elif isinstance(before, Text) and isinstance(after, Text):
        yield from _compare_texts(key, before, after)
    elif isinstance(before, Schema) and isinstance(after, Schema):
        yield from (
            FieldChange(f"{key} {change.key}", change.before, change.after, change.prose)
            for change in compare_fields(before, after)
        )
    else:
        yield FieldChange(key, *describe_pair(before, after), prose=isinstance(before or after, Text))


def _compare_mappings(key: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    for part in dict.fromkeys((*before, *after)):
        old, new = before.get(part), after.get(part)
        if isinstance(old or new, Mapping):
            yield from _compare_mappings(f"{key} {part}", old or {}, new or {})
        elif isinstance(old, Schema) and isinstance(new, Schema):
            yield from _compare(f"{key} {part}", old, new)
        elif old != new:
            yield FieldChange(f"{key} {part}", describe(old), describe(new))


def _compare_texts(key: str, before: Text, after: Text) -> Iterator[FieldChange]:
    old, new = dict(before.versions), dict(after.versions)
    if old == new:
        yield FieldChange(say("order of {key}", key=key), _languages(before), _languages(after))
    for code in dict.fromkeys((*old, *new)):
        was, now = old.get(code), new.get(code)
        named = f"{key} {code}" if code else key
        if was is None or now is None or was.split() != now.split():
            if was != now:
                yield FieldChange(named, was, now, prose=True)
        elif was != now and key in _WITH_LINES:
            yield FieldChange(say("line breaks of {key}", key=named), was, now)


def _languages(text: Text) -> str:
    return ", ".join(code or say("as the site") for code, _ in text.versions)


def _compare_lists(key: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[FieldChange]:
    old, new = [*without(before, after, _hashed)], [*without(after, before, _hashed)]
    if not old and not new:
        yield FieldChange(say("order of {key}", key=key), describe(before), describe(after))
    for gone, come in _pair(old, new):
        yield FieldChange(key, *describe_pair(gone, come), prose=isinstance(gone or come, Text))


def _hashed(item: Any) -> Any:
    """Something that is equal for items that are; records with mappings in them have no hash."""
    return item if isinstance(item, str | Text) else repr(item)


def _pair(old: list[Any], new: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Items of which one replaced the other: about the same thing, or, of texts, in the same place."""
    if all(isinstance(item, Text) for item in (*old, *new)):
        yield from zip_longest(old, new)
        return
    waiting: dict[str, list[Any]] = {}
    for item in new:
        waiting.setdefault(_subject(item), []).append(item)
    paired = set()
    for item in old:
        same = waiting.get(_subject(item))
        come = same.pop(0) if same and isinstance(item, Schema) else None
        paired.add(id(come))
        yield item, come
    yield from ((None, item) for item in new if id(item) not in paired)


def _subject(item: Any) -> str:
    """What an item of a list is about: the first thing that it says."""
    return repr(getattr(item, next(iter(type(item).model_fields)))) if isinstance(item, Schema) else str(item)
