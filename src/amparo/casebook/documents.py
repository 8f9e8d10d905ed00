"""Documents with everything that was read out of them."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, delete, insert, select

from amparo.model import GATE, Document, Extraction

from .claims import insert_claims, load_calls, load_claims, load_laws, load_windows
from .faults import insert_faults, load_faults
from .fulltext import forget_document, index_document
from .mapping import columns_of, records, values_of
from .mentions import insert_mentions, load_mentions
from .quoting import refuse_unquoted
from .resolutions import drop_blocks
from .schema import claims, documents, faults, mentions
from .sqlite import snapshot, transaction


class Documents:
    """The documents of one open casebook."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, document: Document, extraction: Extraction, *, blocks: Mapping[str, str]) -> frozenset[str]:
        """Store a document and what was extracted from it, in place of everything derived from it before.

        ``blocks`` gives the block of each mention by its id. Returns the blocks to resolve anew: those of its mentions before and
        now. Their persons and incidents are dropped, for they would speak of mentions that are gone. Raises ValueError for
        a record that is not carried by the document's text, or whose source is not stored.
        """
        refuse_unquoted(document, extraction)
        with transaction(self._connection):
            stale = self.blocks(document.id) | {blocks[mention.id] for mention in extraction.mentions}
            drop_blocks(self._connection, stale)
            self._remove(document.id)
            self._insert(document, extraction, blocks)
        return stale

    def get(self, document: str) -> Document | None:
        """The document of that id."""
        query = select(*columns_of(documents, Document)).where(documents.c.id == document)
        return next(records(self._connection, Document, query), None)

    def all(self) -> Iterator[Document]:
        """Every document by id, read one by one; documents may be replaced meanwhile."""
        ids = self._connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars().all()
        for each in ids:
            document = self.get(each)
            if document is not None:
                yield document

    def has(self, source: str) -> bool:
        """Whether the source of that SHA-256 was read into a document."""
        query = select(documents.c.id).where(documents.c.source == source).limit(1)
        return self._connection.execute(query).first() is not None

    def read_whole(self) -> frozenset[str]:
        """The SHA-256 of every source whose text was read by an engine, and not passed over by the gate."""
        query = select(documents.c.source).where(documents.c.engine.not_like(f"{GATE}/%"))
        return frozenset(self._connection.execute(query).scalars())

    def extraction(self, document: str) -> Extraction | None:
        """All that was extracted from the document of that id, exactly as it was put in."""
        of_document = claims.c.document == document
        with snapshot(self._connection):
            engine = self._connection.execute(select(documents.c.engine).where(documents.c.id == document)).scalar()
            if engine is None:
                return None
            return Extraction(
                document=document,
                engine=engine,
                mentions=load_mentions(self._connection, mentions.c.document == document),
                claims=load_claims(self._connection, of_document),
                laws=load_laws(self._connection, of_document),
                calls=load_calls(self._connection, of_document),
                windows=load_windows(self._connection, of_document),
                faults=load_faults(self._connection, faults.c.document == document),
            )

    def blocks(self, document: str) -> frozenset[str]:
        """The blocks in which the document's mentions stand."""
        query = select(mentions.c.block).where(mentions.c.document == document)
        return frozenset(self._connection.execute(query).scalars())

    def _remove(self, document: str) -> None:
        """What was derived from the document goes with its row (foreign keys cascade), its index entry by hand."""
        number = self._connection.execute(select(documents.c.number).where(documents.c.id == document)).scalar()
        if number is not None:
            forget_document(self._connection, number)
            self._connection.execute(delete(documents).where(documents.c.number == number))

    def _insert(self, document: Document, extraction: Extraction, blocks: Mapping[str, str]) -> None:
        engine = extraction.engine
        row = values_of(documents, document, engine=engine)
        number = self._connection.execute(insert(documents).returning(documents.c.number), row).scalar_one()
        insert_mentions(self._connection, extraction.mentions, engine=engine, blocks=blocks)
        insert_claims(self._connection, extraction)
        insert_faults(self._connection, extraction.faults, step=engine, document=document.id)
        index_document(self._connection, number, document, extraction.mentions)
