"""What the line talks to: Rasa, and the carrier, whose clock ours is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import urllib3

from bot.app import House
from bot.assistant import RasaAssistant
from bot.doctor.finding import Finding, care, ok, wrong
from bot.gateway.carriers.smtp.carrier import SmtpCarrier
from bot.gateway.carriers.smtp.server import read_mail_server
from bot.settings import Settings

CARRIER_SECONDS = 5.0
CLOCK_SECONDS = 30.0  # signatures and delivery times bear more, the eye does not


def look_outside(house: House) -> Iterator[Finding]:
    yield _rasa(house)
    if house.settings.carrier == "simulator":
        yield ok("carrier", "the phone simulator: no text leaves this machine")
        yield ok("clock", f"it is {datetime.now(UTC):%Y-%m-%d %H:%M} UTC here; there is no carrier to compare with")
    else:
        yield _public_url(house.settings)
        yield from _carrier(house.settings)
    if house.settings.warmline_smtp_url:
        yield _mail(house.settings)


def _mail(settings: Settings) -> Finding:
    server = read_mail_server(settings.warmline_smtp_url)
    problem = SmtpCarrier(server, settings.warmline_smtp_from, settings.warmline_org_name).problem()
    if problem is None:
        return ok("e-mail", f"{server.host} takes our alerts")
    return wrong("e-mail", problem, "Until then alerts go by text alone.")


def _rasa(house: House) -> Finding:
    reason = RasaAssistant(house.settings.rasa_url, house.assistant_secret, 1).ready()
    if reason is None:
        return ok("rasa", f"answers at {house.settings.rasa_url}")
    do = "`make run` starts it; its log is logs/assistant.log in the data directory. Until then people get coaches."
    return wrong("rasa", f"does not answer at {house.settings.rasa_url} ({reason})", do)


def _public_url(settings: Settings) -> Finding:
    url = settings.warmline_public_url
    if url.startswith("https://"):
        return ok("public address", url)
    return wrong("public address", f"{url} is not https", "Set WARMLINE_PUBLIC_URL to the address the carrier calls.")


def _carrier(settings: Settings) -> Iterator[Finding]:
    address = f"{settings.twilio_api_url}/2010-04-01/Accounts/{settings.twilio_account_sid}.json"
    login = urllib3.make_headers(basic_auth=f"{settings.twilio_account_sid}:{settings.twilio_auth_token}")
    try:
        answer = urllib3.request("GET", address, headers=login, timeout=CARRIER_SECONDS, retries=False)
    except urllib3.exceptions.HTTPError as error:
        yield wrong("carrier", f"cannot be reached ({type(error).__name__})", "Check TWILIO_API_URL and the network.")
        return
    if answer.status == 200:
        yield ok("carrier", "knows the account and the token")
    elif answer.status in (401, 403):
        yield wrong("carrier", "refuses the token", "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.")
    else:
        yield care("carrier", f"answers with status {answer.status}", "Check TWILIO_API_URL and TWILIO_ACCOUNT_SID.")
    yield _clock(answer.headers.get("Date", ""))


def _clock(theirs: str) -> Finding:
    try:
        apart = abs((datetime.now(UTC) - parsedate_to_datetime(theirs)).total_seconds())
    except (ValueError, TypeError):
        return ok("clock", "the carrier told no time to compare with")
    if apart > CLOCK_SECONDS:
        return wrong("clock", f"is {apart:.0f} seconds apart from the carrier's", "Let NTP set the clock.")
    return ok("clock", "agrees with the carrier's")
