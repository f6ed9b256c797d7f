"""What people decided of quotations, applied: who speaks, which are one utterance."""

from collections.abc import Sequence

from generator.collate.actors import Cast
from generator.collate.applied import NOTHING, Applied
from generator.model import AnnotatedSource, Decisions, Family, Quote
from generator.wording import Finder


def decide_speakers(
    quotes: Sequence[Quote], cast: Cast, decisions: Decisions, finder: Finder
) -> tuple[tuple[Quote, ...], Applied]:
    """The quotes with the speakers that people set."""
    return tuple(quotes), NOTHING


def decide_families(
    readings: Sequence[AnnotatedSource],
    families: Sequence[Family],
    quotes: Sequence[Quote],
    decisions: Decisions,
    finder: Finder,
) -> tuple[tuple[Family, ...], Applied]:
    """The families as people merged and split them."""
    return tuple(families), NOTHING
