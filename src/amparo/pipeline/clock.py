"""What time it is, and which program acts: stamped on what is stored, in UTC."""

from datetime import UTC, datetime

from amparo import __version__


def now() -> datetime:
    """The present moment in UTC, to the second: finer would say more about the machine than about the record."""
    return datetime.now(UTC).replace(microsecond=0)


def tool(step: str = "") -> str:
    """Name and version of what acts, as the custody log and derived rows keep it."""
    return f"amparo/{__version__}" + (f" {step}" if step else "")
