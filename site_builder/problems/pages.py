"""The pages that explain the codes: `python -m site_builder.problems.pages docs/problems` writes them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from site_builder.problems.codes import GROUPS
from site_builder.problems.examples import USUAL_FILE, files_of, link_target
from site_builder.problems.registry import Code, Group

_SPECIAL = re.compile("‹(?!link to )")


def pages() -> dict[str, str]:
    """Every page in Markdown by its name: the list of all codes, and one page for each group."""
    return {"index.md": _index(), **{group.page: _page(group) for group in GROUPS}}


def _index() -> str:
    lines = [
        "# Problems",
        "",
        "Each problem that `timeline check` and the build find has a code. The code stays the same for ever, whatever",
        "becomes of the message. An error keeps the site from being built; a warning is probably an error, and editors",
        "decide; a hint is worth a look. What the command prints for programs is described by a",
        "[JSON schema](check.schema.json).",
    ]
    for group in GROUPS:
        lines += ["", f"## {group.title}", "", "| code | problem | |", "| --- | --- | --- |"]
        for code in group.codes.values():
            link = f"[{code.id}]({group.page}#{code.id.lower()})"
            lines.append(f"| {link} | {code.title} | {code.severity.value} |")
    return "\n".join(lines) + "\n"


def _page(group: Group) -> str:
    return f"# {group.title}\n\n" + "\n".join(line for code in group.codes.values() for line in _explain(code))


def _explain(code: Code) -> Iterator[str]:
    yield f'## <a id="{code.id.lower()}"></a>{code.id}: {code.title}'
    yield ""
    yield f"*{code.severity.value.capitalize()}.* {code.meaning}"
    yield ""
    if _SPECIAL.search(code.wrong):
        yield "In the example, ‹U+…› stands for a character that cannot be seen, ‹byte …› for a byte, and ‹… × …› for a"
        yield "text repeated."
        yield ""
    yield from _example("Wrong", code.wrong)
    yield from _example("Right", code.right)


def _example(word: str, example: str) -> Iterator[str]:
    for path, text in files_of(example).items():
        yield f"{word}:" if path == USUAL_FILE else f"{word}, in `events/{path}`:"
        yield ""
        if (target := link_target(text)) is not None:
            yield f"a symbolic link to `{target}`"
        else:
            yield from ("```yaml", *text.splitlines(), "```")
        yield ""


def write(folder: Path) -> None:
    """Write every page into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
