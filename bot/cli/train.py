"""``warmline train``: trains the assistant, measures the whole line with it, and keeps it if it is good enough.

The assistant's own environment trains and judges. In between, the line's opinion of the blind
texts is added here: the safety screen's rules together with the new model.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.house import FAILED, one_sentence

BLIND_TEXTS = Path("tests/understanding")
CANDIDATE = Path("models") / "candidate.tar.gz"
app = typer.Typer(add_completion=False)


@app.command()
def train(
    force: Annotated[
        bool, typer.Option("--force", help="Train even if nothing changed, and keep the model whatever the bars say.")
    ] = False,
) -> None:
    """Train the assistant unless it is up to date. A running line uses the new model after its next start.

    A model that misses a safety bar of data/bars.yml is refused: the one in use stays, and the exit code is 1.
    """
    with one_sentence():
        from bot.settings import read_settings
        from bot.supervisor.plans import danger_training_command, training_command

        settings = read_settings()
        command = training_command(settings, force)
        code = _run([*command, "--hold"])
        # Before the line is measured: its eyes for danger count too.
        danger = subprocess.run(_tied(danger_training_command(settings, force)), check=False)  # noqa: S603  # our own
        candidate = settings.warmline_data_dir / CANDIDATE
        if code == 0 and candidate.is_file():
            code = _finish(command, settings.warmline_data_dir, candidate)
        raise typer.Exit(code or danger.returncode)


def _finish(command: Sequence[str], data_dir: Path, candidate: Path) -> int:
    """Let the line read the blind texts with the candidate, and let the assistant's side decide."""
    from bot.cli.understand import answer, reading_command

    texts = sorted({text for path in sorted(BLIND_TEXTS.glob("*.jsonl")) for text in _texts(path)})
    with tempfile.TemporaryDirectory(prefix="warmline-") as place:
        records = Path(place) / "records.jsonl"
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
        with records.open("wb") as sink:
            code = answer(data_dir, reading_command(data_dir, candidate), io.BytesIO(lines), sink) if texts else 0
        if code != 0:
            typer.echo("The new model could not read the test texts; the one in use stays.", err=True)
            return FAILED
        return _run([*command, "--finish", str(records)])


def _texts(path: Path) -> list[str]:
    return [str(json.loads(line)["text"]) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _run(command: Sequence[str]) -> int:
    from bot.supervisor.plans import foreign_environment

    return subprocess.run(_tied(command), env=foreign_environment(), check=False).returncode  # noqa: S603  # our own


def _tied(command: Sequence[str]) -> list[str]:
    """The command so that it ends with this one: it must not train on when whoever started us has stopped us."""
    from bot.supervisor import tether

    return [sys.executable, tether.__file__, str(os.getpid()), *command]
