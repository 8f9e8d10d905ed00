"""Codes and values in plain British English. One place, so that screen, dossier and page say the same of the same record."""

import re
from collections.abc import Iterable, Sequence

from amparo.model import BadDate, Edtf, LawSays, Outcome, Status, UnknownCode, Verdict
from amparo.vocabulary import acts, roles, states

# Characters that act on a terminal or reverse the reading order (category Cc, bidirectional embeddings, overrides and
# isolates, deprecated and tag characters, lone surrogates). Joiners and directional marks stay: Persian needs them.
_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_HEADLINES = {
    Status.OCCURRED: "Reported",
    Status.THREATENED: "Threatened",
    Status.ATTEMPTED: "Attempted",
    Status.DENIED: "Contested",
}
_STATUSES = {
    Status.OCCURRED: "reported",
    Status.THREATENED: "threatened; not reported as carried out",
    Status.ATTEMPTED: "attempted; not reported as carried out",
    Status.DENIED: "reported, and denied by a party with knowledge of it",
}
_SLOTS = {
    "act": "act",
    "status": "how far it went",
    "date": "date",
    "host": "host state",
    "hosts_any": "host states",
    "destination": "destination",
    "origin": "pursuing state",
    "agents": "who did it",
    "sources": "on whose word",
    "count": "number of people",
    "named_as": "named here as",
    "date_text": "words of the date",
    "says": "what is said of it",
    "by": "by whom",
    "to": "to whom",
    "what": "occasion",
}
_OUTCOMES = {
    Outcome.BOUND: "bound",
    Outcome.NOT_BOUND: "not bound by this instrument",
    Outcome.UNCERTAIN: "uncertain",
    Outcome.UNKNOWN: "unknown (no data)",
}
_VERDICTS = {
    Verdict.CONFIRMED: "confirmed by the law data",
    Verdict.CONTRADICTED: "contradicted by the law data",
    Verdict.UNCERTAIN: "uncertain on the law data",
    Verdict.NOT_COVERED: "not covered by the law data",
}
# What a report says of an instrument: with the states it names, and without.
_SAYS = {
    LawSays.PARTY: ("said to bind {}", "said to be in force"),
    LawSays.PROHIBITS: ("said to forbid it, for {}", "said to forbid it"),
    LawSays.VIOLATES: ("said to be breached by {}", "said to be breached"),
    LawSays.DOMESTIC: ("said to be part of the domestic law of {}", "said to be part of domestic law"),
    LawSays.OTHER: ("named, with {}", "named"),
}
DIFFER = "accounts differ"


def visible(text: str) -> str:
    """``text`` on one line, with characters that would act on a screen written out («‹U+202E›»)."""
    return _ACTIVE.sub(lambda match: f"‹U+{ord(match[0]):04X}›", " ".join(text.split()))


def listed(words: Iterable[str], *, last: str = "and") -> str:
    """«a», «a and b», «a, b and c»."""
    items = list(words)
    return f" {last} ".join((", ".join(items[:-1]), items[-1])) if len(items) > 1 else "".join(items)


