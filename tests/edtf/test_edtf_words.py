"""Dates in words: the golden table, and that every date has words in every locale."""

import pytest
from babel import localedata
from edtf_texts import texts
from hypothesis import given
from hypothesis import strategies as st

from site_builder import edtf

ENGLISH = [
    ("2024-07-27", "27 July 2024"),
    ("2024-07", "July 2024"),
    ("2022", "2022"),
    ("2024-07-25/2024-07-27", "from 25 to 27 July 2024"),
    ("2024-07-30/2024-08-02", "from 30 July to 2 August 2024"),
    ("2023-12-30/2024-01-02", "from 30 December 2023 to 2 January 2024"),
    ("2024-03/2024-05", "from March to May 2024"),
    ("2023-12/2024-02", "from December 2023 to February 2024"),
    ("1980/1994", "from 1980 to 1994"),
    ("2004-02-01/2005", "from 1 February 2004 to 2005"),
    ("2024-07-27/2024-07-27", "27 July 2024"),
    ("2023-11?/2024-07-27~", "from November 2023 (uncertain) to around 27 July 2024"),
    ("2004-06-XX/2004-07-03", "from some time in June 2004 to 3 July 2004"),
    ("2023-09-14/..", "from 14 September 2023"),
    ("../2023-09-14", "until 14 September 2023"),
    ("2023-09-14/", "from 14 September 2023, end unknown"),
    ("/2023-09", "until September 2023, start unknown"),
    ("2023-11~", "around November 2023"),
    ("2021-12~", "around December 2021"),
    ("2023-11?", "November 2023, uncertain"),
    ("2023-11%", "around November 2023, uncertain"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    ("2004-~06-11", "11 June 2004 (month approximate)"),
    ("2004?-06-~11", "11 June 2004 (year uncertain, day approximate)"),
    ("%2004-06-11", "11 June 2004 (year uncertain and approximate)"),
    ("2004-06-11~", "around 11 June 2004"),
    ("2022-XX", "some time in 2022"),
    ("2022-XX-XX", "some time in 2022"),
    ("2024-07-XX", "some time in July 2024"),
    ("2024-07-XX~", "some time in July 2024, approximate"),
    ("2024-02-2X", "between 20 and 29 February 2024"),
    ("2024-1X", "between October and December 2024"),
    ("1999-XX-15", "between 15 January and 15 December 1999"),
    ("199X", "the 1990s"),
    ("199X~", "around the 1990s"),
    ("20XX", "21st century"),
    ("18XX", "19th century"),
    ("18XX-XX", "19th century"),
    ("10XX", "11th century"),
    ("01XX", "2nd century"),
    ("00XX", "1st century"),
    ("-07XX", "8th century BCE"),
    ("-00XX", "1st century BCE"),
    ("18XX~", "around the 19th century"),
    ("18XX?", "the 19th century, uncertain"),
    ("17XX/18XX", "from the 18th century to the 19th century"),
    ("[..18XX]", "the 19th century or earlier"),
    ("000X", "between 1 CE and 9 CE"),
    ("18XX-07", "July, between 1800 and 1899"),
    ("20X3", "between 2003 and 2093"),
    ("-009X", "between 100 BCE and 91 BCE"),
    ("XXXX", "an unknown year"),
    ("156X-12-25", "25 December, between 1560 and 1569"),
    ("156X-12", "December, between 1560 and 1569"),
    ("XXXX-12-25", "25 December of an unknown year"),
    ("XXXX-12-XX", "December of an unknown year"),
    ("156X-1X-25", "between 25 October 1560 and 25 December 1569"),
    ("2023-21", "spring 2023"),
    ("2023-24", "winter 2023"),
    ("2023-22?", "summer 2023, uncertain"),
    ("2023-27", "autumn 2023 (northern hemisphere)"),
    ("2023-30", "summer 2023 (southern hemisphere)"),
    ("199X-21", "spring, between 1990 and 1999"),
    ("2023-33", "the first quarter of 2023"),
    ("2023-39", "the last third of 2023"),
    ("2023-41", "the second half of 2023"),
    ("-0043-03-15", "15 March 44 BCE"),
    ("-0043-03-13/-0043-03-15", "from 13 to 15 March 44 BCE"),
    ("-0044/0014", "from 45 BCE to 14 CE"),
    ("0000", "1 BCE"),
    ("0476-09", "September 476 CE"),
    ("Y-17E7", "170,000,001 BCE"),
    ("Y170000002", "170,000,002"),
    ("1950S2", "between 1900 and 1999, estimated as 1950"),
    ("1950S4", "1950"),
    ("[2024-07-25..2024-07-27]", "between 25 and 27 July 2024"),
    ("[2024-07-25,2024-07-27]", "25 July 2024 or 27 July 2024"),
    ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
    ("[..1760-12-03]", "3 December 1760 or earlier"),
    ("[1760-12..]", "December 1760 or later"),
    ("[2024-07-25]", "25 July 2024"),
    ("{2024-07-25..2024-07-27}", "every day from 25 to 27 July 2024"),
    ("{1667,1668,1670..1672}", "1667, 1668 and every year from 1670 to 1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("{..1984}", "every year until 1984"),
    ("{2024-03..}", "every month from March 2024"),
    ("[1901,1903,1905,1907,1909,1911,1913,1915,1917]", "one of 9 dates, between 1901 and 1917"),
    (
        "{1901,1903,1905,1907,1909,1911,1913,1915..}",
        "1901, 1903, 1905, 1907, 1909, 1911, 1913 and every year from 1915",
    ),
    ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"),
    ("1985-04-12T23:20", "12 April 1985, 23:20"),
    ("1985-04-12T23:20Z", "12 April 1985, 23:20 UTC"),
    ("1985-04-12T23:20-04", "12 April 1985, 23:20 UTC−04"),
    ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"),
    ("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC−04"),
    ("1985-04-12T23:20:30+05:30", "12 April 1985, 23:20:30 UTC+05:30"),
]

OTHER_LOCALES = [
    ("en_US", "2024-07-27", "July 27, 2024"),
    ("en-US", "2024-07-25/2024-07-27", "from July 25 to 27, 2024"),
    ("fr", "2024-07-27", "27 juillet 2024"),
    ("fr", "2024-07-25/2024-07-27", "du 25 au 27 juillet 2024"),
    ("fr", "2024-04/2024-08", "d’avril à août 2024"),
    ("fr", "[2024-07-25..2024-07-27]", "entre le 25 et le 27 juillet 2024"),
    ("fr", "2023-11~", "vers novembre 2023"),
    ("fr", "2023-09-14/..", "à partir du 14 septembre 2023"),
    ("fr", "-0043-03-15", "15 mars 44 av. J.-C."),
    ("fr", "Y170000002", "170 000 002"),
    ("fr", "18XX", "XIXe siècle"),
    ("fr", "00XX", "Ier siècle"),
    ("fr", "-07XX", "VIIIe siècle av. J.-C."),
    ("fr", "18XX~", "vers le XIXe siècle"),
    ("fr", "17XX/18XX", "du XVIIIe siècle au XIXe siècle"),
    ("uk", "2024-07-27", "27 липня 2024 р."),
    ("uk", "2024-07", "липень 2024 р."),
    ("ar", "2024-07-27", "27 يوليو 2024"),
    ("ja", "2024-07-27", "2024年7月27日"),
    ("uk", "2024-07-25/2024-07-27", "from 25 to 27 липня 2024 р."),  # no table of phrases: English borrowed
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_a_date_says_in_english_what_is_known(text: str, expected: str) -> None:
    assert edtf.words(edtf.parse(text)) == expected


@pytest.mark.parametrize(("locale", "text", "expected"), OTHER_LOCALES)
def test_a_date_is_said_in_the_order_and_names_of_its_locale(locale: str, text: str, expected: str) -> None:
    assert edtf.words(edtf.parse(text), locale).replace("\u202f", " ").replace("\xa0", " ") == expected


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2024-07-27", "2024-07-27", "27 July 2024"),
        ("2023-11-15", "2023-11-30", "between 15 and 30 November 2023"),
        ("2023-11-01", "2023-11-30", "November 2023"),
        ("2023-03-01", "2023-05-31", "between March and May 2023"),
        ("2023-12-15", "2024-01-02", "between 15 December 2023 and 2 January 2024"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("1990-01-01", "1999-12-31", "the 1990s"),
        ("1990-01-01", "2000-12-31", "between 1990 and 2000"),
        ("-0044-01-01", "0014-12-31", "between 45 BCE and 14 CE"),
        ("-inf", "2024-07-27", "27 July 2024 or earlier"),
        ("-inf", "2024-07-31", "July 2024 or earlier"),
        ("-inf", "1984-12-31", "1984 or earlier"),
        ("2024-07-27", "inf", "27 July 2024 or later"),
        ("2024-07-01", "inf", "July 2024 or later"),
        ("2024-01-01", "unknown", "2024 or later"),
        ("-inf", "inf", "date unknown"),
    ],
)
def test_two_bounds_are_said_as_one_unknown_day(earliest: str, latest: str, expected: str) -> None:
    open_ends = {"-inf": edtf.MINUS_INFINITY, "unknown": edtf.UNKNOWN_END, "inf": edtf.INFINITY}
    first, last = (open_ends.get(text) or edtf.parse(text).earliest for text in (earliest, latest))
    assert edtf.words_of_bounds(first, last) == expected


@given(texts, st.sampled_from(["en", "fr", "ar", "uk", "ja", "eu"]))
def test_every_date_has_words(text: str, locale: str) -> None:
    date = edtf.parse(text)
    said = edtf.words(date, locale)
    assert said
    assert said == said.strip()
    assert "X" not in said
    assert "{" not in said
    assert edtf.words_of_bounds(date.earliest, date.latest, locale)


@pytest.mark.parametrize("chunk", range(10))
def test_every_locale_of_babel_has_words(chunk: int) -> None:
    dates = ["2024-07-27", "2024-07", "-0043", "2024-07-25/2024-07-27", "2024-03/2024-05", "XXXX-12-25", "[2023..]"]
    for locale in sorted(localedata.locale_identifiers())[chunk::10]:
        for date in map(edtf.parse, dates):
            said = edtf.words(date, locale)
            assert said == said.strip() != "", (locale, date)
            assert "  " not in said, (locale, date)


@pytest.mark.parametrize("locale", ["xx", "", "no such locale", "en_ZZ_ZZ_ZZ"])
def test_a_locale_that_babel_has_not_is_refused(locale: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        edtf.words(edtf.parse("2024"), locale)
