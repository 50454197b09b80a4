"""Letters for plain texts."""

from hypothesis import given
from hypothesis import strategies as st

from bot.directory.letters import BASIC, plain_letters
from bot.wording.segments import count_segments


def test_spanish_stays_readable() -> None:
    assert plain_letters("¿Mañana a las 5? Clínica “El Niño” – café") == '¿Mañana a las 5? Clinica "El Niño" - café'


def test_what_has_no_likeness_is_left_out() -> None:
    assert plain_letters("Food 🍎 box [free]") == "Food  box (free)"


@given(st.text())
def test_only_one_septet_letters_come_out(text: str) -> None:
    found = plain_letters(text)
    assert set(found) <= BASIC
    full = (found * 160 or "a" * 160)[:160]
    assert count_segments(full) == 1, "160 letters fit into one segment"
