"""The grammar of dates: which row of words makes a date in English, in Russian, and in the simple order of other languages.

A rule is an example, a template over the words of a language (`date_words.DateWords.fill`) and the reader that says what a match
means. A blank in a template stands for blanks with at most one line break. Rules name no single month or weekday: those are data.
Where a template has a group ``w``, that group is the date; what stands around it is only what must be there.
"""

import re
from dataclasses import dataclass
from functools import cache

from . import date_readers as readers
from .date_readers import Reader
from .date_words import date_words

_Template = tuple[str, str, Reader]

_NUMERIC: tuple[_Template, ...] = (
    (
        "2021-10-20",
        r"(?<![\w/.-])<Y>(?P<sign>[-/.])(?P<m>\d\d)(?P=sign)(?P<D>\d\d)(?![\d-]|\.\d)",
        readers.read_numeric,
    ),
    ("20.10.2021", r"(?<![\w./-])(?P<D>\d{1,2})\.(?P<m>\d{1,2})\.<Y>(?!\w)", readers.read_numeric),
    ("20/10/2021", r"(?<![\w./-])(?P<D>\d{1,2})(?P<slash>/)(?P<m>\d{1,2})/<Y>(?![\w/])", readers.read_numeric),
)

# What follows a number that counts something («of 2000 cases»), or goes on as a number («2,019.50», «2019/5»), is no year.
_COUNTED = (
    r"(?: |-)?(?:people|persons|men|women|children|members|prisoners|cases|names|times|hours|minutes|days|weeks|months|pages|"
    r"miles|km|kilomet|metres|meters|dollars|euros|somoni|rubles|roubles|lira|USD|EUR|percent|per cent|%|€|\$)"
)
_NO_NUMBER = r"(?![.,/-]?\d|\w)"
_NO_COUNT = rf"(?!{_COUNTED}){_NO_NUMBER}"
_NO_LAW = r"(?! (?:convention|protocol|treaty|agreement|law|act|constitution|code|resolution))"
_PART = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)(?:in )?)?"
_IN_YEAR = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Dd]ated|[Yy]ear)"
_BEFORE_YEAR = r"(?:[Bb]y|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round|[Oo]f|[Ee]nd of|[Bb]eginning of|[Ss]tart of|[Hh]alf of|[Ll]east|and|or)"
_PART_OF = r"(?:the year |early |late |mid-)?"
_BEFORE_MONTH = r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id)(?: |-)(?:early |late |mid-)?"
_OWNER = r"(?:(?<!\w)(?:[Aa]|[Aa]n|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur)|['’]s)"
_TO_EN = r"(?: ?[-–—] ?| (?:to|until|till|through|and) )"
_DIR_EN = r"(?P<dir>[Ll]ast|[Tt]his|[Nn]ext)"
_ON_EN = r"(?<!\w)(?:<W>,?(?: the)? )?"
_NO_YEAR = r"(?!\w|,? (?:19|20)\d\d)"
_NEAR_EN = r"(?<!\w)(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Ll]ast night|[Tt]onight|[Tt]his (?:morning|afternoon|evening))(?!['’\w])"


def _range_en(first: str, last: str) -> str:
    """«first to last», «from first to last», «first–last», and «first and last» only after «between»."""
    to = r"(?(both) and |(?: ?[-–—] ?| (?:to|until|till|through) ))"
    return rf"(?<![\w/.,])(?:(?P<both>[Bb]etween )|[Ff]rom )?{first}{to}{last}(?!\w)"


