"""Every key that a record may have is shown on the page of its record, or its field says why it is not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import pytest
import worlds
from browser.hostile_records import Writer, record_id
from browser.hostile_texts import PROBES
from worlds import write_record

from site_builder.chronicle import Chronicle
from site_builder.pages import Page
from site_builder.publishing import Renderer, make_templates, theme_folder
from site_builder.records import MODELS, Kind, Schema, Text, model_in
from site_builder.records.keys import key_of
from site_builder.records.models import annotation_at, fields
from site_builder.vocabulary import Term, built_in

Record = dict[str, Any]
TEMPLATES = make_templates([theme_folder()])
OTHER = [
    "Other words.",
    "https://example.org/",
    "2023-05",
    "probe-1",
    record_id(Kind.EVENT, 1),
    "17",
    "TG",
    "fr",
    "false",
]
OTHER += ["0" * 63 + "1"]
"""Values of which one is right for any key, and is not the one that it has."""


def file_of(folder: Path, kind: Kind, number: int) -> Path:
    return folder / ("2024" if kind is Kind.EVENT else kind.plural) / f"{record_id(kind, number)}.yml"


def page_of(chronicle: Chronicle, kind: Kind) -> str | None:
    """The page of the second record of a kind; None where it has errors."""
    if record_id(kind, 1) not in chronicle.records(kind):
        return None
    renderer = Renderer(worlds.here(chronicle).site, TEMPLATES)
    parts = renderer.parts(Page(kind.value, record_id(kind, 1)))
    return f"{parts.title}{parts.head}{parts.content}"


def with_record(whole: Chronicle, kind: Kind, record: Record) -> Chronicle:
    """The chronicle with another second record of a kind; the files of all others are as they were read."""
    file = file_of(whole.folder, kind, 1)
    file.write_text(json.dumps(record), encoding="utf-8")
    own = file.relative_to(whole.folder).as_posix()
    others = {name: read for name, read in whole.files.items() if name != own}
    return Chronicle.read(whole.folder, whole.folder, known=others)


def inner_mapping(held: Any, key: str) -> Any:
    """A mapping, or the first of a list that has a key."""
    return next((one for one in held if key in one), held[0]) if isinstance(held, list) else held


def paths_of(model: type[Schema], path: tuple[str, ...] = ()) -> Iterator[tuple[type[Schema], tuple[str, ...]]]:
    """Every key of a model and of the mappings in it, with the model that has it."""
    for key in fields(model):
        yield model, (*path, key)
        inner = model_in(fields(model)[key].annotation)
        if inner is not None and inner is not Text:
            yield from paths_of(inner, (*path, key))


def changed(model: type[Schema], record: Record, path: tuple[str, ...]) -> Iterator[Record]:
    """The record without a key, and with other values under it."""
    key = path[-1]
    mapping: Any = record
    for part, following in pairwise(path):
        mapping = inner_mapping(mapping[part], following)
    held = annotation_at(model, (key,))
    if isinstance(held, type) and issubclass(held, Term):
        values: list[Any] = list(map(str, built_in().terms(held)))
    else:
        given = mapping.get(key)
        values = [None, *OTHER, *([one] for one in OTHER), *([given * 2] if isinstance(given, list) else [])]
    for value in values:
        for also_without in ((), ("figures",)):
            other = copy.deepcopy(record)
            mapping = other
            for part, following in pairwise(path):
                mapping = inner_mapping(mapping[part], following)
            for name in (key, *also_without):
                mapping.pop(name, None)
            mapping |= {} if value is None else {key: value}
            yield other


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    """Two records of each kind with every key of the schema; the first are those that others refer to."""
    folder = tmp_path_factory.mktemp("world")
    for number in (0, 1):
        for kind in Kind:
            write_record(file_of(folder, kind, number), Writer(PROBES[number], number, hostile=False).record(kind))
    return Chronicle.open(folder)


@pytest.mark.parametrize("kind", Kind)
def test_a_key_is_shown_unless_its_field_says_why_not(whole: Chronicle, kind: Kind) -> None:
    record = Writer(PROBES[1], 1, hostile=False).record(kind)
    usual = page_of(whole, kind)
    assert usual is not None
    wrong = []
    for model, path in paths_of(MODELS[kind]):
        reason = key_of(fields(model)[path[-1]]).not_shown
        shown = False
        for other in islice(changed(model, record, path), 6 if reason else None):
            if (page := page_of(with_record(whole, kind, other), kind)) is not None and page != usual:
                shown = True
                break
        if shown is bool(reason):
            advice = (
                "it is shown: leave out not_shown=" if shown else "show it on the page, or say not_shown= on its field"
            )
            wrong.append(f"{'.'.join(path)}: {advice}")
    write_record(file_of(whole.folder, kind, 1), record)
    assert wrong == []
