import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.lookalikes import plain, skeletons

NAME = "Coordination of Azawad Movements 10"
SPELLED_OTHERWISE = {
    "the same again": NAME,
    "capitals": NAME.upper(),
    "small letters": NAME.lower(),
    "doubled spaces": NAME.replace(" ", "  "),
    "spaces around": f" {NAME} ",
    "no-break space": NAME.replace(" ", "\u00a0"),
    "thin space": NAME.replace(" ", "\u2009"),
    "ideographic space": NAME.replace(" ", "\u3000"),
    "a filler for a space": NAME + "\u3164",
    "a blank pattern for a space": NAME.replace(" ", "\u2800"),
    "zero-width space": NAME.replace("d", "d\u200b"),
    "zero-width joiner": NAME.replace("d", "d\u200d"),
    "word joiner": NAME.replace("d", "d\u2060"),
    "grapheme joiner": NAME.replace("d", "d\u034f"),
    "direction marks": f"\u202a{NAME}\u202c",
    "soft hyphen": NAME.replace("di", "d\u00adi"),
    "variation selector": NAME + "\ufe0f",
    "tag": NAME + "\U000e0041",
    "full-width letters": "".join(chr(ord(sign) + 0xFEE0) if sign != " " else sign for sign in NAME),
    "mathematical letters": "".join(chr(0x1D41A + ord(sign) - 97) if sign.islower() else sign for sign in NAME),
    "roman numeral letters": NAME.replace("v", "\u2174"),
    "superscript digit": NAME.replace("0", "\u2070"),
    "circled digit": NAME.replace("1", "\u2460"),
    "Arabic digits": NAME.replace("10", "\u0661\u0660"),
    "a dot at the end": f"{NAME}.",
    "accents": NAME.replace("a", "\u00e1"),
    "accents of their own": NAME.replace("a", "a\u0301"),
}
LOOKS_THE_SAME = {
    "one Cyrillic letter": NAME.replace("A", "\u0410"),
    "all Cyrillic that can be": NAME.translate(str.maketrans("acopC", "\u0430\u0441\u043e\u0440\u0421")),
    "Greek letters": NAME.replace("o", "\u03bf").replace("A", "\u0391"),
    "Armenian letter": NAME.replace("o", "\u0585"),
    "Cherokee letter": NAME.replace("A", "\u13aa"),
    "Lisu letter": NAME.replace("M", "\ua4df"),
    "small capital": NAME.replace("o", "\u1d0f"),
    "dotless i": NAME.replace("i", "\u0131"),
    "l for 1": NAME.replace("1", "l"),
    "I for 1": NAME.replace("1", "I"),
    "O for 0": NAME.replace("0", "O"),
    "a bar for 1": NAME.replace("1", "|"),
    "rn for m": NAME.replace("m", "rn"),
}


@pytest.mark.parametrize("other", SPELLED_OTHERWISE.values(), ids=SPELLED_OTHERWISE)
def test_a_name_spelled_a_little_differently_is_the_same(other: str) -> None:
    assert plain(other) == plain(NAME)
    assert skeletons(other) & skeletons(NAME)


@pytest.mark.parametrize("other", LOOKS_THE_SAME.values(), ids=LOOKS_THE_SAME)
def test_a_name_of_other_letters_that_look_the_same_has_its_skeleton(other: str) -> None:
    assert plain(other) != plain(NAME)
    assert skeletons(other) & skeletons(NAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qa\u00efda", "Al\u2011Qaida"),
        ("Al-Qaida", "Al\u2013Qaida"),
        ("O\u2019Brien", "O'Brien"),
        ("O\u00b4Brien", "O\u02bcBrien"),
        ("Stra\u00dfe", "STRASSE"),
        ("\ufb01re", "fire"),
        ("\u0141\u00f3d\u017a", "Lodz"),
        ("\u0152uvre", "Oeuvre"),
        ("\u0412\u0412\u0421", "BBC"),
        ("\u041c\u043e\u0441\u043a\u0432\u0430", "Moc\u043a\u0432a"),
        ("\u0391\u0392\u0395", "ABE"),
        ("\u0399\u0399", "Il"),
        ("Ibrahim", "lbrahim"),
        ("\u0130stanbul", "Istanbul"),
    ],
)
def test_other_names_are_compared_in_the_same_way(one: str, other: str) -> None:
    assert skeletons(one) & skeletons(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brigade 1", "Brigade 2"),
        ("Brigade 12", "Brigade 1-2"),
        ("Kidal", "Kidan"),
        ("Wagner", "Vagner"),
        ("Flot", "\u0424\u043b\u043e\u0442"),
        ("The army", "Army"),
        ("\u0905\u092e\u093f\u0924", "\u0905\u092e\u0940\u0924"),
        ("\u0623\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f"),
        ("\u738b", "\u7389"),
        ("\u05d0\u05d1\u05df", "\u05d0\u05d1\u05d5"),
        ("\u0439\u043e\u0434", "\u0438\u043e\u0434"),
    ],
)
def test_names_that_differ_really_have_no_skeleton_in_common(one: str, other: str) -> None:
    assert not skeletons(one) & skeletons(other)


LETTERS = st.text(st.characters(categories=["L", "Nd", "Zs"]), max_size=20)


@given(st.text(max_size=20))
def test_a_name_looks_like_itself_composed_and_decomposed(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert skeletons(unicodedata.normalize(form, name)) & skeletons(name), form


@given(LETTERS)
def test_a_name_without_case_and_accents_looks_like_itself(name: str) -> None:
    assert skeletons(plain(name)) & skeletons(name)
