"""What we rely on is pinned by hashes and under licences that leave our users free; and the check sees what is not."""

from __future__ import annotations

import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

from scripts.check_dependencies import LOCKS, binding, unpinned


def test_every_package_is_pinned_by_a_hash() -> None:
    for path in LOCKS:
        assert unpinned(tomllib.loads(path.read_text("utf-8"))) == []


def test_a_package_from_elsewhere_or_without_a_hash_is_seen() -> None:
    bad = {"name": "bad", "version": "1", "source": {"git": "https://example.org/bad"}}
    bare = {"name": "bare", "source": {"registry": "https://pypi.org/simple"}, "wheels": [{"url": "x"}]}
    assert unpinned({"package": [bad, bare]}) == ["bad 1", "bare"]


def test_no_licence_binds_who_passes_our_code_on() -> None:
    assert [one.name for one in distributions() if binding(one)] == []


@pytest.mark.parametrize(
    ("licence", "binds"),
    [("GPL-3.0-only", True), ("AGPL-3.0-or-later", True), ("MIT", False), ("LGPL-3.0-only", False)],
)
def test_licences_are_told_apart(tmp_path: Path, licence: str, binds: bool) -> None:
    (tmp_path / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: some\nVersion: 1\nLicense-Expression: {licence}\n"
    )
    assert binding(Distribution.at(tmp_path)) is binds
