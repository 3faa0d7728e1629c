"""Makes a built site one that opens from disk, without a server: `file://…/index.html`.

To a browser each file of a disk is a site of its own. A page may show images, apply style sheets and run scripts that
are no modules. It can fetch nothing, and what has an `integrity` is refused, as that asks for leave by CORS, which a
disk does not give. Source: WHATWG, URL, section 4.7 (the origin of `file:` is opaque) and HTML, section 4.12.1; W3C,
Subresource Integrity, section 3.3.

So links lead to `index.html` where a server would find it in a folder; scripts are bundled a second time, as what a
script may be here; and what they would fetch stands beside each file in a script, as base64. The policy of pages still
lets nothing run that stands in a page, and nothing come from elsewhere. But of files it lets any be a script: without
an integrity none can be told from the others.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from site_builder import TimelineError
from site_builder.formats import FOLDER as DATA_FOLDER
from site_builder.formats import SEARCH_FOLDER
from site_builder.languages import say
from site_builder.publishing.bundled import FOLDER, ON_DISK
from site_builder.publishing.search import SCRIPT
from site_builder.publishing.workers import count_processes
from site_builder.publishing.writing import write_files

MARK = ".opens-from-disk"
"""The file by which a folder that was made here is known."""
VARIABLE = "TIMELINE_OFFLINE"
"""The variable of the environment by which a command says that a build is to be one that opens from disk."""
_OF_SERVERS = ("404.html", "sitemap.xml", "sitemap.xml.gz", "assets/**/*.map")
"""What only a server shows or a search engine reads, and what is for those who look for faults in Material."""

_TAG = re.compile(r"(?P<script><script\b[^<>]*>)(?P<code>.*?</script>)|<[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
"""A tag; that of a script with what stands in it, which is no markup and has a hash."""
_LINK = re.compile(r"""(\s(?:href|action|data-tl-lists)=["']|\scontent=["']0; ?url=)([^"'?#]+)""")
_NEEDS_A_SERVER = re.compile(r'\s(?:integrity="[^"]*"|crossorigin(?:="[^"]*")?)(?=[\s>/])', re.IGNORECASE)
_MODULE = re.compile(rf'\stype="module"(?=\s[^>]*\bsrc="[^"]*{re.escape(FOLDER)}/)')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_LOADS_SCRIPTS = re.compile(r"<script\s[^>]*\bsrc=", re.IGNORECASE)
_FILES = "file:"
"""What stands in a policy for the files of a disk; some browsers take `'self'` for them too."""

_EXPORTS = re.compile(r"export\s*\{[^{}]*\bcreateInstance\b[^{}]*\};?\s*$")
_OF_THE_MODULE = "import.meta"


class OnDiskError(TimelineError):
    """A site cannot be made to open from disk."""


def open_from_disk(site: Path, theme: Path) -> None:
    """Make a built site, which nobody reads yet, open from disk. Raises OnDiskError, WorkerError and OSError."""
    for pattern in _OF_SERVERS:
        for file in site.glob(pattern):
            file.unlink()
    pages = [(_name(page, site), partial(_page_on_disk, page)) for page in site.rglob("*.html")]
    fetched = [*_fetched(site)]
    scripts = [(f"{_name(file, site)}.js", partial(_script_on_disk, file)) for file in fetched]
    write_files(site, (*pages, *scripts), count_processes(len(pages)))
    for script in (theme / ON_DISK).glob("*.js"):
        (site / FOLDER / script.name).write_bytes(script.read_bytes())
    for file in fetched:
        if file.suffix != ".json":
            # Nobody reads these but a script.
            file.unlink()
    (site / MARK).touch()


def refuse_other_folder(folder: Path) -> None:
    """Raise OnDiskError where a folder is a file, or holds something that was not made here, which would be lost."""
    if folder.exists() and not folder.is_dir():
        raise OnDiskError(say("{folder} is a file: name a folder that is not there", folder=folder))
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise OnDiskError(
            say(
                "{folder} is not empty, and `timeline build --offline` has not made it: name one that is not there",
                folder=folder,
            )
        )


def refuse_inside(folder: Path, others: Iterable[Path]) -> None:
    """Raise OnDiskError where a folder lies in one of those from which a site is built."""
    for other in others:
        if other.is_dir() and folder.resolve().is_relative_to(other.resolve()):
            raise OnDiskError(
                say("{folder} lies in {other}, from which the site is built: name another", folder=folder, other=other)
            )


def _fetched(site: Path) -> Iterator[Path]:
    """What scripts would fetch."""
    yield from sorted((site / DATA_FOLDER).rglob("*.json"))
    yield from sorted(file for file in (site / SEARCH_FOLDER).rglob("*") if file.is_file())


def _name(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()


def _page_on_disk(page: Path) -> bytes:
    # A page of the site's own may be in any encoding.
    return page_on_disk(page.read_bytes().decode(errors="surrogateescape")).encode(errors="surrogateescape")


def _script_on_disk(file: Path) -> str:
    content = file.read_bytes()
    return _pagefind_on_disk(content.decode()) if file.name == SCRIPT else _as_script(content)


def page_on_disk(html: str) -> str:
    """A page as it stands on a disk."""
    loads_scripts = _LOADS_SCRIPTS.search(html) is not None
    html = _TAG.sub(lambda tag: _tag_on_disk(tag["script"] or tag[0]) + (tag["code"] or ""), html)
    return _POLICY.sub(lambda policy: policy[1] + _policy_on_disk(policy[2], loads_scripts=loads_scripts), html)


def _tag_on_disk(tag: str) -> str:
    tag = _NEEDS_A_SERVER.sub("", tag)
    tag = _MODULE.sub(" defer", tag)
    return _LINK.sub(lambda link: link[1] + _to_file(link[2]), tag)


def _to_file(path: str) -> str:
    """The path of a relative link as one to a file; one that begins elsewhere as it is."""
    if path.startswith("/") or ":" in path.partition("/")[0]:
        return path
    before, slash, last = path.rpartition("/")
    if last in ("", "."):
        return f"{before}{slash}index.html"
    return f"{path}/index.html" if last == ".." else path


def _policy_on_disk(policy: str, *, loads_scripts: bool) -> str:
    directives = []
    for directive in policy.split("; "):
        name, *sources = directive.split(" ")
        if "'self'" in sources or (name == "script-src" and loads_scripts):
            sources = [*(source for source in sources if source not in ("'self'", "'none'")), "'self'", _FILES]
        directives.append(" ".join((name, *sources)))
    return "; ".join(directives)


def _as_script(content: bytes) -> str:
    """What a file holds, as a script that leaves it where `theme/scripts/disk.ts` looks for it."""
    return f'document.currentScript.base64="{b64encode(content).decode()}"\n'


def _pagefind_on_disk(module: str) -> str:
    """Pagefind's module as a function that takes what to fetch by. Raises OnDiskError where it is of another form."""
    code, found = _EXPORTS.subn("return { createInstance };", module)
    if not found:
        raise OnDiskError(say("{program} is of a version that is not known here", program=SCRIPT))
    code = code.replace(_OF_THE_MODULE, "({})")
    return "\n".join(("document.currentScript.makePagefind=(fetch)=>{", '"use strict";', code, "};", ""))
