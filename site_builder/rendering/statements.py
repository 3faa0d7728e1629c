"""Jinja's statements as Python's: a macro or a template is a function that returns the text it writes."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from typing import Any, cast

from jinja2 import nodes

from site_builder.rendering.expressions import MARKUP, Expressions, call, joined, placed
from site_builder.rendering.names import CALLER, Loop, Names, Outside, UnsupportedError, macro_name, parameter_name

SEQUENCE = "_sequence"
"""What compiled templates call to count what they go through."""
JOINED = "_joined"
"""What compiled templates call to put texts together."""
_OUT = "out"
"""The texts that a function has written so far."""


def compile_template(name: str, tree: nodes.Template, file: str, catalogue: NullTranslations) -> ast.Module:
    """A Python module with a function for each macro of a template and one for the whole; its lines are the template's.

    Raises UnsupportedError.
    """
    outside = Outside.of(name, tree)
    macros = [one for one in tree.body if isinstance(one, nodes.Macro)]
    if len(macros) != len(outside.macros):
        raise UnsupportedError(next(one for one in tree.find_all(nodes.Macro) if one not in macros))
    functions: list[ast.stmt] = [_macro(outside, one, catalogue) for one in macros]
    tree.body = [one for one in tree.body if not isinstance(one, (nodes.Macro, nodes.Import))]
    functions.append(_Body(Expressions(Names(outside, {}), catalogue)).function(macro_name(name, ""), [], [], tree))
    return ast.fix_missing_locations(ast.Module(functions, []))


def imported(tree: nodes.Template) -> frozenset[str]:
    """The templates that one needs."""
    found: tuple[Any, ...] = (*tree.find_all(nodes.Import), *tree.find_all(nodes.Include))
    return frozenset(one.template.as_const() for one in found)


def _macro(outside: Outside, macro: nodes.Macro, catalogue: NullTranslations) -> ast.stmt:
    local = {argument.name: parameter_name(argument.name) for argument in macro.args}
    if any(one.name == CALLER for one in macro.find_all(nodes.Name)):
        local[CALLER] = CALLER
    body = _Body(Expressions(Names(outside, local), catalogue))
    defaults = [body.expressions.value(one) for one in macro.defaults]
    if CALLER in local:
        defaults.append(ast.Constant(None))
    return body.function(macro_name(outside.template, macro.name), list(local.values()), defaults, macro)


class _Body:
    """Writes the body of one function."""

    def __init__(self, expressions: Expressions) -> None:
        self.expressions = expressions
        self._steps: list[ast.stmt] = []
        self._texts: list[ast.expr] = []
        """What is to be written next, in one step."""

    def function(
        self, name: str, arguments: Sequence[str], defaults: Sequence[ast.expr], node: nodes.Node
    ) -> ast.FunctionDef:
        """The function of a node that has a body."""
        self.add(node.body)  # type: ignore[attr-defined]
        steps = self._steps
        if steps:
            self._write()
            empty = ast.Assign([ast.Name(_OUT, ast.Store())], ast.List([], ast.Load()))
            steps = [empty, *steps, ast.Return(call(JOINED, ast.Name(_OUT, ast.Load())))]
        else:
            steps = [ast.Return(joined(self._texts or [ast.Constant("")]))]
        given = ast.arguments([], [ast.arg(one) for one in arguments], None, [], [], None, list(defaults))
        # What else a function of Python's has differs from version to version.
        function = cast(ast.FunctionDef, ast.parse("def function(): ...").body[0])
        function.name, function.args, function.body = name, given, steps
        return placed(function, node)

    def add(self, body: Iterable[nodes.Node]) -> None:
        """Write the nodes one after the other."""
        for node in body:
            match node:
                case nodes.Output():
                    self._texts += [self.expressions.written(one) for one in node.nodes]
                case nodes.Include():
                    self._texts.append(call(macro_name(node.template.as_const(), "")))
                case nodes.If():
                    self._step(self._condition(node))
                case nodes.For():
                    self._loop(node)
                case nodes.Assign():
                    value = self.expressions.value(node.node)
                    self._step(placed(ast.Assign([self._target(node.target)], value), node))
                case nodes.AssignBlock() if node.filter is None:
                    text = call(MARKUP, call(self._inner(node, [])))
                    self._step(placed(ast.Assign([self._target(node.target)], text), node))
                case nodes.CallBlock():
                    self._call(node)
                case _:
                    raise UnsupportedError(node)

    def _step(self, step: ast.stmt) -> None:
        self._write()
        self._steps.append(step)

    def _write(self) -> None:
        if self._texts:
            more = ast.Tuple(self._texts, ast.Load())
            self._steps.append(ast.AugAssign(ast.Name(_OUT, ast.Store()), ast.Add(), more))
            self._texts = []

    def _steps_of(self, body: Iterable[nodes.Node], expressions: Expressions) -> list[ast.stmt]:
        """The steps of a part of this function's body."""
        part = _Body(expressions)
        part.add(body)
        part._write()
        return part._steps or [ast.Pass()]

    def _condition(self, node: nodes.If) -> ast.stmt:
        test = self.expressions.value(node.test)
        otherwise = self._steps_of(node.else_, self.expressions) if node.else_ else []
        for one in reversed(node.elif_):
            steps = self._steps_of(one.body, self.expressions)
            otherwise = [placed(ast.If(self.expressions.value(one.test), steps, otherwise), one)]
        return placed(ast.If(test, self._steps_of(node.body, self.expressions), otherwise), node)

    def _loop(self, node: nodes.For) -> None:
        if node.recursive or node.else_:
            raise UnsupportedError(node)
        names, through = self.expressions.names, self._chosen(node)
        if any(one.name == "loop" for part in node.body for one in part.find_all(nodes.Name)):
            counted, loop = names.new("all"), Loop(names.new("round"), names.new("rounds"))
            self._step(placed(ast.Assign([ast.Name(counted, ast.Store())], call(SEQUENCE, through)), node))
            rounds = call("len", ast.Name(counted, ast.Load()))
            self._step(placed(ast.Assign([ast.Name(loop.rounds, ast.Store())], rounds), node))
            inside = names.child(loop)
            through = call("enumerate", ast.Name(counted, ast.Load()), ast.Constant(1))
        else:
            loop, inside = None, names.child()
        body = _Body(self.expressions.within(inside))
        target = body._target(node.target)
        if loop is not None:
            target = ast.Tuple([ast.Name(loop.round, ast.Store()), target], ast.Store())
        self._step(placed(ast.For(target, through, self._steps_of(node.body, body.expressions), []), node))

    def _chosen(self, node: nodes.For) -> ast.expr:
        """What a loop goes through: all, or what passes its test."""
        through = self.expressions.value(node.iter)
        if node.test is None:
            return through
        inside = self.expressions.within(self.expressions.names.child())
        target = _Body(inside)._target(node.target)
        chosen = inside.value(node.target)
        return ast.ListComp(chosen, [ast.comprehension(target, through, [inside.value(node.test)], 0)])

    def _target(self, node: nodes.Node) -> ast.expr:
        """What is set: a name or several."""
        match node:
            case nodes.Name():
                return ast.Name(self.expressions.names.bind(node.name), ast.Store())
            case nodes.Tuple():
                return ast.Tuple([self._target(one) for one in node.items], ast.Store())
        raise UnsupportedError(node)

    def _inner(self, node: nodes.AssignBlock | nodes.CallBlock, arguments: Sequence[nodes.Name]) -> str:
        """The Python name of a function, made before the next step, that writes the body of a node."""
        names = self.expressions.names.child()
        function = names.new("body")
        given = [names.bind(one.name) for one in arguments]
        self._step(_Body(self.expressions.within(names)).function(function, given, [], node))
        return function

    def _call(self, node: nodes.CallBlock) -> None:
        macro = self.expressions.names.macro(node.call.node)
        if macro is None or node.defaults or node.call.dyn_args is not None or node.call.dyn_kwargs is not None:
            raise UnsupportedError(node)
        caller = self._inner(node, node.args)
        self._texts.append(placed(self.expressions.macro_call(macro, node.call, caller), node))
