"""Languages of the region, on paragraphs written for this test. Where a language was seen to fail, it is not asserted here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amparo.read.language import language

PARAGRAPHS = {
    "en": "The lawyer said on Friday that her client had been put on a plane although his appeal was still pending before the court.",
    "ru": "Адвокат сообщил, что его подзащитного вывезли в аэропорт ночью, хотя жалоба на решение суда ещё не была рассмотрена.",
    "uk": "Адвокат повідомив, що його підзахисного вивезли до аеропорту вночі, хоча скаргу на рішення суду ще не було розглянуто.",
    "be": "Адвакат паведаміў, што яго падабароннага вывезлі ў аэрапорт ноччу, хоць скарга на рашэнне суда яшчэ не была разгледжана.",
    "tg": "Вакили дифоъ гуфт, ки муваккили ӯро шабона ба фурудгоҳ бурданд, ҳарчанд шикояти ӯ ҳанӯз дар суд баррасӣ нашуда буд.",
    "tg without its letters": "Вакили у гуфт, ки муваккили уро шабона ба фурудгох бурданд, харчанд шикояти у дар суд барраси нашуда буд.",
    "uz": "Advokatning aytishicha, uning himoyasidagi shaxs sud qarorini kutmasdan tunda aeroportga olib ketilgan. Oilasi xabarsiz.",
    "uz in Cyrillic": "Адвокатнинг айтишича, унинг ҳимоясидаги шахс суд қарорини кутмасдан тунда аэропортга олиб кетилган. Оиласи хабарсиз.",
    "ky": "Адвокаттын айтымында, анын кардарын соттун чечимин күтпөй эле түнү аэропортко алып кетишкен. Үй-бүлөсү билбейт.",
    "kk": "Адвокаттың айтуынша, оның қорғауындағы адамды сот шешімін күтпестен түнде әуежайға алып кеткен. Отбасы хабарсыз.",
    "tk": "Aklawçynyň aýtmagyna görä, onuň müşderisi kazyýetiň kararyna garaşmazdan gije howa menziline äkidilipdir.",
    "tr": "Avukatı, müvekkilinin mahkemeye yaptığı itiraz henüz sonuçlanmadan gece havaalanına götürüldüğünü söyledi.",
    "az": "Vəkil bildirib ki, müdafiə etdiyi şəxs məhkəmənin qərarını gözləmədən gecə hava limanına aparılıb.",
    "fa": "وکیل او گفت که موکلش را شبانه به فرودگاه بردند، در حالی که شکایت او هنوز در دادگاه بررسی نشده بود.",
    "ug": "ئادۋوكاتنىڭ ئېيتىشىچە، ئۇنىڭ خېرىدارى سوت قارارىنى كۈتمەي تۇرۇپ كېچىدە ئايرودرومغا ئېلىپ كېتىلگەن.",
    "zh": "律师说，他的当事人在上诉仍未审结的情况下于夜间被带往机场。家人至今没有他的消息。",
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_the_language_of_a_paragraph(name: str) -> None:
    assert language(PARAGRAPHS[name]) == name[:2]


def test_a_letterhead_in_capitals_and_addresses_do_not_decide() -> None:
    text = f"MINISTRY OF INTERIOR\nhttps://www.example.org/en/news/2024/april\n\n{PARAGRAPHS['tr']} {PARAGRAPHS['tr']}"
    assert language(text) == "tr"


def test_the_larger_share_decides() -> None:
    assert language(PARAGRAPHS["ru"] * 3 + PARAGRAPHS["en"]) == "ru"


@pytest.mark.parametrize(
    "text", ["", "12.04.2024, 307-3", "No. 14", "https://www.example.org/a/very/long/address/indeed"]
)
def test_too_little_text_has_no_language(text: str) -> None:
    assert language(text) is None


@given(st.text(max_size=200))
def test_any_text_has_a_two_letter_code_or_none(text: str) -> None:
    code = language(text)
    assert code is None or (len(code) == 2 and code.islower())
