"""Which countries get texts from us: each text costs, and some numbers are there to collect the price."""

from __future__ import annotations

from collections.abc import Iterable

import phonenumbers

EVERY = "*"


class Countries:
    """Knows by a number whether its country is on the list. ``allowed`` are codes like ``US``, or ``*`` for all."""

    def __init__(self, allowed: Iterable[str]) -> None:
        self._allowed = frozenset(allowed)

    def include(self, phone: str) -> bool:
        """Whether ``phone`` (E.164) is from a country on the list.

        A number that no country knows counts by its country code (short and fictional ones), and one
        that is no number at all (a short code of the carrier's own land) as ours.
        """
        if EVERY in self._allowed or not phone.startswith("+"):
            return True
        try:
            number = phonenumbers.parse(phone, None)
        except phonenumbers.NumberParseException:
            return False
        region = phonenumbers.region_code_for_number(number)
        main = phonenumbers.region_code_for_country_code(number.country_code or 0)
        return (region or main) in self._allowed


def read_countries(text: str) -> tuple[str, ...]:
    """The codes in ``US,CA``; raises ``ValueError`` with what is expected."""
    codes = tuple(dict.fromkeys(code.strip().upper() for code in text.split(",") if code.strip()))
    if not codes or any(code != EVERY and code not in phonenumbers.SUPPORTED_REGIONS for code in codes):
        raise ValueError("expected codes of countries separated by commas, like US,CA; or * for all")
    return codes
