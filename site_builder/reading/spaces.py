"""Spaces that are not those of the space bar: no-break, thin, wide. Some texts need them, and nothing else does."""

import re
from collections.abc import Iterator
from dataclasses import replace

from site_builder import problems
from site_builder.languages import say
from site_builder.reading.decoding import name
from site_builder.reading.documents import Document
from site_builder.reading.faults import Fault
from site_builder.reading.positions import text_start
from site_builder.records import Schema, holds_words

ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""For a class of a pattern: every space but the usual one."""
_RUN = re.compile(rf"(?:(?<![ \t])[ \t]++)?[{ODD}][ \t{ODD}]*+")
_ANY = re.compile(f"[{ODD}]")
_NEAR = 40
"""Characters beside a space that are looked at."""
_SHORT = 3
"""Most letters of a word that typographers keep on one line with the next: `M. X`, `в Мали`, `Mme X`."""
_WIDE_SCRIPTS = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"\S{1,40}\Z"), re.compile(r"\S{1,40}")
_LAST_WORD = re.compile(r"[^\W\d_]*\Z")


def find_odd_spaces(document: Document, content: str, model: type[Schema]) -> Iterator[Fault]:
    """Odd spaces in values: any in ids, dates and the like; in words those that no typography calls for.

    Typography calls for them beside figures, signs and punctuation (`84 km`, `« Oui »`, `pourquoi ?`), behind short
    words, and in scripts whose letters are as wide.
    """
    if content.isascii() or _ANY.search(content) is None:
        return
    for path, event in document.scalars:
        start, end = text_start(event, content), event.end_mark.index
        runs = list(_RUN.finditer(content, start, end))
        words = bool(runs) and holds_words(model, path)
        for run in runs:
            if not (words and _is_called_for(content, start, end, run)):
                fault = _fault(content, start, end, run)
                # Within a date, a figure or an id the space is wrong as such, and what is meant is said of the whole.
                at_edge = run.start() == start or run.end() == end
                yield fault if words or at_edge else replace(fault, suggestion=None, certain=False)


def _is_called_for(content: str, start: int, end: int, run: re.Match[str]) -> bool:
    before, after = content[max(start, run.start() - _NEAR) : run.start()], content[run.end() : min(end, run.end() + 1)]
    if len(run[0]) > 1 or not before or not after or before[-1] in "\r\n" or after in "\r\n":
        return False
    if _WIDE_SCRIPTS.match(before[-1]) or _WIDE_SCRIPTS.match(after):
        return True
    if not after.isalpha() or not (before[-1].isalpha() or before[-1] == ","):
        return True
    word = _LAST_WORD.search(before[-_SHORT - 1 :])
    return word is not None and 0 < len(word[0]) <= _SHORT


def _fault(content: str, start: int, end: int, run: re.Match[str]) -> Fault:
    odd = next(sign for sign in run[0] if sign not in " \t")
    at_edge = run.start() == start or run.end() == end or content[run.end()] in "\r\n"
    begins_line = content[run.start() - 1] in "\r\n"
    # The word beside it is shown too, because nobody sees a space alone.
    before = _WORD_BEFORE.search(content[max(start, run.start() - _NEAR) : run.start()])
    after = _WORD_AFTER.match(content, run.end(), end) if before is None else None
    words = (before[0] if before else "", after[0] if after else "")
    written, meant = words[0] + run[0] + words[1], words[0] + ("" if at_edge else " ") + words[1]
    advice = say("delete it") if at_edge else say("type an ordinary one")
    message = say("{name} is not an ordinary space, and is not needed here: {advice}", name=name(odd), advice=advice)
    certain = bool(meant) and not begins_line
    return Fault(problems.ODD_SPACE, message, run.start() - len(words[0]), written, meant, certain)
