"""Bad input: whether ten times the text costs at most twelve times the time, whatever it is made of. Prints a Markdown table.

    python -m benchmarks.hostile [--kilobytes N] [--language CODE] [CASE...]

Each case is measured at N kilobytes (10 unless told) and at ten times that, in seconds of processor time, extraction alone, the gate off.
Also: one line of two megabytes. The names are syllables drawn with a fixed seed.
"""

import argparse
import random
import time
from collections.abc import Callable

from benchmarks.texts import SYLLABLES

from amparo.extract import extract
from amparo.model import Document, document_id, sha256, text_hash

MOST = 12  # times the time for ten times the text
_DRAW = random.Random(1)


def _name() -> str:
    return " ".join("".join(_DRAW.choices(SYLLABLES, k=3)).capitalize() for _ in range(2)) + "ov"


_STORIES = {
    "en": "Exiled Tajik activist {} was detained in Moscow on 3 May 2019 by the FSB, Human Rights Watch said. He was deported to Tajikistan "
    "and sentenced to nine years in prison. His brother was interrogated by the GKNB. ",
    "ru": "Активиста из Таджикистана Азата {} задержали в Москве 3 мая 2019 года, сообщила его жена. Его депортировали в Таджикистан и "
    "приговорили к девяти годам. Его брата допросили в ГКНБ. ",
    "tr": "Tacik aktivist {} 3 Mayıs 2019'da Moskova'da gözaltına alındı. Rusya'dan Tacikistan'a sınır dışı edildi ve dokuz yıl hapis "
    "cezasına çarptırıldı. Kardeşi sorguya çekildi. ",
}
_SCAN = "Exi1ed Taj1k act1vist Azat Kar irnov w4s deta1ned ln Mos-\ncow 0n 3 Mav 2019\n"


def _cases(language: str) -> dict[str, Callable[[], str]]:
    """A piece of each case; pieces are put together until there is enough."""
    story = _STORIES[language]
    return {
        "one line, many people": lambda: story.format(_name()),
        "one line, one person": lambda: story.format("Odil Samadov"),
        "paragraphs": lambda: f"{story.format(_name())}\n\n",
        "a list of names, a line each": lambda: f"{_name()}\n",
        "a list of names in one sentence": lambda: f"{_name()}, ",
        "two alphabets in one word": lambda: story.format("Аzаt Каrimov").replace("a", "а", 3),
        "marks of direction and width": lambda: story.format("\u202bAzat\u200f Kari\u200bmov\u202c"),
        "emoji": lambda: "🚨🚨 Activist Azat Karimov 😡 detained in Moscow 🇷🇺‼️ #FreeAzat ",
        "a bad scan": lambda: _SCAN,
        "states in rows": lambda: (
            "Turkey, Russia, Tajikistan, Poland and Kazakhstan deported activists to Uzbekistan. "
        ),
        "quotes in quotes": lambda: "“““He was ‘detained’ in Moscow,” said Jane Fielding. ",
        "brackets": lambda: "((( Human Rights Watch (HRW) said ",
        "dates": lambda: "on 3 May 2019, from 3 to 5 May 2020, last year, ",
        "pronouns": lambda: "He was detained in Moscow. They took him away. The two men were deported to Tajikistan. ",
        "law and calls": lambda: (
            "Poland is party to the Convention against Torture; it urged Turkey not to return Azat Karimov. "
        ),
        "one endless word": lambda: "detainedtortured",
    }


def main() -> None:
    """Measure the cases asked for, or all, then the long line."""
    parser = argparse.ArgumentParser(description="Measure what bad input costs.")
    parser.add_argument("--kilobytes", type=int, default=10)
    parser.add_argument("--language", default="en", choices=sorted(_STORIES))
    parser.add_argument("case", nargs="*")
    given = parser.parse_args()
    cases = {name: piece for name, piece in _cases(given.language).items() if name in given.case or not given.case}
    _seconds(
        _STORIES[given.language].format("Odil Samadov"), given.language
    )  # what is loaded at the first use is not counted
    print(f"| case | {given.kilobytes} KB | {10 * given.kilobytes} KB | times the time | |\n|---|---|---|---|---|")
    for name, piece in cases.items():
        few, many = (
            _seconds(_text(piece, size * 1000), given.language) for size in (given.kilobytes, 10 * given.kilobytes)
        )
        print(
            f"| {name} | {few:.2f} s | {many:.2f} s | {many / few:.1f} | {'' if many <= MOST * few else 'too much'} |",
            flush=True,
        )
    line = _text(lambda: _STORIES[given.language].format(_name()), 2_000_000)
    print(f"\nOne line of 2 MB: {_seconds(line, given.language):.1f} s.")


def _text(piece: Callable[[], str], size: int) -> str:
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(piece())
        length += len(parts[-1])
    return "".join(parts)


def _seconds(text: str, language: str) -> float:
    source = sha256(text.encode())
    made = Document(
        id=document_id(source), source=source, name="bad.txt", text=text, text_sha256=text_hash(text), language=language
    )
    began = time.process_time()
    extract(made)
    return time.process_time() - began


if __name__ == "__main__":
    main()
