"""When an event happened, as its entry shows it: one date, or the whole range where sources give several.

In: events. Out: EDTF, whole numbers that order days. Never: chooses among dates that differ, averages.
"""

from generator.edtf import END, START, earliest, interval, is_valid, latest, sort_key
from generator.model import Event, Record
from generator.publish.pages.clocks import differing_days

YEAR, MONTH = 10_000, 100  # places of a number that orders days: 20210107 is 7 January 2021


class Bounds(Record, frozen=True, kw_only=True):
    """The first and the last day that a date may mean, as numbers that order days; None where that end is open."""

    first: int | None
    last: int | None


def shown_date(event: Event) -> str | None:
    """The date of an entry; where sources differ in it, the range from the first to the last day that they give."""
    days = [value for value in (event.edtf, *differing_days(event)) if value and is_valid(value)]
    first, last = [earliest(day) for day in days], [latest(day) for day in days]
    if not differing_days(event) or not all(first) or not all(last):
        return event.edtf
    return interval(min(day for day in first if day), max(day for day in last if day))


def bounds_of(edtf: str | None) -> Bounds | None:
    """The bounds of a date, None where it has no year.

    >>> bounds_of("2021-01"), bounds_of("XXXX-01-08")
    (Bounds(first=20210101, last=20210131), None)
    """
    rank, first, last = sort_key(edtf)
    if rank:
        return None
    is_open = edtf is not None and edtf.startswith("..")
    return Bounds(
        first=None if is_open or first == START else as_number(first), last=None if last == END else as_number(last)
    )


def as_number(day: tuple[int, int, int]) -> int:
    """A day as a number that orders days, also before 1 AD."""
    year, month, number = day
    return year * YEAR + month * MONTH + number
