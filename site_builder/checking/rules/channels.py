"""Belligerents' own channels are not linked, and media under a state's control are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from site_builder import problems
from site_builder.checking.findings import Finding, rule
from site_builder.checking.rules.addresses import addresses_of
from site_builder.checking.world import World
from site_builder.reading import RecordPath
from site_builder.records import Record, Source
from site_builder.vocabulary import SourceKind

_X = ("x.com", "twitter.com", "nitter.net", "xcancel.com", "fxtwitter.com", "vxtwitter.com", "fixupx.com", "fixvx.com")
"""X, and what shows its posts."""


def _accounts(*names: str) -> tuple[str, ...]:
    """Where accounts on X are read."""
    return tuple(f"{host}/{name}" for name in names for host in _X)


CHANNELS = {
    "Telegram": (
        *("t.me", "telegram.me", "telegram.dog", "telegram.org", "telegra.ph", "tlgrm.eu", "tlgrm.ru"),
        *("tgstat.com", "tgstat.ru", "telemetr.io", "telemetr.me", "tgram.ru", "tx.me"),
    ),
    "VK": ("vk.com", "vk.ru", "vk.cc", "vkvideo.ru", "userapi.com"),
    "Odnoklassniki": ("ok.ru", "odnoklassniki.ru"),
    "Rutube": ("rutube.ru",),
    "Ukraine's military intelligence": (*_accounts("di_ukraine"), "youtube.com/@diukraine", "gur.gov.ua"),
    "Russia's defence ministry": (*_accounts("mod_russia"), "function.mil.ru", "mil.ru"),
    "Mali's army": ("fama.ml",),
}
"""Hosts, or hosts and how the path begins, where belligerents publish their own footage and claims."""

STATE_OUTLETS = {
    "Russia": (
        *(
            "tass.com",
            "tass.ru",
            "rt.com",
            "ria.ru",
            "rg.ru",
            "sputniknews.com",
            "sputnikglobe.com",
            "sputniknews.africa",
        ),
        *("vesti.ru", "smotrim.ru", "1tv.ru", "tvzvezda.ru", "afrinz.ru"),
    ),
    "Ukraine": ("ukrinform.net", "ukrinform.ua", "ukrinform.fr", "armyinform.com.ua", "kanaldom.tv", "uatv.ua"),
    "Mali": ("ortm.ml", "amap.ml", "lessor.ml"),
    "Burkina Faso": ("aib.media", "rtb.bf", "sidwaya.info"),
    "Niger": ("anp.ne", "ortn.ne", "lesahel.org"),
    "Algeria": ("aps.dz", "entv.dz"),
    "Sudan": ("suna-sd.net",),
    "China": ("news.cn", "xinhuanet.com", "cgtn.com", "globaltimes.cn"),
    "Iran": ("presstv.ir", "irna.ir", "tasnimnews.com"),
    "Turkey": ("aa.com.tr", "trtworld.com", "trtafrika.com"),
}
"""Domains of media that a state owns and directs, by the state."""

COMPILATIONS = {
    "an encyclopedia": (
        *("wikipedia.org", "wikiwand.com", "wikimili.com", "wikizero.com", "wiki2.org", "wikibrief.org", "dbpedia.org"),
        *("wikidata.org", "wikitia.com", "everybodywiki.com", "alchetron.com", "wikimonde.com", "kiwix.org"),
        *("fandom.com", "wikia.com", "wikia.org", "miraheze.org", "infogalactic.com", "justapedia.org"),
        *("britannica.com", "universalis.fr", "larousse.fr/encyclopedie", "treccani.it", "brockhaus.de", "bigenc.ru"),
        *("encyclopedia.com", "newworldencyclopedia.org", "conservapedia.com", "rationalwiki.org", "ruwiki.ru"),
        *(
            "academic.ru",
            "baike.baidu.com",
            "baike.com",
            "namu.wiki",
            "marefa.org",
            "scholarpedia.org",
            "citizendium.org",
        ),
        *("vikidia.org", "grokipedia.com", "deletionpedia.org", "peoplepill.com", "prabook.com", "kiddle.co"),
    ),
}
"""Hosts, or hosts and how the path begins, of works that are put together from publications."""
_COMPILERS = re.compile(
    r"(?:\w+ )?(?:wikipedia|wikiwand|wikinews|wikidata|dbpedia|everybodywiki|alchetron|encyclopa?edia"
    r"|вікіпедія|википедия|ويكيبيديا|wikipédia|vikipedi|grokipedia)\b.*",
    re.IGNORECASE,
)
"""Publishers of such, by name."""

_HOSTS = sorted(
    {
        address.partition("/")[0]
        for of in (CHANNELS, STATE_OUTLETS, COMPILATIONS)
        for known in of.values()
        for address in known
    }
)
_KNOWN = re.compile(rf"[/.@](?:{'|'.join(map(re.escape, _HOSTS))})(?![\w-])", re.IGNORECASE)
"""What stands in every address that leads to one of these: looked for first, because that is cheap."""
_INNER = re.compile(
    r"(?<=.)https?:/{1,2}|(?<=/web)/[0-9*]{4,}(?:[a-z]{2}_)?/(?!https?:)|(?<=/newest)/(?!https?:)", re.IGNORECASE
)
"""What stands before the address of what was archived."""
_TRANSLATED = re.compile(r"(?<=://)[\w.-]+(?=\.translate\.goog\b)", re.IGNORECASE)
_DECODINGS = 2
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\])]+", re.IGNORECASE)


@rule
def belligerents_channels(world: World) -> Iterator[Finding]:
    """No belligerent's own channel is linked: whoever relayed it is cited."""
    for record, path, url in _links(world):
        channel = _owner(url, CHANNELS)
        if channel is not None:
            message = f"this leads to {channel}, where belligerents publish their own: cite who relayed it"
            yield Finding(problems.BELLIGERENT_CHANNEL, record, path, message, needle=url)


