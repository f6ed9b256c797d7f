"""Days that fall on another date each year: so many days from Easter, the second Monday of a month.

In: expressions, years. Out: days. Never: decides which year is meant.
"""

import calendar
import datetime

from generator.model import DateExpression

WEEK = 7
FIRST_GREGORIAN_YEAR = 1583  # the rule for Easter below holds from then on


def is_movable(expression: DateExpression) -> bool:
    """Whether an expression names a day by Easter or by its weekday in a month."""
    counted = expression.month is not None and expression.weekday is not None and expression.number is not None
    return expression.unit == "easter" or (counted and expression.day is None)


def movable_date(expression: DateExpression, year: int) -> datetime.date | None:
    """The day on which it falls in that year, None where it does not come."""
    if expression.unit == "easter":
        days = datetime.timedelta(days=expression.number or 0)
        return easter(year) + days if FIRST_GREGORIAN_YEAR <= year < datetime.MAXYEAR else None
    if expression.month is None or expression.weekday is None or not expression.number:
        return None
    return weekday_of_month(year, expression.month, expression.weekday, expression.number)


def weekday_of_month(year: int, month: int, weekday: int, number: int) -> datetime.date | None:
    """The so-and-so-many-eth weekday (ISO, Monday is 1) of a month, counted from its end where negative.

    >>> weekday_of_month(2021, 11, 4, 4), weekday_of_month(2021, 5, 1, -1), weekday_of_month(2021, 2, 1, 5)
    (datetime.date(2021, 11, 25), datetime.date(2021, 5, 31), None)
    """
    first, length = calendar.monthrange(year, month)
    days = range(1 + (weekday - 1 - first) % WEEK, length + 1, WEEK)
    place = number - 1 if number > 0 else len(days) + number
    return datetime.date(year, month, days[place]) if 0 <= place < len(days) else None


def easter(year: int) -> datetime.date:
    """Easter Sunday of the western churches.

    Source: the anonymous Gregorian algorithm (Nature, 1876; J. Meeus, Astronomical Algorithms, 1991, ch. 8).

    >>> easter(2021), easter(2024)
    (datetime.date(2021, 4, 4), datetime.date(2024, 3, 31))
    """
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % WEEK
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - WEEK * late + 114, 31)
    return datetime.date(year, month, day + 1)
