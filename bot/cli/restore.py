"""``warmline restore``: brings a backup back into an empty place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import fail, one_sentence

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(add_completion=False)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that `warmline backup` wrote.", exists=True)]) -> None:
    """Restore the database from a backup. Refuses a place where a database is already."""
    with one_sentence():
        from bot.cli.backup import ON_POSTGRES
        from bot.settings import read_settings
        from bot.supervisor.lock import hold_line

        settings = read_settings()
        if not settings.on_sqlite:
            fail(ON_POSTGRES)
        holds = hold_line(settings.warmline_data_dir)
        try:
            place = _restore(settings, file)
        finally:
            os.close(holds)
    typer.echo(f"The database is back at {place}. Start the line with `make run`.")


def _restore(settings: Settings, file: Path) -> Path:
    from bot.backup import open_file
    from bot.privacy import KEY_FILE, open_vault

    place, data_dir = Path(settings.database_url.removeprefix("sqlite:///")), settings.warmline_data_dir
    if place.exists():
        fail(f"There is a database at {place}; move it away first, or set WARMLINE_DATA_DIR to an empty place.")
    if not settings.warmline_secret_key and not (data_dir / KEY_FILE).exists():
        fail(
            f"The key is missing: put {KEY_FILE} of the line that wrote the backup into {data_dir}, "
            "or set WARMLINE_SECRET_KEY."
        )
    open_file(open_vault(settings.warmline_secret_key, data_dir), file, place)
    return place
