"""The engine's own data files in YAML, read as fast as they can be: every command waits for them."""

from typing import Any

import yaml

_FASTEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it, else the same in Python."""


def read_data(text: str) -> Any:
    """What a text of the engine's own says."""
    return yaml.load(text, _FASTEST)
