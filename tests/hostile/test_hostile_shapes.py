"""Valid YAML of any shape goes all the way to pages without an exception, and the pages are inert."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import worlds
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hostile.pages_of import open_safely, render_strictly
from hostile.record_shapes import Records, mappings, records
from site_builder import reading
from site_builder.chronicle import Chronicle
from site_builder.cli import main
from site_builder.records import MODELS, Kind

BASE = """
actors/a: {name: Army, aliases: [Armed forces], active: 2020/2025}
places/a: {name: Town, country: ML}
threads/a: {}
questions/a: {}
sources/a: {publisher: Agency}
2024-01-01-a:
  threads: [a]
  actors: [{actor: a, role: attacker}]
  claims: [{id: a, by: a, question: a, figures: {civilians: {killed: 3}}}]
2024-b: {date: '2024', links: [{type: about, event: 2024-01-01-a}]}
"""
"""Records without problems, so that most of what is drawn refers to something."""


def write(folder: Path, drawn: Records) -> None:
    worlds.write_records(folder, BASE)
    for (kind, record_id), values in drawn.items():
        below = "" if kind is Kind.EVENT else f"{kind.plural}/"
        (folder / f"{below}{record_id}.yml").write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(records())
def test_records_of_any_shape_become_problems_or_inert_pages(drawn: Records) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), drawn)
        render_strictly(open_safely(Path(folder)))


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), st.sampled_from(Kind))
def test_most_of_what_is_made_from_a_model_and_not_spoilt_is_a_record(data: st.DataObject, kind: Kind) -> None:
    values = data.draw(mappings(MODELS[kind]))
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {(kind, "b"): values})
        name = "b.yml" if kind is Kind.EVENT else f"{kind.plural}/b.yml"
        result = reading.read(Path(folder)).files[name]
    assert {problem.code for problem in result.problems} <= {"TL006", "TL047", "TL050", "TL051", "TL055", "TL056"}, (
        result.problems
    )


@settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(records())
def test_every_command_takes_records_of_any_shape(drawn: Records) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), drawn)
        shown = [("show", f"{kind.value}:{record_id}", "--folder", folder) for kind, record_id in drawn]
        before = {problem.file for problem in Chronicle.open(Path(folder)).errors}
        for arguments in (*shown, ("check", "--fix", folder), ("fmt", folder), ("check", "--format", "json", folder)):
            result = CliRunner().invoke(main, arguments, catch_exceptions=False)
            assert result.exit_code in (0, 1), result.output
        # What else is wrong with a record may show when the first error is fixed.
        assert {problem.file for problem in Chronicle.open(Path(folder)).errors} <= before
