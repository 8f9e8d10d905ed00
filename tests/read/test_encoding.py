"""Bytes in the encodings that reports from the region come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.files import ENGLISH, RUSSIAN

from amparo.read.encoding import decode

QUOTED = (
    "Адвокат сообщил: «Его вывезли в аэропорт ночью — без решения суда», хотя жалоба ещё не рассмотрена. № 307 ч. 3"
)
# Tajik as typed where the font had none of its letters: ӯ, ҳ, қ, ҷ, ғ, ӣ fall together with у, х, к, ч, г, и.
TAJIK = "Вакили у гуфт, ки муваккили уро шабона ба фурудгох бурданд, харчанд шикояти у дар суд барраси нашуда буд."
UKRAINIAN = "Адвокат повідомив, що його підзахисного вивезли до аеропорту вночі, хоча скаргу ще не було розглянуто."
TURKISH = "Avukatı, müvekkilinin mahkemeye yaptığı itiraz sonuçlanmadan gece havaalanına götürüldüğünü söyledi. Şikâyeti İzmir'de."
CZECH = "Právník uvedl, že jeho klient byl v noci odvezen na letiště, ačkoli stížnost dosud nebyla projednána."
LITHUANIAN = "Advokatas pranešė, kad jo ginamasis naktį buvo išvežtas į oro uostą. Vilniaus apygardos teismas posėdyje nusprendė."
POLISH = (
    "Adwokat powiedział, że jego klienta wywieziono w nocy na lotnisko, chociaż skarga nie została jeszcze rozpatrzona."
)
FRENCH = "L’avocat a déclaré que son client avait été conduit à l’aéroport pendant la nuit. « Où est-il ? »"
CURLY = "“He was taken,” she said — it’s over. The café near the border belongs to Mr Núñez."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, name) for name in ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")),
        (QUOTED, "cp1251"),
        ("Его задержали вчера.", "cp1251"),
        ("Его задержали вчера вечером.", "koi8-r"),
        (RUSSIAN.upper(), "cp1251"),
        (TAJIK, "cp1251"),
        (TAJIK, "koi8-r"),
        (UKRAINIAN, "cp1251"),
        (TURKISH, "cp1254"),
        (TURKISH, "iso8859-9"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (LITHUANIAN, "cp1257"),
        (FRENCH, "cp1252"),
        (CURLY, "cp1252"),
        ("The men were held in a café near the border. " + "They were held for nine days. " * 200, "cp1252"),
        ((ENGLISH + "\n") * 300 + QUOTED, "cp1251"),
    ],
)
def test_eight_bit_text_is_recognised(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.damaged) == (text, 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
@pytest.mark.parametrize(
    "text", [ENGLISH, RUSSIAN, "Ҳуҷҷатҳои Қодир — ғайриқонунӣ, ӯ гуфт.", "سازمان از بازداشت او خبر داد."]
)
def test_unicode_with_and_without_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.damaged) == (text, 0)


def test_utf16_mark_of_a_big_endian_file() -> None:
    decoded = decode(b"\xfe\xff" + RUSSIAN.encode("utf-16-be"))
    assert decoded is not None
    assert decoded.text == RUSSIAN


def test_a_cut_utf8_file_keeps_its_text() -> None:
    decoded = decode(RUSSIAN.encode()[:-2])  # the full stop and half a letter
    assert decoded is not None
    assert decoded.text == RUSSIAN[:-2] + "\ufffd"
    assert decoded.damaged == 1


def test_what_is_declared_is_taken_when_it_fits() -> None:
    greek = "Ο δικηγόρος".encode("iso8859-7")
    decoded = decode(greek, "ISO-8859-7")
    assert decoded is not None
    assert decoded.text == "Ο δικηγόρος"


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "base64", "utf-7", "punycode", "no such thing", "", "\0"])
def test_what_is_declared_wrongly_does_no_harm(declared: str) -> None:
    decoded = decode(QUOTED.encode("cp1251"), declared)
    assert decoded is not None
    assert decoded.text == QUOTED


def test_a_label_that_software_writes_without_looking_is_not_trusted() -> None:
    for text, encoding in ((CURLY, "cp1252"), (QUOTED, "cp1251")):
        decoded = decode(text.encode(encoding), "iso-8859-1")
        assert decoded is not None
        assert decoded.text == text


@pytest.mark.parametrize(
    "content", [bytes(100), b"Some ASCII with \x00 in it", bytes(range(256)) * 4, b"\xff\xfe" + bytes([0, 216]) * 50]
)
def test_what_is_no_text_is_none(content: bytes) -> None:
    assert decode(content) is None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff\ufffd")))
def test_utf8_is_always_read_right(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded is not None
    assert decoded.text == text


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "hz", "unicode_escape"]))
def test_any_bytes_give_text_or_none(content: bytes, declared: str | None) -> None:
    decoded = decode(content, declared)
    assert decoded is None or decoded.damaged >= 0
