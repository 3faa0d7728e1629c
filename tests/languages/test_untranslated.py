"""Texts that nobody could translate: words in templates and views that gettext does not see."""

import ast
import re
from collections.abc import Iterable, Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from building import REPOSITORY
from jinja2 import nodes

from site_builder.rendering import parse

TEMPLATES = sorted((REPOSITORY / "theme").rglob("*.html"))
TO_WHOEVER_BUILDS = {"blocked", "outside_links", "policy", "served", "shell_page", "staging", "theme"}
"""Modules of the plugin of which no text stands on a page."""
COMMANDS = ("cli", "editing", "fixing", "showing", "starting")
"""The packages of what `timeline` prints. Its help is in English: docs/commands.md is made from it."""
VIEWS = sorted(
    file
    for package in ("pages", "publishing", "plugin", "comparing", *COMMANDS)
    for file in (REPOSITORY / "site_builder" / package).glob("*.py")
    if package != "plugin" or file.stem not in TO_WHOEVER_BUILDS
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_READ_ALOUD = ("title", "aria-label", "alt", "placeholder")
_NAME = re.compile(r"[a-z]*|.*\btl-.*")
"""What templates give to macros besides texts: ids and classes."""
_SENTENCE = re.compile(r"^[A-Z]?[a-z]+(?: [a-z]+)+(?! ?tl-)|^[A-Z][a-z]{2,}")
_AMONG_OTHERS = re.compile(r"(?<![\w.-])[^\W\d_]{2,} | [^\W\d_]{2,}(?![\w.=-])")
"""A word of an f-string, beside a space."""
_TAG = re.compile(r"<[^>]*>")
_SAID = ("say", "say_n", "gettext", "ngettext", "_", "number", "t")
_LOGGED = ("warning", "error", "info", "debug", "_warn", "parse_and_bind")
_HELP = ("help", "short_help", "epilog")
_NOT_SAID = ("__all__", "_COMMANDS", "_EPILOG", "_EXAMPLES", "_EXIT", "_ENGLISH", "_FRENCH")
"""Names of texts that are help, or small words of a language."""


class Read(HTMLParser):
    """What people read of HTML: its texts, and the attributes that are shown or read aloud."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if value and name in _READ_ALOUD]

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.found.append(data)


def untranslated_in_template(html: str) -> Iterator[str]:
    """Texts and attributes that people read, and texts that templates give to macros or keep for later."""
    template = parse(html)
    for text in Read("".join(_shown(template))).found:
        if _WORD.search(text) and not all(word.startswith("tl-") for word in text.split()):
            yield text.strip()
    for node in template.find_all((nodes.Call, nodes.Assign, nodes.Macro)):
        yield from (text for text in _kept(node) if _WORD.search(text) and not _NAME.fullmatch(text))


def _shown(node: nodes.Node) -> Iterator[str]:
    """The HTML of a template in which every branch is taken, with the texts in it but not those that are translated."""
    match node:
        case nodes.TemplateData():
            yield node.data
        case nodes.Const(value=str(text)):
            yield escape(text)
        case nodes.Filter(name="d" | "default" | "join"):
            yield from _all_shown(node.iter_child_nodes())
        case nodes.Filter(node=nodes.Node() as inner):
            yield from _shown(inner)
        case nodes.If():
            yield from _all_shown([*node.body, *node.elif_, *node.else_])
        case nodes.For() | nodes.Macro() | nodes.CallBlock():
            yield from _all_shown([*node.body, *getattr(node, "else_", ())])
        case nodes.CondExpr():
            yield from _all_shown(filter(None, (node.expr1, node.expr2)))
        case nodes.Call() | nodes.Assign() | nodes.Compare() | nodes.Test() | nodes.Getitem() | nodes.Getattr():
            return
        case nodes.Include() | nodes.Import() | nodes.FromImport() | nodes.Extends():
            return
        case _:
            yield from _all_shown(node.iter_child_nodes())


def _all_shown(inner: Iterable[nodes.Node]) -> Iterator[str]:
    for node in inner:
        yield from _shown(node)


def _kept(node: nodes.Node) -> Iterator[str]:
    """The texts that a macro is given, has for want of others, or that are given a name."""
    match node:
        case nodes.Call(node=nodes.Name(name=name) | nodes.Getattr(attr=name)) if name not in _SAID:
            yield from _all_shown([*node.args, *(pair.value for pair in node.kwargs)])
        case nodes.Assign():
            yield from _shown(node.node)
        case nodes.Macro():
            yield from _all_shown(node.defaults)


def untranslated_in_view(code: str, *, raised: bool = False) -> Iterator[str]:
    """Texts of words that no function of gettext is given; names, keys, help and documentation are none.

    Nor are those of errors, unless `raised`. A literal of one word in small letters may be a name, and is let pass.
    """
    tree = ast.parse(code)
    statements = (node for node in ast.walk(tree) if not (raised and isinstance(node, ast.Raise)))
    parts = (part for node in statements for part in _left_out(node))
    left_out = {id(inside) for part in parts for inside in ast.walk(part)}
    for node in ast.walk(tree):
        match node:
            case _ if id(node) in left_out:
                pass
            case ast.Constant(value=str(text)) if _SENTENCE.search(text):
                yield text
            case ast.JoinedStr():
                text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
                if _AMONG_OTHERS.search(_TAG.sub("", text)):
                    yield text


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement or expression whose texts are translated, or not shown."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in (*_SAID, *_LOGGED):
            yield node
        case ast.Raise() | ast.Expr(value=ast.Constant()):
            yield node
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if name in _NOT_SAID:
            yield node
        case ast.keyword(arg=name) if name in _HELP:
            yield node
        case ast.AnnAssign(annotation=type_) | ast.arg(annotation=ast.AST() as type_):
            yield type_
        case ast.FunctionDef(returns=ast.AST() as type_):
            yield type_
        case ast.Dict():
            yield from (key for key in node.keys if key is not None)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_text_that_cannot_be_translated(template: Path) -> None:
    assert list(untranslated_in_template(template.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_view_holds_no_text_that_cannot_be_translated(view: Path) -> None:
    raised = view.parent.name in COMMANDS
    assert list(untranslated_in_view(view.read_text(encoding="utf-8"), raised=raised)) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<p title="Why">{{ _("Said") }} now</p>{% trans %}<b>Yes</b>{% endtrans %}', ["Why", "now"]),
        ('{{ m.part("a", "Sources") }}{% call part("b", "Parts") %}{% endcall %}', ["Sources", "Parts"]),
        ('{{ "paid" }}', ["paid"]),
        ("{{ 'Access' }}", ["Access"]),
        ('{{ a or "none yet" }}', ["none yet"]),
        ('{{ "some" if a == "word" else "none" }}', ["somenone"]),
        ('{{ a | d("no word") }}', ["no word"]),
        ('{% if rare %}{{ "paid" }}{% endif %}', ["paid"]),
        ('{% set a = "Behind a wall" %}{{ a }}', ["Behind a wall"]),
        ("<p>{{ a }}</p>\nat the end", ["at the end"]),
        ('<p class="{{ "one two" }}"{% if a %} alt="{{ "words" }}"{% endif %}>{{ link("tl-a") }}</p>', ["words"]),
        ('<script>const a = "b c"</script>{% include "some words.html" %}', []),
    ],
)
def test_a_text_of_a_template_that_cannot_be_translated_is_found(html: str, found: list[str]) -> None:
    assert list(untranslated_in_template(html)) == found


def test_a_text_of_a_view_that_cannot_be_translated_is_found() -> None:
    view = 'a = [here.say("Not known"), "Undated", "not read", f"{x} at", f"{a} of them", f"<a id={x}>", "tl-x"]'
    assert list(untranslated_in_view(view)) == ["Undated", "not read", "{} at", "{} of them"]


def test_an_error_of_a_command_that_cannot_be_translated_is_found() -> None:
    command = '_EPILOG = "Two words"\nif a:\n    raise NotThereError("no event has it")\nraise LeftError'
    assert list(untranslated_in_view(command, raised=True)) == ["no event has it"]
    assert list(untranslated_in_view(command)) == []
