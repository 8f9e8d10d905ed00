"""The nouns of Amparo, frozen. Standard library only; every other room speaks in these."""

from .case import Case, Contradiction, Incident, Person, Reading, Resolution
from .claim import (
    GATE,
    Agent,
    CallClaim,
    Claim,
    Extraction,
    LawClaim,
    LawSays,
    Mention,
    Side,
    Slot,
    Status,
    WindowClaim,
    stable_id,
)
from .document import Basis, Document, Page, Passage, document_id, text_hash
from .edtf import Edtf, day
from .errors import (
    AmparoError,
    BadDate,
    CannotOpen,
    CannotWrite,
    CasebookBusy,
    CasebookTooNew,
    NoCasebook,
    NotACasebook,
    NothingFound,
    PassphraseNeeded,
    TargetExists,
    UnknownCode,
    VerificationFailed,
    WrongCall,
)
from .fault import Cause, Fault
from .finding import Finding, LawCheck, Outcome, Verdict
from .source import CustodyAction, CustodyEntry, Source, chain_hash, custody_hash, sha256

__all__ = [
    "GATE", "Agent", "AmparoError", "BadDate", "Basis", "CallClaim", "CannotOpen", "CannotWrite", "Case", "CasebookBusy",
    "CasebookTooNew", "Cause", "Claim", "Contradiction", "CustodyAction", "CustodyEntry", "Document", "Edtf",
    "Extraction", "Fault", "Finding", "Incident", "LawCheck", "LawClaim", "LawSays", "Mention", "NoCasebook",
    "NotACasebook", "NothingFound", "Outcome", "Page", "Passage", "PassphraseNeeded", "Person", "Reading",
    "Resolution", "Side", "Slot", "Source", "Status", "TargetExists", "UnknownCode", "Verdict",
    "VerificationFailed", "WindowClaim", "WrongCall", "chain_hash", "custody_hash", "day", "document_id", "sha256",
    "stable_id", "text_hash",
]  # fmt: skip
