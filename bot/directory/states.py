"""The states as people write them."""

from __future__ import annotations

_NAMES = """
    AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware;
    DC District of Columbia; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa;
    KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota;
    MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey;
    NM New Mexico; NY New York; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon;
    PA Pennsylvania; PR Puerto Rico; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas;
    UT Utah; VT Vermont; VA Virginia; WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming;
    NM Nuevo Mexico; NY Nueva York; NJ Nueva Jersey; PA Pensilvania; NC Carolina del Norte; SC Carolina del Sur;
    WV Virginia Occidental; PA Penn; MA Mass; CA Cali; TX Tejas
"""

STATE_OF: dict[str, str] = {
    name.lower(): code for code, _, name in (part.strip().partition(" ") for part in _NAMES.split(";"))
}
"""Two letters by plain lower-case name, in English or Spanish."""

CODES = frozenset(STATE_OF.values())

WORDS_TOO = frozenset({"al", "as", "de", "hi", "id", "in", "la", "ma", "me", "oh", "ok", "or", "pa", "co", "mi"})
"""Codes that are words of English or Spanish in lower case."""


def state_code(said: str) -> str:
    """`` il ``, ``Il.`` or ``Illinois`` as ``IL``; what is no state comes back as it was."""
    text = said.strip().rstrip(".").strip()
    return text.upper() if len(text) == 2 and text.isalpha() else STATE_OF.get(text.lower(), text)
