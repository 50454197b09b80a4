"""HTTP under the official library: pooled, safe in threads, silent, and exact about what got out.

The library's own client logs every field of a request and hides whether it was sent.
"""

from __future__ import annotations

import logging
import math
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import certifi
import urllib3
from twilio.http.response import Response
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationValueError,
    NewConnectionError,
    SSLError,
)

CONNECTIONS = 64  # kept open; more threads than that open extra ones
CONNECT_SECONDS = 3.0
_BEFORE_SENDING = (NewConnectionError, ConnectTimeoutError, LocationValueError)


class NotSent(Exception):
    """The request surely did not reach the carrier."""


class NoAnswer(Exception):
    """The request may have reached the carrier, but no answer came back."""


class _Deadline(threading.local):
    """Until when (``time.monotonic``) this thread may hand anything over."""

    at: float = math.inf


_deadline = _Deadline()


@contextmanager
def not_after(moment: float) -> Iterator[None]:
    """What this thread sends inside the block leaves before ``moment`` (``time.monotonic``), or :class:`NotSent`."""
    _deadline.at = moment
    try:
        yield
    finally:
        _deadline.at = math.inf


def _look_at_the_clock() -> None:
    # The last look, just before the bytes leave: a process may be frozen anywhere, also a line earlier.
    if time.monotonic() > _deadline.at:
        raise NotSent("The lease ended before the text left.")


class _Connection(HTTPConnection):
    def send(self, data: Any) -> None:
        _look_at_the_clock()
        super().send(data)


class _SecureConnection(HTTPSConnection):
    def send(self, data: Any) -> None:
        _look_at_the_clock()
        super().send(data)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class Wire:
    """Stands in for ``twilio.http.HttpClient``; ``timeout`` (seconds) bounds connecting and the answer.

    Raises :class:`NotSent` or :class:`NoAnswer`, never with a number or word of a text in it.
    """

    def __init__(self, timeout: float) -> None:
        _keep_addresses_out_of_logs()
        self._timeout = urllib3.Timeout(total=timeout, connect=min(CONNECT_SECONDS, timeout))
        self._pool = urllib3.PoolManager(maxsize=CONNECTIONS, retries=False, ssl_context=_trust())
        self._pool.pool_classes_by_scheme = {"http": _Pool, "https": _SecurePool}

    def request(
        self,
        method: str,
        uri: str,
        params: Mapping[str, object] | None = None,
        data: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,
    ) -> Any:
        """One request, without retry or redirect; a twilio ``Response`` for any HTTP status."""
        if allow_redirects:
            raise ValueError("A request that carries our login must not follow redirects.")
        login = urllib3.make_headers(basic_auth=":".join(auth)) if auth else {}
        try:
            answer = self._pool.request(
                method,
                f"{uri}?{_encode(params)}" if params else uri,
                body=_encode(data) if data else None,
                headers={**(headers or {}), **login},
                timeout=self._timeout if timeout is None else timeout,
                redirect=False,
            )
        except HTTPError as error:
            raise _sort(error) from None  # the original quotes the address, and that a number
        return Response(answer.status, answer.data.decode("utf-8", errors="replace"), answer.headers)

    def close(self) -> None:
        """Close the kept connections."""
        self._pool.clear()


def _encode(fields: Mapping[str, object]) -> str:
    return urlencode(dict(fields), doseq=True, errors="replace")


def _sort(error: HTTPError) -> Exception:
    name = type(error).__name__
    untrusted = isinstance(error, SSLError) and "CERTIFICATE_VERIFY_FAILED" in str(error)
    if untrusted or isinstance(error, _BEFORE_SENDING):
        return NotSent(f"No connection to the carrier ({name}).")
    return NoAnswer(f"No answer from the carrier ({name}).")


def _trust() -> ssl.SSLContext:
    """The machine's certificates and certifi's: small images and some Pythons have none of their own."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class _NoQuery(logging.Filter):
    """Cuts query strings off; ours hold the phone number whose texts are listed."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(arg.partition("?")[0] if isinstance(arg, str) else arg for arg in record.args)
        return True


_NO_QUERY = _NoQuery()


def _keep_addresses_out_of_logs() -> None:
    for name in ("urllib3.connectionpool", "urllib3.connection", "urllib3.util.retry", "urllib3.poolmanager"):
        logging.getLogger(name).addFilter(_NO_QUERY)  # adding it twice is once
