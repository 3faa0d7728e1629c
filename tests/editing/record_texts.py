"""Records as strangers write them: every style of text, comments and blank lines anywhere, brackets, odd indents."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from site_builder.records import MODELS, Claim, Kind
from site_builder.records.models import fields

LONG = "a-very-long-word-that-cannot-be-broken-anywhere-and-so-stands-out-of-the-line-however-it-is-laid-out-here"
SIGNS = ['"quoted"', "a: b", "x #y", "#z", "- w", "[@s]", "[[a|b]]", "{c}", "&d", "*e", "!f", "%g", "~", "two  spaces"]
NAMES = [
    "the",
    "column",
    "كيدال",
    "تينزاواتين",
    "Tin Zaouatine",
    "l'Azawad",
    "—",
    "Україна",
    "no",
    "12:30",
    "é",
    "キダル",
]
WORDS = st.sampled_from([*NAMES, *SIGNS, LONG])
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
COMMENTS = st.one_of(st.just("# why"), st.just("#مصدر"), st.just("#: - {[\"'"), st.just("#"))
DATES = st.sampled_from(["2024-07-27", "[2024-07-25..2024-07-27]", "{2024,2025}", "[..2024]", '"2024?"', "2024-07~ "])
IDS = st.sampled_from(["le-monde-2024", "wagner", "s", "a1"])


def double_quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def single_quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@st.composite
def scalars(draw: st.DrawFn, indent: int) -> str:
    """A text as it may follow a key or a dash whose lines are indented by `indent`."""
    text = draw(TEXTS)
    style = draw(st.sampled_from(["plain", "single", "double", "literal", "folded", "many"]))
    inside = "\n" + " " * (indent + draw(st.integers(1, 5)))
    if style == "single":
        return single_quoted(text)
    if style == "double":
        return double_quoted(draw(st.sampled_from(["", "\n", "\t", " "])) + text)
    if style == "many":
        written = draw(st.sampled_from([text, single_quoted(text), double_quoted(text)]))
        return written.replace(" ", inside)
    if style == "plain":
        return text
    lines = draw(st.lists(st.one_of(TEXTS, st.just(""), TEXTS.map(" {}".format)), min_size=1, max_size=4))
    header = (
        draw(st.sampled_from("|>")) + draw(st.sampled_from(["", "-", "+"])) + draw(st.sampled_from(["", " # head"]))
    )
    ending = draw(st.sampled_from(["", "\n", "\n\n"]))
    return header + "".join(inside + line if line else "\n" for line in lines) + ending


@st.composite
def flows(draw: st.DrawFn, depth: int = 0) -> str:
    """A value in brackets, with comments and line breaks where YAML lets them be."""
    if depth > 1 or draw(st.booleans()):
        return draw(st.one_of(IDS, TEXTS.map(double_quoted), TEXTS.map(single_quoted)))
    space = st.one_of(st.sampled_from(["", " ", "\n      "]), COMMENTS.map(" {}\n        ".format))
    items = [draw(flows(depth + 1)) for _ in range(draw(st.integers(0, 3)))]
    is_list = draw(st.booleans())
    parts = items if is_list else [f"k{number}: {item}" for number, item in enumerate(items)]
    inner = ",".join(draw(space) + part + draw(space) for part in parts)
    return f"[{inner}]" if is_list else "{" + inner + "}"


@st.composite
def nested_brackets(draw: st.DrawFn) -> str:
    """Keys whose values are brackets in brackets, with a comment wherever YAML lets one be."""
    space = st.sampled_from(["", " ", "\n   ", " # one\n    ", "\n\n  # two\n\n   # three\n    "])

    def value(depth: int) -> str:
        if depth > 3 or draw(st.integers(0, 3)) == 0:
            return draw(st.sampled_from(["a", "b c", '"q"', "'s'", LONG]))
        is_list = draw(st.booleans())
        items = [value(depth + 1) for _ in range(draw(st.integers(0, 3)))]
        parts = items if is_list else [f"k{number}:{draw(space) or ' '}{item}" for number, item in enumerate(items)]
        inner = ",".join(draw(space) + part + draw(space) for part in parts) or draw(space)
        return f"[{inner}]" if is_list else "{" + inner + "}"

    keys = draw(st.lists(st.sampled_from(["title", "claims", "places", "x"]), min_size=1, max_size=3, unique=True))
    beside = st.sampled_from(["", " # beside"])
    lead = st.sampled_from([" ", "\n  - ", " # head\n  # first\n  - "])
    return "".join(f"{key}:{draw(lead)}{value(0)}{draw(beside)}\n" for key in keys)


@st.composite
def above(draw: st.DrawFn, indent: int) -> str:
    """Comments and blank lines before an entry, mostly none, and not always at its indentation."""
    if draw(st.integers(0, 3)):
        return ""
    lines = draw(st.lists(st.one_of(COMMENTS, st.just("")), min_size=1, max_size=3))
    shift = draw(st.sampled_from([0, 0, 2, -2, 4]))
    return "".join((" " * max(indent + shift, 0) + line if line else "") + "\n" for line in lines)


@st.composite
def values(draw: st.DrawFn, key: str, indent: int, depth: int) -> str:
    """What follows a key's colon, or a dash, up to the end of its last line."""
    beside = draw(st.sampled_from(["", "", "", " # beside"]))
    choice = draw(st.integers(0, 5))
    if key in ("date", "added", "happened"):
        return f" {draw(DATES)}{beside}\n"
    if choice < 3 or depth > 2:
        scalar = draw(scalars(indent))
        return f" {scalar}{'' if scalar[0] in '|>' else beside}\n"
    if choice == 3:
        return f" {draw(flows())}{beside}\n"
    inner = indent + draw(st.integers(0 if choice == 4 else 1, 4))
    if choice == 4:
        return beside + "\n" + draw(lists(inner, depth + 1))
    return beside + "\n" + draw(mappings(list(fields(Claim)), inner, depth + 1))


@st.composite
def lists(draw: st.DrawFn, indent: int, depth: int) -> str:
    items = []
    for _ in range(draw(st.integers(1, 3))):
        lead = draw(above(indent)) + " " * indent
        if draw(st.booleans()):
            inside = draw(mappings(list(fields(Claim)), indent + 2, depth + 1, first_above=False))
            items.append(f"{lead}- {inside[indent + 2 :]}")
        else:
            items.append(f"{lead}-{draw(values('', indent, depth + 1))}")
    return "".join(items)


@st.composite
def mappings(draw: st.DrawFn, keys: list[str], indent: int, depth: int, *, first_above: bool = True) -> str:
    chosen = draw(st.lists(st.sampled_from([*keys, "unknown-key"]), min_size=1, max_size=5, unique=True))
    text = ""
    for number, key in enumerate(chosen):
        lead = draw(above(indent)) if number or first_above else ""
        written = draw(st.sampled_from([key, key, key, f'"{key}"']))
        text += f"{lead}{' ' * indent}{written}:{draw(values(key, indent, depth))}"
    return text + (draw(above(indent)) if draw(st.booleans()) else "")


@st.composite
def record_texts(draw: st.DrawFn) -> tuple[Kind, str]:
    """A kind and a text of that kind's keys; not every one can be read."""
    kind = draw(st.sampled_from(list(Kind)))
    head = draw(st.sampled_from(["", "", "# head\n\n", "---\n", "# yaml-language-server: $schema=x.json\n"]))
    text = head + draw(mappings(list(fields(MODELS[kind])), 0, 0))
    return kind, text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))
