"""Logs hold kinds and ids: no words of a person, no number, also when something fails."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot import logs


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def test_an_event_is_one_line_with_its_fields(stream: io.StringIO) -> None:
    logs.configure(stream=stream)
    structlog.get_logger().warning("text_not_sent", message=17, fate="failed")
    assert "event='text_not_sent' message=17 fate='failed'" in stream.getvalue()
    assert stream.getvalue().count("\n") == 1


def test_machines_get_json(stream: io.StringIO) -> None:
    logs.configure(as_json=True, stream=stream)
    structlog.get_logger().info("work_resumed", conversations=3)
    line = json.loads(stream.getvalue())
    assert (line["event"], line["conversations"], line["level"]) == ("work_resumed", 3, "info")


@pytest.mark.parametrize("number", ["+15550100", "215-555-0123", "(215) 555 0123", "5550100"])
def test_a_phone_number_that_slipped_in_is_left_out(stream: io.StringIO, number: str) -> None:
    logs.configure(stream=stream)
    structlog.get_logger().error("claim_failed", error=f"cannot reach {number} now")
    assert "cannot reach [number] now" in stream.getvalue()


def test_an_exception_is_its_kind_and_place_without_its_text(stream: io.StringIO) -> None:
    logs.configure(stream=stream)
    try:
        raise ValueError("my name is Quillon")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("it failed")
        structlog.get_logger().exception("it_failed")
    said = stream.getvalue()
    assert "Quillon" not in said
    assert said.count("error='ValueError'") == 2
    assert "test_logs.py:" in said


def test_libraries_that_log_whole_requests_are_quiet(stream: io.StringIO) -> None:
    logs.configure(stream=stream)
    logging.getLogger("twilio.http_client").info("Body: i need help")
    logging.getLogger("uvicorn.access").info("GET /console/welcome")
    assert stream.getvalue() == ""


def test_a_log_that_cannot_be_written_stops_nothing() -> None:
    stream = io.StringIO()
    logs.configure(stream=stream)
    stream.close()
    structlog.get_logger().warning("text_not_sent", message=17)
    logging.getLogger("twilio").warning("late")
