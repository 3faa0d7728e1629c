"""Where the records are kept: links to edit one, to begin a new one, and to report an error."""

from __future__ import annotations

from dataclasses import dataclass
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


_FORMS = {
    "github.com": ("/edit/{branch}/{events}/{file}", "/new/{branch}/{events}/{folder}?filename={name}&value={text}"),
    "gitlab.com": ("/-/edit/{branch}/{events}/{file}", "/-/new/{branch}/{events}/{folder}?file_name={name}"),
    "codeberg.org": ("/_edit/{branch}/{events}/{file}", "/_new/{branch}/{events}/{folder}?value={text}"),
}
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


def new_href(host: Host, kind: Kind) -> str:
    """Begins a record of a kind in the host's own editor, with a template filled in where the host takes one."""
    folder, name = ("2024", "2024-07-27-what-happened.yml") if kind is Kind.EVENT else (kind.plural, "new-name.yml")
    return host.new.replace("{folder}", folder).replace("{name}", name).replace("{text}", quote(record_template(kind)))


def host_in_markdown(host: Host) -> tuple[str, str]:
    """For hand-written pages: links that begin each kind of record, and the private address."""
    links = "\n".join(f"- [A new {kind.value}]({new_href(host, kind)})" for kind in Kind) if host.new else ""
    private = host.private or "*This site names no private address. Ask its editors for one before you write.*"
    return links, private
