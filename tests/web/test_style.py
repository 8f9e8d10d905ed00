"""What the style sheet promises: nothing from elsewhere, and colours that can be read."""

import re
from importlib import resources
from itertools import product

import pytest

from amparo.web.rendering import environment

CSS = resources.files("amparo.web").joinpath("static", "amparo.css").read_text("utf-8")
BLOCKS = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
LIGHT, DARK, _PAPER = (dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in BLOCKS)


def luminance(colour: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = [
    *product(("ink", "quiet", "accent", "doubt", "bound", "not-bound", "problem", "claim-line"), ("paper", "raised")),
    *product(("ink", "claim-line"), ("claim", "target", "found")),
    ("ink", "doubt-ground"),
    ("doubt", "doubt-ground"),
    ("quiet", "claim"),
    ("accent", "claim"),
    ("paper", "accent"),
]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(palette: dict[str, str], text: str, ground: str) -> None:
    assert contrast(palette[text], palette[ground]) >= 4.5


def test_light_and_dark_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


def test_the_style_sheet_takes_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|//[a-z]", CSS)


@pytest.mark.parametrize("template", environment().list_templates())
def test_templates_have_no_script_no_style_of_their_own_and_nothing_from_elsewhere(template: str) -> None:
    source, _, _ = environment().loader.get_source(environment(), template)  # type: ignore[union-attr]
    assert not re.search(
        r"<script|<style|<iframe|\sstyle=|\son\w+=|\|\s*safe|(?:href|src|action)=\"(?:\w+:)?//", source
    )


def test_the_style_sheet_knows_only_classes_and_ids_that_exist() -> None:
    """A rule for what no template has is dead; one misspelt name would be noticed by nobody."""
    sources = "".join(environment().loader.get_source(environment(), one)[0] for one in environment().list_templates())  # type: ignore[union-attr]
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", "", CSS, flags=re.DOTALL)
    outcomes = {"bound", "not_bound", "uncertain", "found"}  # codes that are filled in
    for name in set(re.findall(r"[.#]([a-z][\w-]*)", rules)) - outcomes:
        assert re.search(rf"[\s\"}}]{name}[\s\"{{]", sources), name
