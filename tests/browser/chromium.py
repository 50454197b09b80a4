"""Finds a browser for the tests: one that is here, else Debian's by apt, else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
INSTALL_SECONDS = 600


class NoBrowser(Exception):
    """There is no browser, and none could be had; the message is one line."""


def find_chromium(playwright: Playwright) -> str:
    """The path of a Chromium; raises :class:`NoBrowser`."""
    found = _on_path() or _playwrights(playwright)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update", "-q")
        _run("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium")
        found = _on_path()
    if found is None:
        _run(sys.executable, "-m", "playwright", "install", "chromium")
        found = _playwrights(playwright)
    if found is None:
        raise NoBrowser("The browser tests need Chromium: install it (`apt-get install chromium`) and try again.")
    return found


def _on_path() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def _playwrights(playwright: Playwright) -> str | None:
    path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(*command: str) -> None:
    # Whether it worked shows in what is there afterwards.
    subprocess.run(command, timeout=INSTALL_SECONDS, check=False, capture_output=True)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium with an empty profile; raises :class:`NoBrowser`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
