"""Mending changes exactly the text that is wrong, where there is one answer, and nothing else."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.chronicle import Chronicle
from site_builder.fixing import Outcome, fix
from site_builder.fixing.proposals import is_slip

BASE = Path(__file__).parents[1] / "checking" / "base"
FILE = "2024/2024-08-02-report.yml"
RECORD = """title: A report
date: 2024-08-02
kind: publication
summary: A report.
links: []
claims:
  - {id: a, by: army, topic: other, says: A., sources: [agency-report]}
sources: [agency-report]
body: Nothing.
added: 2026-11-22
"""
LINK = "links: [{{type: {}, event: {}}}]"
AMBUSH = "2024-07-27-ambush"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The base of the cases with the keys of all its records in order."""
    shutil.copytree(BASE, tmp_path / "events")
    fix(tmp_path / "events", lambda _: True)
    return tmp_path / "events"


def fixed_text(folder: Path, content: str, file: str = FILE) -> str:
    """What becomes of a record."""
    (folder / file).write_bytes(content.encode())
    fix(folder, lambda _: True)
    return (folder / file).read_bytes().decode()


SOURCE = "sources/a.yml"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("www.daily.example/a", "https://www.daily.example/a"),
        ("daily.example/a  # a remark", "https://daily.example/a  # a remark"),
        ('"https://daily.example/a b|c"', '"https://daily.example/a%20b%7Cc"'),
        ("'<https://daily.example/a>'", "'https://daily.example/a'"),
        (f"https://daily.example/{'a' * 150}|b", f"https://daily.example/{'a' * 150}%7Cb"),
        ("https://газета.рф/a", "https://xn--80aahjj1e.xn--p1ai/a"),
    ],
)
def test_an_address_that_can_be_read_in_one_way_is_written_so(folder: Path, wrong: str, right: str) -> None:
    assert fixed_text(folder, f"publisher: A\nurl: {wrong}\n", SOURCE) == f"publisher: A\nurl: {right}\n"
    flow = f"publisher: A\nread_in: {{publisher: B, url: {wrong.partition('  #')[0]}}}\n"
    assert fixed_text(folder, flow, SOURCE) == flow.replace(wrong.partition("  #")[0], right.partition("  #")[0])


@pytest.mark.parametrize(
    "written",
    [
        *("hxxps://daily.example/a", "https://daily.example/a (in French)", "'[Daily](https://daily.example/a)'"),
        *("https://user:secret@daily.example/a", "https://dаily.example/a", "daily.example", "http://10.0.0.1/"),
        *("https://daily.example/a\n  b", '"https://daily.example/a\\u0020b"', "https://daily.example/a)."),
    ],
)
def test_an_address_that_is_doubtful_is_left_to_a_person(folder: Path, written: str) -> None:
    record = f"publisher: A\nurl: {written}\n"
    assert fixed_text(folder, record, SOURCE) == record


def test_a_former_id_of_a_claim_becomes_the_id_of_now(folder: Path) -> None:
    claims = """claims:
  - {{id: army-new, by: army, topic: other, says: A., sources: [agency-report], former_ids: [army-old, army]}}
  - {{id: b, by: army, topic: other, says: B., revises: {}, sources: [agency-report]}}
  - {{id: c, by: army, topic: other, says: C., revises: "{}", sources: [agency-report]}}
"""
    usual = "claims:\n  - {id: a, by: army, topic: other, says: A., sources: [agency-report]}\n"
    record = RECORD + "former_ids: [2024-08-02-army]\n"
    wrong, right = (
        record.replace(usual, claims.format(*answers))
        for answers in (("army-old", "2024-08-02-army#army"), ("army-new", "2024-08-02-report#army-new"))
    )
    assert fixed_text(folder, wrong) == right


