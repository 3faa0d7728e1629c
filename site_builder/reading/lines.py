"""The lines of a file as they are numbered in problems, to show what stands at a place."""

from __future__ import annotations

from pathlib import Path

from site_builder.reading.decoding import LARGEST
from site_builder.reading.positions import LINE_BREAK


def read_lines(path: Path) -> list[str]:
    r"""The lines of a file without their breaks, bytes that are not UTF-8 as `\xff`.

    There are none where the file cannot be read or is too large to be a record.
    """
    try:
        if not path.is_file():
            return []
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError:
        return []
    if len(data) > LARGEST:
        return []
    return LINE_BREAK.split(data.decode("utf-8", errors="backslashreplace").lstrip("\ufeff"))
