import re
from base64 import b64encode
from hashlib import sha256

import pytest

from site_builder.publishing.policy import Policy, script_hashes

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>T</title></head><body>{}</body></html>'
NO_FILES: dict[str, bytes] = {}


def trust_all(attributes: str, code: str) -> bool:
    """Lets every script of a page run."""
    return True


def hash_of(code: str) -> str:
    return f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'"


def with_policy(html: str, policy: Policy | None = None) -> str:
    return (policy or Policy()).put_into(html, trust_all, NO_FILES.get)


def directives(html: str) -> dict[str, list[str]]:
    [content] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    return {name: values for name, *values in (directive.split() for directive in content.split("; "))}


def test_every_script_in_the_page_is_allowed_by_its_hash_and_no_other() -> None:
    page = PAGE.format("<script>first()</script><SCRIPT type=module>\nsecond('é')\n</SCRIPT><script>first()</script>")
    assert directives(with_policy(page))["script-src"] == [hash_of("first()"), hash_of("\nsecond('é')\n")]


@pytest.mark.parametrize(
    "script",
    [
        '<script src="assets/x.js"></script>',
        '<script id="__config" type="application/json">{"base": ".."}</script>',
        '<script type="application/ld+json">{}</script>',
    ],
)
def test_scripts_in_files_and_data_need_no_hash(script: str) -> None:
    assert script_hashes(PAGE.format(script), trust_all) == ()


def test_an_attribute_that_only_ends_like_src_does_not_hide_a_script() -> None:
    assert script_hashes('<script data-src="x">run()</script>', trust_all) == (hash_of("run()"),)


def test_nothing_inline_is_allowed_but_by_hash_and_nothing_comes_from_elsewhere() -> None:
    policy = Policy(is_searched=True, is_fetched=True).text(PAGE, ())
    assert "unsafe" not in policy
    assert "http" not in policy
    assert policy.startswith("default-src 'none'; script-src 'none';")


def test_a_directive_is_there_only_where_something_needs_it() -> None:
    least = {"default-src", "script-src", "style-src", "img-src", "font-src", "base-uri", "form-action"}
    assert directives(with_policy(PAGE)).keys() == least
    assert directives(with_policy(PAGE, Policy(is_fetched=True))).keys() == least | {"connect-src"}
    assert directives(with_policy(PAGE, Policy(is_searched=True))).keys() == least | {"connect-src", "worker-src"}
    assert directives(with_policy(PAGE.format("<video src='x.mp4'></video>"))).keys() == least | {"media-src"}


def test_what_a_site_adds_is_allowed_besides() -> None:
    added = {
        "frame-src": ["https://video.example"],
        "img-src": ["https:"],
        "base-uri": ["'self'"],
        "media-src": ["blob:"],
    }
    found = directives(with_policy(PAGE, Policy(added=added)))
    assert found["frame-src"] == ["https://video.example"]
    assert found["img-src"] == ["'self'", "data:", "https:"]
    assert found["base-uri"] == ["'self'"]
    assert found["media-src"] == ["'self'", "blob:"]


def test_a_script_that_is_not_trusted_is_not_allowed() -> None:
    page = PAGE.format("<script>ours()</script><script data-x>theirs()</script>")
    html = Policy().put_into(page, lambda attributes, code: "data-x" not in attributes, NO_FILES.get)
    assert directives(html)["script-src"] == [hash_of("ours()")]


FILES = {"assets/x.js": b"theirs()", "own.js": b"own()"}


def test_a_script_in_a_file_is_named_by_what_it_holds_and_no_other_may_run() -> None:
    page = PAGE.format('<script src="assets/x.js"></script><script defer src=own.js></script><script>ours()</script>')
    html = Policy().put_into(page, trust_all, FILES.get)
    assert directives(html)["script-src"] == [hash_of("theirs()"), hash_of("own()"), hash_of("ours()")]
    assert f'<script src="assets/x.js" integrity="{hash_of("theirs()")[1:-1]}"></script>' in html
    assert f'<script defer src=own.js integrity="{hash_of("own()")[1:-1]}"></script>' in html


def test_a_script_in_a_file_not_yet_there_is_allowed_as_every_file_of_the_site() -> None:
    html = Policy().put_into(PAGE.format('<script src="later.min.js"></script>'), trust_all, FILES.get)
    assert directives(html)["script-src"] == ["'self'"]
    assert "integrity" not in html


def test_a_script_in_a_file_that_a_text_asks_for_is_not_allowed() -> None:
    page = PAGE.format('<script src="own.js" data-x></script><script src="https://cdn.example/x.js"></script>')
    html = Policy().put_into(page, lambda attributes, code: "data-x" not in attributes, FILES.get)
    assert directives(html)["script-src"] == ["'none'"]
    assert "integrity" not in html


def test_a_site_without_a_policy_still_says_to_nobody_where_readers_come_from() -> None:
    page = with_policy(PAGE, Policy(is_written=False))
    assert "Content-Security-Policy" not in page
    assert page.count('<meta name="referrer" content="no-referrer">') == 1


def test_what_a_page_says_of_the_referrer_itself_stays() -> None:
    page = PAGE.replace("<title>", '<meta name="referrer" content="origin"><title>')
    assert with_policy(page).count('name="referrer"') == 1


def test_the_policy_stands_before_all_that_it_governs() -> None:
    page = with_policy(PAGE.format("<script>first()</script>"))
    assert page.startswith(
        '<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"'
    )


def test_a_page_that_names_no_character_set_has_a_policy_too() -> None:
    assert "script-src" in directives(with_policy('<html lang="en"><head class="x"><title>T</title></head></html>'))


def test_a_header_is_no_head_and_a_fragment_has_no_policy() -> None:
    assert with_policy("<header>words</header>") == "<header>words</header>"


def test_there_is_one_policy_even_where_the_tag_stands_twice() -> None:
    directives(with_policy(PAGE.format('<meta charset="utf-8">')))
