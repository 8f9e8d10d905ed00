"""E-mails as mail programs write them, and as they arrive broken."""

import base64
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.files import ENGLISH, RUSSIAN, article, page, pdf

from amparo.model import Cause, Edtf, Fault
from amparo.read.mail import PARTS_LIMIT, read_out
from amparo.read.reading import Attachment, Readout

PDF = pdf(ENGLISH)


def _mail(text: str = ENGLISH, **headers: str) -> EmailMessage:
    message = EmailMessage()
    stated = {
        "From": "Rosa Example <rosa@example.org>",
        "To": "desk@example.org",
        "Subject": "A case in Vilnius",
        "Date": "Tue, 16 Apr 2024 23:30:00 +0500",
    }
    for name, value in {**stated, **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def _read(content: bytes | EmailMessage) -> Readout:
    readout = read_out(content.as_bytes() if isinstance(content, EmailMessage) else content, "m.eml")
    assert isinstance(readout, Readout), readout
    return readout


def _cause(content: bytes) -> Cause:
    readout = read_out(content, "m.eml")
    assert isinstance(readout, Fault), readout
    return readout.cause


def test_text_subject_and_day_of_the_sender() -> None:
    readout = _read(_mail(f"{RUSSIAN}\n\n{ENGLISH}\n", Subject="Дело в Вильнюсе"))
    assert readout.text == f"{RUSSIAN}\n\n{ENGLISH}"
    assert (readout.title, readout.published) == ("Дело в Вильнюсе", Edtf("2024-04-16"))
    assert (readout.faults, readout.attachments) == ((), ())


def test_the_sender_of_a_letter_is_no_publisher_and_that_of_a_mailing_is() -> None:
    assert _read(_mail()).publisher is None
    assert (
        _read(_mail(List_Id="<news.example.org>", From="Exile Watch News <news@example.org>")).publisher
        == "Exile Watch News"
    )
    assert _read(_mail(List_Unsubscribe="<mailto:x@example.org>", From="news@example.org")).publisher == "example.org"


def test_plain_text_is_preferred_to_its_html_twin_unless_it_only_says_there_is_one() -> None:
    message = _mail("The plain text of the letter")
    message.add_alternative("<p>The HTML of the letter</p>", subtype="html")
    assert _read(message).text == "The plain text of the letter"
    message = _mail("Please view in HTML.")
    message.add_alternative(f"<p>{ENGLISH}</p><p>{RUSSIAN}</p>", subtype="html")
    readout = _read(message)
    assert readout.text == f"{ENGLISH}\n\n{RUSSIAN}"
    assert readout.attachments == ()


def test_a_letter_in_html_alone_is_read_whole() -> None:
    message = _mail()
    message.set_content("<div>Dear all,</div><div>he was released.</div><p>Rosa</p>", subtype="html")
    assert _read(message).text == "Dear all,\n\nhe was released.\n\nRosa"


def test_a_body_without_a_declared_encoding_is_recognised() -> None:
    header = b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n"
    assert _read(header + RUSSIAN.encode("cp1251") + b"\r\n").text == RUSSIAN
    assert _read(header + RUSSIAN.encode() + b"\r\n").text == RUSSIAN


def test_attachments_come_with_the_letter_and_furniture_does_not() -> None:
    message = _mail()
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="../../рапорт.pdf")
    message.add_attachment(ENGLISH, filename="note.txt")
    message.add_attachment(_mail("Inner letter"))
    message.add_attachment(b"x", maintype="application", subtype="pgp-signature", filename="signature.asc")
    readout = _read(message)
    assert readout.text == ENGLISH
    names = [attachment.name for attachment in readout.attachments]
    assert names == ["рапорт.pdf", "note.txt", "message-3.eml"]
    assert readout.attachments[0] == Attachment(name="рапорт.pdf", content=PDF)
    assert _read(readout.attachments[2].content).text == "Inner letter"


def test_pictures_of_the_layout_are_left_where_they_are() -> None:
    message = _mail()
    message.set_content(f"<p>{ENGLISH}</p><img src='cid:logo'>", subtype="html")
    message.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>")
    assert _read(message).attachments == ()


def test_a_letter_that_only_carries_attachments_is_no_fault() -> None:
    message = _mail(" \n")
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="a.pdf")
    readout = _read(message)
    assert (readout.text.strip(), readout.faults, len(readout.attachments)) == ("", (), 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (base64.b64encode(PDF)[:8], b"%%%%%%%%"),
        (b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: rot13"),
        (b"--==", b"--!="),
    ],
)
def test_a_broken_attachment_is_a_fault_and_the_letter_is_read(before: bytes, after: bytes) -> None:
    message = _mail()
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="a.pdf")
    content = message.as_bytes()
    at = content.rindex(before)
    readout = _read(content[:at] + after + content[at + len(before) :])
    assert readout.text == ENGLISH
    assert [(fault.where, fault.cause) for fault in readout.faults] == [("m.eml > a.pdf", Cause.BAD_ATTACHMENT)]
    assert readout.attachments == ()


