"""Write ``src/amparo/vocabulary/data/state_names.csv``: names of states in the languages of the field, out of Unicode CLDR.

Run as ``python scripts/data/state_names.py`` with Babel installed (the extra «build»). Not needed at run time.
"""

import csv
from importlib.metadata import version
from pathlib import Path

from babel import Locale

DATA = Path(__file__).parents[2] / "src/amparo/vocabulary/data"
# ISO 639-1 code → the CLDR locales whose names are taken (Uzbek is written in two scripts).
LOCALES = {
    "ar": ("ar",), "az": ("az",), "be": ("be",), "de": ("de",), "es": ("es",), "fa": ("fa",), "fr": ("fr",), "hy": ("hy",),
    "it": ("it",), "ka": ("ka",), "kk": ("kk",), "ky": ("ky",), "lt": ("lt",), "lv": ("lv",), "pl": ("pl",), "ru": ("ru",),
    "tg": ("tg",), "tk": ("tk",), "tr": ("tr",), "ug": ("ug",), "uk": ("uk",), "uz": ("uz", "uz_Cyrl"), "zh": ("zh",),
}  # fmt: skip


def codes() -> list[str]:
    """The codes of states.csv, in order."""
    lines = (DATA / "states.csv").read_text(encoding="utf-8").splitlines()
    return [row["code"] for row in csv.DictReader(line for line in lines if not line.startswith("#"))]


def main() -> None:
    """Write the file anew."""
    with (DATA / "state_names.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            f"# Source: Unicode CLDR (Unicode License v3) as shipped in Babel {version('babel')}, territory display names.\n"
        )
        out.write("# Made by scripts/data/state_names.py; not to be edited by hand.\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["language", "code", "name"])
        for language, locales in LOCALES.items():
            for name in locales:
                territories = Locale.parse(name).territories
                writer.writerows([language, code, territories[code]] for code in codes() if code in territories)


if __name__ == "__main__":
    main()
