"""The figures of verification that the site publishes of itself.

In: a dossier, the gate. Out: a record. Never: counts what was not compared in this build.
"""

from generator.model import Dossier, Record
from generator.publish.gate import Gate
from generator.publish.walk import spans_of


class Proofs(Record, frozen=True, kw_only=True):
    """What was proven in this build.

    `spans` is the number of findings compared with the stored texts, character by character. `passages` have an
    address on the site; the quotation selector of `unique` of them stands once in its text, the `by_position` others
    are told from their likes by position alone. `quotations` are those of hand-written pages found verbatim.
    """

    spans: int
    passages: int
    unique: int
    by_position: int
    quotations: int


def count_proofs(dossier: Dossier, gate: Gate) -> Proofs:
    """The figures of one build."""
    passages = [sentence for source in dossier.sources for sentence in gate.used_sentences(source.id)]
    unique = sum(gate.selectors.of(passage).unique for passage in passages)
    return Proofs(
        spans=sum(1 for _ in spans_of(dossier)),
        passages=len(passages),
        unique=unique,
        by_position=len(passages) - unique,
        quotations=gate.quotations,
    )
