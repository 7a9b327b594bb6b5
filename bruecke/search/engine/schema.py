# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the engines keep beside the models, made by a migration. Change it by a new migration, not here.

SQLite: an FTS5 table of keys under the entry's id (it keeps its own copy of the keys: a contentless table can delete
rows only from SQLite 3.43), and the words' trigrams. PostgreSQL: two vectors on the entry, trigrams on the words;
without GIN's list of pending rows, which made the planner read whole tables after much was written.
"""

from typing import Any

_TEXT_TABLE = """
CREATE VIRTUAL TABLE bruecke_searchtext
USING fts5(title, body, internal, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")
"""
_CREATE = {
    "sqlite": (
        _TEXT_TABLE,
        "CREATE VIRTUAL TABLE bruecke_searchgram USING fts5(word, tokenize='trigram case_sensitive 1')",
    ),
    "postgresql": (
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "ALTER TABLE bruecke_searchentry ADD COLUMN public_keys tsvector, ADD COLUMN staff_keys tsvector",
        "CREATE INDEX search_entry_public ON bruecke_searchentry USING gin (public_keys) WITH (fastupdate = off)",
        "CREATE INDEX search_entry_staff ON bruecke_searchentry USING gin (staff_keys) WITH (fastupdate = off)",
        "CREATE INDEX search_word_trigram ON bruecke_searchword USING gin (word gin_trgm_ops) WITH (fastupdate = off)",
    ),
}
_DROP = {
    "sqlite": ("DROP TABLE bruecke_searchgram", "DROP TABLE bruecke_searchtext"),
    "postgresql": (
        "DROP INDEX search_word_trigram",
        "ALTER TABLE bruecke_searchentry DROP COLUMN public_keys, DROP COLUMN staff_keys",
    ),
}


def create(apps: Any, schema_editor: Any) -> None:
    """Make the engine's tables; forwards of the migration."""
    for statement in _CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps: Any, schema_editor: Any) -> None:
    """Remove them; backwards of the migration."""
    for statement in _DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)
