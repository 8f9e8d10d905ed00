"""The commands of DESIGN section 7: each reads its arguments, calls one verb of the pipeline and prints what comes back."""

from .app import main

__all__ = ["main"]
