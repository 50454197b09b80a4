"""Reads a YAML file that people edit: a mistake is one sentence that names the file, and nothing is half-read."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from bot.errors import WarmlineError


class WordingError(WarmlineError):
    """A text is missing or its file is wrong; the message names the file and the place in it."""


def read_yaml(path: Path) -> Any:
    """The content of ``path``. Raises :class:`WordingError` when it cannot be read or a name is there twice."""
    try:
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, Loader=_StrictLoader)  # noqa: S506  (it is a SafeLoader, only stricter)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise WordingError(f"{path.name}: the file cannot be read ({' '.join(str(error).split())}).") from error


class _StrictLoader(yaml.SafeLoader):
    """YAML lets a later key replace an earlier one in silence; here a name given twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} is there twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)
