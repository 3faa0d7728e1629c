"""Where the records are kept: links to edit one, to begin a new one, and to report an error."""

import re
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from site_builder.reading import year_name
from site_builder.records import Kind, Record
from site_builder.schema import record_template
from site_builder.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Host:
    """Addresses with `{file}`, `{folder}`, `{name}`, `{text}`, `{id}` to be filled in; empty where there are none."""

    edit: str = ""
    new: str = ""
    report: str = ""


_FILLED = "{folder}?filename={name}&value={text}"
_GITHUB, _GITLAB, _GITEA, _BITBUCKET = "github", "gitlab", "gitea", "bitbucket"
_HOSTS = {
    re.compile(rf"(?:^|[.-])(?:{names})(?:[.-]|$)"): host
    for names, host in {
        "github": _GITHUB,
        "gitlab": _GITLAB,
        "codeberg|gitea|forgejo": _GITEA,
        "bitbucket": _BITBUCKET,
    }.items()
}
"""What is part of a host's name says which software it runs, also where an organisation runs its own."""
_EDIT = {
    _GITHUB: "/edit/{branch}/{events}/{file}",
    _GITLAB: "/-/edit/{branch}/{events}/{file}",
    _GITEA: "/_edit/{branch}/{events}/{file}",
    _BITBUCKET: "/src/{branch}/{events}/{file}?mode=edit&at={branch}",
}
"""What is appended to the address of a repository."""
_NEW = {
    _GITHUB: (re.compile(r"/(?:edit|blob|tree)/(.*/)?{file}"), f"/new/{{above}}{_FILLED}"),
    _GITLAB: (re.compile(r"/(?:-/)?(?:edit|blob|tree)/(.*/)?{file}"), "/-/new/{above}{folder}?file_name={name}"),
    _GITEA: (re.compile(r"/(?:_edit|src/branch)/(.*/)?{file}"), f"/_new/{{above}}{_FILLED}"),
}
"""The end of the address at which a file is edited or shown, and of that at which one is begun.

GitLab's editor takes no text to begin with, and Bitbucket's no name.
"""
_LAST_YEAR = 9999
_YEAR_TO_REPLACE = "YYYY"
_REPORTS = {
    _GITHUB: "/issues/new?title={id}",
    _GITLAB: "/-/issues/new?issue[title]={id}",
    _GITEA: "/issues/new?title={id}",
}


def host_of(repo_url: str, branch: str, events: str | None, report_url: str) -> Host:
    """The addresses of a repository on a host that is known; elsewhere only what is given.

    `events` is the folder of the records from the root of the repository, or None where it is not in it.
    """
    base, software = repository_address(repo_url), _software(repo_url)
    edit = ""
    if software in _EDIT and events is not None:
        form = _EDIT[software].replace("{branch}", quote(branch))
        edit = base + form.replace("{events}/", f"{quote(events)}/" if events else "")
    report = report_url or (base + _REPORTS[software] if software in _REPORTS else "")
    return edited_at(Host(report=report), edit)


def edited_at(host: Host, edit: str) -> Host:
    """A host whose records are edited at an address, in which `{file}` stands for one; new ones are begun beside it."""
    end, form = _NEW.get(_software(edit), (None, ""))
    found = end.search(edit) if end is not None else None
    if found is None or found.end() != len(edit):
        return replace(host, edit=edit, new="")
    return replace(host, edit=edit, new=edit[: found.start()] + form.replace("{above}", found[1] or ""))


def repository_address(repo_url: str) -> str:
    """The address of a repository's pages, from the one that it is cloned from or shown at."""
    return re.sub(r"^(?:ssh|git)://(?:[^@/]*@)?", "https://", repo_url.strip()).rstrip("/").removesuffix(".git")


def _software(address: str) -> str:
    """What a host runs, by its name; empty where that does not say it."""
    try:
        name = urlsplit(repository_address(address)).hostname or ""
    except ValueError:
        return ""
    return next((host for names, host in _HOSTS.items() if names.search(name)), "")


def edit_href(host: Host, record: Record) -> str:
    return host.edit.replace("{file}", quote(record.file)).replace("{file!q}", quote(record.file, safe=""))


def report_href(host: Host, record: Record) -> str:
    return host.report.replace("{file}", quote(record.file, safe="")).replace("{id}", quote(record.id))


def new_href(host: Host, kind: Kind, vocabulary: Vocabulary, year: int | None = None) -> str:
    """Begins a record of a kind in the host's own editor, with a template filled in where the host takes one.

    An event begins in the folder of its year; where no year is given, in the folder of all records.
    """
    folder, _, name = begun_file(kind, year).rpartition("/")
    is_known = kind is not Kind.EVENT or folder != _YEAR_TO_REPLACE
    address = host.new if is_known else host.new.replace("/{folder}", "")
    filled = address.replace("{folder}", folder).replace("{name}", name)
    return filled.replace("{text}", quote(record_template(kind, vocabulary), safe=""))


def begun_file(kind: Kind, year: int | None = None) -> str:
    """The path of a record to begin with, below the folder of the records: what is in capitals is to be replaced.

    No record may have such a name, so that none keeps it.
    """
    if kind is Kind.EVENT:
        when = _YEAR_TO_REPLACE if year is None or abs(year) > _LAST_YEAR else year_name(year, digits=4)
        return f"{when}/{when}-MM-DD-WHAT-HAPPENED.yml"
    return f"{kind.plural}/{'PUBLISHER-YYYY-MM-DD-WORDS' if kind is Kind.SOURCE else 'THE-NAME'}.yml"
