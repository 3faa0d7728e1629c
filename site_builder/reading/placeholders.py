"""What is forgotten in a text: words to be filled in later (`TBD`, `lorem ipsum`, `[insert name]`), marks of git."""

import functools
import re
from collections.abc import Iterator

from site_builder import problems
from site_builder.languages import say
from site_builder.reading.documents import Document
from site_builder.reading.faults import Fault
from site_builder.reading.positions import text_start
from site_builder.records import Schema, holds_words

_LATER = (
    "tbd|tbc|tba|tk|tktk|todo|to do|fixme|n/?a|x{2,}|to be (?:determined|confirmed|announced|added|completed|written|"
    "checked|done)|needs? (?:a )?(?:text|translation)|placeholder|(?:some )?text here|à (?:compléter|préciser|vérifier|"
    "définir|confirmer|traduire|écrire|faire)|a (?:completer|preciser|verifier)|por (?:completar|confirmar|definir)|"
    "zu ergänzen|noch offen|уточнить|дополнить|заполнить|уточнити|доповнити|заповнити"
)
"""Alone, in brackets, or behind a colon at the end; within a sentence they are words like any other."""
_TEMPLATES = (
    r"in your own neutral words\.?|what the speaker said, in your words\.?|the words as the source prints them\.?"
)
"""What the examples say that editors and the page on contributing show."""
_ANYWHERE = re.compile(
    r"(?<![\w/#&.-])(?:TBD|TODO|FIXME|TKTK)(?![\w/-])"  # in capitals, because `todo` is a word of Spanish
    r"|(?<![\w-])XXX(?![\w-])(?=\s*(?:[:?!)\]]|$))"  # no Roman numeral, and no part of a date
    r"|(?i:\blorem ipsum\b)"
    r"|(?i:[\[<{(]\s*(?:insert|add|fill in|your|enter|hier|insérer|ajouter|вставить|вставити)\s[^\])}>\n]{0,60}[\])}>])"
    r"|(?<!\?)\?{3,}+(?=\s+\w)|(?<=[(\[])\?{2,}+(?=[)\]])"
    rf"|(?i:[\[({{<]\s*(?:{_LATER})\s*[\])}}>])"
    rf"|(?i:(?<=: )(?:{_LATER})\.?\s*\Z)"
)
_WHOLE = re.compile(rf"(?i:{_LATER}|{_TEMPLATES})[.!?…]*|[?.…_*-]{{1,}}|[–—]")


_MOST_KEPT = 8192
"""Texts of which what was found is kept: ids, dates and terms are the same in many records."""
_LONGEST = 200
"""Longer words are no placeholder as a whole."""
_MAY_STAND = re.compile(r"[\[<{(]|: |\?\?|TBD|TODO|FIXME|TKTK|XXX|orem|OREM")
"""One of these stands wherever something is found: most texts have none, and are passed over."""


def find_placeholders(document: Document, content: str, model: type[Schema]) -> Iterator[Fault]:
    """Each placeholder in words for readers."""
    for path, event in document.scalars:
        found = _placeholders_in(event.value)
        if not found or not holds_words(model, path):
            continue
        start, end = text_start(event, content), event.end_mark.index
        behind = start
        for words in found:
            at = content.find(words, behind, end)
            message = say("`{words}` is a placeholder: write the text, or leave the key out", words=words)
            # Words that a line break parts, or that are escaped, do not stand there as they are read.
            yield Fault(problems.PLACEHOLDER, message, max(at, start), words if at >= 0 else content[start:end])
            behind = max(behind, at + len(words))


@functools.lru_cache(maxsize=_MOST_KEPT)
def _placeholders_in(value: str) -> tuple[str, ...]:
    text = value.strip()
    whole = _WHOLE.fullmatch(text) if 0 < len(text) < _LONGEST else None
    if whole is not None:
        return (whole[0],)
    return tuple(one[0].strip() for one in _ANYWHERE.finditer(text)) if _MAY_STAND.search(text) else ()


_MARK = re.compile(r"^[ \t]*(?P<mark>([<>|=])\2{6,}+)(?=[ \t\r\n]|\Z)[^\r\n]*", re.MULTILINE)
_SAYS = say(
    "git could not merge two changes here: keep what is right, and delete the lines that begin with "
    "<<<<<<<, |||||||, ======= and >>>>>>>"
)


def find_merge_marks(content: str) -> Iterator[Fault]:
    """Each line that git wrote, in whatever text it stands.

    A line of `=======` or `|||||||` is one only where there are others: it can also underline a heading.
    """
    if "<<<<<<<" not in content and ">>>>>>>" not in content:
        return
    marks = list(_MARK.finditer(content))
    for found in marks if any(mark[2] in "<>" for mark in marks) else ():
        yield Fault(problems.MERGE_MARK, _SAYS, found.start("mark"), found[0].strip())