_ENGLISH: tuple[_Template, ...] = (
    ("October 20, 2021", rf"{_ON_EN}<M> <D>(?:,? |,)<Y>(?!\w)", readers.read_day),
    ("Friday, 20 October 2021", rf"(?<!\.){_ON_EN}<D>(?: of)? <M>,? <Y>(?!\w)", readers.read_day),
    ("20-Oct-2021", r"(?<![\w.])<D>-<M>-<Y>(?!\w)", readers.read_day),
    ("late March 2021", rf"(?<!\w)(?<!\d\s){_PART}<M>,?(?: of)? <Y>(?!\w)", readers.read_month),
    ("winter of 2020-21", rf"(?<!\w){_PART}<Z>(?:,| of| in)? <Y>(?:[-–/]\d\d(?:\d\d)?)?(?!\w)", readers.read_season),
    ("3 to 5 May 2022", _range_en(r"<D1>(?: <M1>(?:,? <Y1>)?)?", r"<D2> <M2>(?:,? <Y2>)?"), readers.read_interval),
    ("May 3 – 5, 2022", _range_en(r"<M1> <D1>(?:,? <Y1>)?", r"(?:<M2> )?<D2>(?:,? <Y2>)?"), readers.read_interval),
    ("March to May 2021", _range_en(r"<M1>(?:,? <Y1>)?", r"<M2>,? <Y2>"), readers.read_interval),
    ("between March and May", rf"(?<!\w)(?:[Ff]rom|[Bb]etween) <M1>{_TO_EN}<M2>(?!\w)", readers.read_interval),
    ("from 2019 to 2021", rf"(?<!\w)(?:[Ff]rom|[Bb]etween) <Y1>{_TO_EN}<Y2>(?!\w)", readers.read_interval),
    (
        "in 2019-2021",
        r"(?<!\w)(?:[Ii]n|[Dd]uring|[Oo]f|[Tt]he|[Ff]or|,|\() ?(?P<w><Y1>[-–—]<Y2>)(?![\w-])",
        readers.read_interval,
    ),
    ("in 2019", rf"(?<!\w){_IN_YEAR} {_PART_OF}(?!2000{_COUNTED})(?P<w><Y>){_NO_NUMBER}", readers.read_year),
    ("before 2019", rf"(?<!\w){_BEFORE_YEAR} {_PART_OF}(?P<w><Y>){_NO_COUNT}", readers.read_year),
    ("early 2021", rf"(?<!\w)(?P<w>(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)<Y>){_NO_COUNT}", readers.read_year),
    ("(2019)", r"(?<=\()(?P<w><Y>)(?=[),;])", readers.read_year),
    ("his 2019 conviction", rf"{_OWNER} (?P<w><Y>){_NO_COUNT}{_NO_LAW}(?= [a-z])", readers.read_year),
    ("in 2017, 2018 and 2019", rf"(?<=\d\d\d\d,\x20)(?P<w><Y>){_NO_COUNT}(?=,| and | or )", readers.read_year),
    ("on Friday, April 16", rf"{_ON_EN}<M> <D>(?![\w:]|[.,]\d|,? (?:19|20)\d\d)", readers.read_yearless),
    ("on 16 April", rf"(?<![.,:]){_ON_EN}(?<![\w.,:])<D>(?: of)? <M>{_NO_YEAR}", readers.read_yearless),
    ("in March", rf"(?<!\w){_BEFORE_MONTH}(?P<w><M>)(?!\w|,? (?:of )?\d)", readers.read_yearless),
    ("the September request", r"(?<!\w)<C>(?!\w|,? (?:of )?\d|-\d)", readers.read_yearless),
    (
        "in the spring",
        r"(?<!\w)(?:[Ii]n|[Ss]ince)(?: the)?(?: early| late)? (?P<w><Z>)(?!\w|,? (?:of )?\d| of)",
        readers.read_yearless,
    ),
    ("by March", r"(?<!\w)(?:[Bb]y|[Oo]f) (?P<w><M>)(?!\w|,? (?:of )?\d| [A-Z])", readers.read_yearless),
    (
        "Wednesday last week",
        rf"(?<!\w)(?:{_DIR_EN} )?<W>(?: (?P<week>last|this|next) week)?(?!\w)",
        readers.read_weekday,
    ),
    (
        "earlier this year",
        rf"(?<!\w)(?:[Ee]arlier |[Ll]at(?:e|er) |[Ee]arly )?{_DIR_EN} (?P<unit>week|month|year)(?!\w)",
        readers.read_shifted,
    ),
    ("last October", rf"(?<!\w){_DIR_EN} (?:<M>|<Z>)(?!\w|,? \d)", readers.read_last),
    ("May 6 last year", rf"{_ON_EN}(?:<M>(?: <D>)?|<Z>),?(?: of)? {_DIR_EN} year(?!\w)", readers.read_of_year),
    ("6 May last year", rf"(?<!\.){_ON_EN}<D>(?: of)? <M>,?(?: of)? {_DIR_EN} year(?!\w)", readers.read_of_year),
    ("two weeks ago", r"(?<!\w)<N> (?P<unit>day|week|month|year)s? ago(?!\w)", readers.read_ago),
    ("yesterday", _NEAR_EN, readers.read_near),
)

