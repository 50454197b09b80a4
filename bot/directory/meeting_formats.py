"""Codes of mutual-aid meetings in words: those of Meeting Guide feeds and those of NA's BMLT."""

from __future__ import annotations

import re
from collections.abc import Iterable

TAXONOMY = "meeting-formats"

_MEETING_GUIDE = """
11 Meditation, Step 11; 12x12 Steps and Traditions book; A Secular; ABSI Reader As Bill Sees It; AL With Alateen;
AL-AN With Al-Anon; ASL American Sign Language; B Big Book; BA Babysitting; BE Newcomers; BI Bisexual; BRK Breakfast;
C Closed; CAN Candlelight; CF Children welcome; D Discussion; DB Digital basket; DD Dual diagnosis;
DR Daily Reflections; EN English; ES Spanish; FF Fragrance free; FR French; G Gay; GR Grapevine; H Birthday;
L Lesbian; LGBTQ LGBTQ; LIT Literature; LS Living Sober; M Men; MED Meditation; N Native American; NB Non-binary;
NDG Indigenous people; O Open; ONL Online; OUT Outdoors; P Professionals; POA Proof of attendance; POC People of color;
S Spanish; SEN Seniors; SM Smoking allowed; SP Speaker; ST Step study; T Transgender; TC Location closed for now;
TR Tradition study; W Women; X Wheelchair access; XB Wheelchair restroom; XT Cross talk allowed; Y Young people;
AF Afrikaans; AM Amharic; AR Arabic; BG Bulgarian; DA Danish; DE German; EL Greek; FA Persian; FI Finnish; HE Hebrew;
HI Hindi; HR Croatian; HU Hungarian; IS Icelandic; ITA Italian; JA Japanese; KA Georgian; KOR Korean; LT Lithuanian;
ML Malayalam; MT Maltese; NE Nepali; NL Dutch; NO Norwegian; POL Polish; POR Portuguese; PUN Punjabi; RUS Russian;
SK Slovak; SL Slovenian; SV Swedish; TH Thai; TL Tagalog; TUR Turkish; UK Ukrainian
"""
_BMLT = """
B Beginners; BK Book study; BL Two languages; BT Basic Text; C Closed; CH Closed on holidays; CL Candlelight;
CS Children supervised; CW Children welcome; D Discussion; ES Spanish; GL LGBTQ; HY Online and in person; IP Pamphlets;
IW It Works: How and Why; JT Just for Today; LC Living Clean; M Men; ME Meditation; NC No children; NS No smoking;
O Open; RF Rotating format; SD Speaker and discussion; SC Surveillance cameras; SG Step guide; SMOK Smoking allowed;
So Speaker; St Step study; TC Location closed for now; Ti Timer; To Topic; Tr Tradition study; VM Online; W Women;
WC Wheelchair access; YP Young people
"""


def _table(text: str) -> dict[str, str]:
    return {parts[0]: parts[2] for each in text.split(";") if (parts := " ".join(each.split()).partition(" "))[2]}


MEETING_GUIDE, BMLT = _table(_MEETING_GUIDE), _table(_BMLT)
_CODE_OF = {name.lower(): code for code, name in MEETING_GUIDE.items()}

# What of all this belongs into the few words of an answer, in this order.
_SAID = (
    (("women",), "women", "mujeres"),
    (("men",), "men", "hombres"),
    (("lgbtq", "gay", "lesbian", "transgender"), "LGBTQ", "LGBTQ"),
    (("young people",), "young people", "jóvenes"),
    (("spanish",), "Spanish", "en español"),
    (("online", "online and in person"), "online", "en línea"),
    (("newcomers", "beginners"), "newcomers", "principiantes"),
    (("closed",), "closed", "cerrada"),
    (("open",), "open", "abierta"),
)


def format_names(said: Iterable[str], names: dict[str, str]) -> dict[str, str]:
    """Code → name; a format in words gets its code, an unknown code stands for itself."""
    found: dict[str, str] = {}
    for each in said:
        text = each.strip()
        if not text:
            continue
        code = text if text in names else _CODE_OF.get(text.lower(), text)
        found[code] = names.get(code, text)
    return found


def meeting_name(fellowship: str, formats: Iterable[str]) -> tuple[str, str]:
    """``("NA meeting, women, Spanish", "reunión de NA, mujeres, en español")``, in a few words."""
    said = {re.sub(r"\s+", " ", each).lower() for each in formats}
    chosen = [(en, es) for names, en, es in _SAID if said.intersection(names)][:3]
    english = ", ".join([f"{fellowship} meeting", *(en for en, _ in chosen)])
    return english, ", ".join([f"reunión de {fellowship}", *(es for _, es in chosen)])


def only_for(formats: Iterable[str]) -> str:
    """``Women`` or ``Men`` where a meeting is theirs alone: in the fellowships the format closes it to others."""
    said = [name for name in dict.fromkeys(formats) if name in ("Women", "Men")]
    return said[0] if len(said) == 1 else ""
