"""Whether a webhook really comes from Twilio: its HMAC over our public address and every field.

Twilio's own ``RequestValidator`` wants parsed text; this one works on the raw bytes, so
that broken UTF-8 or a blank field cannot make a true signature look false.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.gateway.form import Form
from bot.gateway.webhook import SignedPost

HEADER = "x-twilio-signature"


class SignatureCheck:
    """Callable as ``verify`` of the webhook routes.

    ``public_url`` is the address the carrier calls, without a path of ours; ``tokens`` are
    all auth tokens that are good now (two while they rotate). With no token nothing passes.
    """

    def __init__(self, public_url: str, tokens: Sequence[str]) -> None:
        self._bases = _with_and_without_port(public_url.rstrip("/"))
        self._keys = tuple(token.encode() for token in tokens if token)

    def __call__(self, post: SignedPost) -> bool:
        given = post.headers.get(HEADER, "").encode("utf-8", errors="replace")
        tail = post.target.encode("latin-1") + _joined(post.form)
        right = [
            hmac.compare_digest(_sign(key, base.encode() + tail), given) for key in self._keys for base in self._bases
        ]
        return any(right)  # all were compared: the time taken tells nothing


def _joined(form: Form) -> bytes:
    """Every field's name and value, sorted by both; a pair that comes twice counts once."""
    return b"".join(name + value for name, value in sorted(set(form.fields)))


def _sign(key: bytes, message: bytes) -> bytes:
    return b64encode(hmac.new(key, message, hashlib.sha1).digest())


def _with_and_without_port(url: str) -> tuple[str, ...]:
    """Twilio sometimes signs the address with its port and sometimes without."""
    parts = urlsplit(url)
    if parts.port is None:
        other = f"{parts.netloc}:{443 if parts.scheme == 'https' else 80}"
    else:
        other = parts.netloc[: parts.netloc.rindex(":")]
    return (url, parts._replace(netloc=other).geturl())
