"""The layout of records: what it does to a file, and that what the file says and its comments stay."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, assume, given, settings
from record_texts import nested_brackets, record_texts

from site_builder.editing import formatting
from site_builder.editing.formatting import NotFormattedError, format_record, ordered
from site_builder.editing.parsing import parse_tree
from site_builder.editing.tree import comments
from site_builder.reading import RecordFile
from site_builder.reading.documents import read_document
from site_builder.reading.validation import validate
from site_builder.reading.values import Value
from site_builder.records import MODELS, Claim, Event, Kind
from site_builder.records.models import IMPLICIT, all_models, field_names, fields
from site_builder.vocabulary import built_in


def values_of(text: str) -> Value | None:
    document = read_document(text)
    return None if document.faults else document.value


def formatted(text: str, kind: Kind = Kind.EVENT, schema: str | None = None) -> str:
    return format_record(dedent(text), MODELS[kind], schema)


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(record_texts())
def test_a_formatted_text_says_the_same_keeps_its_comments_and_is_formatted_already(written: tuple[Kind, str]) -> None:
    kind, text = written
    before = values_of(text)
    assume(before is not None)
    assert before is not None
    after = format_record(text, MODELS[kind])
    assert json.dumps(values_of(after)) == json.dumps(ordered(MODELS[kind], before))
    plain = text.replace("\r\n", "\n")
    assert sorted(comments(parse_tree(after.replace("\r\n", "\n")))) == sorted(comments(parse_tree(plain)))
    assert after.count("#") == plain.count("#")
    assert after.count("\r\n") == (after.count("\n") if "\r\n" in text else 0)
    assert format_record(after, MODELS[kind]) == after


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(nested_brackets())
def test_comments_inside_nested_brackets_are_formatted_once_and_for_all(text: str) -> None:
    assume(values_of(text) is not None)
    after = format_record(text, Event)
    assert values_of(after) == values_of(text)
    assert after.count("#") == text.count("#")
    assert format_record(after, Event) == after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x:\n  - [  # a\n     {\n     # b\n     }\n     # c\n    ]\n", "x:\n  # b\n  # a\n  - - {}\n    # c\n"),
        ('x: [\n  ["q"\n  # a\n  ] # b\n  ]\n', 'x:\n  # b\n  - - "q"\n    # a\n'),
        ("x: {sources: [\n  # a\n  ]} # b\n# end\n", "x:  # b\n  # a\n  sources: []\n# end\n"),
    ],
    ids=["an empty mapping in a list", "beside a list in a list", "an empty list in a mapping"],
)
def test_a_comment_moves_out_of_brackets_that_have_no_line_for_it(text: str, expected: str) -> None:
    assert formatted(text) == expected
    assert formatted(expected) == expected


def test_what_would_change_twice_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    grown = iter(["title: A\n", "title: A\n\n"])
    monkeypatch.setattr(formatting, "write_tree", lambda tree: next(grown))
    with pytest.raises(NotFormattedError, match="twice"):
        format_record("title:   A\n", Event)


@pytest.mark.parametrize(
    "text",
    [
        "title: >\n  One.\n   \ndate: 2024\n",
        "title: >-\n  One.\n\n     \n   \ndate: 2024\n",
        "title: |\n  One.\n   \n\n# why\ndate: 2024\n",
        "claims:\n  - says: >\n      One.\n       \n    id: a\n",
    ],
)
def test_a_text_that_ends_with_a_line_of_spaces_gains_no_line(text: str) -> None:
    after = format_record(text, Event)
    assert after.count("\n") == text.count("\n")
    assert json.dumps(values_of(after)) == json.dumps(ordered(Event, values_of(text) or {}))
    assert format_record(after, Event) == after


def test_a_line_of_fewer_spaces_than_the_text_is_a_blank_line() -> None:
    assert format_record("title: >\n  One.\n \ndate: 2024\n", Event) == "title: >\n  One.\n\ndate: 2024\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_breaks_stay_what_they_are(newline: str) -> None:
    loose = "kind:   ambush\ntitle: >-\n    One.\n    Two.\n"
    expected = "title: >-\n  One.\n  Two.\nkind: ambush\n"
    assert format_record(loose.replace("\n", newline), Event) == expected.replace("\n", newline)


def test_mixed_line_breaks_become_those_of_most_lines() -> None:
    assert format_record("kind: a\r\ntitle: b\r\ndate: 2024\n", Event) == "title: b\r\ndate: 2024\r\nkind: a\r\n"
    assert format_record("kind: a\ntitle: b\ndate: 2024\r\n", Event) == "title: b\ndate: 2024\nkind: a\n"


RECORD = """\
# This record was checked twice.

