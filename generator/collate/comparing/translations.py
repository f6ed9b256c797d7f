"""Translations of passages, in the editor's own words.

In: readings, decisions. Out: passages with their translations, what was done. Never: widens or trims a passage;
translates.
"""

from collections.abc import Sequence

from generator.collate.applied import Applied, anchor, locate, put_together
from generator.collate.quoting.meant import find_meant
from generator.model import AnnotatedSource, Decided, Decisions, QuotationDecision, Span, Translation
from generator.problems import error
from generator.reported import only_speech
from generator.wording import Finder


def list_translations(
    readings: Sequence[AnnotatedSource], decisions: Decisions, finder: Finder
) -> tuple[tuple[Translation, ...], Applied]:
    """The translated passages, sorted by source and place. Of two translations of one passage the first counts."""
    by_id = {reading.source.id: reading for reading in readings}
    found: dict[tuple[str, int, int], tuple[Translation, int]] = {}
    steps = []
    for decision in decisions.quotations:
        if decision.translation is None:
            continue
        passage, problems = locate(decision.target, decision, decisions, finder)
        if passage is None:
            steps.append(Applied(problems=problems))
            continue
        place = (passage.source, passage.start, passage.end)
        if place in found:
            message = f"Line {found[place][1]} translates this passage already, and counts. Remove one of the two."
            problem = error(decisions.file, message, decision.line)
            steps.append(Applied(anchors=(anchor(passage),), problems=(problem,)))
            continue
        found[place] = (translate(passage, decision, decision.translation), decision.line)
        steps.append(Applied(anchors=(anchor(passage),), decided=(decided(passage, decision, by_id[passage.source]),)))
    return tuple(found[place][0] for place in sorted(found)), put_together(steps)


def translate(passage: Span, decision: QuotationDecision, translation: str) -> Translation:
    """The passage with its translation."""
    return Translation(
        source=passage.source,
        part=passage.part,
        start=passage.start,
        end=passage.end,
        text=passage.text,
        translation=translation,
        curated=decision.reason,
    )


def decided(passage: Span, decision: QuotationDecision, reading: AnnotatedSource) -> Decided:
    """What was done, for readers; it names the quotation where the passage means one."""
    said = next(iter(find_meant(passage, only_speech(reading.quotations))), None)
    return Decided(what="quotation", id=said.id if said else None, did="translated", reason=decision.reason)
