"""A text that a ` #` cuts short goes into the quotes in which all of it is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import problems, reading
from site_builder.fixing import fix
from site_builder.fixing.fixes import apply
from site_builder.fixing.proposals import propose
from site_builder.reading import RecordFile
from site_builder.reading.documents import read_document
from site_builder.vocabulary import built_in

REST = "publisher: The agency\nconsulted: full\n"
ROOT = Path("events")
WORDS = st.text(alphabet="ab4é\"'\\:,[]{}&*!|>%@` \t", max_size=12)


def read(content: str, file: str = "sources/a.yml") -> list[problems.Problem]:
    """The problems of a text that is cut short in a file of this content."""
    found = reading.read_content(RecordFile(file), content.encode(), built_in()).problems
    return [problem for problem in found if problem.code == problems.CUT_TEXT.id]


def fixed_text(content: str) -> str:
    """A content with every fix that may be made."""
    return apply(content, [one for problem in read(content) if (one := propose(problem, content, ()))])


@given(st.text(alphabet="abé", min_size=1, max_size=3), st.lists(st.tuples(WORDS, st.sampled_from("4éЖ")), max_size=4))
def test_every_text_with_a_number_sign_is_read_whole_after_the_fix(begin: str, parts: list[tuple[str, str]]) -> None:
    text = (begin + "".join(f"{words} #{sign}" for words, sign in parts)).strip()
    content = f"title: {text}\n{REST}"
    after = fixed_text(content)
    cut = read_document(content).value != {"title": text, "publisher": "The agency", "consulted": "full"}
    assert read_document(after).value == {"title": text, "publisher": "The agency", "consulted": "full"} or not parts
    assert (after != content) is (cut and bool(parts))


@given(WORDS, WORDS, st.sampled_from(["#", "##4", "#-", "#todo 4", "#key: 4"]))
def test_what_may_be_a_comment_is_reported_and_left_alone(before: str, after: str, sign: str) -> None:
    content = f"title: A {before.strip()} {sign} {after}"
    content = content.rstrip() + f"\n{REST}"
    if read_document(content).faults:
        return
    assert fixed_text(content) == content
    assert [problem.severity for problem in read(content)] == [problems.Severity.WARNING]


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("wrong", "right", "value"),
    [
        ("title: Brigade #4 leaves", 'title: "Brigade #4 leaves"', "Brigade #4 leaves"),
        ('title: The "4th" isn\'t #4', "title: 'The \"4th\" isn''t #4'", 'The "4th" isn\'t #4'),
        ("title: #MeToo in Bamako", 'title: "#MeToo in Bamako"', "#MeToo in Bamako"),
        ("title: &a Brigade #4 ", 'title: &a "Brigade #4" ', "Brigade #4"),
        ("title: The army\n  and brigade #4", 'title: "The army\n  and brigade #4"', "The army and brigade #4"),
        ("title: {en: No #4}", 'title: {en: "No #4"}', {"en": "No #4"}),
        ("title:\n  en: No #4\n  fr: Le #5", 'title:\n  en: "No #4"\n  fr: "Le #5"', {"en": "No #4", "fr": "Le #5"}),
        ("title: " + "long " * 60 + "#4", 'title: "' + "long " * 60 + '#4"', "long " * 60 + "#4"),
    ],
    ids=["digit", "both quotes", "whole text", "anchor", "last line", "bracket", "languages", "long"],
)
def test_the_quotes_stand_around_all_of_the_text(
    tmp_path: Path, newline: str, wrong: str, right: str, value: object
) -> None:
    file = tmp_path / "sources/a.yml"
    file.parent.mkdir()
    before, after = "publisher: A\n", "\nconsulted: full\n"
    file.write_bytes(f"{before}{wrong}{after}".replace("\n", newline).encode())
    fix(tmp_path, lambda _: True)
    content = file.read_bytes().decode()
    assert content == f"{before}{right}{after}".replace("\n", newline)
    assert read_document(content).value == {"publisher": "A", "title": value, "consulted": "full"}


def test_a_text_that_goes_on_below_is_reported_and_left_alone() -> None:
    content = f"title: Brigade #4\n  leaves\n{REST}"
    assert fixed_text(content) == content
    assert [problem.suggestion for problem in read(content)] == ['"Brigade #4\n  leaves"']


@pytest.mark.parametrize("line", ["kind: agency #4", "date: 2024-08-02 #a", "lang: fr #b", "url: https://a.org/ #c"])
def test_a_comment_after_what_is_no_text_is_a_comment(line: str) -> None:
    assert read(f"title: A\n{line}\n{REST}") == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    "wrapped",
    ["title: The army and brigade\n  #4 leave", "title:\n  en: The army\n    #Sahel"],
    ids=["text", "language"],
)
def test_a_text_that_goes_on_with_a_number_sign_below_is_reported(newline: str, wrapped: str) -> None:
    content = f"{wrapped}\n{REST}".replace("\n", newline)
    [problem] = read(content)
    assert "readers would see only" in problem.message
    assert problem.suggestion == f'"{wrapped.split(": ")[-1]}"'.replace("\n", newline)
    assert fixed_text(content) == content


@pytest.mark.parametrize(
    "comment", ["#4 leave", "  # to be checked", "  #publisher: B", "  #- The agency", "  #todo 4", "\n  #4 leave"]
)
def test_a_comment_on_a_line_of_its_own_is_one(comment: str) -> None:
    assert read(f"title: The army\n{comment}\n{REST}") == []