summary: 'First sentence.   Second
  sentence: with a colon, كيدال.'
date: [2024-07-25..2024-07-27]   # either day
# why this title
title: "Ambush: a column"
sources: [ s,s2 ]
kind: ambush
claims:
# the first
- topic: toll
  id: count   # permalink
  by: csp
  figures: {wagner: {killed: 46+}, fama: {killed:
      'up to 10'}}
  says: |-
    Lines
      stay.
  sources:
  - {at: 'page 3' , source: s}
  # after the last
added: 2026-11-22
"""


def test_a_record_gets_the_order_of_keys_indentation_and_spaces_that_records_have() -> None:
    assert format_record(RECORD, Event) == dedent(
        """\
        # This record was checked twice.

        # why this title
        title: "Ambush: a column"
        date: [2024-07-25..2024-07-27]  # either day
        kind: ambush
        summary: 'First sentence.   Second sentence: with a colon, كيدال.'
        claims:
          # the first
          - id: count  # permalink
            by: csp
            topic: toll
            says: |-
              Lines
                stay.
            figures: {wagner: {killed: 46+}, fama: {killed: 'up to 10'}}
            sources:
              - {source: s, at: 'page 3'}
            # after the last
        sources: [s, s2]
        added: 2026-11-22
        """
    )


def test_the_record_itself_is_the_same_before_and_after() -> None:
    def record(text: str) -> object:
        found, faults = validate(RecordFile("2024-ambush.yml"), read_document(text), built_in())
        assert found is not None, faults
        return found

    assert record(format_record(RECORD, Event)) == record(RECORD)


def test_long_lines_are_folded_and_folded_lines_that_fit_stay_as_they_are() -> None:
    long = " ".join(["word"] * 30)
    wrapped = "\n".join(["  " + " ".join(["word"] * 19), "  " + " ".join(["word"] * 11)])
    assert formatted(f"title: {long}\n") == f"title: >-\n{wrapped}\n"
    assert formatted("title: >-\n    One.\n    Two\n") == "title: >-\n  One.\n  Two\n"


def test_what_cannot_be_broken_stays_on_one_long_line() -> None:
    url = f"url: https://example.org/{'a' * 120}\n"
    assert formatted(url, Kind.SOURCE) == url


def test_brackets_that_do_not_fit_become_a_block() -> None:
    sources = [f"a-source-with-a-long-name-{number}" for number in range(5)]
    expected = "sources:\n" + "".join(f"  - {source}\n" for source in sources)
    assert formatted(f"sources: [{', '.join(sources)}]\n") == expected


def test_order_that_means_something_stays() -> None:
    text = "title: {fr: Un, en: One}\nids: {wikidata: Q1, acled: A1}\n"
    assert formatted(text) == text


def test_keys_of_a_mapping_with_an_unknown_key_stay_where_they_are() -> None:
    text = "kind: ambush\ntitel: One\ndate: 2024\n"
    assert formatted(text) == text


def test_keys_stay_where_they_are_in_a_file_that_names_values() -> None:
    text = "summary: &a One\ntitle: *a\n"
    assert formatted(text) == text


def test_the_first_line_names_the_schema_for_editors() -> None:
    first = "# yaml-language-server: $schema="
    assert formatted("title: A\n", schema="../x.json") == f"{first}../x.json\ntitle: A\n"
    moved = f"{first}../x.json\n# note\ntitle: A\n"
    assert formatted(f"# note\n{first}old.json\ntitle: A\n", schema="../x.json") == moved
    assert formatted(f"\n{first}old.json\n\ntitle: A\n") == f"{first}old.json\ntitle: A\n"


@pytest.mark.parametrize("text", ["", "title: [a\n", "- a\n", "title: a\ntitle: b\n", "title: !x a\n", "title:\n"])
def test_a_text_that_cannot_be_read_is_left_alone(text: str) -> None:
    with pytest.raises(NotFormattedError):
        format_record(text, Event)


def test_keys_are_in_the_order_of_the_models_with_what_all_records_have_at_the_end() -> None:
    assert tuple(fields(Event))[:3] == ("title", "date", "date_note")
    assert tuple(fields(Event))[-7:-3] == ("added", "corrections", "former_ids", "ids")
    assert tuple(fields(Claim))[:4] == ("id", "by", "speaker", "unnamed")
    for model in all_models():
        names = set(field_names(model).values())
        assert set(model.model_fields) - names <= set(IMPLICIT)
