import pytest
import strict_html
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token
from prose_worlds import MENTIONS, cited, describe, href, html, name, render

from site_builder.linking import MAX_PROSE
from site_builder.pages.anchors import Anchors, Citations
from site_builder.pages.commonmark import MOST_COLUMNS, is_web_address, parse, parse_fully
from site_builder.pages.prose_writer import Writer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("> a", "<blockquote><p>a</p>\n</blockquote>"),
        ("a\\\nb", "<p>a<br />\nb</p>"),
        ("***", "<hr />"),
        ("```html\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
    ],
)
def test_prose_is_commonmark(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(("level", "element"), [(1, "h3"), (2, "h4"), (3, "h5"), (4, "h6"), (5, "h6"), (6, "h6")])
def test_headings_fit_below_those_of_the_page(level: int, element: str) -> None:
    assert html(f"{'#' * level} Title") == f"<{element}>Title</{element}>"


def test_a_table_has_a_head_rows_and_aligned_columns() -> None:
    assert html("| a | b |\n| - | -: |\n| c | *d* |").replace("\n", "") == (
        '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead>'
        '<tbody><tr><td>c</td><td align="right"><em>d</em></td></tr></tbody></table>'
    )


@pytest.mark.parametrize("text", ["> | a |\n> | - |\n> | b |", "- | a |\n  | - |\n  | b |", "a | b\n--|--\nc | d"])
def test_a_table_may_stand_in_a_quotation_or_a_list_and_without_outer_lines(text: str) -> None:
    assert "<td>" in html(text)


def test_references_footnotes_and_links_in_a_table_are_read() -> None:
    table = "| a |\n| - |\n| [[thread:battle|it]] [@afp-1] x[^n] [w](https://a.example) |\n\n[^n]: Note."
    assert html(table).count("<td>") == 1
    assert '<a href="../threads/battle/" title="The battle">it</a>' in html(table)
    assert '<li id="fn:1"><p>Note.' in html(table)
    assert cited(table) == ("afp-1",)


def test_a_bar_inside_a_reference_parts_no_cells_and_any_other_does() -> None:
    assert html("| a | b |\n| - | - |\n| [[thread:battle|it]] | [x|y] |").count("<td>") == 2
    assert "<td>[x</td>" in html("| a | b |\n| - | - |\n| [x|y] |")


def test_a_table_that_is_too_wide_is_text() -> None:
    for columns in (MOST_COLUMNS, MOST_COLUMNS + 1):
        head, line, row = ("|".join([cell] * columns) for cell in ("a", "-", "b"))
        assert ("<table" in html(f"|{head}|\n|{line}|\n|{row}|")) is (columns == MOST_COLUMNS)


def test_short_rows_do_not_make_a_page_large() -> None:
    wide = "|" + "|".join(["a"] * MOST_COLUMNS) + "|\n|" + "|".join(["-"] * MOST_COLUMNS) + "|\n"
    assert len(html(wide + "|\n" * ((MAX_PROSE - len(wide)) // 2))) < 100 * MAX_PROSE


def test_a_paragraph_that_is_indented_too_far_is_no_code() -> None:
    assert html("One.\n\n    [@afp-1] said.").count("<pre") == 0


def test_raw_html_is_shown_as_text() -> None:
    assert html("<b>bold</b> <!-- x --> &lt;") == "<p>&lt;b&gt;bold&lt;/b&gt; &lt;!-- x --&gt; &lt;</p>"
    assert html("<div>\n\nx\n\n</div>") == "<p>&lt;div&gt;</p>\n<p>x</p>\n<p>&lt;/div&gt;</p>"


def test_an_image_is_a_link_with_its_words() -> None:
    expected = '<p><a class="external" href="https://example.com/a.png" rel="nofollow noopener">The map</a></p>'
    assert html("![The map](https://example.com/a.png)") == expected
    assert html("![The map][m]\n\n[m]: https://example.com/a.png") == expected


def test_an_address_in_angle_brackets_is_a_link_that_shows_the_address_as_written() -> None:
    assert html("<https://example.com/%E2%80%AE>") == (
        '<p><a class="external" href="https://example.com/%E2%80%AE" rel="nofollow noopener">'
        "https://example.com/%E2%80%AE</a></p>"
    )


def test_a_link_inside_a_link_is_its_words() -> None:
    assert html("[a <https://b.example> c](https://d.example)") == (
        '<p><a class="external" href="https://d.example" rel="nofollow noopener">a https://b.example c</a>'
        " (d.example)</p>"
    )


def test_a_link_without_words_shows_its_address() -> None:
    assert ">https://example.com/a</a>" in html("[](https://example.com/a)")
    assert ">https://example.com/a</a>" in html("![](https://example.com/a)")


def test_a_title_of_a_link_is_not_shown() -> None:
    assert "title=" not in html('[a](https://example.com "&#x202e; tooltip")')


def test_character_references_do_not_smuggle_in_what_hides_or_reorders() -> None:
    assert html("&amp; &eacute; &#x202e; &ZeroWidthSpace; &#173;") == (
        "<p>&amp; é &amp;#x202e; &amp;ZeroWidthSpace; &amp;#173;</p>"
    )


def test_text_that_is_too_long_is_shown_as_it_stands() -> None:
    text = "*a* <b> [@afp-1]\n\n" + "x" * MAX_PROSE
    rendered = render(text)
    assert rendered.startswith("<p>*a* &lt;b&gt; [@afp-1]</p>\n<p>xxx")
    assert cited(text) == ()
    strict_html.read(rendered)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "http://example.com:8080/a?b=c#d",
        "https://xn--80ak6aa92e.com/",
        "https://example.com/%D0%9C",
        "HTTPS://EXAMPLE.COM/",
    ],
)
def test_web_addresses_may_be_linked(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com",
        "//example.com",
        "https://",
        "https:/example.com",
        "https://a@example.com",
        "https://exa mple.com",
        "https://example.com\\@x",
        'https://example.com/"',
        "https://example.com/\n",
        "ftp://example.com",
        "https://ex%61mple.com",
        "https://example.com/" + "a" * 2000,
    ],
)
def test_nothing_else_may_be_linked(url: str) -> None:
    assert not is_web_address(url)


SIMPLE_PIECES = [
    *("|", "|-|", ":-", "-|-", "a|b\n-|-"),
    *("a", "Wagner", "2023.", "1.", "1)", "- ", "#", "=", ">", "~~~", "]", "!", ":", "|", "(x)", "é"),
    *(" ", "\n", "\n\n", "\n\n\n", "\x0b", "\N{NO-BREAK SPACE}"),
    *("[@afp-1]", "[[thread:battle]]", "[[thread:battle|\nit]]"),
]
SIMPLE = st.lists(st.sampled_from(SIMPLE_PIECES), max_size=20).map("".join)


@given(SIMPLE)
@example("a\n2023. b")
@example("2023. b")
@example("\n2023. b")
@example("[@afp-1]\n[@afp-1]: a")
@example("\n\na\n\n\nb\n")
def test_prose_that_is_paragraphs_alone_is_read_as_all_of_commonmark_would(text: str) -> None:
    def written(tokens: list[Token]) -> str:
        return Writer(tokens, Anchors(href, name, describe, Citations()), MENTIONS, ()).write()

    assert written(parse(text)) == written(parse_fully(text))
