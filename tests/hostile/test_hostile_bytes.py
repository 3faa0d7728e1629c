"""Bytes of YAML files, cut, spliced and mixed with what trips parsers: read, shown, compared, fixed and formatted."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hostile.pages_of import HIDING, open_safely, render_strictly
from site_builder.chronicle import Chronicle
from site_builder.cli import main
from site_builder.comparing import Scope, as_json, as_markdown, as_text, compare

FILES: Mapping[str, bytes] = MappingProxyType(
    {
        "2024/2024-07-27-ambush.yml": b"""\
# What was said of it, and by whom.
title: {en: "The ambush, it is said", fr: L'embuscade}
date: [2024-07-25..2024-07-27]  # one of these days
kind: ambush
standing: disputed
threads: [north]
summary: >-
  A column was
  ambushed near the well.
places:
  - {place: well, role: site}
actors:
  - actor: army
    role: attacked
unknown:
  - &what Who gave the order.
  - 'Who *else* was there: nobody knows.'
links:
  - {type: after, event: 2024-07-25-battle}
claims:
  - {id: it-was, by: army, topic: occurrence, says: There was an ambush., sources: [agency]}
  - id: toll
    by: army
    date: 2024-08-01?
    topic: toll
    says: "A says & B [@agency, p. 4]."
    quote: {original: fr, versions: [{text: Oui, lang: fr, source: agency}]}
    covers: 2024-07-25/2024-07-27
    figures:
      army+civilians: {killed: ~50, wounded: up to 10}
    question: who
    assessment: unverified
    because: *what
    sources: [agency, {source: agency, at: page 4}]
sources: [agency]
media:
  - {url: "https://example.org/a", shows: A column, graphic: true}
body: |
  One *paragraph* [@agency] of the [[actor:army|army]][^1].

  [^1]: [A note](https://example.org/b).
added: 2026-11-22
corrections: [{date: 2026-12-01, kind: error, note: Attributed.}]
former_ids: [old-id]
ids: {wikidata: Q1}
""",
        "2024/2024-07-25-battle.yml": b"""\
title: The battle
date: 2024-07-25
kind: battle
summary: It began at dawn.
sources: [agency]
added: 2026-11-22
""",
        "actors/army.yml": """\
name: The army
type: armed-forces
aliases: [{alias: L\u2019arm\u00e9e, link: never}, \u0410\u0440\u043c\u0456\u044f, \u0627\u0644\u062c\u064a\u0634]
names: [{name: The guard, until: 1991}]
active: 1960/..
sources: [agency]
""".encode(),
        "places/well.yml": b"name: A well\ncountry: [ML]\nlat: 18.44\nlon: 1.41\nprecision: near\nsources: [agency]\n",
        "sources/agency.yml": b"publisher: The agency\ntitle: 'It''s war'\nurl: https://example.org/1\nlang: en\n",
        "threads/north.yml": b"title: The north\nstart: [2024-07-25-battle]\n",
        "questions/who.yml": b"title: Who was it?\nstate: open\nsummary: |-\n  Nobody knows.\n",
    }
)
"""A record of each kind, written as people write YAML."""
PIECES = [
    *(
        b"&a ",
        b"*a ",
        b"*what",
        b"!x ",
        b"!!binary ",
        b"<<: *what\n",
        b"? ",
        b": ",
        b"- ",
        b"|\n",
        b">-\n",
        b"|9\n",
        b"%TAG ",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b"'",
        b'"',
        b"#",
        b"\\",
        b'"\\x1b[2J"',
        b'"\\u202e"',
        b'"\\ud800"',
        b'"\\U00110000"',
    ),
    *(b"\n", b"\r", b"\r\n", b"\t", b"\n\n", b"\n---\n", b"\n...\n", b"  ", b"\n  ", b"\xc2\x85", b"\xe2\x80\xa8"),
    *(b"\0", b"\x1b[2J", b"\x7f", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae", b"\xc2\xad"),
    *("\u0430".encode(), "\u0301".encode() * 7, "\u05d0".encode(), "\U0001f600".encode(), "e\u0301".encode()),
    *(
        b"<script>",
        b'"><img src=x onerror=alert(1)>',
        b"{{ 7*7 }}",
        b"javascript:alert(1)",
        b"::error::",
        b"@everyone ",
    ),
    *(b"[[", b"]]", b"[@", b"[@agency", b"[^1]", b"](", b"`", b"```\n", b"~~~", b"> ", b"*", b"_", b"1. ", b"=\n"),
    *(b"null", b"~", b"0x10", b"1e999", b"9" * 30, b"2024-02-30", b"tru", b"title: again\n", b"id: x\n", b"../../x"),
]
"""What means something to YAML, to Markdown, to HTML, to a terminal or to a host."""


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, bytes]:
    """Some of the files, with bytes put in, taken out, doubled, or taken from another file."""
    changed: dict[str, bytes] = {}
    for file in draw(st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=2, unique=True)):
        content = FILES[file]
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(0, len(content)))
            end = start + draw(st.sampled_from([0, 0, 0, 1, 3, 20]))
            content = content[:start] + draw(_put_in(content)) + content[end:]
        changed[file] = content
    return changed


def _put_in(content: bytes) -> st.SearchStrategy[bytes]:
    slices = st.tuples(st.sampled_from([content, *FILES.values()]), st.integers(0, 600), st.integers(0, 80))
    return (
        st.sampled_from([*PIECES, b""])
        | st.binary(max_size=4)
        | slices.map(lambda one: one[0][one[1] : one[1] + one[2]])
    )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for file, content in files.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code in (0, 1), result.output
    for line in result.output.split("\n"):
        assert HIDING.search(line) is None, line
    return result.output


BYTES = settings(
    max_examples=max(settings().max_examples // 2, 1),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_what_is_spoilt_has_no_errors_before(tmp_path: Path) -> None:
    _write(tmp_path, FILES)
    chronicle = open_safely(tmp_path)
    assert chronicle.errors == ()
    assert sum(len(chronicle.records(kind)) for kind in chronicle.former_ids) == len(FILES)


@BYTES
@given(spoilt())
@example({"sources/agency.yml": b""})
@example({"sources/agency.yml": b"publisher: A\n\xff"})
def test_spoilt_bytes_become_problems_or_inert_pages_and_a_comparison_of_them(changed: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, FILES)
        before = Chronicle.open(folder)
        _write(folder, changed)
        render_strictly(open_safely(folder))
        comparison, scope = compare(before, Chronicle.open(folder)), Scope("main", "0" * 40, "events/")
        for written in (as_text(comparison, scope), as_markdown(comparison, scope), as_json(comparison, scope)):
            assert all(HIDING.search(line) is None for line in written.split("\n"))
            written.encode()


@BYTES
@given(spoilt())
def test_spoilt_bytes_are_fixed_and_formatted_or_left_as_they_are(changed: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, {**FILES, **changed})
        errors = len(open_safely(folder).errors)
        _run("check", name)
        _run("check", "--format", "github", name)
        _run("check", "--fix", name)
        assert len(open_safely(folder).errors) <= errors
        _run("fmt", name)
        formatted = {file: (folder / file).read_bytes() for file in FILES}
        assert " 0 formatted" in _run("fmt", name)
        assert {file: (folder / file).read_bytes() for file in FILES} == formatted
