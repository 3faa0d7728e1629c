"""Ids and names of files that would lead elsewhere, or mean something else on another system."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import worlds
import yaml

from hostile.pages_of import codes, open_safely, render_strictly
from site_builder.records import Kind

NOT_IDS = {
    "a way up": "../../etc/passwd",
    "a way up in the middle": "a/../../b",
    "a way up for Windows": "..\\..\\windows",
    "a dot": ".",
    "two dots": "..",
    "an absolute path": "/etc/passwd",
    "a drive": "c:\\windows",
    "a share": "\\\\host\\share",
    "an address": "https://example.org/",
    "a script": "javascript:alert(1)",
    "an encoded way up": "%2e%2e%2fetc",
    "a home": "~root",
    "a hidden file": ".htaccess",
    "a file's ending": "index.html",
    "a stream": "a::$data",
    "markup": "<script>alert(1)</script>",
    "an attribute": '"onmouseover="alert(1)',
    "a template": "{{ 7*7 }}",
    "an option": "-rf",
    "a wildcard": "*",
    "a variable": "$HOME",
    "a command": "a;id",
    "capitals": "Army",
    "a space": "a b",
    "a space at the end": "army ",
    "a dot at the end": "army.",
    "Cyrillic": "аrmy",
    "Turkish": "ıstanbul",
    "an accent": "café",
    "a ligature": "ﬁle",
    "digits of another script": "١٢٣",
    "full width": "ａrmy",
    "a joiner": "ar\u200dmy",
    "a reversal": "ar\u202emy",
    "an emoji": "💥",
    "too long": "a" * 101,
    "far too long": "a" * 5_000,
}
DEVICES = ("con", "prn", "aux", "nul", "com1", "lpt9", "com0")
_OF_FILES = {
    what: name for what, name in NOT_IDS.items() if "/" not in name and not name.startswith(".") and len(name) < 200
}


@pytest.mark.parametrize("name", NOT_IDS.values(), ids=NOT_IDS)
def test_where_an_id_belongs_nothing_else_is_taken(name: str, tmp_path: Path) -> None:
    for number, (file, key, value) in enumerate(
        [
            ("actors/a", "former_ids", [name]),
            ("actors/a", "parent", name),
            ("actors/a", "ids", {name: "x"}),
            ("2024-a", "threads", [name]),
            ("2024-a", "sources", [name]),
            ("2024-a", "links", [{"type": "after", "event": name}]),
            ("2024-a", "claims", [{"id": name, "unnamed": "A", "topic": "other", "says": "B", "sources": ["s"]}]),
        ]
    ):
        folder = worlds.write_records(tmp_path / str(number), f"{file}: {{}}")
        worlds.write_record(folder / f"{file}.yml", {**_read(folder / f"{file}.yml"), key: value})
        chronicle = open_safely(folder)
        assert codes(chronicle) & {"TL011", "TL031", "TL046", "TL047"}, key
        assert Path(file).name not in chronicle.records(Kind.ACTOR if "actors" in file else Kind.EVENT)


@pytest.mark.parametrize("name", [*_OF_FILES.values(), *DEVICES], ids=[*_OF_FILES, *DEVICES])
def test_a_file_is_not_read_under_a_name_that_is_no_id(name: str, tmp_path: Path) -> None:
    worlds.write_records(tmp_path, "")
    for folder in ("", "actors", "threads"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{name}.yml").write_text("name: A\ntype: state\n")
    chronicle = open_safely(tmp_path)
    assert [problem.code for problem in chronicle.problems].count("TL004") == 3
    assert {"", "actors", "sources", "timeline", "events"} >= {
        address for address in render_strictly(chronicle) if name in address.split("/")
    }


@pytest.mark.parametrize("device", DEVICES)
def test_a_former_id_is_no_device_of_windows(device: str, tmp_path: Path) -> None:
    worlds.write_records(tmp_path, f"actors/a: {{former_ids: [{device}]}}")
    assert open_safely(tmp_path).errors


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("army", "Army"),
        ("army", "ARMY"),
        ("café", unicodedata.normalize("NFD", "café")),
        ("strasse", "straße"),
        ("i", "İ"),
        ("k", "\N{KELVIN SIGN}"),
    ],
)
def test_names_that_are_one_on_some_systems_are_never_two_records(one: str, other: str, tmp_path: Path) -> None:
    worlds.write_records(tmp_path, "")
    (tmp_path / "actors/north").mkdir(parents=True)
    for name in (f"actors/{one}.yml", f"actors/north/{other}.yml"):
        (tmp_path / name).write_text("name: A\ntype: state\n")
    chronicle = open_safely(tmp_path)
    assert codes(chronicle) & {"TL004", "TL005"}
    assert len(chronicle.actors) <= 1


def test_records_named_as_pages_of_the_site_have_pages_of_their_own(tmp_path: Path) -> None:
    names = ("index", "assets", "search", "sitemap", "404", "undated", "timeline", "events")
    kinds = ("actors", "places", "sources", "threads", "questions")
    worlds.write_records(tmp_path, "\n".join(f"{kind}/{name}: {{}}" for kind in kinds for name in names))
    chronicle = open_safely(tmp_path)
    pages = render_strictly(chronicle)
    for directory_urls in (True, False):
        addresses = worlds.here(chronicle, directory_urls=directory_urls).site.addresses
        files = [addresses.file(address) for address in pages]
        assert len({file.casefold() for file in files}) == len(files)
        assert not any(file.startswith(("/", ".")) or ".." in file for file in files)


@pytest.mark.parametrize("name", ["part-claims", "group-toll", "part-x"])
def test_no_claim_takes_the_place_of_a_part_of_the_page(name: str, tmp_path: Path) -> None:
    worlds.write_records(tmp_path, f"2024-a: {{date: '2024', claims: [{{id: {name}, unnamed: A}}]}}")
    [problem] = open_safely(tmp_path).problems
    assert (problem.code, problem.text) == ("TL047", name)


def _read(file: Path) -> dict[str, object]:
    found: dict[str, object] = yaml.load(file.read_text(), yaml.BaseLoader)
    return found
