"""A chronicle of very many events, of which records hold only what a timeline draws and filters by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.synthetic.chronicle import invent_chronicle
from bench.synthetic.files import RecordFile
from bench.synthetic.sources import gazetteer
from bench.synthetic.yaml_text import Flow, Folded, Value
from site_builder.chronicle import Chronicle

_KEPT = ("title", "date", "kind", "importance", "threads")
_SUMMARY = "What happened is told elsewhere."


def light_chronicle(events: int, seed: int) -> Chronicle:
    """The chronicle of `bench.generate` without claims, accounts and sources; read and ordered as any other."""
    files = {file.path: file.text.encode() for file in _light(events, seed)}
    return Chronicle.read(Path(), files)


def _light(events: int, seed: int) -> Iterator[RecordFile]:
    source = gazetteer()
    name = Path(source.path).stem
    for file in invent_chronicle(events, seed):
        if "date" in file.record and "kind" in file.record and not file.path.startswith("sources/"):
            yield RecordFile(file.path, _event(file.record, name))
        elif not file.path.startswith("sources/") or file.path == source.path:
            yield file


def _event(record: Mapping[str, Value], source: str) -> dict[str, Value]:
    return {
        **{name: record[name] for name in _KEPT},
        "summary": Folded(_SUMMARY),
        "places": [*map(_established, _listed(record["places"]))],
        "actors": [*map(_established, _listed(record["actors"]))],
        "links": [link for link in _listed(record["links"]) if isinstance(link, Flow)],
        "sources": [source],
    }


def _listed(value: Value) -> list[Value]:
    assert isinstance(value, list)
    return value


def _established(part: Value) -> Value:
    """Somebody who took part, or a place, without the standing for which there is no claim here."""
    assert isinstance(part, Flow) and isinstance(part.value, dict)
    return Flow({name: value for name, value in part.value.items() if name != "standing"})
