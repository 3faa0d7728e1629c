"""How long `timeline diff` takes for one changed event, beside what git needs to name the files that differ.

    python bench/diff.py [EVENTS [ROUNDS]]

Prints a Markdown table, for 10,000 events and one round unless told otherwise: an invented chronicle is committed to a
repository, one event gets another title, and in each round each command runs once, as a whole process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from bench.contestants import SEED  # noqa: E402
from bench.measure import Usage, measure  # noqa: E402

_TIMELINE = (sys.executable, "-c", "from site_builder.cli import main; main()")
_WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
COMMANDS = {
    "`git diff --stat`": ("git", "--no-pager", "diff", "--stat"),
    "`timeline check`": (*_TIMELINE, "check"),
    "`timeline diff`": (*_TIMELINE, "diff", "HEAD"),
}
"""The first is what the others are compared with."""


def prepare(events: int, folder: Path) -> int:
    """Write and commit a chronicle, and change the title of the event in its middle; how many records it has."""
    generate = (sys.executable, "-m", "bench.generate", str(events), str(folder), "--seed", str(SEED))
    subprocess.run(generate, cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=Invented")):
        subprocess.run(("git", *_WHO, *command), cwd=folder, check=True)
    files = sorted((folder / "events").rglob("*.yml"))
    dated = [file for file in files if file.name[0].isdigit()]
    middle = dated[len(dated) // 2]
    middle.write_text(middle.read_text(encoding="utf-8").replace("title: ", "title: Again, ", 1), encoding="utf-8")
    return len(files)


def run(folder: Path, rounds: int) -> dict[str, list[Usage]]:
    """What each command took in each round."""
    usages: dict[str, list[Usage]] = {name: [] for name in COMMANDS}
    for number in range(rounds):
        for name, command in COMMANDS.items():
            print(f"round {number + 1} of {rounds}: {name}", file=sys.stderr, flush=True)
            usages[name].append(measure(command, folder))
    return usages


def main(events: int, rounds: int) -> None:
    with tempfile.TemporaryDirectory(prefix="timeline-bench-") as name:
        folder = Path(name) / "chronicle"
        records = prepare(events, folder)
        usages = run(folder, rounds)
    first = next(iter(usages.values()))
    print("| command | events | records | seconds | CPU seconds | peak MB | CPU / that of `git diff --stat` |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, of_command in usages.items():
        wall, cpu = (median(getattr(usage, part) for usage in of_command) for part in ("wall", "cpu"))
        peak = median(usage.peak for usage in of_command) / 1e6
        ratio = median(usage.cpu / git.cpu for usage, git in zip(of_command, first, strict=True))
        print(f"| {name} | {events:,} | {records:,} | {wall:.2f} | {cpu:.2f} | {peak:,.0f} | {ratio:,.0f} |")


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:3]]
    main(*given, *(10_000, 1)[len(given) :])
