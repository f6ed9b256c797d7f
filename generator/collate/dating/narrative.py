"""Texts that tell of times long past: how they are known, and which of their dates carries the next ones.

In: the expressions of one witness and what has been resolved so far. Out: truth values, standpoints.
Never: resolves an expression.
"""

from collections.abc import Sequence

import msgspec

from generator import edtf
from generator.collate.dating.standpoint import Resolved, Standpoint
from generator.language.dates import FROM_THEN, FROM_THEN_IN_HISTORIES
from generator.model import AnnotatedSource, DateExpression
from generator.spans import sentence_at

# A history names many years, most of them far from its own day, and seldom says "yesterday" or "on Tuesday". One that
# leaves the year to its headings still names only years far off, and many days. Where it reaches up to its own day,
# more and more different years must say so. Set on news and on histories of wars: a news text taken for a history
# costs 33 points of right values, a history taken for news 24.
FEWEST_YEARS, FAR_YEARS, LARGEST_SHARE_OF_DEIXIS = 5, 2, 0.125
FEWEST_FAR_YEARS, FEWEST_DAYS = 3, 12
FEWEST_RECENT_YEARS, FEWEST_DIFFERENT = 12, 4
# A year further off becomes the year told of only where a paragraph begins with it or the next date is near it.
FURTHEST_BACK, FURTHEST_ON = 12, 5
WORDS_OF_AN_OPENING, LONGEST_OPENING = 2, 60  # words, characters
PARAGRAPHS_TOLD = 1  # how far behind a date "the next day" may follow it in a report
ONE_SIDED = frozenset({"BEFORE", "AFTER", "ON_OR_AFTER"})


def is_narrative(expressions: Sequence[DateExpression], published: str | None) -> bool:
    """Whether a text tells of times long before it was written."""
    dates = [expression for expression in expressions if expression.type in ("DATE", "TIME")]
    years = [expression.year for expression in dates if expression.year is not None]
    if any(year < 0 for year in years):
        return True
    if sum(map(is_deictic, dates)) >= LARGEST_SHARE_OF_DEIXIS * len(dates):
        return False
    day = edtf.earliest(published) if published else None
    far = [year for year in years if day is None or abs(day.year - year) > FAR_YEARS]
    long_past = len(years) >= FEWEST_YEARS and len(far) * 2 > len(years)
    only_far = day is not None and len(years) == len(far) >= FEWEST_FAR_YEARS and counts_days(dates) >= FEWEST_DAYS
    many = len(years) >= FEWEST_RECENT_YEARS and len(set(years)) >= FEWEST_DIFFERENT
    return long_past or only_far or many


def counts_days(dates: Sequence[DateExpression]) -> int:
    """How many dates print a day or month without a year."""
    return sum(date.month is not None and date.year is None and date.shift is None for date in dates)


def is_deictic(expression: DateExpression) -> bool:
    """Whether a date counts from the day of writing."""
    from_then = expression.rule in FROM_THEN or expression.rule in FROM_THEN_IN_HISTORIES
    if from_then or expression.year is not None:
        return False
    return (expression.weekday is not None and expression.month is None) or expression.shift is not None


def with_story(
    standpoint: Standpoint, expression: DateExpression, resolved: Resolved, reading: AnnotatedSource
) -> Standpoint:
    """The standpoint after an expression: the date that it tells becomes the one from which the next ones count."""
    date = told_last(expression, resolved)
    if edtf.precision(date) not in ("day", "month", "year"):
        return standpoint
    standpoint = msgspec.structs.replace(standpoint, told=date)
    if is_aside(expression, reading):
        return standpoint
    follows = not standpoint.narrative or opens_paragraph(expression, reading)
    if follows or near(date, standpoint.story) or (standpoint.leap and near(date, standpoint.leap)):
        line = paragraph_of(expression, reading)
        return msgspec.structs.replace(standpoint, story=date, story_line=line, leap=None)
    return msgspec.structs.replace(standpoint, leap=date, leap_line=paragraph_of(expression, reading))


def told_last(expression: DateExpression, resolved: Resolved) -> str:
    """The date that an expression tells, of a range of days or months its end; nothing for what tells none."""
    date = (resolved.edtf or "").rstrip("~")
    is_range = expression.until is not None and expression.month is not None
    return date.rpartition("/")[2] if is_range else date


def still_told(standpoint: Standpoint, expression: DateExpression, reading: AnnotatedSource) -> Standpoint:
    """The standpoint without its story where a report has left it: "the next day" follows a date close before it."""
    if standpoint.narrative or standpoint.story_line is None:
        return standpoint
    if paragraph_of(expression, reading) - standpoint.story_line <= PARAGRAPHS_TOLD:
        return standpoint
    return msgspec.structs.replace(standpoint, story=None, story_line=None, told=None)


def from_leap(standpoint: Standpoint, expression: DateExpression, reading: AnnotatedSource) -> Standpoint:
    """The standpoint with a date far off as its story, where the text goes on from it: "in 2016. Two years later"."""
    goes_on = expression.rule in FROM_THEN and (expression.shift or 0) > 0 and standpoint.leap == standpoint.told
    if not goes_on or standpoint.leap is None or standpoint.leap_line != paragraph_of(expression, reading):
        return standpoint
    return msgspec.structs.replace(standpoint, story=standpoint.leap, story_line=standpoint.leap_line, leap=None)


def paragraph_of(expression: DateExpression, reading: AnnotatedSource) -> int:
    """The number of the paragraph in which an expression stands."""
    sentence = sentence_at(reading.sentences, expression.start)
    return sentence.paragraph if sentence else 0


def is_aside(expression: DateExpression, reading: AnnotatedSource) -> bool:
    """Whether the story does not go on from a date: in brackets, planned, a look back, a bound of something else."""
    in_brackets = reading.source.text[expression.start - 1 : expression.start] == "("
    planned = expression.tense == "future" and expression.month is None
    looks_back = expression.rule in (*FROM_THEN, *FROM_THEN_IN_HISTORIES) and (expression.shift or 0) < 0
    return in_brackets or planned or looks_back or expression.modifier in ONE_SIDED


def near(date: str, story: str | None) -> bool:
    """Whether a date is near enough to the one told before it to follow it; True where there is none."""
    now, before = edtf.earliest(date), edtf.earliest(story) if story else None
    return now is None or before is None or -FURTHEST_BACK <= now.year - before.year <= FURTHEST_ON


def opens_paragraph(expression: DateExpression, reading: AnnotatedSource) -> bool:
    """Whether nothing but a short phrase stands between the line's start and the expression."""
    before = reading.source.text[max(0, expression.start - LONGEST_OPENING) : expression.start]
    _, newline, opening = before.rpartition("\n")
    starts = bool(newline) or expression.start <= LONGEST_OPENING
    return starts and len(opening.split()) <= WORDS_OF_AN_OPENING
