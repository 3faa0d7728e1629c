"""What is suggested for what is not EDTF."""

import pytest

from site_builder import edtf


def suggestion(text: str) -> str | None:
    with pytest.raises(edtf.EDTFError) as caught:
        edtf.parse(text)
    return caught.value.suggestion


@pytest.mark.parametrize(
    ("text", "modern"),
    [
        ("199u", "199X"),
        ("19uu", "19XX"),
        ("1999-uu", "1999-XX"),
        ("1999-01-uu", "1999-01-XX"),
        ("19uu-12-uu", "19XX-12-XX"),
        ("199x", "199X"),
        ("unknown/2004", "/2004"),
        ("2004/unknown", "2004/"),
        ("2004-06-01/open", "2004-06-01/.."),
        ("199u/open", "199X/.."),
        ("1984?~", "1984%"),
        ("1984~?", "1984%"),
        ("2004-06-(01)~", "2004-06-~01"),
        ("2004-06-(01)~/2004-06-(20)~", "2004-06-~01/2004-06-~20"),
        ("2004-(06)?-11", "2004-?06-11"),
        ("2011-(06-04)~", "2011-~06-~04"),
        ("(2011)-06-04~", "2011-~06-~04"),
        ("y170000002", "Y170000002"),
        ("y-17e7", "Y-17E7"),
        ("y17101e4p3", "Y17101E4S3"),
        ("2001-21^southernHemisphere", "2001-29"),
    ],
)
def test_the_draft_of_2012_is_suggested_in_the_signs_of_2019(text: str, modern: str) -> None:
    assert suggestion(text) == modern


@pytest.mark.parametrize(
    ("text", "modern"),
    [
        ("20240727", "2024-07-27"),
        ("20240725/20240727", "2024-07-25/2024-07-27"),
        ("2024-7-27", "2024-07-27"),
        ("2024/07/27", "2024-07-27"),
        ("2024.07.27", "2024-07-27"),
        ("2024/07", "2024-07"),
        ("2024-07-00", "2024-07"),
        ("2024-00-00", "2024"),
        ("1980-1994", "1980/1994"),
        ("1980–94", "1980/1994"),
        ("2024-07-25..2024-07-27", "2024-07-25/2024-07-27"),
        ("[1667, 1668, 1670..1672]", "[1667,1668,1670..1672]"),
        ("--05-03", "XXXX-05-03"),
        ("+2006", "2006"),
        ("Y02006", "2006"),
        ("-0000", "0000"),
        ("-44-03-15", "-0044-03-15"),
        ("2024-07-27 10:30:00", "2024-07-27T10:30:00"),
        ("2024-07-27t10:30:00z", "2024-07-27T10:30:00Z"),
        ("2024-07-27T10:30:00.5+0200", "2024-07-27T10:30:00+02:00"),
        ("2024-07-27 10:30", "2024-07-27T10:30"),
        ("2024-07-27T10:30+0200", "2024-07-27T10:30+02:00"),
        ("2024/now", "2024/.."),
        (" 2024-07-27 ", "2024-07-27"),
    ],
)
def test_a_neighbour_of_edtf_is_suggested_in_its_form(text: str, modern: str) -> None:
    assert suggestion(text) == modern


@pytest.mark.parametrize(
    ("text", "modern"),
    [
        ("2005/2004", "2004/2005"),
        ("2005?/2004~", "2004~/2005?"),
        ("0000/-0001", "-0001/0000"),
        ("{2002..2001}", "{2001..2002}"),
        ("[1999,2002-05-02..2002-05-01,2003..]", "[1999,2002-05-01..2002-05-02,2003..]"),
        ("{2002..2001,2004..2003}", "{2001..2002,2003..2004}"),
        ("from 27 July 2024 to 25 July 2024", "2024-07-25/2024-07-27"),
    ],
)
def test_a_reversed_interval_is_suggested_the_other_way_round(text: str, modern: str) -> None:
    assert suggestion(text) == modern


