"""Whether the key that is here is the key of this database."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.errors import CannotDecrypt, SettingsError
from bot.privacy import Vault
from bot.store.keeping_tables import key_check

WORD = "warmline"


def check_key(connection: Connection, vault: Vault) -> None:
    """Refuse a database that was sealed with another key; a new one remembers ours.

    Raises :class:`SettingsError`. With a wrong key no phone would be known any more: people who
    asked for no more texts would get some.
    """
    sealed = connection.execute(select(key_check.c.word_sealed)).scalars().first()
    if sealed is None:
        connection.execute(key_check.insert().values(word_sealed=vault.seal(WORD)))
        return
    try:
        vault.open(sealed)
    except CannotDecrypt as error:
        raise SettingsError(
            "WARMLINE_SECRET_KEY: this database was sealed with another key; set that key, "
            "or put its secret.key back into the data directory."
        ) from error
