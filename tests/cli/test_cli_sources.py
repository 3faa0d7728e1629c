"""`timeline sources`: what the commands print and write, with hosts that are on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import pytest
from outside.loopback import Server, answer, archive_of, network, serving

from cli.chronicles import EVENT, REPORT, Project
from site_builder.cli import sources
from site_builder.outside import LONGEST, MARKER, Fate, Result, Round, archiving

SOURCE = "publisher: The agency\nkind: agency\nconsulted: full\nurl: {url}\n"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that is all that the command reaches; names that end in `.none.example` lead nowhere."""
    monkeypatch.setattr(sources, "reach", lambda: network({"gone.none.example": [], "inner.example": ["10.0.0.1"]}))
    monkeypatch.setattr(sources, "_PAUSE", 0.0)
    monkeypatch.delenv("SITE_URL", raising=False)
    with serving() as served:
        yield served


@pytest.fixture
def asked(project: Project, server: Server) -> Project:
    """A chronicle whose addresses end in each way."""
    server.routes |= {
        "/fine": answer(200),
        "/old": answer(301, Location="/fine"),
        "/gone": answer(404),
        "/kept": answer(410),
        "/members": answer(403),
    }
    urls = {name: server.url("news.example", f"/{name}") for name in ("fine", "old", "gone", "kept", "members")}
    urls |= {"nowhere": "https://gone.none.example/", "inner": "https://inner.example/a"}
    for name, url in urls.items():
        project.write(f"events/sources/{name}.yml", SOURCE.format(url=url))
    kept = f"archive: {server.url('archive.example', '/fine')}\n"
    project.write("events/sources/kept.yml", SOURCE.format(url=urls["kept"]) + kept)
    media = f'media: [{{url: "{urls["gone"]}", shows: A bridge}}]\n'
    project.write(REPORT, EVENT.format(media))
    return project


def test_each_address_that_needs_a_person_is_listed_after_where_it_stands(asked: Project, server: Server) -> None:
    done = asked.run("sources", "check")
    host = f"http://news.example:{server.server_port}"
    assert done.stdout.splitlines() == [
        f"events/sources/old.yml: url: moved: {host}/old → {host}/fine",
        f"{REPORT}: media.0.url: gone: {host}/gone (the host answered 404; there is no archived copy)",
        f"events/sources/gone.yml: url: gone: {host}/gone (the host answered 404; there is no archived copy)",
        f"events/sources/kept.yml: url: gone: {host}/kept (the host answered 410; there is an archived copy)",
        f"events/sources/members.yml: url: refused: {host}/members (the host answered 403)",
        "events/sources/nowhere.yml: url: unreachable: https://gone.none.example/ "
        "(no host has the name `gone.none.example`)",
        "events/sources/inner.yml: url: not asked: https://inner.example/a "
        "(`inner.example` is 10.0.0.1, which is not of the open internet)",
        "8 addresses: 2 fine, 1 moved, 2 gone, 1 refused, 1 unreachable, 1 not asked",
    ]
    assert done.exit_code == 1
    assert all(head["User-Agent"].startswith("mkdocs-timeline/") for head in server.heads)


def test_only_what_is_named_is_asked_and_nothing_to_do_is_no_failure(asked: Project, server: Server) -> None:
    done = asked.run("sources", "check", "events/sources/fine.yml", "--site-url", "https://site.example/é")
    assert (done.stdout, done.exit_code) == ("1 address: 1 fine\n", 0)
    assert server.asked == [("HEAD", "news.example", "/fine")]
    assert server.heads[0]["User-Agent"].endswith(" (+https://site.example/%C3%A9)")


def test_a_record_that_cannot_be_read_is_named_and_is_no_success(asked: Project) -> None:
    asked.write("events/sources/broken.yml", "publisher: P\nurl: https://news.example/lost\nkind: nothing\n")
    asked.write("events/sources/bent.yml", "publisher: [P\n")
    why = "has errors, so its addresses were not asked: `timeline check` lists them"
    wanted = ("events/sources/fine.yml", "events/sources/broken.yml", "events/sources/bent.yml")
    done = asked.run("sources", "check", *wanted)
    assert done.stdout.splitlines() == [
        f"events/sources/bent.yml: {why}",
        f"events/sources/broken.yml: {why}",
        "1 address: 1 fine; 2 records could not be read",
    ]
    assert done.exit_code == 1
    issue = asked.run("sources", "check", *wanted, "--format", "markdown").stdout
    assert "### Not read: 2\n\nHas errors" in issue
    assert "- `events/sources/broken.yml`\n" in issue
    data = json.loads(asked.run("sources", "check", *wanted, "--format", "json").stdout)
    assert data["unread"] == ["events/sources/bent.yml", "events/sources/broken.yml"]
    assert asked.run("sources", "check", "events/sources/fine.yml").exit_code == 0


