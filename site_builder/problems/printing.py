"""A problem as text for people, as an annotation for GitHub, and as data for programs; and text in a terminal."""

import unicodedata
from typing import Any

from site_builder.problems.code import Severity
from site_builder.problems.codes import CODES
from site_builder.problems.problem import Problem


def as_text(problem: Problem, prefix: str = "") -> str:
    """A problem as one line: `events/2024/x.yml:12:9: error TL040: message (did you mean …?)`.

    `prefix` is put before the file. Characters that could hide or reorder the line, or steer the terminal it
    is printed to, are printed as escapes.
    """
    return visible(
        f"{place(problem, prefix)}: {problem.severity.value} {problem.code}: {problem.message}{problem.hint}"
    )


def place(problem: Problem, prefix: str = "") -> str:
    """Where a problem is, in the form that editors and terminals make into a link."""
    return visible(f"{prefix}{problem.file}:{problem.line}:{problem.column}")


def as_annotation(problem: Problem, prefix: str = "", docs_url: str = "") -> str:
    """A problem as a workflow command of GitHub Actions, one line, which shows it in the pull request.

    "Workflow commands for GitHub Actions" of the GitHub documentation; the escapes are those of the runner's
    own toolkit (`@actions/core`, command.ts).
    """
    command = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}[problem.severity]
    properties = {
        "file": visible(prefix + problem.file),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": f"{problem.code} {CODES[problem.code].page.title}",
    }
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    hint = f"\nDid you mean `{visible(problem.suggestion)}`?" if problem.suggestion is not None else ""
    message = f"{visible(problem.message)}{hint}\nSee {CODES[problem.code].documentation(docs_url)}"
    return f"::{command} {listed}::{_escape_data(message)}"


def as_data(problem: Problem, prefix: str = "", docs_url: str = "") -> dict[str, Any]:
    """A problem as plain values, by the schema in docs/problems/check.schema.json."""
    code = CODES[problem.code]
    return {
        "code": problem.code,
        "title": code.page.title,
        "severity": problem.severity.value,
        "message": problem.message,
        "file": prefix + problem.file,
        "line": problem.line,
        "column": problem.column,
        "text": problem.text,
        "suggestion": problem.suggestion,
        "certain": problem.certain,
        "documentation": code.address(docs_url) if docs_url else f"timeline explain {code.id}",
    }


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def visible(text: str) -> str:
    """A text in which every control, format and separator character but the space is an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(character) if _is_unseen(character) else character for character in text)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")


def _escape(character: str) -> str:
    point = ord(character)
    return f"\\x{point:02x}" if point < 0x100 else f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


def columns(text: str) -> int:
    """Columns of a line of text: two for wide characters, none for those that combine (Unicode UAX #11)."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
