"""The grammar of dates: which row of words makes a date in English, in Russian, and in the simple order of other languages.

A rule is a template over the words of a language (`date_words.DateWords.fill`) with the reader that says what a match means.
A blank in a template stands for blanks with at most one line break. Rules name no single month or weekday: those are data.
Where a rule has a group ``w``, that group is the date; what stands around it is only what must be there.
"""

import re
from dataclasses import dataclass
from functools import cache

from . import date_readers as readers
from .date_readers import Reader
from .date_words import date_words

_ISO = r"(?<![\w/.-])(?P<Y>19[5-9]\d|20[0-4]\d)(?P<sign>[-/.])(?P<m>\d\d)(?P=sign)(?P<D>\d\d)(?![\d-])"
_DOTTED = r"(?<![\w./-])(?P<D>\d{1,2})\.(?P<m>\d{1,2})\.(?P<Y>19[5-9]\d|20[0-4]\d)(?!\w)"
_SLASHED = r"(?<![\w./-])(?P<D>\d{1,2})(?P<slash>/)(?P<m>\d{1,2})/(?P<Y>19[5-9]\d|20[0-4]\d)(?![\w/])"

# What follows a number that counts something («in 2000 cases»), or goes on as a number («2,019.50», «2019/5»), is no year.
_NO_COUNT = (
    r"(?!(?: |-)?(?:people|persons|men|women|children|members|prisoners|cases|names|times|hours|minutes|days|weeks|months|pages|"
    r"miles|km|kilomet|metres|meters|dollars|euros|somoni|rubles|roubles|lira|USD|EUR|percent|per cent|%|€|\$))(?![.,/-]?\d|\w)"
)
_AGES = r"(?:(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)(?:in )?)?"
_BEFORE_YEAR = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Aa]round|[Tt]hroughout|[Oo]f|[Yy]ear|[Ee]arly|[Ll]ate|"
    r"[Ee]nd of|[Bb]eginning of|[Ss]tart of|[Hh]alf of|and|or)"
)
_TO_EN = r"(?: ?[-–—] ?| (?:to|until|till|through|and) )"
_DIR_EN = r"(?P<dir>[Ll]ast|[Tt]his|[Nn]ext)"


def _range_en(first: str, last: str) -> str:
    """«first to last», «from first to last», «first–last», and «first and last» only after «between»."""
    return rf"(?<![\w/.,])(?:(?P<both>[Bb]etween )|[Ff]rom )?{first}(?(both) and |(?: ?[-–—] ?| (?:to|until|till|through) )){last}"


def _range_ru(first: str, last: str) -> str:
    """«с first по last», «first–last», and «first и last» only after «между»."""
    return rf"(?<![\w/.,])(?:(?P<both>[Мм]ежду )|(?:[Сс]о?|[Оо]т) )?{first}(?(both) и |(?: ?[-–—] ?| (?:по|до) )){last}"


