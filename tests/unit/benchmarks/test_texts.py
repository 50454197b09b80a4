"""The mix of texts, and phones that belong to nobody."""

import random
import re
from collections import Counter
from pathlib import Path

from benchmarks.texts import GREETINGS, MORE, NEEDS, OTHER, SCRIPT, STARTS, THANKS, Crowd, Kind, Person, phone

ROOT = Path(__file__).resolve().parents[3]


def test_a_person_writes_six_needs_two_follow_ups_and_two_others() -> None:
    person = Person("+12015550100", random.Random(1))
    kinds = Counter[Kind]()
    while person.next is not None:
        kinds[person.take().kind] += 1
    assert kinds == {Kind.NEED: 6, Kind.FOLLOW_UP: 2, Kind.OTHER: 2}


def test_nobody_starts_with_a_follow_up() -> None:
    assert {SCRIPT[start] for start in STARTS} == {"hello", "need", "other"}


def test_phones_are_fictional_and_all_different() -> None:
    phones = [phone(number) for number in range(20_000)]
    assert len(set(phones)) == 20_000
    assert all(re.fullmatch(r"\+1[2-9]\d\d55501\d\d", each) for each in phones)


def test_the_same_seed_gives_the_same_texts() -> None:
    def written(seed: int) -> list[str]:
        person = Crowd(seed).newcomer()
        return [person.take().body for _ in range(5)]

    assert written(3) == written(3) != written(4)


def test_no_sentence_of_the_benchmark_is_training_data() -> None:
    trained = set()
    for path in (ROOT / "data" / "nlu").glob("*.yml"):
        trained |= {line.strip().removeprefix("- ").lower() for line in path.read_text("utf-8").splitlines()}
    written = {text.replace("{}", "").strip(" ,.").lower() for text in (*NEEDS, *OTHER)}
    assert not written & trained
    assert {*MORE, *THANKS, *GREETINGS}  # short words like "hello" can only be said one way
