"""Templates as Python runs them, kept as long as the process: `mkdocs serve` builds the same ones again and again."""

from collections.abc import Hashable

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

MOST = 500
"""Templates that are kept: more than a site has, fewer than somebody who edits one all day makes of it."""


class Compiled(BytecodeCache):
    """Gives a template that has been compiled to whatever environment would make the same of it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, object] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that is asked for its code, where there is some."""
        bucket.code = self._kept.get(_identity(bucket))  # type: ignore[assignment]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template that has been compiled."""
        self._kept[_identity(bucket)] = bucket.code
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]


COMPILED = Compiled()
"""Those of this process."""


def _identity(bucket: Bucket) -> Hashable:
    """The template's file and text, and all that Jinja asks an environment when it compiles one.

    That is its filters and tests too: what they make of a text that stands in a template is in the code.
    """
    environment = bucket.environment
    return (
        *(bucket.key, bucket.checksum, type(environment), environment.lexer),
        *(environment.autoescape, environment.finalize, environment.optimized, environment.is_async),
        *(getattr(environment, "newstyle_gettext", None), frozenset(environment.extensions)),
        *(frozenset(environment.filters.items()), frozenset(environment.tests.items())),
        repr(environment.policies),
    )
