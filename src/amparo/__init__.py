"""Amparo: reports about exiled critics become a casebook in which every fact stands on quoted words.

Importing this package loads nothing heavy; each room (`amparo.read`, `amparo.extract`, ...) is
imported by name. The rooms and the order in which data flows through them are described in
``docs/architecture.md``.
"""

__version__ = "0.1.0"
