"""A raw body becomes fields without losing or repairing a byte."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.form import parse_form

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=30)


def test_blank_values_and_repeats_stay() -> None:
    assert parse_form(b"A=&B=1&B=2&C").fields == ((b"A", b""), (b"B", b"1"), (b"B", b"2"), (b"C", b""))


def test_the_first_of_several_values_is_the_text() -> None:
    assert parse_form(b"B=1&B=2").text("B") == "1"


def test_a_field_that_is_not_there_is_empty() -> None:
    assert parse_form(b"").text("Body") == ""


def test_plus_signs_and_escapes_are_decoded_once() -> None:
    assert parse_form(b"From=%2B15550101&Body=a+b%2520c%3D%26").text("Body") == "a b%20c=&"
    assert parse_form(b"From=%2B15550101").text("From") == "+15550101"


def test_bytes_that_are_not_utf8_become_a_mark_and_nul_goes_away() -> None:
    assert parse_form(b"Body=caf%E9+%00k%00i").text("Body") == "caf� ki"


def test_a_broken_escape_stays_as_it_is() -> None:
    assert parse_form(b"Body=100%+%zz%2").text("Body") == "100% %zz%2"


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_what_a_form_holds_comes_out_again(fields: list[tuple[str, str]]) -> None:
    wanted = tuple((name.encode(), value.encode()) for name, value in fields)
    assert parse_form(urlencode(fields).encode()).fields == wanted


@given(st.binary(max_size=200))
def test_any_bytes_at_all_can_be_read(body: bytes) -> None:
    fields = parse_form(body).fields
    assert all("\0" not in parse_form(body).text(name.decode("utf-8", "replace")) for name, _ in fields)
    if body.isascii() and b"%" not in body:
        assert len(fields) == len(parse_qsl(body, keep_blank_values=True))
