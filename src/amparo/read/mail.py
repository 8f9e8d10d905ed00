"""An e-mail (RFC 5322), or a web page saved as MHTML (RFC 2557): the text a reader sees, and the files that came with it.

Publisher is the sender of a mailing only (a mail with List-Id or List-Unsubscribe, RFC 2919 and 2369): the sender of any
other mail is a private person or a source, whose name must not travel as if it were a newsroom's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any, cast

from amparo.model import Cause, Fault

from . import webpage
from .encoding import decode, line_feeds
from .metadata import edtf
from .reading import Attachment, Readout

NAME = "read.email/1"

DEPTH_LIMIT = 20  # levels of parts in parts
PARTS_LIMIT = 500
STUB = 5  # a plain text this many times shorter than its HTML twin only says that there is one

_ENCODINGS = frozenset(
    {"", "7bit", "8bit", "binary", "base64", "quoted-printable", "x-uuencode", "uuencode", "x-uue", "uue"}
)
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_BROKEN = frozenset({"InvalidBase64PaddingDefect", "InvalidBase64CharactersDefect", "InvalidBase64LengthDefect"})
_CUT = frozenset({"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect"})


class _Lenient(EmailPolicy):
    """The standard policy, but a header that it cannot parse is given as it stands."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        try:
            return super().header_fetch_parse(name, value)
        except Exception:  # noqa: BLE001  malformed headers bring up IndexError, AttributeError and others in the parser
            return " ".join(value.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part that holds no parts: ``kind`` is its media type, ``inside`` the multipart types around it, outermost first."""

    message: EmailMessage
    kind: str
    inside: tuple[str, ...]
    cut: bool  # the multipart around it breaks off with it

    @property
    def is_body(self) -> bool:
        attached = self.message.get_content_disposition() == "attachment" or bool(self.message.get_filename())
        return self.kind in {"text/plain", "text/html"} and not attached

    @property
    def is_furniture(self) -> bool:
        """Signatures, and the pictures of a letter's layout; they stay in the archived e-mail."""
        shown = self.inside[-1:] == ("multipart/related",) and self.message.get_content_disposition() != "attachment"
        return self.kind in _SIGNATURES or (shown and self.kind.startswith("image/"))


def read_out(content: bytes, where: str) -> Readout | Fault:
    """The body (plain text if there is one, else HTML) with subject and date, and the attachments that are whole.

    ``published`` is the day of the Date header in the sender's zone. A broken attachment is a fault beside the text.
    """
    try:
        message = cast(EmailMessage, BytesParser(_class=EmailMessage, policy=_Lenient()).parsebytes(content))
        parts = list(_leaves(message))
    except RecursionError:  # multiparts nested on purpose
        parts = []
    if not 0 < len(parts) <= PARTS_LIMIT:
        words = (
            "The e-mail has too many parts, or parts nested too deeply, to be read; save what it holds as single files."
        )
        return Fault(where=where, cause=Cause.TOO_LARGE, message=words)
    if _SEALED & {kind for part in parts for kind in (part.kind, *part.inside)}:
        words = "The e-mail is encrypted; open it in the mail program that has the key and save its text."
        return Fault(where=where, cause=Cause.ENCRYPTED, message=words)
    if _is_saved_page(message):
        return _saved_page(parts, where)
    return _letter(message, parts, where)


def _leaves(message: EmailMessage, inside: tuple[str, ...] = (), *, cut: bool = False) -> Iterator[_Part]:
    """The parts that hold no parts, in their order; an attached message is one part.

    Raises RecursionError, as the parser does, for parts nested deeper than `DEPTH_LIMIT`: none is left out unsaid.
    """
    kind = message.get_content_type()
    inner = message.get_payload() if message.is_multipart() else None
    if not isinstance(inner, list) or kind.startswith("message/"):
        broken = kind.startswith("multipart/")  # said to hold parts, and holds none
        yield _Part(message=message, kind="text/plain" if broken else kind, inside=inside, cut=cut or broken)
        return
    if len(inside) == DEPTH_LIMIT:
        raise RecursionError
    cut = cut or bool(_CUT & {type(defect).__name__ for defect in message.defects})
    for part in inner:
        if isinstance(part, EmailMessage):
            yield from _leaves(part, (*inside, kind), cut=cut and part is inner[-1])


def _is_saved_page(message: EmailMessage) -> bool:
    """Browsers write «Saved by …» for the sender and, as the date, the moment of saving."""
    return "Snapshot-Content-Location" in message or "saved by" in str(message["from"] or "").lower()


def _saved_page(parts: list[_Part], where: str) -> Readout | Fault:
    page = next((part for part in parts if part.kind == "text/html"), None)
    if page is None:
        words = "The saved web page holds no HTML; open it in a browser and save it again as HTML or PDF."
        return Fault(where=where, cause=Cause.NO_TEXT, message=words)
    return webpage.read_out(_bytes(page), where, declared=page.message.get_content_charset())


def _letter(message: EmailMessage, parts: list[_Part], where: str) -> Readout | Fault:
    bodies = [part for part in parts if part.is_body]
    text, left = _body(bodies)
    others = [part for part in parts if not part.is_body and not part.is_furniture]
    attachments, damaged = _attachments([*others, *left], where)
    faults = (*_body_faults(bodies, where), *damaged)
    if not text.strip() and not attachments and not faults:
        words = "The e-mail holds neither text nor attachments; look for the original in the mail program."
        return Fault(where=where, cause=Cause.NO_TEXT, message=words)
    return Readout(
        text=text,
        title=" ".join(str(message["subject"] or "").split()) or None,
        publisher=_publisher(message),
        published=edtf(str(message["date"] or "")),
        faults=faults,
        attachments=attachments,
    )


def _attachments(parts: list[_Part], where: str) -> tuple[tuple[Attachment, ...], tuple[Fault, ...]]:
    """The parts that go with the letter, and a fault for each that is broken."""
    attached = [_attachment(part, number, where) for number, part in enumerate(parts, start=1)]
    whole = tuple(one for one in attached if isinstance(one, Attachment))
    return whole, tuple(one for one in attached if isinstance(one, Fault))


def _body(bodies: list[_Part]) -> tuple[str, list[_Part]]:
    """The text, and the HTML parts that are neither in it nor a twin of it and so go with the attachments."""
    plain = "\n\n".join(filter(None, (_words(part) for part in bodies if part.kind == "text/plain")))
    pages = [part for part in bodies if part.kind == "text/html"]
    shown = "\n\n".join(filter(None, (webpage.visible_text(_source(part)) for part in pages)))
    if STUB * len(plain) < len(shown):
        return shown, []
    return plain, [part for part in pages if "multipart/alternative" not in part.inside]


def _words(part: _Part) -> str:
    decoded = decode(_bytes(part), part.message.get_content_charset())
    return line_feeds(decoded.text).strip("\n") if decoded else ""


def _source(part: _Part) -> str:
    return webpage.page_source(_bytes(part), part.message.get_content_charset()) or ""


def _attachment(part: _Part, number: int, where: str) -> Attachment | Fault:
    name = _name(part, number)
    whole = not part.cut and str(part.message.get("content-transfer-encoding", "")).strip().lower() in _ENCODINGS
    content = _bytes(part) if whole else b""
    if not content or _is_broken(part):
        return Fault(
            where=f"{where} > {name}",
            cause=Cause.BAD_ATTACHMENT,
            message="The attachment is incomplete or wrongly encoded and was left out; ask for it again or save it from the mail program.",
        )
    return Attachment(name=name, content=content)


def _bytes(part: _Part) -> bytes:
    """The part's decoded bytes; an attached message is written out again."""
    if part.message.is_multipart():
        inner = part.message.get_payload(0)
        try:
            return inner.as_bytes() if isinstance(inner, EmailMessage) else b""
        except Exception:  # noqa: BLE001  the generator fails in as many ways on malformed messages as the parser
            return b""
    content = part.message.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _is_broken(part: _Part) -> bool:
    """Whether decoding found the part damaged. Decodes it, for the defects are noted only then."""
    _bytes(part)
    return bool(_BROKEN & {type(defect).__name__ for defect in part.message.defects})


def _name(part: _Part, number: int) -> str:
    """The attachment's file name without any folder and unprintable characters, or a made-up one."""
    stated = str(part.message.get_filename() or "").replace("\\", "/").rpartition("/")[2]
    name = "".join(character for character in stated if character.isprintable()).strip()[:200]
    return name or (f"message-{number}.eml" if part.kind == "message/rfc822" else f"part-{number}")


def _publisher(message: EmailMessage) -> str | None:
    if "List-Id" not in message and "List-Unsubscribe" not in message:
        return None
    name, address = parseaddr(str(message["from"] or ""))
    return " ".join(name.split()) or address.rpartition("@")[2] or None


def _body_faults(bodies: list[_Part], where: str) -> tuple[Fault, ...]:
    if not any(part.cut or _is_broken(part) for part in bodies):
        return ()
    words = "The e-mail breaks off or its text is wrongly encoded; what is there was read, but save it again from the mail program."
    return (Fault(where=where, cause=Cause.DAMAGED, message=words),)
