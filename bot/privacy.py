"""What keeps people's words, names and numbers unread: sealing, blind indexes, short names for logs.

Sealed values are AES-256-GCM; the first four bytes name the key so that keys can be rotated:
new values use the first key of ``WARMLINE_SECRET_KEY``, old ones open with any of them.
A blind index (HMAC-SHA256) finds a phone number or a need without storing it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import phonenumbers
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import CannotDecrypt, SettingsError

KEY_FILE = "secret.key"
MADE_UP = re.compile(r"\+1(\d{3})?55501\d\d")
NONCE_BYTES = 12
KEY_ID_BYTES = 4
ASSISTANT_SECRET, ACTIONS_SECRET = "door of the assistant", "door of the actions"  # purposes of keys


def _derive(secret: str, purpose: str) -> bytes:
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).digest()


class Vault:
    """Seals and opens values. ``secrets_`` are the keys, newest first; at least one."""

    def __init__(self, secrets_: Sequence[str]) -> None:
        if not secrets_ or any(len(secret) < 16 for secret in secrets_):
            raise SettingsError("WARMLINE_SECRET_KEY: each key needs at least 16 characters.")
        self._ciphers: dict[bytes, AESGCM] = {}
        for secret in reversed(secrets_):
            self._newest = _derive(secret, "key id")[:KEY_ID_BYTES]
            self._ciphers[self._newest] = AESGCM(_derive(secret, "seal"))
        self._index_keys = [_derive(secret, "index") for secret in secrets_]
        self._secrets = tuple(secrets_)

    @property
    def key_id(self) -> bytes:
        """How every value begins that is sealed under the newest key."""
        return self._newest

    def has_key(self, key_id: str) -> bool:
        """Whether the key is here whose :attr:`key_id` this is, in hexadecimal digits."""
        return key_id in {own.hex() for own in self._ciphers}

    def seal(self, text: str) -> bytes:
        """``text`` encrypted under the newest key: key id, nonce, ciphertext with tag."""
        nonce = os.urandom(NONCE_BYTES)
        return self._newest + nonce + self._ciphers[self._newest].encrypt(nonce, text.encode(), None)

    def open(self, sealed: bytes) -> str:
        """The text of :meth:`seal`. Raises :class:`CannotDecrypt`."""
        body = KEY_ID_BYTES + NONCE_BYTES
        cipher = self._ciphers.get(sealed[:KEY_ID_BYTES])
        if cipher is None:
            raise CannotDecrypt("A stored value was sealed with a key that WARMLINE_SECRET_KEY does not hold any more.")
        try:
            return cipher.decrypt(sealed[KEY_ID_BYTES:body], sealed[body:], None).decode()
        except (InvalidTag, ValueError) as error:  # ValueError: it was cut off
            raise CannotDecrypt("A stored value does not open with WARMLINE_SECRET_KEY; it may be damaged.") from error

    def seal_json(self, value: Any) -> bytes:
        return self.seal(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def open_json(self, sealed: bytes) -> Any:
        return json.loads(self.open(sealed))

    def index(self, value: str) -> bytes:
        """The blind index under the newest key: what is written."""
        return self.indexes(value)[0]

    def indexes(self, value: str) -> list[bytes]:
        """The blind indexes under every key, newest first: what is looked up."""
        return [hmac.new(key, value.encode(), hashlib.sha256).digest()[:16] for key in self._index_keys]

    def older_index_keys(self) -> list[str]:
        """What :meth:`find_also` takes, of every key but the newest. They find numbers and open nothing."""
        return [key.hex() for key in self._index_keys[1:]]

    def find_also(self, index_keys: Sequence[str]) -> None:
        """From now on :meth:`indexes` knows these too. To be called before the vault is shared."""
        known = [bytes.fromhex(key) for key in index_keys]
        self._index_keys += [key for key in known if key not in self._index_keys]

    @property
    def knows_older_indexes(self) -> bool:
        """Whether there was ever another key than the newest."""
        return len(self._index_keys) > 1

    def purpose_key(self, purpose: str) -> str:
        """A secret of its own for one purpose (cookies, the assistant's door), hex."""
        return self.purpose_keys(purpose)[0]

    def purpose_keys(self, purpose: str) -> list[str]:
        """The same under every key, newest first: to open what an older key made."""
        return [_derive(secret, purpose).hex() for secret in self._secrets]


def load_or_make_key(data_dir: Path) -> str:
    """The key kept in the data directory (mode 0600), made at the first start."""
    path = data_dir / KEY_FILE
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not path.exists():
        _make_key(path)
    key = path.read_text().strip()
    if not key:
        raise SettingsError(f"{path} is empty; restore it from your backup, or people's texts stay unreadable.")
    return key


def _make_key(path: Path) -> None:
    """Whole or not at all, and never over a key that another process made in the same moment."""
    draft = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(32) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()


def open_vault(secret_key: str, data_dir: Path) -> Vault:
    """The vault for the setting ``WARMLINE_SECRET_KEY``, or for the key in the data directory."""
    keys = [key.strip() for key in secret_key.split(",") if key.strip()]
    return Vault(keys or [load_or_make_key(data_dir)])


def clean_phone(text: str) -> str:
    """A phone number as E.164 (``+15550100``). Raises ``ValueError`` with a sentence.

    Numbers written with a leading + are taken as they are (fictional 555-01xx numbers have
    seven digits); others are read as numbers of the United States.
    """
    compact = re.sub(r"[\s().\-]", "", text)
    if re.fullmatch(r"\+[1-9][0-9]{6,14}", compact):
        return compact
    try:
        number = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException:
        number = None
    why = None if number is None else phonenumbers.is_possible_number_with_reason(number)
    if why == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        raise ValueError("expected a phone number with its area code, like 202-555-0142")
    if number is None or why != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise ValueError("expected a phone number like +15550100")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def is_made_up(phone: str) -> bool:
    """Whether ``phone`` (E.164) is one of the numbers 555-0100 to 555-0199, which nobody has."""
    return MADE_UP.fullmatch(phone) is not None


def mask_phone(phone: str) -> str:
    """The last two digits at most: what logs and lists may show."""
    return f"…{phone[-2:]}" if len(phone) >= 4 else "…"
