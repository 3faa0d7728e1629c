"""Texts, keys and lists as large as a file lets them be: refused by a rule of length, or read in linear work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_origin

import pytest
import worlds
from markupsafe import escape

from hostile.pages_of import codes, open_safely, render_strictly
from hostile.work import lines_run
from site_builder import reading
from site_builder.checking.rules.claims import answers
from site_builder.chronicle import Chronicle
from site_builder.linking import MAX_PROSE, Mentions, link
from site_builder.pages.prose import Prose
from site_builder.records import Kind
from site_builder.records.base import MOST_ENTRIES, Schema

EVENT = "title: A\ndate: 2024\nkind: battle\nsummary: S\nadded: 2024\nsources: [s]\n"
PIECES = (
    *("[", "]", "![", "[[", "[@", "[](", "[a][", "[a](<", "]("),
    *("*", "*a_ ", "**a ", "_a*", "a*", "*[", "`", "`` ` ", "~~~\n", "```\n"),
    *("<", "<a ", "<http://", "<!--", "<?", "&", "&#", "\\", "www.", "https://a.b/"),
    *("> ", ">", "- ", "1. ", "- a\n  ", "# ", "a\n=\n", "-\n", "\t", " \n", "a\n\n"),
    *("[a]: b\n", "[^a]: b\n\n", "[^a]", "Army,", "Army ", "[@s, a] ", "[[thread:a|b]] "),
)
"""What a text may repeat to make a reader of Markdown go back again and again."""
PROSE = Prose(lambda kind, name: name, Mentions({"Army": (Kind.ACTOR, "a"), "Army,": (Kind.ACTOR, "b")}))


def write(folder: Path, record: str) -> Path:
    worlds.write_records(folder, "")
    (folder / "2024-a.yml").write_text(record, encoding="utf-8")
    return folder


def test_a_body_of_a_mebibyte_is_refused_before_a_word_of_it_is_read(tmp_path: Path) -> None:
    write(tmp_path, f"{EVENT}body: '{'[' * 1024 * 1024}'\n")
    assert codes(open_safely(tmp_path)) == {"TL008"}
    content = (tmp_path / "2024-a.yml").read_bytes()
    assert lines_run(lambda: reading.read({"2024-a.yml": content})) < 1_000


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_text_of_a_hundred_thousand_characters_is_shown_as_it_stands(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    rendered = PROSE.render(text, lambda kind, name: f"../{name}/")
    assert "".join(rendered.striptags().split()) == "".join(escape(text).striptags().split())
    assert "<a" not in rendered
    assert lines_run(lambda: PROSE.render(text, lambda kind, name: "")) < 200 + 60 * text.count("\n")


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_text_twice_as_long_is_twice_the_work(piece: str) -> None:
    def work(length: int) -> int:
        text = (piece * length)[:length]
        return lines_run(
            lambda: (
                PROSE.render(text, lambda kind, name: f"../{name}/"),
                PROSE.inline(text, lambda kind, name: f"../{name}/"),
                PROSE.plain(text),
            )
        )

    work(100)
    assert work(800) < 2.5 * work(400) + 1_000


@pytest.mark.parametrize(
    "begins", ["[@a,", "[@a", "[[", "[[a", "[[a|", "[[actor:", "[a](", "[a]: ", "[a](<", "<https://"]
)
@pytest.mark.parametrize("goes_on", [" ", "\t", " \n", "a ", "[", "`"], ids=repr)
def test_what_is_begun_and_never_ended_is_read_once(begins: str, goes_on: str) -> None:
    """An expression that tried every way to split the rest would be at it for a quarter of an hour."""
    text = (begins + goes_on * MAX_PROSE)[: MAX_PROSE - 1] + "x"
    for rendered in (PROSE.render(text, lambda kind, name: ""), PROSE.inline(text, lambda kind, name: "")):
        assert rendered.count("x") >= 1


def test_the_longest_text_that_is_read_as_markup_is_bounded() -> None:
    assert MAX_PROSE <= 20_000


MANY: dict[str, Callable[[int], str]] = {
    "keys that nobody knows": lambda n: "".join(f"k{i}: b\n" for i in range(n)),
    "one key": lambda n: "a: b\n" * n,
    "sources that nobody has": lambda n: f"unknown: [a]\nthreads: [{', '.join(f't{i}' for i in range(n))}]\n",
    "claims without keys": lambda n: f"claims: [{'{a: b}, ' * n}]\n",
    "links of a wrong shape": lambda n: f"links: [{'a, ' * n}]\n",
    "references to nobody": lambda n: f"unknown: ['{'[@x]' * n}']\n",
    "tags": lambda n: f"unknown: [{'!x a, ' * n}]\n",
    "aliases of nothing": lambda n: f"unknown: [{'*x , ' * n}]\n",
    "values that are not there": lambda n: f"unknown: [{'~, ' * n}]\n",
    "words of two scripts": lambda n: f"unknown: ['{('a' + chr(0x430) + ' ') * n}']\n",
    "piles of marks": lambda n: f"unknown: ['{('a' + 6 * chr(0x301)) * n}']\n",
    "hidden characters": lambda n: f"unknown: ['{chr(0x200B) * n}']\n",
}
"""Ways for one file to be wrong often."""


@pytest.mark.parametrize("name", MANY)
def test_a_file_wrong_twice_as_often_is_twice_the_work_and_reports_a_hundred(name: str, tmp_path: Path) -> None:
    def work(count: int) -> int:
        folder = write(tmp_path / str(count), EVENT + MANY[name](count))
        found: list[Chronicle] = []
        lines = lines_run(lambda: found.append(open_safely(folder)))
        [chronicle] = found
        assert 100 <= len(chronicle.problems) <= 202
        assert max(len(problem.message) for problem in chronicle.problems) < 1_000
        return lines

    work(150)
    assert work(600) < 2.5 * work(300)


@pytest.mark.parametrize("text", ["a\u0430", "a\u0301", "\u0301", "\u0430", "a\u0430 "], ids=ascii)
def test_a_file_full_of_letters_that_pass_for_others_is_reported_in_few_words(text: str, tmp_path: Path) -> None:
    chronicle = open_safely(write(tmp_path, f"{EVENT}# {text * 200_000}\nunknown: ['{text * 40_000}']\n"))
    assert len(chronicle.problems) <= 102
    assert max((len(problem.message) for problem in chronicle.problems), default=0) < 1_000
    assert max((len(problem.suggestion or "") for problem in chronicle.problems), default=0) < 100


@pytest.mark.parametrize("length", [1_001, 100_001, 900_000])
def test_a_huge_key_is_refused_in_few_words(length: int, tmp_path: Path) -> None:
    for keys in (f"? {'k' * length}\n: b\n", f"ids: {{? {'k' * length} : b}}\n", f"title: {{? {'k' * length} : b}}\n"):
        chronicle = open_safely(write(tmp_path, EVENT.replace("title: A\n", "") + keys))
        assert "TL031" in codes(chronicle)
        assert max(len(problem.message) for problem in chronicle.problems) < 1_000


@pytest.mark.parametrize(
    "record",
    [
        EVENT.replace("[s]", f"[{'s' * 99_000}]"),
        EVENT.replace("2024\nkind", f"{'2024-' * 19_000}\nkind"),
        EVENT.replace("2024\nkind", f"{'9' * 99_000}\nkind"),
        EVENT.replace("2024\nkind", f"[{'2024,' * 19_000}2024]\nkind"),
        EVENT.replace("battle", "b" * 99_000),
        f"{EVENT}former_ids: [{'f' * 99_000}]\n",
        f"{EVENT}ids: {{wikidata: {'Q' * 99_000}}}\n",
    ],
    ids=["id", "parts of a date", "digits of a date", "a set of dates", "value of a list", "former id", "name"],
)
def test_a_huge_value_is_refused_in_few_words(record: str, tmp_path: Path) -> None:
    chronicle = open_safely(write(tmp_path, record))
    assert chronicle.errors
    assert max(len(problem.message) for problem in chronicle.problems) < 1_000


def test_no_event_has_more_claims_or_parties_than_a_page_can_compare(
    tmp_path: Path,
) -> None:
    claim = "{{id: c{0}, unnamed: a, topic: toll, says: x, sources: [s], figures: {{{1}}}}}"
    claims = ", ".join(claim.format(number, "civilians: {killed: 1}") for number in range(201))
    parties = ", ".join(f"p{number}: {{killed: 1}}" for number in range(21))
    found = open_safely(write(tmp_path, f"{EVENT}claims: [{claims}]\n"))
    assert [problem.message for problem in found.problems] == ["`claims` has 201 entries; 200 is the most"]
    found = open_safely(write(tmp_path, f"{EVENT}claims: [{claim.format(0, parties)}]\n"))
    assert [problem.message for problem in found.problems] == ["`figures` has 21 entries; 20 is the most"]


def test_the_most_claims_that_count_different_days_make_a_page_that_loads(tmp_path: Path) -> None:
    claims = ", ".join(
        f"{{id: c{year}, unnamed: a, topic: toll, says: x, covers: {year}, figures: {{civilians: {{killed: 1}}}}, "
        "sources: [s]}"
        for year in range(1700, 1900)
    )
    pages = render_strictly(open_safely(write(tmp_path, f"{EVENT}claims: [{claims}]\n")))
    assert max(map(len, pages.values())) < 5_000_000


def naming(count: int) -> Mentions:
    return Mentions({f"Army number {number}": (Kind.ACTOR, "a") for number in range(count)})


@pytest.mark.parametrize("text", ["Army ", "Army number ", "Army number 1x ", "Army number 0 "])
def test_names_that_begin_alike_cost_no_more_than_one(text: str) -> None:
    few, many, body = naming(1), naming(30_000), text * 100
    assert lines_run(lambda: list(many.find(body))) < 2 * lines_run(lambda: list(few.find(body))) + 1_000


def test_counts_that_cannot_be_compared_are_not_listed_with_each_other(tmp_path: Path) -> None:
    def claim(number: int) -> str:
        day = f"2024-{number // 28 + 1:02}-{number % 28 + 1:02}"
        said = f"unnamed: A speaker, says: A count., topic: toll, sources: [s], covers: {day}"
        return f"{{id: c{number}, {said}, figures: {{civilians: {{killed: {number}}}}}}}"

    def size(count: int) -> int:
        claims = ", ".join(map(claim, range(count)))
        chronicle = worlds.chronicle_of(tmp_path / str(count), f"2024-a: {{date: 2024, claims: [{claims}]}}")
        return len(render_strictly(chronicle, "events/2024-a")["events/2024-a"])

    assert size(200) < 5 * size(50)


def test_unknown_claims_are_looked_for_in_linear_work(tmp_path: Path) -> None:
    def work(count: int) -> int:
        said = "unnamed: A speaker, says: Words., topic: other, sources: [s]"
        claims = ", ".join(f"{{id: c{number}, {said}, denies: 2024-b#x{number}}}" for number in range(50))
        more = "".join(f"2024-e{number}: {{claims: [{{id: y, {said}}}]}}\n" for number in range(count))
        folder = worlds.write_records(tmp_path / str(count), f"2024-a: {{claims: [{claims}]}}\n2024-b: {{}}\n{more}")
        linked = link(reading.read(folder))
        return lines_run(lambda: list(answers(linked)))

    assert work(200) < 2 * work(50)


OTHERWISE = (
    *("Text.versions", "Thread.start", "Profile.start"),
    *(f"Removals.{kind.plural}" for kind in Kind),
)
"""Lists with a rule of their own that bounds them, and those of a file that is a list of the whole chronicle."""


def models(model: type[Schema]) -> Iterator[type[Schema]]:
    yield model
    for below in model.__subclasses__():
        yield from models(below)


def test_every_list_of_a_record_has_a_bound() -> None:
    seen = 0
    for model in models(Schema):
        for name, field in model.model_fields.items():
            if get_origin(field.annotation) in (tuple, dict) and f"{model.__name__}.{name}" not in OTHERWISE:
                bounds = [found.max_length for found in field.metadata if hasattr(found, "max_length")]
                assert bounds and bounds[-1] <= MOST_ENTRIES, f"{model.__name__}.{name}"
                seen += 1
    assert seen > 20


@pytest.mark.parametrize("key", ["former_ids", "threads", "unknown"])
def test_a_list_that_is_too_long_is_a_problem(tmp_path: Path, key: str) -> None:
    entries = ", ".join(f"a{number}" for number in range(12_000))
    write(tmp_path, f"{EVENT}{key}: [{entries}]\n")
    found = [problem for problem in Chronicle.open(tmp_path).problems if problem.code == "TL047"]
    assert [problem.message for problem in found] == [f"`{key}` has 12,000 entries; 200 is the most"]
