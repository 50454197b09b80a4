"""Alembic's environment: runs on the connection that ``store.schema.migrate`` hands over."""

from alembic import context

import bot.store.directory_edit_tables
import bot.store.directory_tables
import bot.store.duty_tables
import bot.store.figure_tables
import bot.store.keeping_tables
import bot.store.review_tables
import bot.store.staff_tables
import bot.store.tables
import bot.store.view_tables
import bot.store.wish_tables
import bot.store.wording_tables  # noqa: F401  # all register their tables
from bot.store.metadata import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
