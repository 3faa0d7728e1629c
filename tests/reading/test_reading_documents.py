"""The events of either parser become the same plain values, whatever the text."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from site_builder import problems
from site_builder.reading.characters import find_hidden
from site_builder.reading.documents import read_document
from site_builder.records import RecordPath

TOKENS = st.sampled_from(
    [
        *(
            "a: ",
            "b: ",
            "date: ",
            "- ",
            "? ",
            ": ",
            "\n",
            "\n  ",
            "\n    ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "'",
            '"',
            "#",
            " ",
        ),
        *(
            "&x ",
            "*x",
            "!t ",
            "<<: ",
            "|",
            ">",
            "|2-\n",
            "---\n",
            "...\n",
            "%",
            "@",
            "`",
            "~",
            "null",
            "\t",
            "\\",
            "\\u",
        ),
        *("no", "0755", "2024-07-27", "[..2024]", "é", "😀", "\r\n", "\r", "\u200b", "\ufeff"),
    ]
)
yamlish = st.lists(TOKENS, max_size=40).map("".join)


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(
    "typed",
    ["no", "on", "Yes", "12:30", "0755", "0o17", "3.10", "2024-07-27", "1e3", "0x1F", ".5", "1_000", "Null3", "="],
)
def test_a_plain_value_is_the_text_that_was_typed(parser: type, typed: str) -> None:
    assert read_document(f"a: {typed}\nb: [{typed}]\n{typed}: c", parser=parser).value == {
        "a": typed,
        "b": [typed],
        typed: "c",
    }


@pytest.mark.parametrize("parser", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(
    "written",
    [
        "[2024-07-25..2024-07-27]",
        "{1960,1961-12}",
        "[..1760-12-03]",
        "[1760-12..]",
        "{2024-07-25..2024-07-27, 2025}",
        "[ ]",
    ],
)
def test_a_bracketed_date_is_the_text_that_was_written(parser: type, written: str) -> None:
    document = read_document(f"date: {written} # a comment\nother: [a]", parser=parser)
    assert document.value == {"date": written, "other": ["a"]}
    assert document.faults == []


@given(yamlish)
@example("a: &x [*x]")
@example('a: "\\U00110000"')
@example("[" * 100)
@example("\n\ufeffa: b")
def test_no_text_makes_either_parser_raise_and_both_read_the_same(text: str) -> None:
    fast, slow = (read_document(text, parser=parser) for parser in (yaml.CSafeLoader, yaml.SafeLoader))
    # The parsers differ in what they make of a byte order mark inside a text, which is refused as hidden.
    if not fast.faults and not slow.faults and not find_hidden(text):
        assert fast.value == slow.value


@given(yamlish)
def test_every_fault_lies_in_the_text(text: str) -> None:
    for fault in read_document(text).faults:
        assert 0 <= fault.index <= len(text)
        assert "\n" not in fault.message


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=20)
values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(texts, values, max_size=4), st.booleans())
def test_what_yaml_writes_is_read_back_and_stands_where_its_position_says(written: object, flow: bool) -> None:
    content = yaml.safe_dump(written, allow_unicode=True, default_flow_style=flow, width=10_000, default_style='"')
    document = read_document(content)
    assert [fault for fault in document.faults if fault.code.id not in ("TL010", "TL011", "TL013", "TL014")] == []
    assert document.value == written
    for path, value in leaves(written):
        if value.isascii() and value.isalnum():
            assert document.positions.source(path) == value


def leaves(value: object, path: RecordPath = ()) -> list[tuple[RecordPath, str]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for index, inner in enumerate(value) for leaf in leaves(inner, (*path, index))]
    return [(path, str(value))]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_bracketed_date_on_several_lines_is_the_same_on_every_system(newline: str) -> None:
    assert read_document(f"date: [2024,{newline}  2025]").value == {"date": "[2024,\n  2025]"}


def test_a_parser_with_a_depth_limit_of_its_own_gives_the_same_fault() -> None:
    class Shallow(yaml.SafeLoader):
        """Reads ahead and gives up, as the libyaml of PyYAML 6.0.4 does."""

        def get_event(self) -> yaml.Event:
            mark = self.get_mark()
            raise yaml.scanner.ScannerError("while increasing flow level", mark, "exceeded maximum nesting depth", mark)

    text = "a: " + "[" * 1100
    assert read_document(text, parser=Shallow).faults == read_document(text, parser=yaml.SafeLoader).faults
    assert [fault.code for fault in read_document(text, parser=Shallow).faults] == [problems.TOO_DEEP]
