"""``warmline words``: what staff changed in the texts, as files and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.house import BY_COMMAND, fail, open_house_from_settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.wording.catalog import Catalog
    from bot.wording.house_words import Draft

SHOWN = 20
app = typer.Typer(help="The texts that staff changed in the console: export, import.", no_args_is_help=True)


@app.command("export")
def export(
    to: Annotated[Path, typer.Option(help="The folder of response files to write into.")] = Path("data/responses"),
) -> None:
    """Write what staff changed into the response files. Commit them: from then on they are what is shipped.

    Ready words of coaches go into the folder canned beside it.
    """
    from bot.store.audit import write_audit
    from bot.store.wording import all_edits
    from bot.wording.files import changed_files
    from bot.wording.shipped import DATA, RESPONSES, load_shipped

    with open_house_from_settings() as house:
        now = house.clock.now().timestamp()
        with house.database.read() as connection:
            edits = all_edits(connection)
        house.database.write(lambda c: write_audit(c, BY_COMMAND, "export_words", None, now, "`warmline words export`"))
        files = changed_files(DATA, load_shipped(), edits)
        for name, content in files.items():
            folder, _, file = name.partition("/")
            path = (to if folder == RESPONSES else to.parent / folder) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
            print(f"Wrote {path}.")
    if not files:
        print("Staff changed nothing that is not in the files already.")


@app.command("import")
def import_(
    folder: Annotated[Path, typer.Argument(help="A folder with all response files, as in data/responses.")],
) -> None:
    """Take texts that differ from the shipped ones over as if staff had changed them. One bad text: none is taken.

    Ready words of coaches are taken from the folder canned beside it.
    Texts about danger and consent wait in the console until a member of staff has read them.
    """
    from bot.store.audit import write_audit
    from bot.store.wording import add_edit
    from bot.wording.canned import load_canned
    from bot.wording.catalog import load_catalog
    from bot.wording.edits import State
    from bot.wording.house_words import is_safety
    from bot.wording.shipped import CANNED, load_shipped, with_ready_words

    with open_house_from_settings() as house:
        shipped, theirs, ready = load_shipped(), load_catalog(folder), folder.parent / CANNED
        if ready.is_dir():
            theirs = with_ready_words(theirs, load_canned(ready))
        drafts = _drafts(shipped, theirs, house.settings.said_of_the_house)
        _refuse_bad(drafts)
        now = house.clock.now().timestamp()

        def write(connection: Connection) -> int:
            waiting = 0
            for draft in drafts:
                careful = is_safety(draft.response, *shipped.texts[draft.response].values())
                state = State.WAITS if careful else State.LIVE
                waiting += careful
                add_edit(connection, draft.response, draft.language, draft.text, draft.shipped, state, BY_COMMAND, now)
            write_audit(connection, BY_COMMAND, "import_words", None, now)
            return waiting

        waiting = house.database.write(write)
    print(f"Took {len(drafts)} texts; {waiting} of them wait in the console for somebody to read them.")


def _drafts(shipped: Catalog, theirs: Catalog, house: dict[str, str]) -> list[Draft]:
    from bot.wording.catalog import LANGUAGES
    from bot.wording.example import spoken
    from bot.wording.house_words import Draft

    return [
        Draft(name, language, text, shipped.text(name, language), spoken(text, shipped, language, house))
        for name in sorted(shipped.names & theirs.names)
        for language in LANGUAGES
        if (text := theirs.text(name, language)) != shipped.text(name, language)
    ]


def _refuse_bad(drafts: list[Draft]) -> None:
    from bot.wording.house_words import look_over

    bad = [
        f"{draft.response} ({draft.language}): {finding.sentence}"
        for draft in drafts
        for finding in look_over(draft)
        if finding.grave
    ]
    for line in bad[:SHOWN]:
        print(line)
    if bad:
        fail(f"Nothing was taken: {len(bad)} points must be mended first.")
