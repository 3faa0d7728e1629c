"""Addresses that would run something, lead elsewhere than they say, or load from wherever the page is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import worlds
from browser.hostile_records import url_fields
from pydantic import TypeAdapter, ValidationError

from hostile.pages_of import open_safely
from site_builder.pages.commonmark import is_web_address

ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\tjavascript:alert(1)",
    "\x01javascript:alert(1)",
    " javascript:alert(1)//https://example.org/",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "java&#x09;script:alert(1)",
    "javascript\u200b:alert(1)",
    "ｊavascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "vbscript:msgbox(1)",
    "VbScRiPt:msgbox(1)",
    "livescript:x",
    "blob:https://example.org/x",
    "filesystem:https://example.org/x",
    "view-source:https://example.org/",
    "jar:https://example.org/!/x",
    "about:blank",
    "mailto:a@example.org",
    "tel:+1",
    "ws://example.org/",
    "ms-word:ofe|u|https://example.org/",
    "//evil.example/",
    "\\\\evil.example\\",
    "/\\evil.example/",
    "https:/\\evil.example/",
    "https:\\\\evil.example\\",
    "///evil.example/",
    "/events/",
    "../../",
    "page.html",
    "#anchor",
    "?query",
    "file:///etc/passwd",
    "ftp://example.org/",
    "https:",
    "https://",
    "https:///page",
    "https:evil.example",
    "https:/evil.example",
    "https://user@evil.example/",
    "https://user:pass@evil.example/",
    "https://@evil.example/",
    "https://good.example\\@evil.example/",
    "https://good.example%00@evil.example/",
    "ht\ntps://example.org/",
    "ht\ttps://example.org/",
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/`x",
    "https://example.org/<script>",
    "https://example.org/{{ 7*7 }}",
    "https://example.org/{%x%}",
    "https://example.org/ x",
    "https://example.org/\r\nset-cookie:x",
    "https://example.org/\u2028x",
    "https://lem\u043ende.fr/",
    "https://\u0430\u0440\u0440\u04cf\u0435.com/",
    "https://example.org\u3002evil.example/",
    "https://\uff45xample.org/",
    "https://example.org\uff0fevil.example/",
    "https://example.org:a/",
    "https://example.org:99999999/",
    "https://[example.org/",
    "https://example.org]/",
    f"https://example.org/{'a' * 2_000}",
]


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: repr(address[:40]))
def test_a_field_for_an_address_takes_web_addresses_only(address: str) -> None:
    fields = url_fields()
    assert {("Source", "url"), ("Source", "archive"), ("Copy", "url"), ("Media", "url")} <= {
        (model.__name__, key) for model, key, _ in fields
    }
    for _, _, hint in fields:
        with pytest.raises(ValidationError):
            TypeAdapter(hint).validate_python(address)


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: repr(address[:40]))
def test_markdown_links_to_web_addresses_only(address: str) -> None:
    assert not is_web_address(address)


RECORDS: dict[str, dict[str, Any]] = {
    "sources/a.yml": {"publisher": "A", "url": ""},
    "sources/b.yml": {"publisher": "A", "archive": ""},
    "sources/c.yml": {"publisher": "A", "read_in": {"publisher": "B", "url": ""}},
}


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: repr(address[:40]))
def test_a_record_with_any_other_address_is_a_named_problem_at_the_address(address: str, tmp_path: Path) -> None:
    for file, record in RECORDS.items():
        filled = {
            key: address if value == "" else {**value, "url": address} if isinstance(value, dict) else value
            for key, value in record.items()
        }
        worlds.write_record(tmp_path / file, filled)
    chronicle = open_safely(tmp_path)
    assert chronicle.sources == {}
    assert {problem.file for problem in chronicle.problems} == set(RECORDS)
    assert {problem.code for problem in chronicle.problems} <= {"TL010", "TL011", "TL013", "TL047", "TL050", "TL051"}
    assert {problem.line for problem in chronicle.problems} <= {2, 3, 4}
