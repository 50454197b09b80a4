"""``warmline backup``: the database as one encrypted file, while the line runs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.house import BY_COMMAND, open_house_from_settings

app = typer.Typer(add_completion=False)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where to write the backup; a file of that name is replaced.")],
) -> None:
    """Write an encrypted backup of the database. It opens with WARMLINE_SECRET_KEY only: keep that elsewhere."""
    with open_house_from_settings() as house:
        from bot.backup import copy_sqlite, seal_file
        from bot.postgres_copy import copy_postgres
        from bot.store.audit import BACKUP_MADE, write_audit

        def note(action: str) -> None:
            now = house.clock.now().timestamp()
            house.database.write(
                lambda connection: write_audit(connection, BY_COMMAND, action, None, now, "`warmline backup`")
            )

        note("backup")  # before: nobody copies the database unseen
        # Beside the backup, not in /tmp: the copy holds sealed texts, and the disk of the backup has the room.
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=file.absolute().parent) as place:
            copy = Path(place) / "copy.db"
            if house.database.is_sqlite:
                copy_sqlite(Path(str(house.database.engine.url.database)), copy)
            else:
                copy_postgres(house.settings.database_url, copy)
            seal_file(house.vault, copy, file)
        note(BACKUP_MADE)  # after: what `warmline doctor` goes by
    typer.echo(
        f"{file} is written ({file.stat().st_size // 1000} KB). It cannot be opened without the secret key: "
        "keep a copy of that in another place."
    )
