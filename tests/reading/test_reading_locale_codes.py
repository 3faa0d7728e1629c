"""Codes of languages and countries: which there are, and which was meant where one is none."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.core import get_global

from site_builder.records.locale_codes import (
    UnknownCodeError,
    check_country,
    check_language,
    country_meant,
    language_meant,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("ua", "uk"), ("cn", "zh"), ("jp", "ja"), ("gr", "el"), ("dk", "da"), ("cz", "cs"), ("ir", "fa")),
        *(("iw", "he"), ("in", "id"), ("ji", "yi"), ("ua-UA", "uk-UA")),
        *(("EN", "en"), ("en_us", "en-US"), ("EN-us", "en-US"), ("SR-latn", "sr-Latn")),
        *(("french", "fr"), ("Français", "fr"), ("Ukrainian", "uk"), ("українська", "uk"), ("العربية", "ar")),
    ],
)
def test_a_language_that_can_only_be_one_is_reported(written: str, meant: str) -> None:
    assert language_meant(written) == meant
    assert check_language(meant) == meant


@pytest.mark.parametrize("written", ["xx", "by", "il", "sp", "xx-XX", "no language"])
def test_no_language_is_guessed_where_there_are_several_or_none(written: str) -> None:
    assert language_meant(written) is None


@pytest.mark.parametrize("written", ["en", "en-US", "pt-BR", "sr-Latn", "zh-Hant-TW", "taq", "dje", "se", "mul", "und"])
def test_a_language_that_there_is_stays(written: str) -> None:
    assert check_language(written) == written


@pytest.mark.parametrize("written", ["ua", "iw", "cz-CZ", "zz"])
def test_a_code_of_no_language_is_refused(written: str) -> None:
    with pytest.raises(UnknownCodeError):
        check_language(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("UK", "GB"), ("uk", "GB"), ("ml", "ML"), ("Mali", "ML"), ("MLI", "ML"), ("Ukraine", "UA"), ("Україна", "UA")],
)
def test_a_country_that_can_only_be_one_is_reported(written: str, meant: str) -> None:
    assert country_meant(written) == meant
    assert check_country(meant) == meant


@pytest.mark.parametrize("written", ["ML", "GB", "XK", "SU", "YU", "DD", "CS", "ZR"])
def test_a_country_that_there_is_or_was_stays(written: str) -> None:
    assert check_country(written) == written


@pytest.mark.parametrize("written", ["UK", "ZZ", "XA", "QQ"])
def test_a_code_of_no_country_is_refused(written: str) -> None:
    with pytest.raises(UnknownCodeError):
        check_country(written)


def test_every_language_of_the_locale_data_but_former_codes_is_one() -> None:
    codes = {code.replace("_", "-") for code in map(str, Locale("en").languages)} - set(get_global("language_aliases"))
    assert [code for code in codes if check_language(code) != code] == []
