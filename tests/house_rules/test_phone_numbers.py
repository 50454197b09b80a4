"""No number of a real person in the repository: fictional 555-01xx ones, and the public national lines."""

from __future__ import annotations

import csv
import re

from tests.house_rules.source import ROOT, tracked

# Ten digits as people write them, with or without the country code; not part of a longer number, hash or decimal.
PHONE = re.compile(
    r"(?<![\w.+/-])\+?1?[ .-]?\(?([2-9]\d{2})\)?[ .-]([2-9]\d{2})[ .-](\d{4})(?![\w-])|\+1([2-9]\d{2})(\d{3})(\d{4})\b"
)
TEXTS = (
    "*.py",
    "*.md",
    "*.yml",
    "*.yaml",
    "*.csv",
    "*.json",
    "*.html",
    "*.js",
    "*.toml",
    "*.sql",
    "*.example",
    "Makefile",
)
LOCKS = ("uv.lock", "package-lock.json")


def _national() -> set[str]:
    """Digits of every national line that ships with the project."""
    found: set[str] = set()
    for path in tracked("data/directory/national/*.csv"):
        with (ROOT / path).open(newline="", encoding="utf-8") as file:
            for row in csv.reader(file):
                found.update(_digits(match) for cell in row for match in PHONE.finditer(cell))
    return found


def _digits(match: re.Match[str]) -> str:
    return "".join(group for group in match.groups() if group)


def test_the_national_lines_are_read() -> None:
    assert "8006624357" in _national()


def test_every_phone_number_is_made_up_or_national() -> None:
    # The former number of 988, which a test keeps out of every answer; and one that the simulator must refuse.
    allowed = _national() | {"8002738255", "2125551234"}
    real: list[str] = []
    for path in tracked(*TEXTS):
        if path.name in LOCKS or "vendor" in path.parts:
            continue
        text = (ROOT / path).read_text("utf-8", "replace")
        for match in PHONE.finditer(text):
            digits = _digits(match)
            # No telephone has the area code 555 either.
            if not (digits[3:8] == "55501" or digits.startswith("55501") or digits in allowed):
                line = text.count("\n", 0, match.start()) + 1
                real.append(f"{path}:{line} …{digits[-4:]}")
    assert not real