def test_what_is_right_stays_as_it_is(folder: Path) -> None:
    (folder / FILE).write_text(RECORD)
    before = {file: file.read_bytes() for file in folder.rglob("*.yml")}
    assert fix(folder, lambda _: True) == Outcome((), ())
    assert {file: file.read_bytes() for file in folder.rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("usual", "wrong", "right"),
    [
        ("date: 2024-08-02", "date: 2 August 2024", "date: 2024-08-02"),
        ("date: 2024-08-02", 'date: "2 août 2024"', 'date: "2024-08-02"'),
        ("date: 2024-08-02", "date: 2024-8-2", "date: 2024-08-02"),
        ("kind: publication", "kind: publicaton", "kind: publication"),
        ("links: []", "places: [hill]\nlinks: []", "places: [{place: hill}]\nlinks: []"),
        ("kind: publication", "kind: Publication", "kind: publication"),
        ("summary: A report.", "sumary: A report.", "summary: A report."),
        ("\nsources: [agency-report]", "\nsources: [agency-raport]", "\nsources: [agency-report]"),
        ("\nsources: [agency-report]", "\nsources: [Agency Report]", "\nsources: [agency-report]"),
        ("links: []", LINK.format("affter", "2024-07-25-batle"), LINK.format("after", "2024-07-25-battle")),
        ("body: Nothing.", "body: See [[actor:old-army|old-army]].", "body: See [[actor:army|old-army]]."),
        ("body: Nothing.", "body: See [@agency-raport, p. 3].", "body: See [@agency-report, p. 3]."),
        ("says: A.", f"says: A., denies: {AMBUSH}#rebels-did-t", f"says: A., denies: {AMBUSH}#rebels-did-it"),
        ("says: A.", "says: A., figures: {old-army: {killed: 2}}", "says: A., figures: {army: {killed: 2}}"),
        ("says: A.", "says: A., figures: {rebles: {killed: 2}}", "says: A., figures: {rebels: {killed: 2}}"),
    ],
)  # fmt: skip
def test_what_has_one_answer_is_fixed(folder: Path, usual: str, wrong: str, right: str) -> None:
    assert fixed_text(folder, RECORD.replace(usual, wrong, 1)) == RECORD.replace(usual, right, 1)


@pytest.mark.parametrize(
    ("usual", "wrong"),
    [
        ("date: 2024-08-02", "date: 08/02/2024"),
        ("date: 2024-08-02", "date: 2024-08-05/2024-08-02"),
        ("date: 2024-08-02", "date: 3 August 2024"),
        ("kind: publication", "kind: massacre"),
        ("links: []", "links: [{type: led_to, event: 2024-07-25-battle}]"),
        ("sources: [agency-report]\nbody", "sources: [agency]\nbody"),
        ("body: Nothing.", "body: See [[navy]]."),
        ("id: a,", "id: Army Says,"),
        ("summary: A report.", "summary: *summary"),
        ("summary: A report.", "sumary: A report.\nsummery: Another."),
    ],
    ids=[
        "two readings",
        "ends that change places",
        "another day than the file's name",
        "a word that means something else",
        "a cause without a source",
        "a near id that is not near enough",
        "nothing near",
        "a name of its own",
        "an alias",
        "two for one key",
    ],
)
def test_what_has_none_or_several_is_left_alone(folder: Path, usual: str, wrong: str) -> None:
    content = RECORD.replace(usual, wrong, 1)
    assert content != RECORD
    assert fixed_text(folder, content) == content


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte order mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_comments_layout_and_line_breaks_stay(folder: Path, newline: str, mark: str) -> None:
    around = f"# first\n{RECORD.replace('kind: publication', '  # indented{0}kind:   {1}   # why').rstrip()}\n\n\n"
    wrong = mark + around.replace("{0}", "\n").replace("{1}", "publicaton").replace("\n", newline)
    assert fixed_text(folder, wrong) == wrong.replace("publicaton", "publication")


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte order mark"])
def test_line_breaks_stay_where_keys_are_put_in_order(folder: Path, mark: str) -> None:
    lines = RECORD.splitlines()
    shuffled = "\r\n".join([lines[1], lines[0], *lines[2:], ""])
    assert fixed_text(folder, mark + shuffled) == mark + RECORD.replace("\n", "\r\n")


def test_one_wrong_fix_does_not_keep_the_others_from_being_made(folder: Path) -> None:
    links = "links: [{type: led_to, event: 2024-07-25-battle}, {type: affter, event: 2024-07-25-battle}]"
    wrong = RECORD.replace("links: []", links).replace("publication", "publicaton")
    assert fixed_text(folder, wrong) == wrong.replace("publicaton", "publication").replace("affter", "after")


def test_what_shows_only_after_the_first_fix_is_fixed_too(folder: Path) -> None:
    wrong = RECORD.replace("publication", "publicaton").replace("by: army", "by: old-army")
    assert fixed_text(folder, wrong) == RECORD


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("{killed: 1,000}", "{killed: 1000}"),
        ("{killed: 1,000, wounded: 84}", "{killed: 1000, wounded: 84}"),
        ("{killed: over 1,000,wounded: 2,000-3,000 }", "{killed: 1001+,wounded: 2000-3000 }"),
        ("{killed: '1,000'}", "{killed: '1000'}"),
        ("{killed: 1 000}", "{killed: 1000}"),
        ("{killed: 20–80}", "{killed: 20-80}"),
        ("{killed: at least 50, captured: ~ 12}", "{killed: 50+, captured: ~12}"),
        ("{killed: Dozens}", "{killed: dozens}"),
        ("{killed: ١٢}", "{killed: 12}"),
    ],
)
def test_a_figure_as_people_write_it_is_fixed(folder: Path, wrong: str, right: str) -> None:
    record = RECORD.replace("says: A.", "says: A., figures: {army: F}")
    assert fixed_text(folder, record.replace("F}", f"{wrong}}}")) == record.replace("F}", f"{right}}}")


