"""Keeps what people say, need and where they live out of Rasa's logs.

Rasa logs whole turns on DEBUG, some texts in warnings, and, through structlog,
tracebacks with the values of local variables. Here every structlog event is reduced
to its name, and every traceback to the kind of its error and the place in the code.
"""

from __future__ import annotations

import logging
import traceback
import warnings
from types import TracebackType
from typing import Any

import structlog

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType]
SAFE_FIELDS = ("event", "level")


def install() -> None:
    """Make this process's logs quiet. Safe to call twice."""
    structlog.configure(
        processors=[_name_only, structlog.stdlib.add_log_level, structlog.processors.JSONRenderer()],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.setLevel(max(root.level, logging.INFO))
    for handler in root.handlers:
        if not any(isinstance(found, WithoutValues) for found in handler.filters):
            handler.addFilter(WithoutValues())
    # Debug logs of these hold whole trackers; no setting may switch them on here.
    for name in ("rasa", "sanic", "aiohttp", "asyncio"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.INFO))
    # A Rasa warning about a text prints the text.
    warnings.showwarning = _show_kind_of_warning


def _name_only(_logger: Any, _method: str, event: dict[str, Any]) -> dict[str, Any]:
    return {name: event[name] for name in SAFE_FIELDS if name in event}


def _show_kind_of_warning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, *_rest: Any
) -> None:
    # Old libraries warn of old ways by the dozen; nobody here can act on that.
    if issubclass(category, (DeprecationWarning, PendingDeprecationWarning)):
        return
    logging.getLogger("warnings").warning("%s at %s:%s", category.__name__, filename, lineno)


class WithoutValues(logging.Filter):
    """Rewrites records that carry an exception: its kind and place, not its values."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it through."""
        if record.exc_info and record.exc_info[0] is not None:
            kind, error, trace = record.exc_info
            places = "; ".join(_places(trace))
            record.msg = f"{record.name}: {kind.__name__} at {places}{_own_words(error)}"
            record.args, record.exc_info, record.exc_text = (), None, None
        return True


def _places(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)][-4:]


def _own_words(error: BaseException | None) -> str:
    # Our own errors are written to hold no values, and say what to do.
    while error is not None:
        if type(error).__module__.split(".")[0] in ("assistant", "sentences"):
            return f": {error}"
        error = error.__cause__ or error.__context__
    return ""
