"""``python -m amparo.cli`` is the same as ``amparo``."""

from . import main

main()
