"""How soon a search shows its first result, and what was transferred by then, beside Material's in the same run.

    PYTHONPATH=tests python bench/browser/search.py [--events 10000] [--runs 5] [--folder FOLDER]

Prints Markdown. Both indexes have the same events, and the browser has kept nothing. As soon as the page can be read,
somebody presses the key of the box and pastes a word of a title. Ours marks `search:results` itself; Material's first
result is seen by its element. What belongs to a search is known by its address.

Only the pages that are looked at are made whole: ours is a small site with the index of all, and Material's search
reads pages whose frame is left out, which it never sees.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

from browser.built_site import SITE_URL, host
from browser.chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Browser, Request, ViewportSize, sync_playwright

from bench.browser.contestants import build_shell, write_records
from bench.contestants import REPOSITORY
from site_builder.chronicle import Chronicle
from site_builder.formats import SEARCH_FOLDER, files_of_events
from site_builder.pages import Addresses, make_site
from site_builder.publishing import Renderer, count_processes, find_pagefind, make_templates, theme_folder

MANY = 10_000
_SCREEN = ViewportSize(width=1280, height=900)
_PEER = "plain"
_TEMPLATES = {
    "main.html": '{% extends "base.html" if not page or page.is_homepage else "bare.html" %}',
    "bare.html": "<!doctype html><title>An event</title>",
}
"""With these the peer writes its home page whole, and of all others nothing but what its search reads."""
_LONGEST = 900
_OF_A_SEARCH = ("search", "lunr")
"""What the addresses of its files hold."""
_FOUND = 'performance.getEntriesByName("search:results").length > 0'
_WHEN = 'performance.getEntriesByName("search:results")[0].startTime'
_WATCH = """
() => new MutationObserver((_, observer) => {
  if (!document.querySelector(".md-search-result__item")) return;
  performance.mark("search:results");
  observer.disconnect();
}).observe(document.body, { childList: true, subtree: true });
"""


@dataclass(frozen=True, slots=True)
class Search:
    """The first search of somebody who has just come, in each round."""

    label: str
    milliseconds: tuple[float, ...]
    """From the key that opens the box to the first result."""
    kilobytes: float
    """Transferred for the search by then."""


def measure(browser: Browser, root: str, word: str, *, is_peer: bool) -> tuple[float, float]:
    """Milliseconds and kilobytes until a site that nobody has been to shows the first result for a word."""
    page = browser.new_context(viewport=_SCREEN).new_page()
    finished: list[Request] = []
    page.on("requestfinished", lambda request: finished.append(request))
    page.goto(root, wait_until="domcontentloaded")
    if is_peer:
        page.evaluate(_WATCH)
    begun = float(page.evaluate("performance.now()"))
    page.keyboard.press("/")
    page.keyboard.insert_text(word)
    latest = monotonic() + _LONGEST
    # A policy forbids Playwright to wait by a function in the page.
    while not page.evaluate(_FOUND):
        if monotonic() > latest:
            raise TimeoutError(f"{root}: nothing is found after {_LONGEST} seconds")
        page.wait_for_timeout(10)
    taken = float(page.evaluate(_WHEN)) - begun
    sizes = [one.sizes() for one in tuple(finished) if any(part in one.url for part in _OF_A_SEARCH)]
    page.context.close()
    return taken, sum(one["responseHeadersSize"] + one["responseBodySize"] for one in sizes) / 1000


def add_index(site: Path, chronicle: Chronicle) -> None:
    """Give our site the index of a larger chronicle, which a build makes of the same documents."""
    whole = make_site(chronicle, Addresses(directory_urls=True), "en")
    templates = make_templates([theme_folder()], "en")
    documents = tuple(Renderer(whole, templates).search_documents(()))
    shutil.rmtree(site / SEARCH_FOLDER)
    processes = count_processes(len(documents))
    find_pagefind().write(documents, site / SEARCH_FOLDER, processes, numbered=files_of_events(whole))


def build_peer(records: Path, folder: Path) -> Path:
    """Build Material's site of the same events, below `folder`, if none is there; where it is."""
    own = folder / f"{_PEER}-{records.parent.name}"
    if not (own / "site").exists():
        command = (sys.executable, "-m", "bench.peers", _PEER, str(records), str(own))
        subprocess.run(command, check=True, cwd=REPOSITORY, stdout=subprocess.DEVNULL)
        settings = own / "mkdocs.yml"
        text = settings.read_text(encoding="utf-8").replace("plugins: []", "plugins: [search]")
        settings.write_text(text.replace("  name: material", "  name: material\n  custom_dir: theme"), encoding="utf-8")
        for name, template in _TEMPLATES.items():
            (own / "theme").mkdir(exist_ok=True)
            (own / "theme" / name).write_text(template, encoding="utf-8")
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL}
        subprocess.run((sys.executable, "-m", "mkdocs", "build", "-q"), check=True, cwd=own, env=environment)
    return own / "site"


def word_of_a_title(chronicle: Chronicle) -> str:
    """A long word that stands in the title of some event."""
    titles = [str(event.title) for event in chronicle.events.values()]
    return max((word for word in titles[len(titles) // 2].split() if word.isalpha()), key=len)


def report(events: int, word: str, searches: Sequence[Search]) -> Iterator[str]:
    """All that was measured, as Markdown."""
    ours, peer = (median(one.milliseconds) for one in searches)
    yield "| search | ms to the first result | kB transferred by then |"
    yield "| --- | ---: | ---: |"
    for one in searches:
        spread = f"{min(one.milliseconds):,.0f} to {max(one.milliseconds):,.0f}"
        yield f"| {one.label} | {median(one.milliseconds):,.0f} ({spread}) | {one.kilobytes:,.0f} |"
    yield ""
    yield f"At {events:,} events, looking for “{word}”: ours takes {ours / peer:.3f} of Material's time."


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the first result of a search; print Markdown.")
    parser.add_argument("--events", type=int, default=MANY, help=f"how many (default: {MANY:,})")
    parser.add_argument("--runs", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--folder", type=Path, help="where sites are kept (default: a new one, deleted at the end)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name, ExitStack() as stack:
        folder = options.folder or Path(name)
        records = write_records(options.events, folder)
        chronicle = Chronicle.open(records)
        ours = build_shell(folder)
        add_index(ours, chronicle)
        sites = {"ours": ours, "Material": build_peer(records, folder)}
        roots = {label: stack.enter_context(host(site)).root for label, site in sites.items()}
        word = word_of_a_title(chronicle)
        taken: dict[str, list[tuple[float, float]]] = {label: [] for label in roots}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
            for _ in range(options.runs):
                for label, root in roots.items():
                    taken[label].append(measure(browser, root, word, is_peer=label != "ours"))
            browser.close()
    searches = [Search(label, tuple(ms for ms, _ in all_), max(kb for _, kb in all_)) for label, all_ in taken.items()]
    print("\n".join(report(options.events, word, searches)))


if __name__ == "__main__":
    main()
