"""A file from a web address, with nothing taken on trust: not its size, nor its speed, nor where it leads.

Every hop is resolved first and its address checked; the connection then goes to that very
address, so that a name cannot mean something else the second time.
"""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

import certifi
import urllib3
from urllib3.exceptions import HTTPError

from bot.directory.report import BrokenFile
from bot.directory_source.opening import MOST_BYTES

HOPS = 5
CONNECT_SECONDS, READ_SECONDS, TOTAL_SECONDS = 10.0, 30.0, 600.0
BLOCK = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_KINDS = {"application/json": ".json", "text/csv": ".csv", "application/zip": ".zip"}


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, not of this machine or its neighbours."""
    found = ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not (mapped or found).is_multicast


@dataclass(frozen=True)
class Limits:
    """``may_visit`` judges IP addresses. ``trusted`` is a ``host:port`` that whoever gave the web
    address named themselves (on the command line): it may be in the same house."""

    may_visit: Callable[[str], bool] = is_public
    trusted: str = ""
    most_bytes: int = MOST_BYTES
    total_seconds: float = TOTAL_SECONDS


USUAL_LIMITS = Limits()


def is_web_address(path: str) -> bool:
    """Whether ``path`` is to be fetched."""
    return "://" in path


def host_of(url: str) -> str:
    """``host:port`` of a web address."""
    parts = _parts(url)
    return f"{parts.hostname}:{_port(parts)}"


@contextmanager
def downloaded(url: str, limits: Limits = USUAL_LIMITS) -> Iterator[Path]:
    """The file behind ``url``, for as long as the block runs.

    Raises :class:`BrokenFile` with one sentence that repeats no query of the address.
    """
    with tempfile.TemporaryDirectory(prefix="warmline-") as place:
        until = time.monotonic() + limits.total_seconds
        for _ in range(HOPS + 1):
            answer = _visit(url, limits)
            try:
                if answer.status in _REDIRECTS and (onward := answer.headers.get("Location")):
                    url = urljoin(url, onward)
                    continue
                if answer.status != 200:
                    raise BrokenFile(f"{_short(url)} answered with {answer.status}.")
                yield _saved(answer, Path(place) / _name(url, answer.headers.get("Content-Type", "")), limits, until)
                return
            except (HTTPError, OSError) as error:
                raise BrokenFile(f"{_short(url)} broke off: {type(error).__name__}.") from error
            finally:
                answer.close()
        raise BrokenFile(f"{_short(url)} sends from one address to the next, more than {HOPS} times.")


def _visit(url: str, limits: Limits) -> urllib3.BaseHTTPResponse:
    parts = _parts(url)
    address = _resolved(parts, limits)
    timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
    host, port = parts.hostname or "", _port(parts)
    if parts.scheme == "https":
        pool: urllib3.HTTPConnectionPool = urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, server_hostname=host, assert_hostname=host, ca_certs=certifi.where()
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": "warmline", "Accept-Encoding": "gzip"}
    try:
        return pool.request("GET", path, headers=headers, redirect=False, retries=False, preload_content=False)
    except HTTPError as error:
        raise BrokenFile(f"{_short(url)} cannot be reached: {type(error).__name__}.") from error


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and parts.hostname and _port(parts)
    except ValueError:
        known = None
    if not known:
        raise BrokenFile(f"{url.partition('?')[0]!r} is no web address that begins with https:// or http://.")
    return parts


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _resolved(parts: SplitResult, limits: Limits) -> str:
    """An IP address of the host; every one it has must be allowed, or a second look could find another."""
    host, port = parts.hostname or "", _port(parts)
    try:
        found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise BrokenFile(f"There is no host {host!r}.") from error
    if f"{host}:{port}" != limits.trusted and not all(limits.may_visit(each) for each in found):
        raise BrokenFile(f"{host!r} is inside a private network: not fetched.")
    return found[0]


def _saved(answer: urllib3.BaseHTTPResponse, path: Path, limits: Limits, until: float) -> Path:
    size = 0
    with path.open("wb") as file:
        # Whatever has come, at once: a server that drips must not hold a whole block back from the clock.
        while block := answer.read1(BLOCK, decode_content=True):
            size += len(block)
            if size > limits.most_bytes:
                raise BrokenFile(f"The file is larger than {limits.most_bytes // 2**20} MB.")
            if time.monotonic() > until:
                raise BrokenFile(f"The file did not come within {limits.total_seconds:.0f} seconds.")
            file.write(block)
    return path


def _name(url: str, kind: str) -> str:
    """A file name whose ending says what it is, as far as anybody knows."""
    name = PurePosixPath(unquote(urlsplit(url).path)).name or "download"
    ending = PurePosixPath(name).suffix.lower()
    if ending not in (".csv", ".tsv", ".txt", ".json", ".zip"):
        name += _KINDS.get(kind.partition(";")[0].strip().lower(), ".txt")
    return name.replace("/", "_").replace("\0", "")[-100:]


def _short(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}{parts.path}"
