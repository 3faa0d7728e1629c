"""Jinja's expressions as Python's: a value is asked for what a template wants of it, with nothing in between."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import Any, TypeVar

from jinja2 import nodes
from markupsafe import escape

from site_builder.rendering.names import CALLER, Names, UnsupportedError, parameter_name

MARKUP, MACRO, ESCAPE, JOIN, COUNTED, FILTER = "_markup", "_macro", "_escape", "_join", "_counted", "_filter"
"""What compiled templates call, besides what stands in them."""
_COMPARISONS: dict[str, ast.cmpop] = {
    "eq": ast.Eq(),
    "ne": ast.NotEq(),
    "gt": ast.Gt(),
    "gteq": ast.GtE(),
    "lt": ast.Lt(),
    "lteq": ast.LtE(),
    "in": ast.In(),
    "notin": ast.NotIn(),
}
_SUMS: dict[type[nodes.Node], ast.operator] = {nodes.Add: ast.Add(), nodes.Sub: ast.Sub(), nodes.Div: ast.Div()}
_FIELD = re.compile(r"%(?:\((\w+)\)s|%)")
"""A value's place in a message, or a sign that stands for itself."""


@dataclass(frozen=True, slots=True)
class PythonCode:
    """A Python expression."""

    value: ast.expr
    is_text: bool = False
    """Whether it is a `str` that is markup already and can be written as it is."""


def call(name: str, *arguments: ast.expr) -> ast.Call:
    """A call of what stands in the namespace of compiled templates."""
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def joined(parts: Sequence[ast.expr]) -> ast.expr:
    """Texts put together."""
    if len(parts) == 1:
        return parts[0]
    join = ast.Attribute(ast.Constant(""), "join", ast.Load())
    return ast.Call(join, [ast.Tuple(list(parts), ast.Load())], [])


Part = TypeVar("Part", bound=ast.expr | ast.stmt)


def placed(part: Part, node: nodes.Node) -> Part:
    """A part of a program that says in which line of the template it stands."""
    if node.lineno is not None:
        part.lineno = part.end_lineno = node.lineno
        part.col_offset = part.end_col_offset = 0
    return part


