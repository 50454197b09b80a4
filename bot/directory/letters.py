"""Letters that every phone gets in a plain text: the basic table of GSM-7, one septet each."""

from __future__ import annotations

import unicodedata

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_INSTEAD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´′", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−~", "-"),
        **dict.fromkeys("[{", "("),
        **dict.fromkeys("]}", ")"),
        **dict.fromkeys("|\\", "/"),
        **dict.fromkeys("•·", "-"),
        "…": "...",
        "€": "EUR",
        "^": " ",
        "\u00a0": " ",
        "\t": " ",
        "½": "1/2",
        "¼": "1/4",
        "¾": "3/4",
        "œ": "oe",
        "™": "",
        "®": "",
    }
)


def plain_letters(text: str) -> str:
    """``text`` in GSM-7's basic letters only: accents it does not have are dropped (á → a), and
    what has no likeness at all (emoji) is left out. Its length is its count of septets."""
    kept: list[str] = []
    for letter in text.translate(_INSTEAD):
        if letter in BASIC:
            kept.append(letter)
        else:
            kept.extend(part for part in unicodedata.normalize("NFKD", letter) if part in BASIC)
    return "".join(kept)
