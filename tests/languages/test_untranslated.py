"""Texts that nobody could translate: words in templates and views that gettext does not see."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import REPOSITORY

TEMPLATES = sorted((REPOSITORY / "theme").rglob("*.html"))
VIEWS = sorted((REPOSITORY / "site_builder" / "pages").glob("*.py"))
_TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TEXT = re.compile(r">([^<>]*)<|\b(?:title|aria-label|alt|placeholder)=\"([^\"]*)\"")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_STATEMENT = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_QUOTED = re.compile(r"\"([A-Z][a-z]+(?: [^\"]*)?)\"")
_SENTENCE = re.compile(r"^[A-Z]?[a-z]+(?: [a-z]+)+(?! ?tl-)|^[A-Z][a-z]{2,}")
_SAID = ("say", "say_n", "gettext", "ngettext", "_")


def untranslated_in_template(html: str) -> Iterator[str]:
    """Text nodes and attributes that people read, and texts that templates give to macros."""
    for found in _TEXT.finditer(_TRANSLATED.sub("", html)):
        if "tl-" not in found[0] and _WORDS.search(text := re.sub(r"&\w+;", "", found[1] or found[2] or "")):
            yield text.strip()
    for statement in _STATEMENT.findall(html):
        yield from _QUOTED.findall(re.sub(r"_\(\"[^\"]*\"\)", "", statement))


def untranslated_in_view(code: str) -> Iterator[str]:
    """Texts of words that no function of gettext is given; names, keys, errors and documentation are none."""
    tree = ast.parse(code)
    parts = (part for node in ast.walk(tree) for part in _left_out(node))
    left_out = {id(inside) for part in parts for inside in ast.walk(part)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in left_out and _SENTENCE.search(text):
                yield text


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement or expression whose texts are translated, or not shown."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in _SAID:
            yield node
        case ast.Raise() | ast.Expr(value=ast.Constant()) | ast.Assign(targets=[ast.Name(id="__all__")]):
            yield node
        case ast.Dict():
            yield from (key for key in node.keys if key is not None)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_text_that_cannot_be_translated(template: Path) -> None:
    assert list(untranslated_in_template(template.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda path: path.name)
def test_a_view_holds_no_text_that_cannot_be_translated(view: Path) -> None:
    assert list(untranslated_in_view(view.read_text(encoding="utf-8"))) == []


def test_what_cannot_be_translated_is_found() -> None:
    html = '<p title="Why">{{ _("Said") }} now</p>{% trans %}<b>Yes</b>{% endtrans %}{{ m.part("a", "Sources") }}'
    assert list(untranslated_in_template(html)) == ["Why", "now", "Sources"]
    assert list(untranslated_in_view('a = [here.say("Not known"), "Undated", "not read", f"{x} at", "tl-x"]')) == [
        "Undated",
        "not read",
    ]