@pytest.mark.parametrize("share", [0.5, 0.9, 0.97])
def test_a_letter_cut_in_its_attachment_is_read(share: float) -> None:
    message = _mail()
    message.add_attachment(PDF, maintype="application", subtype="pdf", filename="a.pdf")
    content = message.as_bytes()
    readout = _read(content[: int(len(content) * share)])
    assert readout.text == ENGLISH
    assert [(fault.where, fault.cause) for fault in readout.faults] == [("m.eml > a.pdf", Cause.BAD_ATTACHMENT)]


def test_a_letter_cut_in_its_text_says_so() -> None:
    message = _mail(ENGLISH * 5)
    message.add_alternative(f"<p>{ENGLISH * 5}</p>", subtype="html")
    content = message.as_bytes()
    readout = _read(content[: content.index(b"text/html")])
    assert readout.text == ENGLISH * 5
    readout = _read(content[: content.index(b"pending") + 3])
    assert [fault.cause for fault in readout.faults] == [Cause.DAMAGED]
    assert readout.text.startswith("The lawyer said")


def test_a_page_saved_by_a_browser_is_read_as_a_page() -> None:
    head = '<meta property="article:published_time" content="2024-04-10">'
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://news.example/x"
    message["Subject"] = "A headline"
    message["Date"] = "Tue, 16 Apr 2024 23:30:00 -0000"
    message.set_content(page(article(ENGLISH, ENGLISH, RUSSIAN), head).decode(), subtype="html")
    message.add_related(b"body {}", maintype="text", subtype="css", cid="<css>")
    readout = _read(message)
    assert readout.text.startswith(f"A headline of the report\n\n{ENGLISH}")
    assert (readout.published, readout.attachments) == (Edtf("2024-04-10"), ())


def test_an_encrypted_letter_is_a_fault() -> None:
    header = b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n"
    sealed = (
        header
        + b'Content-Type: multipart/encrypted; boundary="b"\n\n--b\nContent-Type: application/octet-stream\n\nx\n--b--\n'
    )
    assert _cause(sealed) == Cause.ENCRYPTED
    assert (
        _cause(header + b"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nAAAA\n")
        == Cause.ENCRYPTED
    )


@pytest.mark.parametrize("depth", [30, 3000])
def test_parts_nested_on_purpose_are_a_fault(depth: int) -> None:
    lines = ["From: a@example.org", "MIME-Version: 1.0"]
    for level in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}", "", "words", f"--b{level}"]
    assert _cause("\n".join([*lines, "", "x"]).encode()) == Cause.TOO_LARGE


def test_too_many_parts_are_a_fault() -> None:
    part = b"--b\nContent-Type: text/plain\n\nx\n"
    content = (
        b'From: a@example.org\nContent-Type: multipart/mixed; boundary="b"\n\n' + part * (PARTS_LIMIT + 1) + b"--b--\n"
    )
    assert _cause(content) == Cause.TOO_LARGE


def test_an_empty_letter_is_a_fault() -> None:
    assert _cause(_mail(" ").as_bytes()) == Cause.NO_TEXT


def test_malformed_headers_do_not_stop_reading() -> None:
    headers = b'From: =?utf-8?q?=ZZ?= <@,;>\nTo: <<>>\nSubject: =?x?y?z?=\nDate: yesterday\nContent-Disposition: "=;;\nMIME-Version: 1\n\n'
    readout = _read(headers + ENGLISH.encode())
    assert (readout.text, readout.published) == (ENGLISH, None)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "From",
                    "Date",
                    "Subject",
                    "Content-Type",
                    "Content-Transfer-Encoding",
                    "Content-Disposition",
                    "List-Id",
                ]
            ),
            st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=40)
            | st.sampled_from(
                [
                    "multipart/mixed; boundary=b",
                    "text/html; charset=x",
                    "message/rfc822",
                    "base64",
                    "attachment; filename*=a'b",
                ]
            ),
        ),
        max_size=6,
    ),
    st.binary(max_size=200),
)
def test_any_letter_gives_text_or_a_fault(headers: list[tuple[str, str]], body: bytes) -> None:
    content = (
        "".join(f"{name}: {value}\n" for name, value in headers).encode("latin-1") + b"\n" + body + b"\n--b\n\nx\n--b"
    )
    assert isinstance(read_out(content, "m.eml"), (Readout, Fault))
