"""Cuts a long timeline into pages: by year; by decade or century where the years are many, by month where one is full.

In: dated events in order, those without a date. Out: volumes in order, none where one page holds all. Never: markup.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.edtf import MONTHS, sort_key
from generator.model import Event, Record
from generator.publish.axes import UNITS, year_name

SPLIT_ABOVE = 300  # events: about as many as a telephone lays out, and a filter searches, in a moment
FRAME = 2  # what an entry weighs beside its reports, each of which weighs 1, about 600 bytes
HEAVIEST = 1200  # of a page: three quarters of a megabyte, some way below what a slow line carries while one waits
MAX_STRETCHES = 40  # years as headings or pages; more are taken together as decades, then as centuries
MONTH = 0  # stands for a month among the sizes in years
NO_YEAR, UNDATED = "no-year", "undated"
YEAR_NOT_STATED, WITHOUT_DATE = "Year not stated", "Without a date"
NEW_YEAR, NEW_YEARS_EVE = (1, 1), (12, 31)


class Volume(Record, frozen=True, kw_only=True):
    """A page of the timeline: `key` ends its address."""

    key: str
    label: str
    events: tuple[Event, ...]


def find_volumes(dated: Sequence[Event], undated: Sequence[Event]) -> tuple[Volume, ...]:
    """The pages of a timeline in the order of time, those without a date last; () where one page holds all."""
    if fits((*dated, *undated)):
        return ()
    placed = [event for event in dated if year_of(event) is not None]
    yearless = tuple(event for event in dated if year_of(event) is None)
    size = unit_of(placed)
    finer = [one for one in (*reversed(UNITS), MONTH) if one <= size]
    return (
        *(_cut(placed, finer) if placed else ()),
        *_parts(Volume(key=NO_YEAR, label=YEAR_NOT_STATED, events=yearless)),
        *_parts(Volume(key=UNDATED, label=WITHOUT_DATE, events=tuple(undated))),
    )


def fits(events: Sequence[Event]) -> bool:
    """Whether one page holds the events."""
    return len(events) <= SPLIT_ABOVE and sum(map(weight, events)) <= HEAVIEST


def weight(event: Event) -> int:
    """How much an entry adds to its page."""
    return FRAME + len(event.reports)


def year_of(event: Event) -> int | None:
    """The year under which an event stands: that of its first day, or of its last where it has no first."""
    rank, first, _ = sort_key(event.edtf)
    return first[0] if rank == 0 else None


def month_of(event: Event) -> int:
    """The month in which an event begins, 0 where no more than its year is known."""
    _, first, last = sort_key(event.edtf)
    return 0 if (first[1:], last[1:]) == (NEW_YEAR, NEW_YEARS_EVE) else first[1]


def unit_of(events: Sequence[Event]) -> int:
    """The shortest stretch, in years, by which events that have a year make not too many groups."""
    years = {year for event in events if (year := year_of(event)) is not None}
    return next(size for size in UNITS if len({year // size for year in years}) <= MAX_STRETCHES or size == max(UNITS))


def stretch_name(first: int, size: int, joined: str = " to ") -> str:
    """A stretch of years in words.

    >>> stretch_name(2021, 1), stretch_name(-50, 10)
    ('2021', '51 BC to 42 BC')
    """
    return year_name(first) if size == 1 else f"{year_name(first)}{joined}{year_name(first + size - 1)}"


def month_name(year: int, month: int) -> str:
    """A month of a year in words; month 0 is what of the year has none."""
    return f"{MONTHS[month - 1]} {year_name(year)}" if month else f"{year_name(year)}, month not stated"


def _cut(events: Sequence[Event], sizes: Sequence[int]) -> Iterator[Volume]:
    """Events with a year by the first of the sizes; what is more than a page of them by the next."""
    size, *finer = sizes
    if size == MONTH:
        yield from _months(events)
        return
    for number, group in groupby(events, key=lambda event: (year_of(event) or 0) // size):
        inside = tuple(group)
        if fits(inside):
            label = stretch_name(number * size, size)
            yield Volume(key=label.replace(" ", "-").lower(), label=label, events=inside)
        else:
            yield from _cut(inside, finer)


def _months(events: Sequence[Event]) -> Iterator[Volume]:
    """The events of one year by month."""
    for month, group in groupby(sorted(events, key=month_of), key=month_of):
        inside = tuple(group)
        year = year_of(inside[0]) or 0
        key = f"{year_name(year)}-{month:02}".replace(" ", "-").lower()
        yield from _parts(Volume(key=key, label=month_name(year, month), events=inside))


def _parts(volume: Volume) -> Iterator[Volume]:
    """A volume as it is, in numbered parts where it is more than a page; nothing where it is empty."""
    pages: list[list[Event]] = []
    for event in volume.events:
        if not pages or not fits((*pages[-1], event)):
            pages.append([])
        pages[-1].append(event)
    for number, events in enumerate(pages, start=1):
        if len(pages) == 1:
            yield volume
        else:
            label = f"{volume.label}, part {number} of {len(pages)}"
            yield Volume(key=f"{volume.key}-part-{number}", label=label, events=tuple(events))
