"""Runs the tests that invent hostile input, again and again with other input, for some minutes: `make fuzz`.

Once before that, ten thousand records with a mistake each. The first failure ends it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

_TESTS = Path(__file__).parent
_FUZZED = (
    *("hostile", "reading", "edtf", "editing", "fixing", "linking", "checking", "pages", "publishing", "comparing"),
    *("problems", "test_problems.py", "test_figures.py", "test_spelling.py"),
)
"""Whatever takes text that a stranger may have written."""


def main(minutes: float) -> int:
    """Rounds until the time is over or a test fails; returns the exit code."""
    end, rounds = time.monotonic() + minutes * 60, 0
    pytest = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "auto", "--hypothesis-profile=fuzz"]
    crowds = subprocess.run([*pytest, str(_TESTS / "hostile/test_hostile_crowds.py")], check=False)
    if crowds.returncode:
        return crowds.returncode
    targets = [str(_TESTS / name) for name in _FUZZED]
    while (left := end - time.monotonic()) > 0:
        command = [*pytest, "-m", "hypothesis", "--hypothesis-seed=random", *targets]
        try:
            failed = subprocess.run(command, check=False, timeout=left)
        except subprocess.TimeoutExpired:
            break
        if failed.returncode:
            return failed.returncode
        rounds += 1
    print(f"{minutes:g} minutes, {rounds} whole rounds and a part of one, no failure")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 10))
