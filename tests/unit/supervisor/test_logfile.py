"""A log stays small, also on a full disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.supervisor.logfile import keep_small
from tests.full_disk import room_for


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "assistant.log"
    path.write_bytes(b"a line\n" * 1000)
    return path


def test_what_has_grown_too_large_moves_to_one_older_part(log: Path) -> None:
    assert not keep_small(log, largest=7000)
    assert keep_small(log, largest=6999)
    assert log.read_bytes() == b""
    assert log.with_name("assistant.log.1").read_bytes() == b"a line\n" * 1000


def test_on_a_full_disk_it_gives_its_room_back_and_stops_nobody(log: Path) -> None:
    with room_for(1000):
        assert keep_small(log, largest=5000)
    assert log.read_bytes() == b""
    assert [path.name for path in log.parent.iterdir()] == ["assistant.log"]
