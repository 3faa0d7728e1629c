"""What was meant by an address that is none, and whether a fix may write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.reading.addresses import MeantAddress, looks_like_another, meant_address, without_trailing_marks
from site_builder.records.addresses import AddressError, read_address

URL = "https://example.org/a"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/a", URL),
        ("example.org:8080/a?b", "https://example.org:8080/a?b"),
        ("//example.org/a", URL),
        ("http:/example.org/a", "http://example.org/a"),
        ("http:example.org/a", "http://example.org/a"),
        ("https//example.org/a", URL),
        ("https;//example.org/a", URL),
        ("https.//example.org/a", URL),
        ("https:///example.org/a", URL),
        ("https: //example.org/a", URL),
        *(
            (f"{scheme}://example.org/a", URL)
            for scheme in ("htpps", "htps", "ttps", "hhttps", "httpss", "HTPPS", "httsp")
        ),
        *((f"{scheme}://example.org/a", "http://example.org/a") for scheme in ("htp", "htttp", "ttp", "hhtp", "htpp")),
        ("https://https://example.org/a", URL),
        ("http://https://example.org/a", URL),
        ("view-source:https://example.org/a", URL),
        (" https://example.org/a ", URL),
        *((f"{opening}{URL}{closing}", URL) for opening, closing in ("<>", '""', "''", "“”", "«»", "()", "[]")),
        (f"[{URL}]({URL})", URL),
        (f"<{URL}|b>", f"{URL}%7Cb"),
        ("https://example.org,", "https://example.org"),
        ("www.example.org).", "https://www.example.org"),
        ("https://example.org/a b.pdf", "https://example.org/a%20b.pdf"),
        ("https://example.org/a|b", "https://example.org/a%7Cb"),
        ("https://example.org/^`{x}`", "https://example.org/%5E%60%7Bx%7D%60"),
        ('https://example.org/?q="mali"', "https://example.org/?q=%22mali%22"),
        ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/путь"),
        ("пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/путь"),
        ("https://München.example:8080/", "https://xn--mnchen-3ya.example:8080/"),
        ("https://日本語.jp/", "https://xn--wgv71a119e.jp/"),
        ("https://134744072/", "https://8.8.8.8/"),
        ("http://010.8.8.8/x", "http://8.8.8.8/x"),
    ],
)
def test_what_has_one_reading_may_be_written(written: str, meant: str) -> None:
    assert meant_address(written) == MeantAddress(meant, certain=True)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lemonde.fr", "https://lemonde.fr"),
        ("hxxps://example.org/a", URL),
        ("hxxps://example[.]org/a", URL),
        ("https://example(dot)org/a", URL),
        (f"[AFP]({URL})", URL),
        (f'<a href="{URL}">AFP</a>', URL),
        (f"See {URL}.", URL),
        (f"URL: {URL}", URL),
        ("https://user:secret@example.org/a", URL),
        ("https://example.org/a (in French)", "https://example.org/a%20(in%20French)"),
        ("https://example.org/a, page 4", "https://example.org/a,%20page%204"),
        ("https://example.org/a\u00a0b", "https://example.org/a%C2%A0b"),
        ("https://example.org/a\tb", "https://example.org/a%09b"),
        ("https://example.org/<a", "https://example.org/%3Ca"),
        ("https://example.org\\a", URL),
        ("https:\\\\example.org\\a", URL),
        ("https://lem\u043ende.fr/", "https://lemonde.fr/"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.com/", "https://apple.com/"),
        ("https://ｅxample.org/a", URL),
    ],
)
def test_what_may_be_read_otherwise_or_loses_something_is_only_suggested(written: str, meant: str) -> None:
    assert meant_address(written) == MeantAddress(meant, certain=False)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "x",
            "page.html",
            "report.pdf",
            "../a",
            "events/a",
            "#a",
            "?a",
            "afp",
            "a b",
            "v1.2",
            "and so on.",
            "e.g.",
        ),
        *(
            "mailto:a@example.org",
            "a@example.org",
            "ftp://example.org/",
            "file:///etc/passwd",
            "tel:+1",
            "rtsp://a.org/",
        ),
        *("javascript:alert(1)", "data:text/html,x", "ws://example.org/", "C:\\a", "10.1234/abc", "doi:10.1234/abc"),
        *("https://exa mple.com", "https://a..b/", "https://.", "https://*.example/", "https://example.org:99999/"),
        *("localhost/a", "http//localhost/", "www.localhost", "//10.0.0.1/a", "hxxp://127.0.0.1/", "<http://10.0.0.1>"),
        *("https://example.org/a https://example.org/b", "http://0x7f.1/", "https://１２７.0.0.1/"),
    ],
)
def test_nothing_is_suggested_where_nothing_can_be_known_or_opened(written: str) -> None:
    assert meant_address(written) is None


@given(st.text() | st.from_regex(r"\A[a-z]{0,6}:?/{0,3}[a-z.]{0,12}/?[\x20-\x7e]{0,8}\Z"))
def test_a_suggestion_is_an_address_and_needs_no_other(written: str) -> None:
    meant = meant_address(written)
    if meant is not None:
        assert read_address(meant.address) == meant.address != written
        assert meant_address(meant.address) is None
    else:
        assert written.strip() == "" or not _is_address(written.strip()) or _is_address(written)


def _is_address(text: str) -> bool:
    try:
        read_address(text)
    except AddressError:
        return False
    return True


@pytest.mark.parametrize(
    ("address", "shorter"),
    [
        (f"{URL}.", URL),
        (f"{URL}).", URL),
        (f"{URL},", URL),
        (f"{URL}…", URL),
        (f"{URL}》。", f"{URL}》"),
        (f"{URL}_(b)", f"{URL}_(b)"),
        (f"{URL}_(b))", f"{URL}_(b)"),
        (f"{URL}?b=c", f"{URL}?b=c"),
        (f"{URL}/", f"{URL}/"),
    ],
)
def test_marks_of_the_sentence_around_an_address_are_no_part_of_it(address: str, shorter: str) -> None:
    assert without_trailing_marks(address) == shorter


@pytest.mark.parametrize(
    ("host", "other"),
    [
        ("lem\u043ende.fr", "lemonde.fr"),
        ("\u0430\u0440\u0440\u04cf\u0435.com", "apple.com"),
        ("b\u0444c.org", ""),
        ("example.org", None),
        ("bücher.example", None),
        ("пример.рф", None),
        ("сор.рф", None),
        ("яндекс.com", None),
        ("日本語.jp", None),
        ("abcテレビ.jp", None),
        ("한글tv.kr", None),
        ("ελλάδα.gr", None),
        ("موقع.com", None),
    ],
)
def test_a_host_that_passes_for_another_is_known_by_its_letters(host: str, other: str | None) -> None:
    assert looks_like_another(host) == other
