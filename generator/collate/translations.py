"""Translations of passages, in the editor's own words."""

from collections.abc import Sequence

from generator.collate.applied import NOTHING, Applied
from generator.model import AnnotatedSource, Decisions, Translation
from generator.wording import Finder


def list_translations(
    readings: Sequence[AnnotatedSource], decisions: Decisions, finder: Finder
) -> tuple[tuple[Translation, ...], Applied]:
    """The translated passages, sorted by source and start."""
    return (), NOTHING
