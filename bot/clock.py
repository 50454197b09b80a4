"""The clock on the wall."""

from datetime import UTC, datetime


class SystemClock:
    """``ports.Clock``: the machine's time in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)
