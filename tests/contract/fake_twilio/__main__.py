"""``python -m tests.contract.fake_twilio``: a fake Twilio to talk with by hand."""

from __future__ import annotations

import argparse
import http.client
import sys
import threading

from tests.contract.fake_twilio import FakeTwilio


def main() -> None:
    parser = argparse.ArgumentParser(description="A fake Twilio. Type '+15550101 hello' to text the line.")
    parser.add_argument("--port", type=int, default=9090)
    parser.add_argument("--inbound", default="http://127.0.0.1:8000/sms/inbound", help="the line's public address")
    parser.add_argument("--token", default="fake-token", help="the auth token that signs")
    options = parser.parse_args()
    with FakeTwilio(port=options.port, auth_token=options.token) as twilio:
        print(f"TWILIO_API_URL={twilio.url}")
        print(f"TWILIO_ACCOUNT_SID={twilio.account_sid}")
        print(f"TWILIO_AUTH_TOKEN={twilio.auth_token}")
        print(f"TWILIO_PHONE_NUMBER={twilio.number}", flush=True)
        threading.Thread(target=show, args=(twilio,), daemon=True).start()
        try:
            for line in sys.stdin:
                text_the_line(twilio, options.inbound, line)
            threading.Event().wait()  # without a keyboard it serves until it is stopped
        except KeyboardInterrupt:
            return


def show(twilio: FakeTwilio) -> None:
    shown = 0
    while True:
        with twilio.ledger.changed:
            while len(twilio.texts) == shown:
                twilio.ledger.changed.wait()
        for text in twilio.texts[shown:]:
            print(f"-> {text.to}: {text.body}", flush=True)
            shown += 1


def text_the_line(twilio: FakeTwilio, url: str, line: str) -> None:
    phone, _, body = line.strip().partition(" ")
    if not phone:
        return
    try:
        answer = twilio.post_inbound(url, phone, body)
    except (OSError, http.client.HTTPException) as error:
        print(f"The line does not answer: {error}", flush=True)
    else:
        print(f"<- {phone}: answered {answer.status}", flush=True)


if __name__ == "__main__":
    main()
