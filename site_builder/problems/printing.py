"""A problem as one line of text that hides nothing and steers no terminal."""

from __future__ import annotations

import unicodedata

from site_builder.problems.problem import Problem


def as_text(problem: Problem, prefix: str = "") -> str:
    """A problem as one line: `events/2024/x.yml:12:9: error TL040: message (did you mean …?)`.

    `prefix` is put before the file. Characters that could hide or reorder the line, or steer the terminal it
    is printed to, are printed as escapes.
    """
    hint = f" (did you mean `{problem.suggestion}`?)" if problem.suggestion is not None else ""
    place = f"{prefix}{problem.file}:{problem.line}:{problem.column}"
    return visible(f"{place}: {problem.severity.value} {problem.code}: {problem.message}{hint}")


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
