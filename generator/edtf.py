"""Dates as EDTF (ISO 8601-2, level 1): checked, compared and put in words.

The subset is that of the contract: days, months, years, seasons ("2021-21", spring first), decades ("201X"), centuries
("19XX"), intervals, open intervals ("2023-03/.."), the marks `~` (around), `?` (possibly) and `%` (both), and days,
months and seasons whose year is not known ("XXXX-01-08"). Years before 1 AD count astronomically: 44 BC is "-0043".

In: EDTF values; None is a date that is not known. Out: truth values, days, words. Never: guesses a year.
"""

import calendar
import datetime
import re
from functools import lru_cache
from typing import Literal

from generator.model import Record

Precision = Literal["day", "month", "year", "range", "none"]
Unit = Literal["day", "month", "season", "year", "decade", "century"]
Day = tuple[int, int, int]

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
FIRST_SEASON = 21
# The first and last month that a season may mean, in the northern half of the world. A winter may be the one that ends
# or the one that begins in its year: its bounds are the whole year and the next one's January and February.
SEASON_MONTHS = ((3, 5), (6, 8), (9, 11), (1, 14))
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2
FIRST_PLAIN_YEAR = 1000  # earlier ones are worded with their era
LEAP_YEAR = 2000  # any one: 29 February exists where the year is not known
START, END = (-10_000, 1, 1), (10_000, 12, 31)  # before and after every day that four digits can say

POINT = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)"
)


class Point(Record, frozen=True, kw_only=True):
    """A whole date or one end of an interval; `year` is the first of a decade or century, None where not known."""

    unit: Unit
    year: int | None
    month: int
    day: int
    mark: str


class Period(Record, frozen=True, kw_only=True):
    """A value taken apart: a date has its one point at both ends; an open end is None."""

    first: Point | None
    last: Point | None
    interval: bool


def is_valid(value: str) -> bool:
    """Whether the value is EDTF of the subset, with days that exist and an interval that does not run backwards.

    >>> is_valid("2021-01-07/2021-01"), is_valid("2023-03/.."), is_valid("2021-02-29"), is_valid("12/03")
    (True, True, False, False)
    """
    return _parse(value) is not None


def earliest(value: str) -> datetime.date | None:
    """The first day that the value may mean, None where the start is open, without a year or before 1 AD."""
    bounds = _bounds(value)
    return _date(bounds[0]) if bounds else None


def latest(value: str) -> datetime.date | None:
    """The last day that the value may mean, None where the end is open, without a year or before 1 AD."""
    bounds = _bounds(value)
    return _date(bounds[1]) if bounds else None


def overlaps(a: str, b: str) -> bool:
    """Whether some day lies in both; False where either has no year.

    >>> overlaps("2021-01", "2021-01-31/.."), overlaps("XXXX-01-08", "2021-01-08")
    (True, False)
    """
    left, right = _bounds(a), _bounds(b)
    return left is not None and right is not None and left[0] <= right[1] and right[0] <= left[1]


def covers(vague: str, sharp: str) -> bool:
    """Whether every day of the sharp value lies in the vague one; False where either has no year.

    >>> covers("2021", "2021-01-07"), covers("2021-01-07", "2021"), covers("2021", "2021")
    (True, False, True)
    """
    outer, inner = _bounds(vague), _bounds(sharp)
    return outer is not None and inner is not None and outer[0] <= inner[0] and inner[1] <= outer[1]


def precision(value: str | None) -> Precision:
    """How sharp the value is: "none" where it is not known or has no year, "range" for all but a day, month or year."""
    if value is None or _bounds(value) is None:
        return "none"
    match _parse(value):
        case Period(first=Point(unit="day" | "month" | "year" as unit), interval=False):
            return unit
    return "range"


def interval(first: datetime.date, last: datetime.date) -> str:
    """The shortest EDTF for exactly the days from `first` to `last`, both included.

    >>> from datetime import date
    >>> interval(date(2021, 1, 1), date(2021, 3, 31)), interval(date(2020, 1, 1), date(2020, 12, 31))
    ('2021-01/2021-03', '2020')
    """
    whole_years = (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)
    whole_months = first.day == 1 and last.day == _days_in(last.year, last.month)
    digits = len("2021") if whole_years else len("2021-01") if whole_months else len("2021-01-07")
    start, end = first.isoformat()[:digits], last.isoformat()[:digits]
    return start if start == end else f"{start}/{end}"


def weekday_name(value: str | None) -> str | None:
    """The English name of the weekday of a full date without a mark, None for anything else."""
    day = earliest(value) if value and value[-1].isdigit() and precision(value) == "day" else None
    return WEEKDAYS[day.weekday()] if day else None


def sort_key(value: str | None) -> tuple[int, Day, Day]:
    """Orders values by their first day, sharper before vaguer; those without a year follow, and unknown ones are last.

    An interval with an open start stands at its end.
    """
    if value and (bounds := _bounds(value)):
        return (0, bounds[1] if bounds[0] == START else bounds[0], bounds[1])
    match _parse(value) if value else None:
        case Period(first=Point(month=month, day=day)):
            return (1, (0, month, day), END)
    return (2, END, END)


