"""Every need, asked for in English and Spanish: a real place near the person, with its phone."""

from __future__ import annotations

import re

import pytest

from bot.message import NEEDS
from bot.wording.segments import count_segments
from tests.whole_line import DANA, WholeLine

ASKED = {
    "jobs": ("anybody hiring people with a record? 19104", "busco trabajo, tengo antecedentes 19104"),
    "transportation": ("i got no way to get to my appointment 45750", "no tengo como llegar a mi cita 45750"),
    "childcare": ("who can watch my baby while i work, 87501", "necesito quien cuide a mi niño 87501"),
    "housing": ("i have nowhere to sleep tonight 19104", "no tengo donde dormir hoy 19104"),
    "food": ("we are out of food 45750", "no tenemos comida 45750"),
    "clothing": ("need a winter coat for my son 87501", "necesito ropa de invierno 87501"),
    "legal": ("how do i get my record expunged 19104", "necesito un abogado para la corte 19104"),
    "education": ("i want to get my ged 45750", "quiero sacar mi GED 45750"),
    "treatment": ("where can i go to detox 87501", "necesito un lugar para desintoxicarme 87501"),
    "mental_health": ("looking for a therapist 19104", "busco un psicologo 19104"),
    "healthcare": ("i need a dentist that takes medicaid 45750", "necesito un dentista 45750"),
    "harm_reduction": ("where do i get narcan 87501", "donde consigo narcan 87501"),
    "meetings": ("is there an na meeting 19104", "hay reunion de AA 19104"),
    "family": ("support group for parents of addicts 45750", "grupo de apoyo para familias de adictos 45750"),
    "benefits": ("how do i sign up for food stamps 87501", "como aplico para medicaid 87501"),
    "activities": ("something fun to do sober 19104", "actividades sin alcohol 19104"),
}  # fmt: skip

PLACE = re.compile(r"\d{3}-\d{3}-\d{4}")


def test_every_need_but_talk_is_asked_for() -> None:
    assert set(ASKED) == set(NEEDS) - {"talk"}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("need", ASKED)
def test_a_need_with_a_zip_gets_places_at_once(line: WholeLine, need: str, language: str) -> None:
    text = ASKED[need][language == "es"]
    reply = line.text(DANA, text)
    understood = line.notes(DANA, "understood")[-1]
    assert need in understood["needs"], understood
    assert understood["language"] == language
    assert PLACE.search(reply), reply
    assert "Example" in reply
    assert count_segments(reply) <= 3


@pytest.mark.parametrize(
    ("language", "text"), [("en", "i just need somebody to talk to"), ("es", "quiero hablar con alguien")]
)
def test_somebody_to_talk_to_opens_a_case(line: WholeLine, language: str, text: str) -> None:
    line.text(DANA, text)
    assert line.case(DANA).state == "alerting"
