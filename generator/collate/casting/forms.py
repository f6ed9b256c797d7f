"""What the merging weighs of a name.

In: nothing. Out: the record. Never: compares.
"""

from generator.model import ActorKind, Record

Pair = tuple[str, str]
Doubt = tuple[str, str, str]  # two forms, and why they are kept apart


class Form(Record, frozen=True, kw_only=True):
    """One comparison form over all sources: its kind, how often it is printed, in which witnesses.

    `short_of`: for each form to which sources themselves linked it, in how many. `acronym`: always in capitals.
    `described`: a source says who or what it is.
    """

    form: str
    kind: ActorKind
    count: int
    acronym: bool
    described: bool
    witnesses: frozenset[str]
    short_of: tuple[tuple[str, int], ...]
