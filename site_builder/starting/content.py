"""What the content of this package is: data and templates beside the code, read as they are needed."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

CONTENT = Path(__file__).parent / "content"
_DOT = "dot-"
"""What stands for the dot of a hidden file or folder: git and package builders would heed ours otherwise."""
_ESCAPED = str.maketrans(
    {character: f"\\{character}" for character in "\\`*_{}[]#|~"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)


def data(name: str) -> dict[str, Any]:
    """What a file of data holds."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def templates(folder: str) -> Iterator[tuple[str, str]]:
    """The templates in a folder of the content: the path of the file that each becomes, and its name."""
    top = CONTENT / folder
    for path in sorted(top.rglob("*")):
        if path.is_file():
            parts = path.relative_to(top).parts
            target = "/".join("." + part.removeprefix(_DOT) if part.startswith(_DOT) else part for part in parts)
            yield target, path.relative_to(CONTENT).as_posix()


def environment() -> Environment:
    """Fills in templates. Its marks are `<<…>>` and `<%…%>`: workflows, records and pages use the usual ones."""
    made = Environment(
        loader=FileSystemLoader(CONTENT),
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    made.filters["yaml"] = in_yaml
    made.filters["markdown"] = in_markdown
    return made


def in_yaml(text: str) -> str:
    """A text as a YAML scalar in double quotes, in which nothing has another meaning."""
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08x}" for char in json.dumps(text, ensure_ascii=False)
    )


def in_markdown(text: str) -> str:
    """A text in a line of Markdown, in which nothing has another meaning."""
    return text.translate(_ESCAPED)