@pytest.mark.parametrize("figure", ["1.000", "a dozen", "84 soldiers", "80-20", "many", "10-15,000"])
def test_a_figure_that_may_be_another_is_left_alone(folder: Path, figure: str) -> None:
    record = RECORD.replace("says: A.", f"says: A., figures: {{army: {{killed: {figure}}}}}")
    assert fixed_text(folder, record) == record


def test_only_files_that_are_wanted_are_touched(folder: Path) -> None:
    wrong = RECORD.replace("publication", "publicaton")
    (folder / FILE).write_text(wrong)
    assert fix(folder, lambda file: file != FILE) == Outcome((), ())
    assert (folder / FILE).read_text() == wrong


def test_keys_are_put_in_order_with_their_comments(folder: Path) -> None:
    lines = RECORD.splitlines(keepends=True)
    shuffled = "".join((lines[1], "# of the title\n", lines[0], *lines[2:]))
    assert fixed_text(folder, shuffled) == "".join(("# of the title\n", *lines))


def test_a_record_with_an_error_keeps_its_order(folder: Path) -> None:
    lines = RECORD.splitlines(keepends=True)
    shuffled = "".join((lines[1], lines[0], "colour: red\n", *lines[2:]))
    assert fixed_text(folder, shuffled) == shuffled


def test_what_was_changed_is_reported(folder: Path) -> None:
    (folder / FILE).write_text(RECORD.replace("publication", "publicaton"))
    [one] = fix(folder, lambda _: True).fixes
    assert one.as_text("events/") == f"events/{FILE}:3:7: fixed TL043: `publicaton` is now `publication`"
    assert one.as_data()["after"] == "publication"


def test_fixing_ten_records_at_once_leaves_the_one_that_cannot_be(folder: Path) -> None:
    for day in range(10, 20):
        text = RECORD.replace("08-02", f"08-{day}").replace("by: army", "by: amry" if day == 15 else "by: old-army")
        (folder / f"2024/2024-08-{day}-report.yml").write_text(text)
    fix(folder, lambda _: True)
    left = [problem for problem in Chronicle.open(folder).problems if problem.code in ("TL060", "TL061")]
    assert [problem.file for problem in left] in ([], ["2024/2024-08-15-report.yml"])


@given(st.text("abcdefgh-", min_size=1, max_size=12), st.text("abcdefgh-", min_size=1, max_size=12))
def test_a_slip_is_one_both_ways(one: str, other: str) -> None:
    assert is_slip(one, one)
    if len(one) == len(other):
        assert is_slip(one, other) == is_slip(other, one)


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("Wagner_Group", "wagner-group", True),
        ("amry", "army", True),
        ("arm", "army", True),
        ("publicatoin", "publication", True),
        ("fara", "fama", True),
        ("navy", "army", False),
        ("gury", "army", False),
    ],
)
def test_a_slip_is_a_letter_or_in_a_long_word_two(written: str, meant: str, slip: bool) -> None:
    assert is_slip(written, meant) is slip


@pytest.mark.parametrize("written", ["аrmy", "ａｒｍｙ", "аrmｙ"], ids=["Cyrillic", "full-width", "both"])
def test_an_id_in_letters_that_look_like_those_of_one_is_that_one(folder: Path, written: str) -> None:
    wrong = RECORD.replace("by: army", f"by: {written}").replace("Nothing.", f"See [[actor:{written}]].")
    assert fixed_text(folder, wrong) == RECORD.replace("Nothing.", "See [[actor:army]].")


def test_an_id_in_letters_that_look_like_those_of_none_is_left_alone(folder: Path) -> None:
    wrong = RECORD.replace("by: army", "by: nаvy")
    assert fixed_text(folder, wrong) == wrong


def test_codes_of_languages_and_countries_with_one_answer_are_fixed(folder: Path) -> None:
    wrong = "name: A market\ncountry: UK\ndescription:\n  ua: Ринок.\n"
    assert fixed_text(folder, wrong, "places/market.yml") == wrong.replace("UK", "GB").replace("ua:", "uk:")
