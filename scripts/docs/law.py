"""Write ``docs/law.md``: what the law data hold, how to read a finding, and where the data are thin.

Run as ``python scripts/docs/law.py``; a test holds the committed page equal to a fresh one.
"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from amparo.model import Outcome
from amparo.protect.doubts import all_doubts
from amparo.protect.fit import MAIN_TREATIES, readings
from amparo.protect.law import AS_OF, InstrumentLine, Kind, codes, instrument, main_line
from amparo.protect.parties import PartyStatus, participations
from amparo.protect.spans import Span
from amparo.vocabulary.states import state

PAGE = Path(__file__).parents[2] / "docs" / "law.md"

HEAD = f"""\
<!-- Made by scripts/docs/law.py out of src/amparo/protect/data; not to be edited by hand. -->

# The law: what Amparo knows, and how far to trust it

**Nothing here is legal advice.** Amparo shows which rules bind a state on a day, as far as its data go, so that a lawyer
sees at once what to check. The data were compiled without the live web, as of {AS_OF} unless a row says else; every row names
the place where it must be checked. A link says where to check, not that the page was opened.

## How to read an outcome

| outcome | means |
|---|---|
| `bound` | every day of the date lies within the time in which the line bound the state |
| `not_bound` | no day of it does, or the state is no party. Not bound by *this* treaty: custom, other treaties and the state's own law may bind it |
| `uncertain` | part of the date lies outside, a boundary is not known to the day, or there is reason to doubt the row; the reasons name it |
| `unknown` | the data hold no row on this state and instrument. That is never the same as not bound |

How a date is compared:

- A state is bound from the first day of force for it until the day before it ceases to be; the day it ceases is the first day not bound.
- A month, a year or an interval is compared as a whole: all inside is `bound`, partly inside is `uncertain` with the boundary.
- A signature does not bind (article 18 of the Vienna Convention on the Law of Treaties apart).
- Where the data know only a year, or count from a succession of states, the whole year is `uncertain`; where they know the ratification
  or deposit only, the treaty's term (three months, thirty days) comes on top.
