"""What people decided of actors, applied."""

from collections.abc import Sequence

from generator.collate.applied import NOTHING, Applied
from generator.model import AnnotatedSource, Decisions


def split_actors(
    readings: Sequence[AnnotatedSource], decisions: Decisions
) -> tuple[tuple[AnnotatedSource, ...], Applied]:
    """The readings with the names that decisions give to another actor under a candidate of their own."""
    return tuple(readings), NOTHING
