"""A line with another key is refused: it would know no phone and forget every opt-out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import open_house
from bot.errors import SettingsError
from bot.settings import read_settings


def test_the_same_and_a_rotated_key_open_the_line_and_another_does_not(database_url: str, data_dir: Path) -> None:
    def start(keys: str) -> None:
        settings = {
            "WARMLINE_DATABASE_URL": database_url,
            "WARMLINE_DATA_DIR": str(data_dir),
            "WARMLINE_SECRET_KEY": keys,
        }
        open_house(read_settings(settings, None)).close()

    start("the first key of this line")
    start("the first key of this line")
    start("a newer key of this line,the first key of this line")
    with pytest.raises(SettingsError, match="WARMLINE_SECRET_KEY"):
        start("the key of another line")
