"""Needs of the line against the terms of other people's taxonomies: the one file to edit.

``TERMS`` names the terms that sources use (Open Eligibility names and their kin, lower case),
``WORDS`` the words in a service's own name that say the same where a source has no terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.message import NEEDS

VIOLENCE = "violence"
"""Safety from a violent partner, family member or trafficker: never a need of everybody's
lists, but a topic the line must have a number for."""

MEDICINE = "medicine"
"""Questions about medicines and poison: a topic with a number, for the same reason."""

TOPICS = (*NEEDS, VIOLENCE, MEDICINE)

OWN_TAXONOMY = "warmline-needs"

_TERM_LISTS = {
    "jobs": """
        help find work; work; job placement; employment; supported employment; job search; job readiness;
        career counseling; resume development; interview training; workplace rights; reentry employment
    """,
    "transportation": """
        transit; transportation; bus passes; transportation for healthcare; transportation for school; help
        pay for transit; help pay for gas; ride; medical transportation
    """,
    "childcare": """
        child care; childcare; daycare; day care; preschool; help pay for childcare; early childhood care;
        head start; after school care; relief for caregivers
    """,
    "housing": """
        housing; temporary shelter; emergency shelter; shelter; sober living; recovery housing; help pay for
        housing; help pay for utilities; help find housing; short-term housing; safe housing; residential
        housing; homeless shelter; transitional housing; rent assistance; utility assistance; long-term
        housing; halfway housing; housing vouchers
    """,
    "food": """
        food; food pantry; meals; emergency food; food delivery; food benefits; help pay for food; community
        gardens; soup kitchen; groceries; food bank
    """,
    "clothing": """
        clothing; clothes; clothes for work; clothes for school; clothing vouchers; diapers & formula;
        personal hygiene; winter coats; baby clothes; laundry
    """,
    "legal": """
        legal; advocacy & legal aid; legal aid; expungement; mediation; representation; notary; understand
        government programs; citizenship & immigration; probation; legal services; translation &
        interpretation
    """,
    "education": """
        education; ged/high-school equivalency; ged; adult education; skills & training; literacy; esl;
        english as a second language (esl); alternative education; computer class; job training; financial
        education; help pay for school; vocational training
    """,
    "treatment": """
        addiction & recovery; detox; outpatient treatment; residential treatment; drug testing; substance
        abuse counseling; substance use treatment; medication-assisted treatment; drug treatment; alcohol
        treatment; rehabilitation; methadone; buprenorphine; sobering center
    """,
    "mental_health": """
        mental health care; mental health; counseling; individual counseling; group therapy; family
        counseling; psychiatric emergency services; mental health evaluation; anger management; bereavement;
        psychiatry; medications for mental health; counselling; crisis intervention
    """,
    "healthcare": """
        health; medical care; primary care; dental care; dental; checkup & test; disease screening; vision
        care; prevent & treat; pharmacies; hospitals; hepatitis c; hiv treatment; help pay for healthcare;
        prescription assistance; maternity care; family planning; prenatal care; vaccinations
    """,
    "harm_reduction": """
        harm reduction; needle exchange; syringe services; naloxone; test strips; overdose prevention; safer
        use supplies
    """,
    "meetings": """
        12-step; support groups; mutual aid; recovery meetings; alcoholics anonymous; narcotics anonymous;
        smart recovery; recovery support
    """,
    "family": """
        family support; parenting education; support for families; al-anon; nar-anon; family recovery
        support; kinship care; caregiver support; support network
    """,
    "benefits": """
        government benefits; money; financial assistance; disability benefits; food stamps; snap; medicaid;
        health insurance; help fill out forms; retirement benefits; unemployment benefits; id assistance;
        navigating the system; insurance; supplemental security income; help pay for internet or phone
    """,
    "activities": """
        recreation; community support services; spiritual support; volunteering; sports; gym; arts; social
        activities; recreational activities; faith; clubhouse; sober activities
    """,
    "talk": """
        help hotlines; warmline; peer support; virtual support; one-on-one support; peer recovery coaching
    """,
    VIOLENCE: """
        domestic violence; domestic violence shelter; domestic violence hotline; human trafficking; help
        escape violence; safe house; domestic abuse
    """,
    MEDICINE: "poison control; medication information",
}

TERMS: dict[str, frozenset[str]] = {
    need: frozenset(" ".join(term.split()) for term in terms.split(";")) for need, terms in _TERM_LISTS.items()
}

WORDS: dict[str, str] = {
    "jobs": r"jobs?|employment|employers?|career|r[eé]sum[eé]|workforce|empleo|trabajo",
    "transportation": r"rides?|transportation|transit|bus pass(?:es)?|transporte",
    "childcare": r"child ?care|day ?care|preschool|head start|guarder[ií]a",
    "housing": (
        r"housing|shelters?|sober living|recovery (?:house|home|residence)s?|rent|utilit(?:y|"
        r"ies)|vivienda|albergue|refugio"
    ),
    "food": r"food|pantry|meals?|groceries|soup kitchen|comida|despensa",
    "clothing": r"cloth(?:es|ing)|coats?|diapers|laundry|ropa",
    "legal": r"legal|lawyers?|court|expungement|record clearing|probation|abogados?",
    "education": (
        r"ged|hiset|diploma|literacy|esl|english classes|adult education|job training|escuela|"
        r"clases"
    ),
    "treatment": (
        r"detox|rehab|treatment|methadone|buprenorphine|suboxone|outpatient|addiction|"
        r"substance use|tratamiento"
    ),
    "mental_health": (
        r"mental health|behavioral health|counsell?ing|therapy|psychiatr(?:y|ic)|salud mental|"
        r"consejer[ií]a"
    ),
    "healthcare": (
        r"clinic|medical|doctors?|dental|dentists?|health ?care|primary care|hepatitis|hep c|"
        r"cl[ií]nica|m[eé]dico"
    ),
    "harm_reduction": r"harm reduction|naloxone|narcan|test strips|syringes?|needle exchange|naloxona",
    "meetings": (
        r"aa|na|smart recovery|12[- ]step|recovery meetings?|mutual aid|refuge recovery|"
        r"reuni[oó]n(?:es)?"
    ),
    "family": r"al-?anon|nar-?anon|family support|families|kinship|parenting|familias?",
    "benefits": r"benefits?|snap|food stamps|medicaid|ssi|ssdi|welfare|beneficios|cupones",
    "activities": (
        r"recreation|gym|sober social|volunteer(?:ing)?|fellowship|art classes|softball|"
        r"recreaci[oó]n"
    ),
    "talk": r"warm ?line|peer support|peer coach(?:es)?|someone to talk to|l[ií]nea de apoyo",
    VIOLENCE: r"domestic violence|dating violence|intimate partner|trafficking|violencia dom[eé]stica",
    MEDICINE: r"poison control",
}

_WORDS = {need: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for need, words in WORDS.items()}


def needs_of_terms(terms: Iterable[str]) -> tuple[str, ...]:
    """The needs that taxonomy terms (names or codes) stand for, in the contract's order."""
    said = {term.strip().lower() for term in terms}
    return tuple(need for need in TOPICS if need in said or not TERMS[need].isdisjoint(said))


def needs_of_words(name: str) -> tuple[str, ...]:
    """The needs that a service's name speaks of, where its source has no term we know."""
    return tuple(need for need in TOPICS if _WORDS[need].search(name))
