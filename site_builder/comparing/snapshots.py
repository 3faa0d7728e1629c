"""The records of a folder as they were at a revision, with what has not changed since read once."""

from __future__ import annotations

import os

from site_builder.chronicle import Chronicle
from site_builder.reading import Files
from site_builder.revisions import files_at, read_blobs, touched_files


def take_at(commit: str, now: Chronicle) -> tuple[Chronicle, frozenset[str]]:
    """A chronicle as its folder was at a commit, and the files that differ between that and now.

    Files that do not differ are not read again: their records are the same objects as now. So problems of files that
    do not differ have no line. Raises RevisionError.
    """
    then = {blob.path: blob for blob in files_at(now.folder, commit)}
    touched = touched_files(now.folder, commit)
    same = {file for file, blob in then.items() if file in now.files and file not in touched and not blob.is_link}
    # A link may lead to a file that does not differ.
    any_link = any(blob.is_link for blob in then.values())
    wanted = [
        blob
        for file, blob in then.items()
        if blob.is_link or (file.lower().endswith((".yml", ".yaml")) and (any_link or file not in same))
    ]
    held = dict(zip((blob.path for blob in wanted), read_blobs(now.folder, wanted), strict=True))
    # What git makes of a link: C ends a name at the first zero byte.
    links = {blob.path: os.fsdecode(held[blob.path].partition(b"\0")[0]) for blob in wanted if blob.is_link}
    files = Files({file: held.get(file, b"") for file, blob in then.items() if not blob.is_link}, links)
    before = Chronicle.read(now.folder, files, known={file: now.files[file] for file in same})
    return before, (frozenset(before.files) | frozenset(now.files)) - same
