"""Annotations that hypothesis makes: any that a person or an engine could write, with names that half fit one another."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

NAMES = (
    "Anvar Holiqov", "Holiqov", "A. Holiqov", "Anvar", "Ali", "Anvár HOLIQOV", "Адем Коркмаз", "Коркмаза", "Адема Коркмаза", "Li Wei", "Wei",
)  # fmt: skip
SENTENCES = (
    "Police in Riga held him on 3 May.",
    "Police in Riga held him.",
    "He was put on a plane.",
    "  He was\nput on a plane. ",
    "Nothing more is known.",
)
TEXT = " ".join(SENTENCES[:1] + SENTENCES[2:3])

names = st.sampled_from(NAMES)
states = st.none() | st.sampled_from(("TJ", "RU", "LV"))
dates = st.none() | st.sampled_from(("2021", "2021-03", "2021-03-05", "2021-03-05~", "2021-03/2021-05", "2021-05"))
acts = st.sampled_from(("detention", "rendition", "deportation"))
quotes = st.lists(st.sampled_from(SENTENCES), max_size=2)


def incidents(*, annotated: bool) -> SearchStrategy[dict[str, Any]]:
    """Incidents of named and unnamed people; annotated ones may be optional and leave acts and hosts open."""
    fixed: dict[str, SearchStrategy[Any]] = {
        "target": st.none() | names,
        "act": acts,
        "status": st.sampled_from(("occurred", "threatened")),
        "host": states,
        "destination": states,
        "origin": states,
        "date": dates,
        "agents": st.lists(names, max_size=2),
        "sources": st.lists(names, max_size=2),
        "quotes": quotes,
    }
    free: dict[str, SearchStrategy[Any]] = {
        "optional": st.booleans(),
        "act_alt": st.lists(acts, max_size=1),
        "host_any": st.lists(st.sampled_from(("TJ", "RU")), max_size=2),
    }
    return st.fixed_dictionaries(fixed, optional=free if annotated else {})


def annotations(*, annotated: bool = True) -> SearchStrategy[dict[str, Any]]:
    """All that one text tells."""
    quoted = st.lists(st.fixed_dictionaries({"quote": st.sampled_from(SENTENCES)}), max_size=3)
    person = st.fixed_dictionaries({"name": names, "names": st.lists(names, max_size=2)})
    law = st.fixed_dictionaries(
        {"instrument": st.sampled_from(("CAT", "ECHR")), "states": st.lists(st.sampled_from(("LV", "RU")), max_size=2)}
    )
    return st.fixed_dictionaries(
        {
            "persons": st.lists(person, max_size=3),
            "incidents": st.lists(incidents(annotated=annotated), max_size=5),
            "law": st.lists(law, max_size=2),
            "calls": quoted,
            "windows": quoted,
        }
    )
