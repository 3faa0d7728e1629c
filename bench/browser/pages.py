"""How long pages of the real chronicle are on a phone, folded and with all open, and what a first visit weighs.

    PYTHONPATH=tests python bench/browser/pages.py

Builds the site of this repository and prints a Markdown table: heights in CSS pixels at a width of 390, and kilobytes
of all that a browser fetches for the page, each file compressed by gzip.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from browser.built_site import SITE_URL, Site, host
from browser.chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Page, Response, ViewportSize, sync_playwright

from bench.contestants import REPOSITORY

AT_MOST = {
    "events/2024-07-25-tinzaouaten-battle/": 6_500,
    "events/2024-07-27-tinzaouaten-ambush/": 4_500,
    "questions/how-many-died/": 5_500,
    "questions/ukraine-helped/": 7_000,
    "actors/csp-dpa/": 5_500,
    "": 3_200,
    "threads/tinzaouaten/": 6_500,
}
"""By address the height that a page is to keep to when all is folded."""
PHONE = ViewportSize(width=390, height=844)
_HEIGHT = "document.documentElement.scrollHeight"
_OPEN = "document.querySelectorAll('details').forEach(fold => (fold.open = true))"


def measure_pages(site: Site) -> Iterator[tuple[str, int, int, float]]:
    """Of each page its address, its heights folded and open, and kilobytes of a first visit."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for address in AT_MOST:
            page = browser.new_context(viewport=PHONE, is_mobile=True, reduced_motion="reduce").new_page()
            weight = _first_visit(page, site.root + address)
            yield address, _height(page), _height(page, _OPEN), weight
        browser.close()


def _first_visit(page: Page, url: str) -> float:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    return sum(len(gzip.compress(answer.body())) for answer in answers) / 1000


def _height(page: Page, first: str = "") -> int:
    if first:
        page.evaluate(first)
    return int(page.evaluate(_HEIGHT))


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as folder:
        command = (sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", folder)
        subprocess.run(command, check=True, cwd=REPOSITORY, env=os.environ | {"SITE_URL": SITE_URL})
        with host(Path(folder)) as site:
            print("| page | px folded | at most | px with all open | kB of a first visit |")
            print("| --- | ---: | ---: | ---: | ---: |")
            for address, folded, opened, weight in measure_pages(site):
                print(f"| /{address} | {folded:,} | {AT_MOST[address]:,} | {opened:,} | {weight:.0f} |")


if __name__ == "__main__":
    main()
