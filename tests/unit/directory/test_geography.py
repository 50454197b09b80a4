"""Miles and boxes."""

from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.geography import box_around, is_position, miles_between


def test_from_philadelphia_to_santa_fe() -> None:
    assert miles_between(39.9597, -75.2024, 35.6975, -105.9821) == pytest.approx(1690, abs=15)


@given(
    st.floats(-65, 71),
    st.floats(-170, 170),
    st.floats(0.1, 75),
    st.floats(0, 6.28),
    st.floats(0, 0.999),
)
def test_everything_within_the_circle_is_within_the_box(
    latitude: float, longitude: float, miles: float, turn: float, share: float
) -> None:
    up = share * miles * cos(turn) / 69.1
    across = share * miles * sin(turn) / (69.1 * cos(radians(latitude)))
    point = (latitude + up, longitude + across)
    box = box_around(latitude, longitude, miles)
    if miles_between(latitude, longitude, *point) <= miles:
        assert box.south <= point[0] <= box.north
        assert box.west <= point[1] <= box.east


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(-89, 89), st.floats(-180, 180))
def test_miles_are_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    there, back = miles_between(a, b, c, d), miles_between(c, d, a, b)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 12_500


@pytest.mark.parametrize(
    ("latitude", "longitude", "good"),
    [(39.9, -75.2, True), (0.0, 0.0, False), (100.0, 101.0, False), (None, -75.2, False), (13.4, 144.7, True)],
)
def test_positions(latitude: float | None, longitude: float | None, good: bool) -> None:
    assert is_position(latitude, longitude) is good
