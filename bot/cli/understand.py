"""``warmline understand``: what texts mean, from the real pipeline, without a server.

The assistant's part runs in its own Python environment as a child process; the danger screen
and the language are the service's, here. Both opinions are merged as for a text of the line.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.house import FAILED, one_sentence

if TYPE_CHECKING:
    from bot.message import Danger
    from bot.ports import DangerReader, Languages

PIECE = 65_536
app = typer.Typer(add_completion=False)


@app.command()
def understand(
    file: Annotated[
        Path | None, typer.Argument(help='JSON lines like {"text": "…"}; standard input if left out.')
    ] = None,
) -> None:
    """Say what each text means: JSON lines in, JSON lines out in the same order. No server is needed."""
    with one_sentence():
        from bot.settings import read_settings

        data_dir = read_settings().warmline_data_dir
        with file.open("rb") if file else sys.stdin.buffer as source:
            raise typer.Exit(answer(data_dir, reading_command(data_dir), source, sys.stdout.buffer))


def reading_command(data_dir: Path, model: Path | None = None) -> list[str]:
    """The command that reads texts with the model in use, or with another one."""
    from bot.supervisor.plans import assistant_python

    command = [str(assistant_python()), "-m", "assistant.understand", "--data-dir", str(data_dir)]
    return [*command, "--model", str(model)] if model else command


def answer(data_dir: Path, command: list[str], source: IO[bytes], sink: IO[bytes]) -> int:
    """Write a record for each good line, an error on stderr for each bad one; the exit code."""
    from bot import logs
    from bot.danger_model.reader import open_danger_reader
    from bot.language import LinguaLanguages
    from bot.supervisor.plans import foreign_environment

    logs.configure()  # to stderr: what is printed is for a program to read
    languages, eyes, failed = LinguaLanguages(), open_danger_reader(data_dir), False
    with subprocess.Popen(  # noqa: S603  # our own command
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=foreign_environment()
    ) as reader:
        if reader.stdin is None or reader.stdout is None:
            raise AssertionError("both ends were asked for")
        threading.Thread(target=_feed, args=(source, reader.stdin), daemon=True).start()
        for found in _answers(reader.stdout):
            if "error" in found:
                failed = True
                print(found["error"], file=sys.stderr, flush=True)
            else:
                sink.write(json.dumps(record(found, languages, eyes), ensure_ascii=False).encode("utf-8") + b"\n")
                sink.flush()
    return FAILED if failed or reader.returncode else 0


def _feed(source: IO[bytes], sink: IO[bytes]) -> None:
    with suppress(BrokenPipeError), sink:  # the reader has ended and said why
        while piece := source.read(PIECE):
            sink.write(piece)


def _answers(lines: IO[bytes]) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield json.loads(line)


def record(parse: Mapping[str, Any], languages: Languages, eyes: DangerReader) -> dict[str, Any]:
    """The output record (the contract's fields) for one parse result of the assistant, with its text."""
    from bot.assistant import read_meaning
    from bot.message import Risk
    from bot.safety.respond import look_for_danger

    text = parse["text"]
    meaning = read_meaning(parse)
    danger = _merged(look_for_danger(eyes, text, None), meaning.danger)
    return {
        "text": text,
        "language": languages.of(text, "en"),
        "act": _act(parse, meaning.act, danger),
        "needs": list(meaning.needs),
        "risk": str(danger.risk),
        "risk_kind": str(danger.kind) if danger.kind and danger.risk is not Risk.NONE else None,
        "about": str(danger.about),
        "zip": meaning.zip,
        "confidence": round(meaning.confidence, 4),
    }


def _merged(seen: Danger, read: Danger) -> Danger:
    """As the journey merges. Without danger the assistant says whom the text is about."""
    from dataclasses import replace

    from bot.message import About
    from bot.safety.witnesses import with_second_opinion

    danger = with_second_opinion(seen, read)
    return replace(danger, about=read.about) if danger.about is About.UNKNOWN else danger


def _act(parse: Mapping[str, Any], act: str, danger: Danger) -> str:
    """The act is ``crisis`` exactly when the risk is: else the likeliest other one.

    The rules of consent outrank the model, as on the line; a crisis outranks them.
    """
    from bot.consent.keywords import Keyword, keyword
    from bot.consent.optout import wants_no_texts
    from bot.message import Risk

    if danger.risk is Risk.CRISIS:
        return "crisis"
    text = str(parse["text"])
    if keyword(text) is Keyword.STOP or wants_no_texts(text):
        return "opt_out"
    # Words that may mean danger ("make it stop") opt nobody out on the model's word.
    ruled_out = {"crisis", "opt_out"} if danger.risk is Risk.CHECK else {"crisis"}
    ranking = [act, *(str(each["name"]) for each in parse.get("intent_ranking") or ())]
    return next((name for name in ranking if name not in ruled_out), "other")
