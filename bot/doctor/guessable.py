"""Whether a secret looks as if somebody wrote it: from an example, or by hand.

A random key holds "xxx" or "1234" now and then, and one in some hundreds was called an example for it.
So only what chance does not write counts: long words anywhere, short ones that stand alone, eight
characters that come again, and an alphabet of fewer than eight.
"""

from __future__ import annotations

import re

FEWEST_DIFFERENT = 8  # of 32 random hexadecimal digits, one in 28 million has fewer
_ANYWHERE = "changeme|change[-_. ]me|changeit|change[-_. ]it|secret|example|passw[o0]rd|warmline|qwerty|1234567|abcdefg"
_ALONE = "change|test|your|pass|passwd|demo|dummy|sample|todo|xxxx+|abcd|1234"
_EXAMPLE = re.compile(rf"{_ANYWHERE}|(?<![a-z0-9])(?:{_ALONE})\d*(?![a-z0-9])", re.IGNORECASE)
_COMES_AGAIN = re.compile(r"(.{8}).*\1", re.DOTALL)


def is_guessable(secret: str) -> bool:
    """Whether ``secret`` looks like an example or is easy to guess. Of keys as `openssl rand` makes them, less
    than one in a million does, in hexadecimal and in base64."""
    return has_example(secret) or bool(_COMES_AGAIN.search(secret)) or len(set(secret)) < FEWEST_DIFFERENT


def has_example(secret: str) -> bool:
    """Whether ``secret`` holds a word that examples and lazy hands write; also for passwords, which may be short."""
    return bool(_EXAMPLE.search(secret))
