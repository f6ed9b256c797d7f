"""One date expression resolved, with the reason in words.

Where the day of writing is only bounded, an expression is reckoned from both bounds: what comes out alike is certain,
what does not stays a range or stays open.

In: an expression and the standpoint from which its text speaks. Out: TIMEX3 value, EDTF, anchor, basis, why.
Never: takes a day for granted that neither the text nor another source gives.
"""

import datetime

from generator import edtf
from generator.collate.dating.antiquity import before_christ
from generator.collate.dating.quarters import quarter_meant, told_before
from generator.collate.dating.reasons import meant, order_of, quoted, says, when
from generator.collate.dating.reckoning import agrees, candidates, reckon
from generator.collate.dating.standpoint import Resolved, Standpoint
from generator.collate.dating.timex import (
    Moment,
    edtf_of,
    in_year,
    length_value,
    partial,
    repeated_value,
    value_of,
    written,
)
from generator.language.dates import FROM_THEN, FROM_THEN_IN_HISTORIES, QUARTER_ONLY
from generator.model import DateBasis, DateExpression

WINTER, FIRST_AUTUMN_MONTH = 4, 9
TURN_OF_YEAR = 8  # months by which a date falls back behind the one told before it where it means the next year
# Within half a week of a known day a weekday is meant on its near side; further off the other side is as near.
NEAR_DAY = datetime.timedelta(days=3)
SPEAKERS = "in a history these are a speaker's words, which count from the day of speaking"


def resolve(expression: DateExpression, standpoint: Standpoint) -> Resolved:
    """The expression resolved as far as the standpoint allows; its `until` is not looked at.

    Source: TIMEX3 values after TimeML 1.2.1 and ISO 24617-1.
    """
    if expression.type in ("DURATION", "SET") or expression.reference:
        return without_date(expression)
    if found := by_quarter(expression, standpoint):
        return found
    if dates := written(expression):
        return either_way(expression, *dates) if expression.order else as_written(expression, *dates)
    return counted(expression, standpoint)


def counted(expression: DateExpression, standpoint: Standpoint) -> Resolved:
    """An expression without a year, counted from what its text speaks of or from where it speaks."""
    if counts_from_story(expression, standpoint):
        story = standpoint.told or standpoint.story if expression.shift == 0 else standpoint.story
        return from_story(expression, story) or unresolved(expression)
    if expression.weekday is not None and expression.month is None and standpoint.shared_day:
        return from_shared_day(expression, standpoint.shared_day)
    if standpoint.narrative and is_of_speaker(expression):
        return unresolved(expression, SPEAKERS)
    return from_publication(expression, standpoint.published)


def counts_from_story(expression: DateExpression, standpoint: Standpoint) -> bool:
    """Whether an expression without a year goes by the date told last rather than by the day of writing."""
    if expression.rule in FROM_THEN:
        return True
    return standpoint.narrative and (names_part_of_year(expression) or expression.rule in FROM_THEN_IN_HISTORIES)


def is_of_speaker(expression: DateExpression) -> bool:
    """Whether an expression names a day as only those do who speak near it ("today", "on Tuesday")."""
    names_weekday = expression.weekday is not None and expression.month is None
    return names_weekday or (expression.unit == "day" and expression.shift in (-1, 0, 1))


def names_part_of_year(expression: DateExpression) -> bool:
    """Whether an expression names what comes once a year: a month, a day, a season, a feast."""
    return expression.month is not None or expression.unit in ("season", "easter")


def without_date(expression: DateExpression) -> Resolved:
    """A length of time, something that comes again, or a word such as "now"."""
    if expression.reference:
        value, why = expression.reference, "names no date of its own"
    elif expression.type == "SET":
        value, why = repeated_value(expression) or "", "is said of something that comes again"
    else:
        value, why = length_value(expression) or "", "is a length of time"
    return Resolved(value=value or None, edtf=None, anchor=None, basis=None, why=f"{quoted(expression)} {why}.")


