"""Brings everything that is sealed under the newest key, so that the older ones can be taken away.

Works while the line runs, in small steps, and goes on where it stopped: what is left to do is read from the
values themselves, which name their key.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial

from bot.app import House
from bot.audit_seal import renew_seal
from bot.errors import WarmlineError
from bot.store.audit import write_audit
from bot.store.doubles import doubled_phones
from bot.store.key_change import count_old, keep_index_keys, newest_text_is_old, seal_some, sealed_tables
from bot.wish_list import WishList

LATELY_SECONDS = 3600.0
PAUSE_SECONDS, MOST_PASSES = 0.5, 120


class NotRestarted(WarmlineError):
    """A process that does not know the newest key would read nothing any more."""


@dataclass(frozen=True)
class KeyChange:
    """``rows`` were sealed anew, ``wishes`` lines of the list beside the database.

    ``doubled``: phones with two conversations, see ``store/doubles.py``.
    """

    rows: int
    wishes: int
    doubled: int = 0


def change_key(house: House, actor: str, sure: bool = False) -> KeyChange:
    """Seal all anew. Raises :class:`NotRestarted` if a process seems to know only an older key, unless ``sure``."""
    database, vault, now = house.database, house.vault, house.clock.now().timestamp()
    with database.read() as connection:
        if not sure and newest_text_is_old(connection, vault, now - LATELY_SECONDS):
            raise NotRestarted(
                "The last text was still sealed with an older key. Start every process of the line anew with the new "
                "key first in WARMLINE_SECRET_KEY; if you have, and no text came since, say --restarted."
            )
    database.write(lambda connection: keep_index_keys(connection, vault))
    rows = _seal_rows(house)
    wishes = WishList(house.settings.warmline_data_dir, vault).seal_anew()
    database.write(lambda connection: write_audit(connection, actor, "rotate", "key", now, f"rows={rows}"))
    renew_seal(database, vault, house.settings.warmline_data_dir, now)
    with database.read() as connection:
        return KeyChange(rows, wishes, doubled_phones(connection, vault))


def _seal_table(house: House, name: str) -> int:
    total, after = 0, 0
    while True:
        some, after = house.database.write(partial(seal_some, vault=house.vault, name=name, after=after))
        if not some:
            return total
        total += some


def _seal_rows(house: House) -> int:
    """Table by table until no row is left; rows that a worker held come in a later pass."""
    database, vault, total = house.database, house.vault, 0
    for _ in range(MOST_PASSES):
        for name in sealed_tables():
            total += _seal_table(house, name)
        with database.read() as connection:
            if count_old(connection, vault) == 0:
                return total
        time.sleep(PAUSE_SECONDS)
    raise WarmlineError("Some rows are still in use; run the command again.")
