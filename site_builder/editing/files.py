"""Formatting the file of a record, and writing files."""

import shutil
from pathlib import Path, PurePosixPath

from site_builder.editing.formatting import NotFormattedError, format_record
from site_builder.reading import Folder, RecordFile, check_link, check_name, decode
from site_builder.schema import FOLDER


def schema_of(file: RecordFile, root: Path) -> str | None:
    """The path of a record's schema from the folder of the record, for editors; None where there is no schema."""
    name = file.schema_name
    if not (root / FOLDER / name).is_file():
        return None
    up = [".."] * (len(PurePosixPath(file.file).parts) - 1)
    return "/".join([*up, FOLDER, name]) if up else f"./{FOLDER}/{name}"


def formatted_file(file: RecordFile, root: Path) -> str | None:
    """The text that a record's file would have when formatted; None where it has it already.

    Raises NotFormattedError for a file that is to be left alone, OSError for one that cannot be read.
    """
    tree = Folder(root)
    for problem in (*check_link(file, tree), *check_name(file)):
        raise NotFormattedError(problem.message)
    content, faults = decode(tree.content(file.file))
    if faults:
        raise NotFormattedError(faults[0].message, faults[0])
    written = format_record(content, file.model, schema_of(file, root))
    return None if written == content else written


def replace_text(path: Path, text: str) -> None:
    """Write a file anew, all of it or, where that fails, nothing; a byte order mark before it stays.

    Raises OSError.
    """
    target = path.resolve()
    if target.exists():
        text = _marks(target) + text
    scratch = target.with_name(f".{target.name}.new")
    # Whatever has that name already, a link to a file elsewhere included, is not written through.
    scratch.unlink(missing_ok=True)
    try:
        write_new(scratch, text)
        if target.exists():
            shutil.copymode(target, scratch)
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def _marks(path: Path) -> str:
    """The byte order marks that a file begins with."""
    text = path.read_bytes().decode("utf-8", errors="replace")
    return text[: len(text) - len(text.lstrip("\ufeff"))]


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError where one is, OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
