"""Which moment a date expression means for someone who writes on a given day.

What English-language news does, and the other languages here with it: a weekday is the last one unless the verb says
future; a day without a year lies behind unless the verb says future or that were long ago.

In: an expression without a year, a day. Out: a moment, None where the day does not tell. Never: knows who wrote when.
"""

import datetime
from collections.abc import Iterator

from generator.collate.dating.movable import is_movable
from generator.collate.dating.timex import Moment, in_year, last_day, moment_of, moved
from generator.model import DateExpression

# Writers name the year of what is longer past: beyond it the nearest reading is better (0.3 to 1.0 points on news).
LONGEST_PAST = datetime.timedelta(days=270)
# "until Friday", "by May 3": what follows these words is as often ahead as behind.
EITHER_SIDE = frozenset({"BEFORE", "ON_OR_BEFORE", "ON_OR_AFTER"})
WEEK = 7
YEARS_AROUND = 2  # they hold what comes every year before and behind any day
MORE_YEARS_AROUND = 8  # they hold a 29 February even around 1900
FRACTIONS = ("quarter", "half", "season")
NOT_IN_CALENDAR = frozenset({"hour", "minute", "second"})


def reckon(expression: DateExpression, today: datetime.date) -> Moment | None:
    """The moment that the expression means when written on that day."""
    if expression.month is not None or is_movable(expression):
        return reckon_date(expression, today)
    if expression.weekday is not None:
        return reckon_weekday(expression, today)
    if expression.unit in FRACTIONS and expression.number is not None:
        return reckon_fraction(expression, today)
    if expression.unit is None or expression.unit in NOT_IN_CALENDAR or expression.shift is None:
        return None
    if expression.unit == "weekend":
        return reckon_weekend(expression, today)
    return moved(moment_of(expression.unit, today), expression.shift)


def reckon_date(expression: DateExpression, today: datetime.date) -> Moment | None:
    """A month or a day of a month without a year; a weekday printed with it must agree."""
    if expression.unit == "year" and expression.shift is not None:  # "May last year"
        return in_year(expression, today.year + expression.shift)
    found = choose(expression, list(candidates(expression, today)), today)
    return found if found and agrees(expression, found) else None


def agrees(expression: DateExpression, moment: Moment) -> bool:
    """Whether the weekday printed beside a date, if any, is that of the day."""
    return expression.weekday is None or moment.unit != "day" or expression.weekday == moment.first.isoweekday()


def candidates(expression: DateExpression, today: datetime.date) -> Iterator[Moment]:
    """The moments that the expression can mean in the years around the day, oldest first."""
    leaps = (expression.month, expression.day) == (2, 29)
    around = MORE_YEARS_AROUND if leaps or is_movable(expression) else YEARS_AROUND
    for year in range(today.year - around, today.year + around + 1):
        moment = in_year(expression, year)
        if moment:
            yield moment


def choose(expression: DateExpression, moments: list[Moment], today: datetime.date) -> Moment | None:
    """The moment meant among all those that the calendar offers: by "last" and "next", else by tense and distance."""
    here = moment_of(moments[0].unit, today).first if moments else today
    past = [moment for moment in moments if moment.first <= here]
    future = [moment for moment in moments if moment.first >= here]
    if not past or not future:
        return None
    match expression.shift:
        case -1:
            return next((moment for moment in reversed(past) if moment.first < here), None)
        case 1:
            return next((moment for moment in future if moment.first > here), None)
        case 0:
            return next((moment for moment in moments if moment.first.year == today.year), None)
    meant = future[0] if expression.tense == "future" else past[-1]
    if abs(meant.first - today) > LONGEST_PAST or expression.modifier in EITHER_SIDE:
        return min(past[-1], future[0], key=lambda moment: abs(moment.first - here))
    return meant


def reckon_weekday(expression: DateExpression, today: datetime.date) -> Moment | None:
    """A weekday: the day itself or the last one before it, unless "next", "this" or the verb points ahead."""
    weekday = expression.weekday or today.isoweekday()
    back, ahead = (today.isoweekday() - weekday) % WEEK, (weekday - today.isoweekday()) % WEEK
    points_ahead = expression.tense == "future" or expression.modifier in ("BEFORE", "ON_OR_BEFORE")
    match expression.shift:
        case -1:
            offset = -(back or WEEK)
        case 1:
            offset = ahead or WEEK
        case 0:
            offset = -back if expression.tense == "past" else ahead
        case _:
            offset = ahead if points_ahead else -back
    return moved(moment_of("day", today), offset)


def reckon_weekend(expression: DateExpression, today: datetime.date) -> Moment | None:
    """A weekend: the last one that has begun, unless "next" or the verb points ahead."""
    this_week = moment_of("weekend", today)
    latest = this_week if this_week.first <= today else moved(this_week, -1)
    if latest is None:
        return None
    shift = expression.shift or 0
    if shift < 0:
        return latest if last_day(latest) < today else moved(latest, -1)
    return moved(latest, 1) if shift > 0 or expression.tense == "future" else latest


def reckon_fraction(expression: DateExpression, today: datetime.date) -> Moment | None:
    """A quarter, half or season: with "this" that of the year, with "last" the one before, else the last one begun."""
    moments = list(candidates(expression, today))
    begun = [moment for moment in moments if moment.first <= today]
    if expression.unit == "season" and expression.shift in (-1, 1):
        ended = [moment for moment in begun if last_day(moment) < today]
        coming = [moment for moment in moments if moment.first > today]
        return ended[-1] if expression.shift < 0 and ended else coming[0] if coming else None
    if expression.shift is not None:
        return in_year(expression, today.year + expression.shift)
    return begun[-1] if begun else None
