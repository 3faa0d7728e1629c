"""Puts what Pagefind writes in an order that is another in each run into one that is always the same.

In the file of a filter its values are in any order, and so are the filters in the file that names them. Both are CBOR
(RFC 8949) behind a mark, packed, and each file is called by a hash of what it holds, which changes with the order.
"""

import gzip
import json
from hashlib import sha256
from pathlib import Path

from site_builder import TimelineError

_MARK = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_FILTERS = 3
"""Where the filters stand among what the file of an index has."""
_LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}
"""How many bytes a number has behind its head, by the lowest five bits of that."""
_BYTES, _TEXT, _ARRAY = 2, 3, 4


class UnknownFormatError(TimelineError):
    """An index is not written as this module knows it."""


def put_in_order(index: Path) -> None:
    """Let an index be the same bytes whenever it is made of the same documents. Raises UnknownFormatError."""
    entry = json.loads((index / _ENTRY).read_bytes())
    for language in entry["languages"].values():
        hashes = {file: _renamed(file, _with_sorted_values(unpacked(file))) for file in _filters(index)}
        meta = index / f"pagefind.{language['hash']}.pf_meta"
        content = unpacked(meta)
        for file, renamed in hashes.items():
            content = content.replace(file.stem.encode(), renamed.stem.encode())
        language["hash"] = _renamed(meta, _with_sorted_filters(content)).stem.partition(".")[2]
    (index / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _filters(index: Path) -> list[Path]:
    return sorted((index / "filter").glob("*.pf_filter"))


def _with_sorted_values(content: bytes) -> bytes:
    """A filter: its name, and each value with the pages that have it."""
    name, values = _items(content)
    return _array([name, _array(sorted(_items(values)))])


def _with_sorted_filters(content: bytes) -> bytes:
    parts = _items(content)
    if len(parts) <= _FILTERS:
        raise UnknownFormatError
    parts[_FILTERS] = _array(sorted(_items(parts[_FILTERS])))
    return _array(parts)


def _items(array: bytes) -> list[bytes]:
    """The items of an array, each as it is written."""
    kind, number, at = _head(array, 0)
    if kind != _ARRAY:
        raise UnknownFormatError
    items = []
    for _ in range(number):
        end = _end(array, at)
        items.append(array[at:end])
        at = end
    return items


def _array(items: list[bytes]) -> bytes:
    number = len(items)
    information, length = number, 0
    if number >= min(_LENGTHS):
        information, length = next(one for one in _LENGTHS.items() if number < 256 ** one[1])
    return bytes([_ARRAY << 5 | information]) + (number.to_bytes(length, "big") if length else b"") + b"".join(items)


def _end(data: bytes, at: int) -> int:
    """Where the item that begins at a place ends."""
    kind, number, at = _head(data, at)
    if kind in (_BYTES, _TEXT):
        return at + number
    for _ in range(number if kind == _ARRAY else 0):
        at = _end(data, at)
    return at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind of the item that begins at a place, its number, and where what it holds begins."""
    kind, information = data[at] >> 5, data[at] & 31
    length = _LENGTHS.get(information, 0)
    if information > max(_LENGTHS) or kind > _ARRAY:
        raise UnknownFormatError
    number = int.from_bytes(data[at + 1 : at + 1 + length], "big") if length else information
    return kind, number, at + 1 + length


def unpacked(file: Path) -> bytes:
    """What a file of an index holds. Raises UnknownFormatError."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_MARK):
        raise UnknownFormatError
    return content.removeprefix(_MARK)


def _renamed(file: Path, content: bytes) -> Path:
    """Write a file anew, called by a hash of what it holds, which is as long as the one that it had."""
    name, underscore, old = file.stem.rpartition("_")
    renamed = file.with_name(f"{name}{underscore}{sha256(content).hexdigest()[: len(old)]}{file.suffix}")
    file.unlink()
    renamed.write_bytes(gzip.compress(_MARK + content, mtime=0))
    return renamed
