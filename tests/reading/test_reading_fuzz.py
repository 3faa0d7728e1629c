"""Whatever a file holds, reading it gives a record or problems, never a traceback."""

import re
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from site_builder import reading
from site_builder.problems import Problem, Severity, as_text
from site_builder.reading import FileReading
from site_builder.records import Kind

EVENT = """\
title: {en: The ambush, fr: "L'embuscade"}
date: [2024-07-25..2024-07-27]
date_note: 'Sources differ: 26 or 27 July.'
kind: ambush
standing: disputed
threads: [tinzaouaten, wagner-in-mali]
summary: >-
  The column was
  ambushed.
places:
  - {place: tinzaouaten, role: site, standing: claimed}
actors:
  - {actor: csp-dpa, role: attacker}
unknown: [Nothing]
links:
  - {type: consequence-of, event: 2024-07-25-battle, note: So says X., sources: [a]}
claims:
  - id: toll
    by: csp-dpa
    speaker: ramadane
    date: 2024-08-01?
    topic: toll
    says: A says & B.
    quote: {original: fr, versions: [{text: Oui, lang: fr, source: a}]}
    covers: 2024-07-25/2024-07-27
    figures:
      fama+wagner: {killed: ~50, wounded: up to 10}
    assessment: unverified
    because: Nobody could confirm it.
    duress: false
    sources: [a, {source: b, at: page 4}]
sources: [a, b]
media:
  - {url: "https://example.org/a", shows: A column, graphic: true}
body: |
  One paragraph [@a].
added: 2026-11-22
corrections: [{date: 2026-12-01, kind: error, note: Attributed.}]
former_ids: [old-id]
ids: {wikidata: Q1}
"""
PLACE = """\
name: Kidal
aliases: [{alias: Kidâl, link: never}, Kidal town]
country: [ML, NE]
lat: 18.44
lon: 1.41
precision: settlement
radius_km: 5
sources: [a]
"""
ACTOR = """\
name: CSP-DPA
type: person
named_because: public-office
names: [{name: CSP-PSD, until: 2024-04}]
active: 2024-04/2024-11-30
succeeds: [{actor: csp-psd, how: renamed, date: 2024-04, sources: [a]}]
positions: [{in: csp-dpa, as: spokesman, date: 2024}]
"""
INSERTED = st.sampled_from(
    [
        *(
            "x",
            " ",
            "\n",
            "\r\n",
            "\n  ",
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "#",
            "&a ",
            "*a",
            "!a ",
            "|\n",
            "?",
        ),
        *(
            "~",
            "%",
            "@",
            "\t",
            "\\",
            "\0",
            "\u202e",
            "\u200b",
            "\u0430",
            "\u0301" * 6,
            "\x85",
            "\ufeff",
            "é",
            "😀",
            "\ud7ff",
            "9" * 30,
            "null",
            "<<: *a\n",
            "---\n",
        ),
        *("title: \n", "date: {a: b}\n", "titel: x\n", "id: x\n", "sources: []\n", "[[[[[[[[[[[[[[[[[[[[[["),
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A good record into which something was put, or from which something was cut: file name and text."""
    name, text = draw(
        st.sampled_from([("2024/2024-07-25-a.yml", EVENT), ("places/a.yml", PLACE), ("actors/a.yml", ACTOR)])
    )
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 0, 1, 2, 5, 20])))
        text = text[:start] + draw(INSERTED | st.just("")) + text[end:]
    return name, text


def read(folder: Path, name: str, content: bytes) -> FileReading:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return reading.read({name: content}).files[name]


def lines_of(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


ALL_FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@ALL_FIXTURES
@given(st.binary(max_size=200), st.sampled_from(Kind))
@example(b"\xff\xfe", Kind.SOURCE)
@example(b"? ? ? ? ?", Kind.SOURCE)
def test_any_bytes_are_a_record_or_problems(tmp_path: Path, content: bytes, kind: Kind) -> None:
    result = read(tmp_path, f"{kind.plural}/2024-a.yml", content)
    assert (result.record is None) is any(problem.severity is Severity.ERROR for problem in result.problems)


@ALL_FIXTURES
@given(mutated())
@example(("2024/2024-07-25-a.yml", EVENT))
@example(("places/a.yml", PLACE))
@example(("actors/a.yml", ACTOR))
def test_a_spoilt_record_is_a_record_or_problems_that_can_be_printed(tmp_path: Path, case: tuple[str, str]) -> None:
    name, text = case
    result = read(tmp_path, name, text.encode())
    assert (result.record is None) is any(problem.severity is Severity.ERROR for problem in result.problems)
    assert list(result.problems) == sorted(result.problems)
    for problem in result.problems:
        assert as_text(problem).startswith(f"{name}:{problem.line}:{problem.column}: {problem.severity.value} TL")
        assert "pydantic" not in problem.message and "Error" not in problem.message


@ALL_FIXTURES
@given(mutated())
def test_a_problem_stands_where_its_text_stands(tmp_path: Path, case: tuple[str, str]) -> None:
    name, text = case
    # A byte order mark is no part of the text.
    lines = lines_of(text.lstrip("\ufeff"))
    for problem in read(tmp_path, name, text.encode()).problems:
        rest = lines[problem.line - 1][problem.column - 1 :]
        assert stands_there(problem, rest), (problem, rest)


def stands_there(problem: Problem, rest: str) -> bool:
    """Whether the offending text is what follows on the line.

    A date is placed at its wrong character, and of what is escaped, folded or aliased only the start is sure.
    """
    if problem.code in ("TL044", "TL010", "TL011", "TL012", "TL029") or "*" in rest or "\\" in rest:
        return True
    return rest.strip().startswith(problem.text.removesuffix("…").strip())