def test_what_is_known_when_somebody_stops_it_is_printed(asked: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(urls: Iterable[str], *others: object) -> Round:
        return Round({url: Fate(Result.GONE if "gone" in url else Result.NOT_ASKED) for url in urls}, was_stopped=True)

    monkeypatch.setattr(sources, "ask_all", stopped)
    done = asked.run("sources", "check", "events/sources")
    assert done.stdout.splitlines()[-1] == "8 addresses: 2 gone, 6 not asked"
    assert done.exit_code == 2


def test_a_chronicle_without_addresses_has_nothing_to_ask(project: Project, server: Server) -> None:
    done = project.run("sources", "check", "--minutes", "1")
    assert (done.stdout, done.exit_code) == ("0 addresses\n", 0)


def test_no_record_is_changed(asked: Project) -> None:
    before = {path: path.read_bytes() for path in asked.folder.rglob("*") if path.is_file()}
    asked.run("sources", "check")
    assert {path: path.read_bytes() for path in asked.folder.rglob("*") if path.is_file()} == before


def test_programs_get_every_address_with_what_became_of_it(asked: Project, server: Server) -> None:
    done = asked.run("sources", "check", "--format", "json")
    data = json.loads(done.stdout)
    assert data["version"] == 1
    assert data["counts"]["gone"] == 2
    [gone] = [one for one in data["addresses"] if one["url"].endswith("/gone")]
    assert (gone["result"], gone["status"], gone["new"]) == ("gone", 404, "")
    assert [where["file"] for where in gone["in"]] == [REPORT, "events/sources/gone.yml"]
    assert done.exit_code == 1


def test_the_text_of_an_issue_has_no_markup_of_records_or_hosts(project: Project, server: Server) -> None:
    server.routes["/a~~b~~*c*"] = answer(301, Location="/@everyone/#1/<b>`x`")
    server.routes["/@everyone/"] = answer(200)
    project.write("events/sources/a.yml", SOURCE.format(url=server.url("news.example", "/a~~b~~*c*")))
    done = project.run("sources", "check", "--format", "markdown")
    host = f"http://news.example:{server.server_port}"
    assert done.stdout == (
        f"{MARKER}\n**1 address: 1 moved.** Nothing was changed: a person decides.\n"
        "\n### Moved: 1\n\nIt leads to another address for good: write that one, if it has the same text.\n\n"
        f"- `{host}/a~~b~~*c*` → `{host}/@everyone/`: `events/sources/a.yml: url`\n"
    )


def test_the_text_of_an_issue_has_room_in_one(project: Project, server: Server) -> None:
    for number in range(400):
        url = f"https://gone.none.example/{number}{'x' * 200}"
        project.write(f"events/sources/a{number:03}.yml", SOURCE.format(url=url))
    done = project.run("sources", "check", "--format", "markdown")
    assert len(done.stdout) <= LONGEST
    assert "### Unreachable: 400" in done.stdout
    assert done.stdout.splitlines()[-1].endswith(" more")


def test_what_is_no_address_of_a_site_is_not_sent_to_anybody(asked: Project, server: Server) -> None:
    done = asked.run("sources", "check", "--site-url", "https://site.example/\r\nX: y")
    assert done.exit_code == 2
    assert "expected an address without" in done.stderr
    assert server.asked == []


COPIED = {"status": "success", "timestamp": "20261128050000"}
UNTIDY = "kind:   agency   # not in order\nurl: https://news.example/a\npublisher: 'The agency'\nconsulted: full\n"


@pytest.fixture
def archived(project: Project, server: Server, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A chronicle with a source that is not archived, and an archive that copies it."""
    monkeypatch.setattr(archiving, "_BETWEEN", 0.0)
    monkeypatch.setenv("TIMELINE_ARCHIVE", server.url("archive.example", ""))
    monkeypatch.delenv("TIMELINE_ARCHIVE_KEYS", raising=False)
    archive_of(server, COPIED, COPIED)
    project.write("events/sources/a.yml", UNTIDY)
    return project


def test_the_line_for_a_copy_is_proposed_and_the_record_left_alone(archived: Project, server: Server) -> None:
    done = archived.run("sources", "archive", "a")
    copy = server.url("archive.example", "/web/20261128050000/https://news.example/a")
    assert (done.stdout, done.stderr, done.exit_code) == (f"events/sources/a.yml: archive: {copy}\n", "", 0)
    assert archived.read("events/sources/a.yml") == UNTIDY


def test_the_line_is_written_and_nothing_else_of_the_record_changes(archived: Project, server: Server) -> None:
    done = archived.run("sources", "archive", "a", "--write")
    copy = server.url("archive.example", "/web/20261128050000/https://news.example/a")
    assert done.exit_code == 0
    url = "url: https://news.example/a\n"
    assert archived.read("events/sources/a.yml") == UNTIDY.replace(url, f"{url}archive: {copy}\n")
    again = archived.run("sources", "archive", "a", "--write")
    assert (again.stderr, again.exit_code) == ("events/sources/a.yml: has an archived copy already\n", 0)
    assert len(server.asked) == 2


def test_what_cannot_be_archived_is_said_and_the_others_are(archived: Project, server: Server) -> None:
    done = archived.run("sources", "archive", "agency-report", "nobody", "a")
    assert done.stderr.splitlines() == [
        "events/sources/agency-report.yml: it has no address",
        "no source has the id `nobody`, or it has errors: `timeline check` lists them",
    ]
    assert done.stdout.startswith("events/sources/a.yml: archive: http")
    assert done.exit_code == 1


def test_a_copy_that_would_be_an_error_in_the_record_is_not_written(archived: Project, server: Server) -> None:
    long = UNTIDY.replace("news.example/a", f"news.example/{'a' * 1975}")
    archived.write("events/sources/a.yml", long)
    done = archived.run("sources", "archive", "a", "--write")
    assert done.exit_code == 1
    assert "expected at most 2000 characters" in done.stderr
    assert done.stdout.startswith("events/sources/a.yml: archive: http")
    assert archived.read("events/sources/a.yml") == long


def test_an_archive_has_an_address_of_the_open_web(archived: Project, server: Server) -> None:
    done = archived.run("sources", "archive", "a", "--archive", "http://127.0.0.1/")
    assert done.exit_code == 2
    assert server.asked == []
