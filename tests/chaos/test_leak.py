"""A day at a line in trouble: what people said, who they are and where they can be reached is in no plain file.

Planted: what 50 people text, their numbers, a coach's words, name, number and e-mail address, a note, an
unsigned post and a broken address. Then every file the line wrote is searched, also while it still runs, and
so are its metrics, alerts and e-mails. ``WARMLINE_TEST_LEAK_ROUNDS`` makes the day longer (``make audit``).
"""

from __future__ import annotations

import base64
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import open_house
from bot.settings import read_settings
from bot.store.coaches import Profile, save_coach
from tests.chaos.processes import Processes
from tests.contract.fake_twilio import FakeTwilio, Fault
from tests.contract.mail_server import MailServer, mail_server

ROUNDS = int(os.environ.get("WARMLINE_TEST_LEAK_ROUNDS", "1"))
PEOPLE = [f"+1555012{number:02}" for number in range(50)]
SECRETS = [f"quivelt{number:02}mornax" for number in range(50)]  # one in the texts of each person
COACH, COACH_NAME, COACH_MAIL = "+15550108", "Xandrielle", "xandrielle@example.org"
COACHS_WORDS, NOTE, UNSIGNED = "glimmerfosk", "prandywick", "stravenhult"
NUMBERS = [phone[1:] for phone in (*PEOPLE, COACH)]
ALL = [*SECRETS, *NUMBERS, COACH_NAME, COACH_MAIL, COACHS_WORDS, NOTE, UNSIGNED]
ALERTED = [*SECRETS, *(phone[1:] for phone in PEOPLE), COACHS_WORDS, NOTE, UNSIGNED]
SAYINGS = (
    "need a job 87501, i am {}",
    "my name is {} and i used last night",
    "im going to kill myself tonight, tell {}",
    "coach please, it is about {}",
)


@pytest.fixture
def twilio() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def line(sqlite_url: str, data_dir: Path, twilio: FakeTwilio, mails: MailServer) -> Iterator[Processes]:
    house = open_house(read_settings({"WARMLINE_DATABASE_URL": sqlite_url, "WARMLINE_DATA_DIR": str(data_dir)}, None))
    profile = Profile(on_call=True, max_cases=3, email=COACH_MAIL)
    house.database.write(lambda c: save_coach(c, house.vault, COACH_NAME, COACH, profile, time.time()))
    house.close()
    settings = {
        "WARMLINE_SMTP_URL": f"smtp://127.0.0.1:{mails.port}",
        "WARMLINE_SMTP_FROM": "line@example.org",
        "WARMLINE_LOG_FORMAT": "json",
    }
    processes = Processes(twilio, data_dir, sqlite_url, (("serve", "--with-worker"),), settings=settings)
    processes.start()
    yield processes
    processes.stop()


def test_fifty_secrets_are_in_no_file_metric_alert_or_mail(
    line: Processes, twilio: FakeTwilio, mails: MailServer, data_dir: Path
) -> None:
    for number in range(ROUNDS):
        _a_day(line, twilio, number)
    _wait(lambda: len(twilio.texts_to(PEOPLE[-1])) > 0)
    _wait(lambda: any(COACHS_WORDS in text.body for phone in PEOPLE for text in twilio.texts_to(phone)))
    mails.wait(COACH_MAIL, timeout=60)
    with urllib.request.urlopen(f"http://127.0.0.1:{line.port}/metrics", timeout=30) as answer:
        _none_in(answer.read(), ALL, "metrics")
    for mail in mails.mails:
        body = mail.get_body()
        said = f"{mail['Subject']} {body.get_content() if body else ''}"
        _none_in(said.encode(), ALERTED, "an e-mail")
    alerts = [text.body for text in twilio.texts_to(COACH) if not any(text.body.endswith(s) for s in SECRETS)]
    _none_in("\n".join(alerts).encode(), [phone[1:] for phone in PEOPLE], "an alert")
    assert _none_in_files(data_dir) > 2  # with the write-ahead log, while it runs
    line.kill(0)  # what a crash leaves behind
    _none_in_files(data_dir)


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for number, written in enumerate((SECRETS[0].encode(), base64.b64encode(b"." + NOTE.encode()))):
        (tmp_path / f"file{number}").write_bytes(b"\0" + written + b"\0")
        with pytest.raises(AssertionError, match="is readable in"):
            _none_in_files(tmp_path)
        (tmp_path / f"file{number}").unlink()


def _a_day(line: Processes, twilio: FakeTwilio, day: int) -> None:
    """Everybody texts once while the carrier stumbles and the process is killed; a coach answers one of them."""
    twilio.next_requests(Fault.SERVER_ERROR, Fault.DROP_AFTER, Fault.TOO_MANY, Fault.SERVER_ERROR_AFTER)
    for number, (phone, secret) in enumerate(zip(PEOPLE, SECRETS, strict=True)):
        _text(line, twilio, phone, SAYINGS[(number + day) % len(SAYINGS)].format(secret), f"SMleak{day}x{number}")
        if number == 25:
            line.kill(0)
    if day == 0:
        _a_coach_answers(line, twilio)
    with suppress(OSError):
        twilio.post_inbound(line.inbound, PEOPLE[0], UNSIGNED, token="not the token")
    with suppress(urllib.error.HTTPError):
        urllib.request.urlopen(f"http://127.0.0.1:{line.port}/nowhere/{UNSIGNED}?q={UNSIGNED}", timeout=30).close()


def _a_coach_answers(line: Processes, twilio: FakeTwilio) -> None:
    _wait(lambda: bool(twilio.texts_to(COACH)))
    _text(line, twilio, COACH, "TAKE", "SMcoachTake")
    _text(line, twilio, COACH, f"NOTE {NOTE}", "SMcoachNote")
    _text(line, twilio, COACH, f"I hear you. {COACHS_WORDS}", "SMcoachWords")


def _text(line: Processes, twilio: FakeTwilio, phone: str, words: str, sid: str) -> None:
    """Like a carrier, bring a text again until somebody says 200."""

    def taken() -> bool:
        with suppress(OSError):  # the process is dead just now
            return twilio.post_inbound(line.inbound, phone, words, sid=sid).status == 200
        return False

    _wait(taken)


def _none_in_files(folder: Path) -> int:
    """Look through every file but the key; how many there were."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "secret.key"]
    for path in files:
        _none_in(path.read_bytes(), ALL, path.name)
    return len(files)


def _none_in(data: bytes, secrets: list[str], where: str) -> None:
    """Plainly, in another width, or in base64 at any of its three offsets."""
    low = data.lower()
    for secret in secrets:
        word = secret.lower().encode()
        shapes = {word, secret.lower().encode("utf-16-le")}
        found = any(shape in low for shape in shapes) or any(piece in data for piece in _base64_pieces(secret))
        assert not found, f"{secret} is readable in {where}"


def _base64_pieces(secret: str) -> list[bytes]:
    """What every base64 text that holds the secret must hold."""
    pieces = []
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + secret.encode())
        pieces.append(whole[4 if offset else 0 : -4])
    return pieces


def _wait(what: Callable[[], bool], seconds: float = 120.0) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)
