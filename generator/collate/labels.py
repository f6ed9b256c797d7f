"""How each source names one thing, as far as people said which terms do."""

from collections.abc import Sequence

from generator.collate.applied import NOTHING, Applied
from generator.model import AnnotatedSource, Decisions, Label


def list_labels(readings: Sequence[AnnotatedSource], decisions: Decisions) -> tuple[tuple[Label, ...], Applied]:
    """The labels in the order of their ids."""
    return (), NOTHING
