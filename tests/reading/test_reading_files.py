"""Files as bytes: encodings, sizes, links, things that are not files."""

import os
from pathlib import Path

import pytest

from site_builder import reading
from site_builder.problems import as_text

GOOD = b"publisher: Reuters\ntitle: Caf\xc3\xa9\n"


def problems_of(folder: Path, content: bytes, name: str = "sources/a.yml") -> list[str]:
    """The problems of one file, without its name."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return [as_text(problem).removeprefix(f"{name}:") for problem in reading.read(folder).files[name].problems]


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        b"\xef\xbb\xbf" + GOOD,
        b"\xef\xbb\xbf" * 2 + GOOD,
        GOOD.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n"),
    ],
    ids=["plain", "byte order mark", "two marks", "CRLF", "mark and CRLF"],
)
def test_a_byte_order_mark_and_crlf_are_fine(tmp_path: Path, content: bytes) -> None:
    assert problems_of(tmp_path, content) == []
    assert str(reading.read(tmp_path).sources["a"]).count("Café") == 1


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_lines_and_columns_are_those_of_an_editor(tmp_path: Path, newline: bytes) -> None:
    lines = ["# café 😀", "publisher: Reuters", "note: {fr: 'é😀', xyzz: b}", "kind: é"]
    content = b"\xef\xbb\xbf" + newline.join(line.encode() for line in lines)
    positions = [problem[:4] for problem in problems_of(tmp_path, content)]
    assert positions == ["3:18", "4:7:"]


def test_a_file_that_is_not_utf8_is_reported_by_byte_line_and_column(tmp_path: Path) -> None:
    content = "publisher: é\ntitle: Caf".encode() + b"\xe9\n"
    assert problems_of(tmp_path, content) == ["2:11: error TL009: byte 25 (e9) is not UTF-8: save the file as UTF-8"]
    assert problems_of(tmp_path, b"\xef\xbb\xbf\xe9")[0].startswith("1:1: error TL009: byte 4 ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_text_of_two_or_four_bytes_a_character_is_one_problem(encoding: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, "publisher: The agency\n".encode(encoding)) == [
        "1:1: error TL009: the file is in UTF-16 or UTF-32: save it as UTF-8"
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028 line separator"),
        ("\ufffe", "U+FFFE"),
    ],
)
def test_control_characters_are_problems(tmp_path: Path, character: str, name: str) -> None:
    assert problems_of(tmp_path, f"publisher: Reu{character}ters".encode()) == [
        f"1:15: error TL010: {name} is a control character, which no text needs: delete it"
    ]


def test_what_is_hidden_behind_an_escape_is_found(tmp_path: Path) -> None:
    assert problems_of(tmp_path, rb'publisher: "a\0b"') == [
        "1:13: error TL010: written as an escape, U+0000 is a control character, which no text needs: delete it"
    ]
    assert problems_of(tmp_path, rb'publisher: "a\u200Bb"') == [
        "1:13: error TL011: written as an escape, U+200B zero width space cannot be seen: delete it"
    ]


def test_files_over_one_mebibyte_are_not_read(tmp_path: Path) -> None:
    comment = b"#" * (1024 * 1024 - len(GOOD))
    assert problems_of(tmp_path, GOOD + comment) == []
    assert problems_of(tmp_path, GOOD + comment + b"#") == [
        "1:1: error TL008: the file is larger than 1 MiB, the most a record may have"
    ]


def test_a_text_has_at_most_a_hundred_thousand_characters(tmp_path: Path) -> None:
    assert problems_of(tmp_path, b"publisher: a\nnote: " + b"a" * 100_000) == []
    assert problems_of(tmp_path, b"publisher: a\nnote: " + b"a" * 100_001) == [
        "2:7: error TL031: the text has 100,001 characters; 100,000 is the most"
    ]


@pytest.mark.parametrize("opening", ["a: " + "[" * 30_000, "- " * 30_000, "a: " + "{a: " * 30_000, "? " * 30_000])
def test_thirty_thousand_brackets_are_a_problem_and_no_crash(tmp_path: Path, opening: str) -> None:
    assert [problem.split(" ")[2] for problem in problems_of(tmp_path, opening.encode())] == ["TL026:"]


def test_twenty_deep_is_not_too_deep(tmp_path: Path) -> None:
    deep = "note: " + "[" * 19 + "]" * 19
    assert "TL026" not in str(problems_of(tmp_path, deep.encode()))
    assert "TL026" in str(problems_of(tmp_path, deep.replace("[]", "[[]]").encode()))


def test_a_file_with_countless_problems_shows_the_first_hundred(tmp_path: Path) -> None:
    found = problems_of(tmp_path, b"publisher: a\n" * 1000)
    assert len(found) == 101
    assert found[-1].endswith("error TL012: 899 more problems in this file are not shown")


def test_a_link_inside_the_folder_is_read_and_one_that_leads_out_is_not(tmp_path: Path) -> None:
    root = tmp_path / "events"
    (root / "sources").mkdir(parents=True)
    (root / "sources/a.yml").write_bytes(GOOD)
    (root / "sources/inside.yml").symlink_to(root / "sources/a.yml")
    (tmp_path / "secret.yml").write_bytes(GOOD)
    (root / "sources/outside.yml").symlink_to(tmp_path / "secret.yml")
    (root / "sources/broken.yml").symlink_to(root / "sources/nowhere.yml")
    (root / "folder").symlink_to(tmp_path)
    read = reading.read(root)
    assert [as_text(problem) for problem in read.problems] == [
        "folder:1:1: error TL002: this is a symbolic link to a folder: put the folder itself here",
        "sources/broken.yml:1:1: error TL001: the file cannot be read: No such file or directory",
        "sources/outside.yml:1:1: error TL002: this symbolic link leads out of the folder of the records",
    ]
    assert sorted(read.by_kind[reading.find_files(root)[0][0].kind]) == ["a", "inside"]


def test_a_link_to_itself_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "a.yml")
    assert [problem.code for problem in reading.read(tmp_path).problems] == ["TL002"]


def test_a_pipe_is_a_problem_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "2024-a.yml")
    assert [as_text(problem) for problem in reading.read(tmp_path).problems] == [
        "2024-a.yml:1:1: error TL001: the file cannot be read: it is not a regular file"
    ]


def test_a_name_that_is_not_even_text_is_a_problem_that_can_be_printed(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n.yml"))).write_bytes(GOOD)
    (named, *_) = reading.read(tmp_path).problems
    assert as_text(named).startswith("\\udcff\\x0a.yml:1:1: error TL004")
    as_text(named).encode()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        reading.read(tmp_path / "nowhere")
