"""The gate: what it lets in, what it passes over, and that hidden characters and odd letters change neither."""

import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.reports import report

from amparo.extract import extract
from amparo.extract.gate import LANGUAGES, load, may_hold_incidents, passed_over, windows
from amparo.model import Cause

REPORTS = {
    "en": """An exiled Tajik blogger was taken from his flat in Istanbul on Monday by men in plain clothes and has not been heard from
    since, his wife said. Odil Samadov, 34, fled Tajikistan in 2019 and holds an asylum seeker's card. His lawyer has asked the prosecutor
    and the migration service where he is held; neither answered. Rights groups fear that he was handed over to Dushanbe, where a court
    sentenced him in absentia to nine years in prison on charges of extremism.""",
    "ru": """Активиста из Таджикистана Одила Самадова задержали в понедельник в Стамбуле, сообщила его жена. Самадов уехал из страны в 2019 году
    и просил убежища в Турции. По словам адвоката, прокуратура и миграционная служба не отвечают, где он находится. Правозащитники
    опасаются его выдачи в Душанбе, где суд заочно приговорил его к девяти годам за участие в экстремистской организации.""",
    "tr": """Tacikistanlı aktivist Odil Samadov pazartesi günü İstanbul'da gözaltına alındı, eşi söyledi. Samadov 2019'da ülkesinden kaçmış ve
    Türkiye'den sığınma istemişti. Avukatı, savcılığın ve Göç İdaresinin müvekkilinin nerede tutulduğunu söylemediğini belirtti. İnsan hakları
    örgütleri, hakkında dokuz yıl hapis cezası verilen Samadov'un Duşanbe'ye sınır dışı edilmesinden endişe ediyor.""",
    "tg": """Фаъоли тоҷик Одил Самадовро рӯзи душанбе дар Истанбул боздошт карданд, гуфт ҳамсараш. Самадов соли 2019 аз Тоҷикистон гурехта, дар Туркия
    паноҳандагӣ пурсида буд. Ба гуфтаи вакили дифоъ, прокуратура намегӯяд, ки ӯро дар куҷо нигоҳ медоранд. Созмонҳои ҳуқуқи башар аз
    истирдоди ӯ ба Душанбе хавф доранд, ки он ҷо суд ӯро ба нӯҳ соли зиндон маҳкум кардааст.""",
    "uz": """O'zbekistonlik faol Odil Samadov dushanba kuni Istanbulda qo'lga olindi, dedi uning rafiqasi. Samadov 2019-yilda O'zbekistondan
    qochib, Turkiyada boshpana so'ragan edi. Advokatiga ko'ra, prokuratura uning qayerda saqlanayotganini aytmayapti. Inson huquqlari
    tashkilotlari uning Toshkentga ekstraditsiya qilinishidan xavotirda, u yerda sud uni to'qqiz yilga qamoq jazosiga hukm qilgan.""",
    "kk": """Қазақ белсендісі Одил Самадов дүйсенбіде Стамбулда ұсталды, деді оның әйелі. Самадов 2019 жылы Қазақстаннан қашып, Түркиядан баспана
    сұраған. Адвокаты прокуратура оның қайда отырғанын айтпайды дейді. Құқық қорғаушылар оның Астанаға экстрадициялануынан қауіптенеді,
    онда сот оны тоғыз жылға бас бостандығынан айырған.""",
    "ky": """Кыргыз активист Одил Самадов дүйшөмбүдө Стамбулда кармалды, деди аялы. Самадов 2019-жылы Кыргызстандан качып, Түркиядан башпаанек
    сураган. Адвокаты прокуратура анын кайда кармалып турганын айтпай жатат дейт. Укук коргоочулар анын Бишкекке экстрадицияланышынан
    чочулашат, ал жакта сот аны тогуз жылга эркинен ажыраткан.""",
    "tk": """Türkmen aktiwist Odil Samadow duşenbe güni Stambulda tussag edildi, diýdi aýaly. Samadow 2019-njy ýylda Türkmenistandan gaçyp, Türkiýeden
    gaçybatalga sorapdy. Aklawçysy prokuraturanyň onuň nirede saklanýandygyny aýtmaýandygyny aýtdy. Hukuk goraýjylar onuň Aşgabada deportasiýa
    edilmeginden howatyrlanýarlar, ol ýerde sud ony dokuz ýyl türme tussaglygyna höküm etdi.""",
}  # fmt: skip

