import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.reading.characters import find_hidden

LEGITIMATE = {
    "Arabic": "الحركة الوطنية لتحرير أزواد",
    "Arabic with a mark that keeps a full stop in its place": "قال: Wagner.\u200f",
    "Hebrew with a mark": "\u200eABC\u200f שלום",
    "Persian with a non-joiner": "می\u200cخواهم کتاب\u200cها",
    "Arabic with a joiner at a word's end": "عام ١٤٤٥ ه\u200d",
    "Sinhala with a joiner": "ශ්\u200dරී ලංකා",
    "Hindi with a non-joiner": "क्\u200cष",
    "Fulani in Adlam": "\U0001e900\U0001e932\U0001e944\U0001e922",
    "Tamasheq in Tifinagh": "ⵜⵉⵏⵣⴰⵡⴰⵜⴻⵏ",
    "a family of emoji": "👨\u200d👩\u200d👧",
    "an emoji with a skin tone and a joiner": "👩🏽\u200d💻",
    "an emoji with a variation selector": "❤\ufe0f ⚠\ufe0f ☎\ufe0e",
    "a rainbow flag": "🏳\ufe0f\u200d🌈",
    "a keycap": "1\ufe0f\u20e3",
    "the flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "a variant of a Han character": "葛\U000e0100城市",
    "Mongolian with a variation selector": "ᠠ\u180b",
    "French spaces": "« Wagner\u00a0» : 84\u202fmorts",
    "accents as characters of their own": "Kidal e\u0301",
}


@pytest.mark.parametrize("text", LEGITIMATE.values(), ids=LEGITIMATE)
def test_what_a_script_needs_is_fine(text: str) -> None:
    assert find_hidden(text) == []


HIDDEN = {
    "a right-to-left override": "a\u202eb",
    "an isolate": "a\u2066b",
    "a mark without right-to-left text": "a\u200fb",
    "an Arabic mark without Arabic text": "a\u061cb",
    "a mark on another line than the right-to-left text": "שלום\na\u200fb",
    "a zero width space": "it\u200bself",
    "a word joiner": "a\u2060b",
    "a soft hyphen": "neutral\u00adised",
    "a byte order mark inside a text": "a\ufeffb",
    "a letter in tags": "a\U000e0041b",
    "a flag of tags that is no flag": "🏴\U000e0078\U000e007f",
    "a Hangul filler": "a\u3164b",
    "a halfwidth Hangul filler": "a\uffa0b",
    "an annotation": "a\ufff9b",
    "a non-joiner between Latin letters": "a\u200cb",
    "a second non-joiner": "می\u200c\u200cخواهم",
    "a joiner between Latin letters": "a\u200db",
    "a variation selector after a letter": "a\ufe0fb",
    "a selector that no emoji takes": "❤\ufe00",
    "a variant of a Latin letter": "a\U000e0100",
    "a blank Braille pattern": "a\u2800b",
    "an invisible operator": "a\u2062b",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_what_hides_or_reorders_is_found(text: str) -> None:
    assert find_hidden(text)


def test_each_is_reported_by_its_number_and_name_and_where_it_is() -> None:
    zero_width, override = find_hidden("é\u200b b\u202e")
    assert (zero_width.index, zero_width.message) == (1, "U+200B zero width space cannot be seen: delete it")
    assert override.index == 4
    assert override.message == "U+202E right-to-left override changes the order in which text is shown: delete it"


@given(st.text())
def test_a_fault_points_at_a_character_that_is_not_ascii(text: str) -> None:
    for fault in find_hidden(text):
        assert text[fault.index] == fault.text
        assert not fault.text.isascii()
