"""The text of a new record says what was answered, whatever that is; one key more changes nothing else of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_texts import IDS, TEXTS

from site_builder.editing import NotFormattedError
from site_builder.editing.drafts import add_claim, draft, with_key
from site_builder.editing.formatting import format_record, ordered
from site_builder.reading.documents import read_document
from site_builder.reading.values import Value
from site_builder.records import Event, Kind, Source

COPY = "https://archive.example/web/20261128050000/https://news.example/a"
LINE = f"archive: {COPY}"
URL = "url: https://a.org/"
LINES = st.one_of(TEXTS, st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1))
CLAIMS = st.fixed_dictionaries(
    {"id": IDS, "topic": st.just("toll"), "says": LINES, "sources": st.lists(IDS, min_size=1)},
    optional={
        "by": IDS,
        "date": st.sampled_from(["2024", "[2024-07-25..2024-07-27]", "2024-08-01?"]),
        "figures": st.just({"wagner": {"killed": "46+"}, "wagner+fama": {"captured": "up to 10"}}),
    },
)
EVENTS = st.fixed_dictionaries(
    {"title": LINES, "date": st.sampled_from(["2024-07", "{2024,2025}"]), "summary": LINES},
    optional={
        "places": st.lists(st.fixed_dictionaries({"place": IDS}, optional={"role": st.just("site")}), min_size=1),
        "unknown": st.lists(LINES, min_size=1),
        "claims": st.lists(CLAIMS, min_size=1, max_size=3),
        "links": st.lists(st.fixed_dictionaries({"type": st.just("after"), "event": IDS, "note": LINES}), min_size=1),
    },
)


def values_of(text: str) -> Value | None:
    document = read_document(text)
    assert document.faults == []
    return document.value


@given(EVENTS)
def test_a_draft_says_what_was_answered_and_is_formatted(values: dict[str, Value]) -> None:
    text = draft(Kind.EVENT, values)
    assert values_of(text) == values
    assert list(values_of(text) or ()) == list(ordered(Event, values))
    assert format_record(text, Event) == text


@given(EVENTS, CLAIMS)
def test_a_claim_is_added_after_those_that_are_there(values: dict[str, Value], claim: dict[str, Value]) -> None:
    text = draft(Kind.EVENT, values)
    before = values.get("claims", [])
    assert isinstance(before, list)
    assert values_of(add_claim(text, claim)) == {**values, "claims": [*before, claim]}


def test_a_text_of_several_paragraphs_is_a_block() -> None:
    text = draft(Kind.EVENT, {"title": "A", "body": "One.\n\nTwo."})
    assert text == "title: A\nbody: |\n  One.\n\n  Two.\n"


def test_comments_stay_where_a_claim_is_added_to_claims_in_brackets() -> None:
    text = "title: A\n# why\nclaims: [{id: a, by: b}]  # beside\n"
    added = add_claim(text, {"id": "c", "says": "A longer text."})
    assert added == ("title: A\n# why\nclaims:  # beside\n  - {id: a, by: b}\n  - id: c\n    says: A longer text.\n")


def test_a_claim_is_added_with_the_line_breaks_of_the_event() -> None:
    added = add_claim("title: A\r\nclaims:\r\n  - id: a\r\n", {"id": "c", "says": "One.\n\nTwo."})
    assert added.count("\r\n") == added.count("\n") == added.count("\r")
    assert values_of(added) == {"title": "A", "claims": [{"id": "a"}, {"id": "c", "says": "One.\n\nTwo.\n"}]}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"publisher: A\n{URL}\nkind: agency\n", f"publisher: A\n{URL}\n{LINE}\nkind: agency\n"),
        (f"# a\n\n{URL} # b\n# c\npublisher:   A\n", f"# a\n\n{URL} # b\n{LINE}\n# c\npublisher:   A\n"),
        (f"publisher: A\r\n{URL}\r\nnote: x\r\n", f"publisher: A\r\n{URL}\r\n{LINE}\r\nnote: x\r\n"),
        (f"publisher: A\n{URL}", f"publisher: A\n{URL}\n{LINE}\n"),
        ("publisher: A\ntitle: b\n  c\nnote: x\n", f"publisher: A\ntitle: b\n  c\n{LINE}\nnote: x\n"),
    ],
)
def test_a_key_stands_in_a_line_of_its_own_after_the_one_before_it(before: str, after: str) -> None:
    assert with_key(before, Source, "archive", COPY) == after


@pytest.mark.parametrize(
    "content",
    [
        "{publisher: A, url: 'https://a.org/'}\n",
        "publisher: A\narchive: https://b.org/\n",
        "publisher: [A\n",
        "note: x\n",
    ],
)
def test_where_there_is_no_line_for_it_the_text_is_left_alone(content: str) -> None:
    with pytest.raises(NotFormattedError):
        with_key(content, Source, "archive", COPY)