def counted(number: int, one: str, many: str | None = None) -> str:
    """«1 report», «3 reports»."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def date_words(date: Edtf) -> str:
    """«20 October 2021», «March 2021», «spring 2021», «between February and April 2024», «about 2019»; no more than is known."""
    first, slash, last = date.value.partition("/")
    if not slash or first == last:
        return _point_words(first)
    return f"between {_shortened(first, last)} and {_point_words(last)}"


def on_date(date: Edtf) -> str:
    """The date with its preposition: «on 20 October 2021», «in March 2021», «between February and April 2024»."""
    words = date_words(date)
    if words.startswith(("between", "about")):
        return words
    return f"{'on' if words[0].isdigit() and ' ' in words else 'in'} {words}"


def _point_words(value: str) -> str:
    bare = value.rstrip("~?%")
    year, _, rest = bare.partition("-")
    month, _, day = rest.partition("-")
    if month in _SEASONS:
        words = f"{_SEASONS[month]} {year}/{int(year) + 1}" if month == "24" else f"{_SEASONS[month]} {year}"
    else:
        words = " ".join(filter(None, (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year)))
    mark = value[len(bare) :]
    return f"{'about ' if mark in ('~', '%') else ''}{words}{' (uncertain)' if mark in ('?', '%') else ''}"


def _shortened(first: str, last: str) -> str:
    """The first of two dates without the year and month it shares with the second."""
    words, parts, others = _point_words(first), first.split("-"), last.split("-")
    plain = first[-1] not in "~?%" and last[-1] not in "~?%" and len(parts) == len(others) > 1
    if not plain or parts[0] != others[0] or parts[1] in _SEASONS:
        return words
    return words.split()[0] if len(parts) == 3 and parts[1] == others[1] else words.rsplit(" ", 1)[0]


def state_name(code: str) -> str:
    """The English short name of a state; «the European Union» for EU; anything else as it is written."""
    if code == "EU":
        return "the European Union"
    try:
        return states.state(code).name
    except UnknownCode:
        return visible(code)


def act_label(code: str) -> str:
    """What was done, by the label of the vocabulary. Raises `UnknownCode`."""
    return acts.act(code).label


def headline(act: str, status: Status | None) -> str:
    """«Threatened extradition», «Reported detention»; what is denied is «contested», what accounts differ on is said so."""
    label = act_label(act)
    if status is None:
        return f"{label} (accounts differ on how far it went)"
    lower = label if label.startswith("Interpol") else label[:1].lower() + label[1:]
    return f"{_HEADLINES[status]} {lower}"


def status_label(status: Status | None) -> str:
    """How far the act went, as the reports tell it, never as established."""
    return _STATUSES[status] if status else DIFFER


def slot_label(slot: str) -> str:
    """The name of a slot in words; a detail's key with blanks for underscores."""
    return _SLOTS.get(slot, visible(slot.replace("_", " ")))


def value_words(slot: str, value: str) -> str:
    """One reading of a slot in words: a date, a state, a status, an act, else the value as it is."""
    if slot == "date":
        return _date_or_value(value)
    if slot in ("host", "hosts_any", "destination", "origin"):
        return state_name(value)
    if slot == "status" and value in set(Status):
        return status_label(Status(value))
    return act_label(value) if slot == "act" else visible(value)


def _date_or_value(value: str) -> str:
    try:
        return date_words(Edtf(value))
    except BadDate:
        return visible(value)


def role_label(code: str) -> str:
    """Who someone is in the reports, by the label of the vocabulary; a word it lacks stays as it is."""
    try:
        return roles.role(code).label
    except UnknownCode:
        return visible(code.replace("_", " "))


def article_words(article: str) -> str:
    """«article 3», «articles 2 and 3»; empty where the instrument is meant as a whole («-»)."""
    parts = [part.strip() for part in article.split(";") if part.strip() not in ("", "-")]
    if not parts:
        return ""
    several = len(parts) > 1 or "," in parts[0] or re.fullmatch(r"\d+-\d+", parts[0])
    return f"{'articles' if several else 'article'} {listed(parts)}"


def outcome_label(outcome: Outcome) -> str:
    """Whether a state is bound, in words; what the data do not hold is unknown, never «not bound»."""
    return _OUTCOMES[outcome]


def verdict_label(verdict: Verdict) -> str:
    """How a report's statement of law stands against the data, in words."""
    return _VERDICTS[verdict]


def law_says_label(says: LawSays) -> str:
    """What a report says of an instrument, without the states: «said to forbid it»."""
    return _SAYS[says][1]


def law_statement(instrument: str, says: LawSays, named: Sequence[str]) -> str:
    """What a report says of an instrument, as its word only: «Convention against Torture: said to bind Lithuania»."""
    with_states, without = _SAYS[says]
    said = with_states.format(listed(state_name(code) for code in named)) if named else without
    return f"{visible(instrument)}: {said}"
