"""Logs of the service: one line per event, ids and kinds in it, never a person's words or number.

Lines are ``key=value`` for people, or JSON for machines. Errors are logged as kind and place:
the text of an exception may quote what somebody wrote.
"""

from __future__ import annotations

import io
import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, TextIO

import structlog

LONGEST = 200  # characters of one value; what is longer is no id and no kind
_NUMBER = re.compile(r"\+?\(?\d[\d\s().-]{5,}\d")
_SAFE_NUMBERS = frozenset({"timestamp", "event_id", "message", "conversation", "port", "process"})
_QUIET = ("uvicorn", "twilio", "urllib3", "sqlalchemy", "alembic", "asyncio", "rasa_sdk", "sanic")

Event = MutableMapping[str, Any]


class _Steady(io.TextIOBase):
    """A stream that never fails: a log line that cannot be written (a closed pipe, a full disk) must stop no text."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._stream.flush()


def configure(as_json: bool = False, stream: TextIO | None = None) -> None:
    """Send the logs of this process (structlog and the standard library) to ``stream`` (stderr)."""
    steady: Any = _Steady(stream or sys.stderr)  # as much of a file as logging needs
    shared: list[Any] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _kind_and_place,
        _no_numbers,
    ]
    last: Any = (
        structlog.processors.JSONRenderer()
        if as_json
        else structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"])
    )
    structlog.configure(
        processors=[*shared, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(steady),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(steady)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
            foreign_pre_chain=[structlog.stdlib.ExtraAdder(allow=()), *shared],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in _QUIET:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        # Some of these log whole requests with their bodies on INFO and below.
        logger.setLevel(logging.WARNING)


def _kind_and_place(_logger: Any, _method: str, event: Event) -> Event:
    """An exception as its kind and the last places in the code, without its text or values."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if info and info[0] is not None:
        places = traceback.extract_tb(info[2])[-4:]
        event["error"] = info[0].__name__
        event["at"] = "; ".join(f"{place.filename}:{place.lineno}" for place in places)
    event.pop("stack_info", None)
    return event


def _no_numbers(_logger: Any, _method: str, event: Event) -> Event:
    """The last net: whatever looks like a phone number, or is as long as a text, is left out."""
    for key, value in event.items():
        if key not in _SAFE_NUMBERS and isinstance(value, str):
            event[key] = _NUMBER.sub("[number]", value)[:LONGEST]
    return event
