"""What CONTRIBUTING.md says of the code: every path in it leads to something."""

import re
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
_PATH = re.compile(r"`([\w./<>*-]*[\w>*]/[\w./<>*-]*|[\w-]+\.(?:py|toml|md))`")


def test_every_path_in_the_guide_exists() -> None:
    guide = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = [path.replace("<code>", "*") for path in _PATH.findall(guide)]
    roots = (REPOSITORY, REPOSITORY / "site_builder")
    assert len(paths) > 20
    assert [path for path in paths if not any(list(root.glob(path.rstrip("/"))) for root in roots)] == []
