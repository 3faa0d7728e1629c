from collections.abc import Iterator

import pytest

from outside.loopback import Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as served:
        yield served
