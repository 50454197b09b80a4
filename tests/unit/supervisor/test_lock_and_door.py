"""One line per data directory, one listener per port; both can be handed to a child."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from bot.supervisor import door, lock
from bot.supervisor.door import PortTaken, check_free, open_door
from bot.supervisor.lock import LineRunning, hold_line
from bot.supervisor.logfile import keep_small


def test_a_second_line_is_refused_by_name_until_the_first_is_gone(tmp_path: Path) -> None:
    holds = hold_line(tmp_path / "var", {})
    with pytest.raises(LineRunning, match=f"process {os.getpid()}"):
        hold_line(tmp_path / "var", {})
    os.close(holds)
    os.close(hold_line(tmp_path / "var", {}))


def test_a_lock_that_was_handed_down_is_taken_over(tmp_path: Path) -> None:
    holds = hold_line(tmp_path, {})
    assert hold_line(tmp_path, {lock.INHERITED: str(holds)}) == holds
    os.close(holds)


def test_a_descriptor_of_something_else_is_no_lock(tmp_path: Path) -> None:
    holds = hold_line(tmp_path, {})
    with (tmp_path / "other").open("w") as other, pytest.raises(LineRunning):
        hold_line(tmp_path, {lock.INHERITED: str(other.fileno())})
    os.close(holds)


def test_a_taken_port_is_one_sentence_that_names_the_setting() -> None:
    with open_door("127.0.0.1", 0, {}) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Port {port} is taken .* WARMLINE_PORT"):
            open_door("127.0.0.1", port, {})
        with pytest.raises(PortTaken, match="RASA_URL"):
            check_free(port, "RASA_URL")


def test_a_host_that_is_not_ours_is_one_sentence() -> None:
    with pytest.raises(PortTaken, match="WARMLINE_HOST"):
        open_door("no such host", 8000, {})


def test_a_socket_that_was_handed_down_is_used() -> None:
    with open_door("127.0.0.1", 0, {}) as first:
        handed = {door.INHERITED: str(os.dup(first.fileno()))}
        with open_door("127.0.0.1", 1, handed) as second, socket.create_connection(first.getsockname(), timeout=2):
            assert second.getsockname() == first.getsockname()


def test_a_log_that_grew_is_cut_while_its_writer_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "rasa.log"
    assert not keep_small(log)
    with log.open("ab", buffering=0) as writer:
        writer.write(b"x" * 100)
        assert not keep_small(log, largest=100)
        assert keep_small(log, largest=99)
        writer.write(b"more")
    assert log.read_bytes() == b"more"
    assert (tmp_path / "rasa.log.1").read_bytes() == b"x" * 100
