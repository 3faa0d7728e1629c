"""The index by which readers search a site: Pagefind makes it of small documents, and its own script reads it.

Of all files beside an index only that script may run, so what it holds is known before the first page is written.
"""

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from site_builder import TimelineError
from site_builder.languages import say
from site_builder.publishing.policy import hash_of_script
from site_builder.publishing.stable_index import UnknownFormatError, put_in_order, unpacked
from site_builder.publishing.writing import File, write_files

SCRIPT = "pagefind.js"
"""The script that reads an index, beside it."""
_NEEDED_ONCE = (SCRIPT, "wasm.*")
"""What the first index of a site has for all others too."""
_OF_NO_USE = ("pagefind-*.css", "pagefind-*.js")
"""Search boxes of Pagefind's own."""
_NUMBERED = "events.json"
"""Says what an index calls the pages that have numbers: defined in `formats/search.py`."""
_VERSION = 1
_PAUSE = 0.05
"""Seconds between two looks at whether the index is wanted still."""
_A_DOCUMENT = "<!doctype html><html><body><p>Word</p></body></html>"


class SearchError(TimelineError):
    """Pagefind cannot run, or has failed."""


@dataclass(frozen=True, slots=True)
class Pagefind:
    """The program that makes indexes, and the script that reads them."""

    program: Path
    script: bytes

    @property
    def integrity(self) -> str:
        """The hash of the script, as an element names it."""
        return hash_of_script(self.script).strip("'")

    def write(
        self,
        documents: Sequence[File],
        folder: Path,
        processes: int = 1,
        stop: threading.Event | None = None,
        numbered: Sequence[str] = (),
    ) -> bool:
        """Write an index for each first folder of the documents: the first into `folder` itself, others below it.

        Pages of the first have numbers, by which scripts know them: those of the `numbered` files. Whether it is
        written: not where `stop` was set meanwhile. Raises SearchError, what making a document raises, WorkerError and
        OSError.
        """
        stop = stop or threading.Event()
        names = list(dict.fromkeys(file.partition("/")[0] for file, _ in documents))
        try:
            # Beside the index: what a build leaves there that is killed, the next one clears away.
            folder.parent.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix="timeline-search-", dir=folder.parent) as made:
                # Pagefind numbers pages as the system lists them, which may be as they were begun: one after the other.
                write_files(Path(made), [(file, str) for file, _ in documents], 1)
                write_files(Path(made), [(file, _unless(stop, make)) for file, make in documents], processes)
                for name in names:
                    into = folder if name == names[0] else folder / name
                    _index(self.program, Path(made) / name, into, stop)
                    _clear(into, (*_OF_NO_USE, *(() if into == folder else _NEEDED_ONCE)))
                _write_numbers(folder, numbered)
        except _StoppedError:
            return False
        return True


class _StoppedError(TimelineError):
    """The index is no longer wanted."""


def _unless(stop: threading.Event, make: Callable[[], str | bytes]) -> Callable[[], str | bytes]:
    def made() -> str | bytes:
        if stop.is_set():
            raise _StoppedError
        return make()

    return made


@cache
def find_pagefind() -> Pagefind:
    """The program of this environment, else the one on the path; it has shown that it runs. Raises SearchError."""
    program = _find_program()
    with TemporaryDirectory(prefix="timeline-search-") as made:
        documents, index = Path(made) / "documents", Path(made) / "index"
        write_files(documents, [("index.html", lambda: _A_DOCUMENT)], 1)
        _index(program, documents, index, threading.Event())
        return Pagefind(program, (index / SCRIPT).read_bytes())


def _find_program() -> Path:
    try:
        return Path(import_module("pagefind_bin").get_executable())
    except (ImportError, OSError):
        on_the_path = shutil.which("pagefind")
    if on_the_path is None:
        raise SearchError(say("the package pagefind_bin is not installed, and there is no program pagefind"))
    return Path(on_the_path)


def _index(program: Path, documents: Path, folder: Path, stop: threading.Event) -> None:
    """Have a folder indexed, as one language, so that the names of all languages are found and no word is stemmed."""
    command = [str(program), "--site", str(documents), "--output-path", str(folder)]
    try:
        process = subprocess.Popen(
            [*command, "--force-language", "unknown", "--silent"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    except OSError as error:
        raise SearchError(
            say("{program} does not start: {error}", program=program.name, error=error.strerror)
        ) from error
    try:
        said = _heard(process, stop)
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    if process.returncode:
        raise SearchError(say("{program} has failed: {said}", program=program.name, said=said.strip()))
    try:
        put_in_order(folder)
    except UnknownFormatError as error:
        raise SearchError(say("{program} is of a version that is not known here", program=program.name)) from error


def _heard(process: subprocess.Popen[str], stop: threading.Event) -> str:
    """What a program says until it ends. Raises _StoppedError where it is no longer wanted."""
    while True:
        try:
            said, _ = process.communicate(timeout=_PAUSE)
        except subprocess.TimeoutExpired:
            if stop.is_set():
                raise _StoppedError from None
        else:
            return said


def _write_numbers(index: Path, files: Sequence[str]) -> None:
    """Say what an index calls each of some pages, which it knows by their addresses."""
    calls = {json.loads(unpacked(file))["url"]: file.stem for file in (index / "fragment").iterdir()}
    names = [calls.get(f"/{file.removesuffix('index.html')}", "") for file in files]
    content = json.dumps({"version": _VERSION, "events": names}, separators=(",", ":"))
    (index / _NUMBERED).write_text(content, encoding="utf-8")


def _clear(folder: Path, patterns: Sequence[str]) -> None:
    for pattern in patterns:
        for file in folder.glob(pattern):
            file.unlink()
