"""Made-up services and meetings, all over the country, the same at every run."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from bot.directory_source.zip_rows import rows_of_lines, zip_lines

KINDS = (
    ("food", "Food pantry"),
    ("housing", "Emergency shelter"),
    ("jobs", "Job help"),
    ("treatment", "Outpatient treatment"),
    ("legal", "Legal aid"),
    ("mental_health", "Counseling"),
    ("clothing", "Clothing closet"),
)
WORDS = "People in recovery and their families are welcome. Come as you are, bring what papers you have, ask for Demo. "


def write_services(path: Path, many: int) -> None:
    """``many`` nested HSDS services, three to an organization, near ZIP codes chosen by chance."""
    chance, towns = random.Random(1), list(rows_of_lines(zip_lines()))
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for number in range(many):
            file.write((",\n" if number else "\n") + json.dumps(_service(number, chance, chance.choice(towns))))
        file.write("\n]\n")


def write_meetings(path: Path, many: int) -> None:
    """``many`` meetings of a Meeting Guide feed."""
    chance, towns = random.Random(2), list(rows_of_lines(zip_lines()))
    path.write_text(json.dumps([_meeting(number, chance, chance.choice(towns)) for number in range(many)]), "utf-8")


def _service(number: int, chance: random.Random, town: dict[str, Any]) -> dict[str, Any]:
    need, name = chance.choice(KINDS)
    house, own = number // 3, _id("service", number)
    return {
        "id": own,
        "name": f"{name} {number}",
        "description": WORDS * 3,
        "status": "active",
        "assured_date": "2026-11-01",
        "organization": {"id": _id("house", house), "name": f"Example House {house}", "description": "Example"},
        "phones": [{"id": _id("phone", number), "number": f"+1215555{100 + number % 100:04d}", "type": "voice"}],
        "languages": [{"id": _id("en", number), "code": "en"}, {"id": _id("es", number), "code": "es"}],
        "schedules": [
            {
                "id": _id(days, number),
                "freq": "WEEKLY",
                "byday": days,
                "opens_at": opens,
                "closes_at": "17:00",
            }
            for days, opens in (("MO,TU,WE,TH,FR", "09:00"), ("SA", "10:00"))
        ],
        "attributes": [
            {
                "id": _id("attribute", number),
                "link_id": own,
                "link_entity": "service",
                "taxonomy_term": {"id": _id("term", need), "code": need, "name": name, "taxonomy": "example"},
            }
        ],
        "service_at_locations": [
            {"id": _id("place", number), "location": _location(number, chance, town)},
        ],
    }


def _location(number: int, chance: random.Random, town: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": _id("location", number),
        "location_type": "physical",
        "latitude": round(town["latitude"] + chance.uniform(-0.1, 0.1), 5),
        "longitude": round(town["longitude"] + chance.uniform(-0.1, 0.1), 5),
        "addresses": [
            {
                "id": _id("address", number),
                "address_1": f"{number % 900 + 1} Demo St",
                "city": town["city"],
                "state_province": town["state"],
                "postal_code": town["zip"],
                "country": "US",
                "address_type": "physical",
            }
        ],
    }


def _meeting(number: int, chance: random.Random, town: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"Example Group {number}",
        "slug": f"example-{number}",
        "day": number % 7,
        "time": f"{chance.randrange(6, 22):02d}:30",
        "types": chance.sample(["O", "C", "W", "M", "ES", "D", "ST", "X"], 2),
        "address": f"{number % 900 + 1} Demo Ave",
        "city": town["city"],
        "state": town["state"],
        "postal_code": town["zip"],
        "latitude": round(town["latitude"] + chance.uniform(-0.1, 0.1), 5),
        "longitude": round(town["longitude"] + chance.uniform(-0.1, 0.1), 5),
    }


def _id(*parts: object) -> str:
    return str(uuid5(NAMESPACE_URL, repr(parts)))
