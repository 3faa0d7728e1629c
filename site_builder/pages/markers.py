"""What the engine fills into the pages that people write by hand, at markers that Markdown takes for comments."""

import re
from html import escape

from site_builder.languages import say, translate, translations
from site_builder.pages.hosting import Host, begun_file, new_href
from site_builder.pages.profile_markers import PROFILE_MARKERS
from site_builder.problems import CODES, GROUPS
from site_builder.records import Kind, Profile
from site_builder.schema import record_template
from site_builder.vocabulary import Vocabulary

WORDS = "<!-- timeline: words -->"
NEW_RECORDS = "<!-- timeline: new records -->"
PROBLEMS = re.compile("<!-- timeline: problems (?:of ([a-z]+) )?-->")
PRIVATE_ADDRESS = "<!-- timeline: private address -->"
END = "<!-- timeline: end -->"
"""Ends what stands in the place of a marker where the page is read without us, on the repository's host."""
_KINDS = {
    Kind.EVENT: say("Event"),
    Kind.ACTOR: say("Actor"),
    Kind.PLACE: say("Place"),
    Kind.SOURCE: say("Source"),
    Kind.THREAD: say("Thread"),
    Kind.QUESTION: say("Question"),
}


def filled_in(
    markdown: str, host: Host, vocabulary: Vocabulary, language: str = "en", profile: Profile | None = None
) -> str:
    """A hand-written page with what the engine and the profile know in the places of its markers."""
    if "<!-- timeline: " not in markdown:
        return markdown
    profile = profile or Profile()
    records, private = host_in_markdown(host, vocabulary, profile, language)
    markdown = PROBLEMS.sub(lambda found: _problems(found[1], language), markdown)
    filled = _put(_put(markdown, NEW_RECORDS, records), PRIVATE_ADDRESS, private)
    for marker, view in PROFILE_MARKERS.items():
        filled = _put(filled, marker, view(profile, language)) if marker in filled else filled
    return _put(filled, WORDS, words_in_markdown(vocabulary, language)) if WORDS in filled else filled


def _problems(group: str | None, language: str) -> str:
    """The codes of one group, or of all, each with an anchor that was its address on the page of its group."""
    headings = [translate(heading, language) for heading in (say("code"), say("problem"), say("severity"))]
    header = f"| {' | '.join(headings)} |"
    lines = []
    for name, title in GROUPS.items():
        if group in (None, name):
            lines += ["", f"{'#' if group else '##'} {title}", "", header, "| --- | --- | --- |"]
            for code in CODES.values():
                if code.page.group == name:
                    link = f'<a id="{code.id.lower()}"></a>[{code.id}]({code.id}.md)'
                    lines.append(f"| {link} | {code.page.title} | {code.severity.value} |")
    return "\n".join(lines).strip()


def _put(markdown: str, marker: str, text: str) -> str:
    """Text in the place of a marker, and of all up to the marker's end where it has one before the next marker."""
    before, found, after = markdown.partition(marker)
    if not found:
        return markdown
    instead, ended, rest = after.partition(END)
    after = rest if ended and "<!-- timeline: " not in instead else after
    return before + text + _put(after, marker, text)


def words_in_markdown(vocabulary: Vocabulary, language: str) -> str:
    """A heading for each closed list, and under it each value with the sentence that defines it."""
    gettext = translations(language).gettext
    parts = []
    for heading, terms in vocabulary.under_headings():
        lines = [f"- **{gettext(term.label)}** (`{term.value}`): {gettext(term.definition)}" for term in terms]
        parts.append("\n".join((f"### {gettext(heading)}", "", *lines)))
    return "\n\n".join(parts)


def host_in_markdown(host: Host, vocabulary: Vocabulary, profile: Profile, language: str) -> tuple[str, str]:
    """For hand-written pages: each kind of record to begin with, and the private address."""
    unnamed = say("This site names no private address. Ask its editors for one before you write.")
    named = profile.private_address
    private = named.choose(language)[0] if named is not None else f"*{translate(unnamed, language)}*"
    return "\n".join(_begin(host, kind, vocabulary, language) for kind in Kind), private


def _begin(host: Host, kind: Kind, vocabulary: Vocabulary, language: str) -> str:
    """A link that begins a record, and its template to be copied, as one block of markup."""
    name, begin = translate(_KINDS[kind], language), translate(say("Begin one"), language)
    link = f'<a href="{escape(new_href(host, kind, vocabulary))}">{begin}</a>. ' if host.new else ""
    template = f"<pre><code>{escape(record_template(kind, vocabulary))}</code></pre>"
    file = translate(say("File:"), language)
    return (
        f"<details><summary>{name}</summary>\n"
        f"<p>{link}{file} <code>{escape(begun_file(kind))}</code></p>\n{template}\n</details>\n"
    )
