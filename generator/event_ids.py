"""The ids that a source can give to events, whatever other sources stand beside it.

An event is called by the sentences that report it. In which events a sentence stands, and whether its date can be
resolved, depends on all sources; what it would be called by does not.

In: one reading. Out: ids. Never: sees another source, knows which events there are.
"""

import re
from collections.abc import Container, Iterator

from generator.language.telling import may_be_past
from generator.model import AnnotatedSource, DateExpression, Sentence, Source, Span
from generator.spans import anchor_id, within

SURE = {"stated", "curated"}  # bases of a publication date that has an event of its own
PLACED = {"DATE", "TIME"}  # types of expressions that can have a place in time
WORD = re.compile(r"[^\W\d_]+")


def report_ids(reading: AnnotatedSource) -> tuple[str, ...]:
    """Every id that an event can have from this source, sorted: in any company of sources, without any decision.

    Those of the sentences with a date or a day that they may take from others, of dated clauses, and that of its
    publication. Not all are ids of events in every company.
    """
    datable = list_datable(reading)
    sentences = (event_id(sentence.id) for sentence in datable)
    clauses = (event_id(id) for sentence in datable for id in clause_ids(reading, sentence))
    published, first = reading.source.published, first_sentence(reading)
    line = (published.span or first) if published and published.basis in SURE else None
    publication = (event_id(publication_id(line)),) if line and first else ()
    return tuple(sorted({*sentences, *clauses, *publication}))


def event_id(id: str) -> str:
    """The id that a sentence or report gives to its event.

    >>> event_id("p-0287d360b174"), event_id("r-0287d360b174")
    ('e-0287d360b174', 'e-0287d360b174')
    """
    return f"e{id[1:]}"


def publication_id(line: Span) -> str:
    """The id of the report of a publication; it differs from that of a report of what the line tells."""
    return anchor_id("r", line.source, f"published {line.text}", 0)


def clause_id(sentence: Sentence, number: int) -> str:
    """The id of the report of a clause that has a date of its own; `number` counts the sentence's dates from 0."""
    return anchor_id("r", sentence.source, sentence.id, number)


def clause_ids(reading: AnnotatedSource, sentence: Sentence) -> tuple[str, ...]:
    """The ids that the reports of a sentence's dated clauses can have, beside its own.

    None where it has no verb in the past, or one alone and one date alone.
    """
    verbs = sum(1 for word in list_words(sentence) if may_be_past(word, sentence.language))
    dates = within(reading.expressions, sentence.start, sentence.end)
    count = sum(1 for date in dates for end in (date, date.until) if end and end.type in PLACED)
    if verbs == 0 or (verbs == 1 and count == 1):
        return ()
    return tuple(clause_id(sentence, number) for number in range(count))


def list_datable(reading: AnnotatedSource) -> tuple[Sentence, ...]:
    """The sentences of running text and of captions that have a date or may take one; no line dates the page."""
    skipped = {sentence.id for line in page_lines(reading.source) for sentence in touched(reading, line)}
    dated = {sentence.id for date in ends(reading) for sentence in touched(reading, date)}
    clocks = list_clocks(reading)
    return tuple(
        sentence
        for sentence in reading.sentences
        if (sentence.id in dated and sentence.role == "caption")
        or (sentence.role == "body" and sentence.id not in skipped and can_have_day(sentence, dated, clocks))
    )


def can_have_day(sentence: Sentence, dated: Container[str], clocks: Container[str | None]) -> bool:
    """Whether a sentence has a date, or tells something as past in a text from which it may take a day."""
    past = sentence.part in clocks and any(may_be_past(word, sentence.language) for word in list_words(sentence))
    return sentence.id in dated or past


def list_clocks(reading: AnnotatedSource) -> set[str | None]:
    """The parts of a source that have a date somewhere or a known day of publication; None is what is in no part."""
    source = reading.source
    clocks = {date.part for date in ends(reading)} | {part.id for part in source.parts if part.published}
    return clocks | ({None} if source.published else set())


def list_words(sentence: Sentence) -> Iterator[str]:
    """The words of a sentence in lower case."""
    return (word.group().casefold() for word in WORD.finditer(sentence.text))


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
