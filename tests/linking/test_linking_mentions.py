import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linking_worlds import actor, place

from site_builder.linking import Mentions, collect_mentions
from site_builder.linking.mentions import _stands_alone, plain_name
from site_builder.records import Kind


def naming(*names: str) -> Mentions:
    return Mentions({name: (Kind.ACTOR, name) for name in names})


def found(mentions: Mentions, text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in mentions.find(text)]


def test_names_are_found_with_the_record_they_mean() -> None:
    mentions = collect_mentions(
        [actor("wagner", "Wagner", aliases=["Wagner Group"])], [place("kidal", {"en": "Kidal", "ar": "كيدال"})]
    )
    text = "The Wagner Group took Kidal, كيدال in Arabic. Wagner held it."
    assert [(text[each.start : each.end], each.kind, each.id) for each in mentions.find(text)] == [
        ("Wagner Group", Kind.ACTOR, "wagner"),
        ("Kidal", Kind.PLACE, "kidal"),
        ("كيدال", Kind.PLACE, "kidal"),
        ("Wagner", Kind.ACTOR, "wagner"),
    ]


def test_former_names_are_names() -> None:
    mentions = collect_mentions([actor("csp", "CSP-DPA", names=[{"name": "CSP-PSD", "until": "2024-04"}])], [])
    assert found(mentions, "The CSP-PSD.") == ["CSP-PSD"]


def test_the_longest_name_is_taken() -> None:
    mentions = naming("Le Monde", "Le Monde Afrique", "Monde", "CSP", "CSP-DPA")
    assert found(mentions, "Le Monde Afrique, Le Monde, Monde, CSP-DPA, CSP") == [
        "Le Monde Afrique",
        "Le Monde",
        "Monde",
        "CSP-DPA",
        "CSP",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Wagner", "Wagners Wagnerian xWagner Wagner_x Wagner2"),
        ("Mali", "Malian Somali"),
        ("Guinea", "Guinea-Bissau"),
        ("Bissau", "Guinea-Bissau"),
        ("DPA", "CSP-DPA"),
        ("Мали", "Малийский Сомали"),
        ("مالي", "ماليون شمالي"),
        ("مالي", "ماليَ"),
        ("Kidal", "Kidal\N{COMBINING ACUTE ACCENT}"),
        ("واگنر", "واگنر\N{ZERO WIDTH NON-JOINER}ها"),
        ("Mali", "https://example.com/Mali www.example.com/Mali someone@Mali"),
        ("Wagner", "wagner WAGNER"),
    ],
)
def test_a_name_inside_a_longer_word_is_none(name: str, text: str) -> None:
    assert found(naming(name), text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Wagner", "Wagner"),
        ("Wagner", "(Wagner)"),
        ("Wagner", "“Wagner”"),
        ("Wagner", "Wagner's men"),
        ("Wagner", "Wagner’s men"),
        ("Wagner", "Wagner-led"),
        ("Wagner", "pro-Wagner"),
        ("Wagner", "FAMa/Wagner"),
        ("Mali", "Mali–Niger"),
        ("Azawad", "l’Azawad"),
        ("Вагнер", "«Вагнер», ЧВК"),
        ("كيدال", "مدينة كيدال، شمال"),
        ("كيدال", "كيدال؟"),
        ("Côte d'Ivoire", "Côte d’Ivoire"),
        ("Le Monde", "Le\nMonde"),
        ("Le Monde", "Le\N{NO-BREAK SPACE}Monde"),
        ("Al-Qaeda", "Al\N{NON-BREAKING HYPHEN}Qaeda"),
        ("(a) Front", "the (a) Front"),
    ],
)
def test_a_name_between_other_words_is_found(name: str, text: str) -> None:
    assert len(found(naming(name), text)) == 1


def test_a_name_that_two_records_share_is_no_link() -> None:
    mentions = collect_mentions(
        [actor("mali-state", "Mali"), actor("csp-dpa", "CSP-DPA", aliases=["CSP"]), actor("csp-psd", "CSP")],
        [place("mali", "Mali")],
    )
    assert found(mentions, "Mali, CSP, CSP-DPA") == ["CSP-DPA"]


