"""What is kept from one run to the next, in `.cache/timeline/` beside the records: plain values, in sealed files.

A file is whole and written by this engine, by this Python and by this user, or it is as if it were not there. The seal
is a hash with a key that only this user's own folder holds: a cache that came with a repository opens nothing.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from site_builder.problems import pages_folder

NO_CACHE = "TIMELINE_NO_CACHE"
"""The variable with which nothing is kept."""
_SEAL = 32
"""Bytes of a seal, and of the key to it."""
_LARGEST = 1 << 30
"""Bytes of the largest file that is kept."""
_ABANDONED = 3600
"""Seconds after which a file that was never finished is deleted: whoever wrote it was killed."""
_OTHERS = ("pydantic", "PyYAML", "rapidfuzz", "confusable-homoglyphs", "babel", "idna")
"""Packages upon which it depends what is read and found."""


def cache_folder(records: Path) -> Path | None:
    """Where it is kept what was read from a folder of records; None where nothing is to be."""
    if os.environ.get(NO_CACHE):
        return None
    absolute = records.absolute()
    return absolute.parent / ".cache" / "timeline" / absolute.name


def load(file: Path) -> Any:
    """What was stored in a file; None where there is no such file, or none that this engine can trust."""
    key = _key()
    if key is None:
        return None
    try:
        content = file.read_bytes()
    except OSError:
        return None
    import secrets

    seal, packed = content[:_SEAL], memoryview(content)[_SEAL:]
    return marshal.loads(packed) if secrets.compare_digest(seal, _seal(packed, key)) else None


def store(file: Path, value: Any) -> None:
    """Put a plain value into a file for the next run, which meets the old file or the new one; or let it be."""
    import tempfile

    key = _key()
    packed = marshal.dumps(value)
    if key is None or len(packed) > _LARGEST:
        return
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        _hide_from_git(file.parent)
        _clear(file.parent)
        handle, name = tempfile.mkstemp(suffix=".new", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_seal(packed, key))
                stream.write(packed)
            Path(name).replace(file)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def digest(*parts: bytes) -> bytes:
    """One hash of several contents."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.digest()


def _seal(packed: bytes | memoryview, key: bytes) -> bytes:
    sealed = blake2b(key=key, digest_size=_SEAL)
    sealed.update(_engine())
    sealed.update(packed)
    return sealed.digest()


def _hide_from_git(folder: Path) -> None:
    file = folder / ".gitignore"
    if not file.exists():
        file.write_text("*\n", encoding="utf-8")


def _clear(folder: Path) -> None:
    for file in folder.glob("*.new"):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > _ABANDONED:
                file.unlink()


def _key() -> bytes | None:
    """The key of this user, made where there is none yet; None where it cannot be kept."""
    import secrets

    try:
        home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        file = home / "timeline" / "key"
        with suppress(FileExistsError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(secrets.token_bytes(_SEAL))
        key = file.read_bytes()
    except (OSError, RuntimeError):
        return None
    return key if len(key) == _SEAL else None


@cache
def _engine() -> bytes:
    """What changes with the code: the names, times and sizes of the files of the engine, Python and its packages."""
    package = Path(__file__).parent
    files = sorted({*package.rglob("*.*"), *pages_folder().glob("*.md")})
    stats = ((file, file.stat()) for file in files if file.suffix != ".pyc")
    found = [f"{file} {stat.st_mtime_ns} {stat.st_size}" for file, stat in stats]
    return digest("\n".join((sys.version, *map(_version, _OTHERS), *found)).encode())


def _version(package: str) -> str:
    # Every command waits for what is loaded here, and few keep anything.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return ""