_YEAR_RU = r"(?: ?(?:года?|году|г\.|г))?(?!\w)"
_NAMED_YEAR_RU = r"(?: года?| году| годом| годе| ?гг?\.| годы| годах| годов)(?!\w)"
_DIR_RU = r"(?P<dir>(?:[Пп]рошл|[Мм]инувш|[Пп]редыдущ|[Ээ]т|[Нн]ынешн|[Тт]екущ|[Сс]ледующ|[Бб]удущ)[а-я]{1,3})"
_BEFORE_MONTH_RU = r"(?:[Вв]|[Сс]|[Дд]о|[Кк]|[Нн]ачале|[Кк]онце|[Сс]ередине|[Пп]о|[Зз]а)"
_ON_RU = r"(?<![\w.])(?:<W>, )?"
_UNIT_RU = r"(?P<unit>день|дня|дней|сутки|суток|недел[юиь]|месяц(?:а|ев)?|год|года|лет)"


def _range_ru(first: str, last: str) -> str:
    """«с first по last», «first–last», and «first и last» only after «между»."""
    to = r"(?(both) и |(?: ?[-–—] ?| (?:по|до) ))"
    return rf"(?<![\w/.,])(?:(?P<both>[Мм]ежду )|(?:[Сс]о?|[Оо]т) )?{first}{to}{last}"


_RUSSIAN: tuple[_Template, ...] = (
    ("16 апреля 2024 года", rf"{_ON_RU}<D> <M>,? <Y>{_YEAR_RU}", readers.read_day),
    ("марте 2021 года", rf"(?<!\w)(?<!\d\s)<M> <Y>{_YEAR_RU}", readers.read_month),
    ("весной 2020 года", rf"(?<!\w)<Z> <Y>(?:[-–/]\d\d(?:\d\d)?)?{_YEAR_RU}", readers.read_season),
    (
        "с 3 по 5 мая 2022 года",
        _range_ru(r"<D1>(?: <M1>(?: <Y1>(?: года?| г\.)?)?)?", rf"<D2> <M2>(?: <Y2>{_YEAR_RU})?(?!\w)"),
        readers.read_interval,
    ),
    (
        "с марта по июнь 2022 года",
        _range_ru(r"<M1>(?: <Y1>(?: года?| г\.)?)?", rf"<M2> <Y2>{_YEAR_RU}"),
        readers.read_interval,
    ),
    ("между мартом и маем", r"(?<!\w)(?:[Сс]|[Мм]ежду) <M1> (?:по|до|и) <M2>(?!\w)", readers.read_interval),
    ("с 2019 по 2021 год", _range_ru("<Y1>(?: года?)?", rf"<Y2>{_NAMED_YEAR_RU}"), readers.read_interval),
    ("2019 году", rf"(?<![\w-])<Y>(?:-(?:го|м|й|ом))?{_NAMED_YEAR_RU}", readers.read_year),
    ("в 2019-м", r"(?<!\w)(?:[Вв]|[Сс]|[Дд]о|[Пп]осле) (?P<w><Y>-(?:го|м))(?!\w)", readers.read_year),
    ("(2019)", r"(?<=\()(?P<w><Y>)(?=[),;])", readers.read_year),
    ("16 апреля", rf"(?<![,:]){_ON_RU}<D> <M>{_NO_YEAR}", readers.read_yearless),
    ("в мае", rf"(?<!\w){_BEFORE_MONTH_RU} (?P<w><M>)(?!\w| (?:19|20)\d\d)", readers.read_yearless),
    ("летом", r"(?<!\w)(?=[Вв]есной|[Лл]етом|[Оо]сенью|[Зз]имой)<Z>(?!\w| \d)", readers.read_yearless),
    ("прошлый понедельник", rf"(?<!\w)(?:{_DIR_RU} )?<W>(?!\w)", readers.read_weekday),
    ("среду на прошлой неделе", r"(?<!\w)<W> на (?P<week>прошлой|этой|следующей) неделе(?!\w)", readers.read_weekday),
    ("в прошлом месяце", rf"(?<!\w){_DIR_RU} (?P<unit>недел[яюие]|месяц[аеу]?|год[ау]?)(?!\w)", readers.read_shifted),
    ("прошлой весной", rf"(?<!\w){_DIR_RU} (?:<M>|<Z>)(?!\w| \d)", readers.read_last),
    ("в июле прошлого года", rf"(?<!\w)(?:<M>|<Z>) {_DIR_RU} года(?!\w)", readers.read_of_year),
    ("6 мая прошлого года", rf"{_ON_RU}<D> <M> {_DIR_RU} года(?!\w)", readers.read_of_year),
    ("две недели назад", rf"(?<!\w)(?:<N> )?{_UNIT_RU} назад(?!\w)", readers.read_ago),
    ("вчера", r"(?<!\w)(?P<near>[Вв]чера|[Сс]егодня|[Зз]автра|[Пп]озавчера|[Пп]ослезавтра)(?!\w)", readers.read_near),
)

