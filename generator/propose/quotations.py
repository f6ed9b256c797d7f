"""Proposals on quotations: who speaks, what could be translated.

In: a dossier. Out: entries. Never: guesses a speaker; translates.
"""

from collections.abc import Iterator

from generator.model import Dossier, Quote
from generator.propose.entries import Entry
from generator.propose.passages import Passages
from generator.reported import only_speech
from generator.spans import bare

IN_MARKS = ("direct", "mixed")
UNKNOWN = "und"  # the language of a text of which it cannot be made out


def propose_speakers(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A speaker for each quotation in marks of whom words tell that are no actor's name."""
    for quote in dossier.quotes:
        if quote.speaker is None and quote.speaker_text and quote.kind in IN_MARKS and not quote.curated:
            yield from _entry(quote, passages, "Quotations of whom?", "speaker", f"“{quote.speaker_text}”")


def propose_translations(dossier: Dossier, passages: Passages) -> Iterator[Entry]:
    """A translation for each sentence with a quotation or report in another language than most sources have."""
    main = passages.main_language()
    done = [(one.source, one.start, one.end) for one in dossier.translations]
    told = (event for event in dossier.events if event.kind in ("event", "statement"))  # no line that is a date alone
    shown = (*only_speech(dossier.quotes), *(report for event in told for report in event.reports))
    sentences = {bare(passages.sentence(span)) for span in shown if passages.language(span) not in (main, UNKNOWN)}
    for sentence in sorted(sentences, key=lambda span: (span.source, span.start)):
        overlaps = (start < sentence.end and sentence.start < end for id, start, end in done if id == sentence.source)
        target = None if any(overlaps) else passages.name(sentence)
        if target:
            yield Entry(
                heading="Not in the language of most sources:",
                fields=(("passage", " ".join(sentence.text.split())), target[1], ("translation", "")),
                evidence=(passages.language(sentence),),
            )


def _entry(quote: Quote, passages: Passages, heading: str, field: str, what: str) -> Iterator[Entry]:
    target = passages.name(quote)
    if target:
        yield Entry(heading=heading, fields=(*target, (field, "")), evidence=(what, f"  {passages.line(quote)}"))
