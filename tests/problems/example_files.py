"""The examples of codes as files in a folder, over the base of the cases.

What cannot be typed stands in angle quotation marks: `‹U+202E›` a character, `‹byte E9›` a byte, `‹a × 200›` a text
repeated.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from site_builder.problems import ExampleFile
from site_builder.reading import PROFILE, REMOVED

BASE = Path(__file__).parents[1] / "checking" / "base"
USUAL_FILE = "2024/2024-08-02-attack.yml"
"""The file of an example that names none, relative to the folder of the records."""
_STAND_IN = re.compile(r"‹(?:U\+([0-9A-F]{4,6})|byte ([0-9A-F]{2})|(.*?) × ([0-9]+))›", re.DOTALL)
_REQUIRED = {
    "actors": {"name": "An actor", "type": "armed-group"},
    "places": {"name": "A place"},
    "sources": {"publisher": "The monthly", "consulted": "full"},
    "questions": {"title": "What was that?"},
    "threads": {"title": "A thread"},
}
"""By the folder of a kind, what an example of it may leave out."""


def write_example(example: Iterable[ExampleFile], folder: Path) -> None:
    """Write the base and an example's files into a folder."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for one in example:
        path = one.path or USUAL_FILE
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if one.link is not None:
            file.symlink_to(one.link)
        else:
            file.write_bytes(as_bytes(completed(path, one.text)))


def completed(path: str, text: str) -> str:
    """The text of a record with the keys before it that it needs and the example leaves out."""
    if path in (PROFILE, REMOVED) or not re.search(r"^\S+:|^\? ", text, re.MULTILINE) or text.startswith("- "):
        return text
    folder, _, name = path.rpartition("/")
    required = _REQUIRED.get(folder.partition("/")[0]) or {
        "title": re.sub(r"^[0-9-]+|[.]ya?ml$", "", name).replace("-", " "),
        "date": re.match(r"[0-9]{4}(-[0-9]{2}){0,2}", name)[0],  # type: ignore[index]
        "kind": "attack",
        "summary": "Something happened.",
        "sources": "[agency-report]",
        "added": "2026-11-22",
    }
    given = re.findall(r"^(\w+):", text, re.MULTILINE)
    return "".join(f"{key}: {value}\n" for key, value in required.items() if key not in given) + text


def as_bytes(text: str) -> bytes:
    """The content of a file of an example, with what cannot be typed in it."""
    content, position = b"", 0
    for found in _STAND_IN.finditer(text):
        content += text[position : found.start()].encode() + _stand_in(found)
        position = found.end()
    return content + text[position:].encode()


def _stand_in(found: re.Match[str]) -> bytes:
    character, byte, repeated, times = found.groups()
    readings: tuple[tuple[str | None, Callable[[str], bytes]], ...] = (
        (character, lambda point: chr(int(point, 16)).encode()),
        (byte, bytes.fromhex),
        (repeated, lambda text: text.encode() * int(times)),
    )
    return next(read(text) for text, read in readings if text is not None)
