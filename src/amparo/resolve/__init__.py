"""Mentions and claims of many documents → persons and incidents, with the reasons and the contradictions.

    resolve       the verb; pure, and the same for any order of its input
    block         the key of the part of a casebook to which a mention belongs; parts are resolved each by itself
    timeline_key  the order of one person's incidents in time

Inside, in the order of the work: `blocks` parts the mentions; `namesakes` compares names, `evidence` what else two mentions share,
`linkage` clusters them, `persons` writes persons; `occasions` finds which claims tell of one occasion, `agreement` what they agree on
and where they contradict one another, `incidents` writes incidents; `dates` and `order` compare days and put things in order.
"""

from .blocks import block
from .order import timeline_key
from .resolution import resolve

__all__ = ["block", "resolve", "timeline_key"]
