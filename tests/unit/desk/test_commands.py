"""A command is only a command if it is nothing but the command; all else reaches the person."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.desk.commands import ALONE, WITH_CODE, WORDS, Command, NearMiss, read_command

CODES = st.from_regex(r"[BCDFGHJKMPRTWX][2346789]{2,3}", fullmatch=True)
LETTERS = st.text(st.characters(whitelist_categories=("Lu", "Ll", "Nd", "Po", "Zs", "So")), max_size=60)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("TAKE K27", Command("TAKE", "K27")),
        ("take k27", Command("TAKE", "K27")),
        ("  Take   K27. ", Command("TAKE", "K27")),
        ("take", Command("TAKE")),
        ("pass W234", Command("PASS", "W234")),
        ("done", Command("DONE")),
        ("done.", Command("DONE")),
        ("Done!", Command("DONE")),
        ("“DONE”", Command("DONE")),
        ("supervisor", Command("SUPERVISOR")),
        ("list", Command("LIST")),
        ("back", Command("BACK")),
        ("Away.", Command("AWAY")),
        ("help", Command("HELP")),
        ("NOTE call her sister", Command("NOTE", note="call her sister")),
        ("note: two\nlines", Command("NOTE", note="two\nlines")),
        ("NOTE", Command("NOTE", note="")),
    ],
)
def test_a_command_in_any_case_and_with_signs_around_it(text: str, command: Command) -> None:
    assert read_command(text) == command


WORDS_FOR_THE_PERSON = [
    "Take a breath", "Take care", "take care.", "Done crying?", "Done?", "done with that", "pass the salt",
    "back to you", "back soon", "help is here", "list of meetings", "away from him", "I can help", "supervisor here?",
    "take 2", "take K2", "TAKE K27 and B34", "Take K27?", "done 911", "", "   ", "...", "👍", "DONE 👍",
    # everyday words that lie near a command
    "Listen.", "Always", "noted", "Notes", "taken", "takes", "helps", "helped", "passed", "black", "not", "one", "tale",
    # Spanish
    "Listo", "¿Listo?", "lista", "Donde", "¿Dónde?", "pasa", "pasos", "nota", "toma", "hecho", "ya", "atrás",
]  # fmt: skip


@pytest.mark.parametrize("text", WORDS_FOR_THE_PERSON)
def test_words_for_the_person_are_no_command(text: str) -> None:
    assert read_command(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tkae", "TAKE"),
        ("TKAE K27", "TAKE"),
        ("taek", "TAKE"),
        ("takee", "TAKE"),
        ("taake", "TAKE"),
        ("tske K27", "TAKE"),
        ("doen", "DONE"),
        ("don", "DONE"),
        ("donne", "DONE"),
        ("psas", "PASS"),
        ("bakc", "BACK"),
        ("awya", "AWAY"),
        ("lsit", "LIST"),
        ("hlep", "HELP"),
        ("supervisr", "SUPERVISOR"),
        ("superviser", "SUPERVISOR"),
    ],
)
def test_a_near_typo_is_asked_about(text: str, meant: str) -> None:
    assert read_command(text) == NearMiss(meant)


@given(st.sampled_from(WITH_CODE), CODES, st.sampled_from(["", ".", "!", " "]))
def test_a_case_code_makes_it_a_command_for_that_case(word: str, code: str, end: str) -> None:
    assert read_command(f"{word.lower()} {code.lower()}{end}") == Command(word, code)


@given(st.sampled_from((*WITH_CODE, *ALONE)), LETTERS.filter(lambda text: any(c.isalpha() for c in text)), LETTERS)
@example("DONE", "crying", "")
def test_a_command_word_among_other_words_is_never_obeyed(word: str, before: str, after: str) -> None:
    found = read_command(f"{before} {word} {after} and so on, my friend")
    assert found is None or (isinstance(found, Command) and found.word == "NOTE")


@given(LETTERS)
def test_nothing_but_a_command_is_one(text: str) -> None:
    found = read_command(text)
    if isinstance(found, Command) and found.word != "NOTE":
        bare = "".join(c if c.isalnum() else " " for c in text).upper().split()
        assert bare == [found.word, *([found.code] if found.code else [])]


@given(st.text(max_size=200))
def test_strange_texts_break_nothing(text: str) -> None:
    found = read_command(text)
    assert found is None or isinstance(found, NearMiss) or found.word in WORDS


@given(st.sampled_from(WORDS), st.integers(0, 8))
def test_two_swapped_letters_never_close_or_take_a_case(word: str, at: int) -> None:
    at %= len(word) - 1
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if swapped != word:
        assert isinstance(read_command(swapped), NearMiss)
