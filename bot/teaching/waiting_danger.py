"""A newly trained danger model waits beside the one in use until the whole line was judged with it.

It is trained in a data directory of its own, ``models/waiting``, whose encoder and taught texts are those of the
real one: a running line looks every few seconds for a new danger model, and must not find one that nobody judged.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bot.danger_model.files import (
    ARRAYS_FILE,
    CARD_FILE,
    PREVIOUS,
    REFUSED_FILE,
    REPORT_FILE,
    models_folder,
    read_card,
    write_json,
)
from bot.danger_model.train import TAUGHT
from bot.danger_model.vectors import VECTORS_FILE

WAITING = "waiting"
_KNOWN = (CARD_FILE, ARRAYS_FILE, REFUSED_FILE, VECTORS_FILE)
# The card last: who sees a new one finds the model whole.
_TAKEN = (f"{PREVIOUS}{ARRAYS_FILE}", f"{PREVIOUS}{CARD_FILE}", REPORT_FILE, ARRAYS_FILE, CARD_FILE)


def prepare(data_dir: Path) -> Path:
    """The data directory to train a danger model in; nothing of an earlier training is left in it."""
    place = models_folder(data_dir) / WAITING
    shutil.rmtree(place, ignore_errors=True)
    models_folder(place).mkdir(parents=True, mode=0o700)
    for name in ("encoder", TAUGHT):
        if (data_dir / name).exists():
            (place / name).symlink_to((data_dir / name).absolute())
    for name in _KNOWN:
        if (models_folder(data_dir) / name).is_file():
            shutil.copy(models_folder(data_dir) / name, models_folder(place) / name)
    return place


def is_new(data_dir: Path, place: Path) -> bool:
    """Whether a model waits in ``place`` that is not the one in use."""
    waiting = read_card(place)
    return waiting is not None and waiting != read_card(data_dir)


def settle(data_dir: Path, place: Path, taken: bool, refused: bool = False) -> None:
    """Take the waiting model into use, or not; one that was ``refused`` is not trained again on the same texts."""
    found, folder = models_folder(place), models_folder(data_dir)
    if is_new(data_dir, place):
        if taken:
            for name in _TAKEN:
                if (found / name).is_file():
                    os.replace(found / name, folder / name)
        elif refused:
            write_json(folder / REFUSED_FILE, {"made_of": (read_card(place) or {}).get("made_of")})
    if (found / VECTORS_FILE).is_file():  # of every text that was read: the next training has less to do
        os.replace(found / VECTORS_FILE, folder / VECTORS_FILE)
    shutil.rmtree(place, ignore_errors=True)
