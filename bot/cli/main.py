"""``warmline``: every command by name. Each is loaded when it is called, so that none waits for another's libraries."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

# The module of each command; a module has one Typer ``app``, with the command or the group in it.
COMMANDS = {
    "run": "run",
    "serve": "serve",
    "work": "work",
    "train": "train",
    "understand": "understand",
    "chat": "chat",
    "directory": "directory",
    "coach": "coach",
    "staff": "staff",
    "log": "log",
    "doctor": "doctor",
    "backup": "backup",
    "restore": "restore",
    "purge": "purge",
    "erase": "erase",
    "hold": "hold",
    "rotate": "rotate",
    "demo": "demo",
    "audit": "audit",
    "words": "words",
}
GROUPS = ("demo", "directory", "coach", "staff", "audit", "words")  # these have commands of their own


class _Commands(TyperGroup):
    """Finds a command by importing its module."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        own = import_module(f"bot.cli.{COMMANDS[cmd_name]}").app
        found: Any = typer.main.get_group(own) if cmd_name in GROUPS else typer.main.get_command(own)
        found.name = cmd_name
        return found


app = typer.Typer(cls=_Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def warmline() -> None:
    """Warmline, a text line for recovery support. `warmline run` starts everything."""


def main() -> None:
    """Run the command that the command line names, in Warmline's folder."""
    from bot.cli.house import one_sentence
    from bot.crash import leave_no_memory

    leave_no_memory()
    try:
        with one_sentence():
            if not Path("domain.yml").is_file():
                root = Path(__file__).resolve().parents[2]
                sys.exit(f"Warmline works in its own folder: run this command in {root}.")
            app()
    except typer.Exit as ended:
        sys.exit(ended.exit_code)


if __name__ == "__main__":
    main()
