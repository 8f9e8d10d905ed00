"""`datelines`: date and place at the head of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.model import Edtf
from amparo.vocabulary.datelines import dateline

BODY = "\n\nThe court said on 3 May 2020 that nothing would happen. He left Riga, Latvia, on 5 June 2021 - or so he said.\n"


@pytest.mark.parametrize(
    ("text", "language", "date", "place", "words"),
    [
        ("Title\n\nPublished: 2024-04-16\n", "en", "2024-04-16", None, "Published: 2024-04-16"),
        ("Title\n\nPosted on 16 April 2024 by staff", "en", "2024-04-16", None, "Posted on 16 April 2024"),
        ("Title\n\nYerevan, May 8, 2024", "en", "2024-05-08", "Yerevan", "Yerevan, May 8, 2024"),
        ("(Vilnius, October 21, 2024) – The activist", "en", "2024-10-21", "Vilnius", "Vilnius, October 21, 2024"),
        ("YEREVAN, May 24 2024 (Wire) - A court", "en", "2024-05-24", "YEREVAN", "YEREVAN, May 24 2024"),
        ("RABAT/OTTAWA, Nov 1, 2024 - Morocco has", "en", "2024-11-01", "RABAT", "RABAT/OTTAWA, Nov 1, 2024"),
        ("GENEVA (27 March 2025) – UN experts", "en", "2025-03-27", "GENEVA", "GENEVA (27 March 2025"),
        ("Quetta, 21 August 2025: A man", "en", "2025-08-21", "Quetta", "Quetta, 21 August 2025"),
        ("TBILISI, August 22, 2019 (Desk). He came", "en", "2019-08-22", "TBILISI", "TBILISI, August 22, 2019"),
        ("Report\n\nFebruary 2025\n", "en", "2025-02", None, "February 2025"),
        ("River Post, 17 May 2023\n", "en", "2023-05-17", None, "River Post, 17 May 2023"),
        ("By A. B., culture desk, October 5, 2024\n", "en", "2024-10-05", None, "By A. B., culture desk, October 5, 2024"),
        ("Agency | Bratislava | Mon 18 Nov 2024 | Updated 19:55", "en", "2024-11-18", "Bratislava",
         "Agency | Bratislava | Mon 18 Nov 2024"),
        ("Oct 22, 2024 08:14 | Updated 08:14", "en", "2024-10-22", None, "Oct 22, 2024"),
        ("Updated 5 May 2024\n\nPARIS, 3 May 2024 - x", "en", "2024-05-03", "PARIS", "PARIS, 3 May 2024"),
        ("Updated: 5 May 2024", "en", "2024-05-05", None, "5 May 2024"),
        ("MOSCOW (Reuters) - Police", "en", None, "MOSCOW", "MOSCOW"),
        ("KUALA LUMPUR, Nov 6 - A cook", "en", None, "KUALA LUMPUR", "KUALA LUMPUR, Nov 6"),
        ("Title\n\nText\n\nThe Valley Recorder, Wednesday 22 May 2024", "en", "2024-05-22", None,
         "The Valley Recorder, Wednesday 22 May 2024"),
        ("Заголовок\n\n16 апреля 2024 года\n\nТекст", "ru", "2024-04-16", None, "16 апреля 2024 года"),
        ("АЛМАТЫ, 23 мая 2025 — «Курьер»", "ru", "2025-05-23", "АЛМАТЫ", "АЛМАТЫ, 23 мая 2025"),
        ("20 марта, 2018. РУСТАВИ.", "ru", "2018-03-20", "РУСТАВИ", "20 марта, 2018"),
        ("18 декабря 2014 г., Москва", "ru", "2014-12-18", "Москва", "18 декабря 2014 г."),
        ("Опубликовано: 16.04.2024", "ru", "2024-04-16", None, "Опубликовано: 16.04.2024"),
        ("ANKARA – 19 Şubat 2025 – Haber", "tr", "2025-02-19", "ANKARA", "ANKARA – 19 Şubat 2025"),
    ],
)  # fmt: skip
def test_datelines(text: str, language: str, date: str | None, place: str | None, words: str) -> None:
    found = dateline(text, language)
    assert found is not None
    assert (found.date, found.place) == (Edtf(date) if date else None, place)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        BODY, "", "\n\n", "On 16 April 2024, he was seized.", "He was seized on 16 April 2024.", "Judgments of 14 May 2024 in brief",
        "In Vilnius, on 21 October 2024 - as before - he spoke", "Two men (both Tajik) - said", "2024\n\nCopyright 2024",
        "since 5 May 2021 - as he says",
    ],
)  # fmt: skip
def test_a_date_in_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_only_the_head_and_the_foot_count() -> None:
    filler = "A line of the story that says nothing.\n" * 20
    assert dateline(f"{filler}RIGA, 5 May 2024 - x\n{filler}") is None
    head = dateline(f"RIGA, 5 May 2024 - x\n{filler}Printed, 9 May 2024")
    assert head is not None
    assert head.date == Edtf("2024-05-05")


@given(
    st.lists(
        st.sampled_from(
            ["RIGA", ", ", "5 May 2024", "16 April", " - ", "\n", "Published: ", "(", ")", "x", "The", ".", "«"]
        ),
        max_size=14,
    )
)
def test_a_dateline_lies_in_the_text_and_is_never_padded(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = dateline(text)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.date in {None, Edtf("2024-05-05")}
        assert found.place is None or found.place in text
