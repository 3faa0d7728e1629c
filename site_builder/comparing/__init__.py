"""What a change means: two states of a folder of records compared, and the differences reported."""

from site_builder.comparing.as_markdown import as_markdown, code
from site_builder.comparing.as_text import as_json, as_text
from site_builder.comparing.changes import Comparison, Scope
from site_builder.comparing.comparison import compare, take_at

__all__ = [
    "Comparison",
    "Scope",
    "as_json",
    "as_markdown",
    "as_text",
    "code",
    "compare",
    "take_at",
]
