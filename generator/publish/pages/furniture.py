"""What stands on a source's page beside its text: page furniture that was set aside, captions.

In: a page, a source. Out: view records, Markup. Never: prints what the gate withholds.
"""

from collections.abc import Sequence

from markupsafe import Markup

from generator.model import Caption, Furniture, Record, SourceEntry, Span
from generator.publish.pages.catalogue import grouped
from generator.publish.pages.marks import Page, beginning_of, html, place, words_of

FURNITURE_WORDS = 7  # enough to recognise a piece of page furniture; never a telephone number at its end
FURNITURE_SHOWN = 12  # pieces one by one; of more, one of each kind is shown
CAPTIONS_SHOWN = 40


class FurnitureRow(Record, frozen=True, kw_only=True):
    """A piece of page furniture: its first words, how many more of them and of its kind there are, where it stands."""

    words: Markup
    more: int
    others: int
    taken_for: str
    place: str


def make_furniture(page: Page, source: SourceEntry) -> tuple[FurnitureRow, ...]:
    """The pieces in text order; where they are many, the first of each kind with their number."""
    if len(source.furniture) <= FURNITURE_SHOWN:
        return tuple(_furniture_row(page, source, [piece]) for piece in source.furniture)
    kinds = grouped(source.furniture, lambda piece: piece.rule)
    return tuple(_furniture_row(page, source, pieces) for pieces in kinds.values())


def make_captions(page: Page, source: SourceEntry) -> tuple[Markup, ...]:
    """The first captions in text order, each with its place."""
    spans = (_span(source, caption) for caption in source.captions[:CAPTIONS_SHOWN])
    return tuple(html("{} <small>{}</small>", words_of(page, span), place(span)) for span in spans)


def _furniture_row(page: Page, source: SourceEntry, pieces: Sequence[Furniture]) -> FurnitureRow:
    """The first words of the first piece, as far as the mode lets words be shown."""
    first = pieces[0]
    beginning = beginning_of(_span(source, first), FURNITURE_WORDS)
    is_shown = page.catalogue.gate.allows(beginning)
    words = len(first.text.split())
    return FurnitureRow(
        words=words_of(page, beginning) if is_shown else Markup(""),
        more=max(0, words - FURNITURE_WORDS) if is_shown else words,
        others=len(pieces) - 1,
        taken_for=first.rule,
        place=f"{first.start:,}–{first.end:,}",
    )


def _span(source: SourceEntry, piece: Furniture | Caption) -> Span:
    """Where a piece of furniture or a caption stands."""
    return Span(source=source.id, part=None, start=piece.start, end=piece.end, text=piece.text)