@rule
def state_outlets(world: World) -> Iterator[Finding]:
    """A source in a state's medium says so: its kind is `party` or `official`, or `controlled_by` names the state."""
    for source in world.sources.values():
        path, url = ("url", source.url) if source.url is not None else ("archive", source.archive)
        if url is None or source.controlled_by is not None:
            continue
        state = _owner(url, STATE_OUTLETS)
        if state is not None and source.kind not in (SourceKind.PARTY, SourceKind.OFFICIAL):
            message = f"{source.publisher} is a medium of a state: write `controlled_by: {state}`"
            yield Finding(problems.STATE_OUTLET, source, (path,), message)


def is_compilation(source: Source) -> bool:
    """Whether a source is put together from publications, as it says or as its address or publisher shows.

    Also where only a copy was read that stands in such a work, because nobody read what it was copied from.
    """
    return source.kind is SourceKind.COMPILATION or compiler_of(source) is not None


def compiler_of(source: Source) -> RecordPath | None:
    """The key whose value shows that a source is a compilation; None where nothing does.

    An archive's copy of one is one too, but a page of another that merely lies in an archive is none.
    """
    copy = source.read_in
    named: list[tuple[RecordPath, str]] = [(("publisher",), source.publisher)]
    named += [(("read_in", "publisher"), copy.publisher)] if copy is not None else []
    addresses: list[tuple[RecordPath, str | None]] = [(("url",), source.url), (("archive",), source.archive)]
    addresses += [(("read_in", "url"), copy.url)] if copy is not None else []
    for path, url in addresses:
        if url is not None and _owner(url, COMPILATIONS) is not None:
            return path
    return next((path for path, name in named if _COMPILERS.fullmatch(name.strip())), None)


@rule
def undeclared_compilations(world: World) -> Iterator[Finding]:
    """A source that its address or its publisher shows to be a compilation has that kind."""
    for source in world.sources.values():
        path = compiler_of(source)
        if path is None or path[0] == "read_in" or source.kind in (None, SourceKind.COMPILATION):
            continue
        message = f"`{source.kind.value}` is not what its {path[0]} shows: an encyclopedia or list is a compilation"
        yield Finding(problems.WRONG_SOURCE_KIND, source, ("kind",), message, SourceKind.COMPILATION.value)


def _owner(url: str, known: Mapping[str, tuple[str, ...]]) -> str | None:
    """Whose address it is, if it is one of those known."""
    if not _KNOWN.search(_decoded(url)):
        return None
    return next((name for name, addresses in known.items() if leads_to(url, addresses)), None)


def leads_to(url: str, addresses: tuple[str, ...]) -> bool:
    """Whether a URL, or one within it as archives and translators have them, is of a domain, or of a path there."""
    return any(_is_at(part, address) for part in _with_archived(_decoded(url)) for address in addresses)


def _decoded(url: str) -> str:
    """An address with `%2F` and the like read, which is how one stands in another; `t-me.translate.goog` as `t.me`."""
    for _ in range(_DECODINGS):
        if "%" not in url:
            break
        url = unquote(url)
    return _TRANSLATED.sub(lambda found: re.sub("--?", lambda dash: ".-"[len(dash[0]) - 1], found[0]), url)


def _with_archived(url: str) -> Iterator[str]:
    """An address, and each one that stands in its path or its query, with a scheme or after an archive's date."""
    yield url
    yield from (f"https://{inner}" for inner in _INNER.split(url)[1:])


def _is_at(url: str, address: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that are no IPv6 address
        return False
    host = (parts.hostname or "").casefold().removesuffix(".").removesuffix(".translate.goog")
    domain, slash, path = address.partition("/")
    return (host == domain or host.endswith(f".{domain}")) and (parts.path + "/").casefold().startswith(
        f"{slash}{path}/" if path else ""
    )


def _links(world: World) -> Iterator[tuple[Record, RecordPath, str]]:
    """Every address in a field or a text."""
    for record in world.all():
        yield from ((record, path, url) for path, url in addresses_of(record))
    for record, path, text in world.texts:
        if "://" in text:
            yield from ((record, path, url) for url in _ADDRESS.findall(text))
