"""Stretches of the calendar (a day, an ISO week, a quarter ...), moved about and written as TIMEX3 values and EDTF.

Years before Christ are negative and count as written (-44 is 44 BC); EDTF counts them astronomically ("-0043").

In: units, days, fields of date expressions. Out: moments, values. Never: decides which moment a text means.
"""

import datetime

from generator import edtf
from generator.collate.dating.antiquity import (
    FIRST_SEASON_EDTF,
    SEASON_CODES,
    written_before_christ,
    year_edtf,
    year_value,
)
from generator.collate.dating.movable import is_movable, movable_date
from generator.model import DateExpression, Record

MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
FIRST_SEASON_MONTH = 3
YEAR_MONTHS = 12
SATURDAY = 5
DURATION_UNITS = {
    "day": "P{}D", "week": "P{}W", "weekend": "P{}WE", "month": "P{}M", "quarter": "P{}Q", "half": "P{}H",
    "year": "P{}Y", "decade": "P{}0Y", "century": "P{}00Y", "hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S",
}  # fmt: skip
UNKNOWN_NUMBER = "X"
# What TIMEX3 writes where only the unit is known.
UNKNOWN_VALUES = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}


class Moment(Record, frozen=True, kw_only=True):
    """A stretch of the calendar: its unit and first day."""

    unit: str
    first: datetime.date


def last_day(moment: Moment) -> datetime.date:
    """The last day of the stretch."""
    following = moved(moment, 1)
    if moment.unit == "weekend" or following is None:
        return from_ordinal(moment.first.toordinal() + 1) or datetime.date.max
    return following.first - datetime.timedelta(days=1)


def moment_of(unit: str, day: datetime.date) -> Moment:
    """The stretch of that unit in which the day lies; for a weekend, the one in the day's ISO week."""
    if unit in DAYS_IN:
        back = {"day": 0, "week": day.weekday(), "weekend": day.weekday() - SATURDAY}[unit]
        return Moment(unit=unit, first=from_ordinal(day.toordinal() - back) or day)
    length = MONTHS_IN[unit]
    months = months_of(day)
    offset = FIRST_SEASON_MONTH - 1 if unit == "season" else 0
    first = from_months((months - offset) // length * length + offset)
    return Moment(unit=unit, first=first or datetime.date.min)


def moved(moment: Moment, count: int) -> Moment | None:
    """The stretch that many units later, None past the ends of the calendar."""
    if moment.unit in DAYS_IN:
        first = from_ordinal(moment.first.toordinal() + count * DAYS_IN[moment.unit])
    else:
        first = from_months(months_of(moment.first) + count * MONTHS_IN[moment.unit])
    return Moment(unit=moment.unit, first=first) if first else None


def in_year(expression: DateExpression, year: int) -> Moment | None:
    """The month, day, quarter, half or season of the expression in that year, None where the calendar lacks it."""
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return None
    if is_movable(expression):
        day = movable_date(expression, year)
        return Moment(unit="day", first=day) if day else None
    if expression.month is not None:
        try:
            first = datetime.date(year, expression.month, expression.day or 1)
        except ValueError:  # 29 February
            return None
        return Moment(unit="day" if expression.day else "month", first=first)
    if expression.unit in ("quarter", "half", "season") and expression.number is not None:
        start = Moment(unit=expression.unit, first=datetime.date(year, season_or_year_start(expression.unit), 1))
        return moved(start, expression.number - 1)
    return Moment(unit="year", first=datetime.date(year, 1, 1))


def season_or_year_start(unit: str) -> int:
    """The month in which the first season, quarter or half of a year starts."""
    return FIRST_SEASON_MONTH if unit == "season" else 1


def value_of(moment: Moment) -> str:
    """The moment as a TIMEX3 value.

    >>> [value_of(moment_of(unit, datetime.date(2021, 1, 3))) for unit in ("week", "quarter", "season", "decade")]
    ['2020-W53', '2021-Q1', '2020-WI', '202']
    """
    first = moment.first
    match moment.unit:
        case "day":
            return first.isoformat()
        case "week" | "weekend":
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if moment.unit == "weekend" else "")
        case "month":
            return first.isoformat()[:7]
        case "quarter" | "half":
            return f"{first.year:04}-{moment.unit[0].upper()}{(first.month - 1) // MONTHS_IN[moment.unit] + 1}"
        case "season":
            return f"{first.year:04}-{SEASON_CODES[season_number(first) - 1]}"
    return f"{first.year:04}"[: {"decade": 3, "century": 2}.get(moment.unit, 4)]


