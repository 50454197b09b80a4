"""The same line on a real carrier's protocol: signed webhooks in, the REST API out, real Rasa between."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.danger_model.train import DangerReport
from tests.contract.fake_twilio import FakeTwilio
from tests.integration.running_line import RunningLine

PERSON, COACH = "+15550101", "+15550102"


@pytest.fixture(scope="module")
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture(scope="module")
def line(
    trained_data_dir: Path,
    danger_report: DangerReport,
    tmp_path_factory: pytest.TempPathFactory,
    twilio: FakeTwilio,
) -> Iterator[RunningLine]:
    place = tmp_path_factory.mktemp("twilio") / "var"
    shutil.copytree(trained_data_dir / "models", place / "models")
    (place / "encoder").symlink_to(trained_data_dir / "encoder")
    running = RunningLine(place)
    running.settings = {
        "WARMLINE_PUBLIC_URL": f"http://127.0.0.1:{running.port}",
        "WARMLINE_HUMAN_PHONE": "+15550199",
        "WARMLINE_SAMPLE_DIRECTORY": "on",
        "TWILIO_ACCOUNT_SID": twilio.account_sid,
        "TWILIO_AUTH_TOKEN": twilio.auth_token,
        "TWILIO_PHONE_NUMBER": twilio.number,
        "TWILIO_API_URL": twilio.url,
    }
    added = running.command("coach", "add", "--name", "Dana", "--phone", COACH, "--on-call")
    assert added.returncode == 0, added.stderr
    with running:
        running.wait_for("The line is ready")
        yield running


def text(line: RunningLine, twilio: FakeTwilio, sender: str, body: str, sid: str | None = None) -> None:
    answer = twilio.post_inbound(f"http://127.0.0.1:{line.port}/sms/inbound", sender, body, sid=sid)
    assert answer.status == 200


def test_a_need_is_answered_and_a_coach_takes_over(line: RunningLine, twilio: FakeTwilio) -> None:
    text(line, twilio, PERSON, "need a job n a ride to the interview 19104", sid="SMtwice")
    assert twilio.wait_for_text(PERSON, containing="215-555-01")
    text(line, twilio, PERSON, "need a job n a ride to the interview 19104", sid="SMtwice")
    text(line, twilio, PERSON, "can i talk to a person")
    assert twilio.wait_for_text(COACH, containing="TAKE")
    text(line, twilio, COACH, "take")
    assert twilio.wait_for_text(PERSON, containing="Dana")
    text(line, twilio, COACH, "Hey, how are you holding up?")
    assert twilio.wait_for_text(PERSON, containing="Hey, how are you holding up?")
    text(line, twilio, PERSON, "better now")
    assert twilio.wait_for_text(COACH, containing="better now")
    text(line, twilio, COACH, "DONE")
    assert twilio.wait_for_text(PERSON, containing="COACH")
    assert sum("215-555-01" in sent.body for sent in twilio.texts_to(PERSON)) == 1


def test_a_forged_text_is_refused_and_there_is_no_simulator(line: RunningLine, twilio: FakeTwilio) -> None:
    with FakeTwilio(auth_token="a token of somebody else") as stranger:
        answer = stranger.post_inbound(f"http://127.0.0.1:{line.port}/sms/inbound", PERSON, "hello")
    assert answer.status == 403
    assert line.get("/phone")[0] == 404
    assert line.get("/sms/inbound")[0] == 405


def test_receipts_move_a_text_to_delivered(line: RunningLine, twilio: FakeTwilio) -> None:
    text(line, twilio, "+15550103", "PRIVACY")
    assert twilio.wait_for_text("+15550103", containing="Who can read this")
    log = line.command("log", "+15550103", "--json").stdout
    for _ in range(50):
        if '"delivered"' in log:
            return
        log = line.command("log", "+15550103", "--json").stdout
    raise AssertionError(log)
