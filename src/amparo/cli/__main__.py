"""``python -m amparo.cli`` is the same as ``amparo``."""

from .app import main

main()
