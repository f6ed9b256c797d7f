"""On what date the reports of one event agree, and where they differ.

In: the date findings of the reports. Out: an EDTF value with its basis, conflicts. Never: averages, hides a value.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import get_args

from generator import edtf
from generator.dependence import count_independent
from generator.model import Cluster, Conflict, ConflictValue, DateBasis, DateFinding

BASES: tuple[DateBasis, ...] = get_args(DateBasis)  # from what the source prints to what was concluded


def agreed_value(dates: Sequence[DateFinding], clusters: Sequence[Cluster]) -> str:
    """The sharpest value given; of several full days the one that most independent witnesses give, else their range."""
    days = full_days(dates)
    if not days:
        return min((date.edtf or "" for date in dates), key=lambda value: (width(value), edtf.sort_key(value), value))
    counts = {day: count_independent(found, clusters) for day, found in days.items()}
    best = sorted(day for day, count in counts.items() if count == max(counts.values()))
    first, last = edtf.earliest(best[0]), edtf.latest(best[-1])
    return best[0] if len(best) == 1 or first is None or last is None else edtf.interval(first, last)


def full_days(dates: Iterable[DateFinding]) -> dict[str, list[DateFinding]]:
    """The full days given, in order, each with who gives it."""
    days: dict[str, list[DateFinding]] = defaultdict(list)
    for date in dates:
        if date.edtf and edtf.precision(date.edtf) == "day":
            days[date.edtf].append(date)
    return dict(sorted(days.items()))


def width(value: str) -> datetime.timedelta:
    """How many days a value may mean; the greatest number where it has no bounds."""
    first, last = edtf.earliest(value), edtf.latest(value)
    return last - first if first and last else datetime.timedelta.max


def basis_of(value: str, dates: Iterable[DateFinding]) -> DateBasis | None:
    """How the value was come by: the firmest basis among the dates that have it, "range only" where none has."""
    bases = {date.basis for date in dates if date.edtf == value and date.basis}
    if not bases:
        return "range only"
    return min(bases, key=BASES.index)


def find_conflicts(dates: Iterable[DateFinding]) -> tuple[Conflict, ...]:
    """The full days that differ, each where it is first given; nothing where all agree."""
    firsts = [min(found, key=lambda date: (date.source, date.start)) for found in full_days(dates).values()]
    if len(firsts) < 2:  # noqa: PLR2004
        return ()
    values = (
        ConflictValue(
            source=date.source, part=date.part, start=date.start, end=date.end, text=date.text, value=date.edtf or ""
        )
        for date in sorted(firsts, key=lambda date: (date.source, date.start))
    )
    return (Conflict(what="date", values=tuple(values)),)
