"""What each passage of a source is used for: entries, readings, quotations, descriptions, hand-written pages.

In: the catalogue. Out: uses by source and sentence. Never: prints a source's words.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.edtf import in_words
from generator.model import Quote, Record, Span
from generator.publish import links
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.marks import actor_name
from generator.publish.words import SPEAKER_UNKNOWN
from generator.spans import within


class Use(Record, frozen=True, kw_only=True):
    """What a passage is used for, and the address of that; None where no page sets it out."""

    text: str
    url: str | None


Uses = Mapping[int, Sequence[Use]]  # by the start of the sentence


def find_uses(catalogue: Catalogue) -> dict[str, Uses]:
    """What each source's sentences are used for, each use once, at every sentence that the passage touches."""
    found: defaultdict[str, defaultdict[int, dict[Use, None]]] = defaultdict(lambda: defaultdict(dict))
    for span, use in _findings(catalogue):
        for sentence in within(catalogue.gate.sentences(span.source), span.start, span.end):
            found[span.source][sentence.start][use] = None
    return {source: {start: tuple(uses) for start, uses in by_start.items()} for source, by_start in found.items()}


def _findings(catalogue: Catalogue) -> Iterator[tuple[Span, Use]]:
    """Every finding that rests on a passage, the weightiest kinds first."""
    for one in catalogue.frame.cited:
        yield one.span, Use(text=f"cited: {one.title}", url=one.url)
    for event in catalogue.dossier.events:
        use = Use(text=f"entry, {in_words(event.edtf)}", url=catalogue.entry(event.id))
        yield from ((report, use) for report in event.reports)
    for quote in catalogue.dossier.quotes:
        if quote.family is not None:
            yield quote, Use(text="readings compared", url=links.family(quote.family))
        if quote.kind != "scare":
            yield quote, _quotation(catalogue, quote)
    for speaker, quotes in catalogue.attitudes_of.items():
        address = f"{links.actor(speaker)}#attitudes" if catalogue.actors[speaker].published else None
        use = Use(text=f"attitude: {actor_name(catalogue.actors[speaker])}", url=address)
        yield from ((quote, use) for quote in quotes)
    for actor in catalogue.actors.values():
        if actor.published:
            use = Use(text=f"description: {actor.name}", url=f"{links.actor(actor.id)}#described")
            yield from ((span, use) for span in actor.descriptions)


def _quotation(catalogue: Catalogue, quote: Quote) -> Use:
    """A quotation as a use, with the page of its speaker where there is one."""
    speaker = catalogue.actors[quote.speaker] if quote.speaker else None
    if speaker is None:
        return Use(text=f"quotation, {SPEAKER_UNKNOWN}", url=None)
    address = f"{links.actor(speaker.id)}#says" if speaker.published else None
    return Use(text=f"quotation: {actor_name(speaker)}", url=address)
