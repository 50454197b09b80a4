"""The desk in a rush: two coaches within a moment, and two hundred people in line with five coaches."""

from __future__ import annotations

import random
from itertools import count

from sqlalchemy import Connection

from bot.conversation import Case, CaseState, Urgency
from bot.store.cases import board, cases_of, save_case
from bot.store.conversations import conversation_for
from bot.store.steps import post_step, step_answer
from tests.whole_line import COACH_AMY, COACH_BEN, DANA, MIGUEL, WholeLine

REPETITIONS = 1000
IN_LINE, URGENT = 200, 20
TEAM = [f"+155501{number}" for number in range(60, 65)]


def test_two_coaches_take_within_a_moment_a_thousand_times(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    names = {line.coach(COACH_AMY, "Amy"): "Amy", line.coach(COACH_BEN, "Ben"): "Ben"}
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance, now, vault = random.Random(seed), line.clock.now().timestamp(), line.house.vault
    clicks: dict[int, dict[int, int]] = {}

    def open_and_take(connection: Connection, number: int) -> None:
        own = conversation_for(connection, vault, f"+1555010{number:04}", now)
        case = Case(0, "", CaseState.ALERTING, Urgency.NORMAL, "asked", now, rung=4)
        saved = save_case(connection, vault, own, case)
        first_and_second = chance.sample(sorted(names), 2)
        clicks[own] = {
            coach: post_step(
                connection, vault, own, "take", {"coach_id": coach, "code": saved.code}, f"{own}:{coach}", now
            )
            for coach in first_and_second
        }

    for start in range(0, REPETITIONS, 50):
        line.house.database.write(
            lambda connection, start=start: [open_and_take(connection, start + n) for n in range(50)]
        )
        line.line.bell.ring()
    line.settle(300)
    with line.house.database.read() as connection:
        for own, by_coach in clicks.items():
            (case,) = cases_of(connection, vault, own)
            assert case.state is CaseState.HELD
            (loser,) = set(names) - {case.holder_id}
            answer = step_answer(connection, vault, by_coach[loser])
            assert answer is not None
            (told,) = answer.says
            assert told.name == "utter_coach_taken_by"
            assert told.values["coach"] == names[case.holder_id or 0]
    assert len(clicks) == REPETITIONS


def test_two_coaches_text_take_at_once_and_one_is_told_who_has_it(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.coach(COACH_BEN, "Ben")
    for _ in range(10):
        line.text(DANA, "coach")
        code = line.case(DANA).code
        before = {phone: len(line.inbox(phone)) for phone in (COACH_AMY, COACH_BEN)}
        for phone in (COACH_AMY, COACH_BEN):
            line.bring(phone, f"TAKE {code}")
        line.settle()
        heard = {phone: " ".join(line.inbox(phone)[before[phone] :]) for phone in before}
        (winner,) = [phone for phone, said in heard.items() if "is yours" in said]
        (loser,) = set(heard) - {winner}
        assert {COACH_AMY: "Amy", COACH_BEN: "Ben"}[winner] in heard[loser]
        line.text(winner, "DONE")


def test_two_hundred_in_line_are_served_in_their_order(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    for phone, name in zip(TEAM, ("Amy", "Ben", "Eva", "Gus", "Ida"), strict=True):
        line.coach(phone, name)
    stand_in_line(line)
    served: list[str] = []
    for round_ in range(IN_LINE // len(TEAM)):
        with line.house.database.read() as connection:
            expected = {case.code for case in board(connection)[: len(TEAM)]}
        for phone in TEAM:
            line.bring(phone, "TAKE")
        line.settle(120)
        with line.house.database.read() as connection:
            held = {case.code for case in board(connection) if case.holder_id is not None}
        assert held == expected, f"somebody was passed over in round {round_}"
        served += sorted(held)
        for phone in TEAM:
            line.bring(phone, "DONE")
            line.bring(phone, "YES")
        line.settle(120)
    assert len(served) == IN_LINE
    with line.house.database.read() as connection:
        assert board(connection) == ()


def stand_in_line(line: WholeLine) -> None:
    """People ask a second apart; every tenth of them is in danger."""
    now, vault, numbers = line.clock.now().timestamp(), line.house.vault, count()

    def ask(connection: Connection) -> None:
        for number in range(IN_LINE):
            own = conversation_for(connection, vault, f"+1555010{next(numbers):04}", now)
            urgency = Urgency.CRISIS if number % (IN_LINE // URGENT) == 5 else Urgency.NORMAL
            opened = now - IN_LINE + number
            save_case(connection, vault, own, Case(0, "", CaseState.ALERTING, urgency, "asked", opened, rung=4))

    line.house.database.write(ask)


def test_no_number_crosses_in_either_direction(line_without_rasa: WholeLine) -> None:
    line = line_without_rasa
    line.coach(COACH_AMY, "Amy")
    line.supervisor(COACH_BEN, "Ben")
    for person in (DANA, MIGUEL):
        line.text(person, "coach")
        line.text(COACH_AMY, "TAKE")
        for body in ("i want to kill myself", "call me " + person[1:], "hello"):
            line.text(person, body)
        for body in ("hi", "LIST", "SUPERVISOR", "TRANSFER Ben", "my number is " + COACH_AMY, "DONE", "YES", "4", "1"):
            line.text(COACH_AMY, body)
    said_by_people = {"call me " + person[1:] for person in (DANA, MIGUEL)}
    for person in (DANA, MIGUEL):
        assert all(coach[-8:] not in body for body in line.inbox(person) for coach in (COACH_AMY, COACH_BEN))
        for coach in (COACH_AMY, COACH_BEN):
            # What a person writes themselves is theirs to write.
            assert all(person[-8:] not in body for body in line.inbox(coach) if body not in said_by_people)
