"""The commands of DESIGN section 7: each reads its arguments, calls one verb of the pipeline and prints what comes back."""

import gc

__all__ = ["main"]

_COLLECT_AFTER = (
    50_000  # new objects; Python's 700 make it look through all of a program that is still loading, many times over
)


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_COLLECT_AFTER)  # a quarter of the time that loading SQLAlchemy takes
    from .app import run  # noqa: PLC0415  # what is to be loaded faster

    run()
