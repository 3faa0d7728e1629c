"""A whole site whose records hold hostile texts, or harmless ones of the same shape."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from building import REPOSITORY

from browser.hostile_records import FieldName, Writer, former_id, record_id
from browser.hostile_texts import PROBES
from site_builder.records import Kind

_DOCS = {
    "index.md": "---\ntemplate: home.html\n---\n\n# Home\n\nWords.\n",
    "method.md": "# Method\n",
    "contributing.md": "# Contributing\n\n## Report an error {#report-an-error}\n",
}


def write_world(folder: Path, *, hostile: bool) -> dict[FieldName, list[str]]:
    """Write the site's folder; returns for each field of text the words by which each text written there begins."""
    folder.mkdir()
    write_site_around(folder)
    written: dict[FieldName, list[str]] = {}
    for number, probe in enumerate(PROBES):
        writer = Writer(probe, number, hostile)
        for kind in Kind:
            write_record(
                folder, kind, record_id(kind, number), {**writer.record(kind), "former_ids": [former_id(kind, number)]}
            )
        for field, begins in writer.written.items():
            written.setdefault(field, []).extend(begins)
    everybody = [record_id(Kind.ACTOR, number) for number in range(len(PROBES))]
    (folder / "events" / "chronicle.yml").write_text(json.dumps({"order": {"actors": everybody}}))
    return written


def write_site_around(folder: Path) -> None:
    """Write all of a site but its records: our own settings, theme and navigation."""
    (folder / "mkdocs.yml").write_text((REPOSITORY / "mkdocs.yml").read_text())
    shutil.copytree(REPOSITORY / "theme", folder / "theme", ignore=shutil.ignore_patterns("node_modules"))
    _write_docs(folder / "docs")


def _write_docs(folder: Path) -> None:
    """Every page that the navigation names, with hardly any words."""
    real = REPOSITORY / "docs"
    for page in real.rglob("*.md"):
        name = page.relative_to(real)
        if name.match("problems/TL*"):
            continue
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(_DOCS.get(str(name), f"# {page.stem}\n"))


def write_record(folder: Path, kind: Kind, name: str, values: dict[str, Any]) -> Path:
    """Write one record's file; JSON is YAML."""
    below = "2024" if kind is Kind.EVENT else kind.plural
    file = folder / "events" / below / f"{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
    return file
