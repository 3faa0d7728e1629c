"""What each key means: the text below its field in the source of its model.

Pydantic would read the source of every model whenever any command starts; few ask what a key means.
"""

import ast
import functools
import inspect
import sys
from collections.abc import Iterator

from site_builder.records.base import Schema
from site_builder.records.models import field_names


def meaning_of(model: type[Schema], key: str) -> str:
    """What a key of a model means, in the sentences of the model; empty where it says nothing."""
    field = field_names(model)[key]
    said = (_said_in(one.__module__).get(one.__qualname__, {}) for one in model.__mro__ if issubclass(one, Schema))
    return next((texts[field] for texts in said if field in texts), "")


@functools.cache
def _said_in(module: str) -> dict[str, dict[str, str]]:
    """The texts below the fields of the classes of a module, by class and field."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_said_of_fields(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _said_of_fields(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(model.body, model.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)
