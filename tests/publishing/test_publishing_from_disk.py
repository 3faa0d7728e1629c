"""A site that opens from disk: links to files, scripts that run there, a policy that allows no more, one archive."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from building import tree

from site_builder.publishing import (
    OnDiskError,
    archive_of,
    open_from_disk,
    pack,
    refuse_other_archive,
    refuse_other_folder,
    theme_folder,
)
from site_builder.publishing.from_disk import MARK, page_on_disk

POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">'
FILES = {
    "index.html": '<a href="events/">Events</a>',
    "404.html": "<p>Nothing is here</p>",
    "assets/tl/start.js": "import",
    "assets/javascripts/bundle.min.js.map": "{}",
    "data/chronicle.json": "{}",
    "data/timeline/parts/2024.json": '{"title":"</script> é"}',
    "data/search/pagefind.js": "const at=import.meta.url;export{createInstance,search};",
    "data/search/index/en.pf_index": "packed",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("../timeline/?thread=a/b#year-2024", "../timeline/index.html?thread=a/b#year-2024"),
        ("events/a/#b/", "events/a/index.html#b/"),
        (".", "index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../a.yml", "../a.yml"),
        ("#note", "#note"),
        ("?q=a/", "?q=a/"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("//example.org/", "//example.org/"),
    ],
)
def test_links_to_folders_lead_to_the_pages_in_them(link: str, to: str) -> None:
    assert page_on_disk(f'<p><a class="x" href="{link}">…</a>') == f'<p><a class="x" href="{to}">…</a>'


def test_all_that_leads_on_is_made_so_and_no_text_is() -> None:
    page = '<form action="{0}"><meta http-equiv="refresh" content="0; url={0}"><i data-tl-lists="{0}">'
    assert page_on_disk(page.format("../search/")) == page.format("../search/index.html")
    assert page_on_disk(page.format("../b/").replace('"', "'")) == page.format("../b/index.html").replace('"', "'")
    for text in ('<code>&lt;a href="x/"&gt; integrity="y"</code>', "<script>x = '<a href=\"x/\">' < 2</script>"):
        assert page_on_disk(text) == text


def test_scripts_are_ones_that_a_browser_runs_from_a_disk() -> None:
    page = (
        '<script src="../assets/javascripts/bundle.js" integrity="sha256-a=" crossorigin></script>'
        '<script type="module" src="../assets/tl/start.js" integrity="sha256-b=" data-tl-start></script>'
        '<script type="module" src="own.js"></script>'
    )
    assert page_on_disk(page) == (
        '<script src="../assets/javascripts/bundle.js"></script>'
        '<script defer src="../assets/tl/start.js" data-tl-start></script>'
        '<script type="module" src="own.js"></script>'
    )


def test_the_policy_allows_files_of_the_disk_and_nothing_else_besides() -> None:
    policy = "default-src 'none'; script-src 'sha256-a='; style-src 'self'; img-src 'self' data:; base-uri 'none'"
    on_disk = page_on_disk(POLICY.format(policy) + "<script src=a.js></script>")
    assert on_disk.startswith(
        POLICY.format(
            "default-src 'none'; script-src 'sha256-a=' 'self' file:; style-src 'self' file:; "
            "img-src data: 'self' file:; base-uri 'none'"
        )
    )
    without_scripts = POLICY.format("default-src 'none'; script-src 'sha256-a='")
    assert page_on_disk(without_scripts) == without_scripts


def test_what_scripts_fetch_stands_in_scripts_and_what_only_servers_need_goes(tmp_path: Path) -> None:
    site = write(tmp_path / "site", FILES)
    (site / "own.html").write_bytes('<a href="events/">Événements</a>\r\n'.encode("latin-1"))
    open_from_disk(site, theme_folder())
    files = tree(site)
    assert files["own.html"] == '<a href="events/index.html">Événements</a>\r\n'.encode("latin-1")
    assert files["index.html"] == b'<a href="events/index.html">Events</a>'
    assert files["assets/tl/start.js"].startswith(b'"use strict";(()=>')
    assert files["data/timeline/parts/2024.json"].decode() == FILES["data/timeline/parts/2024.json"]
    assert files["data/timeline/parts/2024.json.js"] == (
        b'document.currentScript.base64="eyJ0aXRsZSI6Ijwvc2NyaXB0PiDDqSJ9"\n'
    )
    assert b"return { createInstance };" in files["data/search/pagefind.js.js"]
    assert b"import" not in files["data/search/pagefind.js.js"]
    gone = {"404.html", "assets/javascripts/bundle.min.js.map", "data/search/pagefind.js"}
    assert not files.keys() & {*gone, "data/search/index/en.pf_index"}
    assert {"data/chronicle.json", "data/search/index/en.pf_index.js", MARK} <= files.keys()


def test_a_search_of_an_unknown_form_is_no_half_of_a_site(tmp_path: Path) -> None:
    site = write(tmp_path, FILES | {"data/search/pagefind.js": "module.exports = {}"})
    with pytest.raises(OnDiskError, match=r"pagefind\.js is of a version that is not known here"):
        open_from_disk(site, theme_folder())
    assert not (site / MARK).exists()


def test_an_archive_is_one_folder_of_the_same_bytes_each_time(tmp_path: Path) -> None:
    packed = []
    for name in ("first", "second"):
        site = write(tmp_path / name / "floods", dict(sorted(FILES.items(), reverse=name == "second")) | {MARK: ""})
        refuse_other_archive(site)
        (site / "index.html").chmod(0o600 if name == "second" else 0o644)
        write(site, {".git/HEAD": f"ref of the {name}"})
        packed.append(pack(site))
        refuse_other_archive(site)
        assert [file.name for file in sorted(site.parent.iterdir())] == ["floods", "floods.zip"]
    assert packed[0].read_bytes() == packed[1].read_bytes()
    with ZipFile(packed[0]) as archive:
        archive.extractall(tmp_path / "unpacked")
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    kept = {name: content for name, content in tree(tmp_path / "first" / "floods").items() if name != ".git/HEAD"}
    assert tree(tmp_path / "unpacked" / "floods") == kept


def test_nothing_that_was_not_made_here_is_overwritten(tmp_path: Path) -> None:
    site = tmp_path / "floods"
    refuse_other_folder(site)
    site.mkdir()
    refuse_other_folder(site)
    write(site, {"thesis.txt": "years of work"})
    with pytest.raises(OnDiskError, match=r"floods is not empty, and `timeline build --offline` has not made it"):
        refuse_other_folder(site)
    (site / MARK).touch()
    refuse_other_folder(site)
    for content in (b"years of work", b""):
        archive_of(site).write_bytes(content)
        with pytest.raises(OnDiskError, match=r"floods\.zip is there, and `timeline build --offline` has not made it"):
            refuse_other_archive(site)
    with ZipFile(archive_of(site), "w", ZIP_STORED) as other:
        other.writestr("thesis.txt", "years of work")
    with pytest.raises(OnDiskError, match="move it away"):
        refuse_other_archive(site)


def test_an_archive_that_cannot_be_written_leaves_the_one_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write(tmp_path / "floods", {"index.html": "", MARK: ""})
    before = pack(site).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space left"):
        pack(site)
    assert archive_of(site).read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["floods", "floods.zip"]
