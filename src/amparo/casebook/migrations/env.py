"""Alembic loads this file by its path to run the revisions on the connection that `upgrade` was given."""

from alembic import context

from amparo.casebook.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,  # SQLite can; Alembic assumes it cannot
)
with context.begin_transaction():
    context.run_migrations()
