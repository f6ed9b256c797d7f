"""Days that one source lends another: the same utterance, dated to the day here, said "on Thursday" there.

In: readings, quotations, families. Out: shared days, sorted by source and place.
Never: joins what disagrees; dates a text that states its own day; prints a day as a publication date.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator import edtf
from generator.collate.dating.resolution import resolve
from generator.collate.dating.standpoint import Standpoint
from generator.model import AnnotatedSource, DateExpression, Family, PublicationDate, Quote, Record, Span
from generator.spans import sentence_at, within

PARAGRAPHS_BACK = 3  # reports date an utterance where they introduce it; further back another occasion may be meant


class SharedDay(Record, frozen=True, kw_only=True):
    """A day for an expression of an undated text: `evidence` is the date in the other source, `day` is ISO 8601."""

    source: str
    part: str | None
    expression: DateExpression
    day: str
    evidence: Span
    family: str


Dated = tuple[AnnotatedSource, DateExpression]
Expressions = Mapping[str, Sequence[DateExpression]]


def find_shared_days(
    readings: Sequence[AnnotatedSource], quotes: Sequence[Quote], families: Sequence[Family]
) -> tuple[SharedDay, ...]:
    """The days that members of a family lend undated ones; where two families give different days, none."""
    by_source = {reading.source.id: reading for reading in readings}
    by_id = {quote.id: quote for quote in quotes}
    verbatim = verbatim_quotes(quotes)
    expressions = {id: own_dates(reading, verbatim.get(id, ())) for id, reading in by_source.items()}
    found: list[SharedDay] = []
    for family in families:
        members = [(by_source[by_id[id].source], by_id[id]) for id in family.quotes]
        contexts = [(reading, context(reading, quote, expressions[reading.source.id])) for reading, quote in members]
        found += lend(family, [(reading, expression) for reading, expression in contexts if expression])
    return tuple(sorted(without_conflicts(found), key=lambda day: (day.source, day.expression.start)))


def verbatim_quotes(quotes: Sequence[Quote]) -> dict[str, list[Quote]]:
    """The quotations that stand in quotation marks, by source."""
    found: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.kind != "indirect":
            found[quote.source].append(quote)
    return found


def own_dates(reading: AnnotatedSource, verbatim: Sequence[Quote]) -> list[DateExpression]:
    """The dates in a source's own words: one inside a quotation is the speaker's, and dates no utterance."""
    spoken = {inner.start for quote in verbatim for inner in within(reading.expressions, quote.start, quote.end)}
    dates = [expression for expression in reading.expressions if expression.type in ("DATE", "TIME")]
    return [date for date in dates if date.reference is None and date.start not in spoken]


def context(reading: AnnotatedSource, quote: Quote, expressions: Sequence[DateExpression]) -> DateExpression | None:
    """The expression that dates a quotation: the nearest in its sentence, else in the paragraphs before it.

    None where that expression does not name a day: a year closer by would mean another occasion.
    """
    first = sentence_at(reading.sentences, quote.start)
    last = sentence_at(reading.sentences, quote.end - 1)
    if first is None or last is None:
        return None
    index = bisect_left(expressions, quote.start, key=lambda date: date.start)
    inside = within(expressions[max(0, index - 1) : index + 1], first.start, last.end)
    nearest = min(inside, key=lambda date: (abs(date.start - quote.start), date.start), default=None)
    if nearest is None:
        index = bisect_left(expressions, first.start, key=lambda date: date.start) - 1
        nearest = expressions[index] if index >= 0 else None
        place = sentence_at(reading.sentences, nearest.start) if nearest else None
        if place is None or place.part != quote.part or first.paragraph - place.paragraph > PARAGRAPHS_BACK:
            return None
    return nearest if nearest and names_day(nearest) else None


def names_day(expression: DateExpression) -> bool:
    """Whether an expression means one day."""
    has_day = expression.day is not None or expression.weekday is not None or expression.unit == "day"
    return has_day and expression.until is None


def lend(family: Family, dated: Sequence[Dated]) -> Iterator[SharedDay]:
    """The days that a family's dated members lend its undated ones; none where the dated ones disagree."""
    days: dict[str, DateExpression] = {}
    undated: list[DateExpression] = []
    for reading, expression in dated:
        published = published_of(reading, expression.part)
        day = resolve(expression, Standpoint(published=published.edtf if published else None)).edtf
        if day and edtf.precision(day) == "day":
            days.setdefault(day, expression)
        elif published is None:
            undated.append(expression)
    if len(days) == 1:
        ((day, evidence),) = days.items()
        yield from (shared_day(family, expression, day, evidence) for expression in undated if agrees(expression, day))


def shared_day(family: Family, expression: DateExpression, day: str, evidence: DateExpression) -> SharedDay:
    """The record for an expression that agrees with the day."""
    return SharedDay(
        source=expression.source,
        part=expression.part,
        expression=expression,
        day=day,
        evidence=as_span(evidence),
        family=family.id,
    )


def published_of(reading: AnnotatedSource, part: str | None) -> PublicationDate | None:
    """When the text itself or a person says that a source, or that item of it, appeared."""
    if part is None:
        return reading.source.published
    return next((item.published for item in reading.source.parts if item.id == part), None)


def agrees(expression: DateExpression, day: str) -> bool:
    """Whether an expression can mean that day: a bare weekday on which it falls, or its day and month."""
    date = edtf.earliest(day)
    if date is None or expression.shift is not None:
        return False
    weekday_fits = expression.weekday in (None, date.isoweekday())
    if expression.month is not None:
        return weekday_fits and (expression.month, expression.day) == (date.month, date.day)
    return weekday_fits and expression.weekday is not None


def without_conflicts(found: Sequence[SharedDay]) -> Iterator[SharedDay]:
    """One shared day for each expression; none where the same words in one text would mean different days."""
    alike: defaultdict[tuple[str | int | None, ...], list[SharedDay]] = defaultdict(list)
    for day in found:
        said = day.expression
        alike[day.source, day.part, *((said.month, said.day) if said.month else (said.weekday,))].append(day)
    for days in alike.values():
        if len({day.day for day in days}) == 1:
            yield from {day.expression.start: day for day in reversed(days)}.values()


def as_span(expression: DateExpression) -> Span:
    """The place of an expression, without what it says."""
    return Span(
        source=expression.source,
        part=expression.part,
        start=expression.start,
        end=expression.end,
        text=expression.text,
    )
