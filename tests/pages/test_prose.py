import re

import pytest
import strict_html
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token
from markupsafe import Markup

from site_builder.linking import Mentions
from site_builder.linking.references import MAX_PROSE
from site_builder.pages.anchors import Anchors, Citations
from site_builder.pages.commonmark import is_web_address, parse, parse_fully
from site_builder.pages.prose import Prose, Rendered
from site_builder.pages.prose_writer import Writer
from site_builder.records import Kind

NAMES = {
    (Kind.ACTOR, "wagner"): "Wagner Group",
    (Kind.ACTOR, "csp-dpa"): "CSP-DPA",
    (Kind.PLACE, "kidal"): "Kidal",
    (Kind.EVENT, "2024-07-27-ambush"): 'The "ambush" <of> July & after',
    (Kind.THREAD, "battle"): "The battle",
    (Kind.SOURCE, "afp-1"): "AFP",
    (Kind.SOURCE, "rfi-1"): 'RFI "<radio>"',
}
MENTIONS = Mentions(
    {
        "Wagner": (Kind.ACTOR, "wagner"),
        "Wagner Group": (Kind.ACTOR, "wagner"),
        "CSP-DPA": (Kind.ACTOR, "csp-dpa"),
        "Kidal": (Kind.PLACE, "kidal"),
        "Кидаль": (Kind.PLACE, "kidal"),
        "كيدال": (Kind.PLACE, "kidal"),
        "North Front": (Kind.ACTOR, "csp-dpa"),
    }
)


def name(kind: Kind, record_id: str) -> str | None:
    return NAMES.get((kind, record_id))


def href(kind: Kind, record_id: str) -> str | None:
    return f"../{kind.plural}/{record_id}/"


def describe(source_id: str) -> str:
    return f"{NAMES[Kind.SOURCE, source_id]}, 28 July 2024"


PROSE = Prose(name, MENTIONS, describe)


def render(text: str, *, mentions: bool = False) -> Rendered:
    return PROSE.render(text, href, mentions=mentions)


def html(text: str, *, mentions: bool = False) -> str:
    """The HTML of a text, once it is known to hold nothing that it must not."""
    rendered = render(text, mentions=mentions).html
    strict_html.read(rendered)
    return str(rendered).strip()


def mentioned(text: str) -> list[str]:
    """The words that became links because they name somebody."""
    return re.findall(r'<a class="mention"[^>]*>([^<]*)</a>', html(text, mentions=True))


# Markdown


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


def test_tables_are_off() -> None:
    assert "<table" not in html("| a |\n| - |\n| b |")


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
        '<p><a class="external" href="https://d.example" rel="nofollow noopener">a https://b.example c</a></p>'
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
    assert rendered.html.startswith("<p>*a* &lt;b&gt; [@afp-1]</p>\n<p>xxx")
    assert rendered.cited == ()
    strict_html.read(rendered.html)


# Footnotes


def test_a_footnote_and_its_references_lead_to_one_another() -> None:
    written = html("One[^n] two[^n].\n\n[^n]: The note.")
    reader = strict_html.read(written)
    assert reader.ids == ["fnref:1", "fnref:1.2", "fn:1"]
    assert reader.hrefs == ["#fn:1", "#fn:1", "#fnref:1", "#fnref:1.2"]
    assert "The note." in reader.text


def test_footnotes_are_lettered_so_that_they_differ_from_citations() -> None:
    text = "".join(f"[^{number}]" for number in range(28)) + "\n\n"
    text += "\n\n".join(f"[^{number}]: Note." for number in range(28))
    assert re.findall(r"\[([a-z]+)\]</a>", html(text)) == [*"abcdefghijklmnopqrstuvwxyz", "aa", "ab"]


def test_a_prefix_keeps_the_footnotes_of_two_texts_apart() -> None:
    text = "One[^n].\n\n[^n]: Note."
    both = "".join(PROSE.render(text, href, prefix=prefix).html for prefix in ("", "second-"))
    assert strict_html.read(both).ids == ["fnref:1", "fn:1", "fnref:second-1", "fn:second-1"]


