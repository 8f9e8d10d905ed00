"""Which module reads which format, and what to say of the formats that none reads."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from amparo.model import Cause, Fault

from .reading import Readout

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# Media type → module of this room. A module is imported, in the child process, when its format first comes up: each brings heavy libraries.
_MODULES = {
    "text/plain": "plain",
    "text/html": "webpage",
    "application/xhtml+xml": "webpage",
    "application/pdf": "pdf",
    _DOCX: "word",
    "message/rfc822": "mail",
}

_SAVE_AS = "save it as DOCX, PDF or text and add that"
# Media type, or its part before the slash → what the file is and what to do.
_UNREAD = {
    "application/msword": f"an old Word file (.doc); {_SAVE_AS}",
    "application/rtf": f"a Rich Text file; {_SAVE_AS}",
    "application/vnd.oasis.opendocument.text": f"an OpenDocument text; {_SAVE_AS}",
    "application/vnd.oasis.opendocument.spreadsheet": "a spreadsheet; save the texts in it as text and add that",
    "application/vnd.ms-excel": "a spreadsheet; save the texts in it as text and add that",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "a spreadsheet; save the texts in it as text and add that",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "a presentation; save it as PDF and add that",
    "application/vnd.ms-powerpoint": "a presentation; save it as PDF and add that",
    "application/vnd.ms-outlook": "an Outlook message (.msg); save it as .eml and add that",
    "application/vnd.ms-outlook-pst": "an Outlook mailbox; save its messages as .eml and add those",
    "application/mbox": "a mailbox of several messages; save each as .eml and add those",
    "application/epub+zip": "an electronic book; save the chapter in question as text and add that",
    "application/zip": "a ZIP archive; unpack it and add what it holds",
    "application/gzip": "a packed file; unpack it and add what it holds",
    "application/x-bzip2": "a packed file; unpack it and add what it holds",
    "application/x-xz": "a packed file; unpack it and add what it holds",
    "application/zstd": "a packed file; unpack it and add what it holds",
    "application/x-tar": "an archive; unpack it and add what it holds",
    "application/x-7z-compressed": "an archive; unpack it and add what it holds",
    "application/vnd.rar": "an archive; unpack it and add what it holds",
    "application/warc": "a web archive (WARC); save the page in question as HTML and add that",
    "application/xml": "an XML file; save the text in it as text and add that",
    "application/postscript": "a PostScript file; turn it into a PDF and add that",
    "application/vnd.sqlite3": "a database and holds no document",
    "application/x-executable": "a program and holds no document",
    "application/vnd.microsoft.portable-executable": "a program and holds no document",
    "application/octet-stream": "in no format known here; save what it shows as DOCX, PDF or text and add that",
    "image": "a picture; run text recognition (OCR) on it and add the text",
    "audio": "a sound recording; write down what is said in a text file and add that",
    "video": "a video; write down what is said in a text file and add that",
}


def read_out(content: bytes, media_type: str, where: str) -> tuple[str, Readout | Fault]:
    """The name of the reader with its version, and what it took out of ``content``."""
    if not content:
        return "", Fault(where=where, cause=Cause.EMPTY, message="The file is empty; copy or download it again.")
    if media_type not in _MODULES:
        return "", _unread(media_type, where)
    module = import_module(f".{_MODULES[media_type]}", __package__)
    reader = cast(Callable[[bytes, str], Readout | Fault], module.read_out)
    return module.NAME, reader(content, where)


def _unread(media_type: str, where: str) -> Fault:
    if media_type == "application/encrypted":
        words = "The file is locked with a password; open it, save a copy without one and add that."
        return Fault(where=where, cause=Cause.ENCRYPTED, message=words)
    known = _UNREAD.get(media_type) or _UNREAD.get(media_type.partition("/")[0]) or _UNREAD["application/octet-stream"]
    return Fault(where=where, cause=Cause.UNKNOWN_FORMAT, message=f"The file is {known}.")
