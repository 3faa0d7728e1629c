import re

import pytest
import strict_html
from markupsafe import escape
from prose_worlds import PROSE, cited, href, html

from site_builder.pages.prose import Citations
from site_builder.records import Kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[thread:battle]]", '<a href="../threads/battle/">The battle</a>'),
        ("[[thread:battle|it]]", '<a href="../threads/battle/" title="The battle">it</a>'),
        ("[[thread:battle|*it*]]", '<a href="../threads/battle/" title="The battle">*it*</a>'),
        (
            "[[2024-07-27-ambush]]",
            '<a href="../events/2024-07-27-ambush/">The &#34;ambush&#34; &lt;of&gt; July &amp; after</a>',
        ),
        (
            "[[2024-07-27-ambush|a <b>]]",
            '<a href="../events/2024-07-27-ambush/" title="The &#34;ambush&#34; &lt;of&gt; July &amp; after">'
            "a &lt;b&gt;</a>",
        ),
        ("[[nowhere]]", "[[nowhere]]"),
        ("[[actor:nobody|the rebels]]", "the rebels"),
        ("So [@nowhere, page 2].", "So [@nowhere, page 2]."),
        ("`[[thread:battle]]`", "<code>[[thread:battle]]</code>"),
        (r"\[[thread:battle]]", "[[thread:battle]]"),
    ],
)
def test_a_reference_is_a_link_named_after_its_record(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[@afp-1](https://social.example/afp)", "@afp-1"),
        ("[@afp, its account](https://social.example/afp)", "@afp, its account"),
        ("![@afp](https://social.example/afp)", "@afp"),
        ("[@afp-1][site]\n\n[Site]: https://social.example/afp", "@afp-1"),
    ],
)
def test_a_name_that_begins_with_an_at_sign_may_be_the_words_of_a_link(text: str, words: str) -> None:
    link = f'<a class="external" href="https://social.example/afp" rel="nofollow noopener">{words}</a>'
    assert html(text) == f"<p>{link}</p>"


def test_citations_side_by_side_stay_citations() -> None:
    assert html("So [@afp-1][@rfi-1].").count('<sup class="citation">') == 2


def test_a_reference_to_a_record_without_a_page_is_its_words() -> None:
    assert PROSE.render("[[thread:battle]]", lambda kind, record_id: None).strip() == "<p>The battle</p>"


def test_a_citation_is_a_number_with_its_source_in_words() -> None:
    assert html("So it was [@afp-1].") == (
        '<p>So it was<sup class="citation"><a href="../sources/afp-1/" title="AFP, 28 July 2024" '
        'aria-label="[1] AFP, 28 July 2024">[1]</a></sup>.</p>'
    )


def test_a_citation_shows_the_place_in_its_source() -> None:
    assert html("[@rfi-1, page <2>]") == (
        '<p><sup class="citation"><a href="../sources/rfi-1/" '
        'title="RFI &#34;&lt;radio&gt;&#34;, 28 July 2024, page &lt;2&gt;" '
        'aria-label="[1, page &lt;2&gt;] RFI &#34;&lt;radio&gt;&#34;, 28 July 2024">[1, page &lt;2&gt;]</a></sup></p>'
    )


def test_citations_are_numbered_in_the_order_in_which_they_are_read() -> None:
    text = "One [@rfi-1]. Two [@afp-1]. Three [@rfi-1]."
    assert re.findall(r"\[(\d)\]</a>", html(text)) == ["1", "2", "1"]
    assert cited(text) == ("rfi-1", "afp-1")


def test_citations_in_footnotes_come_last() -> None:
    assert cited("One[^n].\n\n[^n]: Note [@rfi-1].\n\nTwo [@afp-1].") == ("afp-1", "rfi-1")


def test_several_texts_of_a_page_share_their_numbers() -> None:
    citations = Citations()
    PROSE.render("One [@rfi-1].", href, citations=citations)
    rendered = PROSE.render("Two [@afp-1] [@rfi-1].", href, citations=citations)
    assert re.findall(r"\[(\d)\]</a>", rendered) == ["2", "1"]
    assert citations.sources == ("rfi-1", "afp-1")


def test_a_paragraph_that_begins_with_a_citation_and_a_colon_is_not_swallowed() -> None:
    assert strict_html.read(html("[@afp-1]: https://example.com")).text.strip() == "[1]: https://example.com"


def mentioned(text: str) -> list[str]:
    """The words that became links because they name somebody."""
    return re.findall(r'<a class="mention"[^>]*>([^<]*)</a>', html(text, mentions=True))


def test_the_first_mention_of_each_record_becomes_a_link() -> None:
    assert mentioned("Wagner took Kidal. Wagner Group held it.\n\nWagner left Kidal.") == ["Wagner", "Kidal"]