- Where a treaty applies through another state (Hong Kong, Macao) or through the constitution alone (Kosovo), the outcome is `uncertain`.
- Without a date, `bound` means bound without a break up to the month to which the row was kept.
- A date after that month gets the outcome that the row has, and a reason that says up to when it was kept.
- Responsibility for a transfer is judged by the day of removal; the risk, by the day a court looks at it if the person is still there.
- Reservations and declarations are printed beside the line. Every line carries its confidence and how the row was made («recalled»: from
  the researcher's knowledge, not read).

## What is listed, and in which order

Absolute bars first, then those for refugees, qualified and procedural ones, last circumstances and treaties that ease a transfer. These last are
shown as a **risk, not an authority**: Minsk, Chisinau, Shanghai and bilateral extradition treaties never lift CAT 3, ECHR 3, ICCPR 7 or
REF51 33. A line is listed for the acts that its row names; finer acts count as the one above them. Besides:

"""

CHECKS = """
## What a text claims about the law

| the text says | confirmed | contradicted | uncertain | not covered |
|---|---|---|---|---|
| states are party | all are bound | one is not | one is uncertain or unknown | no state named, or no such instrument |
| an instrument forbids | an absolute line, or one for refugees, says so | it was not law, or a state named was not bound | the line is qualified, or a state is uncertain | no such line |
| domestic law holds it | a law of each state was in force | – | not certain to have been in force | no such law in the data |
| a rule was breached | – | the state was never bound | the state had left: earlier acts stay judged | otherwise |
| anything else | – | – | – | always; what is known of being bound is told |

«EU» stands for the states that were members on the whole date; the Union itself is party to none of these treaties.

"""

LIMITS = """
## Where the data are thin

- Every line of medium or low confidence, and every row that was recalled, must be checked before it is cited.
- Changes after 2025-01 are not in the data; rows on CAT, ICCPR and CRC were kept up to 2022-08, those on the Refugee Convention up to 2015-03.
- The data hold {ced} parties to the CED, one of them Poland; the Polish government spoke of 76 before Poland, so one party is missing.
- EU: the Qualification Directive ends between 2026-06-12 (repeal) and 2026-07-01 (application of the Regulation); the transition of the Asylum
  Procedures Directive and the proposed Return Regulation, COM(2025)101, were not settled.
- Lithuania's security limits (article 130(3) of its law on foreigners), Poland's border orders and the suspension of 2025, Finland's Act of
  2024, Türkiye's forms of voluntary return, the British legislation on Rwanda and removals by the United States to third countries: check.
- Minsk Convention: when Ukraine's withdrawal took effect is not known; Moldova and Georgia are unclear. Chisinau Convention: Tajikistan and
  Uzbekistan are unclear. Shanghai Convention: dates of single states are not known.
- All dates of the European Convention on the Suppression of Terrorism are of low confidence; Chile's date for the European Convention on
  Extradition is missing.
- Who is party to the American and African conventions, the Arab Charter and the Fourth Geneva Convention is recorded for few states or none:
  `unknown`, therefore.
- Whether a state has accepted complaints under CAT 22 is not looked up here.

A check of 25 rows drawn at random found 18 again in a second source and none of them wrong; with so few, an error rate of some 15 % cannot be
excluded for rows that rest on recall alone.

Rows that were set to `uncertain` by hand:

"""

TITLES = {
    Kind.GLOBAL: "Treaties open to all states",
    Kind.CUSTOM: "Custom",
    Kind.REGIONAL: "Regional treaties",
    Kind.EU: "Law of the European Union",
    Kind.PROCEDURE: "Complaints",
    Kind.INTERPOL: "Rules of Interpol",
    Kind.DOMESTIC: "Domestic law",
    Kind.ENABLING: "Treaties that ease a transfer: risks",
}


def page() -> str:
    """The whole page as Markdown."""
    limits = LIMITS.format(ced=_bound(main_line("CED")))
    return f"{HEAD}{_readings()}{CHECKS}{_instruments()}{limits}{_doubts()}"


def _readings() -> str:
    told = [f"- `{one.act}` is also read as `{one.read_as}`. {one.because}\n" for one in readings()]
    main = ", ".join(MAIN_TREATIES)
    told.append(
        f"- For acts that are no transfer the main treaties ({main}) are added: whether they bind the state, with no claim about the act.\n"
    )
    told.append(
        "- Union law is listed for member states on the date, and where the data say that an act applied outside the Union.\n"
    )
    told.append(
        "- A treaty that is open to the members of one body only (African Union, CIS …) is not listed for other states.\n"
    )
    return "".join(told)


def _instruments() -> str:
    lines = {code: instrument(code) for code in codes()}
    parts = ["## Instruments\n"]
    for kind, title in TITLES.items():
        of_kind = [code for code in lines if lines[code][0].kind is kind]
        parts.append(
            f"\n### {title}\n\n| code | instrument | article: rule | {_counted(kind)} | confidence |\n|---|---|---|---|---|\n"
        )
        parts += [_row(lines[code]) for code in of_kind]
    return "".join(parts)


def _counted(kind: Kind) -> str:
    if kind is Kind.DOMESTIC:
        return "state"
    return f"states bound, {AS_OF}" if kind is Kind.EU else f"parties, {AS_OF}"


def _row(lines: tuple[InstrumentLine, ...]) -> str:
    first = lines[0]
    rules = "<br>".join(f"{_article(line)}{line.rule}" for line in lines)
    trust = "<br>".join(key for key, _ in groupby(line.confidence for line in lines))
    return _cells(f"`{first.code}`", f"[{first.name}]({first.source_url})", rules, _bound(first), trust)


def _article(line: InstrumentLine) -> str:
    return "" if line.article == "-" else f"**{line.article.replace('; ', ', ').replace(';', ', ')}**: "


def _bound(line: InstrumentLine) -> str:
    """How many states are bound, as a reader of a status table would count them: parties whose time had begun and had not ended."""
    if line.kind is Kind.DOMESTIC:
        return state(line.state or "").name
    if line.kind is Kind.CUSTOM:
        return "all states"
    known = [one for one in participations() if one.instrument == line.code]
    if not known:
        return "not recorded"
    party = [one for one in known if one.status in (PartyStatus.PARTY, PartyStatus.FORMER_PARTY)]
    count = sum(Span(starts=one.starts, ends=one.ends).outcome(AS_OF) is not Outcome.NOT_BOUND for one in party)
    return f"{count} recorded" if line.circle else str(count)


def _doubts() -> str:
    rows = (
        _cells(
            state(one.state).name,
            f"`{one.instrument}`" if one.instrument else "all treaties",
            str(one.from_ or "–"),
            one.reason,
        )
        for one in all_doubts()
    )
    return "| state | instrument | from | reason |\n|---|---|---|---|\n" + "".join(rows)


def _cells(*cells: str) -> str:
    return _joined(cell.replace("|", "\\|").replace("\n", " ") for cell in cells)


def _joined(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
