"""The time along a chart: columns of a day, a year, a decade, and where a date falls among them.

In: EDTF dates that have a year. Out: columns, and places among them. Never: draws.
"""

import calendar
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.edtf import MONTHS, earliest, latest, precision, sort_key
from generator.model import Record

MAX_COLUMNS = 40  # more of them touch each other on a telephone
MIN_DAYS = 3  # entries in a month: fewer need no chart by day
LONGEST_RANGE = 366  # days: what is known no closer says nothing about a month
END_OF_TIME = 9_999  # the last year that four digits can say; beyond stands what has no end
UNITS = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}
WEEK = 7

Day = tuple[int, int, int]  # year, month, day; years before 1 AD are counted astronomically


class Column(Record, frozen=True, kw_only=True):
    """A stretch of time; `tick` is its word under the axis, "" where it has none."""

    first: Day
    last: Day
    name: str
    tick: str


class Axis(Record, frozen=True, kw_only=True):
    """Columns without a gap between them, in order."""

    title: str
    columns: tuple[Column, ...]


class Place(Record, frozen=True, kw_only=True):
    """Where a date falls: its first and last column, whether it begins and ends there, or is only around there."""

    first: int
    last: int
    begins: bool
    ends: bool
    around: bool


def year_axis(dates: Sequence[str]) -> Axis | None:
    """Years for these dates (decades or centuries where the years are many), None where one column holds them all."""
    keys = [sort_key(date) for date in dates]
    if not keys:
        return None
    first = min(start[0] for _, start, _ in keys)
    last = max(end[0] if end[0] <= END_OF_TIME else start[0] for _, start, end in keys)
    size = next(size for size in UNITS if last // size - first // size < MAX_COLUMNS)
    columns = tuple(_years(year, size) for year in range(first // size * size, last + 1, size))
    return Axis(title=f"Entries by {UNITS[size]}", columns=columns) if len(columns) > 1 else None


def month_axis(dates: Iterable[str]) -> Axis | None:
    """The days of the month that holds most of those dates that are one day, None where no month holds enough."""
    days = (earliest(date) for date in dates if precision(date) == "day")
    counts = Counter((day.year, day.month) for day in days if day)
    (year, month), number = max(counts.items(), key=lambda one: (one[1], one[0]), default=((0, 0), 0))
    if number < MIN_DAYS:
        return None
    name = MONTHS[month - 1]
    columns = tuple(_day((year, month, day), name) for day in range(1, calendar.monthrange(year, month)[1] + 1))
    return Axis(title=f"{name} {year}, day by day", columns=columns)


def concerns(axis: Axis, date: str) -> bool:
    """Whether a date says something about the days of a month: it overlaps it, and is known to within a year."""
    first, last = earliest(date), latest(date)
    if not first or not last or (last - first).days > LONGEST_RANGE or precision(date) == "year":
        return False
    _, start, end = sort_key(date)
    return start <= axis.columns[-1].last and axis.columns[0].first <= end


def find_place(axis: Axis, date: str) -> Place:
    """Where a date falls; one that reaches out of the axis is cut there."""
    _, start, end = sort_key(date)
    columns = axis.columns
    return Place(
        first=next((at for at, column in enumerate(columns) if start <= column.last), len(columns) - 1),
        last=next((at for at, column in enumerate(columns) if end <= column.last), len(columns) - 1),
        begins=columns[0].first <= start and not date.startswith(".."),
        ends=end <= columns[-1].last,
        around=is_marked(date) and any((start, end) == (column.first, column.last) for column in columns),
    )


def place_order(place: Place) -> tuple[int, int, bool, bool, bool]:
    """Orders places by their columns, sharper before vaguer."""
    return place.first, place.last, place.begins, place.ends, place.around


def place_name(axis: Axis, place: Place) -> str:
    """A place in words ("4 January to 10 January")."""
    start, end = axis.columns[place.first].name, axis.columns[place.last].name
    if place.around:
        return f"around {start}"
    if not place.begins:
        return f"{end} or earlier" if place.ends else "the whole time"
    if not place.ends:
        return f"{start} or later"
    return start if start == end else f"{start} to {end}"


def is_marked(date: str | None) -> bool:
    """Whether a date, or one of its ends, is marked as around, or possibly, so.

    >>> is_marked("2021-01-21~"), is_marked("2021-01-21"), is_marked("2021-01~/2021-03")
    (True, False, True)
    """
    return date is not None and any(mark in date for mark in "~?%")


def year_name(year: int) -> str:
    """A year as readers write it.

    >>> year_name(2021), year_name(-43)
    ('2021', '44 BC')
    """
    return str(year) if year > 0 else f"{1 - year} BC"


def _years(year: int, size: int) -> Column:
    last = year + size - 1
    name = year_name(year)
    return Column(
        first=(year, 1, 1), last=(last, 12, 31), name=name if size == 1 else f"{name} to {year_name(last)}", tick=name
    )


def _day(day: Day, month: str) -> Column:
    number = day[2]
    tick = f"1 {month[:3]}" if number == 1 else str(number) if number % WEEK == 0 else ""
    return Column(first=day, last=day, name=f"{number} {month}", tick=tick)
