"""What the supervisor cannot say ends no line."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

import pytest

from bot.supervisor.words import say


def test_a_full_disk_or_a_reader_that_has_gone_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say("Everything works again.")
    assert capsys.readouterr().out == "Everything works again.\n"
    with Path("/dev/full").open("wb", buffering=0) as disk:
        monkeypatch.setattr(sys, "stdout", TextIOWrapper(disk, write_through=True))
        with pytest.raises(OSError, match="No space left"):
            print("any other", flush=True)
        say("Everything works again.")
    with pytest.raises(ValueError, match="closed file"):
        print("any other", flush=True)
    say("Everything works again.")
