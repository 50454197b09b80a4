"""All addresses of the console."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles

from bot.app import Line
from bot.console.pages import (
    blocking,
    case,
    case_asides,
    case_steps,
    coach_load,
    conversation,
    conversations,
    crises,
    desk,
    erase,
    export,
    figures,
    help,
    home,
    me,
    place,
    place_edit,
    place_export,
    place_find,
    place_import,
    place_map,
    places,
    remarks,
    report,
    reviews,
    second_step,
    sign_in,
    teach,
    text,
    training,
    unmet,
    welcome,
    word,
    words,
)
from bot.console.people_routes import people_routes
from bot.console.upload import upload_route
from bot.console.visit import STATIC, Console, live_route, page_route

ONE = "/console/conversations/{id:int}"
TEXT = "/console/texts/{id:int}"
CASE = "/console/desk/{id:int}"
PLACE = "/console/places/{id:uuid}"
WORD = "/console/words/{response}"


def console_routes(line: Line) -> list[BaseRoute]:
    """The console of ``line``. Everything but signing in needs a session."""
    console = Console(line)
    return [
        Mount("/console/static", StaticFiles(directory=STATIC)),
        page_route(console, "/console/sign-in", sign_in.ask, public=True),
        page_route(console, "/console/sign-in", sign_in.enter, "POST", public=True),
        page_route(console, "/console/sign-out", sign_in.leave, "POST"),
        page_route(console, "/console/code", second_step.ask, public=True),
        page_route(console, "/console/code", second_step.enter, "POST", public=True),
        page_route(console, "/console/me", me.show),
        page_route(console, "/console/me/sign-out", me.sign_out, "POST"),
        page_route(console, "/console/welcome", welcome.ask, public=True),
        page_route(console, "/console/welcome", welcome.enter, "POST", public=True),
        page_route(console, "/console", home.show),
        page_route(console, "/console/home.csv", home.download),
        page_route(console, "/console/conversations", conversations.show),
        live_route(console, "/console/conversations/live", conversations.live),
        page_route(console, "/console/conversations/search", conversations.find, "POST"),
        page_route(console, "/console/conversations/views", reviews.keep, "POST"),
        *_desk_routes(console),
        *_place_routes(console),
        *_words_and_help(console),
        page_route(console, "/console/unmet", unmet.show),
        page_route(console, "/console/unmet.csv", unmet.download),
        *_one_conversation(console),
        *people_routes(console),
    ]


def _one_conversation(console: Console) -> list[BaseRoute]:
    """A conversation, its texts, and what staff do about them."""
    return [
        page_route(console, ONE, conversation.show),
        live_route(console, f"{ONE}/live", conversation.live),
        page_route(console, f"{ONE}/reviewed", reviews.review, "POST"),
        page_route(console, f"{ONE}/tags", reviews.mark, "POST"),
        page_route(console, f"{ONE}/remarks", remarks.add, "POST"),
        page_route(console, TEXT, text.show),
        page_route(console, f"{TEXT}/judge", text.judge, "POST"),
        page_route(console, "/console/teach", teach.show),
        page_route(console, "/console/teach/training", training.show),
        page_route(console, "/console/teach/training", training.start, "POST"),
        live_route(console, "/console/teach/training/live", training.live),
        page_route(console, "/console/teach/training/back", training.back, "POST"),
        page_route(console, "/console/teach/training/use", training.use, "POST"),
        page_route(console, "/console/teach.patch", teach.download),
        page_route(console, "/console/teach/approved", teach.drop, "POST"),
        page_route(console, "/console/teach/{id:int}", teach.rewrite),
        page_route(console, "/console/teach/{id:int}", teach.decide, "POST"),
        page_route(console, "/console/inbox", remarks.inbox),
        page_route(console, "/console/inbox", remarks.finish, "POST"),
        page_route(console, f"{ONE}/phone", conversation.mark_phone, "POST"),
        page_route(console, f"{ONE}/block", blocking.block, "POST"),
        page_route(console, f"{ONE}/export", export.export, "POST"),
        page_route(console, f"{ONE}/erase", erase.show),
        page_route(console, f"{ONE}/erase", erase.act, "POST"),
    ]


def _place_routes(console: Console) -> list[BaseRoute]:
    """The directory: words before ids, so that ``new`` is no id."""
    return [
        page_route(console, "/console/places", places.show),
        page_route(console, "/console/places", places.judge, "POST"),
        page_route(console, "/console/places/find", place_find.show),
        page_route(console, "/console/places/find", place_find.find, "POST"),
        page_route(console, "/console/places/new", place_edit.ask_new),
        page_route(console, "/console/places/new", place_edit.write_new, "POST"),
        page_route(console, "/console/places/map", place_map.show),
        page_route(console, "/console/places/map", place_map.look, "POST"),
        page_route(console, "/console/places/import", place_import.ask),
        upload_route(console, "/console/places/import", place_import.look),
        page_route(console, "/console/places/import/answer", place_import.answer, "POST"),
        page_route(console, "/console/places/export.json", place_export.as_json),
        page_route(console, "/console/places/export.zip", place_export.as_tables),
        page_route(console, PLACE, place.show),
        page_route(console, f"{PLACE}/edit", place_edit.ask),
        page_route(console, f"{PLACE}/edit", place_edit.save, "POST"),
        page_route(console, f"{PLACE}/step", place.step, "POST"),
    ]


def _figure_routes(console: Console) -> list[BaseRoute]:
    """Are we keeping our promise?"""
    return [
        page_route(console, "/console/desk/figures", figures.show),
        page_route(console, "/console/desk/figures.csv", figures.download),
        page_route(console, "/console/desk/figures/crises", crises.show),
        page_route(console, "/console/desk/figures/coaches", coach_load.show),
        page_route(console, "/console/desk/figures/report", report.show),
        page_route(console, "/console/desk/figures/report.csv", report.download),
    ]


def _desk_routes(console: Console) -> list[BaseRoute]:
    """Who waits, one case, and how it goes."""
    return [
        page_route(console, "/console/desk", desk.show),
        live_route(console, "/console/desk/live", desk.live),
        page_route(console, "/console/desk/take", desk.take, "POST"),
        *_figure_routes(console),
        page_route(console, CASE, case.show),
        live_route(console, f"{CASE}/live", case.live),
        page_route(console, f"{CASE}/step", case_steps.step, "POST"),
        page_route(console, f"{CASE}/put", case_asides.put, "POST"),
        page_route(console, f"{CASE}/places", case_asides.places, "POST"),
        page_route(console, f"{CASE}/number", case_asides.number, "POST"),
    ]


def _words_and_help(console: Console) -> list[BaseRoute]:
    """The texts of the line, and what explains the console."""
    return [
        page_route(console, "/console/words", words.show),
        page_route(console, "/console/words.zip", words.download),
        page_route(console, WORD, word.show),
        page_route(console, WORD, word.change, "POST"),
        page_route(console, f"{WORD}/look", word.look_at, "POST"),
        page_route(console, "/console/help", help.show),
        page_route(console, "/console/help/tour", help.tour, "POST"),
    ]
