"""Counts the inputs that hypothesis tried, and says so at the end of a run."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Any

import pytest

PROPERTY = "inputs tried"
COUNTS = re.compile(r"(\d+) passing, (\d+) failing, and (\d+) invalid test cases")


def inputs_in(statistics: str) -> int:
    """How many inputs hypothesis' own report of a test tells of, the invalid ones left out."""
    return sum(int(passing) + int(failing) for passing, failing, _ in COUNTS.findall(statistics))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, Any, Any]:
    report = yield
    statistics = getattr(item, "hypothesis_statistics", "")
    if report.when == "teardown" and statistics:
        report.user_properties.append((PROPERTY, inputs_in(statistics)))
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    counts = [
        value
        for report in reports
        if getattr(report, "when", "") == "teardown"
        for name, value in report.user_properties
        if name == PROPERTY
    ]
    if counts:
        terminalreporter.write_line(f"Inputs tried by {len(counts)} tests with made-up inputs: {sum(counts):,}.")
