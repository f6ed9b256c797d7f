"""Cuts a page of the timeline into periods with a heading each: years, and the months of a year that is full.

A heading says what stands in view beneath it: periods whose entries are all folded are joined with each other, never
with one that has entries in full. Where the years are many, decades or centuries take their place.

In: dated events in order, which of them are folded. Out: periods in order, with their headings. Never: markup.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

from generator.edtf import MONTHS
from generator.model import Event, Record
from generator.publish.axes import year_name
from generator.publish.pages.volumes import (
    NO_YEAR,
    YEAR_NOT_STATED,
    month_name,
    month_of,
    stretch_name,
    unit_of,
    year_of,
)

SCREENFUL = 12  # entries: about three screens when all are main entries, which a reader still scans as one period

IsFolded = Callable[[Event], bool]


class Period(Record, frozen=True, kw_only=True):
    """A stretch of the timeline; `id` is its anchor."""

    id: str
    label: str
    events: tuple[Event, ...]


class Leaf(Record, frozen=True, kw_only=True):
    """`size` years from `year`, a month of one, or what of a year has no month (month 0); year None: not stated."""

    year: int | None
    size: int
    month: int | None
    folded: bool
    events: tuple[Event, ...]


def find_periods(events: Sequence[Event], is_folded: IsFolded) -> tuple[Period, ...]:
    """The periods of the events, which are sorted by date and all have one."""
    size = unit_of(events)
    leaves: list[Leaf] = []
    for number, group in groupby(events, key=lambda event: _stretch(event, size)):
        leaves.extend(_leaves(number, size, tuple(group), is_folded))
    return tuple(_period(run) for run in _joined(leaves))


def _stretch(event: Event, size: int) -> int | None:
    year = year_of(event)
    return None if year is None else year // size * size


def _leaves(year: int | None, size: int, events: tuple[Event, ...], is_folded: IsFolded) -> list[Leaf]:
    if year is None or size > 1 or len(events) <= SCREENFUL:
        return [Leaf(year=year, size=size, month=None, folded=all(map(is_folded, events)), events=events)]
    by_month = [(month, tuple(group)) for month, group in groupby(sorted(events, key=month_of), key=month_of)]
    return [
        Leaf(year=year, size=size, month=month, folded=all(map(is_folded, inside)), events=inside)
        for month, inside in by_month
    ]


def _joined(leaves: Sequence[Leaf]) -> list[list[Leaf]]:
    """Neighbouring leaves that may share a heading, as long as they fit on a screen together."""
    runs: list[list[Leaf]] = []
    for leaf in leaves:
        if runs and _may_join(runs[-1][-1], leaf) and _number(runs[-1]) + len(leaf.events) <= SCREENFUL:
            runs[-1].append(leaf)
        else:
            runs.append([leaf])
    return runs


def _may_join(last: Leaf, leaf: Leaf) -> bool:
    """Months of one year, or years in which all is folded; never what is in view with what is not."""
    if last.year is None or leaf.year is None or last.month == 0 or last.folded != leaf.folded:
        return False
    if last.month is None or leaf.month is None:
        return last.month == leaf.month and leaf.folded
    return last.year == leaf.year


def _number(run: Sequence[Leaf]) -> int:
    return sum(len(leaf.events) for leaf in run)


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
        return YEAR_NOT_STATED
    if first.month is not None and last.month is not None:
        name = month_name(last.year, last.month)
        return name if first.month == last.month else f"{MONTHS[first.month - 1]} to {name}"
    if first is last:
        return stretch_name(first.year, first.size)
    return f"{year_name(first.year)} to {year_name(last.year + last.size - 1)}"
