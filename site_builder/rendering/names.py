"""What the names in a template stand for: what it sets itself, macros, other templates, or what a page is made of."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

from jinja2 import nodes

from site_builder import TimelineError

CALLER = "caller"
"""Gives a macro what its caller wrote between the tags."""


class UnsupportedError(TimelineError):
    """A template uses a part of Jinja that is not compiled."""

    def __init__(self, node: nodes.Node, part: str = "") -> None:
        """`part` is what stands there; what Jinja calls it, where it has no name."""
        what = part or type(node).__name__
        super().__init__(f"line {node.lineno}: a template of the timeline cannot use `{what}` here")


def macro_name(template: str, macro: str) -> str:
    """The Python name of a macro; that of a whole template where `macro` is empty."""
    return f"m_{template}_{macro}"


def parameter_name(name: str) -> str:
    """The Python name of a macro's parameter."""
    return f"p_{name}"


def given_name(name: str) -> str:
    """The Python name of what a page is made of, or of what every template knows."""
    return f"g_{name}"


@dataclass(frozen=True, slots=True)
class Outside:
    """What a template knows from its first line to its last."""

    template: str
    macros: frozenset[str]
    imported: Mapping[str, str]
    """Names of other templates by what they are called here."""
    set_here: frozenset[str]
    """What is set outside macros, and not known inside them."""
    numbers: count[int] = field(default_factory=count)
    """Tells Python names from each other."""

    @classmethod
    def of(cls, name: str, tree: nodes.Template) -> Outside:
        """What stands outside the macros of a template."""
        imported = {one.target: one.template.as_const() for one in tree.find_all(nodes.Import)}
        parts = [one for one in tree.body if isinstance(one, (nodes.Assign, nodes.AssignBlock))]
        targets = (one for part in parts for one in (part.target, *part.target.find_all(nodes.Name)))
        return cls(
            template=name,
            macros=frozenset(one.name for one in tree.find_all(nodes.Macro)),
            imported=imported,
            set_here=frozenset(one.name for one in targets if isinstance(one, nodes.Name)),
        )


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop that is counted: the Python names of the round's number, from 1, and of how many there are."""

    round: str
    rounds: str

    def answer(self, node: nodes.Getattr) -> ast.expr:
        """What is asked of `loop`. Raises UnsupportedError."""
        number, rounds = ast.Name(self.round, ast.Load()), ast.Name(self.rounds, ast.Load())
        match node.attr:
            case "index":
                return number
            case "index0":
                return ast.BinOp(number, ast.Sub(), ast.Constant(1))
            case "first":
                return ast.Compare(number, [ast.Eq()], [ast.Constant(1)])
            case "last":
                return ast.Compare(number, [ast.Eq()], [rounds])
            case "length":
                return rounds
        raise UnsupportedError(node, f"loop.{node.attr}")


class Names:
    """The names within one scope: a macro, a loop, or what is given to a macro between its tags."""

    def __init__(self, outside: Outside, local: Mapping[str, str], loop: Loop | None = None) -> None:
        self.outside = outside
        self.loop = loop
        self._local = dict(local)

    def child(self, loop: Loop | None = None) -> Names:
        """A scope within this one: what it sets is not known here."""
        return Names(self.outside, self._local, loop or self.loop)

    def bind(self, name: str) -> str:
        """The Python name of what is set from here on."""
        self._local[name] = self.new(name)
        return self._local[name]

    def new(self, name: str) -> str:
        """A Python name that nothing else has."""
        return f"l_{name}_{next(self.outside.numbers)}"

    def is_local(self, name: str) -> bool:
        return name in self._local

    def python(self, node: nodes.Name) -> str:
        """The Python name of a value. Raises UnsupportedError for what is no value."""
        name = node.name
        if name in self._local:
            return self._local[name]
        if name in self.outside.imported or name in self.outside.set_here:
            raise UnsupportedError(node, name)
        return given_name(name)

    def macro(self, callee: nodes.Expr) -> str | None:
        """The Python name of a macro that is called, or of what a caller gives it; None where the callee is neither."""
        match callee:
            case nodes.Name(name="caller"):
                return self._local.get(CALLER)
            case nodes.Name(name=name) if name not in self._local and name in self.outside.macros:
                return macro_name(self.outside.template, name)
            case nodes.Getattr(node=nodes.Name(name=name), attr=attr) if name not in self._local:
                template = self.outside.imported.get(name)
                return None if template is None else macro_name(template, attr)
        return None
