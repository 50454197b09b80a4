"""What stands in somebody's way on a page, by axe-core: grave findings, and what sticks out of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import LAPTOP, PHONE

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
GRAVE = ("serious", "critical")
OF_COLOURS = ("color-contrast", "link-in-text-block")  # all that another scheme of colours can break


def findings(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Grave findings on the page as it is now, each with its place; by ``rules`` only, if there are some."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = list(rules)
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{page.url}: {one['id']}: {one['help']}: {node['html'][:160]}"
        for one in result["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def findings_everywhere(page: Page) -> list[str]:
    """The same on a phone and a laptop, by day and by night, and whether something sticks out of the screen.

    All rules on a laptop by day and on a phone by night, those of colours in the other two: a check takes a while.
    """
    found: list[str] = []
    for size, scheme, rules in (
        (LAPTOP, "light", ()),
        (LAPTOP, "dark", OF_COLOURS),
        (PHONE, "dark", ()),
        (PHONE, "light", OF_COLOURS),
    ):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        found += [f"{size['width']}, {scheme}: {one}" for one in findings(page, rules)]
        wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if wide > seen:
            found.append(f"{page.url}: {wide} wide, sticks out of a screen {seen} wide")
    return found
