"""A forged text is not let in, and a true one is never turned away."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64encode
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # ships no types

from bot.gateway.carriers.twilio.signature import SignatureCheck
from bot.gateway.form import parse_form
from bot.gateway.webhook import SignedPost

PUBLIC, PATH = "https://line.example.org", "/sms/inbound"
TOKEN = "t"
TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=20)


class Repeated(dict[str, list[str]]):
    """Lets Twilio's own validator see fields that come more than once."""

    def getlist(self, name: str) -> list[str]:
        return self[name]


def passes(body: str | bytes, signature: str | None, tokens: tuple[str, ...] = ("t",), target: str = PATH) -> bool:
    raw = body.encode() if isinstance(body, str) else body
    headers = {} if signature is None else {"x-twilio-signature": signature}
    return SignatureCheck(PUBLIC, tokens)(SignedPost(target, parse_form(raw), headers))


def twilio_signs(body: str, url: str = PUBLIC + PATH, token: str = TOKEN) -> str:
    fields = Repeated(parse_qs(body, keep_blank_values=True))
    return str(RequestValidator(token).compute_signature(url, fields))


@given(st.lists(st.tuples(TEXT, TEXT), max_size=8))
def test_we_agree_with_twilios_own_validator_on_any_fields(fields: list[tuple[str, str]]) -> None:
    body = urlencode([(name, value) for name, value in fields if name])
    assert passes(body, twilio_signs(body))


@given(st.dictionaries(TEXT.filter(bool), TEXT, min_size=1, max_size=5), TEXT.filter(bool))
def test_one_changed_value_is_noticed(fields: dict[str, str], more: str) -> None:
    name = next(iter(fields))
    assert not passes(urlencode({**fields, name: fields[name] + more}), twilio_signs(urlencode(fields)))


def test_blank_fields_are_signed_too() -> None:
    body = "Body=hi&FromCity=&FromZip="
    assert passes(body, twilio_signs(body))
    assert passes("Body=hi", twilio_signs("Body=hi"))
    assert not passes("Body=hi&Extra=1", twilio_signs("Body=hi"))


@pytest.mark.parametrize("signature", [None, "", "nonsense", "ñ", "=" * 500])
def test_a_missing_or_wrong_signature_does_not_pass(signature: str | None) -> None:
    assert not passes("Body=hi", signature)


def test_the_query_string_is_part_of_what_is_signed() -> None:
    target = PATH + "?line=2&x=%20y"
    assert passes("Body=hi", twilio_signs("Body=hi", PUBLIC + target), target=target)
    assert not passes("Body=hi", twilio_signs("Body=hi"), target=target)


def test_both_tokens_are_good_while_they_rotate_and_no_third() -> None:
    for token in ("new", "old"):
        assert passes("Body=hi", twilio_signs("Body=hi", token=token), tokens=("new", "old"))
    assert not passes("Body=hi", twilio_signs("Body=hi", token="third"), tokens=("new", "old"))


def test_without_a_token_nothing_passes_not_even_a_signature_with_an_empty_key() -> None:
    forged = twilio_signs("Body=hi", token="")
    assert not passes("Body=hi", forged, tokens=())
    assert not passes("Body=hi", forged, tokens=("",))


def test_a_text_with_broken_utf8_still_has_a_true_signature() -> None:
    signed = (PUBLIC + PATH).encode() + b"Bodycaf\xe9"
    signature = b64encode(hmac.new(b"t", signed, hashlib.sha1).digest()).decode()
    assert passes(b"Body=caf%E9", signature)


@pytest.mark.parametrize(
    ("public", "signed"),
    [
        ("https://line.example.org", "https://line.example.org:443"),
        ("https://line.example.org:8443", "https://line.example.org"),
        ("https://line.example.org:8443", "https://line.example.org:8443"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://example.org/line/", "https://example.org/line"),
    ],
)
def test_the_public_address_counts_with_and_without_its_port(public: str, signed: str) -> None:
    headers = {"x-twilio-signature": twilio_signs("Body=hi", signed + PATH)}
    assert SignatureCheck(public, ["t"])(SignedPost(PATH, parse_form(b"Body=hi"), headers))


def test_another_address_does_not_pass() -> None:
    assert not passes("Body=hi", twilio_signs("Body=hi", "https://other.example.org" + PATH))
    assert not passes("Body=hi", twilio_signs("Body=hi", PUBLIC + "/sms/status"))
