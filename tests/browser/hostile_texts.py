"""Texts that try to become markup, and for each a harmless one of the same shape to compare with."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape


@dataclass(frozen=True, slots=True)
class Probe:
    """One way of trying."""

    name: str
    hostile: str
    harmless: str = "words"
    """What must give the same elements."""
    shown_as_written: bool = True
    """Whether readers see the text itself; else it holds references, whose words they see."""

    def forms(self) -> tuple[str, ...]:
        """How readers may see the hostile text: as written, or in prose with its character references read."""
        return tuple(" ".join(form.split()) for form in (self.hostile, unescape(self.hostile)))


PROBES = (
    Probe(
        "markup",
        "<script>window.__pwned='script';alert(1)</script> "
        "</title></textarea></style></script><script>window.__pwned='title'</script> "
        "'><img src=x onerror=window.__pwned='single'> \"><img src=x onerror=\"window.__pwned='double'\"> "
        "<svg onload=window.__pwned='svg'> ]]> --> --!> </p></div></main></body></html> <!-- <![CDATA[ <?php "
        "<base href=//evil.example/> <meta http-equiv=refresh content='0;url=//evil.example/'> "
        "<style>*{display:none}</style> <link rel=stylesheet href=//evil.example/x.css>",
    ),
    Probe(
        "attributes",
        '"onmouseover="window.__pwned=\'over\'" autofocus onfocus="window.__pwned=\'focus\'" x=" '
        "'onmouseover='window.__pwned=1' x=' `onmouseover=window.__pwned=1 style=\"position:fixed;inset:0\" "
        'id="__content" class="md-skip" data-md-toggle="drawer" href="javascript:alert(1)"',
        "words ` words",
    ),
    Probe(
        "templates",
        "{{ 7*7 }} {{ config.site_name }} {% raw %} {% include 'main.html' %} {# comment #} ${7+7} "
        "timeline-hole-content-3d9f timeline-hole-head-3d9f timeline-hole-title-3d9f !ENV [HOME, x] :smile: "
        '--8<-- "mkdocs.yml" ::: site_builder %(title)s {title} {0}',
    ),
    Probe(
        "addresses",
        "[a](javascript:window.__pwned=1) [b](data:text/html,<script>window.__pwned=1</script>) [c](//evil.example/) "
        "![d](data:image/svg+xml,<svg/onload=window.__pwned=1>) [e](vbscript:x) [f](JaVaScRiPt:x) "
        "<//evil.example/> <javascript:window.__pwned=1> <data:text/html,x> <a href=//evil.example/>g</a> "
        "https://evil.example/ www.evil.example me@evil.example",
    ),
    Probe(
        "character references",
        "&lt;script&gt;window.__pwned=1&lt;/script&gt; &#60;img src=x onerror=window.__pwned=1&#62; "
        "&quot;onmouseover=&quot;x &apos; &amp;lt;b&amp;gt; &colon; &#x3c;b&#x3e;",
    ),
    Probe(
        "references",
        '[[actor:probe-0|<img src=x onerror=window.__pwned=1>]] [[2024-02-01-probe-0|"onclick="window.__pwned=1]] '
        "[@probe-0, <script>window.__pwned=1</script>] [g](https://example.org/ '\"onclick=\"window.__pwned=1') "
        '<https://example.org/?"onclick="x> h[^i]\n\n[^i]: <script>window.__pwned=1</script>',
        "[[actor:probe-0|words]] [[2024-02-01-probe-0|words]] [@probe-0, words] [g](https://example.org/) "
        "<https://example.org/?%22onclick=%22x> h[^i]\n\n[^i]: words",
        shown_as_written=False,
    ),
    Probe(
        "tables and links",
        '| a " onmouseover=window.__pwned=1 | b |\n| :- | -: |\n| <script>window.__pwned=1</script> | '
        '[<img src=x onerror=window.__pwned=2>](https://example.org/?"onclick="x) |\n| `<b>` | </td></tr></table> |',
        "| a | b |\n| :- | -: |\n| words | [words](https://example.org/?%22onclick=%22x) |\n| `words` | words |",
        shown_as_written=False,
    ),
    Probe(
        "other parsers",
        "<noscript><p title='</noscript><img src=x onerror=window.__pwned=1>'> <iframe srcdoc='<script>"
        "parent.__pwned=1</script>'></iframe> <math><mtext><table><mglyph><style><img src=x onerror=window.__pwned=2> "
        "<svg><style><g title='</style><img src=x onerror=window.__pwned=3>'></svg> <template><script>1</script> "
        "<details open ontoggle=window.__pwned=4> <marquee onstart=window.__pwned=5> <input autofocus "
        "onfocus=window.__pwned=6> <form id=body><input name=attributes> <a name=location href=//evil.example/>h</a> "
        "<object data=//evil.example/> <plaintext> jaVasCript:/ /%0D%0A//</stYle/</titLe/</teXtarEa/</scRipt/--!><sVg/"
        "oNloAd=window.__pwned=7//> url(//evil.example/) expression(1) }body{display:none}@import'//evil.example/' "
        "<svg><animate onbegin=window.__pwned=8 attributeName=x> <video><source onerror=window.__pwned=9>",
    ),
)