def test_a_mention_says_what_the_record_is_called() -> None:
    assert '<a class="mention" href="../actors/wagner/" title="Wagner Group">Wagner</a>' in html(
        "Wagner", mentions=True
    )
    assert '<a class="mention" href="../places/kidal/">Kidal</a>' in html("Kidal", mentions=True)


def test_mentions_in_other_scripts_become_links() -> None:
    assert mentioned("В Кидаль.") == ["Кидаль"]
    assert mentioned("مدينة كيدال، شمال") == ["كيدال"]


def test_a_mention_is_found_across_a_line_break() -> None:
    assert mentioned("The North\nFront.") == ["North\nFront"]
    assert mentioned("- The North\n  Front, *too*.") == ["North\nFront"]


@pytest.mark.parametrize(
    "text",
    [
        "[Wagner](https://example.com)",
        "<https://example.com/Wagner>",
        "[a *Wagner* b](https://example.com)",
        "`Wagner`",
        "```\nWagner\n```",
        "# Wagner",
        "[[thread:battle|Wagner]]",
        "[@afp-1, Wagner]",
        "https://example.com/Wagner",
    ],
)
def test_a_mention_in_a_link_code_heading_or_address_stays_as_it_is(text: str) -> None:
    assert mentioned(text) == []


def test_what_brackets_refer_to_is_not_linked_a_second_time() -> None:
    assert mentioned("Wagner, then [[actor:wagner|they]], and Kidal.") == ["Kidal"]


def test_a_record_is_not_linked_from_its_own_prose() -> None:
    rendered = PROSE.render("Wagner in Kidal.", href, itself=(Kind.ACTOR, "wagner"))
    assert "actors/wagner" not in rendered
    assert "places/kidal" in rendered


def test_a_record_can_opt_out_of_mentions() -> None:
    assert html("Wagner in Kidal.", mentions=False) == "<p>Wagner in Kidal.</p>"


def test_a_line_is_escaped_and_no_markdown() -> None:
    assert PROSE.inline('*a* <b> `c` # & "', href) == "*a* &lt;b&gt; `c` # &amp; &#34;"


def test_a_line_has_its_references_as_links() -> None:
    assert PROSE.inline("<[[thread:battle|it]]>", href) == (
        '&lt;<a href="../threads/battle/" title="The battle">it</a>&gt;'
    )


def linked(text: str) -> str:
    """A line that may link to web addresses, once it is known to hold nothing that it must not."""
    written = PROSE.inline(text, href, links=True)
    strict_html.read(written)
    return str(written)


def test_a_line_that_may_link_reads_links_and_nothing_else() -> None:
    external = '<a class="external" href="https://a.example/x_(y)" rel="nofollow noopener">'
    assert linked("# *a* <b> [the `report`](https://a.example/x_(y)), so") == (
        f"# *a* &lt;b&gt; {external}the `report`</a>, so"
    )
    assert linked('[A map](https://a.example/x_(y) "title")') == f"{external}A map</a>"
    assert linked("![A map](https://a.example/x_(y))") == f"{external}A map</a>"
    assert linked("[[thread:battle|it]] [w](https://a.example/x_(y)) [@afp-1]").startswith(
        f'<a href="../threads/battle/" title="The battle">it</a> {external}w</a> <a class="citation"'
    )


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](//a.example)",
        "[x](page.html)",
        "[x](https://user@a.example)",
        "[x] (https://a.example)",
        "[a [b] c](https://a.example)",
        "[x][r]",
        "<https://a.example>",
        "https://a.example",
    ],
)
def test_what_is_no_link_to_a_web_address_stays_as_written(text: str) -> None:
    assert linked(text) == str(escape(text))


def test_a_link_in_a_line_whose_words_name_another_host_is_followed_by_its_own() -> None:
    assert linked("[good.example](https://evil.example)").endswith("good.example</a> (evil.example)")


def test_a_citation_in_a_line_of_its_own_shows_the_source() -> None:
    assert PROSE.inline("So [@afp-1, page 2].", href) == (
        'So <a class="citation" href="../sources/afp-1/" title="AFP, 28 July 2024, page 2">[AFP, page 2]</a>.'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two\n words", "Two words"),
        ("See [[thread:battle]] and [[actor:x|the rebels]].", "See The battle and the rebels."),
        ("See [[nowhere]].", "See nowhere."),
        ("So it was [@afp-1]. Then [@rfi-1, page 2] more.", "So it was. Then more."),
        ("**Bold** [words](https://example.com) <b>", "Bold words <b>"),
        ("# Title\n\n- one\n- two", "Title one two"),
        ("One[^n].\n\n[^n]: Note.", "One."),
        ("`code`", "code"),
    ],
)
def test_plain_words_have_no_markup(text: str, expected: str) -> None:
    assert PROSE.plain(text) == expected
