"""``warmline restore``: brings a backup back into an empty place, and with it what people decided after it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import fail, one_sentence

if TYPE_CHECKING:
    from bot.privacy import Vault
    from bot.settings import Settings

app = typer.Typer(add_completion=False)


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `warmline backup` wrote.", exists=True)],
    wishes: Annotated[
        Path | None, typer.Option(help="The folder with wishes.log of the line; the data directory unless given.")
    ] = None,
    without_wishes: Annotated[
        bool,
        typer.Option(
            "--without-wishes", help="The list is lost: opt-outs and erasures since the backup are not known."
        ),
    ] = False,
) -> None:
    """Restore the database from a backup, then redo the opt-outs and erasures that came after it."""
    with one_sentence():
        from bot.settings import read_settings
        from bot.supervisor.lock import hold_line

        settings = read_settings()
        folder = wishes or settings.warmline_data_dir
        _check(settings, folder, without_wishes)
        holds = hold_line(settings.warmline_data_dir)
        try:
            done = _restore(settings, file, None if without_wishes else folder)
        finally:
            os.close(holds)
    typer.echo(f"The database is back. {done} opt-outs, erasures and holds that came after the backup were done again.")
    if without_wishes:
        typer.echo(
            "Without the list of wishes: who opted out or was erased since the backup is not known here.", err=True
        )
    typer.echo("Start the line with `make run`: it asks the carrier for the texts of the meantime.")


def _check(settings: Settings, folder: Path, without_wishes: bool) -> None:
    from bot.privacy import KEY_FILE
    from bot.wish_list import NAME

    data_dir = settings.warmline_data_dir
    there = [str(path) for path in _files_of(_place(settings)) if path.exists()] if settings.on_sqlite else []
    if there:
        fail(
            f"There is a database: {', '.join(there)}. Move it away first, all of these files together, "
            "or set WARMLINE_DATA_DIR to an empty place."
        )
    if not settings.warmline_secret_key and not (data_dir / KEY_FILE).exists():
        fail(
            f"The key is missing: put {KEY_FILE} of the line that wrote the backup into {data_dir}, "
            "or set WARMLINE_SECRET_KEY."
        )
    if not without_wishes and not (folder / NAME).exists():
        fail(
            f"The list of wishes is missing: put {NAME} of the line that wrote the backup into {folder}, or say "
            "--without-wishes; then people who opted out since the backup may get texts again."
        )


def _restore(settings: Settings, file: Path, wishes: Path | None) -> int:
    """How many wishes were done again. On SQLite the database appears whole, with them, or not at all."""
    from bot.backup import open_file
    from bot.postgres_copy import bring_back
    from bot.privacy import open_vault

    vault = open_vault(settings.warmline_secret_key, settings.warmline_data_dir)
    if settings.on_sqlite:
        place = _place(settings)
        new = place.with_name(place.name + ".restoring")
        for stale in _files_of(new):  # of a restore that was killed
            stale.unlink(missing_ok=True)
        open_file(vault, file, new)
        done = _fulfil(settings, f"sqlite:///{new}", wishes)
        _settle_list(settings, vault, wishes)
        os.replace(new, place)
        return done
    _must_be_empty(settings.database_url)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.warmline_data_dir) as folder:
        copy = Path(folder) / "copy"
        open_file(vault, file, copy)
        # Before the database is there: from then on a line could start on it. It finds the list and does the rest.
        _settle_list(settings, vault, wishes)
        bring_back(settings.database_url, copy)
    return _fulfil(settings, settings.database_url, wishes)


def _settle_list(settings: Settings, vault: Vault, wishes: Path | None) -> None:
    """Read the whole list and have it in the data directory, or have none there, if the line goes on without.

    Raises :class:`bot.wish_list.ListDamaged`.
    """
    from bot.wish_list import NAME, WishList

    own = WishList(settings.warmline_data_dir, vault)
    if wishes is None:
        own.set_aside("The database was restored without it.")
        return
    for _ in WishList(wishes, vault).after(0):
        pass
    own.take(wishes / NAME)


def _place(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///"))


def _files_of(database: Path) -> list[Path]:
    """SQLite's files: it plays a log that lies beside a database into it, also one of another database."""
    return [database.with_name(database.name + end) for end in ("", "-wal", "-shm", "-journal")]


def _must_be_empty(url: str) -> None:
    from bot.store.database import Database, make_engine
    from bot.store.schema import is_empty

    database = Database(make_engine(url))
    empty = is_empty(database)
    database.close()
    if not empty:
        fail("WARMLINE_DATABASE_URL: that database is not empty; make a new one to restore into.")


def _fulfil(settings: Settings, url: str, wishes: Path | None) -> int:
    from bot.privacy import open_vault
    from bot.store.database import Database, make_engine
    from bot.store.schema import migrate
    from bot.wish_list import WishList

    database = Database(make_engine(url))
    try:
        migrate(database)
        if wishes is None:
            return 0
        vault = open_vault(settings.warmline_secret_key, settings.warmline_data_dir)
        return WishList(wishes, vault).fulfil(database)
    finally:
        database.close()
