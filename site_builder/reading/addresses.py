"""What was meant by an address that is none: as people write, copy and disguise them."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from rapidfuzz.distance import OSA

from site_builder.reading.letters import in_latin
from site_builder.records import (
    NOT_IN_ADDRESSES,
    AddressError,
    encode,
    host_in,
    in_ascii,
    ipv4,
    mixes_scripts,
    read_address,
)

_QUOTES = ('""', "''", "“”", "„“", "„”", "‘’", "«»", "‹›", "<>", "()", "[]")
"""What people put around an address: opening and closing mark."""
_MARKDOWN = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\(\s*<?(?P<address>\S+?)>?(?:\s+[\"'(].*)?\s*\)")
_HTML = re.compile(r"""<a\s[^>]*\bhref\s*=\s*(?P<mark>["'])(?P<address>.*?)(?P=mark).*""", re.IGNORECASE | re.DOTALL)
_SCHEME = re.compile(r"(?P<name>[A-Za-z]{3,8})(?P<colon>\s*[:;.,]?)\s*(?P<slashes>[/\\]{0,3})(?=[^/\\\s])")
"""What stands where `https://` should."""
_DISARMED = re.compile(r"h(?:xx|xt|tx)ps?", re.IGNORECASE)
_ONE_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_TWICE = re.compile(r"https?:/{0,2}(?=https?:/)", re.IGNORECASE)
_DISARMED_DOT = re.compile(r"[\[({](?:\.|dot)[\])}]| dot ", re.IGNORECASE)
_SCHEMES = ("https", "http")
_TRAILING = re.compile(r"[.,;:!?'’”»…،。]+$")
_FILE_ENDINGS = frozenset(
    {"html", "htm", "php", "pdf", "doc", "docx", "txt", "json", "xml", "yml", "png", "jpg", "mp4"}
)
"""What ends the name of a file more often than that of a host."""
_NAME = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}\.?(?::[0-9]{1,5})?(?=[/?#]|[.,;:!?)\]]*$)")
"""What can only be a host's name at the beginning of an address without a scheme."""
_TWO_ADDRESSES = re.compile(r"\s(?:https?:|www\.)", re.IGNORECASE)
_ANNOTATED = re.compile(r"\s+[(\[<|]|[,;:.]\s")
"""What makes the words after a space a remark, and not the rest of the address."""


@dataclass(frozen=True, slots=True)
class MeantAddress:
    """An address that was probably meant."""

    address: str
    certain: bool
    """Whether what was written has no other reading, and nothing of it is lost."""


def meant_address(written: str) -> MeantAddress | None:
    """The address that a text which is none stands for; None where that is unknown, or no reader could open it."""
    meant = MeantAddress(written, certain=True)
    if _is_address(written):
        return None
    for step in _STEPS:
        meant = step(meant)
    if _is_address(meant.address):
        return meant
    # A remark with one address in it.
    found = [without_trailing_marks(address) for address in _ONE_ADDRESS.findall(written)]
    return MeantAddress(found[0], certain=False) if len(found) == 1 and _is_address(found[0]) else None


def _is_address(text: str) -> bool:
    try:
        read_address(text)
    except AddressError:
        return False
    return True


def without_trailing_marks(address: str) -> str:
    """An address without the marks of a sentence that ended there, and without a bracket that it does not open."""
    while True:
        shorter = _TRAILING.sub("", address)
        for opening, closing in ("()", "[]"):
            if shorter.endswith(closing) and shorter.count(closing) > shorter.count(opening):
                shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def _unwrap(meant: MeantAddress) -> MeantAddress:
    """Without the spaces, quotes and brackets around it, or the Markdown or HTML of a link."""
    text, certain = meant.address.strip(), meant.certain
    if (found := _HTML.fullmatch(text)) is not None:
        return MeantAddress(found["address"].strip(), certain=False)
    while len(text) > 2 and f"{text[0]}{text[-1]}" in _QUOTES and _MARKDOWN.fullmatch(text) is None:
        text = text[1:-1].strip()
    if (found := _MARKDOWN.fullmatch(text)) is not None:
        certain = certain and found["words"].strip() in ("", found["address"])
        return MeantAddress(found["address"], certain)
    return MeantAddress(text, certain)


def _with_scheme(meant: MeantAddress) -> MeantAddress:
    """With `https://` or `http://` before it, where it is misspelt, written twice or left out."""
    text, certain = meant.address, meant.certain
    if (twice := _TWICE.match(text)) is not None:
        return _with_scheme(MeantAddress(text[twice.end() :], certain))
    if text.lower().startswith("view-source:"):
        return _with_scheme(MeantAddress(text[len("view-source:") :], certain))
    if (found := _SCHEME.match(text)) is not None and (scheme := _scheme_of(found)) is not None:
        # Written with an x on purpose, so that nobody opens it; a backslash is a slash in some places only.
        certain = certain and _DISARMED.fullmatch(found["name"]) is None and "\\" not in found["slashes"]
        return MeantAddress(f"{scheme}://{text[found.end() :]}", certain)
    if text.startswith("//") and _NAME.match(text, 2):
        return MeantAddress(f"https:{text}", certain)
    if _NAME.match(text) is not None:
        bare = re.search("[/?#]", text) is None and not text.lower().startswith("www.")
        if not bare or text.rpartition(".")[2].lower() not in _FILE_ENDINGS:
            return MeantAddress(f"https://{text}", certain and not bare)
    return meant


def _scheme_of(found: re.Match[str]) -> str | None:
    """The scheme that a word before an address stands for; None where it stands for another, or is no scheme."""
    name = found["name"].lower()
    if name in _SCHEMES:
        return name if found["colon"].strip() or found["slashes"] else None
    if ":" not in found["colon"] or not found["slashes"]:
        return None
    if _DISARMED.fullmatch(name):
        return name.replace("x", "t")
    most = 2 if name.startswith("ht") else 1
    if all(OSA.distance(name, scheme) > most for scheme in _SCHEMES):
        return None
    # One with an s in its name is the secure one, whatever else is wrong with it.
    return "https" if "s" in name else "http"


def _host_in_ascii(meant: MeantAddress) -> MeantAddress:
    """With the host as browsers send it: without the dots' disguise, and in ASCII."""
    text, certain = meant.address, meant.certain
    authority = re.match(r"https?://(?P<host>[^/?#\\]*)", text, re.IGNORECASE)
    if authority is None:
        return meant
    host = authority["host"]
    plain = _DISARMED_DOT.sub(".", host)
    certain = certain and unicodedata.normalize("NFKC", host) == plain and "\u3002" not in plain
    if authority.end() == len(text) and (shorter := without_trailing_marks(plain)) != plain.removesuffix("."):
        plain = shorter
    if not plain.isascii():
        name, colon, port = plain.partition(":")
        encoded = in_ascii(name)
        if encoded is None:
            return meant
        if looks_like_another(name) is not None:
            encoded, certain = looks_like_another(name) or encoded, False
        plain = f"{encoded}{colon}{port}"
    elif (number := ipv4(plain)) is not None:
        plain = str(number)
    return MeantAddress(text[: authority.start("host")] + plain + text[authority.end() :], certain)


def looks_like_another(host: str) -> str | None:
    """The host in Latin letters that one of other letters looks like, or `` where it only mixes scripts; else None."""
    labels = host.split(".")
    *_, last = labels
    for label in labels:
        if label.isascii():
            continue
        latin = in_latin(label)
        if mixes_scripts(label) or (latin.isascii() and last.isascii()):
            plain = in_latin(host)
            return plain if plain.isascii() else ""
    return None


def _without_user(meant: MeantAddress) -> MeantAddress:
    try:
        parts = urlsplit(meant.address)
    except ValueError:
        return meant
    if "@" not in parts.netloc or not host_in(parts):
        return meant
    host = parts.netloc.rpartition("@")[2]
    return MeantAddress(meant.address.replace(parts.netloc, host, 1), certain=False)


def _encoded(meant: MeantAddress) -> MeantAddress:
    """With what may not stand in an address encoded; uncertain where it may not belong to it."""
    text = meant.address
    if not NOT_IN_ADDRESSES.search(text) or _TWO_ADDRESSES.search(text):
        return meant
    if "\\" in re.split("[?#]", text)[0]:
        return _encoded(MeantAddress(text.replace("\\", "/"), certain=False))
    certain = (
        meant.certain
        and "\\" not in text
        and not re.search(r"[^\S ]|[\x00-\x1f\x7f]", text)
        and _ANNOTATED.search(text) is None
        and all(text.count(opening) == text.count(closing) for opening, closing in ("<>", "{}"))
        and text.count('"') % 2 == 0
        and text.count("`") % 2 == 0
    )
    return MeantAddress(encode(text), certain)


_STEPS: tuple[Callable[[MeantAddress], MeantAddress], ...] = (
    _unwrap,
    _with_scheme,
    _host_in_ascii,
    _without_user,
    _encoded,
)
