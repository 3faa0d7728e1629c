"""What is written as YAML is read as it was meant."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from bench.synthetic.yaml_text import Flow, Folded, Literal, Value, write

LINES = (
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=150)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text != "" and text.isprintable())
)


def read(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)


@given(LINES)
def test_text_stays_as_it_was(line: str) -> None:
    assert read(write({"title": line, "summary": Folded(line)})) == {"title": line, "summary": line}


@given(LINES, LINES)
def test_lists_and_mappings_keep_their_shape(one: str, other: str) -> None:
    record: dict[str, Value] = {
        "list": [one, {"a": one, "b": [other]}, Flow([other])],
        "flow": Flow({"x": [one, other], "y": other}),
    }
    expected = {"list": [one, {"a": one, "b": [other]}, [other]], "flow": {"x": [one, other], "y": other}}
    assert read(write(record)) == expected


@given(LINES.filter(lambda line: len(line) < 80), LINES)
def test_paragraphs_stay_apart_and_are_wrapped(one: str, other: str) -> None:
    read_back = read(write({"body": Literal((one, other))}))
    assert isinstance(read_back, dict)
    first, second = read_back["body"].split("\n\n")
    assert (first, second.split()) == (one, other.split())


def test_keys_without_a_value_are_left_out() -> None:
    assert write({"title": "A", "links": [], "note": "", "threads": Flow([])}) == "title: A\n"


def test_numbers_addresses_and_dates_need_no_quotes() -> None:
    record = {"lat": "-36.3", "url": "https://a.example/b?c=d#e", "date": "2024-07/2024-08", "said": "2024-10?"}
    assert '"' not in write(record)
