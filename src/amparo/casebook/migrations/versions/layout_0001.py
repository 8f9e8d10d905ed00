"""Layout 0001: the first, with everything."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables, the kept ones first; on SQLite their guards and the full-text indexes too."""
    _sources()
    _custody()
    _documents()
    _faults()
    _mentions()
    _claims()
    _slots()
    _persons()
    _incidents()
    _evidence()
    if op.get_context().dialect.name == "sqlite":
        _guards()
        _fulltext()


def _sources() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "sources",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("collected_at", sa.String(32), nullable=False),
        sa.Column("parent", sa.String(64)),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.String(32)),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_sources")),
    )


def _custody() -> None:
    op.create_table(
        "custody",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["source"], ["sources.sha256"], name=op.f("fk_custody_source"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_custody")),
    )
    op.create_index(op.f("ix_custody_source"), "custody", ["source"])


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("published", sa.String(32)),
        sa.Column("published_basis", sa.String(32)),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
        sa.ForeignKeyConstraint(["source"], ["sources.sha256"], name=op.f("fk_documents_source")),
    )
    op.create_index(op.f("ix_documents_source"), "documents", ["source"])


def _faults() -> None:
    op.create_table(
        "faults",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(64)),
        sa.Column("document", sa.String(64)),
        sa.Column("where", sa.Text(), nullable=False),
        sa.Column("cause", sa.String(32), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("step", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["sources.sha256"], name=op.f("fk_faults_source")),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_faults_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_faults")),
    )
    op.create_index(op.f("ix_faults_document"), "faults", ["document"])
    op.create_index(op.f("ix_faults_source"), "faults", ["source"])
    op.create_index(op.f("ix_faults_where"), "faults", ["where"])


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("forms", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer()),
        sa.Column("target", sa.Boolean(), nullable=False),
        sa.Column("role", sa.Text()),
        sa.Column("organisation", sa.Text()),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_mentions_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_block"), "mentions", ["block"])
    op.create_index(op.f("ix_mentions_document_ordinal"), "mentions", ["document", "ordinal"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("target", sa.String(64)),
        sa.Column("act", sa.Text()),
        sa.Column("status", sa.String(32)),
        sa.Column("host", sa.Text()),
        sa.Column("destination", sa.Text()),
        sa.Column("origin", sa.Text()),
        sa.Column("date", sa.String(32)),
        sa.Column("date_earliest", sa.Date()),
        sa.Column("date_latest", sa.Date()),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_claims_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_act"), "claims", ["act"])
    op.create_index(op.f("ix_claims_document_kind_ordinal"), "claims", ["document", "kind", "ordinal"])
    op.create_index(op.f("ix_claims_host"), "claims", ["host"])
    op.create_index(op.f("ix_claims_origin"), "claims", ["origin"])
    op.create_index(op.f("ix_claims_target"), "claims", ["target"])


def _slots() -> None:
    op.create_table(
        "slots",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("slot", sa.String(32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("guessed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_slots_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "kind", "owner", "slot", "ordinal", name=op.f("pk_slots")),
        sqlite_with_rowid=False,
    )
    several = sa.text("slot = 'hosts_any'")
    op.create_index("ix_slots_hosts_any", "slots", ["value"], sqlite_where=several)
    op.create_table(
        "passages",
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("slot", sa.String(32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_passages_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document", "kind", "owner", "slot", "ordinal", "position", name=op.f("pk_passages")),
        sqlite_with_rowid=False,
    )


def _persons() -> None:
    op.create_table(
        "persons",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("target", sa.Boolean(), nullable=False),
        sa.Column("count", sa.Integer()),
        sa.Column("origin", sa.Text()),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("affiliations", sa.JSON(), nullable=False),
        sa.Column("because", sa.JSON(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_persons")),
        sa.UniqueConstraint("id", name=op.f("uq_persons_id")),
    )
    op.create_index(op.f("ix_persons_block_ordinal"), "persons", ["block", "ordinal"])
    op.create_index(op.f("ix_persons_origin"), "persons", ["origin"])
    op.create_table(
        "person_mentions",
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("mention", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_person_mentions_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", "ordinal", name=op.f("pk_person_mentions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_person_mentions_mention"), "person_mentions", ["mention"])


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64), nullable=False),
        sa.Column("block", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("status", sa.String(32)),
        sa.Column("date", sa.String(32)),
        sa.Column("date_earliest", sa.Date()),
        sa.Column("date_latest", sa.Date()),
        sa.Column("host", sa.Text()),
        sa.Column("hosts_any", sa.JSON(), nullable=False),
        sa.Column("destination", sa.Text()),
        sa.Column("origin", sa.Text()),
        sa.Column("step", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=op.f("fk_incidents_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index(op.f("ix_incidents_block_ordinal"), "incidents", ["block", "ordinal"])
    op.create_index(op.f("ix_incidents_person"), "incidents", ["person"])


def _evidence() -> None:
    op.create_table(
        "incident_claims",
        sa.Column("incident", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("claim", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident"], ["incidents.id"], name=op.f("fk_incident_claims_incident"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("incident", "ordinal", name=op.f("pk_incident_claims")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_incident_claims_claim"), "incident_claims", ["claim"])
    op.create_table(
        "contradictions",
        sa.Column("incident", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("readings", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incident"], ["incidents.id"], name=op.f("fk_contradictions_incident"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("incident", "ordinal", name=op.f("pk_contradictions")),
        sqlite_with_rowid=False,
    )


def _guards() -> None:
    """What was collected is never altered, and the custody log is only ever added to, whatever program has the file open."""
    for table in ("sources", "custody"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
            )


def _fulltext() -> None:
    """Indexes without a copy of the text (contentless); a row of theirs has the number of its document or person."""
    for table, columns in (("search", "title, text, names, folded, sounds"), ("case_search", "names, words, sounds")):
        op.execute(
            f"CREATE VIRTUAL TABLE {table} USING fts5"
            f"({columns}, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')"
        )
