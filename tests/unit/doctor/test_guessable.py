"""Which secrets the doctor calls an example: those that people write, and none that chance wrote."""

from __future__ import annotations

import random
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable

import pytest

from bot.doctor.guessable import has_example, is_guessable

MANY = 40_000  # of each kind; the check before this one called some hundred of them an example


@pytest.mark.parametrize(
    "make",
    [
        lambda chance: urlsafe_b64encode(chance.randbytes(32)).decode().rstrip("="),
        lambda chance: b64encode(chance.randbytes(32)).decode(),
        lambda chance: chance.randbytes(32).hex(),
        lambda chance: chance.randbytes(16).hex(),
    ],
    ids=["as the line makes it", "openssl rand -base64 32", "openssl rand -hex 32", "openssl rand -hex 16"],
)
def test_no_random_key_is_called_an_example(make: Callable[[random.Random], str]) -> None:
    chance = random.Random(61)
    assert [key for key in (make(chance) for _ in range(MANY)) if is_guessable(key)] == []


@pytest.mark.parametrize(
    "key",
    [
        "please-change-me-please-change-me",
        "ChangeMeBeforeYouGoLiveOrElse0815",
        "my-secret-of-last-year-000000000000",
        "warmline-production-key-kQ8vZ2nB7",
        "Passw0rd-for-the-line-2026-kQ8vZ2",
        "test-kQ8vZ2nB7mX4cL9pR3sT6wY1dF5g",
        "kQ8vZ2nB7mX4cL9pR3sT6wY1dF5g_your_key",
        "kQ8vZ2nB7m-XXXXXXXX-4cL9pR3sT6wY1",
        "12345678901234567890123456789012",
        "abcdefghijklmnopqrstuvwxyzabcdef",
        "MyKey0815MyKey0815MyKey0815MyKey",
        "00000000000000000000000000000000",
    ],
)
def test_what_somebody_wrote_is(key: str) -> None:
    assert is_guessable(key)


def test_a_password_may_say_the_same_thing_twice_but_no_word_of_an_example() -> None:
    assert has_example("postgres-test1234")
    assert has_example("line:password")
    assert not has_example("fW3k-fW3k-p9")
