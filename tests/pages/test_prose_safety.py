import re

import pytest
import strict_html
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from prose_worlds import MENTIONS, PROSE, href, render

from site_builder.pages.prose import Prose

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
    "| a |\n| - |\n| <script>alert(1)</script> |",
    '| " onmouseover="alert(1) |\n| -: |\n| [x](javascript:alert(1)) |',
    "| a |\n| :- onmouseover=alert(1) |\n| b |",
    "| a |\n| - |\n| [[thread:battle|<script>]] \\| [@afp-1, <b>|</b>] |",
    "| a[^n] |\n| - |\n| [^n]: <script> |\n\n[^n]: | b |\n    | - |\n    | <img src=x onerror=alert(1)> |",
    "| a |\n| - |\n" + "|\n" * 200,
    "|" * 500 + "\n" + "|-" * 500,
    "[<script>](https://a.example)",
    "[javascript:alert(1)](https://a.example)",
    '[x](https://a.example/"onmouseover="alert(1))',
    "![<img src=x>](https://a.example/\"'><script>)",
    "> " * 100 + "x",
    "- " * 100 + "x",
    "[" * 200 + "x" + "](https://a.example)" * 200,
    "*" * 200 + "x" + "_" * 200,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(text: str) -> None:
    strict_html.read(render(text, mentions=True))
    strict_html.read(PROSE.inline(text, href))
    strict_html.read(PROSE.inline(text, href, links=True))


def test_hostile_names_and_addresses_are_inert() -> None:
    hostile = '"><script>alert(1)</script>'
    prose = Prose(lambda kind, record_id: hostile, MENTIONS, lambda source_id: hostile)
    text = "[[thread:battle]] [[thread:battle|it]] [@afp-1] Wagner"
    written = prose.render(text, lambda kind, record_id: f'../{kind.plural}/"><b>/')
    assert "<script" not in written
    assert "<b>" not in written


@pytest.mark.parametrize(
    "link",
    [
        "[https://good.example/a](https://evil.example/b)",
        "[good.example](https://evil.example/good.example)",
        "[**good**.example](https://evil.example)",
        "[www.good.example, p. 4](https://evil.example)",
        "[good.example](https://good.example.evil.example)",
        "[evil.example/good.example or good.example](https://evil.example)",
        "[good.example][1]\n\n[1]: https://evil.example",
        "![good.example](https://evil.example)",
        "[хороший.приклад](https://evil.example)",
    ],
)
def test_a_link_whose_words_name_another_host_is_followed_by_its_own(link: str) -> None:
    html = render(f"See {link}")
    strict_html.read(html)
    assert re.search(r"</a> \((?:good\.example\.)?evil\.example\)", html)


@pytest.mark.parametrize(
    "link",
    [
        "https://good.example/a.b/c.pdf",
        "<https://good.example/a>",
        "[https://good.example/page](https://good.example/page.html)",
        "[good.example](https://www.good.example/)",
        "[the report of 3.5 U.S. dollars, p.m.](https://good.example)",
    ],
)
def test_a_link_whose_words_name_its_host_or_none_stays_as_it_is(link: str) -> None:
    assert "(good.example)" not in render(f"See {link}")


@pytest.mark.parametrize("mark", ["&#769;", "&#x301;", "&#x202e;", "&zwj;", "&shy;"])
def test_a_character_reference_stands_for_no_mark_that_hides_or_covers(mark: str) -> None:
    assert Markup(render(f"a{mark * 30}")).striptags() == f"a{mark * 30}"


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
            "|",
            "| a | b |\n| - | -: |\n",
            "|-|",
            "[x](https://a.example/)",
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
    assert isinstance(rendered, Markup)
    strict_html.read(rendered)
    strict_html.read(PROSE.inline(text, href))
    strict_html.read(PROSE.inline(text, href, links=True))
    assert "\n" not in PROSE.plain(text)


@given(st.text(st.characters(), max_size=40))
def test_any_characters_at_all_can_be_prose(text: str) -> None:
    strict_html.read(render(text, mentions=True))
