"""Phone numbers: one stored form, one way to say them."""

from __future__ import annotations

import re
from decimal import Decimal

import phonenumbers

# Ten digits as Americans write them; the library takes ten times as long to say the same.
_USUAL = re.compile(r"(?:\+?1[-. ]?)?\(?([2-9]\d{2})\)?[-. ]{0,2}([2-9]\d{2})[-. ]?(\d{4})")
_POWER = re.compile(r"[2-9]\.\d{9}E\+?0?9|1\.\d{10}E\+?10", re.IGNORECASE)
_SHORT = re.compile(r"^\d{3,6}$")
_TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})


def stored_number(said: str) -> tuple[str, str]:
    """``(number, extension)`` of a US number as a source writes it.

    The number is E.164, or a short code of 3 to 6 digits. Raises ``ValueError`` with a sentence
    when it is no number that a person in the United States can call.
    """
    text = said.strip().strip("\"'").strip()
    text = re.sub(r"\.0+$", "", text)  # spreadsheets turn numbers into 2155550100.0
    if _POWER.fullmatch(text):  # or into 2.155550101E9; with fewer digits than that some are lost
        text = str(int(Decimal(text)))
    if usual := _USUAL.fullmatch(text):
        return f"+1{usual[1]}{usual[2]}{usual[3]}", ""
    bare = re.sub(r"[^\w]", "", text)
    if _SHORT.match(bare):
        return bare, ""
    try:
        parsed = phonenumbers.parse(text, "US")
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"{said!r} is not a phone number") from error
    # "Possible" alone would let a number without its area code through.
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise ValueError(f"{said!r} has too few or too many digits for a phone number")
    number = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return number, parsed.extension or ""


def spoken_number(number: str, extension: str = "") -> str:
    """``+12155550123`` as ``215-555-0123``, toll-free with its 1, short codes as they are."""
    digits = number.removeprefix("+1")
    if number.startswith("+1") and len(digits) == 10:
        area, rest = digits[:3], f"{digits[3:6]}-{digits[6:]}"
        plain = f"1-{area}-{rest}" if area in _TOLL_FREE else f"{area}-{rest}"
    else:
        plain = number
    return f"{plain} x{extension}" if extension else plain


def same_digits(words: str, number: str) -> bool:
    """Whether ``words`` for a person ("text HOME to 741741") hold the very number."""
    return re.sub(r"\D", "", number.removeprefix("+1")) in re.sub(r"\D", "", words)