_ENGLISH: tuple[tuple[str, Reader], ...] = (
    (r"(?<!\w)<M> <D>(?:,? |,)<Y>(?!\w)", readers.read_day),
    (r"(?<![\w.])<D>(?: of)? <M>,? <Y>(?!\w)", readers.read_day),
    (r"(?<![\w.])<D>-<M>-<Y>(?!\w)", readers.read_day),
    (rf"(?<!\w){_AGES}<M>,?(?: of)? <Y>(?!\w)", readers.read_month),
    (rf"(?<!\w){_AGES}<Z>(?:,| of| in)? <Y>(?:[-–/]\d\d(?:\d\d)?)?(?!\w)", readers.read_season),
    (_range_en(r"<D1>(?: <M1>(?:,? <Y1>)?)?", r"<D2> <M2>(?:,? <Y2>)?(?!\w)"), readers.read_interval),
    (_range_en(r"<M1> <D1>(?:,? <Y1>)?", r"(?:<M2> )?<D2>(?:,? <Y2>)?(?!\w)"), readers.read_interval),
    (_range_en(r"<M1>(?:,? <Y1>)?", r"<M2>,? <Y2>(?!\w)"), readers.read_interval),
    (rf"(?<!\w)(?:[Ff]rom|[Bb]etween) <M1>{_TO_EN}<M2>(?!\w)", readers.read_interval),
    (rf"(?<!\w)(?:[Ff]rom|[Bb]etween) <Y1>{_TO_EN}<Y2>(?!\w)", readers.read_interval),
    (r"(?<!\w)(?:[Ii]n|[Dd]uring|[Oo]f|[Tt]he|[Ff]or|,|\() ?(?P<w><Y1>[-–—]<Y2>)(?![\w-])", readers.read_interval),
    (rf"(?<!\w){_BEFORE_YEAR} (?:the year |early |late |mid-)?(?P<w><Y>){_NO_COUNT}", readers.read_year),
    (rf"(?<!\w)(?P<w>(?:[Ee]arly|[Ll]ate|[Mm]id)(?: |-)<Y>){_NO_COUNT}", readers.read_year),
    (r"(?<=\()(?P<w><Y>)(?=[),;])", readers.read_year),
    (
        rf"(?:(?<!\w)(?:[Aa]|[Aa]n|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur)|['’]s) (?P<w><Y>){_NO_COUNT}(?= [a-z])",
        readers.read_year,
    ),
    (rf"(?<=\d\d\d\d,\x20)(?P<w><Y>){_NO_COUNT}(?=,| and | or )", readers.read_year),
    (r"(?<!\w)(?P<w><M> <D>)(?![\w:]|[.,]\d|,? (?:19|20)\d\d)", readers.read_yearless),
    (r"(?<![\w.,:])(?P<w><D>(?: of)? <M>)(?!\w|,? (?:19|20)\d\d)", readers.read_yearless),
    (
        r"(?<!\w)(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id)(?: |-)(?:early |late |mid-)?"
        r"(?P<w><M>)(?!\w|,? (?:of )?\d| [A-Z])",
        readers.read_yearless,
    ),
    (
        r"(?<!\w)(?:(?P<dir>[Ll]ast|[Tt]his|[Nn]ext) )?<W>(?: (?P<week>last|this|next) week)?(?!\w)",
        readers.read_weekday,
    ),
    (
        rf"(?<!\w)(?:[Ee]arlier |[Ll]ater |[Ll]ate |[Ee]arly )?{_DIR_EN} (?P<unit>week|month|year)(?!\w)",
        readers.read_shifted,
    ),
    (rf"(?<!\w){_DIR_EN} (?:<M>|<Z>)(?!\w|,? \d)", readers.read_last),
    (rf"(?<!\w)(?:<M>(?: <D>)?|<Z>),?(?: of)? {_DIR_EN} year(?!\w)", readers.read_of_year),
    (rf"(?<![\w.,])<D> <M>,?(?: of)? {_DIR_EN} year(?!\w)", readers.read_of_year),
    (r"(?<!\w)<N> (?P<unit>day|week|month|year)s? ago(?!\w)", readers.read_ago),
    (
        r"(?<!\w)(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Ll]ast night|[Tt]onight|[Tt]his (?:morning|afternoon|evening))(?!['’\w])",
        readers.read_near,
    ),
)

_YEAR_RU = r"(?: ?(?:года?|году|г\.|г))?(?!\w)"
_NAMED_YEAR_RU = r"(?: года?| году| годом| годе| ?гг?\.| годы| годах| годов)(?!\w)"
_DIR_RU = r"(?P<dir>(?:[Пп]рошл|[Мм]инувш|[Пп]редыдущ|[Ээ]т|[Нн]ынешн|[Тт]екущ|[Сс]ледующ|[Бб]удущ)[а-я]{1,3})"

