"""Training on what was approved: what it needs, how it runs, how the models do, which one answers, and the way back."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from bot.console.live import LivePart
from bot.console.looks import note_look
from bot.console.pages.teach import ADDRESS, OFF
from bot.console.visit import Console, Refused, Visit
from bot.store.audit import write_audit
from bot.store.examples import approved_examples, begin_training, end_training, last_trainings
from bot.store.remarks import staff_names
from bot.supervisor.addresses import own_rasa_port
from bot.teaching import in_use
from bot.teaching.examples import write_folder
from bot.teaching.going_back import go_back
from bot.teaching.memory import NEEDED_MB, free_mb
from bot.teaching.report import read_report
from bot.teaching.trainer import NOT_LOADED, REFUSED, TAKEN

TRAINING = f"{ADDRESS}/training"
FOR_ADMINS = "Only an administrator starts a training or goes back to the model before."
RASA_REFUSED = (
    "The model before is back, but Rasa did not load it ({why}): the newer one goes on answering. Danger is looked for "
    "with the model before already. Use the button below to try again, or start the line again."
)
NOT_USED = "Rasa did not load the model ({why}), so nothing has changed. Try again in a minute, or restart the line."
NO_MODEL = "There is no trained model here yet."
SAID = {
    "used": "The running line uses this model now.",
    "back": "The model before answers again, and looks for danger again.",
}
LASTED = (TAKEN, NOT_LOADED, REFUSED)  # these trainings went to their end
ELSEWHERE = "The assistant runs on another machine: run `warmline train` there."


def show(visit: Visit) -> Response:
    """The whole page."""
    return _page(visit)


def start(visit: Visit) -> Response:
    """Begin a training, if the policy, the machine and its memory allow it."""
    _admin(visit)
    console, who, now = visit.console, visit.who, visit.console.now()
    if why := _cannot(visit):
        return _page(visit, 409, why)
    house, data_dir = console.house, console.house.settings.warmline_data_dir
    with house.database.read() as connection:
        approved = approved_examples(connection, house.vault)
    write_folder(data_dir, (one.example for one in approved))

    def begin(connection: Connection) -> int:
        made = begin_training(connection, who.staff_id, len(approved), now)
        write_audit(connection, who.actor, "training_started", f"training:{made}", now)
        return made

    number = house.database.write(begin)
    if not console.trainer.start(number, partial(_ended, console, number)):
        house.database.write(lambda connection: end_training(connection, number, "failed", console.now()))
        return _page(visit, 409, "A training is running already.")
    return RedirectResponse(TRAINING, 303)


def back(visit: Visit) -> Response:
    """Use the model before again."""
    _admin(visit)
    console, actor = visit.console, visit.who.actor
    if console.trainer.running is not None:
        return _page(visit, 409, "A training is running. Wait until it has ended.")
    if not go_back(console.house.settings):
        return _page(
            visit,
            409,
            "There is no model before the one in use, or it belongs to an older encoder and cannot be used any more.",
        )
    refused = _take_into_use(console)
    console.house.database.write(lambda c: write_audit(c, actor, "model_rolled_back", None, console.now(), refused))
    if refused is not None:
        return _page(visit, 503, RASA_REFUSED.format(why=refused))
    return RedirectResponse(f"{TRAINING}?did=back", 303)


def use(visit: Visit) -> Response:
    """Have the running line use the model on the disk, where it did not yet."""
    _admin(visit)
    console, actor = visit.console, visit.who.actor
    if in_use.kept_model(in_use.model_path(console.house.settings.warmline_data_dir)) is None:
        return _page(visit, 409, NO_MODEL)
    refused = _take_into_use(console)
    console.house.database.write(lambda c: write_audit(c, actor, "model_loaded", None, console.now(), refused))
    if refused is not None:
        return _page(visit, 503, NOT_USED.format(why=refused))
    return RedirectResponse(f"{TRAINING}?did=used", 303)


def live(visit: Visit) -> LivePart:
    """The page's parts, anew when a training begins or ends."""
    if not visit.who.sees_all:
        raise Refused(404, "Trainings are for staff.")
    token = visit.form_token
    return LivePart(
        lambda: _mark(visit), lambda: visit.fragment("training_parts.html", form_token=token, **_parts(visit))
    )


def _ended(console: Console, number: int, outcome: str) -> None:
    """In the trainer's thread: a new model goes live, and the audit says what came of it."""
    refused = _take_into_use(console) if outcome == TAKEN else None
    found = outcome if refused is None else NOT_LOADED

    def save(connection: Connection) -> None:
        end_training(connection, number, found, console.now())
        write_audit(connection, "training", f"training_{found}", f"training:{number}", console.now(), refused)

    console.house.database.write(save)


def _take_into_use(console: Console) -> str | None:
    """Danger's eyes at once; Rasa loads its new model beside the old one and then changes over, or says why not."""
    console.danger.renew()
    return console.assistant.use_model(in_use.model_path(console.house.settings.warmline_data_dir))


def _cannot(visit: Visit) -> str:
    """Why no training can begin now; empty if it can."""
    settings, free = visit.console.house.settings, free_mb()
    if settings.warmline_teaching != "on":
        return OFF
    if own_rasa_port(settings) is None:
        return ELSEWHERE
    if visit.console.trainer.running is not None:
        return "A training is running already."
    if free is not None and free < NEEDED_MB:
        return f"A training needs {NEEDED_MB} MB of memory beside the running line, and only {free} MB are free."
    return ""


def _page(visit: Visit, status: int = 200, trouble: str = "") -> Response:
    if not visit.who.sees_all:
        raise Refused(403, "Trainings are for staff.")
    note_look(visit, "read_training")
    said = SAID.get(visit.query("did"), "")
    return visit.page("training.html", status, trouble=trouble, told=said, live=f"{TRAINING}/live", **_parts(visit))


def _mark(visit: Visit) -> object:
    """Differs when a training began or ended, in this process or another."""
    with visit.console.house.database.read() as connection:
        return visit.console.trainer.running, [(one.id, one.outcome) for one in last_trainings(connection, 1)]


def _parts(visit: Visit) -> dict[str, Any]:
    """What the page shows below its heading."""
    console, house = visit.console, visit.console.house
    data_dir = house.settings.warmline_data_dir
    with house.database.read() as connection:
        runs = last_trainings(connection)
        approved = len(approved_examples(connection, house.vault))
        names = staff_names(connection, house.vault)
    ended = [one.ended_at - one.started_at for one in runs if one.ended_at and one.outcome in LASTED]
    elsewhere = own_rasa_port(house.settings) is None
    return {
        "runs": runs,
        "approved": approved,
        "names": names,
        "running": console.trainer.running,
        "took": ended[0] if ended else None,
        "said": console.trainer.last_lines() if runs else [],
        "report": read_report(data_dir),
        "in_use": None if elsewhere else in_use.look(data_dir, console.assistant, console.danger),
        "cannot": _cannot(visit),
        "needed": NEEDED_MB,
        "free": free_mb(),
        "admin": visit.who.role == "admin",
    }


def _admin(visit: Visit) -> None:
    if visit.who.role != "admin":
        raise Refused(403, FOR_ADMINS)