def in_words(value: str | None) -> str:
    """The value as readers see it. Raises ValueError where it is not of the subset.

    >>> in_words("2021-01-07"), in_words("2023-03"), in_words("2021-01-07/2021-01-17")
    ('7 January 2021', 'in March 2023', 'between 7 and 17 January 2021')
    >>> in_words("2023-03/.."), in_words("XXXX-01-08"), in_words(None)
    ('March 2023 or later', '8 January, year not stated', 'date not known')
    """
    if value is None:
        return "date not known"
    period = _parse(value)
    if period is None:
        raise ValueError(f"“{value}” is not an EDTF date")
    match period:
        case Period(first=Point() as point, interval=False):
            return _point_in_words(point)
        case Period(first=Point() as first, last=Point() as last):
            return _interval_in_words(first, last)
        case Period(first=Point() as first):
            return f"{_marked(first)} or later"
        case Period(last=Point() as last):
            return f"{_marked(last)} or earlier"
    raise ValueError(f"“{value}” is open at both ends")


def _point_in_words(point: Point) -> str:
    around = point.mark in ("~", "%")
    in_or_none = "" if point.unit == "day" or around else "in "
    possibly = "possibly " if point.mark in ("?", "%") else ""
    yearless = ", year not stated" if point.year is None else ""
    return f"{possibly}{'around ' if around else ''}{in_or_none}{_name(point)}{yearless}"


def _interval_in_words(first: Point, last: Point) -> str:
    yearless = ", year not stated" if first.year is None else ""
    start = _marked(first)
    if not first.mark and first.month and (first.unit, first.year) == (last.unit, last.year):
        start = str(first.day) if first.day and first.month == last.month else _without_year(first)
    return f"between {start} and {_marked(last)}{yearless}"


def _marked(point: Point) -> str:
    """The point's name, with its mark in words."""
    words = {"": "", "~": "around ", "?": "possibly ", "%": "possibly around "}
    return words[point.mark] + _name(point)


def _name(point: Point) -> str:
    if point.unit == "decade":
        return f"the {point.year}s"
    if point.unit == "century" and point.year is not None:
        return f"the {_ordinal(point.year // 100 + 1)} century"
    return " ".join(word for word in (_without_year(point), _year_name(point.year)) if word)


def _without_year(point: Point) -> str:
    if point.unit == "season":
        return SEASONS[point.month - FIRST_SEASON]
    month = MONTHS[point.month - 1] if point.unit in ("day", "month") else ""
    return f"{point.day} {month}" if point.unit == "day" else month


def _year_name(year: int | None) -> str:
    if year is None or year >= FIRST_PLAIN_YEAR:
        return "" if year is None else str(year)
    return f"{year} AD" if year > 0 else f"{1 - year} BC"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 % 10 != 1 else "th"
    return f"{number}{ending}"


@lru_cache(maxsize=4096)
def _parse(value: str) -> Period | None:
    """The value taken apart, None where it is not of the subset."""
    start, slash, end = value.partition("/")
    first, last = _point(start), _point(end)
    if not slash:
        return Period(first=first, last=first, interval=False) if first else None
    if not (first and last) and not (first and end == "..") and not (start == ".." and last):
        return None
    period = Period(first=first, last=last, interval=True)
    return period if _runs_forward(period) else None


def _point(text: str) -> Point | None:
    match = POINT.fullmatch(text)
    if not match:
        return None
    unit, year = _year(match["year"])
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if match["month"]:
        if unit in ("decade", "century"):
            return None
        is_season = FIRST_SEASON <= month < FIRST_SEASON + len(SEASONS)
        unit = "day" if match["day"] else "season" if is_season else "month"
    elif year is None:
        return None
    point = Point(unit=unit, year=year, month=month, day=day, mark=match["mark"])
    return point if _exists(point) else None


def _year(digits: str) -> tuple[Unit, int | None]:
    if digits == "XXXX":
        return "year", None
    if "X" in digits:
        return "century" if digits.endswith("XX") else "decade", int(digits.replace("X", "0"))
    return "year", int(digits)


def _exists(point: Point) -> bool:
    """Whether the calendar has it."""
    if point.unit not in ("day", "month"):
        return True
    if not 1 <= point.month <= len(MONTHS):
        return False
    year = LEAP_YEAR if point.year is None else point.year
    return point.unit == "month" or 1 <= point.day <= _days_in(year, point.month)


def _runs_forward(period: Period) -> bool:
    first, last = period.first, period.last
    if first is None or last is None:
        return all(point.year is not None for point in (first, last) if point)
    if first.year is None or last.year is None:
        return first.year == last.year and first.unit == last.unit
    return _point_bounds(first)[0] <= _point_bounds(last)[1]


@lru_cache(maxsize=4096)
def _bounds(value: str) -> tuple[Day, Day] | None:
    """The first and the last day, None where the year is not known or the value is not of the subset."""
    match _parse(value):
        case None | Period(first=Point(year=None)):
            return None
        case Period(first=first, last=last):
            return _point_bounds(first)[0] if first else START, _point_bounds(last)[1] if last else END


def _point_bounds(point: Point) -> tuple[Day, Day]:
    year = point.year or 0  # asked only of points whose year is known
    if point.unit == "day":
        return (year, point.month, point.day), (year, point.month, point.day)
    if point.unit in ("month", "season"):
        first, last = SEASON_MONTHS[point.month - FIRST_SEASON] if point.unit == "season" else [point.month] * 2
        years, month = divmod(last - 1, len(MONTHS))
        return (year, first, 1), (year + years, month + 1, _days_in(year + years, month + 1))
    length = {"year": 1, "decade": 10, "century": 100}[point.unit]
    return (year, 1, 1), (year + length - 1, 12, 31)


def _days_in(year: int, month: int) -> int:
    return MONTH_DAYS[month - 1] + (month == FEBRUARY and calendar.isleap(year))


def _date(day: Day) -> datetime.date | None:
    return datetime.date(*day) if datetime.MINYEAR <= day[0] <= datetime.MAXYEAR else None
