"""Reads texts without a server: ``python -m assistant.understand --data-dir var``.

JSON lines in (``{"text": …}``), JSON lines out in the same order, in the shape of
Rasa's parse result. A line that cannot be read gives ``{"error": "line 3: …"}``, the
others are still answered, and the command ends with 1. Lines that come together are read
together, which takes a quarter less time; a lone one is answered at once.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from assistant.lines import batches
from assistant.understanding.archive import reader_from_model
from assistant.understanding.model import ModelUnusable, Reader
from assistant.understanding.output import output_of
from sentences.encoder import Encoder, EncoderMissing

MAX_LINE_BYTES = 100_000


class BadLine(Exception):
    """A line of the input that cannot be read; the message says why."""


def text_of(line: bytes) -> str:
    """Return the text in one line of input.

    Raises:
        BadLine: it is too long, no UTF-8, no JSON, or has no text.
    """
    if len(line) >= MAX_LINE_BYTES:
        raise BadLine(f"longer than {MAX_LINE_BYTES} bytes")
    try:
        # Some editors begin a file with a mark of its encoding.
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine("not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise BadLine("not JSON") from error
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise BadLine('no "text"')
    # Half a surrogate pair is legal JSON but no text.
    return str(fields["text"]).encode("utf-8", "replace").decode("utf-8")


def answers(reader: Reader, pieces: Iterable[Sequence[bytes]]) -> Iterator[dict[str, Any]]:
    """Yield one answer for each line that is not blank. ``pieces``: lines that came together.

    Each text is read by itself, as on the line: the encoder's small numbers depend on what is read together with
    a text, enough to turn the needs of one text in fifty (24 of 1,291 blind ones).
    """
    numbers = count(1)
    for lines in pieces:
        # The lines first: zip must not take a number for a line that is not there.
        for line, number in zip(lines, numbers):  # noqa: B905  # numbers never end
            if not line.strip():
                continue
            try:
                told = text_of(line)
            except BadLine as error:
                yield {"error": f"line {number}: {error}"}
            else:
                yield {"text": told, **output_of(reader.read(told))}


def main() -> int:
    """Answer standard input on standard output."""
    parser = argparse.ArgumentParser(description="Say what texts mean.")
    parser.add_argument("--data-dir", type=Path, default=Path(os.environ.get("WARMLINE_DATA_DIR", "var")))
    parser.add_argument("--model", type=Path, help="another model than the one in use")
    arguments = parser.parse_args()
    data_dir = arguments.data_dir
    try:
        encoder: Encoder | None = Encoder(data_dir / "encoder")
    except EncoderMissing as error:
        print(f"WARNING: texts are read by word counts alone. {error}", file=sys.stderr)
        encoder = None
    try:
        reader = reader_from_model(arguments.model or data_dir / "models" / "assistant.tar.gz", encoder)
    except ModelUnusable as problem:
        print(str(problem), file=sys.stderr)
        return 1
    failed = False
    lines = batches(partial(os.read, sys.stdin.fileno()), MAX_LINE_BYTES)
    for answer in answers(reader, lines):
        failed = failed or "error" in answer
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
