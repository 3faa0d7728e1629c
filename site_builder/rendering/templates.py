"""Our templates, which are Jinja's, compiled to plain functions: a page is thousands of small values and macros.

Jinja looks at each macro, value and attribute while it renders; what these templates need of that is known before. They
use a part of Jinja: macros, imports, loops, conditions, messages and filters. Another part of it is a TemplateError.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from gettext import NullTranslations
from pathlib import Path
from types import CodeType
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.runtime import markup_join
from markupsafe import Markup, escape

from site_builder import TimelineError
from site_builder.languages import translations
from site_builder.rendering.expressions import COUNTED, ESCAPE, FILTER, JOIN, MACRO, MARKUP
from site_builder.rendering.names import UnsupportedError, given_name, macro_name
from site_builder.rendering.statements import JOINED, SEQUENCE, compile_template, imported

_PARSER = Environment(
    autoescape=True, trim_blocks=True, lstrip_blocks=True, cache_size=0, extensions=["jinja2.ext.i18n"]
)
cast(Any, _PARSER).install_null_translations(newstyle=True)
_MOST = 500
"""Templates that a process keeps: more than a site has, fewer than somebody who edits one all day makes of it."""


def parse(source: str, name: str | None = None, file: str | None = None) -> nodes.Template:
    """What stands in a template. Raises jinja2.TemplateSyntaxError."""
    return _PARSER.parse(source, name, file)


class TemplateError(TimelineError):
    """A template of ours, or one that a site has in its place, cannot be used."""


class Templates:
    """Templates in a language, the first folder's before the others'; every value that is not markup is escaped."""

    def __init__(self, folders: Iterable[Path], language: str, known: Mapping[str, object]) -> None:
        """`known` is what every template knows besides what its page is made of."""
        self._loader = FileSystemLoader(list(folders))
        self._catalogue = translations(language)
        self._made: set[str] = set()
        self._lock = threading.RLock()
        self._namespace: dict[str, Any] = _called(self._catalogue)
        self._namespace |= {given_name(name): value for name, value in known.items()}

    def render(self, name: str, /, **values: object) -> Markup:
        """What a template writes of these values. Raises TemplateError for a template that cannot be compiled.

        And whatever an expression in it raises: its traceback names the template and the line.
        """
        with self._lock:
            self._make(name)
            given = {given_name(key): value for key, value in values.items()}
            before = {key: self._namespace[key] for key in given.keys() & self._namespace.keys()}
            self._namespace |= given
            try:
                return Markup(self._namespace[macro_name(name, "")]())
            finally:
                for key in given:
                    del self._namespace[key]
                self._namespace |= before

    def _make(self, name: str) -> None:
        """Compile a template and those that it needs."""
        if name not in self._made:
            self._made.add(name)
            source, file, _ = self._loader.get_source(_PARSER, name)
            code, needed = _compiled(name, source, file, self._catalogue)
            exec(code, self._namespace)
            for other in needed:
                self._make(other)


@lru_cache(_MOST)
def _compiled(name: str, source: str, file: str, catalogue: NullTranslations) -> tuple[CodeType, frozenset[str]]:
    """A template as Python runs it, and the templates that it needs. Raises TemplateError."""
    tree = parse(source, name, file)
    needed = imported(tree)
    try:
        return compile(compile_template(name, tree, file, catalogue), file, "exec"), needed
    except UnsupportedError as error:
        raise TemplateError(f"{file}, {error}") from error


def _called(catalogue: NullTranslations) -> dict[str, Any]:
    """What compiled templates call."""
    environment = Environment(autoescape=True)
    context = environment.from_string("").new_context()

    def filtered(name: str, value: object, *arguments: object, **keywords: object) -> Any:
        return environment.call_filter(name, value, arguments, keywords, context, context.eval_ctx)

    def counted(one: str, several: str, number: int, values: dict[str, object]) -> str:
        return Markup(catalogue.ngettext(one, several, number)) % values

    return {
        "len": len,
        "enumerate": enumerate,
        MARKUP: Markup,
        MACRO: _macro,
        ESCAPE: _escape,
        JOIN: markup_join,
        JOINED: "".join,
        SEQUENCE: _sequence,
        COUNTED: counted,
        **{f"{FILTER}_{name}": partial(filtered, name) for name in environment.filters},
        f"{FILTER}_tr": catalogue.gettext,
    }


def _escape(value: object) -> str:
    """A value as it is written into a page."""
    return value if type(value) is Markup else escape(value)


def _macro(macro: Callable[..., str]) -> Callable[..., Markup]:
    """A macro as a value: whoever is given it has markup from it."""
    return lambda *arguments: Markup(macro(*arguments))


def _sequence(values: Iterable[Any]) -> Sequence[Any]:
    """Values that can be counted."""
    return values if isinstance(values, (tuple, list)) else tuple(values)
