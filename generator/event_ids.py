"""The ids that a source can give to events, whatever other sources stand beside it.

An event is called by the sentences that report it. In which events a sentence stands, and whether its date can be
resolved, depends on all sources; what it would be called by does not.

In: one reading. Out: ids. Never: sees another source, knows which events there are.
"""

from collections.abc import Iterator

from generator.model import AnnotatedSource, DateExpression, Sentence, Source, Span
from generator.spans import anchor_id, within

SURE = {"stated", "curated"}  # bases of a publication date that has an event of its own
PLACED = {"DATE", "TIME"}  # types of expressions that can have a place in time


def report_ids(reading: AnnotatedSource) -> tuple[str, ...]:
    """Every id that an event can have from this source, sorted: in any company of sources, without any decision.

    Those of the sentences with a date, and that of its publication. Not all are ids of events in every company.
    """
    sentences = (event_id(sentence.id) for sentence in list_datable(reading))
    published, first = reading.source.published, first_sentence(reading)
    line = (published.span or first) if published and published.basis in SURE else None
    publication = (event_id(publication_id(line)),) if line and first else ()
    return tuple(sorted({*sentences, *publication}))


def event_id(id: str) -> str:
    """The id that a sentence or report gives to its event.

    >>> event_id("p-0287d360b174"), event_id("r-0287d360b174")
    ('e-0287d360b174', 'e-0287d360b174')
    """
    return f"e{id[1:]}"


def publication_id(line: Span) -> str:
    """The id of the report of a publication; it differs from that of a report of what the line tells."""
    return anchor_id("r", line.source, f"published {line.text}", 0)


def list_datable(reading: AnnotatedSource) -> tuple[Sentence, ...]:
    """The sentences of running text and of captions in which a date stands, in text order; no line dates the page."""
    skipped = {sentence.id for line in page_lines(reading.source) for sentence in touched(reading, line)}
    dated = {sentence.id for date in ends(reading) for sentence in touched(reading, date)}
    return tuple(
        sentence
        for sentence in reading.sentences
        if sentence.id in dated
        and (sentence.role == "caption" or (sentence.role == "body" and sentence.id not in skipped))
    )


def ends(reading: AnnotatedSource) -> Iterator[DateExpression]:
    """The dates and times of a source, both ends of a range."""
    for expression in reading.expressions:
        yield from (end for end in (expression, expression.until) if end and end.type in PLACED)


def touched(reading: AnnotatedSource, span: Span) -> tuple[Sentence, ...]:
    """The sentences that share a character with the span."""
    return within(reading.sentences, span.start, span.end)


def page_lines(source: Source) -> list[Span]:
    """The passages that date the page or an item of it: they report nothing."""
    stated = (source.published, source.updated, *(part.published for part in source.parts))
    return [date.span for date in stated if date and date.span]


def first_sentence(reading: AnnotatedSource) -> Sentence | None:
    """The first sentence of running text, None where there is none."""
    return next((sentence for sentence in reading.sentences if sentence.role == "body"), None)
