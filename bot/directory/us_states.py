"""The states of the United States, as sources write them, to their two letters."""

from __future__ import annotations

_NAMES = """
AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware;
DC District of Columbia; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas;
KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi;
MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York;
NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania; RI Rhode Island;
SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington;
WV West Virginia; WI Wisconsin; WY Wyoming; PR Puerto Rico; GU Guam; VI Virgin Islands; AS American Samoa;
MP Northern Mariana Islands
"""
STATES: dict[str, str] = {
    parts[0]: parts[2] for each in _NAMES.split(";") if (parts := " ".join(each.split()).partition(" "))
}
"""Two letters → name."""

_CODES = {name.lower(): code for code, name in STATES.items()}


def state_code(said: str) -> str:
    """``il``, `` IL `` or ``Illinois`` as ``IL``; what is no state comes back as it was."""
    text = said.strip().rstrip(".").strip()
    if text.upper() in STATES:
        return text.upper()
    return _CODES.get(text.lower(), text)
