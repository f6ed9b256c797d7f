"""Cuts a timeline into periods that read well, whether it has five entries or five hundred.

A year that holds more than a screenful is cut into months; neighbouring years (or months of one year) that hold less
are joined. In: dated events in order. Out: periods in order, with their headings. Never: markup.
"""

from collections.abc import Sequence
from itertools import groupby

from generator.edtf import MONTHS, sort_key
from generator.model import Event, Record
from generator.publish.axes import year_name

SCREENFUL = 12  # entries: about three screens when all are main entries, which a reader still scans as one period
NO_YEAR = "no-year"
NEW_YEAR, NEW_YEARS_EVE = (1, 1), (12, 31)


class Period(Record, frozen=True, kw_only=True):
    """A stretch of the timeline; `id` is its anchor."""

    id: str
    label: str
    events: tuple[Event, ...]


class Leaf(Record, frozen=True, kw_only=True):
    """A year, a month of a year, or what of a year has no month (month 0); year None where it is not stated."""

    year: int | None
    month: int | None
    events: tuple[Event, ...]


def find_periods(events: Sequence[Event]) -> tuple[Period, ...]:
    """The periods of the events, which are sorted by date and all have one."""
    leaves: list[Leaf] = []
    for year, group in groupby(events, key=_year):
        leaves.extend(_leaves(year, tuple(group)))
    return tuple(_period(run) for run in _joined(leaves))


def _year(event: Event) -> int | None:
    """The year under which an event stands: that of its first day, or of its last where it has no first."""
    rank, first, _ = sort_key(event.edtf)
    return first[0] if rank == 0 else None


def _leaves(year: int | None, events: tuple[Event, ...]) -> list[Leaf]:
    if year is None or len(events) <= SCREENFUL:
        return [Leaf(year=year, month=None, events=events)]
    by_month = sorted(events, key=_month)
    return [Leaf(year=year, month=month, events=tuple(group)) for month, group in groupby(by_month, key=_month)]


def _month(event: Event) -> int:
    """The month in which an event begins, 0 where no more than its year is known."""
    _, first, last = sort_key(event.edtf)
    return 0 if (first[1:], last[1:]) == (NEW_YEAR, NEW_YEARS_EVE) else first[1]


def _joined(leaves: Sequence[Leaf]) -> list[list[Leaf]]:
    """Neighbouring leaves of one kind, as long as they fit on a screen together."""
    runs: list[list[Leaf]] = []
    for leaf in leaves:
        if runs and _fits(runs[-1], leaf):
            runs[-1].append(leaf)
        else:
            runs.append([leaf])
    return runs


def _fits(run: Sequence[Leaf], leaf: Leaf) -> bool:
    last = run[-1]
    if last.year is None or leaf.year is None or last.month == 0:
        return False
    same_kind = (last.month is None) == (leaf.month is None)
    same_year = leaf.month is None or last.year == leaf.year
    return same_kind and same_year and sum(len(one.events) for one in run) + len(leaf.events) <= SCREENFUL


def _period(run: Sequence[Leaf]) -> Period:
    first, last = run[0], run[-1]
    return Period(
        id=_anchor(first), label=_label(first, last), events=tuple(event for leaf in run for event in leaf.events)
    )


def _anchor(leaf: Leaf) -> str:
    if leaf.year is None:
        return NO_YEAR
    return f"y{leaf.year}" if leaf.month is None else f"y{leaf.year}-{leaf.month:02}"


def _label(first: Leaf, last: Leaf) -> str:
    if first.year is None or last.year is None:
        return "Year not stated"
    if first.month == 0:
        return f"{year_name(first.year)}, month not stated"
    if first.month is None or last.month is None:
        start, end = year_name(first.year), year_name(last.year)
        return start if start == end else f"{start} to {end}"
    start, end = MONTHS[first.month - 1], MONTHS[last.month - 1]
    return f"{start if start == end else f'{start} to {end}'} {year_name(first.year)}"
