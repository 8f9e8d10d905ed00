"""The door loads what is asked for, and no more."""

import subprocess
import sys

import pytest

from amparo import pipeline


def test_every_name_is_there() -> None:
    for name in pipeline.__all__:
        value = getattr(pipeline, name)
        assert value.__module__.startswith("amparo.pipeline.")
        assert value.__name__ == name


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'frobnicate'"):
        _ = pipeline.frobnicate


def test_looking_at_cases_loads_neither_reader_nor_parser() -> None:
    script = "import sys; from amparo.pipeline import case, find_person, verify, now; print(*sys.modules)"
    loaded = set(subprocess.check_output([sys.executable, "-c", script], text=True).split())
    assert "amparo.protect" in loaded
    assert {"spacy", "amparo.extract", "trafilatura", "pypdfium2"} & loaded == set()
