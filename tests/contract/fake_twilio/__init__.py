"""A small Twilio on 127.0.0.1: takes texts over the REST API, brings texts and receipts, signed.

In a test::

    from tests.contract.fake_twilio import FakeTwilio, Fault

    with FakeTwilio() as twilio:
        # point the line at it: TWILIO_API_URL=twilio.url, TWILIO_ACCOUNT_SID=twilio.account_sid,
        # TWILIO_AUTH_TOKEN=twilio.auth_token, TWILIO_PHONE_NUMBER=twilio.number
        answer = twilio.post_inbound("http://127.0.0.1:8000/sms/inbound", "+15550101", "hello")
        assert answer.status == 200
        reply = twilio.wait_for_text("+15550101", containing="Warmline")

``post_inbound`` signs for the address it posts to. Behind a proxy the line knows itself by
another name: ``FakeTwilio(reach={"https://line.example.org": "http://127.0.0.1:8000"})`` then signs
for the public address and posts to the local one, for texts and for receipts.
``twilio.receive`` takes a text and brings it to nobody: it can only be found by listing.
The same text again, as Twilio does when nobody answered: pass the same ``sid``.

Texts that the line sent are in ``twilio.texts``, oldest first. Each is followed by receipts to
its StatusCallback, in the order of ``twilio.receipts`` (``("sent", "delivered")``; set it to
``()`` for none, or to ``("delivered", "sent")`` to shuffle). ``twilio.report`` sends one by hand.

Trouble: ``twilio.refuse(phone, 21610)`` answers with that error from now on;
``twilio.lose(phone, 30003)`` takes texts and reports them undelivered; ``twilio.heal(phone)``
ends both. ``twilio.next_requests(Fault.DROP_AFTER, Fault.SERVER_ERROR)`` spoils the next requests that
send, one each; ``twilio.next_lists(Fault.SERVER_ERROR)`` the next that list. ``twilio.weather`` is asked before
each send what goes wrong; ``twilio.close_door()`` takes the API away until ``twilio.open_door()``.

Calls that the line asks for are in ``twilio.calls.made``; ``twilio.calls.ends[phone] = "busy"`` lets them fail.

By hand, beside a line that runs (then type ``+15550101 hello`` to text it)::

    python -m tests.contract.fake_twilio --port 9090 --inbound http://127.0.0.1:8000/sms/inbound
"""

from tests.contract.fake_twilio.ledger import Text
from tests.contract.fake_twilio.rest import Fault
from tests.contract.fake_twilio.twilio import FakeTwilio
from tests.contract.fake_twilio.webhooks import HttpAnswer, sign

__all__ = ["FakeTwilio", "Fault", "HttpAnswer", "Text", "sign"]
