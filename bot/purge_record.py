"""The record of a destruction: how many of each class are gone, signed with the line's key.

The chain of the audit shows that nobody changed the record later; the signature, that this line wrote it: who can
write to the database, and knows how rows are chained, cannot claim that something was destroyed.
"""

from __future__ import annotations

import hashlib
import hmac
import re

from bot.privacy import Vault

ACTION, PURPOSE = "purge", "purge record"
_SIGNED, _LENGTH = " signed=", 32
_KEY_ID = re.compile("[0-9a-f]{8}")


def signed(vault: Vault, counts: str, subject: str, at: float) -> str:
    """``counts`` ("texts=3 notes=1") with the id of the key and the signature behind it."""
    return f"{counts} key={vault.key_id.hex()}{_SIGNED}{_sign(vault.purpose_key(PURPOSE), counts, subject, at)}"


def is_signed(vault: Vault, record: str, subject: str, at: float) -> bool | None:
    """Whether one of the line's keys signed ``record``; ``None`` if it names a key that the line has no more."""
    counts, _, rest = record.partition(" key=")
    key_id, _, signature = rest.partition(_SIGNED)
    if _KEY_ID.fullmatch(key_id) and not vault.has_key(key_id):
        return None
    made = [_sign(key, counts, subject, at) for key in vault.purpose_keys(PURPOSE)]
    return any(hmac.compare_digest(one.encode(), signature.encode()) for one in made)


def _sign(key: str, counts: str, subject: str, at: float) -> str:
    said = f"{counts}|{subject}|{at!r}"
    return hmac.new(bytes.fromhex(key), said.encode(), hashlib.sha256).hexdigest()[:_LENGTH]
