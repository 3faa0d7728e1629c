"""The examples of codes as files in a folder, over the base of the cases."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from site_builder.problems.examples import as_bytes, files_of, link_target

BASE = Path(__file__).parents[1] / "checking" / "base"
_REQUIRED = {
    "actors": {"name": "An actor", "type": "armed-group"},
    "places": {"name": "A place"},
    "sources": {"publisher": "The monthly", "consulted": "full"},
    "questions": {"title": "What was that?"},
    "threads": {"title": "A thread"},
}
"""By the folder of a kind, what an example of it may leave out."""


def lay(example: str, folder: Path) -> None:
    """Write the base and an example's files into a folder."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for path, text in files_of(example).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if (target := link_target(text)) is not None:
            file.symlink_to(target)
        else:
            file.write_bytes(as_bytes(completed(path, text)))


def completed(path: str, text: str) -> str:
    """The text of a record with the keys before it that it needs and the example leaves out."""
    if path == "chronicle.yml" or not re.search(r"^\S+:|^\? ", text, re.MULTILINE) or text.startswith("- "):
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
