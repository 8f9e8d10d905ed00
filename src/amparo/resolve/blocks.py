"""The parts of a casebook that can be resolved each by itself, so that adding a document touches only the blocks of its own mentions."""

from amparo.model import Mention
from amparo.vocabulary import names


def block(mention: Mention) -> str:
    """The key of the block to which a mention belongs: two mentions of different blocks are never joined unasked.

    For a named person the key of the surname's sound (`names.block_key`); an unnamed person or group, and a name that has no sound,
    stand in a block of their own.
    """
    key = names.block_key(mention.name) if mention.named else ""
    return key or f"unnamed:{mention.id}"