def as_written(expression: DateExpression, value: str, date: str) -> Resolved:
    """A date that the text prints with its year. A weekday that disagrees is told, never used to change the date."""
    why = f"The text prints {quoted(expression)}{order_of(expression)}."
    weekday = edtf.weekday_name(date)
    if expression.weekday is not None and weekday and weekday != edtf.WEEKDAYS[expression.weekday - 1]:
        why = f"The text prints {quoted(expression)}, although that day was a {weekday}."
    date = around(date, expression)
    return Resolved(value=timed(value, expression), edtf=date, anchor=None, basis="as written", why=why)


def either_way(expression: DateExpression, value: str, date: str) -> Resolved:
    """A date in figures of which nothing settles the order: its year, and both readings in words."""
    year, first, second = expression.year or 0, expression.day or 1, expression.month or 1
    readings = (f"{year:04}-{month:02}-{day:02}" for month, day in ((second, first), (first, second)))
    why = (
        f"The text prints {quoted(expression)}, which is {' or '.join(map(meant, readings))}: nothing in it settles "
        f"whether the day or the month comes first."
    )
    return Resolved(value=value, edtf=date, anchor=None, basis="as written", why=why)


def from_story(expression: DateExpression, story: str | None) -> Resolved | None:
    """An expression that counts from the date told last, None where there is none or it is too vague for it."""
    day = edtf.earliest(story) if story else None
    if story is None:
        return None
    if day is None:
        return from_antiquity(expression, story)
    if names_part_of_year(expression) and not expression.shift:
        moment = in_year(expression, day.year + turns_year(expression, story))
        moment = moment if moment and agrees(expression, moment) else None
    else:
        moment = reckon(expression, day) if is_sharp_enough(expression, story) else None
    if moment is None:
        return None
    why = f"{says(expression)}; the date told before it is {meant(story)}, so this is {meant(edtf_of(moment))}."
    return worked_out(expression, moment, story, why)


def by_quarter(expression: DateExpression, standpoint: Standpoint) -> Resolved | None:
    """An expression that goes by a quarter; None for any other."""
    if moment := quarter_meant(expression, standpoint):
        return from_quarter(expression, moment, standpoint)
    return unresolved(expression) if expression.rule in QUARTER_ONLY else None


def from_quarter(expression: DateExpression, moment: Moment, standpoint: Standpoint) -> Resolved:
    """An expression that goes by the quarter spoken of just before it, or by the last one that had ended."""
    spoken_of, published = standpoint.quarter, standpoint.published or ""
    if spoken_of and told_before(expression, standpoint):
        told, anchor = f"the quarter spoken of is {meant(spoken_of)}", spoken_of
    else:
        told, anchor = f"it appeared {when(published)}", published
    why = f"The text says {quoted(expression)}; {told}, so this is {meant(edtf_of(moment))}."
    return worked_out(expression, moment, anchor, why)


def from_antiquity(expression: DateExpression, story: str) -> Resolved | None:
    """An expression that counts from a year before Christ."""
    dates = before_christ(expression, story)
    if dates is None:
        return None
    value, date = dates
    why = f"{says(expression)}; the date told before it is {meant(story)}, so this is {meant(date)}."
    basis: DateBasis = "year worked out" if expression.month is not None else "worked out"
    if edtf.precision(date) == "range":
        basis = "range only"
    return Resolved(value=timed(value, expression), edtf=date, anchor=story, basis=basis, why=why)


def turns_year(expression: DateExpression, story: str) -> bool:
    """Whether it follows a date so late in the year that the next year's is meant: "in December ... in January".

    A winter that is told after the summer is named for the year in which it ends.
    """
    day = edtf.earliest(story)
    if day is None or edtf.precision(story) not in ("day", "month"):
        return False
    if expression.unit == "season" and expression.number == WINTER:
        return day.month >= FIRST_AUTUMN_MONTH
    if expression.month is None:
        return False
    return day.month - expression.month >= TURN_OF_YEAR


def is_sharp_enough(expression: DateExpression, story: str) -> bool:
    """Whether the date told last is at least as sharp as what is counted from it: no next day follows a year."""
    order = ("day", "month", "year")
    sharpness = edtf.precision(story)
    if names_part_of_year(expression):
        return sharpness in ("day", "month")
    if sharpness not in order:
        return False
    if expression.unit in order:
        return order.index(sharpness) <= order.index(expression.unit)
    return sharpness == "day" or expression.unit in ("decade", "century")