# Other languages: day, month, year in that order, the month with a short ending, or the year first with a word for «year».
_WORD_YEAR = r"(?: ?-?(?:nji|njy)? ?(?:соли|сол|йил\w*|yil\w*|yıl\w*|ýyl\w*|жыл\w*|il\w*|року|год(?:а|у)?))"
_LAST_OTHER = r"(?P<dir>[Gg]eçen|[Oo]['’ʻ]tgan|[Ўў]тган|[Өө]ткен|[Өө]ткөн)"
_OTHER: tuple[_Template, ...] = (
    ("19 oktabr 2021", r"(?<![\w.])<D>(?:[.-]| )? ?<M>(?:['’]?\w{1,4})?(?: соли)? <Y>(?!\d)", readers.read_day),
    ("2021 yil 19 oktabr", rf"(?<!\w)<Y>{_WORD_YEAR},? <D>[-–]? ?<M>", readers.read_day),
    ("oktabr 2021", r"(?<!\w)<M>(?: соли)? <Y>(?!\d)", readers.read_month),
    ("2021 yil oktabr", rf"(?<!\w)<Y>{_WORD_YEAR} <M>", readers.read_month),
    ("2021-yilda", rf"(?<!\w)(?P<w><Y>{_WORD_YEAR})", readers.read_year),
    ("соли 2021", r"(?<!\w)соли (?P<w><Y>)(?!\d)", readers.read_year),
    ("2021'de", r"(?<!\w)(?P<w><Y>)['’](?:[dt][ea]n?|[iıuü]n)(?!\w)", readers.read_year),
    ("oʻtgan yil oktabr", rf"(?<!\w){_LAST_OTHER} (?:yıl|yil|йил|жыл|ýyl)\w* (?:<D>[-–]? ?)?<M>", readers.read_of_year),
    ("oktabr соли гузашта", r"(?<!\w)(?:<D> )?<M> соли (?P<dir>гузашта)(?!\w)", readers.read_of_year),
    ("oʻtgan yil", rf"(?<!\w){_LAST_OTHER} (?P<unit>(?:yıl|yil|йил|жыл|ýyl)\w*)", readers.read_shifted),
    ("соли гузашта", r"(?<!\w)(?P<unit>соли) (?P<dir>гузашта)(?!\w)", readers.read_shifted),
    ("oktabr oyida", r"(?<!\w)<M> (?:ay|oy|ой|ай|aý)\w*", readers.read_yearless),
    ("моҳи oktabr", r"(?<!\w)моҳи (?P<w><M>)(?! соли)", readers.read_yearless),
    ("juma kuni", r"(?<!\w)<W> (?:günü?|kuni|куни|күні|күнү|güni)(?!\w)", readers.read_weekday),
    ("рӯзи juma", r"(?<!\w)рӯзи (?P<w><W>)", readers.read_weekday),
    ("19 oktabr", r"(?<![\w.,:])<D>[-–]? ?<M>(?! (?:соли )?(?:19|20)\d\d)", readers.read_yearless),
)
_GRAMMARS = {"en": _ENGLISH, "ru": _RUSSIAN}


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression, the reader of its matches, and an example of what it finds."""

    example: str
    expression: re.Pattern[str]
    read: Reader


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of one language (ISO 639-1); numeric dates are read in any."""
    words = date_words(language)
    return tuple(
        Rule(example, re.compile(words.fill(template)), reader)
        for example, template, reader in (*_GRAMMARS.get(language, _OTHER), *_NUMERIC)
    )