_RUSSIAN: tuple[tuple[str, Reader], ...] = (
    (rf"(?<![\w.])<D> <M>,? <Y>{_YEAR_RU}", readers.read_day),
    (rf"(?<!\w)<M> <Y>{_YEAR_RU}", readers.read_month),
    (rf"(?<!\w)<Z> <Y>(?:[-–/]\d\d(?:\d\d)?)?{_YEAR_RU}", readers.read_season),
    (
        _range_ru(r"<D1>(?: <M1>(?: <Y1>(?: года?| г\.)?)?)?", rf"<D2> <M2>(?: <Y2>{_YEAR_RU})?(?!\w)"),
        readers.read_interval,
    ),
    (_range_ru(r"<M1>(?: <Y1>(?: года?| г\.)?)?", rf"<M2> <Y2>{_YEAR_RU}"), readers.read_interval),
    (r"(?<!\w)(?:[Сс]|[Мм]ежду) <M1> (?:по|до|и) <M2>(?!\w)", readers.read_interval),
    (_range_ru("<Y1>(?: года?)?", rf"<Y2>{_NAMED_YEAR_RU}"), readers.read_interval),
    (rf"(?<![\w-])(?P<w><Y>(?:-(?:го|м|й|ом))?{_NAMED_YEAR_RU})", readers.read_year),
    (r"(?<!\w)(?:[Вв]|[Сс]|[Дд]о|[Пп]осле) (?P<w><Y>(?:-(?:го|м)))(?!\w)", readers.read_year),
    (r"(?<=\()(?P<w><Y>)(?=[),;])", readers.read_year),
    (r"(?<![\w.,:])(?P<w><D> <M>)(?!\w|,? (?:19|20)\d\d)", readers.read_yearless),
    (
        r"(?<!\w)(?:[Вв]|[Сс]|[Дд]о|[Кк]|[Нн]ачале|[Кк]онце|[Сс]ередине|[Пп]о|[Зз]а) (?P<w><M>)(?!\w| (?:19|20)\d\d)",
        readers.read_yearless,
    ),
    (rf"(?<!\w)(?:{_DIR_RU} )?(?P<w><W>)(?P<week>(?!))?(?!\w)", readers.read_weekday),
    (rf"(?<!\w){_DIR_RU} (?P<unit>недел[яюие]|месяц[аеу]?|год[ау]?)(?!\w)", readers.read_shifted),
    (rf"(?<!\w){_DIR_RU} (?:<M>|<Z>)(?!\w| \d)", readers.read_last),
    (rf"(?<!\w)(?:<M>|<Z>) {_DIR_RU} года(?!\w)", readers.read_of_year),
    (rf"(?<![\w.,])<D> <M> {_DIR_RU} года(?!\w)", readers.read_of_year),
    (
        r"(?<!\w)(?:<N> )?(?P<unit>день|дня|дней|сутки|суток|недел[юиь]|недель|месяц(?:а|ев)?|год|года|лет) назад(?!\w)",
        readers.read_ago,
    ),
    (r"(?<!\w)(?P<near>[Вв]чера|[Сс]егодня|[Зз]автра|[Пп]озавчера|[Пп]ослезавтра)(?!\w)", readers.read_near),
)

# Other languages: day, month, year in that order, the month with a short ending, or the year first with a word for «year».
_WORD_YEAR = r"(?: ?-? ?(?:соли|сол|йил\w*|yil\w*|yıl\w*|ýyl\w*|жыл\w*|il\w*|року|годзе))"
_OTHER: tuple[tuple[str, Reader], ...] = (
    (rf"(?<![\w.])<D>(?:[.-]| )? ?<M>(?:['’]?\w{{1,4}})?(?: соли)? <Y>(?!\d)", readers.read_day),
    (rf"(?<!\w)<Y>{_WORD_YEAR},? <D>[-–]? ?<M>", readers.read_day),
    (rf"(?<!\w)<M>(?: соли)? <Y>(?!\d)", readers.read_month),
    (rf"(?<!\w)<Y>{_WORD_YEAR} <M>", readers.read_month),
    (rf"(?<!\w)(?P<w><Y>{_WORD_YEAR})", readers.read_year),
    (r"(?<!\w)соли (?P<w><Y>)(?!\d)", readers.read_year),
    (r"(?<![\w.,:])<D>[-–]? ?<M>(?! (?:соли )?(?:19|20)\d\d)", readers.read_yearless),
)
_RULES = {"en": _ENGLISH, "ru": _RUSSIAN}


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression and the reader of its matches."""

    expression: re.Pattern[str]
    read: Reader


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """The rules of one language (ISO 639-1); numeric dates are read in any."""
    words = date_words(language)
    own = _RULES.get(language, _OTHER)
    return (
        *(Rule(re.compile(words.fill(template)), reader) for template, reader in own),
        *(Rule(re.compile(expression), readers.read_numeric) for expression in (_ISO, _DOTTED, _SLASHED)),
    )
