"""No value of a person comes into the logs, whatever library writes them."""

from __future__ import annotations

import io
import logging
import warnings

import pytest
import structlog

from assistant.components import quiet_logs
from assistant.understanding.model import ModelUnusable


@pytest.fixture
def log() -> io.StringIO:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    quiet_logs.install()
    yield stream  # type: ignore[misc]
    logging.getLogger().removeHandler(handler)


def _fail(need: str) -> None:
    raise ValueError(f"cannot find {need}")


def test_a_traceback_is_reduced_to_its_kind_and_place(log: io.StringIO) -> None:
    try:
        _fail("methadone")
    except ValueError:
        logging.getLogger("rasa.core.processor").exception("Encountered %s", "methadone")
    assert "ValueError" in log.getvalue()
    assert "test_quiet_logs.py" in log.getvalue()
    assert "methadone" not in log.getvalue()


def test_our_own_errors_keep_their_sentence(log: io.StringIO) -> None:
    try:
        try:
            raise ModelUnusable("run `warmline train`")
        except ModelUnusable as error:
            raise ValueError("methadone") from error
    except ValueError:
        logging.getLogger("rasa").exception("loading")
    assert "run `warmline train`" in log.getvalue()
    assert "methadone" not in log.getvalue()


def test_structured_events_lose_their_fields(log: io.StringIO) -> None:
    structlog.get_logger().warning("regex.parse", user_message="/my aunt maribel", slot_values={"zip": "87501"})
    assert "regex.parse" in log.getvalue()
    assert "maribel" not in log.getvalue()
    assert "87501" not in log.getvalue()


def test_a_warning_names_its_kind_and_place_only(log: io.StringIO) -> None:
    warnings.warn("Parsed an intent 'coach' from /my aunt maribel", UserWarning, stacklevel=1)
    assert "UserWarning" in log.getvalue()
    assert "maribel" not in log.getvalue()


def test_debug_logs_of_rasa_cannot_be_switched_on(log: io.StringIO) -> None:
    logging.getLogger("rasa").setLevel(logging.DEBUG)
    quiet_logs.install()
    logging.getLogger("rasa.core").debug("slots: zip 87501")
    assert log.getvalue() == ""
