"""The planted secrets, and the search for them in whatever a line wrote."""

from __future__ import annotations

import base64
from pathlib import Path

PEOPLE = [f"+1555012{number:02}" for number in range(50)]
SECRETS = [f"quivelt{number:02}mornax" for number in range(50)]  # one in the texts of each person
COACH, COACH_NAME, COACH_MAIL = "+15550108", "Xandrielle", "xandrielle@example.org"
COACHS_WORDS, NOTE, UNSIGNED = "glimmerfosk", "prandywick", "stravenhult"
NUMBERS = [phone[1:] for phone in (*PEOPLE, COACH)]
ALL = [*SECRETS, *NUMBERS, COACH_NAME, COACH_MAIL, COACHS_WORDS, NOTE, UNSIGNED]
ALERTED = [*SECRETS, *(phone[1:] for phone in PEOPLE), COACHS_WORDS, NOTE, UNSIGNED]
STEM = 7
STEMS = sorted({secret[:STEM] for secret in ALL})  # every secret begins with one of them: few enough for large files


def none_in_files(*folders: Path) -> int:
    """Look through every file but the key; how many there were."""
    count = 0
    for path in (path for folder in folders for path in folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.name != "secret.key":
            none_in(path.read_bytes(), ALL, str(path))
            count += 1
    return count


def none_in(data: bytes, secrets: list[str], where: str) -> None:
    """Plainly, in another width, as hexadecimal digits, or in base64 at any of its three offsets."""
    low = data.lower()
    if not any(_is_in(stem, data, low) for stem in STEMS):
        return
    for secret in secrets:
        assert not _is_in(secret, data, low), f"{secret} is readable in {where}"


def _is_in(word: str, data: bytes, low: bytes) -> bool:
    plain = word.lower()
    shapes = (plain.encode(), plain.encode("utf-16-le"), word.encode().hex().encode(), plain.encode().hex().encode())
    return any(shape in low for shape in shapes) or any(piece in data for piece in _base64_pieces(word))


def _base64_pieces(word: str) -> list[bytes]:
    """What every base64 text that holds the word must hold."""
    pieces = []
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + word.encode())
        pieces.append(whole[4 if offset else 0 : -4])
    return pieces
