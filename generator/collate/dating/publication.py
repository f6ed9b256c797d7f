"""When each source appeared: as stated or decided, else between bounds, else unknown.

An undated source is bounded by a day that another source lends it, by the day on which it says it
was updated, or by the latest date of which it tells as past.

In: readings and shared days. Out: a publication date for every source. Never: a date from a plan, a day out of a bound.
"""

import datetime
from collections.abc import Iterator, Sequence

from generator import edtf
from generator.collate.dating.reasons import meant, when
from generator.collate.dating.shared_days import SharedDay, as_span
from generator.collate.dating.timex import written
from generator.language.dates import ATTRIBUTE, NUMBER_OR_YEAR, points_ahead, speaks_of_future
from generator.model import AnnotatedSource, DateExpression, PublicationDate, Sentence
from generator.spans import sentence_at

DAYS_A_BARE_WEEKDAY_REACHES = 6  # "on Thursday" is written before the next Thursday
CHARACTERS_BEFORE = 160  # of a sentence, in which what leads up to a date may stand
ONE_SIDED = frozenset({"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"})
UNKNOWN = PublicationDate(
    edtf=None, basis="unknown", why="The text shows no date and nothing in it bounds one.", span=None
)


def date_publications(
    readings: Sequence[AnnotatedSource], shared_days: Sequence[SharedDay]
) -> dict[str, PublicationDate]:
    """When each source appeared, by its id; what is neither stated nor curated is never more than a bound."""
    found: dict[str, PublicationDate] = {}
    for reading in sorted(readings, key=lambda reading: reading.source.id):
        days = [day for day in shared_days if day.source == reading.source.id]
        bounded = bounded_by_days(days) or bounded_by_update(reading) or bounded_by_past(reading)
        found[reading.source.id] = reading.source.published or bounded or UNKNOWN
    return found


def bounded_by_days(days: Sequence[SharedDay]) -> PublicationDate | None:
    """Bounds from shared days: the latest of them at the earliest, and before a bare weekday comes again."""
    latest = max(days, key=lambda day: (day.day, -day.expression.start), default=None)
    first = edtf.earliest(latest.day) if latest else None
    if latest is None or first is None:
        return None
    last = first + datetime.timedelta(days=DAYS_A_BARE_WEEKDAY_REACHES)
    is_bare = latest.expression.month is None and latest.part is None
    reach = "in the six days after it" if is_bare else "later"
    why = (
        f"Another source prints the same utterance with the date {meant(latest.day)}, and “{latest.expression.text}” "
        f"agrees: the text appeared on that day or {reach}."
    )
    bounds = edtf.interval(first, last) if is_bare else f"{latest.day}/.."
    return PublicationDate(edtf=bounds, basis="bounded", why=why, span=as_span(latest.expression))


def bounded_by_update(reading: AnnotatedSource) -> PublicationDate | None:
    """An upper bound: the day on which a text says it was updated; with a lower one where it tells of the past."""
    updated = reading.source.updated
    last = edtf.latest(updated.edtf) if updated and updated.edtf else None
    if updated is None or updated.edtf is None or last is None:
        return None
    past = bounded_by_past(reading)
    if past is None or past.edtf is None:
        why = f"The text says that it was updated {when(updated.edtf)}: it appeared then or earlier."
        return PublicationDate(edtf=f"../{updated.edtf}", basis="bounded", why=why, span=updated.span)
    since, told = past.edtf.removesuffix("/.."), when(updated.edtf)
    if (edtf.earliest(since) or last) > last:
        return None
    why = f"The text tells of {meant(since)} as past and says that it was updated {told}: it appeared in between."
    return PublicationDate(edtf=f"{since}/{updated.edtf}", basis="bounded", why=why, span=updated.span)


def bounded_by_past(reading: AnnotatedSource) -> PublicationDate | None:
    """A lower bound: the latest date printed with its year of which the text tells as past."""
    latest = max(past_dates(reading), key=lambda pair: (edtf.earliest(pair[1]), -pair[0].start), default=None)
    if latest is None:
        return None
    expression, date = latest
    why = f"The text tells of {meant(date)} as past: it appeared then or later."
    return PublicationDate(edtf=f"{date}/..", basis="bounded", why=why, span=as_span(expression))


def past_dates(reading: AnnotatedSource) -> Iterator[tuple[DateExpression, str]]:
    """Expressions with the day, month or year that they print, as far as the text tells of it as past."""
    plans: dict[int, bool] = {}  # whether a sentence plans something, by its start
    for expression in reading.expressions:
        end = expression.until or expression
        dates = written(end)
        sentence = sentence_at(reading.sentences, expression.start)
        if dates is None or sentence is None or edtf.earliest(dates[1]) is None:
            continue
        if edtf.precision(dates[1]) not in ("day", "month", "year") or not is_past(expression, sentence):
            continue
        if sentence.start not in plans:
            plans[sentence.start] = speaks_of_future(sentence.text, sentence.language)
        if not plans[sentence.start]:
            yield end, dates[1]


def is_past(expression: DateExpression, sentence: Sentence) -> bool:
    """Whether the running text tells of a date as past and nothing leads up to it."""
    if sentence.role != "body" or expression.tense != "past" or expression.rule in (ATTRIBUTE, NUMBER_OR_YEAR):
        return False
    start = expression.start - sentence.start
    before = sentence.text[max(0, start - CHARACTERS_BEFORE) : start]
    return expression.modifier not in ONE_SIDED and not points_ahead(before, sentence.language)
