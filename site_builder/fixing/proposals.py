"""From a problem to the one change that fixes it, where there is one."""

import re
from collections.abc import Callable, Container, Mapping

from rapidfuzz.distance import OSA

from site_builder import linking, problems
from site_builder.fixing.fixes import Fix
from site_builder.problems import Problem
from site_builder.reading import offset_of, read_document

_LINE_OF_KEY = re.compile(r"^(?P<all>[ ]*(?P<key>\w+):[ \t]*(?:\r?\n|\Z))", re.M)
_LATER_KEY = re.compile(r"(?P<all>,[ ]*(?P<key>\w+):[ ]*)(?=[,}])")
_FIRST_KEY = re.compile(r"(?<=\{)(?P<all>[ ]*(?P<key>\w+):[ ]*,[ ]*)")
_LONG = 8
"""From this length on a word may have two letters wrong."""


def propose(problem: Problem, content: str, ids: Container[str], today: str = "") -> Fix | None:
    """The change to a file's text that replaces what stands there by what was meant.

    `ids` are those of all records, `today` is the day of the change, if known. None where a person has to decide:
    nothing or several things are near, or the text is not where the problem says.
    """
    if problem.suggestion is None:
        return _without_suggestion(problem, content, today) if problem.certain else None
    if problem.code == problems.NOT_AN_ID.id and problem.suggestion not in ids:
        return None
    at = offset_of(content, problem.line, problem.column)
    proposal = _PROPOSALS.get(problem.code, _certain)
    return None if at is None else proposal(problem, content, at, problem.suggestion)


def _without_suggestion(problem: Problem, content: str, today: str) -> Fix | None:
    """A key without a value is taken out; a word for the present day is the day of the change."""
    at = offset_of(content, problem.line, problem.column)
    if at is None:
        return None
    if problem.code == problems.NOT_A_DATE.id:
        return Fix(problem, at, problem.text, today) if today and content.startswith(problem.text, at) else None
    for pattern in (_LINE_OF_KEY, _LATER_KEY, _FIRST_KEY):
        for found in pattern.finditer(content, max(content.rfind("\n", 0, at), 0)):
            if found.start("key") == at and found["key"] == problem.text:
                return Fix(problem, found.start("all"), found["all"], "")
    return None


def _certain(problem: Problem, content: str, at: int, meant: str) -> Fix | None:
    """The only reading of a text, where whoever found the problem says that it is that and loses nothing."""
    exact = problem.certain and content.startswith(problem.text, at)
    return Fix(problem, at, problem.text, meant) if exact else None


def _in_quotes(problem: Problem, content: str, at: int, meant: str) -> Fix | None:
    """A text that goes into quotes, however long it is."""
    text = meant[1:-1] if meant.startswith('"') else meant[1:-1].replace("''", "'")
    return Fix(problem, at, text, meant) if problem.certain and content.startswith(text, at) else None


def _address(problem: Problem, content: str, at: int, meant: str) -> Fix | None:
    """An address, of which a problem shows only the beginning where it is long."""
    written = read_document(content).positions.source_at(at) if problem.certain else None
    return Fix(problem, at, written, meant) if written else None


def _date(problem: Problem, content: str, at: int, meant: str) -> Fix | None:
    """A date that can be read in one way; the problem stands at the character where it stops being EDTF."""
    text = problem.text
    start = content.rfind(text, max(at - len(text), 0), at + len(text))
    return Fix(problem, start, text, meant) if problem.certain and start >= 0 else None


def _slip(problem: Problem, content: str, at: int, meant: str) -> Fix | None:
    """A key, id or value with a letter or two wrong, or with letters that look like those of an id."""
    exact = content.startswith(problem.text, at)
    is_meant = problem.certain or is_slip(problem.text, meant)
    return Fix(problem, at, problem.text, meant) if exact and is_meant else None


def _reference(problem: Problem, content: str, at: int, meant: str) -> Fix | None:
    """An id in a field, or in a reference in prose, of which only the id changes."""
    if problem.certain and problem.text.startswith("[") is meant.startswith("["):
        return _certain(problem, content, at, meant)
    written = _id_in(problem.text)
    if "#" in meant or not content.startswith(problem.text, at):
        return None
    if problem.code != problems.FORMER_ID.id and not problem.certain and not is_slip(written, meant):
        return None
    return Fix(problem, at + problem.text.index(written), written, meant)


def _id_in(text: str) -> str:
    """The id in `[[id]]`, `[[kind:id|words]]` or `[@id, page]`; the text itself where it is no such thing."""
    references = linking.find_references(text) if text.startswith("[") else ()
    return references[0].id if references else text


def is_slip(written: str, meant: str) -> bool:
    """Whether a word differs from what is near it by case and separators, or by one letter, in a long word by two."""
    if _plain(written) == _plain(meant):
        return True
    most = 2 if len(meant) >= _LONG else 1
    return OSA.distance(written.casefold(), meant.casefold(), score_cutoff=most) <= most


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.casefold())


_PROPOSALS: Mapping[str, Callable[[Problem, str, int, str], Fix | None]] = {
    problems.CUT_TEXT.id: _in_quotes,
    problems.NOT_A_DATE.id: _date,
    problems.NOT_AN_ADDRESS.id: _address,
    problems.PRIVATE_ADDRESS.id: _address,
    problems.UNKNOWN_KEY.id: _slip,
    problems.NOT_IN_LIST.id: _slip,
    problems.NOT_AN_ID.id: _slip,
    problems.UNKNOWN_ID.id: _reference,
    problems.FORMER_ID.id: _reference,
    problems.UNKNOWN_CLAIM.id: _reference,
    problems.UNKNOWN_PARTY.id: _slip,
}
