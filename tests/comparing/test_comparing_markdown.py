"""The comment: nothing that a record says becomes markup, a link or a call, and it fits."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from comparing.comparing_worlds import compared
from site_builder.comparing import Comparison, Scope, as_json, as_markdown, as_text
from site_builder.comparing.as_markdown import LONGEST, MARKER, code, escape
from site_builder.comparing.changes import (
    ClaimChange,
    FieldChange,
    How,
    LinkChange,
    LinkTurn,
    Notice,
    NoticeSort,
    RecordChange,
)
from site_builder.languages import say
from site_builder.problems import Problem, Severity
from site_builder.records import Kind
from site_builder.vocabulary import LinkType

SCOPE = Scope("main", "0123456789" * 4, "events/")
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"])
OURS = {"<del>", "</del>", "<ins>", "</ins>"}
HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "![x](https://evil.example/x.png) [y](javascript:alert(1)) <https://evil.example>",
    "@everyone @org/team a@b.example #12 GH-12 org/repo#12 GHSA-aaaa-bbbb-cccc",
    "https://evil.example www.evil.example mailto:a@b.example :octocat: 0123456789abcdef0123456789abcdef01234567",
    "` `` ``` ~~~ **b** __b__ ~~s~~ $x$ | a | b | \\\\ \\",
    "--> <!-- timeline diff --> ]]> {{ 7*7 }} {% raw %} [x]: https://evil.example",
    "\n\n# Heading\n\n- item\n\n    code\n\n---\n\n> quote\n",
    "\u202e\u2066\u200b\x1b[31m\ue000 كيدال",
    "",
]
LIVE = re.compile(r"@\w|#\d|https?://|www\.\w|:\w+:|\b(?:GH|GHSA|CVE)-\w|\b[0-9a-f]{7,40}\b")


def everywhere(text: str) -> Comparison:
    """A comparison that says a text in every place where records are quoted."""
    field = FieldChange("figures a|b`c", f"old {text}", text)
    some = (field, replace(field, before=None), replace(field, after=None), replace(field, prose=True))
    claims = tuple(ClaimChange(how, text, text, text, text, some) for how in How if how is not How.UNREADABLE)
    problem = Problem("TL040", Severity.ERROR, say("{text}", text=text), text, 1, 1, text)
    return Comparison(
        records=tuple(RecordChange(how, Kind.EVENT, text, text, text, text, some, claims) for how in How),
        links=(LinkChange(LinkTurn.MADE, text, LinkType.of("after"), text, some[1:2]),),
        unused_sources=(text,),
        idle_sources=(text,),
        notices=(Notice(text, NoticeSort.RENAMED, text),),
        introduced=(problem,),
        fixed=(problem,),
    )


def assert_inert(markdown: str) -> None:
    assert markdown.startswith(f"{MARKER}\n")
    for block in GITHUB.parse(markdown.removeprefix(MARKER)):
        assert block.type not in ("html_block", "fence", "code_block", "hr", "blockquote_open"), block
        for token in block.children or ():
            assert token.type not in ("image", "link_open", "s_open", "em_open", "softbreak"), token
            assert token.type != "html_inline" or token.content in OURS, token
            if token.type == "text":
                assert LIVE.search(token.content) is None, token.content


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_record_is_markup_a_link_or_a_call(text: str) -> None:
    assert_inert(as_markdown(everywhere(text), SCOPE))


@given(st.text(alphabet=st.sampled_from("ab1@#:/.`*_~<>&![]()|\\$-w\n \u202e"), max_size=60))
def test_no_text_of_these_characters_is_either(text: str) -> None:
    assert_inert(as_markdown(everywhere(text), SCOPE))


@given(st.text(max_size=40).filter(lambda text: text.isprintable()))
def test_a_text_is_shown_as_it_is_but_for_spaces_of_no_width(text: str) -> None:
    shown = "".join(token.content for token in GITHUB.parseInline(f"x {escape(text)} x")[0].children or ())
    assert shown.replace("\u200b", "").split() == ["x", *text.split(), "x"]


@given(st.text(alphabet="a`| ", min_size=1, max_size=12))
def test_a_code_span_holds_any_text(text: str) -> None:
    tokens = GITHUB.parseInline(code(text))[0].children or []
    assert [token.type for token in tokens] == ["code_inline"]
    assert tokens[0].content.strip() == text.strip()


@pytest.mark.parametrize(("times", "length"), [(300, 1), (5, 30_000)])
def test_a_comment_is_bounded_and_says_what_it_leaves_out(times: int, length: int) -> None:
    one = everywhere("@x 𝟘 " * length)
    many = Comparison(**{field.name: getattr(one, field.name) * times for field in fields(one)})
    markdown = as_markdown(many, SCOPE)
    assert len(markdown.encode("utf-16-le")) // 2 <= LONGEST
    assert markdown.splitlines()[-1].startswith("**Left out, as a comment holds no more:** ")
    assert_inert(markdown)


def test_one_record_with_very_many_claims_leaves_room_for_others(tmp_path: Path) -> None:
    says = "Many fell, and many left. " * 20
    claims = ", ".join(f"{{id: c{number}, by: csp, says: '{number} {says}'}}" for number in range(200))
    comparison = compared(tmp_path, "{}", f"{{2024-07-27-a: {{claims: [{claims}]}}, 2024-07-28-b: {{}}}}")
    markdown = as_markdown(comparison, SCOPE)
    assert " lines more\n" in markdown
    assert "`2024-07-28-b`" in markdown


def test_very_many_of_one_sort_leave_room_for_others() -> None:
    problem = Problem("TL040", Severity.WARNING, say("A warning. " * 20), "a.yml", 1, 1, "x")
    new = [RecordChange(How.ADDED, Kind.EVENT, f"e{number}", "An event", "e.yml") for number in range(10)]
    gone = RecordChange(How.REMOVED, Kind.PLACE, "p", "A place " * 900, "p.yml")
    markdown = as_markdown(Comparison(records=(*new, gone), introduced=(problem,) * 900), SCOPE)
    assert all(f"`e{number}`" in markdown for number in range(10))
    assert "- `p` A place" in markdown
    assert markdown.splitlines()[-1].endswith("of 900 under “Problems introduced”.")
    assert markdown.count("TL040") > 150


def test_what_fits_is_reported_in_full(tmp_path: Path) -> None:
    says = "Many fell, and many left. " * 30
    claims = ", ".join(f"{{id: c{number}, by: csp, says: '{number} {says} The end {number}.'}}" for number in range(20))
    markdown = as_markdown(compared(tmp_path, "{}", f"2024-07-27-a: {{claims: [{claims}]}}"), SCOPE)
    assert all(f"The end {number}." in markdown for number in range(20))
    assert "…" not in markdown


def test_words_of_a_message_between_backticks_are_code() -> None:
    one = Notice("a.yml", NoticeSort.RENAMED, "the event `a_b` is *now* `c`")
    odd = Notice("b.yml", NoticeSort.RENAMED, "the event `a` is now ` c")
    markdown = as_markdown(Comparison(notices=(one, odd)), SCOPE)
    assert "- `events/a.yml`: the event `a_b` is \\*now\\* `c`\n" in markdown
    assert "- `events/b.yml`: the event \\`a\\` is now \\` c\n" in markdown


def test_what_is_most_urgent_comes_first() -> None:
    hint, error = (
        Problem("TL040", severity, say("M"), "a.yml", 1, 1, "x") for severity in (Severity.HINT, Severity.ERROR)
    )
    new = RecordChange(How.ADDED, Kind.EVENT, "e", "E", "e.yml")
    reported = Comparison(records=(new,), notices=(Notice("a.yml", NoticeSort.RENAMED, "W"),), introduced=(hint, error))
    markdown = as_markdown(reported, SCOPE)
    assert "**1 error introduced, 1 hint introduced, 1 warning about the change itself, 1 event added.**" in markdown
    told_at = [markdown.index(what) for what in (": W\n", "error TL040", "hint TL040", "#### 1 event added")]
    assert told_at == sorted(told_at)


def test_text_for_a_terminal_cannot_steer_it() -> None:
    assert "\x1b" not in as_text(everywhere("\x1b[31m\u202e"), SCOPE)
    assert as_json(everywhere("\x1b\u202eكيدال"), SCOPE).isascii()


def test_nothing_is_reported_of_no_difference() -> None:
    assert as_text(Comparison(), SCOPE) == "Since main (0123456789): No change in meaning.\n"
    silent = replace(SCOPE, silent=("places/kidal.yml",))
    assert as_markdown(Comparison(), silent) == (
        "<!-- timeline diff -->\n### What this change means\n\n"
        "**No change in meaning.** Compared with `main` (`0123456789`).\n\n"
        "1 other file changed and says the same as before.\n"
    )
