"""Seals stored values anew under the newest key, some rows at a time, and keeps what finds numbers of older keys."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, Table, func, literal, or_, select, update

from bot.privacy import KEY_ID_BYTES, Vault
from bot.store.keeping_tables import index_key
from bot.store.metadata import metadata
from bot.store.tables import message

ROWS = 200  # of one table in one transaction: a worker waits for them, for some milliseconds


def sealed_columns() -> dict[Table, list[Column[Any]]]:
    """Every table that holds sealed values, and which columns they are."""
    found = {
        table: [column for column in table.columns if column.name.endswith("_sealed")]
        for table in metadata.sorted_tables
    }
    return {table: columns for table, columns in found.items() if columns}


def sealed_tables() -> tuple[str, ...]:
    """The names of those tables."""
    return tuple(table.name for table in sealed_columns())


def seal_some(connection: Connection, vault: Vault, name: str, after: int) -> tuple[int, int]:
    """Seal up to :data:`ROWS` rows of the table ``name`` behind the id ``after`` anew; how many, and the last one.

    Rows that somebody works on just now are left out.
    """
    table = metadata.tables[name]
    columns = sealed_columns()[table]
    (own,) = table.primary_key.columns
    # Nobody is waited for while we hold rows: so a worker and we can never wait for each other.
    rows = connection.execute(
        select(own.label("own"), *columns)
        .where(own > after, _old(vault, columns))
        .order_by(own)
        .limit(ROWS)
        .with_for_update(skip_locked=True)
    ).all()
    for row in rows:
        # All of the row: what it holds under the newest key already may as well have a fresh nonce.
        opened = {column.name: row._mapping[column.name] for column in columns}
        values = {name: vault.seal(vault.open(sealed)) for name, sealed in opened.items() if sealed is not None}
        connection.execute(update(table).where(own == row.own).values(values))
    return len(rows), rows[-1].own if rows else after


def count_old(connection: Connection, vault: Vault) -> int:
    """How many rows hold anything that the newest key does not open."""
    return sum(
        connection.execute(select(func.count()).select_from(table).where(_old(vault, columns))).scalar_one()
        for table, columns in sealed_columns().items()
    )


def newest_text_is_old(connection: Connection, vault: Vault, since: float) -> bool:
    """Whether the last text that was stored after ``since`` (epoch seconds) was sealed with an older key."""
    last = connection.execute(
        select(message.c.body_sealed)
        .where(message.c.created_at >= since, message.c.body_sealed.is_not(None))
        .order_by(message.c.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return last is not None and last[:KEY_ID_BYTES] != vault.key_id


def keep_index_keys(connection: Connection, vault: Vault) -> None:
    """Store, sealed, what finds numbers under the older keys: of who was erased only their hash is left."""
    known = {vault.open(sealed) for sealed in connection.execute(select(index_key.c.key_sealed)).scalars()}
    for key in vault.older_index_keys():
        if key not in known:
            connection.execute(index_key.insert().values(key_sealed=vault.seal(key)))


def use_index_keys(connection: Connection, vault: Vault) -> None:
    """Have ``vault`` find what was stored under keys that are gone."""
    rows = connection.execute(select(index_key.c.key_sealed).order_by(index_key.c.id)).scalars()
    vault.find_also([vault.open(sealed) for sealed in rows])


def _old(vault: Vault, columns: list[Column[Any]]) -> Any:
    newest = literal(vault.key_id, LargeBinary)
    return or_(*(func.substr(column, 1, KEY_ID_BYTES) != newest for column in columns))