@pytest.mark.parametrize(
    ("text", "modern"),
    [
        ("27 July 2024", "2024-07-27"),
        ("July 27, 2024", "2024-07-27"),
        ("27th of July 2024", "2024-07-27"),
        ("Saturday, 27 July 2024", "2024-07-27"),
        ("27-Jul-2024", "2024-07-27"),
        ("Sept 2023", "2023-09"),
        ("November 2023", "2023-11"),
        ("2023 November", "2023-11"),
        ("27/07/2024", "2024-07-27"),
        ("07/27/2024", "2024-07-27"),
        ("27.07.2024", "2024-07-27"),
        ("05/05/2024", "2024-05-05"),
        ("07/2024", "2024-07"),
        ("27 juillet 2024", "2024-07-27"),
        ("le 1er août 2024", "2024-08-01"),
        ("samedi 27 juillet 2024", "2024-07-27"),
        ("суббота 27 июля 2024", "2024-07-27"),
        ("environ mai 2024", "2024-05~"),
        ("autour de mai 2024", "2024-05~"),
        ("peut-être mai 2024", "2024-05?"),
        ("mi-juillet 2024", "2024-07"),
        ("au début de juillet 2024", "2024-07"),
        ("fin 2024", "2024"),
        ("en juillet 2024", "2024-07"),
        ("in July 2024", "2024-07"),
        ("entre le 3 et le 5 juin 2024", "[2024-06-03..2024-06-05]"),
        ("27 липня 2024 р.", "2024-07-27"),
        ("27 июля 2024 года", "2024-07-27"),
        ("27 يوليو 2024", "2024-07-27"),
        ("circa 1950", "1950~"),
        ("c. July 2024", "2024-07~"),
        ("around 27 July 2024", "2024-07-27~"),
        ("possibly July 2024", "2024-07?"),
        ("July 2024 (uncertain)", "2024-07?"),
        ("July 2024?", "2024-07?"),
        ("from 25 to 27 July 2024", "2024-07-25/2024-07-27"),
        ("25-27 July 2024", "2024-07-25/2024-07-27"),
        ("July 25–27, 2024", "2024-07-25/2024-07-27"),
        ("25 July to 3 August 2024", "2024-07-25/2024-08-03"),
        ("27 July 2024/3 August 2024", "2024-07-27/2024-08-03"),
        ("between 25 and 27 July 2024", "[2024-07-25..2024-07-27]"),
        ("since September 2023", "2023-09/.."),
        ("until 2024", "../2024"),
        ("by 2004", "[..2004]"),
        ("after 9999", "[Y10000..]"),
        ("before 2004", "[..2003]"),
        ("before 1 May 2004", "[..2004-04-30]"),
        ("after December 2004", "[2005-01..]"),
        ("spring 2023", "2023-21"),
        ("winter 2023/24", "2023-24"),
        ("the 1990s", "199X"),
        ("19th century", "18XX"),
        ("44 BC", "-0043"),
        ("1 BCE", "0000"),
    ],
)
def test_a_date_as_people_write_it_is_suggested_in_edtf(text: str, modern: str) -> None:
    assert suggestion(text) == modern


@pytest.mark.parametrize(("text", "without"), [("late 2021", "2021"), ("early July 2024", "2024-07")])
def test_late_and_early_have_no_sign_and_leave_the_whole(text: str, without: str) -> None:
    assert suggestion(text) == without


@pytest.mark.parametrize("text", ["03/04/2024", "3.4.2024", "03-04-2024", "4/3/2024"])
def test_a_date_that_can_be_read_in_two_ways_is_offered_both(text: str) -> None:
    with pytest.raises(edtf.EDTFError) as caught:
        edtf.parse(text)
    assert caught.value.suggestion == "[2024-03-04,2024-04-03]"
    assert caught.value.expected == (
        "year, month and day in this order: 2024-03-04 (4 March 2024) or 2024-04-03 (3 April 2024)"
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{2002..2001,2003.}",
        "xyz",
        "July",
        "27 July",
        "1/2/24",
        "2024-02-30",
        "29/02/2023",
        "31 April 2024",
        "2016-05-02T25:00:00x",
        "2011/2012/2013",
        "03/04/2024 - 05/04/2024",
        "0th century",
        "July 2024 " + "x" * 300,
    ],
)
def test_nothing_is_suggested_where_nothing_can_be_known(text: str) -> None:
    assert suggestion(text) is None
