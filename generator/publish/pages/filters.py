"""What a reader may choose in the filter of the timeline: sources, actors, kinds of dates, periods, days of knowledge.

In: the catalogue, the entries of a page. Out: choices. Never: offers what would find nothing; markup.
"""

from collections import defaultdict
from collections.abc import Sequence

from generator.edtf import in_words
from generator.model import DateBasis, Event, Record
from generator.publish.pages.asof import days_of_change
from generator.publish.pages.catalogue import Catalogue
from generator.publish.pages.choices import Choice, actor_choices, source_choices
from generator.publish.pages.headlines import listed_actors
from generator.publish.pages.moments import as_number
from generator.publish.pages.volumes import month_name, month_of, stretch_name, unit_of, year_of
from generator.publish.words import BASIS_MEANINGS


class Stretch(Record, frozen=True, kw_only=True):
    """A choice of a period, with its first and last day as numbers that order days."""

    value: str
    label: str
    first: int
    last: int


class Filter(Record, frozen=True, kw_only=True):
    """The choices of a page's filter; `periods` serve as first and as last."""

    sources: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    bases: tuple[DateBasis, ...]
    periods: tuple[Stretch, ...]
    days: tuple[Choice, ...]


def make_filter(catalogue: Catalogue, events: Sequence[Event]) -> Filter:
    """The filter for the events of a page."""
    return Filter(
        sources=source_choices(catalogue, {report.source for event in events for report in event.reports}),
        actors=actor_choices(catalogue, (id for event in events for id in listed_actors(catalogue, event))),
        bases=tuple(basis for basis in BASIS_MEANINGS if any(event.basis == basis for event in events)),
        periods=list_periods(events),
        days=_days(catalogue, events),
    )


def list_periods(events: Sequence[Event]) -> tuple[Stretch, ...]:
    """The years of the events (decades, centuries where they are many), with the months of a year that has several."""
    placed = [event for event in events if year_of(event) is not None]
    if not placed:
        return ()
    size = unit_of(placed)
    months: defaultdict[int, set[int]] = defaultdict(set)
    for event in placed:
        months[(year_of(event) or 0) // size * size].add(month_of(event))
    found: list[Stretch] = []
    for year in sorted(months):
        found.append(_years(year, size))
        if size == 1 and len(months[year]) > 1:
            found.extend(_month(year, month) for month in sorted(months[year] - {0}))
    return tuple(found) if len(found) > 1 else ()


def _years(year: int, size: int) -> Stretch:
    label = stretch_name(year, size)
    first, last = as_number((year, 1, 1)), as_number((year + size - 1, 12, 31))
    return Stretch(value=label.replace(" ", "-").lower(), label=label, first=first, last=last)


def _month(year: int, month: int) -> Stretch:
    value = f"{stretch_name(year, 1)}-{month:02}".replace(" ", "-").lower()
    first, last = as_number((year, month, 1)), as_number((year, month, 31))
    return Stretch(value=value, label=month_name(year, month), first=first, last=last)


def _days(catalogue: Catalogue, events: Sequence[Event]) -> tuple[Choice, ...]:
    """The days on which sources of the events appeared or were updated."""
    days = days_of_change(catalogue, [report for event in events for report in event.reports])
    return tuple(Choice(value=day, label=in_words(day)) for day in days)
