"""The tables of a casebook, and which of them must be kept and which can be made again.

``kept`` tables hold what nobody can compute: the bytes, who had them in hand, what the casebook is. ``derived`` tables hold what
a step made of them, with that step's name and version; `clear` drops all their rows. What belongs to one database only
(full-text search, triggers, pragmas) is not here but in the migrations, `fulltext` and `sqlite`.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    delete,
    text,
)

from amparo.model import Basis, Cause, CustodyAction, Status

from .columns import code, edtf, instant, pages, readings, words

LAYOUTS = ("0001",)  # Alembic revisions from the first to the newest; a test holds this equal to the migrations

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)
_KEPT = {"layer": "kept"}
_DERIVED = {"layer": "derived"}
_ID = String(64)
_SEVERAL_HOSTS = text("slot = 'hosts_any'")  # by these, and by no other slot, claims are looked for
_OF_DOCUMENT = "documents.id"  # what is derived from a document goes with it

meta = Table(
    "meta",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("value", Text, nullable=False),
    info=_KEPT,
)

sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("collected_at", instant(), nullable=False),
    Column("parent", String(64)),
    Column("publisher", Text),
    Column("published", edtf()),
    Column(
        "content", LargeBinary, nullable=False
    ),  # last, so that reading the columns before it leaves the bytes alone
    info=_KEPT,
)

custody = Table(
    "custody",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", instant(), nullable=False),
    Column("by", Text, nullable=False),
    Column("action", code(CustodyAction), nullable=False),
    # deferred: within one transaction the line may be written before the bytes
    Column("source", ForeignKey("sources.sha256", deferrable=True, initially="DEFERRED"), nullable=False, index=True),
    Column("tool", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("chain", String(64), nullable=False),
    info=_KEPT,
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),  # what the full-text index knows the document by
    Column("id", _ID, nullable=False, unique=True),
    Column("source", ForeignKey("sources.sha256"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("language", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", edtf()),
    Column("published_basis", code(Basis)),
    Column("pages", pages(), nullable=False),
    Column("reader", Text, nullable=False),
    Column("engine", Text, nullable=False),  # of the extraction
    Column("text", Text, nullable=False),
    info=_DERIVED,
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("document", ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column(
        "block", Text, nullable=False, index=True
    ),  # mentions of one block may be one person; those of two never are
    Column("name", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("forms", words(), nullable=False),
    Column("count", Integer),
    Column("target", Boolean, nullable=False),
    Column("role", Text),
    Column("organisation", Text),
    Column("engine", Text, nullable=False),
    Index(None, "document", "ordinal"),
    info=_DERIVED,
)

claims = Table(
    "claims",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("document", ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),  # claim, law, call, window: `slots.Kind`
    Column("ordinal", Integer, nullable=False),
    Column("engine", Text, nullable=False),
    # the columns from here on serve to find claims; what a claim says is read from its slots
    Column("target", _ID, index=True),
    Column("act", Text, index=True),
    Column("status", code(Status)),
    Column("host", Text, index=True),
    Column("destination", Text),
    Column("origin", Text, index=True),
    Column("date", edtf()),
    Column("date_earliest", Date),
    Column("date_latest", Date),
    Index(None, "document", "kind", "ordinal"),
    info=_DERIVED,
)

slots = Table(
    "slots",
    metadata,
    Column("document", ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("owner", _ID, nullable=False),  # the id of the mention or claim
    Column("slot", String(32), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("key", Text),  # of a detail
    Column("value", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("guessed", Boolean, nullable=False),
    PrimaryKeyConstraint("document", "kind", "owner", "slot", "ordinal"),
    Index("ix_slots_hosts_any", "value", sqlite_where=_SEVERAL_HOSTS),
    info=_DERIVED,
    sqlite_with_rowid=False,  # the key is the table: one tree, the rows of one document side by side
)

passages = Table(
    "passages",
    metadata,
    Column("document", ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("owner", _ID, nullable=False),
    Column("slot", String(32), nullable=False),  # empty for the passages of the mention or claim as a whole
    Column("ordinal", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("prefix", Text, nullable=False),
    Column("suffix", Text, nullable=False),
    PrimaryKeyConstraint("document", "kind", "owner", "slot", "ordinal", "position"),
    info=_DERIVED,
    sqlite_with_rowid=False,
)

faults = Table(
    "faults",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", ForeignKey("sources.sha256"), index=True),
    Column("document", ForeignKey(_OF_DOCUMENT, ondelete="CASCADE"), index=True),
    Column("where", Text, nullable=False, index=True),
    Column("cause", code(Cause), nullable=False),
    Column("message", Text, nullable=False),
    Column("page", Integer),
    Column("step", Text, nullable=False),
    info=_DERIVED,
)

persons = Table(
    "persons",
    metadata,
    Column("number", Integer, primary_key=True),  # what the full-text index knows the case by
    Column("id", _ID, nullable=False, unique=True),
    Column("block", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("names", words(), nullable=False),
    Column("target", Boolean, nullable=False),
    Column("count", Integer),
    Column("origin", Text, index=True),
    Column("roles", words(), nullable=False),
    Column("affiliations", words(), nullable=False),
    Column("because", words(), nullable=False),
    Column("step", Text, nullable=False),
    Index(None, "block", "ordinal"),
    info=_DERIVED,
)

person_mentions = Table(
    "person_mentions",
    metadata,
    Column("person", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("mention", _ID, nullable=False, index=True),
    PrimaryKeyConstraint("person", "ordinal"),
    info=_DERIVED,
    sqlite_with_rowid=False,
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("person", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("block", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("act", Text, nullable=False),
    Column("status", code(Status)),
    Column("date", edtf()),
    Column("date_earliest", Date),
    Column("date_latest", Date),
    Column("host", Text),
    Column("hosts_any", words(), nullable=False),
    Column("destination", Text),
    Column("origin", Text),
    Column("step", Text, nullable=False),
    Index(None, "block", "ordinal"),
    info=_DERIVED,
)

incident_claims = Table(
    "incident_claims",
    metadata,
    Column("incident", ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("claim", _ID, nullable=False, index=True),
    PrimaryKeyConstraint("incident", "ordinal"),
    info=_DERIVED,
    sqlite_with_rowid=False,
)

contradictions = Table(
    "contradictions",
    metadata,
    Column("incident", ForeignKey("incidents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("slot", Text, nullable=False),
    Column("readings", readings(), nullable=False),
    PrimaryKeyConstraint("incident", "ordinal"),
    info=_DERIVED,
    sqlite_with_rowid=False,
)


def clear(connection: Connection) -> None:
    """Delete every row that a step made, and none that must be kept.

    Faults of a path that never became a source stay: nothing kept could give them again.
    """
    for table in reversed(metadata.sorted_tables):
        if table is faults:
            connection.execute(delete(faults).where(faults.c.source.is_not(None) | faults.c.document.is_not(None)))
        elif table.info["layer"] == "derived":
            connection.execute(delete(table))
