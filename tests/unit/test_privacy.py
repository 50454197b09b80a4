"""What is sealed opens only with its key, whole; numbers are cleaned, found blind and never shown."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import CannotDecrypt, SettingsError
from bot.privacy import KEY_FILE, Vault, clean_phone, load_or_make_key, mask_phone, open_vault

OLD, NEW = "an-old-key-0123456789", "a-new-key-0123456789"


@given(st.text(st.characters(blacklist_categories=("Cs",))))
def test_what_is_sealed_opens_again(words: str) -> None:
    vault = Vault([OLD])
    assert vault.open(vault.seal(words)) == words


def test_the_same_words_are_sealed_differently_each_time_and_are_not_in_it() -> None:
    vault = Vault([OLD])
    one, two = vault.seal("zanzibar"), vault.seal("zanzibar")
    assert one != two
    assert b"zanzibar" not in one


def test_json_keeps_its_shape() -> None:
    vault = Vault([OLD])
    assert vault.open_json(vault.seal_json({"zip": "19104", "ñ": [1, None]})) == {"zip": "19104", "ñ": [1, None]}


def test_a_new_key_reads_old_values_and_seals_with_the_new_one() -> None:
    sealed = Vault([OLD]).seal("hello")
    both = Vault([NEW, OLD])
    assert both.open(sealed) == "hello"
    assert Vault([NEW]).open(both.seal("hello")) == "hello"


def test_without_the_old_key_an_old_value_says_which_setting_is_at_fault() -> None:
    with pytest.raises(CannotDecrypt, match="WARMLINE_SECRET_KEY"):
        Vault([NEW]).open(Vault([OLD]).seal("hello"))


@given(st.data())
def test_a_damaged_value_never_opens(data: st.DataObject) -> None:
    vault = Vault([OLD])
    sealed = bytearray(vault.seal("some words"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotDecrypt):
        vault.open(bytes(sealed))


@given(st.integers(0, 32))
def test_a_value_that_was_cut_off_never_opens(length: int) -> None:
    vault = Vault([OLD])
    with pytest.raises(CannotDecrypt):
        vault.open(vault.seal("some words")[:length])


def test_a_number_is_found_blind_under_every_key() -> None:
    stored = Vault([OLD]).index("+15550100")
    assert stored in Vault([NEW, OLD]).indexes("+15550100")
    assert Vault([NEW, OLD]).index("+15550100") == Vault([NEW]).index("+15550100")
    assert stored not in Vault([OLD]).indexes("+15550101")
    assert b"5550100" not in stored


def test_purposes_have_keys_of_their_own() -> None:
    vault = Vault([NEW, OLD])
    assert vault.purpose_key("cookies") != vault.purpose_key("assistant")
    assert vault.purpose_keys("cookies") == [Vault([NEW]).purpose_key("cookies"), Vault([OLD]).purpose_key("cookies")]


@pytest.mark.parametrize("keys", [[], ["short"], [NEW, "short"]])
def test_a_weak_key_is_refused_by_the_name_of_its_setting(keys: list[str]) -> None:
    with pytest.raises(SettingsError, match="WARMLINE_SECRET_KEY"):
        Vault(keys)


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    place = tmp_path / "var"
    key = load_or_make_key(place)
    assert stat.S_IMODE((place / KEY_FILE).stat().st_mode) == 0o600
    assert load_or_make_key(place) == key
    assert [path.name for path in place.iterdir()] == [KEY_FILE]


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    together, keys = threading.Barrier(8), []

    def start() -> None:
        together.wait()
        keys.append(load_or_make_key(tmp_path))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_an_empty_key_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text("\n")
    with pytest.raises(SettingsError, match="backup"):
        load_or_make_key(tmp_path)


def test_the_setting_comes_before_the_file_and_may_hold_several_keys(tmp_path: Path) -> None:
    vault = open_vault(f" {NEW} , {OLD},", tmp_path)
    assert vault.open(Vault([OLD]).seal("hello")) == "hello"
    assert not (tmp_path / KEY_FILE).exists()


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("+15550100", "+15550100"),
        ("+1 (555) 01-00", "+15550100"),
        ("  +15550100 ", "+15550100"),
        ("+12025550142", "+12025550142"),
        ("(202) 555-0142", "+12025550142"),
        ("202.555.0142", "+12025550142"),
        ("1-202-555-0142", "+12025550142"),
    ],
)
def test_a_number_however_written(written: str, clean: str) -> None:
    assert clean_phone(written) == clean


@pytest.mark.parametrize("written", ["", "hello", "+", "+0123456789", "12", "+1555010012345678"])
def test_what_is_no_number_is_refused_without_repeating_it(written: str) -> None:
    with pytest.raises(ValueError, match="phone number") as refused:
        clean_phone(written)
    assert len(written) < 2 or written not in str(refused.value)


@pytest.mark.parametrize("written", ["555-0142", "5550142", "555 01 42"])
def test_a_number_without_its_area_code_is_refused(written: str) -> None:
    """With a country code before it, it would be nobody's, and no text would arrive."""
    with pytest.raises(ValueError, match="phone number with its area code"):
        clean_phone(written)


@given(st.text())
def test_a_clean_number_stays_clean_and_ascii(text: str) -> None:
    try:
        clean = clean_phone(text)
    except ValueError:
        return
    assert clean.isascii()
    assert clean[0] == "+"
    assert clean[1:].isdigit()
    assert clean_phone(clean) == clean


def test_a_shown_number_is_two_digits_at_most() -> None:
    assert mask_phone("+15550142") == "…42"
    assert mask_phone("42") == "…"
    assert mask_phone("") == "…"