def from_shared_day(expression: DateExpression, day: str) -> Resolved:
    """A weekday in a text of which another weekday is known; one that may as well lie after it stays open."""
    today = edtf.earliest(day)
    moment = reckon(expression, today) if today else None
    if today is None or moment is None:
        return unresolved(expression)
    if abs(today - moment.first) > NEAR_DAY:
        return unresolved(expression, f"another date in it is {meant(day)}, which leaves more than one reading")
    why = (
        f"The text says {quoted(expression)}; another date in it is {meant(day)}, because another source prints the "
        f"same utterance with that date, so this is {meant(edtf_of(moment))}."
    )
    value = timed(value_of(moment), expression)
    return Resolved(value=value, edtf=edtf_of(moment), anchor=day, basis="inferred", why=why)


def from_publication(expression: DateExpression, published: str | None) -> Resolved:
    """An expression reckoned from the day of writing, or from both ends of the time in which that day must lie."""
    first, last = (edtf.earliest(published), edtf.latest(published)) if published else (None, None)
    if published is None or first is None or last is None:
        return unresolved(expression)
    moments = reckon(expression, first), reckon(expression, last)
    if moments[0] is None or moments[1] is None:
        return unresolved(expression, disagreement(expression, first))
    if moments[0] != moments[1]:
        return left_open(expression, moments[0], moments[1], published)
    why = f"{says(expression)}; it appeared {when(published)}, so this is {meant(edtf_of(moments[0]))}."
    return worked_out(expression, moments[0], published, why)


def worked_out(expression: DateExpression, moment: Moment, anchor: str, why: str) -> Resolved:
    """A moment found from an anchor, with the word for how."""
    date = edtf_of(moment)
    basis: DateBasis = "year worked out" if expression.month is not None else "worked out"
    if edtf.precision(date) == "range":
        basis = "range only"
    value = timed(value_of(moment), expression)
    return Resolved(value=value, edtf=around(date, expression), anchor=anchor, basis=basis, why=why)


def left_open(expression: DateExpression, first: Moment, last: Moment, published: str) -> Resolved:
    """What two bounds leave open: a range of counted units; nothing of a weekday or a date without a year."""
    told = f"it appeared {when(published)}"
    start, end = edtf.earliest(edtf_of(first)), edtf.latest(edtf_of(last))
    if expression.month is not None or expression.weekday is not None or not start or not end or start > end:
        return unresolved(expression, f"{told}, which leaves more than one reading")
    date = edtf.interval(start, end)
    value, _ = partial(expression)
    why = f"{says(expression)}; {told}, so this is {meant(date)}."
    return Resolved(value=value, edtf=date, anchor=published, basis="range only", why=why)


def unresolved(expression: DateExpression, told: str | None = None) -> Resolved:
    """What is left where nothing settles the date: the day and month as printed, or nothing."""
    value, date = partial(expression)
    if expression.month is not None:
        reason = told or "nothing in it settles which"
        why = f"The text prints {quoted(expression)} without a year; {reason}."
    else:
        why = f"The text says {quoted(expression)}; {told or 'nothing settles from when that counts'}."
    basis: DateBasis | None = "year not known" if date else None
    return Resolved(value=timed(value, expression), edtf=date, anchor=None, basis=basis, why=why)


def disagreement(expression: DateExpression, today: datetime.date) -> str | None:
    """Why a day with its weekday fits no year nearby, None where that is not what is wrong."""
    if expression.weekday is None or expression.day is None:
        return None
    near = min(candidates(expression, today), key=lambda moment: abs(moment.first - today), default=None)
    if near is None or agrees(expression, near):
        return None
    return f"in {near.first.year} that day was a {edtf.weekday_name(edtf_of(near))}, so the year is left open"


def around(date: str, expression: DateExpression) -> str:
    """The date, marked as approximate where the text says "about"."""
    is_marked = expression.modifier == "APPROX" and edtf.precision(date) != "range"
    return f"{date}~" if is_marked else date


def timed(value: str | None, expression: DateExpression) -> str | None:
    """The value with its time of day."""
    return f"{value}{expression.clock}" if value and expression.clock else value
