"""What came of files the last time, by what they hold: read again only where something differs."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from site_builder.keeping import digest, load, store
from site_builder.problems import Problem
from site_builder.reading.files import PROFILE, RecordFile
from site_builder.reading.plain import NotPlainError, from_problem, from_record, to_problem, to_record
from site_builder.reading.record_files import FileReading, read_content
from site_builder.vocabulary import Vocabulary

_FEW, _SHARE = 50, 20
"""Files that are read again each time, as a number and as one part of how many: to write all anew takes longer."""


class Verdict(NamedTuple):
    """What was found in a chronicle."""

    of_rules: tuple[Problem, ...]
    """What rules that need more than one record found, in order."""
    everything: tuple[Problem, ...]
    """What reading found too, in order."""
    events: int
    """How many events there are."""
    records: int
    """How many records, events among them."""


class Kept:
    """What a folder of a cache holds of the readings of one chronicle."""

    def __init__(self, folder: Path, *, only_looks: bool = False) -> None:
        """What `only_looks` whether anything differs makes no records."""
        self._only_looks = only_looks
        self._readings_file, self._findings_file = folder / "readings", folder / "findings"
        self._of_each_file = folder / "of-each"
        self._keys: dict[str, bytes] = {}
        self._profile = b""
        self._used: dict[bytes, bytes] = {}
        self._missing = 0
        self._state: list[bytes] = []

    @cached_property
    def _readings(self) -> dict[bytes, bytes]:
        return load(self._readings_file) or {}

    def read(self, file: RecordFile, data: bytes, vocabulary: Vocabulary) -> FileReading:
        """As `read_content`, and what comes of it is the same, made of what was kept where that is possible."""
        key = digest(self._profile, file.file.encode(errors="surrogatepass"), data)
        self._state.append(key)
        self._keys[file.file] = key
        if self._only_looks:
            return FileReading(file, None, (), vocabulary=vocabulary, content=data)
        packed = self._readings.get(key)
        if packed is not None:
            self._used[key] = packed
            record, problems, values = marshal.loads(packed)
            return FileReading(
                file,
                to_record(record, vocabulary),
                tuple([to_problem(problem) for problem in problems]),
                values=values,
                vocabulary=vocabulary,
                content=data,
            )
        reading = read_content(file, data, vocabulary)
        self._missing += 1
        with suppress(NotPlainError):
            record, problems = from_record(reading.record), [from_problem(problem) for problem in reading.problems]
            held: Any = (record, problems, reading.values)
            self._used[key] = marshal.dumps(held)
        return reading

    def note(self, reading: FileReading) -> None:
        """What came of a file that is read each time: findings depend on it too, and readings on the profile."""
        if reading.file.file == PROFILE:
            self._profile = digest(reading.content)
        self._state += [reading.file.file.encode(errors="surrogatepass"), reading.content, *_noted(reading.problems)]

    def end(self, walked: tuple[Problem, ...]) -> None:
        """Keep what came of the files for the next time."""
        self._state += _noted(walked)
        if self._only_looks:
            return
        if self._missing > max(_FEW, len(self._used) // _SHARE) or not self._readings:
            store(self._readings_file, self._used)
        # What is made of the records next takes as much memory again.
        self._used.clear()
        del self._readings

    def of_each(self) -> dict[str, tuple[Problem, ...]]:
        """By file, what rules found that look at each record by itself; nothing of a file that differs."""
        known = load(self._of_each_file) or {}
        kept = ((file, known.get(key)) for file, key in self._keys.items())
        return {file: tuple(map(to_problem, plain)) for file, plain in kept if plain is not None}

    def keep_of_each(self, found: Mapping[str, tuple[Problem, ...]], known: Mapping[str, tuple[Problem, ...]]) -> None:
        """Keep what such rules found for the next time, with what was known."""
        if len(found) > max(_FEW, len(known) // _SHARE) or not known:
            every = {**known, **found}
            store(self._of_each_file, {self._keys[file]: tuple(map(from_problem, every[file])) for file in every})

    def findings(self, today: date) -> Verdict | None:
        """What was found on that day when everything was as it is now; None where that is not kept."""
        known = load(self._findings_file)
        if known is None or known[0] != self._all(today):
            return None
        _, of_rules, everything, events, records = known
        return Verdict(tuple(map(to_problem, of_rules)), tuple(map(to_problem, everything)), events, records)

    def keep_findings(self, found: Verdict, today: date) -> None:
        """Keep what was found on a day for the next time."""
        problems = [[from_problem(problem) for problem in some] for some in (found.of_rules, found.everything)]
        store(self._findings_file, (self._all(today), *problems, found.events, found.records))

    def _all(self, today: date) -> bytes:
        return digest(today.isoformat().encode(), self._profile, *self._state)


def _noted(problems: tuple[Problem, ...]) -> list[bytes]:
    return [repr(problem).encode(errors="surrogatepass") for problem in problems]
