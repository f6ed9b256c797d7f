"""Entries of curation.yml on quotations, as ingest would give them; each on a line of its own."""

from collections.abc import Iterable

from generator.model import AnnotatedSource, Decisions, QuotationDecision, Target
from generator.wording import Finder


def target(place: str, words: str) -> Target:
    """Words in a source, or in an item of it (`a#2`)."""
    source, _, part = place.partition("#")
    return Target(source=source, part=part or None, words=words)


def entry(place: str, words: str, *merge: Target, reason: str = "We asked.", **fields: object) -> QuotationDecision:
    """An entry on the passage; `fields` are its actions."""
    return QuotationDecision(line=0, reason=reason, target=target(place, words), merge=merge, **fields)


def decisions(*entries: QuotationDecision) -> Decisions:
    """A file with these entries, the first on line 2, each five lines after the one before."""
    numbered = (
        QuotationDecision(**{name: getattr(one, name) for name in one.__struct_fields__} | {"line": 2 + 5 * number})
        for number, one in enumerate(entries)
    )
    return Decisions(file="curation.yml", quotations=tuple(numbered))


def finder_of(readings: Iterable[AnnotatedSource]) -> Finder:
    """A finder for the texts of readings."""
    return Finder(reading.source for reading in readings)
