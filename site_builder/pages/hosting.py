"""Where the records are kept: links to edit one, to begin a new one, and to report an error."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from site_builder.records import Kind, Record
from site_builder.schema import record_template


@dataclass(frozen=True, slots=True)
class Host:
    """Addresses with `{file}`, `{folder}`, `{name}`, `{text}`, `{id}` to be filled in; empty where there are none."""

    edit: str = ""
    new: str = ""
    report: str = ""
    private: str = ""
    """In words, where people write whom a public report would endanger."""


_FILLED = "/{branch}/{events}/{folder}?filename={name}&value={text}"
_FORMS = {
    "github.com": ("/edit/{branch}/{events}/{file}", f"/new{_FILLED}"),
    "gitlab.com": ("/-/edit/{branch}/{events}/{file}", "/-/new/{branch}/{events}/{folder}?file_name={name}"),
    "codeberg.org": ("/_edit/{branch}/{events}/{file}", f"/_new{_FILLED}"),
}
"""What is appended to the address of a repository. GitLab's editor takes no text to begin with."""
_LAST_YEAR = 9999
_REPORTS = {
    "github.com": "/issues/new?title={id}",
    "gitlab.com": "/-/issues/new?issue[title]={id}",
    "codeberg.org": "/issues/new?title={id}",
}


def host_of(repo_url: str, branch: str, events: str, report_url: str, private_address: str) -> Host:
    """The addresses of a repository on a host that is known; elsewhere only what is given."""
    name = urlsplit(repo_url).hostname or ""
    base = repo_url.rstrip("/")
    edit, new = (
        base + form.replace("{branch}", quote(branch)).replace("{events}", quote(events)) if form else ""
        for form in _FORMS.get(name, ("", ""))
    )
    report = report_url or (base + _REPORTS[name] if name in _REPORTS else "")
    return Host(edit, new, report, private_address)


def edit_href(host: Host, record: Record) -> str:
    return host.edit.replace("{file}", quote(record.file))


def report_href(host: Host, record: Record) -> str:
    return host.report.replace("{file}", quote(record.file, safe="")).replace("{id}", quote(record.id))


def new_href(host: Host, kind: Kind, year: int | None = None) -> str:
    """Begins a record of a kind in the host's own editor, with a template filled in where the host takes one.

    An event begins in the folder of its year; where no year is given, in the folder of all records.
    """
    folder, _, name = begun_file(kind, year).rpartition("/")
    is_known = kind is not Kind.EVENT or folder.isdigit()
    address = host.new if is_known else host.new.replace("/{folder}", "")
    filled = address.replace("{folder}", folder).replace("{name}", name)
    return filled.replace("{text}", quote(record_template(kind), safe=""))


def begun_file(kind: Kind, year: int | None = None) -> str:
    """The path of a record to begin with, below the folder of the records: what is in capitals is to be replaced.

    No record may have such a name, so that none keeps it.
    """
    if kind is Kind.EVENT:
        when = f"{year:04}" if year is not None and 0 < year <= _LAST_YEAR else "YYYY"
        return f"{when}/{when}-MM-DD-WHAT-HAPPENED.yml"
    return f"{kind.plural}/{'PUBLISHER-YYYY-MM-DD-WORDS' if kind is Kind.SOURCE else 'THE-NAME'}.yml"


def host_in_markdown(host: Host) -> tuple[str, str]:
    """For hand-written pages: each kind of record to begin with, and the private address."""
    private = host.private or "*This site names no private address. Ask its editors for one before you write.*"
    return "\n".join(_begin(host, kind) for kind in Kind), private


def _begin(host: Host, kind: Kind) -> str:
    """A link that begins a record, and its template to be copied, as one block of markup."""
    name = f"{kind.value[0].upper()}{kind.value[1:]}"
    link = f'<a href="{escape(new_href(host, kind))}">Begin one</a>. ' if host.new else ""
    template = f"<pre><code>{escape(record_template(kind))}</code></pre>"
    return (
        f"<details><summary>{name}</summary>\n"
        f"<p>{link}File: <code>{escape(begun_file(kind))}</code></p>\n{template}\n</details>\n"
    )
