import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.linking import MAX_PROSE, find_references
from site_builder.records import Kind


@pytest.mark.parametrize(
    ("text", "kind", "record_id", "words", "cites"),
    [
        ("[[2024-07-27-ambush]]", Kind.EVENT, "2024-07-27-ambush", None, False),
        ("[[event:2024-07-27-ambush]]", Kind.EVENT, "2024-07-27-ambush", None, False),
        ("[[2024-07-27-ambush|the ambush]]", Kind.EVENT, "2024-07-27-ambush", "the ambush", False),
        ("[[actor:csp-dpa|the rebels]]", Kind.ACTOR, "csp-dpa", "the rebels", False),
        ("[[actor:csp-dpa|the\nrebels]]", Kind.ACTOR, "csp-dpa", "the rebels", False),
        ("[[place:kidal]]", Kind.PLACE, "kidal", None, False),
        ("[[source:afp-1]]", Kind.SOURCE, "afp-1", None, False),
        ("[[thread:wagner-in-mali]]", Kind.THREAD, "wagner-in-mali", None, False),
        ("[[question:who-ambushed]]", Kind.QUESTION, "who-ambushed", None, False),
        ("[[ actor: csp-dpa | the rebels ]]", Kind.ACTOR, "csp-dpa", "the rebels", False),
        ("[@afp-1]", Kind.SOURCE, "afp-1", None, True),
        ("[@afp-1, paragraph 4]", Kind.SOURCE, "afp-1", "paragraph 4", True),
        ("[@afp-1,\n  paragraph 4]", Kind.SOURCE, "afp-1", "paragraph 4", True),
        ("[[actor:csp-dpa|المتمردون]]", Kind.ACTOR, "csp-dpa", "المتمردون", False),
    ],
)
def test_every_form_is_read(text: str, kind: Kind, record_id: str, words: str | None, cites: bool) -> None:
    (found,) = find_references(f"Before {text} after.")
    assert (found.kind, found.id, found.words, found.cites) == (kind, record_id, words, cites)
    assert (found.offset, found.text) == (len("Before "), text)


@pytest.mark.parametrize("text", ["[[No Such Id]]", "[[persn:wagner]]", "[@Not-An-Id!]"])
def test_what_is_meant_as_a_reference_is_found_though_its_id_is_wrong(text: str) -> None:
    assert len(find_references(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[[]]",
        "[[ ]]",
        "[[a",
        "[a]",
        "[a](https://example.com)",
        "[^1]",
        "[@]",
        "[@ a]",
        "[[a\n\nb|c]]",
        "[[a|b\n\nc]]",
        r"\[[a]]",
        r"\[@a]",
        "`[[a]]`",
        "``[[a]] ` [@b]``",
        "`code\n[[a]]`",
        "```\n[[a]]\n```",
        "~~~ yaml\n[[a]]\n~~~",
        "```\n[[a]]",
        "> ```\n> [[a]]\n> ```",
        "[@handle](https://social.example/handle)",
        "[@handle]( <HTTP://social.example/handle> 'words')",
        "[@handle, its account](https://social.example/handle)",
        "[@afp-1](https://social.example/afp)",
        "![@handle](https://social.example/handle.png)",
        "[@handle][site]\n\n[site]: https://social.example/handle",
        "[@handle][The  Site]\n\n> [the site]: <https://social.example/handle>",
    ],
)
def test_what_is_no_reference_or_stands_in_code_is_passed_over(text: str) -> None:
    assert find_references(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "[@a](see below)",
        "[@a] (https://a.example/)",
        "[@a](#b)",
        "[@a][@a]",
        "[@a][b]",
        "[@a][]",
        "[@a]: https://a.example",
    ],
)
def test_what_only_looks_like_a_link_is_a_citation(text: str) -> None:
    assert {found.id for found in find_references(text)} == {"a"}


def test_a_stray_backtick_hides_nothing_in_the_next_paragraph() -> None:
    assert [found.id for found in find_references("A ` here.\n\n[[a]] and ` there.")] == ["a"]


def test_references_are_found_after_code() -> None:
    assert [found.id for found in find_references("`[[a]]` [[b]]\n\n```\n[[c]]\n```\n\n[@d]")] == ["b", "d"]


def test_text_too_long_to_be_read_as_markup_has_none() -> None:
    assert find_references("[[a]]" + " " * MAX_PROSE) == ()


PIECES = st.sampled_from(
    ["[[", "]]", "[@", "]", "a-b", "actor:", "|", ", ", "`", "``", "\\", "\n", "\n\n", "~~~", " ", "x"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_references_stand_where_they_say_in_order_and_apart(text: str) -> None:
    reached = 0
    for found in find_references(text):
        assert found.offset >= reached
        reached = found.offset + len(found.text)
        assert text[found.offset : reached] == found.text
        assert found.id.strip() == found.id != ""
