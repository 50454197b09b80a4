"""A carrier that does not answer holds up neither the list of wishes nor the end of the line."""

from __future__ import annotations

import threading
import time

from sqlalchemy import Connection, select

from bot.app import House, build_line
from bot.gateway.carriers.twilio.carrier import TwilioCarrier
from bot.message import InboundText
from bot.store.events import mark_handled
from bot.store.messages import accept_text
from bot.store.tables import event
from bot.wish_list import WishList
from tests.integration.people_with_wishes import ANA, MIGUEL, opt_out, say

DAY = 86_400.0


class SilentTwilio(TwilioCarrier):
    """Asked to forget a text, it says nothing until the test is over."""

    def __init__(self) -> None:
        super().__init__("AC0", "0f0f", "+15550199", "http://127.0.0.1:9", "http://127.0.0.1:9")
        self.asked, self.go_on = threading.Event(), threading.Event()

    def redact(self, sid: str) -> bool:
        self.asked.set()
        self.go_on.wait()
        return True


def an_old_text(house: House) -> None:
    at = house.clock.now().timestamp() - 30 * DAY

    def save(connection: Connection) -> None:
        accept_text(connection, house.vault, InboundText("SMold", MIGUEL, "", "thanks"), at)
        for row in connection.execute(select(event.c.id)).all():
            mark_handled(connection, row.id, at)

    house.database.write(save)


def test_an_opt_out_reaches_the_list_and_the_line_ends_while_the_carrier_is_silent(house: House) -> None:
    an_old_text(house)
    carrier = SilentTwilio()
    wishes = WishList(house.settings.warmline_data_dir, house.vault)
    line = build_line(house, "tests:1", carrier)
    line.start()
    try:
        assert carrier.asked.wait(60)
        opt_out(house, say(house, ANA, "stop"))
        deadline = time.monotonic() + 60
        while not wishes.path.exists() or not list(wishes.after(0)):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        line.stop()
        assert not carrier.go_on.is_set(), "it ended without the answer"
    finally:
        carrier.go_on.set()
        for keeper in line.housekeepers:
            keeper.stop(60)