def edtf_of(moment: Moment) -> str:
    """The moment as EDTF; weeks, quarters and halves are intervals.

    >>> edtf_of(moment_of("week", datetime.date(2021, 1, 3))), edtf_of(moment_of("season", datetime.date(2021, 7, 1)))
    ('2020-12-28/2021-01-03', '2021-22')
    """
    match moment.unit:
        case "season":
            return f"{moment.first.year:04}-{FIRST_SEASON_EDTF - 1 + season_number(moment.first)}"
        case "decade":
            return f"{moment.first.year:04}"[:3] + "X"
        case "century":
            return f"{moment.first.year:04}"[:2] + "XX"
    return edtf.interval(moment.first, last_day(moment))


def season_number(day: datetime.date) -> int:
    """1 for spring to 4 for winter."""
    return (day.month - FIRST_SEASON_MONTH) % YEAR_MONTHS // MONTHS_IN["season"] + 1


def written(expression: DateExpression) -> tuple[str, str] | None:
    """(TIMEX3 value, EDTF) of an expression that prints its year, decade or century; None for any other.

    Of a date in figures that can be read in two ways only the year is certain. A bare number of a century is the
    popular one: the 19th is 18XX.
    """
    if dates := written_before_christ(expression):
        return dates
    if expression.year is None:
        return written_age(expression)
    if expression.order:
        return f"{expression.year:04}-XX-XX", year_edtf(expression.year)
    value, date = year_value(expression.year), year_edtf(expression.year)
    fraction = expression.unit in ("quarter", "half", "season") and expression.number is not None
    if fraction or is_movable(expression):
        moment = in_year(expression, expression.year)
        return (value_of(moment), edtf_of(moment)) if moment else None
    for part in (expression.month, expression.day):
        if part is not None:
            value, date = f"{value}-{part:02}", f"{date}-{part:02}"
    return value, date


def written_age(expression: DateExpression) -> tuple[str, str] | None:
    """A decade ("the 1970s" has the number 1970) or a century, whatever year it was printed in."""
    if expression.number is None or expression.shift is not None or expression.number < 0:
        return None
    if expression.unit == "decade":
        digits = f"{expression.number:04}"[:3]
        return digits, f"{digits}X"
    if expression.unit == "century" and 1 <= expression.number <= datetime.MAXYEAR // 100 + 1:
        digits = f"{expression.number - 1:02}"
        return digits, f"{digits}XX"
    return None


def partial(expression: DateExpression) -> tuple[str | None, str | None]:
    """(TIMEX3 value, EDTF) of what is said without a year: "XXXX-01-08" for both, "XXXX-WXX-4" for a weekday."""
    if is_movable(expression):
        return UNKNOWN_VALUES["day"], None
    if expression.month is not None:
        day = f"-{expression.day:02}" if expression.day is not None else ""
        date = f"XXXX-{expression.month:02}{day}"
        return date, date
    if expression.weekday is not None:
        return f"XXXX-WXX-{expression.weekday}", None
    if expression.unit == "season" and expression.number is not None:
        return f"XXXX-{SEASON_CODES[expression.number - 1]}", f"XXXX-{FIRST_SEASON_EDTF - 1 + expression.number}"
    if expression.unit in ("quarter", "half") and expression.number is not None:
        return f"XXXX-{expression.unit[0].upper()}{expression.number}", None
    return UNKNOWN_VALUES.get(expression.unit or ""), None


def length_value(expression: DateExpression) -> str | None:
    """A duration as TIMEX3 writes it, "PXY" where its number is vague.

    Lengths of decades and quarters keep their unit ("P2DE").
    """
    form = DURATION_UNITS.get(expression.unit or "")
    number = UNKNOWN_NUMBER if expression.number is None else expression.number
    return form.format(number) if form else None


def repeated_value(expression: DateExpression) -> str | None:
    """A set as TIMEX3 writes it: the weekday or month that comes again, else the length after which something does."""
    if expression.month is not None or expression.weekday is not None:
        return partial(expression)[0]
    return length_value(expression)


def months_of(day: datetime.date) -> int:
    """Months since the start of the calendar."""
    return day.year * YEAR_MONTHS + day.month - 1


def from_months(months: int) -> datetime.date | None:
    """The first day of the month that many months after the start of the calendar, None outside of it."""
    year, month = divmod(months, YEAR_MONTHS)
    return datetime.date(year, month + 1, 1) if datetime.MINYEAR <= year <= datetime.MAXYEAR else None


def from_ordinal(number: int) -> datetime.date | None:
    """The day of that number, None outside of the calendar."""
    return datetime.date.fromordinal(number) if 1 <= number <= datetime.date.max.toordinal() else None
