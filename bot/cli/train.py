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
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.house import FAILED, one_sentence

BLIND_TEXTS = Path("tests/understanding")
CANDIDATE, CANDIDATE_CARD = Path("models") / "candidate.tar.gz", Path("models") / "candidate.json"
CARD = Path("models") / "assistant.json"
app = typer.Typer(add_completion=False)


@app.command()
def train(
    force: Annotated[
        bool, typer.Option("--force", help="Train even if nothing changed, and keep the model whatever the bars say.")
    ] = False,
) -> None:
    """Train the assistant unless it is up to date. A running line uses the new model after its next start.

    A model that misses a safety bar of data/bars.yml is refused, with the danger model that was measured with it:
    those in use stay, and the exit code is not 0.
    """
    with one_sentence():
        from bot.danger_model.files import read_card
        from bot.settings import read_settings
        from bot.supervisor.plans import danger_training_command, training_command, training_environment
        from bot.supervisor.steps import NOT_SAFE
        from bot.teaching import waiting_danger

        settings = read_settings()
        data_dir, command = settings.warmline_data_dir, training_command(settings, force)
        environment = training_environment(settings)
        code = _run([*command, "--hold"], environment)
        waits = waiting_danger.prepare(data_dir)
        # Before the line is measured: its eyes for danger count too, and they go live with the rest or not at all.
        apart = settings.model_copy(update={"warmline_data_dir": waits})
        danger = subprocess.run(_tied(danger_training_command(apart, force)), check=False)  # noqa: S603  # our own
        # Alone, the danger model is judged by its own bars; beside a training that failed or was killed by none.
        taken = code in (0, NOT_SAFE)
        if code == 0 and (data_dir / CANDIDATE).is_file():
            made_of = _made_of(data_dir / CANDIDATE_CARD)
            eyes = waits if waiting_danger.is_new(data_dir, waits) else data_dir
            code = _finish(command, environment, data_dir, eyes)
            taken = made_of == _made_of(data_dir / CARD)
        first = read_card(data_dir) is None  # some eyes see more than none
        waiting_danger.settle(data_dir, waits, taken or first, refused=code == NOT_SAFE)
        raise typer.Exit(code or danger.returncode)


def _finish(command: Sequence[str], environment: Mapping[str, str], data_dir: Path, eyes: Path) -> int:
    """Let the line read the blind texts with the candidate, and let the assistant's side decide.

    ``eyes``: the data directory with the danger model that looks.
    """
    from bot.cli.understand import answer, reading_command

    texts = sorted({text for path in sorted(BLIND_TEXTS.glob("*.jsonl")) for text in _texts(path)})
    with tempfile.TemporaryDirectory(prefix="warmline-") as place:
        records = Path(place) / "records.jsonl"
        lines = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
        reads = reading_command(data_dir, data_dir / CANDIDATE)
        with records.open("wb") as sink:
            code = answer(eyes, reads, io.BytesIO(lines), sink) if texts else 0
        if code != 0:
            typer.echo("The new model could not read the test texts; the one in use stays.", err=True)
            return FAILED
        return _run([*command, "--finish", str(records)], environment)


def _made_of(card: Path) -> str | None:
    """What a model of the assistant was made of; ``None`` without one."""
    try:
        return str(json.loads(card.read_text("utf-8")).get("made_of"))
    except (OSError, ValueError):
        return None


def _texts(path: Path) -> list[str]:
    return [str(json.loads(line)["text"]) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    return subprocess.run(_tied(command), env=environment, check=False).returncode  # noqa: S603  # our own


def _tied(command: Sequence[str]) -> list[str]:
    """The command so that it ends with this one: it must not train on when whoever started us has stopped us."""
    from bot.supervisor import tether

    return [sys.executable, tether.__file__, str(os.getpid()), *command]
