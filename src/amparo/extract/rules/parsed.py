"""A parsed text with what the lists know in it and who is named in it: what every search through it starts from."""

from dataclasses import dataclass

from .analysis import Analysis
from .blocks import Kind
from .cast import Cast
from .scan import Scan

__all__ = ["Parsed"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """``kinds`` tells of each block of the analysis, by its number, whether it is running text or a heading."""

    analysis: Analysis
    scan: Scan
    cast: Cast
    kinds: tuple[Kind, ...]
