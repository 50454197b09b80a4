"""A name that a test or benchmark imports of our own code is there; and the check sees one that is not."""

from __future__ import annotations

import pytest

from scripts.check_imports import gone, main


def test_no_import_of_tests_benchmarks_and_scripts_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("from bot.store.leases import Lease, claim_due", []),
        ("from bot.store.leases import release", ["bot.store.leases.release"]),
        ("from bot.store.nowhere import Lease", ["bot.store.nowhere.Lease"]),
        ("import bot.store.nowhere", ["bot.store.nowhere"]),
        ("from bot.console.pages import desk\ndesk.show", []),
        ("from bot.console.pages import desk\nif True:\n    desk.nobody", ["bot.console.pages.desk.nobody"]),
        ("from bot.console.pages import desk\ndef sit(desk): return desk.legs", []),
        ("from starlette.testclient import Nothing", []),
        ("from tests.integration.engine import DANA, wait_until", []),
    ],
)
def test_what_is_gone_is_named_with_its_module(source: str, missing: list[str]) -> None:
    assert [name for _, name in gone(source)] == missing