NEWS = (
    ("en", """Firefighters brought a blaze in a hillside forest near the town of Redcliff under control on Sunday after rain fell overnight. About
    two hundred people who had left their homes were allowed back in the afternoon. The cause of the fire is not known. A spokeswoman for
    the county said that three houses were destroyed and a farmer was treated in hospital for burns."""),
    ("en", """The central bank left its main interest rate unchanged on Thursday, as most economists had expected. Inflation slowed to three per
    cent in May, helped by cheaper fuel, but rents and wages are still rising. Shares in banks fell and the currency gained a little against
    the dollar. The governor told reporters that a cut was possible in the autumn."""),
    ("en", """Maribel Ortega scored twice as United beat City two goals to nil and moved to the top of the league. The striker, who missed a month of
    the season with an injured knee, headed in a corner after ten minutes and added a penalty late in the match. City's coach said that his
    team had been punished for two mistakes. United play away on Saturday."""),
    ("en", """Scientists at the university have described a frog, no longer than a thumbnail, that lives only on one mountain. The species lays its
    eggs under wet moss and does not croak. The researchers found eleven animals in two years of looking and fear that a planned road will
    dry out the slope. Their paper appeared in a journal on Tuesday."""),
    ("ru", """Во вторник в городе открылась новая станция скорой помощи. По словам мэра, она сократит время приезда бригад в отдалённые районы до
    пятнадцати минут. Здание построили за полтора года, на оборудование из областного бюджета выделили сто двадцать миллионов рублей. В штат
    приняли сорок врачей и фельдшеров. До конца года в регионе обещают отремонтировать ещё три поликлиники."""),
    ("ru", """Сборная Казахстана по хоккею обыграла команду Польши в товарищеском матче со счётом 4:2. Дублем отметился нападающий Арман Сейтов, ещё по
    шайбе забросили Иван Кузьмин и Даурен Алиев. Главный тренер назвал победу заслуженной, но остался недоволен игрой в меньшинстве. Следующую
    встречу команда проведёт в субботу в Астане, билеты на неё уже распроданы."""),
    ("ru", """Фильм якутского режиссёра получил главный приз фестиваля. Картина рассказывает о старике-рыбаке, который отправляется через тундру к
    дочери. Съёмки шли две зимы при температуре ниже сорока градусов, почти все роли исполнили непрофессиональные актёры. В прокат лента выйдет
    осенью, права на показ купили дистрибьюторы из Франции, Японии и Южной Кореи."""),
    ("tr", """Lig lideri deplasmanda rakibini iki golle yendi ve puan farkını beşe çıkardı. İlk gol on dakika sonra köşe vuruşundan geldi, ikinci gol
    penaltıdan atıldı. Teknik direktör maçtan sonra takımının iyi oynadığını, ama çok fırsat kaçırdığını söyledi. Takım cumartesi günü kendi
    sahasında kupa maçına çıkacak, biletlerin çoğu satıldı. Sakatlanan kaleci bir ay sahalardan uzak kalacak."""),
    ("tg", """Дар ноҳияи кӯҳистон роҳи нав кушода шуд, ки ду деҳаро бо маркази вилоят мепайвандад. Сохтмон се сол давом кард ва аз буҷет барои он бист
    миллион сомонӣ ҷудо шуд. Раиси ноҳия гуфт, ки акнун мошинҳо ба бозор дар як соат мерасанд. Деҳқонон умед доранд, ки нархи мева ва сабзавот
    боло намеравад. Соли оянда дар ҳамин ҷо пули дигаре месозанд."""),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_are_let_in(language: str) -> None:
    assert may_hold_incidents(REPORTS[language], language)
    assert passed_over(report(REPORTS[language], language=language)) is None


@pytest.mark.parametrize(("language", "text"), NEWS)
def test_general_news_are_passed_over_and_said_to_be(language: str, text: str) -> None:
    found = extract(report(text, language=language), gate=True)
    assert found.passed_over
    assert (found.mentions, found.claims, found.laws, found.calls, found.windows, found.faults) == ((),) * 6


def test_without_the_gate_an_engine_reads_everything() -> None:
    found = extract(report(NEWS[0][1]))
    assert not found.passed_over
    assert found.engine.startswith("reader/")


def test_a_language_without_words_is_left_to_the_engine_which_says_so() -> None:
    found = extract(report(REPORTS["en"], language="fi"), gate=True)
    assert [fault.cause for fault in found.faults] == [Cause.UNSUPPORTED_LANGUAGE]


def test_a_text_of_a_few_words_is_always_read() -> None:
    assert may_hold_incidents("A blaze near Redcliff was brought under control.", "en")
    assert may_hold_incidents("", "en")


def test_one_passage_of_a_long_text_lets_it_in() -> None:
    around = " ".join(text for language, text in NEWS * 20 if language == "en")
    assert not may_hold_incidents(around, "en")
    assert may_hold_incidents(f"{around} {REPORTS['en']} {around}", "en")


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u200f", "\u2060"])
def test_hidden_characters_inside_words_do_not_count(hidden: str) -> None:
    text = re.sub(r"(?<=\w)(?=\w)", hidden, REPORTS["en"])
    assert [window.met for window in windows(text, "en")] == [window.met for window in windows(REPORTS["en"], "en")]


def test_case_and_dotted_letters_do_not_count() -> None:
    plain = next(windows(REPORTS["tr"], "tr"))
    assert next(windows(REPORTS["tr"].upper(), "tr")).met >= {entry for entry in plain.met if "ı" not in entry[1]}


@given(st.text(max_size=2_000), st.sampled_from(LANGUAGES))
def test_the_windows_of_any_text_hold_entries_of_its_language(text: str, language: str) -> None:
    groups = load(language).groups
    for window in windows(text, language):
        assert all(word in groups[number].words for number, word in window.met)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_data_are_sound(language: str) -> None:
    gate = load(language)
    words = [word for group in gate.groups for word in group.words]
    assert len(words) == len(set(words))
    assert all(len(word.rstrip("*")) >= 3 and word == word.lower() for word in words)
    assert set(gate.weights) <= set(words)
    assert [group.kind for group in gate.groups] == ["act", "sign", "state", "other"]
    assert all((group.weight < 0) == (group.kind == "other") for group in gate.groups)
    assert gate.threshold > 0


def test_every_language_with_words_has_its_file() -> None:
    files = resources.files("amparo.extract").joinpath("data").iterdir()
    assert {name.split(".")[1] for file in files if (name := file.name).startswith("gate.")} == set(LANGUAGES)
