"""Files that are written by several processes."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from site_builder.publishing.workers import share

File = tuple[str, Callable[[], str | bytes]]
"""Where a file stands, relative to a folder, and what makes its content."""


def write_files(folder: Path, files: Sequence[File], processes: int) -> None:
    """Write files below a folder. Raises what making one raises, WorkerError and OSError."""

    def steps(number: int) -> Iterator[None]:
        for file, make in files[number::processes]:
            path, content = folder / file, make()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
            yield

    share(steps, processes)