@dataclass(frozen=True, slots=True)
class Expressions:
    """Compiles the expressions within one scope of a template; all of it raises UnsupportedError."""

    names: Names
    catalogue: NullTranslations
    """Says the messages of templates in the language of the site: they are looked up once, here."""

    def within(self, names: Names) -> Expressions:
        """The same in another scope."""
        return Expressions(names, self.catalogue)

    def value(self, node: nodes.Node) -> ast.expr:
        """An expression whose value may be anything; what is markup is `Markup`."""
        code = self.code(node)
        if not code.is_text:
            return code.value
        if isinstance(code.value, ast.Constant) and str(escape(code.value.value)) == code.value.value:
            return code.value
        return call(MARKUP, code.value)

    def written(self, node: nodes.Node) -> ast.expr:
        """An expression whose value is a text to be written into a page, escaped where it has to be."""
        code = self.code(node)
        if code.is_text:
            return code.value
        if isinstance(code.value, ast.Constant):
            return ast.Constant(str(escape(code.value.value)))
        return call(ESCAPE, code.value)

    def code(self, node: nodes.Node) -> PythonCode:
        """What a node is in Python."""
        match node:
            case nodes.TemplateData():
                return PythonCode(ast.Constant(node.data), is_text=True)
            case nodes.Call():
                return self._call(node)
            case nodes.Const():
                value: ast.expr = ast.Constant(node.value)
            case nodes.Name() | nodes.Getattr() if (macro := self.names.macro(node)) is not None:
                value = call(MACRO, ast.Name(macro, ast.Load()))
            case nodes.Name():
                value = ast.Name(self.names.python(node), ast.Load())
            case nodes.Getattr():
                value = self._attribute(node)
            case nodes.Getitem():
                value = ast.Subscript(self.value(node.node), self._item(node.arg), ast.Load())
            case nodes.Filter() | nodes.Test():
                value = self._filtered(node)
            case nodes.Concat():
                value = call(JOIN, ast.Tuple(self._values(node.nodes), ast.Load()))
            case nodes.Tuple():
                value = ast.Tuple(self._values(node.items), ast.Load())
            case nodes.List():
                value = ast.List(self._values(node.items), ast.Load())
            case _:
                value = self._decided(node)
        return PythonCode(placed(value, node))

    def _decided(self, node: nodes.Node) -> ast.expr:
        """Comparisons, conditions and sums."""
        match node:
            case nodes.CondExpr():
                # Without an `else` it is nothing, which is written as nothing.
                other = ast.Constant("") if node.expr2 is None else self.value(node.expr2)
                return ast.IfExp(self.value(node.test), self.value(node.expr1), other)
            case nodes.Compare():
                others = [self.value(one.expr) for one in node.ops]
                return ast.Compare(self.value(node.expr), [_COMPARISONS[one.op] for one in node.ops], others)
            case nodes.And() | nodes.Or():
                operator = ast.And() if isinstance(node, nodes.And) else ast.Or()
                return ast.BoolOp(operator, [self.value(node.left), self.value(node.right)])
            case nodes.Not():
                return ast.UnaryOp(ast.Not(), self.value(node.node))
            case nodes.Add() | nodes.Sub() | nodes.Div():
                return ast.BinOp(self.value(node.left), _SUMS[type(node)], self.value(node.right))
        raise UnsupportedError(node)

    def _values(self, found: Sequence[nodes.Node]) -> list[ast.expr]:
        return [self.value(node) for node in found]

    def _attribute(self, node: nodes.Getattr) -> ast.expr:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and self.names.loop is not None:
            return self.names.loop.answer(node)
        return ast.Attribute(self.value(node.node), node.attr, ast.Load())

    def _item(self, node: nodes.Node) -> ast.expr:
        if not isinstance(node, nodes.Slice):
            return self.value(node)
        start, stop, step = (None if one is None else self.value(one) for one in (node.start, node.stop, node.step))
        return ast.Slice(start, stop, step)

    def _filtered(self, node: nodes.Filter | nodes.Test) -> ast.expr:
        """What a filter makes, or a test finds."""
        if node.dyn_args is not None or node.dyn_kwargs is not None or node.node is None:
            raise UnsupportedError(node)
        value = self.value(node.node)
        if node.name == "none":
            return ast.Compare(value, [ast.Is()], [ast.Constant(None)])
        if node.name == "length":
            return call("len", value)
        if isinstance(node, nodes.Test):
            raise UnsupportedError(node, node.name)
        function = ast.Name(f"{FILTER}_{node.name}", ast.Load())
        return ast.Call(function, [value, *self._values(node.args)], self._keywords(node.kwargs))

    def _call(self, node: nodes.Call) -> PythonCode:
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            raise UnsupportedError(node)
        if isinstance(node.node, nodes.Name) and not self.names.is_local(node.node.name):
            match node.node.name:
                case "_" | "gettext":
                    return PythonCode(self._message(node), is_text=True)
                case "ngettext":
                    said = ast.Dict(
                        [ast.Constant(one.key) for one in node.kwargs], [self.value(one.value) for one in node.kwargs]
                    )
                    return PythonCode(call(COUNTED, *self._values(node.args), said), is_text=True)
        if (macro := self.names.macro(node.node)) is not None:
            return PythonCode(self.macro_call(macro, node), is_text=True)
        return PythonCode(ast.Call(self.value(node.node), self._values(node.args), self._keywords(node.kwargs)))

    def macro_call(self, macro: str, node: nodes.Call, caller: str = "") -> ast.Call:
        """A call of a macro, with what its caller writes as a function of that name."""
        keywords = self._keywords(node.kwargs, parameter_name)
        if caller:
            keywords.append(ast.keyword(CALLER, ast.Name(caller, ast.Load())))
        return ast.Call(ast.Name(macro, ast.Load()), self._values(node.args), keywords)

    def _keywords(self, found: Sequence[Any], python: Callable[[str], str] = str) -> list[ast.keyword]:
        return [ast.keyword(python(one.key), self.value(one.value)) for one in found]

    def _message(self, node: nodes.Call) -> ast.expr:
        """A message in the site's language with its values in their places."""
        if len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            raise UnsupportedError(node)
        values = {one.key: self.written(one.value) for one in node.kwargs}
        said = self.catalogue.gettext(node.args[0].value)
        parts: list[ast.expr] = []
        done = 0
        for found in _FIELD.finditer(said):
            before = said[done : found.start()] + ("" if found[1] else "%")
            parts += [ast.Constant(before)] if before else []
            if found[1]:
                parts.append(values[found[1]])
            done = found.end()
        rest = said[done:]
        return joined([*parts, ast.Constant(rest)] if rest or not parts else parts)
