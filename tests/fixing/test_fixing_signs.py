"""Signs and spaces that pass for those of YAML are replaced, and the record then says what its writer meant."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder import reading
from site_builder.fixing import fix
from site_builder.fixing.fixes import apply
from site_builder.fixing.proposals import propose
from site_builder.reading import RecordFile
from site_builder.reading.documents import read_document
from site_builder.vocabulary import built_in

RECORD = """title: The attack
date: 2024-08-02
kind: attack
summary: Something happened.
places:
  - place: town
    role: site
actors:
  - {actor: army, role: attacked}
unknown:
  - Who gave the order.
  - Why.
sources: [agency-report, daily-report]
added: 2026-11-22
"""
FILE = "2024/2024-08-02-a.yml"
ROOT = Path("events")


def fixed_text(folder: Path, content: str) -> str:
    file = folder / FILE
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content.encode())
    fix(folder, lambda _: True)
    return file.read_bytes().decode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: The", "title：The"),
        ("title: The", "title： The"),
        ("title: The", "title:The"),
        ("kind: attack", "kind ：attack"),
        ("date: 2024", "date:2024"),
        ("    role: site", "    role：site"),
        ("    role: site", "\u00a0\u00a0\u00a0 role: site"),
        ("  - place: town", "  – place: town"),
        ("  - place: town", "  -\u00a0place: town"),
        ("  - place: town\n    role: site", "  – place: town\n    role：site"),
        ("{actor: army, role: attacked}", "{actor：army, role:attacked}"),
        ("{actor: army, role: attacked}", "{actor: army, role:\u00a0attacked}"),
        ("  - Who gave the order.\n  - Why.", "  • Who gave the order.\n  • Why."),
        ("  - Who gave the order.\n  - Why.", "  * Who gave the order.\n  * Why."),
        ("[agency-report, daily-report]", "［agency-report， daily-report］"),
        ("title: The attack", "title:\u00a0The attack"),
        ("kind: attack", "kind: attack\u00a0"),
        ("date: 2024-08-02", "date: 2024-08-02\u202f"),
        ("summary: Something happened.", "summary: Something\u00a0happened.\u00a0"),
    ],
)
def test_signs_that_pass_for_those_of_yaml_are_replaced(tmp_path: Path, right: str, wrong: str, newline: str) -> None:
    content = RECORD.replace(right, wrong, 1)
    assert content != RECORD
    after = fixed_text(tmp_path, content.replace("\n", newline))
    assert after == RECORD.replace("\n", newline)
    assert read_document(after).value == read_document(RECORD).value


def test_several_of_them_are_replaced_at_once(tmp_path: Path) -> None:
    wrong = RECORD.replace("title: ", "title：").replace("date: ", "date:").replace("- place: ", "– place：")
    assert fixed_text(tmp_path, wrong) == RECORD


def test_quotes_of_print_around_an_id_become_those_of_yaml(tmp_path: Path) -> None:
    wrong = RECORD.replace("kind: attack", "kind: “attack”").replace("[agency-report,", "[«agency-report»,")
    meant = RECORD.replace("kind: attack", 'kind: "attack"').replace("[agency-report,", '["agency-report",')
    assert fixed_text(tmp_path, wrong) == meant


@pytest.mark.parametrize(
    "text",
    [
        "summary: |\n  title：this\n  – a dash\n  kind:attack\n  * a star\n",
        "summary: The army said\n  title:this and\n  – that.\n",
        'summary: "The\n  title：this"\n',
        "summary: “We won”\n",
        "summary: «\u00a0Oui\u00a0», dit-il\u202f: 84\u00a0km, 10\u202f000 hommes, M.\u00a0Dupont\n",
        "summary: 基达尔\u3000市\n",
        "summary: At 12:30 they said https://example.org/a and a:b.\n",
    ],
    ids=["block", "several lines", "quotes", "quotation", "French", "Chinese", "times and addresses"],
)
def test_what_is_part_of_a_text_stays(tmp_path: Path, text: str) -> None:
    content = RECORD.replace("summary: Something happened.\n", text)
    assert fixed_text(tmp_path, content) == content


@given(st.text(alphabet=f"ab1.:»« {chr(0xA0)}{chr(0x202F)}{chr(0x3000)}{chr(0x2009)}", min_size=1, max_size=20))
def test_words_stay_the_same_words_whatever_spaces_are_replaced(text: str) -> None:
    content = f'publisher: "{text}"\nconsulted: full\n'
    problems = reading.read_content(RecordFile("sources/a.yml"), content.encode(), built_in()).problems
    after = content
    for problem in sorted(problems, reverse=True):
        if (one := propose(problem, after, ())) is not None:
            after = apply(after, [one])
    value = read_document(after).value
    assert value is not None
    assert str(value["publisher"]).split() == text.split()


@pytest.mark.parametrize("sign", ["：", "﹕", "︓"])
def test_everything_else_in_the_file_is_reported_in_its_own_place(sign: str) -> None:
    content = RECORD.replace("title: ", f"title{sign}").replace("kind: attack", "kind: atack")
    problems = reading.read_content(RecordFile(FILE), content.encode(), built_in()).problems
    assert [(one.code, one.line, one.column, one.text) for one in problems] == [
        ("TL034", 1, 6, sign),
        ("TL043", 3, 7, "atack"),
    ]
