"""Compiled templates write what Jinja writes of the same templates and values."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import worlds
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from site_builder.languages import translations
from site_builder.pages import pages_of
from site_builder.publishing import FOLDER, Renderer, make_templates, theme_folder
from site_builder.rendering import TemplateError, Templates

WORLD = (Path(__file__).parents[1] / "golden" / "pages" / "world.yml").read_text(encoding="utf-8")
VALUES: Mapping[str, Any] = {
    "text": "<b> & \"q\" 'a'",
    "markup": Markup("<i>&amp;</i>"),
    "number": 3,
    "share": 0.5,
    "nothing": None,
    "yes": True,
    "few": [1, "<", Markup("<br>")],
    "empty": (),
    "pairs": (("a", 1), ("b", 2)),
    "word": SimpleNamespace(value="x", label="Label <x>", names=("one", "two")),
    "at": {"key": "value <"},
    "words": [SimpleNamespace(label="b<"), SimpleNamespace(label="a")],
    "twice": lambda value, sign="!": f"{value}{value}{sign}",
}
MACROS = """
{% macro plain(text, class="", other=none) -%}
<p{% if class %} class="{{ class }}"{% endif %}>{{ text }}{% if other is not none %}({{ other }}){% endif %}</p>
{%- endmacro %}
{% macro around(summary, open=false) -%}
<d{% if open %} open{% endif %}>{{ summary }}: {{ caller() }}</d>
{%- endmacro %}
{% macro each(macro, values) -%}
{% for one in values %}{{ macro(one) }}{% endfor %}
{%- endmacro %}
{% macro seen() -%}
{{ text }} {{ number }}
{%- endmacro %}
{% macro within(text) -%}
{% call around(plain(text)) %}{{ later(text) }}{% endcall %}
{%- endmacro %}
{% macro later(text) -%}
{% set text = text ~ "<" ~ markup %}{{ text }}
{%- endmacro %}
"""
BODIES = (
    "{{ text }} {{ markup }} {{ number }} {{ share }} {{ nothing }} {{ yes }} {{ few }} {{ '<' }}",
    "{{ 3 - 1 }} {{ 1 / 4 }} {{ number + 2 }} {{ text ~ markup ~ 3 }} {{ [text, number] }} {{ '' }}",
    "{{ word.value }}={{ word.label }} {{ at['key'] }} {{ few[0] }} {{ few[number - 2:] }}{{ pairs[1][0] }}",
    "{% if empty %}a{% elif text == 'x' %}b{% elif number > 2 and not empty %}c{{ text }}{% else %}d{% endif %}",
    "{% if number in (1, 3) and '<' not in few %}a{% endif %}{% if nothing is none and yes is not none %}b{% endif %}",
    "{% for one in few %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.length }}{{ one }} {% endfor %}",
    "{% for a, b in pairs %}{% for c in empty %}never{% endfor %}{{ a }}{% if not loop.last %},{% endif %}{% endfor %}",
    "{% for one in few if one != 1 %}{{ one }}{% endfor %}{% for a, b in pairs if b > 1 %}{{ loop.last }}{% endfor %}",
    "{% for one in few %}{% for two in pairs %}{{ loop.last }}{% endfor %}{{ loop.last }}{% endfor %}",
    "{% for text in few %}{{ text }}{% endfor %}{{ text }}{% set more = number + 1 %}{{ more }}",
    "{% set a, b = pairs[0] %}{{ b }}{{ a }}{% set shown %}<u>{{ few }}</u>{% endset %}{{ shown }}{{ m.plain(shown) }}",
    "{{ m.plain(text) }}{{ m.plain(markup, 'c') }}{{ m.plain(text, other=number) }}{{ m.plain('<', class='k') }}",
    "{% call m.around(m.plain(text), open=true) %}in {{ text }}{% endcall %}{{ m.within(text) }}",
    "{% for one in few %}{% call m.around(one) %}{{ one }}{{ loop.last }}{% endcall %}{% endfor %}",
    "{{ m.each(m.plain, few) }}{{ m.each(own, few) }}{{ own(text) }}{{ m.seen() }}",
    "{{ m.plain(text) if empty }}|{{ m.plain(m.plain(text) if yes) }}|{{ text if empty else markup }}",
    "{{ m.plain(text) or 1 }}|{{ nothing or text }}|{{ few | length }} {{ empty | length - 1 }} {{ few | join(', ') }}",
    "{{ words | map(attribute='label') | join('; ') }} {{ text | capitalize }} {{ few | select | join }}",
    "{{ at | tojson }}{{ at.items() | list }}{{ twice(1) }}{{ twice(markup, sign='?') }}{{ word.names | join('<') }}",
    "{{ _('Sources') }}{{ m.plain(_('Cite this')) }}{{ _('100 %% of <it>') }}{{ 'summer' | tr }}",
    "{% trans n=few | length, a=text %}{{ n }} of {{ a }} 5%{% pluralize %}{{ n }} <b>{{ a }}</b>{% endtrans %}",
    "{% trans text, m=m.plain(text) %}<i>{{ text }}</i> and {{ m }}, 100 %{% endtrans %}{% trans %}&amp;{% endtrans %}",
    "{% set said %}{% trans a=number %}{{ a }} x{% endtrans %}{% endset %}{{ said }}{{ m.plain(_('“q”')) }}",
    "{% include 'part.html' %}",
)
HEAD = '{% import "m.html" as m with context %}\n{% macro own(text) -%}\n[{{ text }}]\n{%- endmacro %}\n'


def both(folder: Path, body: str, language: str = "en") -> tuple[str, str]:
    """What the compiled template writes, and what Jinja writes."""
    (folder / "m.html").write_text(MACROS, encoding="utf-8")
    (folder / "part.html").write_text("part {{ text }}\n", encoding="utf-8")
    (folder / "page.html").write_text(HEAD + body, encoding="utf-8")
    ours = Templates([folder], language, {}).render("page.html", **VALUES)
    return str(ours), jinja(folder, {}, language).get_template("page.html").render(VALUES)


def jinja(folder: Path, known: Mapping[str, object], language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    cast(Any, environment).install_gettext_translations(translations(language), newstyle=True)
    environment.filters["tr"] = translations(language).gettext
    environment.globals |= known
    return environment


@pytest.mark.parametrize("body", BODIES)
def test_a_part_of_jinja_is_written_as_jinja_writes_it(body: str, tmp_path: Path) -> None:
    for language in ("en", "fr"):
        ours, theirs = both(tmp_path, body, language)
        assert ours == theirs


@given(st.lists(st.sampled_from(BODIES), max_size=4), st.text("<>&\"' \n%a", max_size=9))
def test_parts_together_are_written_as_jinja_writes_them(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[str], text: str
) -> None:
    inner = "\n".join((text, *bodies))
    body = f"{inner}{{% if yes %}}{inner}{{% endif %}}\n{{% for one in few %}}{inner}{{% endfor %}}"
    ours, theirs = both(tmp_path_factory.mktemp("templates"), body)
    assert ours == theirs


def test_every_page_is_as_jinja_writes_it(tmp_path: Path) -> None:
    site = worlds.here(worlds.chronicle_of(tmp_path, WORLD), url="https://example.org/").site
    templates = make_templates([theme_folder()])
    known = {name.removeprefix("g_"): value for name, value in templates._namespace.items() if name.startswith("g_")}
    theirs = jinja(theme_folder() / FOLDER, known, "en")
    compared = set()

    class Both(Templates):
        def render(self, name: str, /, **values: object) -> Markup:
            written = super().render(name, **values)
            assert str(written) == theirs.get_template(name).render(values)
            compared.add(name)
            return written

    templates.__class__ = Both
    for page in pages_of(site):
        Renderer(site, templates).parts(page)
    assert len(compared) > 10


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{% for one in few recursive %}{% endfor %}", "For"),
        ("{{ text is defined }}", "defined"),
        ("{% filter upper %}x{% endfilter %}", "FilterBlock"),
        ("{{ loop.cycle('a') }}", "NameError"),
        ("{% for one in few %}{{ loop.cycle('a') }}{% endfor %}", "loop.cycle"),
        ("{{ m }}", "m"),
        ("{{ _(text) }}", "Call"),
        ("{{ m.plain(*few) }}", "Call"),
    ],
)
def test_what_is_not_compiled_is_named_with_its_file_and_line(text: str, what: str, tmp_path: Path) -> None:
    if what == "NameError":
        with pytest.raises(NameError):
            both(tmp_path, text)
        return
    with pytest.raises(TemplateError) as raised:
        both(tmp_path, f"\n{text}")
    assert str(raised.value) == f"{tmp_path}/page.html, line 6: a template of the timeline cannot use `{what}` here"


def test_an_error_in_a_template_names_its_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(AttributeError, match="nothing_like_it") as raised:
        both(tmp_path, "\n\n{{ word.nothing_like_it }}")
    last = traceback.extract_tb(raised.value.__traceback__)[-1]
    assert (last.filename, last.lineno) == (str(tmp_path / "page.html"), 7)


def test_what_a_page_was_made_of_is_not_known_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ one }}")
    templates = Templates([tmp_path], "en", {"one": "always"})
    assert [templates.render("page.html", one="once"), templates.render("page.html")] == ["once", "always"]
    with pytest.raises(NameError):
        Templates([tmp_path], "en", {}).render("page.html")
