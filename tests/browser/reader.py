"""A reader at a browser: opens pages, and keeps a list of everything that went wrong on the one in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urldefrag

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, ViewportSize


@dataclass(frozen=True, slots=True)
class Device:
    """A screen, in CSS pixels."""

    name: str
    width: int
    height: int
    mobile: bool


PHONE = Device("phone", 390, 844, mobile=True)
DESKTOP = Device("desktop", 1440, 900, mobile=False)
Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader has chosen, or has been given."""

    device: Device = PHONE
    scheme: Scheme = "light"
    scripts: bool = True
    guarded: bool = True
    """Whether the browser heeds the page's Content-Security-Policy."""

    def __str__(self) -> str:
        return f"{self.device.name}-{self.scheme}{'' if self.scripts else '-without-scripts'}"


@dataclass(slots=True)
class Reader:
    """One tab, used for page after page."""

    page: Page
    root: str
    settings: Settings
    faults: list[str] = field(default_factory=list)
    """Console errors and warnings, failed requests, requests to other hosts, dialogs."""

    def open(self, address: str) -> Page:
        """The page at an address relative to the site's root, loaded; faults of the page before are forgotten."""
        url = self.root + address
        if urldefrag(self.page.url).url == urldefrag(url).url:
            # A browser would only scroll.
            self.page.goto("about:blank")
        self.faults.clear()
        self.page.goto(url)
        return self.page


_LEFT = "net::ERR_ABORTED"
"""Why a request fails whose page is left before the answer comes."""
MakeReader = Callable[[Settings], Reader]


def make_reader(browser: Browser, root: str, settings: Settings) -> Reader:
    """A reader in a context of their own; the context closes with the browser."""
    context = browser.new_context(
        viewport=ViewportSize(width=settings.device.width, height=settings.device.height),
        is_mobile=settings.device.mobile,
        has_touch=settings.device.mobile,
        color_scheme=settings.scheme,
        java_script_enabled=settings.scripts,
        bypass_csp=not settings.guarded,
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    reader = Reader(context.new_page(), root, settings)
    _listen(context, reader)
    return reader


def _listen(context: BrowserContext, reader: Reader) -> None:
    def fault(text: str) -> None:
        reader.faults.append(text)

    def on_dialog(dialog: Dialog) -> None:
        fault(f"dialog: {dialog.message}")
        dialog.dismiss()

    context.on("console", lambda message: fault(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda raised: fault(f"uncaught: {raised.error}"))
    context.on("dialog", on_dialog)
    context.on("requestfailed", lambda request: fault(f"failed: {request.url}") if request.failure != _LEFT else None)
    context.on("response", lambda answer: fault(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
    context.on(
        "request", lambda request: fault(f"elsewhere: {request.url}") if _elsewhere(reader, request.url) else None
    )


def _elsewhere(reader: Reader, url: str) -> bool:
    return not url.startswith((reader.root, "data:", "about:"))
