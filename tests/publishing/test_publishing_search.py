"""The index of a site: always the same bytes, only what pages read, and an error in words where it cannot be made."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

import pytest
from building import tree

from site_builder.formats import SearchDocument
from site_builder.publishing import Pagefind, SearchError, find_pagefind, make_templates, theme_folder
from site_builder.publishing import search as searching


def documents(number: int = 40) -> list[tuple[str, Callable[[], str | bytes]]]:
    """Documents of several kinds and years, most of them sources."""
    templates = make_templates([theme_folder()])
    made: list[tuple[str, Callable[[], str | bytes]]] = []
    for n in range(number):
        kind = ("event", "actor", "place")[n % 3]
        document = SearchDocument(f"{kind}s/{n}/index.html", f"Number {n}", kind, years=[2000 + n % 7])
        make = partial(templates.render, "search-document.html", document=document)
        made.append((f"{'records' if n < number // 2 else 'sources'}/{document.file}", make))
    return made


@pytest.fixture
def no_program() -> Iterator[pytest.MonkeyPatch]:
    """Whoever asks for the program is told anew; what was known before is known again afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        find_pagefind.cache_clear()
        yield patch
    find_pagefind.cache_clear()


def test_an_index_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("first", "second", "third"):
        assert find_pagefind().write(documents(), tmp_path / name)
    first = tree(tmp_path / "first")
    assert first == tree(tmp_path / "second") == tree(tmp_path / "third")
    assert any(file.startswith("filter/") for file in first)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_an_index_is_the_same_bytes_whichever_process_is_faster(tmp_path: Path) -> None:
    # In memory a system lists files as they were begun.
    memory = Path("/dev/shm")
    place = Path(mkdtemp(dir=memory if os.access(memory, os.W_OK) else tmp_path))
    try:
        for slow in (0, 1):
            found = [
                (file, partial(_after, 0.01 if n % 2 == slow else 0, make))
                for n, (file, make) in enumerate(documents())
            ]
            find_pagefind().write(found, place / str(slow), processes=2)
        assert tree(place / "0") == tree(place / "1")
    finally:
        shutil.rmtree(place)


def _after(seconds: float, make: Callable[[], str | bytes]) -> str | bytes:
    time.sleep(seconds)
    return make()


def test_an_index_names_each_file_that_it_has(tmp_path: Path) -> None:
    find_pagefind().write(documents(), tmp_path)
    for index in (tmp_path, tmp_path / "sources"):
        [meta] = index.glob("*.pf_meta")
        named = gzip.decompress(meta.read_bytes())
        files = [file for file in index.glob("*/*.pf_*") if "sources" not in file.relative_to(index).parts]
        assert files
        assert [file.name for file in files if file.stem.encode() not in named] == []
        assert meta.stem.removeprefix("pagefind.") in (index / "pagefind-entry.json").read_text(encoding="utf-8")


def test_beside_an_index_stands_nothing_that_no_page_loads(tmp_path: Path) -> None:
    pagefind = find_pagefind()
    pagefind.write(documents(), tmp_path)
    assert {file.name for file in tmp_path.rglob("*.js")} == {"pagefind.js"}
    assert [*tmp_path.rglob("*.css")] == []
    assert (tmp_path / "pagefind.js").read_bytes() == pagefind.script
    assert [*(tmp_path / "sources").glob("wasm*")] == []


def test_beside_an_index_stands_what_it_calls_pages_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    files = ["events/3/index.html", "events/0/index.html", "missing.html"]
    find_pagefind().write(documents(), tmp_path, numbered=files)
    written = json.loads((tmp_path / "events.json").read_bytes())
    *names, missing = written["events"]
    assert written["version"] == 1
    assert missing == ""
    for name, title in zip(names, ("Number 3", "Number 0"), strict=True):
        held = gzip.decompress((tmp_path / "fragment" / f"{name}.pf_fragment").read_bytes())
        assert json.loads(held.removeprefix(b"pagefind_dcd"))["meta"]["title"] == title


def test_an_index_that_is_no_longer_wanted_is_not_made(tmp_path: Path) -> None:
    stop = threading.Event()

    def make_and_stop() -> str:
        stop.set()
        return "<html><body>Word</body></html>"

    made = [(f"records/{n}.html", make_and_stop) for n in range(3)]
    assert find_pagefind().write(made, tmp_path / "index", stop=stop) is False
    assert not (tmp_path / "index").exists()


def test_a_program_that_is_no_longer_wanted_is_ended(tmp_path: Path) -> None:
    program, pid = tmp_path / "pagefind", tmp_path / "pid"
    program.write_text(f"#!/bin/sh\necho $$ > {pid}\nexec sleep 600\n")
    program.chmod(0o755)
    stop = threading.Event()

    def stop_when_it_runs() -> None:
        while not (pid.is_file() and pid.read_text().endswith("\n")):
            pass
        stop.set()

    threading.Thread(target=stop_when_it_runs, daemon=True).start()
    made = [("records/a.html", lambda: "<html><body>Word</body></html>")]
    assert Pagefind(program, b"").write(made, tmp_path / "site" / "index", stop=stop) is False
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
    assert [*(tmp_path / "site").iterdir()] == []


def test_a_program_that_is_not_there_is_said_in_words(no_program: pytest.MonkeyPatch) -> None:
    no_program.setattr(searching, "import_module", _fails)
    no_program.setenv("PATH", "")
    with pytest.raises(SearchError, match="not installed"):
        find_pagefind()


def test_a_program_that_fails_is_said_in_words(tmp_path: Path, no_program: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho no memory; exit 3\n")
    program.chmod(0o755)
    no_program.setattr(searching, "import_module", _fails)
    no_program.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(SearchError, match="no memory"):
        find_pagefind()
    program.write_text("no program\n")
    with pytest.raises(SearchError):
        Pagefind(program, b"").write(documents(), tmp_path / "index")


def _fails(name: str) -> None:
    raise ImportError(name)
