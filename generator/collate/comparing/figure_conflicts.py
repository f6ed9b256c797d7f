"""Events whose reports give different figures for one quantity.

In: events, figures. Out: the events with what differs. Never: says which figure is right.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.model import Conflict, ConflictValue, Event, Figure, FigureValue
from generator.spans import contains, witness

Figures = Mapping[str, Sequence[tuple[str, FigureValue]]]  # by source in text order, each with the id of its figure


def with_figure_conflicts(events: Sequence[Event], figures: Iterable[Figure]) -> tuple[Event, ...]:
    """The events in their order, each with the figures in which its reports differ."""
    by_source = list_figures(figures)
    return tuple(with_conflicts(event, by_source) for event in events)


def list_figures(figures: Iterable[Figure]) -> Figures:
    """The values of each source."""
    found: dict[str, list[tuple[str, FigureValue]]] = defaultdict(list)
    for figure in figures:
        for value in figure.values:
            found[value.source].append((figure.id, value))
    return {source: sorted(values, key=place) for source, values in found.items()}


def place(told: tuple[str, FigureValue]) -> int:
    """Where a value starts."""
    return told[1].start


def with_conflicts(event: Event, by_source: Figures) -> Event:
    """An event with the figures that stand in its reports and differ."""
    told: dict[str, list[FigureValue]] = defaultdict(list)
    for report in event.reports:
        values = by_source.get(report.source, ())
        first, behind = (bisect_left(values, end, key=place) for end in (report.start, report.end))
        for id, value in values[first:behind]:
            if contains(report, value):
                told[id].append(value)
    found = tuple(make_conflict(told[id]) for id in sorted(told) if differ(told[id]))
    return replace(event, conflicts=event.conflicts + found) if found else event


def differ(values: Sequence[FigureValue]) -> bool:
    """Whether two witnesses give different numbers; the two ends of a range are what one witness gives."""
    given: dict[str, set[float]] = defaultdict(set)
    for value in values:
        given[witness(value)].add(value.number)
    return len({frozenset(numbers) for numbers in given.values()}) > 1


def make_conflict(values: Iterable[FigureValue]) -> Conflict:
    """What differs, each value as it is given."""
    return Conflict(
        what="figure",
        values=tuple(
            ConflictValue(
                source=value.source, part=value.part, start=value.start, end=value.end, text=value.text,
                value=in_words(value),
            )
            for value in values
        ),
    )  # fmt: skip


def in_words(value: FigureValue) -> str:
    """A figure with its hedge and unit.

    >>> in_words(FigureValue(source="a", part=None, start=0, end=5, text="…", number=1.5, unit="km", qualifier="about"))
    'about 1.5 km'
    """
    number = f"{value.number:,.15g}"
    return " ".join(part for part in (value.qualifier, number, value.unit) if part)
