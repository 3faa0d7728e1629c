"""Finds a Chromium for the browser tests, or installs one: one that is there, Playwright's, the system's.

Run as a program it prints which one the tests will use, or says that none can be had and fails.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_TURNED_OFF = (
    # Of a browser with windows: two pages for what it proposes below the address, beside each window, which cost more
    # than what is tested.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    # What Playwright turns off: only the last list counts.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *(
        "HttpsFirstBalancedModeAutoEnable",
        "LensOverlay",
        "MediaRouter",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
    ),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    *("PreconnectToSearch",),
)
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"),
    f"--disable-features={','.join(_TURNED_OFF)}",
)
"""What the browser of tests and measurements is started with."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SYSTEM_INSTALLERS = (
    ("apt-get", (("apt-get", "update"), ("apt-get", "install", "-y", "--no-install-recommends", "chromium"))),
    ("dnf", (("dnf", "install", "-y", "chromium"),)),
    ("apk", (("apk", "add", "chromium"),)),
    ("pacman", (("pacman", "-Sy", "--noconfirm", "chromium"),)),
    ("brew", (("brew", "install", "--cask", "chromium"),)),
)


def find_chromium() -> str | None:
    """The path of a Chromium that is there: `$CHROMIUM`, one on the PATH, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named if Path(named).is_file() else None
    for name in _NAMES:
        if path := shutil.which(name):
            return path
    return _playwrights_own()


def install_chromium() -> str | None:
    """Install a Chromium by Playwright, else by the system's package manager; None where neither can."""
    _run((sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"))
    if path := find_chromium():
        return path
    for tool, commands in _SYSTEM_INSTALLERS:
        if shutil.which(tool) is None:
            continue
        for command in commands:
            _run(_as_root(command) if tool != "brew" else command)
        if path := find_chromium():
            return path
    return None


def _playwrights_own() -> str | None:
    program = "from playwright.sync_api import sync_playwright as p\nwith p() as q: print(q.chromium.executable_path)"
    found = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True, check=False)
    path = found.stdout.strip()
    return path if path and Path(path).is_file() else None


def _as_root(command: tuple[str, ...]) -> tuple[str, ...]:
    return command if os.geteuid() == 0 or shutil.which("sudo") is None else ("sudo", "-n", *command)


def _run(command: tuple[str, ...]) -> None:
    """Run an installer, which may fail: what counts is whether there is a Chromium afterwards."""
    print("+", " ".join(command), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, check=False, stdin=subprocess.DEVNULL, env=environment, timeout=540)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)


def main() -> int:
    path = find_chromium() or install_chromium()
    if path is None:
        print(
            "No Chromium is here and none could be installed, so the browser tests cannot run.\n"
            "Install one by hand and name it: CHROMIUM=/path/to/chromium make test",
            file=sys.stderr,
        )
        return 1
    print(f"Browser tests use {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
