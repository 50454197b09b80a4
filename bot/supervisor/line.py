"""``warmline run``: sets the line up, starts its two processes, and keeps them running until told to stop."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

from bot.privacy import ACTIONS_SECRET, ASSISTANT_SECRET, open_vault
from bot.settings import Settings
from bot.supervisor import words
from bot.supervisor.addresses import inner_address, own_rasa_port
from bot.supervisor.child import Child, stop_all
from bot.supervisor.door import check_free, open_door
from bot.supervisor.lock import hold_line
from bot.supervisor.logfile import keep_small
from bot.supervisor.plans import assistant_plan, assistant_python, line_plan
from bot.supervisor.probe import Probe
from bot.supervisor.steps import Prepared, StepFailed, Stopped, check_disk, train_and_prepare

LOOK_SECONDS = 0.2
STOP_SECONDS = 12.0  # a text on its way to the carrier may take ten
FALSE_STARTS = 3  # a line that ends so often before it was ever ready will not get better
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Supervisor:
    """Runs one line in the foreground."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stops = 0
        self._started = time.monotonic()
        # Under make, an interrupt may reach make alone: its end is ours too.
        self._starter = os.getppid() if "MAKELEVEL" in os.environ else None

    def run(self) -> int:
        """Returns the exit code. Raises :class:`bot.errors.WarmlineError` when the line cannot start."""
        for number in SIGNALS:
            # nohup has the hang-up ignored, and means it.
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        settings = self._settings
        rasa_port = own_rasa_port(settings)
        check_disk(settings)
        holds = hold_line(settings.warmline_data_dir)
        door = open_door(settings.warmline_host, settings.warmline_port)
        if rasa_port is not None:
            assistant_python()
            check_free(rasa_port, "RASA_URL")
        try:
            words.say("Getting ready: database, directory, trained assistant …")
            prepared = train_and_prepare(settings, self._wait)
            return self._supervise(self._children(rasa_port, door.fileno(), holds), prepared)
        except Stopped:
            return 0
        except StepFailed as failure:
            if str(failure):
                raise
            return failure.code

    def _children(self, rasa_port: int | None, listens: int, holds: int) -> list[Child]:
        settings = self._settings
        children = [Child(line_plan(listens, holds), words.say)]
        if rasa_port is not None:
            vault = open_vault(settings.warmline_secret_key, settings.warmline_data_dir)
            secrets = vault.purpose_key(ASSISTANT_SECRET), vault.purpose_key(ACTIONS_SECRET)
            children.append(Child(assistant_plan(settings, rasa_port, *secrets), words.say))
        return children

    def _supervise(self, children: Sequence[Child], prepared: Prepared) -> int:
        if warning := words.sample_warning(self._settings):
            words.say(warning)
        probe = Probe(inner_address(self._settings))
        probe.start()
        try:
            return self._watch(children, probe, prepared)
        except Stopped:
            words.say("\nStopping …")
            return 0
        finally:
            probe.stop()
            stops = self._stops
            stop_all(children, STOP_SECONDS, hurry=lambda: self._stops > stops)

    def _watch(self, children: Sequence[Child], probe: Probe, prepared: Prepared) -> int:
        line = children[0]
        was_ready, told = False, ""
        while True:
            for child in children:
                child.look()
                if child.plan.log:
                    with suppress(OSError):  # the log stays as large as it is; that must not end the line
                        keep_small(child.plan.log)
            if not was_ready and line.ends >= FALSE_STARTS:
                words.say("The line cannot start; what it said above tells why. `uv run warmline doctor` tells more.")
                return 1
            now = words.waiting(probe.problems) if probe.problems else ""
            if now != told:
                told = now
                if now:
                    words.say(now)
                elif was_ready:
                    words.say("Everything works again.")
                else:
                    was_ready = True
                    words.say(words.ready(self._settings, prepared, time.monotonic() - self._started))
            self._wait(LOOK_SECONDS)

    def _wait(self, seconds: float) -> None:
        if self._stops or (self._starter is not None and os.getppid() != self._starter):
            raise Stopped
        time.sleep(seconds)

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._stops += 1
