"""What a coach's text means: a command only if it is nothing but the command.

"Take a breath" and "Done crying?" are words for the person; "tkae" is asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

FOR_CASE = ("TAKE", "PASS", "DONE", "SUPERVISOR", "STEPIN")
WITH_CODE = ("TAKE", "PASS", "DONE", "SUPERVISOR")
ALONE = ("LIST", "AWAY", "BACK", "HELP")
WORDS = (*WITH_CODE, *ALONE, "NOTE")
CODE = re.compile(r"[A-Za-z][0-9]{2,4}")
CLOSE_ENOUGH = 0.74
_TRANSFER = re.compile(
    r"\s*TRANSFER(?:\s+(?P<code>[A-Z][0-9]{2,4}))?(?:\s+(?:TO\s+)?(?P<name>[^\W\d_]{2,20}))?\s*[.!]*\s*", re.I
)
_STEP_IN = re.compile(r"\s*STEP\s?IN\s+(?P<code>[A-Z][0-9]{2,4})\s*[.!]*\s*", re.I)
_TRIES = re.compile(r"\s*(?:TAKE|PASS|DONE|STEP\s?IN|SUPERVISOR|TRANSFER)\b.{0,12}\d", re.I)


@dataclass(frozen=True)
class Command:
    """A coach's command. ``code`` is the case code in capitals, ``note`` the text of a NOTE, ``name`` a coach's."""

    word: str
    code: str | None = None
    note: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class NearMiss:
    """Looks like a mistyped command; asked about, never guessed."""

    meant: str


def read_command(text: str) -> Command | NearMiss | None:
    """The command in a coach's text, a near miss of one, or ``None`` for words to the person."""
    note = re.match(r"\s*NOTE\b[\s:,-]*(.*)", text, re.IGNORECASE | re.DOTALL)
    if note:
        return Command("NOTE", note=note.group(1).strip())
    if found := _TRANSFER.fullmatch(text):
        return Command("TRANSFER", found["code"] and found["code"].upper(), name=found["name"])
    if found := _STEP_IN.fullmatch(text):
        return Command("STEPIN", found["code"].upper())
    words = re.findall(r"[^\s.,!:;\"'“”‘’]+", text)
    if not 1 <= len(words) <= 2 or text.rstrip().endswith("?"):
        return None
    code = words[1].upper() if len(words) == 2 else None
    if code is not None and not CODE.fullmatch(code):
        return None
    word = words[0].upper()
    if word in WITH_CODE or (word in ALONE and code is None):
        return Command(word, code)
    return NearMiss(word) if word in ALONE else _near_miss(word, code)


def looks_like_command(text: str) -> bool:
    """Whether a text that is no command begins like one with a code that is none ("TAKE 27")."""
    return _TRIES.fullmatch(text.strip().rstrip(".!")) is not None


def _near_miss(word: str, code: str | None) -> NearMiss | None:
    # Everyday answers lie close to commands ("listen", "always", "noted", "listo"): only words of the
    # same letters, a doubled or missing one, or with a code behind them, are worth a question.
    candidates = WITH_CODE if code is not None else WORDS
    same_letters = [known for known in candidates if sorted(known) == sorted(word) and known != word]
    if same_letters:
        return NearMiss(same_letters[0])
    close = get_close_matches(word, candidates, n=1, cutoff=CLOSE_ENOUGH)
    if close and (code is not None or close[0] == "SUPERVISOR" or _one_slip(word, close[0])):
        return NearMiss(close[0])
    return None


def _one_slip(word: str, known: str) -> bool:
    """One letter doubled or the last one left out ("taake", "don"). NOTE without E is a word of its own."""
    doubled = {known[:at] + known[at] + known[at:] for at in range(len(known))}
    return word in doubled or (word == known[:-1] and word != "NOT")