def test_two_names_alike_of_one_record_are_one() -> None:
    assert found(collect_mentions([actor("csp", "CSP", aliases=["CSP"])], []), "CSP") == ["CSP"]


def test_an_alias_marked_never_is_no_link_for_anybody() -> None:
    marked = actor("csp", "Front", aliases=[{"alias": "CSP", "link": "never"}])
    assert found(collect_mentions([marked], []), "CSP, Front") == ["Front"]
    assert found(collect_mentions([marked, actor("other", "CSP")], []), "CSP") == []


def test_no_shorter_name_is_found_inside_one_that_is_no_link() -> None:
    shared = [actor("one", "North Front"), actor("two", "North Front"), actor("three", "Front")]
    assert found(collect_mentions(shared, []), "The North Front and the Front") == ["Front"]
    assert [each.start for each in collect_mentions(shared, []).find("North Front, Front")] == [13]


def test_names_of_fewer_than_three_characters_are_not_looked_for() -> None:
    assert found(collect_mentions([actor("un", "UN", aliases=["UNO"])], []), "UN UNO") == ["UNO"]


def test_names_are_the_same_however_their_accents_are_encoded() -> None:
    mentions = collect_mentions([], [place("menaka", unicodedata.normalize("NFD", "Ménaka"))])
    assert found(mentions, "Ménaka") == ["Ménaka"]


def test_nothing_is_found_where_there_are_no_names() -> None:
    assert found(collect_mentions([], []), "Wagner") == []


WORDS = st.sampled_from(["Ab", "Cd", "Ef", "ab", "كا"])
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), unique=True, max_size=6)
TEXTS = st.lists(st.sampled_from(["Ab", "Cd", "Ef", "ab", "كا", " ", " ", ".", "\n"]), max_size=25).map("".join)


@given(NAMES, TEXTS)
def test_finding_equals_trying_every_name_everywhere(names: list[str], text: str) -> None:
    plain = f" {text} ".replace("\n", " ")
    expected, at = [], 1
    while at <= len(text):
        fitting = [
            name
            for name in names
            if plain.startswith(name, at) and plain[at - 1] in " ." and plain[at + len(name)] in " ."
        ]
        if fitting:
            expected.append((at - 1, max(fitting, key=len)))
            at += len(max(fitting, key=len))
        else:
            at += 1
    assert [(each.start, each.id) for each in naming(*names).find(text)] == expected


@given(st.text(max_size=60), st.lists(st.text(min_size=3, max_size=8), max_size=4))
def test_any_text_can_be_searched_for_any_names(text: str, names: list[str]) -> None:
    reached = 0
    for mention in naming(*names).find(text):
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end


def test_names_with_signs_before_their_first_word_are_found() -> None:
    mentions = naming("Wagner", "“Wagner” Group", "‘Wagner’", "(Wagner) PMC")
    assert found(mentions, "“Wagner” Group, (Wagner) PMC, Wagner") == ["“Wagner” Group", "(Wagner) PMC", "Wagner"]


@given(st.lists(st.text("ab -", min_size=1, max_size=7).map(plain_name), max_size=8), st.text("ab -", max_size=30))
def test_at_each_word_the_longest_name_that_stands_alone_is_found(names: list[str], text: str) -> None:
    wanted = {name for name in names if name[:1].isalnum()}
    expected: list[tuple[int, int]] = []
    for word in re.finditer(r"(?<!\w)\w+", text):
        ends = range(len(text), word.start(), -1)
        if not expected or word.start() >= expected[-1][1]:
            fits = (end for end in ends if text[word.start() : end] in wanted)
            expected += [(word.start(), end) for end in fits if _stands_alone(text, word.start(), end)][:1]
    assert [(each.start, each.end) for each in naming(*wanted).find(text)] == expected
