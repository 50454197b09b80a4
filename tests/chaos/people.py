"""Many people text at once, and a carrier that brings each text again until somebody has it."""

from __future__ import annotations

import http.client
import random
import threading
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from benchmarks.texts import phone
from tests.contract.fake_twilio import FakeTwilio

KEYWORDS = ("PRIVACY", "SHORT", "NO CALL")
CRISIS = "i want to kill myself tonight"
DIGITS = "bdfghjlnpt"  # letters of no word, and of no ZIP code
CARRIER_SECONDS = 15.0
THREADS = 48
KEYWORD_SHARE, CRISIS_SHARE = 0.25, 0.1


@dataclass(frozen=True)
class Text:
    """One text of one person; ``word`` is what its answer must hold (wishes only)."""

    number: int
    phone: str
    body: str
    word: str | None = None

    @property
    def sid(self) -> str:
        return f"SM{self.number:032x}"


def write(texts: int, people: int, chance: random.Random) -> list[Text]:
    """The day's texts in the order in which they are written."""
    phones = [phone(number) for number in range(people)]
    desperate = {where for where in phones if chance.random() < CRISIS_SHARE}
    written = []
    for number in range(texts):
        where = chance.choice(phones)
        if where in desperate and chance.random() < people / texts:
            desperate.discard(where)
            written.append(Text(number, where, CRISIS))
        elif chance.random() < KEYWORD_SHARE:
            written.append(Text(number, where, chance.choice(KEYWORDS)))
        else:
            word = "qu" + "".join(DIGITS[int(digit)] for digit in f"{number:05d}")
            written.append(Text(number, where, f"please tell me about {word}", word))
    return written


@dataclass
class Senders:
    """Sends ``texts`` at ``rate`` a second; each person's one after the other, as phones do."""

    twilio: FakeTwilio
    inbound: str
    texts: list[Text]
    rate: float
    patience: float = 300.0
    accepted: list[Text] = field(default_factory=list)
    given_up: list[Text] = field(default_factory=list)
    repeats: int = 0
    _waiting: dict[str, deque[Text]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send_all(self) -> None:
        """Returns when every text was accepted, or its carrier gave up."""
        with ThreadPoolExecutor(THREADS) as threads:
            for text in self._in_time():
                with self._lock:
                    queue = self._waiting.setdefault(text.phone, deque())
                    queue.append(text)
                    if len(queue) == 1:
                        threads.submit(self._bring_all_of, text.phone)

    def _in_time(self) -> Iterator[Text]:
        start = time.monotonic()
        for number, text in enumerate(self.texts):
            time.sleep(max(0.0, start + number / self.rate - time.monotonic()))
            yield text

    def _bring_all_of(self, where: str) -> None:
        while True:
            with self._lock:
                text = self._waiting[where][0]
            taken = self._bring(text)
            with self._lock:
                (self.accepted if taken else self.given_up).append(text)
                self._waiting[where].popleft()
                if not self._waiting[where]:
                    return

    def _bring(self, text: Text) -> bool:
        end, pause = time.monotonic() + self.patience, 0.2
        while time.monotonic() < end:
            try:
                answer = self.twilio.post_inbound(
                    self.inbound, text.phone, text.body, sid=text.sid, timeout=CARRIER_SECONDS
                )
                if answer.status == 200:
                    return True
            except (OSError, http.client.HTTPException):
                pass  # nobody listens there just now
            with self._lock:
                self.repeats += 1
            time.sleep(pause)
            pause = min(2.0, pause * 1.5)
        return False
