"""Folders of records in which something stands that is no record."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import worlds

SECRET = "publisher: A secret\nkin: agency\n"
"""What stands outside of the folder, and never appears in it or changes."""
NOBODY = 65534
"""The user that most systems have for those who have no rights."""


def write(folder: Path) -> Path:
    """A folder of records, `events`, beside a file that is nobody's business."""
    (folder / "secret.yml").write_text(SECRET)
    return worlds.write_records(folder / "events", "2024-a: {date: '2024'}\nactors/a: {name: Army}")


def _pipes(events: Path) -> None:
    for name in ("2024-pipe.yml", "2024_Pipe.yml", "sources/pipe.yml", ".hidden.yml"):
        os.mkfifo(events / name)
    (events / "2024-to-a-pipe.yml").symlink_to("2024-pipe.yml")
    (events / "2024_To_A_Pipe.yml").symlink_to("2024-pipe.yml")


def _sockets(events: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        before = Path.cwd()
        os.chdir(events)
        bound.bind("2024_Socket.yml")
        os.chdir(before)


def _devices(events: Path) -> None:
    for name, device in {"zero": "zero", "Tty": "tty", "Full": "full", "Memory": "../proc/self/mem"}.items():
        (events / f"2024-{name}.yml").symlink_to(f"/dev/{device}")


def _links_out(events: Path) -> None:
    (events / "2024-Out.yml").symlink_to("../secret.yml")
    (events / "sources/out.yml").symlink_to((events.parent / "secret.yml").absolute())
    (events / "sources/far.yml").symlink_to("../" * 40 + "etc/passwd")
    (events / "places").symlink_to("/")
    (events / "2025").symlink_to("..")


def _links_around(events: Path) -> None:
    (events / "2024-self.yml").symlink_to("2024-self.yml")
    (events / "2024-one.yml").symlink_to("2024-other.yml")
    (events / "2024-other.yml").symlink_to("2024-one.yml")
    (events / "loop").symlink_to(".")
    (events / "actors/up").symlink_to("../../events")
    (events / "2024-broken.yml").symlink_to("2024-gone.yml")
    (events / "2024_Broken.yml").symlink_to("\udcff\n")


def _links_within(events: Path) -> None:
    (events / "sources/wrong.yml").write_text("publisher: A\nkin: agency\n")
    for name in ("same.yml", "Same_Too.yml"):
        (events / "sources" / name).symlink_to("wrong.yml")


def _links_where_commands_write(events: Path) -> None:
    (events / ".2024-a.yml.new").symlink_to("../secret.yml")
    (events / "actors/.a.yml.new").symlink_to("../../secret.yml")
    (events / ".schema").mkdir()
    for name in ("event.json", "ids.json"):
        (events / ".schema" / name).symlink_to("../../secret.yml")


def _schema_elsewhere(events: Path) -> None:
    (events.parent / "elsewhere").mkdir()
    (events / ".schema").symlink_to("../elsewhere")


def _schema_of_pipes(events: Path) -> None:
    (events / ".schema").mkdir()
    os.mkfifo(events / ".schema/event.json")
    (events / ".schema/ids.json").write_bytes(b"\xff")
    (events / ".schema/actor.json").write_bytes(b"\xff")


def _folders_named_as_files(events: Path) -> None:
    for name in ("2024-b.yml", "sources/b.yml", "con.yml", "..yml", "a.yaml"):
        (events / name).mkdir()


STEERING = (
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\n::error::pwned",
    "\r##[error]pwned",
    "\x9b31m",
    "\u202egnp",
    "\u2028",
    "\x7f",
    "%0A::error::x",
    "\udcff",
)
"""Names that clear a screen, begin another line or a workflow's command, or read backwards."""


def _names_that_steer(events: Path) -> None:
    for name in STEERING:
        (events / f"2024-b{name}.yml").write_text("title: A\n")
        (events / "sources" / name).mkdir()
        # Right but for its layout, so that every command has something to say of it.
        record = f"kind: agency\npublisher: A\ntitle: {name.encode().hex() if name.isascii() else 'B'}\n"
        (events / "sources" / name / f"s{STEERING.index(name)}.yml").write_text(record)
        (events / "sources" / name / f"t{STEERING.index(name)}.yml").write_text("Publisher: A\n")


def _folders_without_end(events: Path) -> None:
    before = Path.cwd()
    os.chdir(events)
    for _ in range(600):
        Path("a").mkdir()
        os.chdir("a")
    Path("2024-b.yml").write_text("title: A\n")
    os.chdir(before)


def _unreadable(events: Path) -> None:
    (events / "2024-closed.yml").write_text("title: A\n")
    (events / "2024-closed.yml").chmod(0)
    (events / "closed").mkdir(mode=0)


FOLDERS: Mapping[str, Callable[[Path], None]] = {
    "pipes": _pipes,
    "sockets": _sockets,
    "devices": _devices,
    "links that lead out": _links_out,
    "links that lead round": _links_around,
    "links that lead to records": _links_within,
    "links where commands write": _links_where_commands_write,
    "schemas elsewhere": _schema_elsewhere,
    "schemas that are pipes": _schema_of_pipes,
    "folders with the names of files": _folders_named_as_files,
    "folders without end": _folders_without_end,
    "names that steer terminals": _names_that_steer,
    "what nobody may read": _unreadable,
}
"""What is put into a folder of records, by its name."""


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Without the rights of an administrator, from whom no file is closed; `folder` and what is below is one's own."""
    if os.geteuid():
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
