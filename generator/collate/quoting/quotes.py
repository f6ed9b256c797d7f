"""Quotations with their speakers among the actors, and with the family they belong to.

In: annotated sources, a cast, families. Out: quotes sorted by source and start. Never: reads text, compares wordings.
"""

from collections.abc import Sequence

import msgspec

from generator.collate.casting.actors import Cast
from generator.model import AnnotatedSource, Family, Quotation, Quote


def link_quotes(readings: Sequence[AnnotatedSource], cast: Cast) -> tuple[Quote, ...]:
    """Every quotation of every source, its speaker an actor of the cast where the source settles who speaks."""
    return tuple(
        link_quote(quotation, cast)
        for reading in sorted(readings, key=lambda reading: reading.source.id)
        for quotation in reading.quotations
    )


def link_quote(quotation: Quotation, cast: Cast) -> Quote:
    """One quotation linked; a candidate that no actor took leaves the speaker unknown and its words in place."""
    return Quote(
        source=quotation.source,
        part=quotation.part,
        start=quotation.start,
        end=quotation.end,
        text=quotation.text,
        id=quotation.id,
        utterance=quotation.utterance,
        kind=quotation.kind,
        speaker=actor_of(quotation, quotation.speaker, cast),
        speaker_text=quotation.speaker_text,
        speaker_span=quotation.speaker_span,
        via=tuple(actor for key in quotation.via if (actor := actor_of(quotation, key, cast))),
        cue=quotation.cue,
        cue_span=quotation.cue_span,
        family=None,
        curated=None,
        cue_class=quotation.cue_class,
    )


def actor_of(quotation: Quotation, key: str | None, cast: Cast) -> str | None:
    """The actor that the candidate with this key of the quotation's source became, None where there is none."""
    return None if key is None else cast.ids.get((quotation.source, key))


def with_families(quotes: Sequence[Quote], families: Sequence[Family]) -> tuple[Quote, ...]:
    """The quotes, each with the id of the family that holds it."""
    family_of = {quote: family.id for family in families for quote in family.quotes}
    return tuple(msgspec.structs.replace(quote, family=family_of.get(quote.id)) for quote in quotes)
