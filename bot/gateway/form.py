"""A webhook's raw body as fields, kept as the very bytes the carrier signed.

Web frameworks drop blank fields and repair broken text while they parse; both break the
carrier's signature. Here nothing is dropped or repaired until somebody asks for text.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from starlette.requests import ClientDisconnect, Request

from bot.errors import WarmlineError

LIMIT = 64 * 1024  # bytes; a text of 1,600 emoji with all of the carrier's fields needs 25 KB
TYPE = "application/x-www-form-urlencoded"


class BadPost(WarmlineError):
    """A post that is no form of ours; ``status`` is the HTTP answer for it."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class Form:
    """Fields in the order of the body, decoded from URL encoding only; blanks and repeats kept."""

    fields: tuple[tuple[bytes, bytes], ...]

    def text(self, name: str) -> str:
        """The first value of ``name`` as text, ``""`` if there is none.

        Bytes that are not UTF-8 become U+FFFD. NUL, which PostgreSQL cannot keep, goes away.
        """
        return next(iter(self.texts(name)), "")

    def texts(self, name: str) -> tuple[str, ...]:
        """All values of ``name`` as text, in their order."""
        wanted = name.encode()
        found = (value for key, value in self.fields if key == wanted)
        return tuple(value.decode("utf-8", errors="replace").replace("\0", "") for value in found)


def parse_form(body: bytes) -> Form:
    """The fields of a URL-encoded ``body``. Every body is one; a broken escape stays as it is."""
    pairs = (chunk.partition(b"=") for chunk in body.split(b"&") if chunk)
    return Form(tuple((_decode(name), _decode(value)) for name, _, value in pairs))


def _decode(raw: bytes) -> bytes:
    return unquote_to_bytes(raw.replace(b"+", b" "))


def is_form(request: Request) -> bool:
    """Whether ``request`` says that its body is a URL-encoded form."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() == TYPE


async def read_body(request: Request) -> bytes:
    """The whole body. Raises :class:`BadPost` (413 over :data:`LIMIT`, 400 if it breaks off)."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > LIMIT:
        raise _too_large()
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LIMIT:
                raise _too_large()
    except ClientDisconnect as error:
        raise BadPost(400, "The post ended before its body was complete.") from error
    return bytes(body)


def _too_large() -> BadPost:
    return BadPost(413, f"The body is larger than {LIMIT} bytes.")
