"""Counts in a source's stored text: what stands between passages is counted, never printed.

In: the gate, a source, offsets. Out: numbers. Never: gives text away.
"""

from generator.model import SourceEntry
from generator.publish.gate import Gate


def count_words(gate: Gate, source: SourceEntry, start: int, end: int) -> int:
    """How many words outside the furniture stand in the half-open range of a source's stored text."""
    words = len(_text(gate, source)[start:end].split())
    return max(0, words - sum(len(piece.text.split()) for piece in source.furniture if start <= piece.start < end))


def length(gate: Gate, source: SourceEntry) -> int:
    """The length of a source's stored text, in code points."""
    return len(_text(gate, source))


def _text(gate: Gate, source: SourceEntry) -> str:
    return gate._readings[source.id].source.text