# References and citations


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
        ("[@nowhere, page 2]", "[@nowhere, page 2]"),
        ("`[[thread:battle]]`", "<code>[[thread:battle]]</code>"),
        (r"\[[thread:battle]]", "[[thread:battle]]"),
    ],
)
def test_a_reference_is_a_link_named_after_its_record(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


def test_a_reference_to_a_record_without_a_page_is_its_words() -> None:
    assert PROSE.render("[[thread:battle]]", lambda kind, record_id: None).html.strip() == "<p>The battle</p>"


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
    rendered = render("One [@rfi-1]. Two [@afp-1]. Three [@rfi-1].")
    assert re.findall(r"\[(\d)\]</a>", rendered.html) == ["1", "2", "1"]
    assert rendered.cited == ("rfi-1", "afp-1")


def test_citations_in_footnotes_come_last() -> None:
    assert render("One[^n].\n\n[^n]: Note [@rfi-1].\n\nTwo [@afp-1].").cited == ("afp-1", "rfi-1")


def test_several_texts_of_a_page_share_their_numbers() -> None:
    citations = Citations()
    PROSE.inline("One [@rfi-1].", href, citations=citations)
    rendered = PROSE.render("Two [@afp-1] [@rfi-1].", href, citations=citations)
    assert re.findall(r"\[(\d)\]</a>", rendered.html) == ["2", "1"]
    assert rendered.cited == ("afp-1", "rfi-1")
    assert citations.sources == ("rfi-1", "afp-1")


def test_a_paragraph_that_begins_with_a_citation_and_a_colon_is_not_swallowed() -> None:
    assert strict_html.read(html("[@afp-1]: https://example.com")).text.strip() == "[1]: https://example.com"


# Mentions


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
    assert "actors/wagner" not in rendered.html
    assert "places/kidal" in rendered.html


def test_a_record_can_opt_out_of_mentions() -> None:
    assert html("Wagner in Kidal.", mentions=False) == "<p>Wagner in Kidal.</p>"


# Lines of text


def test_a_line_is_escaped_and_no_markdown() -> None:
    assert PROSE.inline('*a* <b> `c` # & "', href) == "*a* &lt;b&gt; `c` # &amp; &#34;"


def test_a_line_has_its_references_as_links() -> None:
    assert PROSE.inline("<[[thread:battle|it]]>", href) == (
        '&lt;<a href="../threads/battle/" title="The battle">it</a>&gt;'
    )


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


# Safety

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</p><script>alert(1)</script><p>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](<java script:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](\\javascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](data:image/png;base64,AAAA)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\evil.example)",
    "[x](https:evil.example)",
    "[x](https:///evil.example)",
    "[x](https://user:pass@evil.example)",
    "[x](https://good.example\\@evil.example)",
    "[x](relative/path)",
    "[x](#anchor)",
    "[x](?query)",
    "[x](mailto:somebody@example.com)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<//evil.example>",
    "<somebody@example.com>",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[x](https://a.example/'onmouseover='alert(1))",
    '[x](https://a.example "t\\" onmouseover=alert(1) x=\\"")',
    "[x](https://a.example '\"><script>alert(1)</script>')",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[x][r]\n\n[r]: //evil.example",
    '[x][r]\n\n[r]: https://a.example "t\\" onmouseover=alert(1)"',
    "[r]\n\n[r]: <javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](//evil.example/a.png)",
    "![x](https://a.example/a.png)",
    '![" onerror="alert(1)](https://a.example/a.png)',
    "[![x](https://a.example/a.png)](javascript:alert(1))",
    "[![x](javascript:alert(1))](https://a.example)",
    "[a [b](https://b.example) c](https://c.example)",
    "[a [[thread:battle]] c](https://c.example)",
    "[a [@afp-1] c](https://c.example)",
    "[a[^n] c](https://c.example)\n\n[^n]: [x](javascript:alert(1))",
    "x[^<script>]\n\n[^<script>]: y",
    'x[^"onmouseover="alert(1)]\n\n[^"onmouseover="alert(1)]: <script>',
    "x[^a]\n\n[^a]: y[^a]",
    "x[^a]\n\n[^a]: y[^a]\n\n[^a]: z",
    "x[^a]\n\n[^a]: y[^b]\n\n[^b]: z[^a]",
    "^[inline <script>]",
    '```"><script>alert(1)</script>\n<b>\n```',
    "~~~ html\n</code></pre><script>alert(1)</script>\n~~~",
    "`</code><script>alert(1)</script>`",
    '[[thread:battle|"><script>alert(1)</script>]]',
    '[[thread:battle" onmouseover="alert(1)]]',
    '[@afp-1, "><script>alert(1)</script>]',
    "[[<script>]]",
    "[@<script>]",
    "# <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<!--><script>alert(1)</script>-->",
    "<?php echo 1 ?> <!DOCTYPE x> <![CDATA[x]]>",
    "{{ config }} {% raw %} {# #}",
    "{: onclick=alert(1) }\n[x](https://a.example){onclick=alert(1)}",
    "[Wagner <script>](https://a.example) Wagner",
    "> " * 100 + "x",
    "- " * 100 + "x",
    "[" * 200 + "x" + "](https://a.example)" * 200,
    "*" * 200 + "x" + "_" * 200,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    strict_html.read(render(text, mentions=True).html)
    strict_html.read(PROSE.inline(text, href))


def test_hostile_names_and_addresses_are_inert() -> None:
    hostile = '"><script>alert(1)</script>'
    prose = Prose(lambda kind, record_id: hostile, MENTIONS, lambda source_id: hostile)
    text = "[[thread:battle]] [[thread:battle|it]] [@afp-1] Wagner"
    written = prose.render(text, lambda kind, record_id: f'../{kind.plural}/"><b>/').html
    assert "<script" not in written
    assert "<b>" not in written


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


PIECES = st.one_of(
    st.sampled_from(HOSTILE),
    st.sampled_from(
        [
            *"[]()<>!*_`\\#&;:\"'^@|~-+=. \n\t",
            "\n\n",
            "    ",
            "1. ",
            "2023.",
            "[[",
            "]]",
            "[@",
            "[^a]",
            "[^a]: ",
            "[a]: ",
            "](",
            "https://a.example/",
            "javascript:",
            "[[thread:battle]]",
            "[@afp-1]",
            "[@afp-1, page 2]",
            "Wagner",
            "North",
            "Front",
            "\r\n",
            "\N{NO-BREAK SPACE}",
            "كيدال",
        ]
    ),
    st.text(max_size=8),
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS)
def test_whatever_is_written_becomes_only_what_prose_may_become(text: str) -> None:
    rendered = render(text, mentions=True)
    assert isinstance(rendered.html, Markup)
    strict_html.read(rendered.html)
    strict_html.read(PROSE.inline(text, href))
    assert "\n" not in PROSE.plain(text)


@given(st.text(st.characters(), max_size=40))
def test_any_characters_at_all_can_be_prose(text: str) -> None:
    strict_html.read(render(text, mentions=True).html)


SIMPLE_PIECES = [
    *("a", "Wagner", "2023.", "1.", "1)", "- ", "#", "=", ">", "~~~", "]", "!", ":", "|", "(x)", "é"),
    *(" ", "\n", "\n\n", "\n\n\n", "\x0b", "\N{NO-BREAK SPACE}"),
    *("[@afp-1]", "[[thread:battle]]", "[[thread:battle|\nit]]"),
]
SIMPLE = st.lists(st.sampled_from(SIMPLE_PIECES), max_size=20).map("".join)


@given(SIMPLE)
@example("a\n2023. b")
@example("2023. b")
@example("[@afp-1]\n[@afp-1]: a")
@example("\n\na\n\n\nb\n")
def test_prose_that_is_paragraphs_alone_is_read_as_all_of_commonmark_would(text: str) -> None:
    def written(tokens: list[Token]) -> str:
        return Writer(tokens, Anchors(href, name, describe, Citations()), MENTIONS, ()).write()

    assert written(parse(text)) == written(parse_fully(text))
