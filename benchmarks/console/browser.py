"""Opens pages in a real browser and notes what a person waits for: largest paint, bytes, and how much the page jumps.

Twice: on a laptop beside the server, and as Lighthouse measures phones: 390 px, a processor four times slower,
a network of 1.6 Mbit/s with 150 ms to the server and back.
"""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.console.ask import Staffed
from tests.browser.chromium import open_browser

TIMES, START_SECONDS, PATIENCE = 3, 60.0, 60_000.0
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
OPENED = (
    "home, 24 hours", "home, 30 days", "list", "conversation", "figures, 30 days", "crises, 90 days", "monthly report",
    "desk", "unmet needs", "teaching queue", "audit", "words",
)  # fmt: skip
# Written down by the page itself, from its very beginning.
WATCH = """
window.seen = {paint: 0, jumps: 0};
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.seen.paint = one.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.seen.jumps += one.value;
}).observe({type: "layout-shift", buffered: true});
"""
READ = """() => {
  const sent = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  return [window.seen.paint, window.seen.jumps, sent.reduce((sum, one) => sum + one.transferSize, 0)];
}"""


@dataclass(frozen=True)
class Opened:
    """Medians: largest paint in ms at the first visit and the next, kB sent at each, and the worst layout shift."""

    paint: float
    paint_again: float
    kilobytes: float
    kilobytes_again: float
    jumps: float


def measure(line: Staffed, pages: dict[str, str]) -> dict[str, dict[str, Opened]]:
    """By device, by page."""
    with _served(line) as address, open_browser() as browser:
        return {
            device: {name: _open(browser, line, address, pages[name], device) for name in OPENED}
            for device in ("laptop", "phone")
        }


@contextmanager
def _served(line: Staffed) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(line.app, port=0, log_level="error", access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + START_SECONDS
    while not server.started and time.monotonic() < end:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit, server.force_exit = True, True  # live parts would be waited for
    thread.join(timeout=START_SECONDS)


def _open(browser: Browser, line: Staffed, address: str, path: str, device: str) -> Opened:
    seen = [_visits(browser, line, address + path, address, device) for _ in range(TIMES)]
    first, again = zip(*seen, strict=True)
    return Opened(
        statistics.median(one[0] for one in first),
        statistics.median(one[0] for one in again),
        statistics.median(one[2] for one in first) / 1000,
        statistics.median(one[2] for one in again) / 1000,
        max(one[1] for one in (*first, *again)),
    )


def _visits(browser: Browser, line: Staffed, url: str, address: str, device: str) -> list[list[float]]:
    """Paint, jumps and bytes of a first visit with an empty cache, and of the next one."""
    context = _context(browser, line, address, device)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    if device == "phone":
        tools = context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW)
        tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    found = [_visit(page, url) for _ in range(2)]
    context.close()
    return found


def _context(browser: Browser, line: Staffed, address: str, device: str) -> BrowserContext:
    size = PHONE if device == "phone" else LAPTOP
    context = browser.new_context(viewport={"width": size["width"], "height": size["height"]})
    for each in line.client.cookies.jar:
        context.add_cookies([{"name": each.name, "value": each.value or "", "url": address}])
    context.add_init_script(WATCH)
    return context


def _visit(page: Page, url: str) -> list[float]:
    answer = page.goto(url)
    if answer is None or answer.status != 200 or page.url != url:
        raise SystemExit(f"{url} did not open.")
    end = time.monotonic() + START_SECONDS
    while not page.evaluate("window.seen.paint") and time.monotonic() < end:
        page.wait_for_timeout(50)
    page.wait_for_timeout(500)  # what comes late (a live part) would count as well
    found: list[float] = page.evaluate(READ)
    return found
